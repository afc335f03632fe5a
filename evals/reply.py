"""The answer as it came over the wire, as far as an evaluator judges it: the edge between JSON and the scorers.

Deliberately not the service's own shapes: a baseline, an older version and a server elsewhere are judged by the same eyes.
"""

from pydantic import BaseModel, ConfigDict, Field, ValidationError


class ReplyError(ValueError):
    """A response that is not the answer the contract promises; the message says what is wrong with it."""


class _Wire(BaseModel):
    model_config = ConfigDict(frozen=True, populate_by_name=True)


class CitedText(_Wire):
    """A citation: a stretch ``[begin:end]`` of a document's canonical text, and what is said to stand there."""

    number: int | None = Field(default=None, alias="nummer")
    document_id: str = Field(alias="documentId")
    version: str = Field(alias="documentVersie")
    title: str = Field(default="", alias="titel")
    date: str = Field(default="", alias="datum")
    path: tuple[str, ...] = Field(default=(), alias="onderdeel")
    begin: int
    end: int = Field(alias="eind")
    quote: str = Field(alias="citaat")


class Computed(_Wire):
    """How a figure was computed."""

    formula: str = Field(alias="formule")
    inputs: tuple["AnsweredFigure", ...] = Field(default=(), alias="invoer")


class AnsweredFigure(_Wire):
    """A figure of the answer."""

    value: float = Field(alias="waarde")
    profile: str | None = Field(default=None, alias="profiel")
    reference_date: str | None = Field(default=None, alias="peildatum")
    computation: Computed | None = Field(default=None, alias="bewerking")


class IndexName(_Wire):
    """The index that answered."""

    version: str = Field(alias="versie")
    built_at: str = Field(default="", alias="gebouwdOp")


class Reply(_Wire):
    """An answer of ``POST /v1/vragen``."""

    status: str
    reason: str | None = Field(default=None, alias="reden")
    text: str = Field(alias="antwoord")
    confidence: float | None = Field(default=None, alias="zekerheid")
    citations: tuple[CitedText, ...] = Field(default=(), alias="citaten")
    figures: tuple[AnsweredFigure, ...] = Field(default=(), alias="cijfers")
    nearest: tuple[CitedText, ...] = Field(default=(), alias="dichtstbij")
    index: IndexName


def read_reply(response: object) -> Reply:
    """The response's JSON as a ``Reply``. Raises ``ReplyError`` naming the fields that are missing or wrong."""
    try:
        return Reply.model_validate(response)
    except ValidationError as fault:
        fields = sorted({".".join(str(step) for step in error["loc"]) or "het geheel" for error in fault.errors()})
        raise ReplyError(f"het antwoord is niet zoals afgesproken: {', '.join(fields)}") from fault
