"""A fault names its field and says in Dutch what to do, whatever was wrong."""

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from service.http.faults import list_faults


class Sample(BaseModel):
    """A shape with more kinds of rules than the contract has today."""

    model_config = ConfigDict(strict=True, extra="forbid")

    kind: Literal["een", "twee", "drie"] = "een"
    numbers: Annotated[tuple[int, ...], Field(max_length=2)] = ()
    pattern: Annotated[str, Field(pattern="a+")] = "a"


def faults_of(body: str) -> dict[str, str]:
    with pytest.raises(ValidationError) as caught:
        Sample.model_validate_json(body)
    return {fault.veld: fault.melding for fault in list_faults(caught.value)}


def test_a_choice_lists_what_there_is_to_choose() -> None:
    assert faults_of('{"kind": "vier"}') == {"kind": "Kies uit: een, twee, drie."}


def test_a_place_in_a_list_is_part_of_the_name() -> None:
    assert faults_of('{"numbers": [1, "x"]}') == {"numbers.1": "Geef hier een geheel getal, zonder aanhalingstekens."}


def test_a_list_that_is_too_long_says_how_long_it_may_be() -> None:
    assert faults_of('{"numbers": [1, 2, 3]}') == {"numbers": "Geef ten hoogste 2 onderdelen."}


def test_a_rule_without_words_of_its_own_points_to_the_description() -> None:
    assert "openapi.json" in faults_of('{"pattern": "b"}')["pattern"]


def test_broken_json_says_where() -> None:
    assert faults_of('{\n  "kind": een}') == {"": "De inhoud is geen geldige JSON (regel 2, teken 11); verbeter de notatie."}


def test_braces_in_a_name_do_no_harm() -> None:
    assert faults_of('{"{melding} %s": 1}') == {"…": "Dit veld is onbekend; laat het weg."}
