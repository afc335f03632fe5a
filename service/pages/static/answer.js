// Makes the elements of an answer out of the JSON of /v1/vragen: the same as answer.html makes on the server. Text only ever
// becomes a text node, so nothing in a question or a document can run.

const LABELS = {
  "letterlijk": ["Letterlijk uit de bron", "Dit zijn de woorden van de documenten."],
  "berekend": ["Berekend uit de bron", "De cijfers staan in de documenten. De berekening staat erbij."],
  "gegenereerd": ["Herschreven door een taalmodel", "Controleer de tekst bij de bronnen hieronder."],
  "niet-gevonden": ["Niet gevonden", "Gebruik andere woorden, of kijk of een passage hieronder u helpt."],
  "persoonsgegevens": ["Persoonsgegevens", "Stel uw vraag opnieuw, zonder gegevens over een persoon."],
};
const MONTHS = "januari februari maart april mei juni juli augustus september oktober november december".split(" ");

function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null && child !== ""));
  return element;
}

function formatDate(date) {
  if (!/^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(date)) return date;
  const [year, month, day] = date.split("-").map(Number);
  return [day, month && MONTHS[month - 1], year].filter(Boolean).join(" ");
}

function formatValue(value, unit) {
  if (unit === "procent") return `${value.toLocaleString("nl-NL", { minimumFractionDigits: 2, maximumFractionDigits: 2 })} %`;
  return `${value.toLocaleString("nl-NL", { maximumFractionDigits: 10 })} ${unit}`;
}

function documentLink(citation) {
  return citation.link.replace("#", `?begin=${citation.begin}&eind=${citation.eind}#`);
}

function readLines(text) {
  const entries = [];
  let afterBlank = true;
  for (const line of text.split("\n")) {
    const item = /^[ \t]*(?:[-•]|(\d{1,3})\.)[ \t]+(.*)$/.exec(line);
    const last = entries[entries.length - 1];
    if (!line.trim()) {
      afterBlank = true;
      continue;
    }
    if (item) entries.push({ form: item[1] ? "ol" : "ul", number: item[1], text: item[2] });
    else if (last && !afterBlank && (last.form === "p" || /^[ \t]/.test(line))) last.text += "\n" + line.trim();
    else entries.push({ form: "p", text: line.trim() });
    afterBlank = false;
  }
  return entries;
}

function makePieces(text, turnId, numbers) {
  return text.split(/(\[\d{1,3}\])/).map((piece) => {
    const number = /^\[\d{1,3}\]$/.test(piece) ? Number(piece.slice(1, -1)) : null;
    if (!numbers.has(number)) return piece;
    return make("a", { class: "reference", href: `#${turnId}-citaat-${number}`, "aria-label": `Bron ${number}` }, piece);
  });
}

function makeText(answer, turnId) {
  const numbers = new Set(answer.citaten.map((citation) => citation.nummer));
  const box = make("div", { class: "answer" });
  for (const entry of readLines(answer.antwoord)) {
    const pieces = makePieces(entry.text, turnId, numbers);
    if (entry.form === "p") {
      box.append(make("p", {}, ...pieces));
      continue;
    }
    let list = box.lastElementChild;
    if (!list || list.localName !== entry.form) box.append(list = make(entry.form));
    list.append(make("li", entry.number ? { value: entry.number } : {}, ...pieces));
  }
  return box;
}

// The quote with the answering words marked, unless all of it answers. Offsets count code points, a string's own count units.
function makeQuote(citation) {
  const points = Array.from(citation.citaat);
  const [from, to] = [citation.kern.begin - citation.begin, citation.kern.eind - citation.begin];
  if (to - from === points.length) return make("blockquote", {}, citation.citaat);
  const [before, core, after] = [[0, from], [from, to], [to]].map((cut) => points.slice(...cut).join(""));
  return make("blockquote", {}, before, make("mark", {}, core), after);
}

