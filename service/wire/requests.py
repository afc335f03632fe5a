"""The Dutch shapes of what callers send: strict, closed, and told what names the open index knows.

Names and docstrings are Dutch for the same reason as in ``wire_citations.py``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Literal

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from corpus.types import Measure
from indexer.store import OpenIndex
from service.personal_data import mask_within
from service.types import LONGEST_QUESTION, Question, Turn


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names that a request may use because the open index has them; passed to validation as its context."""

    kinds: frozenset[str]
    profiles: frozenset[str]
    series: frozenset[str] = frozenset()


def list_known_names(index: OpenIndex) -> KnownNames:
    """The documentsoorten of documents and their parts, and the profiles and series of the figures."""
    kinds = {document.kind for document in index.documents.values()}
    parts = {part.kind for document in index.documents.values() for part in document.parts}
    series = frozenset(figure.series for figure in index.figures)
    return KnownNames(frozenset(kinds | parts), frozenset(index.profiles), series)


def fault(message: str) -> PydanticCustomError:
    """A fault whose Dutch message goes to the caller as it is."""
    return PydanticCustomError("dutch", "{melding}", {"melding": message})


def _refuse_nul(text: str) -> str:
    if "\x00" in text:
        raise fault("Haal het teken NUL (U+0000) uit deze tekst.")
    return text


def _refuse_impossible_date(text: str) -> str:
    try:
        if re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", text):
            date.fromisoformat(text)
            return text
    except ValueError:
        pass
    raise fault("Geef een bestaande datum als jjjj-mm-dd, bijvoorbeeld 2022-07-01.")


def _refuse_other_centuries(text: str) -> str:
    if not "1900-01-01" <= text <= "2100-12-31":
        raise fault("Geef een datum van 1900-01-01 tot en met 2100-12-31.")
    return text


def _read_digits(value: object) -> object:
    """A number out of a query, where all is text; more digits than any number of pages has are refused."""
    if isinstance(value, str):
        if not re.fullmatch(r"[0-9]{1,9}", value):
            raise fault("Geef hier een geheel getal in cijfers, bijvoorbeeld 2.")
        return int(value)
    return value


def _refuse_unknown(names: Iterable[str], known: frozenset[str]) -> None:
    if not known.issuperset(names):
        raise fault(f"Een of meer namen zijn onbekend; kies uit: {', '.join(sorted(known)) or 'geen'}.")


LONGEST_WORDING = 5000
"""Characters of a wording to check."""
LONGEST_ANSWER = 20_000
"""Characters of an earlier answer that are read. A longer one is no fault: it may be ours, and who follows up sends it back."""
MOST_TURNS = 20
"""Earlier turns of a talk."""


def _mask_within(most: int) -> AfterValidator:
    """What every field of free text ends with: nothing behind it sees personal data, or more than this many characters."""
    return AfterValidator(lambda text: mask_within(text, most))


_NoNul = AfterValidator(_refuse_nul)
QuestionWords = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_QUESTION),
    _NoNul,
    _mask_within(LONGEST_QUESTION),
]
WordingWords = Annotated[
    str,
    StringConstraints(strip_whitespace=True, min_length=1, max_length=LONGEST_WORDING),
    _NoNul,
    _mask_within(LONGEST_WORDING),
]
AnswerWords = Annotated[str, _NoNul, _mask_within(LONGEST_ANSWER)]
_InQuery = BeforeValidator(_read_digits)
IsoDate = Annotated[str, AfterValidator(_refuse_impossible_date), Field(json_schema_extra={"format": "date"})]


