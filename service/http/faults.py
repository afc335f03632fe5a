"""Says in Dutch what is wrong with an input and what to do, for every fault that validation finds."""

import re
from collections.abc import Mapping

from pydantic import ValidationError

from service.http.problems import Fout

_LONGEST_NAME = 100  # a made-up key can be as long as a body; its name is only there to be recognised

_MESSAGES = {
    "missing": "Dit veld ontbreekt; geef het mee.",
    "extra_forbidden": "Dit veld is onbekend; laat het weg.",
    "string_type": "Geef hier tekst.",
    "int_type": "Geef hier een geheel getal, zonder aanhalingstekens.",
    "tuple_type": "Geef hier een lijst.",
    "model_type": "Geef hier een JSON-object.",
    "string_too_short": "Dit veld is leeg; schrijf er iets in dat geen witruimte is.",
    "string_too_long": "Geef ten hoogste {max_length} tekens.",
    "greater_than_equal": "Geef een getal van ten minste {ge}.",
    "less_than_equal": "Geef een getal van ten hoogste {le}.",
    "too_long": "Geef ten hoogste {max_length} onderdelen.",
    "dutch": "{melding}",
}


def list_faults(error: ValidationError) -> tuple[Fout, ...]:
    """All faults together, in the order of the fields; the values that were sent are not repeated."""
    details = error.errors(include_url=False, include_input=False)
    return tuple(
        Fout(
            veld=".".join(str(part) for part in detail["loc"])[:_LONGEST_NAME],
            melding=_describe(detail["type"], detail["msg"], detail.get("ctx", {})),
        )
        for detail in details
    )


def _describe(kind: str, message: str, context: Mapping[str, object]) -> str:
    if kind == "json_invalid":
        return f"De inhoud is geen geldige JSON{_place_in_json(message)}; verbeter de notatie."
    if kind == "literal_error":
        choices = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        return f"Kies uit: {choices}."
    return _MESSAGES.get(kind, "Deze waarde is niet toegestaan; de beschrijving staat in GET /v1/openapi.json.").format(
        **context
    )


def _place_in_json(message: str) -> str:
    place = re.search(r"at line (\d+) column (\d+)", message)
    return f" (regel {place[1]}, teken {place[2]})" if place else ""
