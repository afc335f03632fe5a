// Keeps the talk on one page: sends a question, shows the piece of page that the server made of the answer, and remembers the
// talk in this tab alone. It renders nothing itself, and without it the form does the same through the server.

const MAX_TURNS = 20; // as many earlier turns as the server takes
const MAX_CHARACTERS = 2000;
const PATIENCE_MS = 60000;
const STOP_AFTER_MS = 1500; // an answer normally comes sooner: a button that flashes by helps nobody
const STORE = "beleidswijzer-gesprek-2"; // another number whenever a stored turn changes shape

const find = (id) => document.getElementById(id);
const form = find("vraagformulier");
const field = find("vraag");
const button = form.querySelector("[type=submit]");
const stop = find("stoppen");
const fault = find("vraag-fout");
const status = find("stand");
const log = find("gesprek");
let talk = readTalk();
let waiting = null;

function isTurn(turn) {
  return turn && Number.isInteger(turn.nummer) && ["vraag", "antwoord", "html", "markdown"].every((key) => typeof turn[key] === "string");
}

function readTalk() {
  try {
    return JSON.parse(sessionStorage.getItem(STORE)).filter(isTurn);
  } catch {
    return [];
  }
}

function storeTalk() {
  try {
    if (talk.length) sessionStorage.setItem(STORE, JSON.stringify(talk));
    else sessionStorage.removeItem(STORE);
  } catch {
    // A browser that may not store still shows the talk until the page is left.
  }
}

function showTurn(turn) {
  const holder = document.createElement("template");
  holder.innerHTML = turn.html;
  log.prepend(holder.content);
  return log.firstElementChild;
}

function showState() {
  const talking = log.childElementCount > 0;
  form.querySelector("label").textContent = talking ? "Uw vervolgvraag" : "Uw vraag";
  find("gesprek-knoppen").hidden = !talking;
  find("voorbeelden").hidden = talking;
  for (const intro of document.querySelectorAll(".intro")) intro.hidden = talking;
}

function showFault(message) {
  fault.textContent = message;
  fault.hidden = !message;
  if (message) {
    field.setAttribute("aria-invalid", "true");
    status.textContent = "";
  } else {
    field.removeAttribute("aria-invalid");
  }
}

function findFault(question) {
  if (!question) return "Het veld is leeg. Schrijf een vraag in het veld.";
  const length = Array.from(question).length;
  if (length > MAX_CHARACTERS) return `De tekst is te lang: ${length} tekens. Maak er ten hoogste ${MAX_CHARACTERS} van.`;
  return "";
}

async function explainRefusal(response) {
  if (response.headers.has("Retry-After")) return "De documenten worden nog geopend. Wacht een halve minuut en stel uw vraag dan opnieuw.";
  if (response.status === 413) return "Het gesprek is te lang geworden. Wis het gesprek en stel uw vraag dan opnieuw.";
  if (response.status >= 500) return "Er is een storing. Probeer het over een minuut opnieuw. Blijft het zo, meld het dan bij de beheerder.";
  const problem = await response.json().catch(() => ({}));
  const messages = (problem.fouten || []).map((one) => one.melding);
  return messages.join(" ") || problem.detail || "De vraag kon niet worden gesteld. Laad de pagina opnieuw en probeer het nog eens.";
}

function explainFailure(error, aborted) {
  if (error.cause === "refused") return error.message;
  if (aborted === "stopped") return "U bent gestopt met wachten. Uw vraag staat nog in het veld.";
  if (aborted) return "Het antwoord blijft te lang weg. Probeer het opnieuw, of stel een kortere vraag.";
  return "Beleidswijzer is niet bereikbaar. Controleer uw verbinding en probeer het opnieuw. Uw vraag staat nog in het veld.";
}

async function requestTurn(question, earlier, number, signal) {
  const turns = earlier.slice(-MAX_TURNS).map(({ vraag, antwoord }) => ({ vraag, antwoord }));
  const response = await fetch(`/gesprek?beurt=${number}`, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ vraag: question, gesprek: turns }),
    signal,
  });
  if (!response.ok) throw new Error(await explainRefusal(response), { cause: "refused" });
  return { ...(await response.json()), nummer: number };
}

