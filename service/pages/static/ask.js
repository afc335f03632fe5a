// Keeps the talk on one page: asks /v1/vragen, shows the newest answer under the field and remembers the talk in this tab.
// Without this file the form does the same through the server.
import { makeTurn } from "./answer.js";

const MAX_TURNS = 20;
const MAX_CHARACTERS = 2000;
const PATIENCE_MS = 60000;
const STORE = "beleidswijzer-gesprek";

const form = document.getElementById("vraagformulier");
const field = document.getElementById("vraag");
const label = form.querySelector("label");
const button = form.querySelector("button");
const fault = document.getElementById("vraag-fout");
const progress = document.getElementById("stand");
const clearing = document.getElementById("nieuw-gesprek");
const log = document.getElementById("gesprek");
let talk = readTalk();
let waiting = null;

function readTalk() {
  try {
    const stored = JSON.parse(sessionStorage.getItem(STORE));
    return Array.isArray(stored) ? stored : [];
  } catch {
    return [];
  }
}

function storeTalk() {
  try {
    sessionStorage.setItem(STORE, JSON.stringify(talk));
  } catch {
    // A browser that may not store still shows the talk until the page is left.
  }
}

function showTalk() {
  const empty = !log.childElementCount;
  label.textContent = empty ? "Uw vraag" : "Uw vervolgvraag";
  clearing.hidden = empty;
}

function showFault(message) {
  fault.textContent = message;
  fault.hidden = !message;
  if (message) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

function findFault(question) {
  if (!question) return "Het veld is leeg. Schrijf een vraag in het veld.";
  const length = Array.from(question).length;
  if (length > MAX_CHARACTERS) return `De tekst is te lang: ${length} tekens. Maak er ten hoogste ${MAX_CHARACTERS} van.`;
  return "";
}

async function explainRefusal(response) {
  if (response.status === 503) return "De documenten worden nog geopend. Probeer het over een halve minuut opnieuw.";
  if (response.status >= 500) return "Er ging iets mis aan onze kant. Probeer het over een minuut opnieuw.";
  const problem = await response.json().catch(() => ({}));
  const messages = (problem.fouten || []).map((one) => one.melding);
  return messages.join(" ") || problem.detail || "De vraag kon niet worden gesteld. Laad de pagina opnieuw en probeer het nog eens.";
}

async function requestAnswer(question, earlier, signal) {
  const turns = earlier.map((answer) => ({ vraag: answer.vraag, antwoord: answer.antwoord }));
  const response = await fetch("/v1/vragen", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ vraag: question, gesprek: turns }),
    signal,
  });
  if (!response.ok) throw new Error(await explainRefusal(response), { cause: "refused" });
  return response.json();
}

function explainFailure(error) {
  if (error.cause === "refused") return error.message;
  if (error.name === "AbortError") return "Het antwoord blijft te lang weg. Probeer het opnieuw, of stel een kortere vraag.";
  return "Beleidswijzer is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw. Uw vraag staat nog in het veld.";
}

// Asks in the light of earlier answers and shows what comes; says whether that worked. One question at a time.
async function ask(question, earlier) {
  if (waiting) return false;
  waiting = new AbortController();
  const asked = waiting;
  const timer = setTimeout(() => asked.abort(), PATIENCE_MS);
  button.setAttribute("aria-disabled", "true");
  showFault("");
  progress.textContent = "Bezig met zoeken in de documenten…";
  let done = false;
  try {
    const answer = await requestAnswer(question, earlier, asked.signal);
    if (waiting !== asked) return false;
    talk = [...talk, answer].slice(-MAX_TURNS);
    storeTalk();
    log.prepend(makeTurn(answer, `beurt-${Date.now()}`));
    done = true;
  } catch (error) {
    if (waiting === asked) showFault(explainFailure(error));
  } finally {
    clearTimeout(timer);
    if (waiting === asked) {
      waiting = null;
      progress.textContent = done ? "Het antwoord staat hieronder." : "";
      button.removeAttribute("aria-disabled");
      showTalk();
    }
  }
  return done;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const question = field.value.trim();
  const message = findFault(question);
  if (message) {
    showFault(message);
    field.focus();
  } else if (await ask(question, talk)) {
    field.value = "";
  }
});

field.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    form.requestSubmit();
  }
});

clearing.addEventListener("click", (event) => {
  event.preventDefault();
  if (waiting) waiting.abort();
  waiting = null;
  talk = [];
  storeTalk();
  log.replaceChildren();
  showFault("");
  progress.textContent = "Het gesprek is gewist.";
  button.removeAttribute("aria-disabled");
  showTalk();
  field.focus();
});

function restoreTalk() {
  try {
    talk.forEach((answer, place) => log.prepend(makeTurn(answer, `beurt-${place}`)));
  } catch {
    talk = []; // stored by another version of this page
    log.replaceChildren();
    storeTalk();
  }
}

// An address with a question shows the server's answer at once; asking it again here puts it in the talk of this tab.
async function start() {
  const rendered = Array.from(log.children);
  restoreTalk();
  log.prepend(...rendered);
  showTalk();
  const question = (new URLSearchParams(location.search).get("vraag") || "").trim();
  if (!rendered.length || !question) return;
  if (await ask(question, [])) {
    for (const article of rendered) article.remove();
    history.replaceState(null, "", "/");
  } else {
    showFault(""); // the server's answer stands there already
  }
}

start();
