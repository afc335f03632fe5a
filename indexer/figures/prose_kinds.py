"""Decides by the words around a number in running text what kind of figure it is: counted, expected or aimed at."""

import re

from corpus.types import FigureKind, Measure
from indexer.figures.prose_counted import Counted

_QUALIFIERS = (
    *("gemiddeld", "naar schatting", "bij benadering", "grofweg", "om en nabij", "rond", "rondom", "circa", "ca.", "ca"),
    *("ongeveer", "plusminus", "zo'n", "zo’n", "ruim", "bijna", "krap", "ten minste", "tenminste", "minstens", "minimaal"),
    *("op zijn minst", "ten hoogste", "hoogstens", "maximaal", "hooguit", "niet meer dan", "niet minder dan", "minder dan"),
    *("meer dan", "lager dan", "hoger dan", "onder", "boven", "exact", "precies"),
)
_ONE_QUALIFIER = rf"(?:(?:{'|'.join(re.escape(words) for words in _QUALIFIERS)})\s|[±~<>≤≥]\s?)"
_QUALIFIER = re.compile(
    rf"(?<![\w-])(?:tot\s|wel\s)?(?P<words>{_ONE_QUALIFIER}{{1,3}})(?:tussen\s)?(?:de\s)?(?=(?:(?:€|EUR)\s?)?$)", re.IGNORECASE
)
_BETWEEN = re.compile(r"\btussen\s(?:de\s)?(?=(?:(?:€|EUR)\s?)?$)", re.IGNORECASE)
_DEFINITE = re.compile(r"\b(?:de|deze|die|alle|onze|hun|haar|beide|dezelfde)\s$", re.IGNORECASE)

# What a number is compared with is neither aimed at nor expected.
_BASELINE = re.compile(r"\b(?:ten opzichte van|t\.o\.v\.|vergeleken met|in vergelijking met)[^,;()]{0,300}$", re.IGNORECASE)
_CEILING = re.compile(r"maximaal|ten hoogste|hoogstens|hooguit|niet meer dan", re.IGNORECASE)
_TARGET = re.compile(
    r"\b(?:(?:hoofd|eind|streef|sub)?doel(?:en|stelling|stellingen|waarde)?|streefwaarde|streefcijfer|norm|target|taakstelling"
    r"|beoog\w*|streven|streeft|nastreven|ambitie|afspraak|afgesproken|wil|willen|moet|moeten|dient|dienen"
    r"|zou(?:den)?\s(?:\w+\s)?(?:moeten|dalen|afnemen)|te\s(?:realiseren|bereiken|halen|verminderen|verlagen|verhogen))\b",
    re.IGNORECASE,
)
_ESTIMATE = re.compile(
    r"\b(?:verwacht\w*|raming\w*|geraamd\w*|ramen|voorspel\w*|prognose\w*|geschat\w*|naar\sschatting|schatting\w*|kunnen\sleiden"
    r"|zal|zullen|stel\sdat|indien|pas\sbij)\b",
    re.IGNORECASE,
)
_POSSIBLE = re.compile(r"\bzou(?:den)?\b", re.IGNORECASE)
# "Stijgt naar 15%" and "stijgt van 12% naar 15%" tell how large the share is, "daalt met 15%" by how much.
_LEVEL = re.compile(r"\b(?:naar|op|tot)\s$", re.IGNORECASE)
_TO_LEVEL = re.compile(r"(?:\sprocent)?\snaar\b")
_MORE = re.compile(r"(?:\sprocent(?:punten|punt)?)?\s(?:meer|minder|hoger|lager)\b")
_STOCK = re.compile(
    r"\b(?:in\stotaal|totaal|cumulatief|waren\ser|er\swaren|zijn\ser|er\szijn|telde[n]?|telt|tellen|peildatum|stand|geldige?|had|hadden"
    r"|stond|stonden|staat|staan|wonen|woonden|verblijven|verbleven|wachten|wachtten)\b",
    re.IGNORECASE,
)
_CHANGE = re.compile(
    r"(?:afname|toename|stijging|daling|groei|vermindering|reductie|krimp|verlaging|verhoging)\b|\b(?:(?:ge)?st(?:ijg|eg|eeg)(?:t|en)?"
    r"|(?:ge)?daal(?:de|den|t|d)?|dalen|afnemen|afgenomen|toenemen|toegenomen|(?:ge)?groei(?:de|den|en|t|d)|verminder(?:en|t|d|de|den)"
    r"|(?:nam|namen|neemt|nemen)\b.{0,150}\b(?:af|toe)|terug(?:ge)?br(?:acht|engen)|terug(?:ge)?dr(?:ingen|ongen))\b",
    re.IGNORECASE,
)


def split_qualifier(before: str) -> tuple[str, str]:
    """What stands before a number without its qualifier, and the qualifier as printed ("circa", "ten minste") or ""."""
    match = _QUALIFIER.search(before)
    if match:
        return before[: match.start()] + before[match.end() :], " ".join(match["words"].split())
    return _BETWEEN.sub("", before), ""


def is_definite(before: str) -> bool:
    """Whether the number counts things that are known already: "de 31 regio's"."""
    return bool(_DEFINITE.search(before))


def find_baseline(before: str) -> int | None:
    """Where the words begin that make the number what another one is compared with ("ten opzichte van"), or None."""
    match = _BASELINE.search(before)
    return match.start() if match else None


def decide_measure(counted: Counted, before: str, after: str) -> Measure:
    """The measure: a percentage of what rises or falls is growth, but for the levels it goes from and to.

    ``before`` and ``after`` are what stands in its clause on both sides of the number, without its qualifier.
    """
    if counted.measure != "aandeel":
        return counted.measure
    level = _LEVEL.search(before) or (before.endswith("van ") and _TO_LEVEL.match(after))
    rises = _MORE.match(after) or (not level and _CHANGE.search(f"{counted.noun} {before} {after}"))
    return "groei" if rises else "aandeel"


def decide_kind(counted: Counted, measure: Measure, before: str, qualifier: str, clause: str, around: str) -> FigureKind:
    """The kind of a figure; its clause goes before what stands ``around`` it, what is aimed at before what is expected.

    ``before`` is what stands before the number and its qualifier. "De 31 regio's" are a fact, whatever is said of them.
    """
    plain: FigureKind = "stroom" if counted.period else "telling"
    if measure in ("groei", "aandeel"):
        plain = measure
    if plain == "telling" and _DEFINITE.search(before):
        return plain
    if _TARGET.search(clause):
        return "doel"
    if _ESTIMATE.search(clause) or _POSSIBLE.search(clause):
        return "raming"
    if _CEILING.search(qualifier) or _TARGET.search(around):
        return "doel"
    return "raming" if _ESTIMATE.search(around) else plain


def says_stock(clause: str) -> bool:
    """Whether the clause tells how many there are in all: dated by a day or month, such a count is a stock."""
    return bool(_STOCK.search(clause))