class RequestShape(BaseModel):
    """Base of what is received: no unknown keys, no guessing of types."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True, alias_generator=to_camel)


class Beurt(RequestShape):
    """Een eerdere vraag uit het gesprek met haar antwoord."""

    vraag: QuestionWords
    """De eerdere vraag, 1 tot 2000 tekens."""
    antwoord: AnswerWords
    """Het antwoord dat erop kwam; van een langer antwoord tellen de eerste 20.000 tekens."""


class Vraag(RequestShape):
    """Een vraag aan de documenten."""

    vraag: QuestionWords
    """De vraag, 1 tot 2000 tekens."""
    gesprek: Annotated[tuple[Beurt, ...], Field(max_length=MOST_TURNS)] = ()
    """Eerdere beurten, oudste eerst; de server bewaart er geen, en leest persoonsgegevens erin niet."""
    documentsoorten: tuple[str, ...] = ()
    """Beperk de vraag tot deze soorten; leeg is alle."""
    maximum_citaten: Annotated[int, Field(ge=1, le=10)] = 5
    """Hoeveel citaten het antwoord ten hoogste heeft."""
    referentiedatum: Annotated[IsoDate, AfterValidator(_refuse_other_centuries)] | None = None
    """De dag waarvan af "vorig jaar" en dergelijke tellen, van 1900 tot en met 2100. Zonder: de laatste peildatum van de cijfers."""

    @field_validator("documentsoorten")
    @classmethod
    def _refuse_unknown_kinds(cls, kinds: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if isinstance(info.context, KnownNames):
            _refuse_unknown(kinds, info.context.kinds)
        return kinds

    def to_question(self) -> Question:
        """The question as the rest of the service knows it."""
        turns = tuple(Turn(question=turn.vraag, answer=turn.antwoord) for turn in self.gesprek)
        return Question(self.vraag, turns, frozenset(self.documentsoorten), self.maximum_citaten, self.referentiedatum)


class Zoekopdracht(RequestShape):
    """Een zoekopdracht: de passages alleen, zonder antwoord."""

    zoekvraag: QuestionWords
    """Waarnaar te zoeken, 1 tot 2000 tekens; naar persoonsgegevens wordt niet gezocht."""
    aantal: Annotated[int, Field(ge=1, le=50)] = 10
    """Hoeveel passages."""


class Formulering(RequestShape):
    """Een formulering waarvan de vraag is of zij zo in de documenten staat."""

    tekst: WordingWords
    """De formulering, 1 tot 5000 tekens; persoonsgegevens erin worden niet vergeleken."""


class Cijferselectie(RequestShape):
    """Welke cijfers, en in welke vorm."""

    reeks: tuple[str, ...] = ()
    """Reeks; herhaal de sleutel voor meer reeksen. Zonder: alle."""
    profiel: tuple[str, ...] = ()
    """Zorgprofiel; herhaal de sleutel voor meer profielen. Zonder: alle, ook cijfers zonder profiel."""
    maat: Measure | None = None
    """Wat de cijfers meten. Zonder: alle."""
    vanaf: IsoDate | None = None
    """Vroegste dag: van cijfers met een peildatum op of na deze dag, of met een periode die dan nog loopt."""
    tot: IsoDate | None = None
    """Laatste dag: van cijfers met een peildatum op of vóór deze dag, of met een periode die dan al loopt."""
    pagina: Annotated[int, _InQuery, Field(ge=1)] | None = None
    """Welke pagina, vanaf 1. Zonder pagina en zonder aantalPerPagina: alle cijfers in één keer."""
    aantal_per_pagina: Annotated[int, _InQuery, Field(ge=1, le=1000)] | None = None
    """Hoeveel cijfers op een pagina, 1 tot 1000. Met alleen pagina: 100."""
    weergave: Literal["json", "csv", "svg"] | None = None
    """De vorm, voor wie geen kop Accept kan meesturen, zoals een link; gaat vóór Accept."""

    @field_validator("profiel")
    @classmethod
    def _refuse_unknown_profiles(cls, profiles: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if isinstance(info.context, KnownNames):
            _refuse_unknown(profiles, info.context.profiles)
        return profiles

    @field_validator("reeks")
    @classmethod
    def _refuse_unknown_series(cls, series: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if isinstance(info.context, KnownNames):
            _refuse_unknown(series, info.context.series)
        return series

    @field_validator("tot")
    @classmethod
    def _refuse_backward_period(cls, until: str | None, info: ValidationInfo) -> str | None:
        since = info.data.get("vanaf")
        if since and until and since > until:
            raise fault("Kies een datum die niet vóór vanaf ligt.")
        return until
