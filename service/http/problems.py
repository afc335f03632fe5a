"""Makes every error of the API one shape, application/problem+json (RFC 9457), so that a caller handles all of them alike.

Nothing a caller sent is repeated but the names of fields: a question can hold personal data.
"""

from collections.abc import Mapping

from pydantic import BaseModel, ConfigDict
from starlette.responses import Response

MEDIA_TYPE = "application/problem+json"

# Status, title, and what to do about it where the raiser has no better words.
_TEXTS = {
    400: ("Ongeldige invoer", "De aanvraag is niet te begrijpen; verbeter wat bij de fouten staat."),
    404: ("Niet gevonden", "Dit adres bestaat niet. GET /v1/openapi.json noemt alle adressen."),
    405: ("Methode niet toegestaan", "Dit adres kent deze methode niet; de kop Allow noemt de methoden die het wel kent."),
    413: ("Aanvraag te groot", "De inhoud van de aanvraag is te groot; maak hem kleiner."),
    415: ("Verkeerd mediatype", "Stuur de inhoud als JSON met de kop Content-Type: application/json."),
    500: ("Interne fout", "Er ging iets mis dat niet aan de aanvraag ligt. Probeer het opnieuw, of meld het bij de beheerder."),
    503: ("Even niet beschikbaar", "De index wordt nog geopend. Probeer het over enkele seconden opnieuw."),
}


class Fout(BaseModel):
    """Eén fout in de invoer."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    veld: str
    """Naam van het veld, met een punt tussen de delen; leeg als het om de hele inhoud gaat, … waar een sleutel geen naam is."""
    melding: str
    """Wat eraan te doen is."""


class Probleem(BaseModel):
    """Een foutantwoord volgens RFC 9457."""

    model_config = ConfigDict(use_attribute_docstrings=True)

    status: int
    """De HTTP-status."""
    title: str
    """De soort fout."""
    detail: str
    """Wat er mis is en wat eraan te doen is."""
    fouten: tuple[Fout, ...] = ()
    """Alle fouten in de invoer; leeg als het daar niet aan ligt."""


class InvalidInputError(Exception):
    """The request is well-formed HTTP but not what the contract asks; carries all its faults together."""

    def __init__(self, faults: tuple[Fout, ...]) -> None:
        super().__init__(f"{len(faults)} fout(en) in de invoer")
        self.faults = faults


def make_problem(
    status: int, detail: str = "", faults: tuple[Fout, ...] = (), headers: Mapping[str, str] | None = None
) -> Response:
    """The response for an error: the standing text of its status, unless ``detail`` says it better."""
    title, standing_detail = _TEXTS.get(status, ("Fout", "De aanvraag kan niet worden uitgevoerd."))
    problem = Probleem(status=status, title=title, detail=detail or standing_detail, fouten=faults)
    return Response(problem.model_dump_json(), status, headers=headers, media_type=MEDIA_TYPE)