function startWaiting() {
  const asked = new AbortController();
  waiting = asked;
  const timers = [setTimeout(() => asked.abort("late"), PATIENCE_MS), setTimeout(() => { stop.hidden = false; }, STOP_AFTER_MS)];
  button.setAttribute("aria-disabled", "true");
  form.classList.add("waiting");
  showFault("");
  status.textContent = "Bezig met zoeken in de documenten…";
  asked.signal.addEventListener("abort", () => timers.forEach(clearTimeout));
  return asked;
}

function stopWaiting(message) {
  waiting?.abort("done");
  waiting = null;
  if (document.activeElement === stop) field.focus();
  stop.hidden = true;
  button.removeAttribute("aria-disabled");
  form.classList.remove("waiting");
  status.textContent = message;
}

// Asks in the light of earlier turns and shows what comes; gives its article, or null. One question at a time.
async function ask(question, earlier) {
  if (waiting) return null;
  const asked = startWaiting();
  try {
    const number = (talk.at(-1)?.nummer ?? 0) + 1;
    const turn = await requestTurn(question, earlier, number, asked.signal);
    if (waiting !== asked) return null;
    talk = [...talk, turn].slice(-MAX_TURNS);
    storeTalk();
    const article = showTurn(turn);
    stopWaiting("Het antwoord staat hieronder.");
    showState();
    return article;
  } catch (error) {
    if (waiting !== asked) return null;
    const aborted = asked.signal.aborted && asked.signal.reason;
    stopWaiting("");
    showFault(explainFailure(error, aborted));
    return null;
  }
}

// The answer comes into view; the focus stays where the next question is typed, but on a touch screen its keyboard would hide it.
function bringIntoView(article) {
  if (matchMedia("(pointer: coarse)").matches) field.blur();
  const room = innerHeight - article.getBoundingClientRect().top;
  if (room < innerHeight / 3) article.scrollIntoView({ block: "start" });
}

async function submit(question) {
  const message = findFault(question);
  if (message) {
    showFault(message);
    field.focus();
    return;
  }
  const article = await ask(question, talk);
  if (article) {
    field.value = "";
    bringIntoView(article);
  } else if (!fault.hidden) {
    field.focus();
  }
}

function clearTalk() {
  talk = [];
  storeTalk();
  log.replaceChildren();
  document.querySelector(".earlier")?.remove();
  showFault("");
  stopWaiting("Het gesprek is gewist.");
  showState();
  history.replaceState(null, "", "/");
  field.focus();
}

// The addresses in the saved talk get this site's name before them, so that they also work from a file.
function saveTalk() {
  const today = new Date().toLocaleDateString("nl-NL", { dateStyle: "long" });
  const head = `# Gesprek met Beleidswijzer\n\nOpgeslagen op ${today}. Het brondocument gaat altijd voor.\n\n`;
  const text = head + talk.map((turn) => turn.markdown.replaceAll("](</", `](<${location.origin}/`)).join("\n");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "text/markdown" }));
  link.download = "beleidswijzer-gesprek.md";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), PATIENCE_MS);
  status.textContent = "Het gesprek is opgeslagen als bestand.";
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit(field.value.trim());
});

field.addEventListener("keydown", (event) => {
  if (event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  form.requestSubmit();
});

find("voorbeelden").addEventListener("click", (event) => {
  if (!event.target.matches("a.example") || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  field.value = event.target.textContent;
  field.focus();
  form.requestSubmit();
});

find("wissen").addEventListener("click", (event) => {
  event.preventDefault();
  clearTalk();
});
stop.addEventListener("click", () => waiting?.abort("stopped"));
find("opslaan").addEventListener("click", saveTalk);
find("afdrukken").addEventListener("click", () => print());
addEventListener("beforeprint", () => log.querySelectorAll("details").forEach((notes) => { notes.open = true; }));

// An address with a question shows the server's answer at once; asking it again here puts it in the talk of this tab.
async function start() {
  for (const item of find("gesprek-knoppen").children) item.hidden = false;
  const rendered = Array.from(log.children);
  talk.forEach(showTurn);
  log.prepend(...rendered);
  showState();
  const question = (new URLSearchParams(location.search).get("vraag") || "").trim();
  if (!rendered.length || !question) return;
  if (await ask(question, [])) {
    rendered.forEach((article) => article.remove());
    history.replaceState(null, "", "/");
  } else {
    showFault(""); // the server's answer stands there already
  }
}

start();
