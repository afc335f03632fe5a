"""Says in Dutch what is wrong with an input and what to do, for every fault that validation finds."""

import re
from collections.abc import Iterator, Mapping

from pydantic import ValidationError

from service.http.problems import Fout

# An unknown key is named where it can be a mistyped name of ours; anything else may be what somebody wrote.
_NAME_OF_A_KEY = re.compile(r"[A-Za-z_-]{0,40}")
_UNNAMED = "…"

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
    """All faults together, in the order of the fields; the values that were sent are not repeated, nor keys that hold more than a name."""
    details = error.errors(include_url=False, include_input=False)
    return tuple(
        Fout(
            veld=".".join(_name_place(detail["type"], detail["loc"])),
            melding=_describe(detail["type"], detail["msg"], detail.get("ctx", {})),
        )
        for detail in details
    )


def _name_place(kind: str, place: tuple[int | str, ...]) -> Iterator[str]:
    """The names of a field and of what it lies in; the last of an unknown key is made up by whoever sent it."""
    for number, part in enumerate(map(str, place), start=1):
        is_ours = kind != "extra_forbidden" or number < len(place)
        yield part if is_ours or _NAME_OF_A_KEY.fullmatch(part) else _UNNAMED


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
