"""Writes a turn of the talk as Markdown, to keep or to send on: the answer, its figures and every source with its quote.

The addresses in it begin with "/": only the browser knows under which name it reached this service, and puts that before them.
"""

import re

from service.pages.answer_figures import FigureRow, FigureTable, lay_out_figures
from service.pages.answer_view import format_date, link_to_citation
from service.pages.provenance import LABELS, name_of
from service.types import Answer, Citation

# Signs that mean something anywhere in a line, and those that do at its beginning.
_SIGNS = re.compile(r"[\\`*_<>|~&]|!(?=\[)|\](?=[(:\[])")
_LINE_START = re.compile(r"(?m)^([ \t]*)(#|[-+=](?=[-+= \t]|$)|\d{1,9}(?=[.)](?:\s|$)))")


def write_turn(question: str, answer: Answer) -> str:
    """One turn as Markdown (CommonMark, with a table as GitHub writes it), ending with a line break."""
    label = LABELS[name_of(answer)]
    parts = [f"## {_write_line(question)}", f"**{label.title}.** {label.explanation}"]
    if answer.standalone_question != question:
        parts.append(f"Opgevat als: {_write_line(answer.standalone_question)}")
    parts.append(_write_answer(answer.text))
    table = lay_out_figures(answer.figures)
    if table:
        parts.append(_write_table(table))
    if answer.caveats:
        parts += ["### Let op", "\n".join(f"* {_write_line(caveat)}" for caveat in answer.caveats)]
    if answer.citations:
        parts += ["### Bronnen", *(_write_source(citation, f"[{citation.number}] ") for citation in answer.citations)]
    if answer.nearest:
        parts += ["### Deze passages komen het dichtst in de buurt", "Ze geven geen antwoord op de vraag."]
        parts += [_write_source(citation, "") for citation in answer.nearest]
    return "\n\n".join(parts) + "\n"


def escape_markdown(text: str) -> str:
    """The text so that a reader of Markdown shows it as it is."""
    return _LINE_START.sub(lambda found: f"{found[1]}{_escape_start(found[2])}", _SIGNS.sub(r"\\\g<0>", text))


def _escape_start(sign: str) -> str:
    """A number keeps its digits, which can't be escaped: its point or bracket is what makes it a list."""
    return f"{sign}\\" if sign.isdigit() else f"\\{sign}"


def _write_line(text: str) -> str:
    return escape_markdown(" ".join(text.split()))


def _write_answer(text: str) -> str:
    """An answer is nearly Markdown already: its items stay items, its other lines stay apart."""
    lines = []
    for line in text.splitlines():
        item = re.match(r"[ \t]*(?:[-•]|\d{1,3}\.)[ \t]+", line)
        begin = item.end() if item else 0
        lines.append((item[0].replace("•", "-") if item else "") + escape_markdown(line[begin:]))
    return _part_paragraphs(lines)


def _part_paragraphs(lines: list[str]) -> str:
    """The lines with an empty one between what must not run together: a paragraph and whatever comes before or after it."""
    written = ""
    for number, line in enumerate(lines):
        beside_item = number > 0 and _is_item(line) and _is_item(lines[number - 1])
        written += ("" if number == 0 else "\n" if beside_item else "\n\n") + line.rstrip()
    return re.sub(r"\n{3,}", "\n\n", written)


def _is_item(line: str) -> bool:
    return bool(re.match(r"[ \t]*(?:-|\d{1,3}\.)[ \t]", line))


def _write_table(table: FigureTable) -> str:
    subject = "Omschrijving" if table.tells else "Zorgprofiel"
    head = ["Wanneer", subject, "Maat", table.unit.capitalize() or "Waarde", "Berekening"]
    rows = [_list_cells(row) for row in table.rows]
    used = [column for column in range(len(head)) if any(row[column] for row in rows)]
    lines = [[head[column] for column in used], ["---"] * len(used), *([row[column] for column in used] for row in rows)]
    return f"**{_write_line(table.caption)}**\n\n" + "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _list_cells(row: FigureRow) -> list[str]:
    value = f"{row.value} ({row.note})" if row.note else row.value
    return [_write_line(cell) for cell in (row.when, row.what, row.measure, value, row.formula)]


def _write_source(citation: Citation, number: str) -> str:
    document = citation.document
    page = f", pagina {citation.page}" if citation.page else ""
    path = f" Onderdeel: {_write_line(' › '.join(citation.path))}." if citation.path else ""
    about = f"{_write_line(document.publisher)}, {format_date(document.date)}{page}.{path}"
    quoted = "\n".join(f"> {line}  " if line else ">" for line in _write_quote(citation.quote)).rstrip()
    return f"{number}**{_write_line(document.title)}**. {about} [Lees dit in het document](<{link_to_citation(citation)}>)\n\n{quoted}"


def _write_quote(quote: str) -> list[str]:
    """The lines of a quote with one empty line at most between them; white space before one goes: it would make it code."""
    lines = [escape_markdown(line.strip()) for line in quote.strip().splitlines()]
    return [line for line, before in zip(lines, ["", *lines], strict=False) if line or before]
