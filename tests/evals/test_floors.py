"""A floor is a number for a measure of the whole run or of a half; what lies below it is named with the cases that are wrong."""

from pathlib import Path

import pytest

from evals.floors import FloorsError, Shortfall, find_shortfalls, load_floors
from tests.evals.making import make_outcome

GOOD = make_outcome("a", split="ontwikkeling", antwoord_goed=True, terecht_beantwoord=True)
WRONG = make_outcome("b", antwoord_goed=False, terecht_beantwoord=False, status="niet-gevonden")
OTHER = make_outcome("c", terecht_geweigerd=True, status="niet-gevonden", confidence=0.95)


def test_the_agreed_floors_can_be_read() -> None:
    assert load_floors()["alles"]["citaten-heel"] == 1.0


@pytest.mark.parametrize(
    ("written", "says"),
    [
        ('[alles]\n"goed" = 1', "'goed' is geen maat"),
        ('[alles]\n"antwoord-goed" = 90', "moet tussen 0 en 1"),
        ("[toets]\nauroc = true", "moet tussen 0 en 1"),
        ('[helft]\n"antwoord-goed" = 0.9', "'helft' is geen tabel"),
        ('"antwoord-goed" = 0.9', "'antwoord-goed' is geen tabel"),
        ("[", "niet te lezen"),
    ],
)
def test_floors_that_mean_nothing_are_refused(tmp_path: Path, written: str, says: str) -> None:
    (tmp_path / "floors.toml").write_text(written)
    with pytest.raises(FloorsError, match=says):
        load_floors(tmp_path / "floors.toml")


def test_a_measure_below_its_floor_falls_short_and_one_on_it_does_not() -> None:
    assert find_shortfalls([GOOD, WRONG], {"alles": {"antwoord-goed": 0.5}}) == ()
    short = Shortfall("alles", "antwoord-goed", 0.5, 0.51, ("b",))
    assert find_shortfalls([GOOD, WRONG], {"alles": {"antwoord-goed": 0.51}}) == (short,)


def test_a_half_has_floors_of_its_own() -> None:
    assert find_shortfalls([GOOD, WRONG], {"ontwikkeling": {"antwoord-goed": 1.0}}) == ()
    (short,) = find_shortfalls([GOOD, WRONG], {"toets": {"antwoord-goed": 0.1}})
    assert (short.group, short.value, short.case_ids) == ("toets", 0.0, ("b",))


def test_a_measure_of_the_whole_can_fall_short_and_blames_no_case() -> None:
    shortfalls = find_shortfalls([GOOD, OTHER], {"alles": {"auroc": 0.9, "balans": 0.9}})
    assert shortfalls == (Shortfall("alles", "auroc", 0.0, 0.9, ()),)
    assert shortfalls[0].heading == "AUROC van de zekerheid"


def test_what_a_run_does_not_measure_falls_not_short() -> None:
    assert find_shortfalls([GOOD], {"alles": {"lijst-volledig": 1.0, "auroc": 1.0, "balans": 1.0}}) == ()
