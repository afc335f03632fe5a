// Marks the words that the address points at (#t{begin}-{eind}) and brings them into view. The server marks them too when
// the address has a query; this covers permalinks without one. Offsets count Unicode code points, strings here UTF-16 units.

const text = document.getElementById("tekst");
const fault = document.getElementById("plaats-fout");
const notice = document.getElementById("plaats-goed");
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

// Every text node with the stretch of the canonical text that it holds.
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
  const first = toUnits(node.data, Math.max(range.begin - begin, 0));
  const last = toUnits(node.data, Math.min(range.end, end) - begin);
  const part = document.createRange();
  part.setStart(node, first);
  part.setEnd(node, last);
  const mark = document.createElement("mark");
  part.surroundContents(mark);
  return mark;
}

function showRange() {
  const range = readRange();
  if (!range) return;
  if (!document.getElementById(location.hash.slice(1))) {
    clearMarks();
    const nodes = listNodes();
    const length = nodes.length ? nodes[nodes.length - 1].end : 0;
    const usable = range.begin < range.end && range.end <= length;
    fault.hidden = usable;
    fault.textContent = usable ? "" : wrongRange;
    notice.textContent = usable ? "De aangehaalde woorden zijn gemarkeerd." : "";
    if (!usable) return fault.scrollIntoView({ block: "center" });
    const marks = nodes.filter((part) => part.begin < range.end && range.begin < part.end).map((part) => markPart(part, range));
    marks[0].id = location.hash.slice(1);
    marks[0].tabIndex = -1;
  }
  const target = document.getElementById(location.hash.slice(1));
  target.scrollIntoView({ block: "center" });
  target.focus({ preventScroll: true });
}

addEventListener("hashchange", showRange);
showRange();
