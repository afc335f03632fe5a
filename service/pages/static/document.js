// Marks the words that a fragment alone points at (#t{begin}-{eind}), as the server does for an address with a query, and copies
// a passage with its source. Offsets count Unicode code points, strings here UTF-16 units.

const text = document.getElementById("tekst");
const fault = document.getElementById("plaats-fout");
const notice = document.getElementById("plaats-goed");
const contents = document.querySelector("#inhoudsopgave details");
const wrongRange = "De plaats in dit adres staat niet in dit document. Misschien is het document veranderd. " +
  "Zoek de passage opnieuw via de vraagpagina.";

function readRange() {
  const found = /^#t(\d{1,9})-(\d{1,9})$/.exec(location.hash);
  return found && { begin: Number(found[1]), end: Number(found[2]) };
}

function clearMarks() {
  for (const mark of text.querySelectorAll("mark")) mark.replaceWith(...mark.childNodes);
  text.normalize();
}

// The UTF-16 offset in the string of a number of code points; the string's length when it has fewer.
function toUnits(string, codePoints) {
  let units = 0;
  for (const character of string) {
    if (codePoints-- === 0) return units;
    units += character.length;
  }
  return string.length;
}

// Every text node with the stretch of the canonical text that it holds: joined they are that text.
function listNodes() {
  const nodes = [];
  const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
  let begin = 0;
  while (walker.nextNode()) {
    const end = begin + Array.from(walker.currentNode.data).length;
    nodes.push({ node: walker.currentNode, begin, end });
    begin = end;
  }
  return nodes;
}

function markPart({ node, begin, end }, range) {
  const part = document.createRange();
  part.setStart(node, toUnits(node.data, Math.max(range.begin - begin, 0)));
  part.setEnd(node, toUnits(node.data, Math.min(range.end, end) - begin));
  const mark = document.createElement("mark");
  mark.className = "current";
  part.surroundContents(mark);
  return mark;
}

// Marks the range, and gives the id to the first mark that can be seen. False when the document has no such range.
function markRange(range) {
  const nodes = listNodes();
  if (range.begin >= range.end || !nodes.length || range.end > nodes.at(-1).end) return false;
  clearMarks();
  const marks = listNodes().filter((part) => part.begin < range.end && range.begin < part.end).map((part) => markPart(part, range));
  const first = marks.find((mark) => !mark.closest(".unshown")) ?? marks[0];
  first.id = location.hash.slice(1);
  first.tabIndex = -1;
  return true;
}

// Puts the panel of these words in place, as the server renders it; without it the words are marked all the same.
async function loadPanel(range) {
  const response = await fetch(`${location.pathname}/passage?t=${range.begin}-${range.end}`).catch(() => null);
  if (!response?.ok) return;
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  document.getElementById("passage").replaceWith(page.getElementById("passage"));
  offerCopying();
}

function showRange() {
  const range = readRange();
  if (!range) return;
  if (!document.getElementById(location.hash.slice(1))) {
    const marked = markRange(range);
    fault.hidden = marked;
    fault.textContent = marked ? "" : wrongRange;
    notice.classList.add("routine");
    notice.textContent = marked ? "De aangehaalde woorden zijn gemarkeerd." : "";
    if (!marked) return fault.scrollIntoView({ block: "center" });
    loadPanel(range);
  }
  const place = document.getElementById(location.hash.slice(1));
  const target = place.tabIndex === -1 && place.hasAttribute("tabindex") ? place : text.querySelector("mark.current") ?? place;
  target.scrollIntoView({ block: "start" });
  target.focus({ preventScroll: true });
}

async function copyPassage() {
  const source = document.getElementById("bronvermelding");
  const told = document.getElementById("gekopieerd");
  try {
    await navigator.clipboard.writeText(source.textContent.trim());
    told.textContent = "Gekopieerd, met de bron en de vaste link.";
  } catch {
    // Outside https a page may not write the clipboard: the words are selected, so that one key press copies them.
    document.getElementById("verwijzing").open = true;
    getSelection().selectAllChildren(source);
    told.textContent = "Kopiëren lukt niet vanzelf. De tekst is geselecteerd: druk op Ctrl+C of kies Kopiëren.";
  }
}

function offerCopying() {
  const button = document.getElementById("kopieer");
  if (!button) return;
  button.hidden = false;
  button.addEventListener("click", copyPassage);
}

if (contents && matchMedia("(min-width: 64rem)").matches) contents.open = true;
offerCopying();
addEventListener("hashchange", showRange);
showRange();
