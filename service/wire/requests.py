"""The Dutch shapes of what callers send: strict, closed, and told what names the open index knows.

Names and docstrings are Dutch for the same reason as in ``wire_citations.py``.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints, ValidationInfo, field_validator
from pydantic.alias_generators import to_camel
from pydantic_core import PydanticCustomError

from corpus.types import Measure
from indexer.store import OpenIndex
from service.types import Question, Turn


@dataclass(frozen=True, slots=True)
class KnownNames:
    """The names that a request may use because the open index has them; passed to validation as its context."""

    kinds: frozenset[str]
    profiles: frozenset[str]


def list_known_names(index: OpenIndex) -> KnownNames:
    """The documentsoorten of documents and their parts, and the profiles of the figures."""
    kinds = {document.kind for document in index.documents.values()}
    parts = {part.kind for document in index.documents.values() for part in document.parts}
    profiles = {figure.profile for figure in index.figures if figure.profile}
    return KnownNames(frozenset(kinds | parts), frozenset(profiles))


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


def _refuse_unknown(names: Iterable[str], known: frozenset[str]) -> None:
    if not known.issuperset(names):
        raise fault(f"Een of meer namen zijn onbekend; kies uit: {', '.join(sorted(known)) or 'geen'}.")


_NoNul = AfterValidator(_refuse_nul)
Words = Annotated[str, _NoNul]
QuestionWords = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=2000), _NoNul]
IsoDate = Annotated[str, AfterValidator(_refuse_impossible_date), Field(json_schema_extra={"format": "date"})]


class RequestShape(BaseModel):
    """Base of what is received: no unknown keys, no guessing of types."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid", use_attribute_docstrings=True, alias_generator=to_camel)


class Beurt(RequestShape):
    """Een eerdere vraag uit het gesprek met haar antwoord."""

    vraag: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), _NoNul]
    """De eerdere vraag."""
    antwoord: Words
    """Het antwoord dat erop kwam."""


class Vraag(RequestShape):
    """Een vraag aan de documenten."""

    vraag: QuestionWords
    """De vraag, 1 tot 2000 tekens."""
    gesprek: Annotated[tuple[Beurt, ...], Field(max_length=20)] = ()
    """Eerdere beurten, oudste eerst; de server bewaart er geen."""
    documentsoorten: tuple[str, ...] = ()
    """Beperk de vraag tot deze soorten; leeg is alle."""
    maximum_citaten: Annotated[int, Field(ge=1, le=10)] = 5
    """Hoeveel citaten het antwoord ten hoogste heeft."""

    @field_validator("documentsoorten")
    @classmethod
    def _refuse_unknown_kinds(cls, kinds: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if isinstance(info.context, KnownNames):
            _refuse_unknown(kinds, info.context.kinds)
        return kinds

    def to_question(self) -> Question:
        """The question as the rest of the service knows it."""
        turns = tuple(Turn(question=turn.vraag, answer=turn.antwoord) for turn in self.gesprek)
        return Question(self.vraag, turns, frozenset(self.documentsoorten), self.maximum_citaten)


class Zoekopdracht(RequestShape):
    """Een zoekopdracht: de passages alleen, zonder antwoord."""

    zoekvraag: QuestionWords
    """Waarnaar te zoeken, 1 tot 2000 tekens."""
    aantal: Annotated[int, Field(ge=1, le=50)] = 10
    """Hoeveel passages."""


class Formulering(RequestShape):
    """Een formulering waarvan de vraag is of zij zo in de documenten staat."""

    tekst: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=5000), _NoNul]
    """De formulering, 1 tot 5000 tekens."""


class Cijferselectie(RequestShape):
    """Welke cijfers."""

    profiel: tuple[str, ...] = ()
    """Zorgprofiel; herhaal de sleutel voor meer profielen. Zonder: alle."""
    maat: Measure | None = None
    """Wat de cijfers meten. Zonder: alle."""
    vanaf: IsoDate | None = None
    """Vroegste peildatum."""
    tot: IsoDate | None = None
    """Laatste peildatum."""

    @field_validator("profiel")
    @classmethod
    def _refuse_unknown_profiles(cls, profiles: tuple[str, ...], info: ValidationInfo) -> tuple[str, ...]:
        if isinstance(info.context, KnownNames):
            _refuse_unknown(profiles, info.context.profiles)
        return profiles

    @field_validator("tot")
    @classmethod
    def _refuse_backward_period(cls, until: str | None, info: ValidationInfo) -> str | None:
        since = info.data.get("vanaf")
        if since and until and since > until:
            raise fault("Kies een datum die niet vóór vanaf ligt.")
        return until