function makeCard(citation, id) {
  const page = citation.pagina ? `, pagina ${citation.pagina}` : "";
  const hidden = `: ${citation.titel}` + (id ? `, bron ${citation.nummer}` : "");
  return make("li", id ? { class: "card", id, tabindex: "-1" } : { class: "card" },
    make("p", { class: "source" },
      id ? make("span", { class: "number" }, `[${citation.nummer}]`) : null, id ? " " : null, make("cite", {}, citation.titel)),
    make("p", { class: "meta" }, `${citation.uitgever}, ${formatDate(citation.datum)}${page}`),
    citation.onderdeel.length ? make("p", { class: "meta" }, citation.onderdeel.join(" › ")) : null,
    makeQuote(citation),
    make("p", {}, make("a", { href: documentLink(citation) }, "Lees dit in het document", make("span", { class: "unseen" }, hidden))));
}

function makeCards(heading, explanation, listTag, cards) {
  if (!cards.length) return null;
  return make("div", { class: "sources", "aria-live": "off" }, make("h3", {}, heading),
    explanation ? make("p", { class: "meta" }, explanation) : null, make(listTag, { class: "cards" }, ...cards));
}

function makeFigureRow(figure) {
  const made = figure.bewerking;
  return make("tr", made ? { class: "computed" } : {},
    make("td", {}, formatDate(figure.peildatum)),
    make("td", {}, figure.profiel || "alle"),
    make("td", { class: "amount" }, formatValue(figure.waarde, figure.eenheid)),
    make("td", {}, made ? made.naam : figure.maat, made ? make("br") : null, made ? make("span", { class: "meta" }, made.formule) : null),
    make("td", {}, make("a", { class: "reference", href: documentLink(figure.citaat),
      "aria-label": `Lees bron ${figure.citaat.nummer} in het document` }, `[${figure.citaat.nummer}]`)));
}

function makeTable(figures) {
  if (!figures.length) return null;
  const flat = figures.flatMap((figure) => [...(figure.bewerking ? figure.bewerking.invoer : []), figure]);
  const rows = new Map(flat.map((figure) => [JSON.stringify(figure), makeFigureRow(figure)]));
  const head = ["Peildatum", "Zorgprofiel", "Waarde", "Maat", "Bron"]
    .map((name) => make("th", name === "Waarde" ? { scope: "col", class: "amount" } : { scope: "col" }, name));
  return make("div", { class: "wide", role: "region", "aria-label": "Tabel met cijfers", tabindex: "0" },
    make("table", {}, make("caption", {}, "Cijfers bij dit antwoord"), make("thead", {}, make("tr", {}, ...head)),
      make("tbody", {}, ...rows.values())));
}

// The whole answer as an element. The question is shown as the server gives it back: there personal data are masked.
export function makeTurn(answer, turnId) {
  const name = answer.status === "beantwoord" ? answer.herkomst : answer.status;
  const [title, explanation] = LABELS[name] || ["Antwoord", ""];
  const parts = [
    make("h2", { class: "asked" }, answer.vraag),
    answer.zelfstandigeVraag !== answer.vraag ? make("p", { class: "meta" }, `Opgevat als: ${answer.zelfstandigeVraag}`) : null,
    make("p", { class: "provenance" }, make("strong", {}, title), " ", make("span", {}, explanation)),
    makeText(answer, turnId),
    makeTable(answer.cijfers),
    answer.kanttekeningen.length
      ? make("div", { class: "caveats" }, make("h3", {}, "Let op"),
        make("ul", {}, ...answer.kanttekeningen.map((caveat) => make("li", {}, caveat))))
      : null,
    makeCards("Bronnen", "", "ol", answer.citaten.map((citation) => makeCard(citation, `${turnId}-citaat-${citation.nummer}`))),
    makeCards("Deze passages komen het dichtst in de buurt", "Ze geven geen antwoord op uw vraag.", "ul",
      answer.dichtstbij.map((citation) => makeCard(citation, ""))),
  ];
  return make("article", { class: `turn ${name}`, id: turnId }, ...parts);
}
