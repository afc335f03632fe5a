"""What every report shows its numbers in: a table of plain text in Dutch, and how a share is written."""

from dataclasses import dataclass

from evals.summary import Share

SHORT_HEADINGS = {
    "bewijs-1000": "Bewijs @1.000",
    "bewijs-geheel": "Bewijs geheel",
    "antwoord-goed": "Antwoord goed",
    "antwoord-1000": "Goed @1.000",
    "lijst-volledig": "Lijst volledig",
    "terecht-beantwoord": "Beantwoord",
    "terecht-geweigerd": "Geweigerd",
}
"""The measures of wide tables: those that say most, under short headings."""

NOT_MEASURED = "–"


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of plain text under headings; ``note`` says how to read them. The first column names the row."""

    heading: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    note: str = ""


def write_decimal(value: float | None) -> str:
    """A share with three decimals and a comma; a dash where there is none."""
    return NOT_MEASURED if value is None else f"{value:.3f}".replace(".", ",")


def write_share(share: Share | None) -> str:
    """A share with its count and its 95 % interval; a dash where there is none."""
    if share is None:
        return NOT_MEASURED
    low, high = (f"{bound:.2f}".replace(".", ",") for bound in (share.low, share.high))
    return f"{write_decimal(share.value)} {share.good}/{share.total} ({low}–{high})"
