"""Promises of recognising care profiles."""

import pytest

from service.figures.asking.profile_names import find_profiles

KNOWN = ("GGZ01W", "GGZ02W", "GGZ03W", "GGZ04W", "GGZ05W")


@pytest.mark.parametrize(
    "written",
    [
        "GGZ03W",
        "ggz03w",
        "GGZ 03W",
        "ggz 3 w",
        "GGZ3W",
        "ggz-03-w",
        "GGZ-W 3",
        "ggzw3",
        "ggz w 03",
        "ggz 3 wonen",
        "ggz wonen 3",
        "GGZ-wonen 3",
        "ggz wonen profiel 3",
        "profiel 3",
        "Profiel drie",
        "zorgprofiel 3",
        "zorgzwaarteprofiel 3",
        "zzp 3",
        "ZZP3",
        "zzp ggz 3",
        "zorgprofiel ggz 03w",
        "profiel nr. 3",
        "profiel 3W",
        "ggz 3",
        "G G Z 03 W",
        "G.G.Z. 3 wonen",
        "GGZO3W",
        "ggzo3",
        "03W",
        "3w",
    ],
)
def test_a_profile_is_recognised_in_every_way_people_write_it(written: str) -> None:
    assert find_profiles(f"Hoeveel indicaties {written} waren er?", KNOWN).codes == ("GGZ03W",)


@pytest.mark.parametrize(
    ("written", "codes"),
    [
        ("GGZ03W en GGZ04W", ("GGZ03W", "GGZ04W")),
        ("GGZ 03W en 04W", ("GGZ03W", "GGZ04W")),
        ("profiel 1, 2 en 5", ("GGZ01W", "GGZ02W", "GGZ05W")),
        ("profiel 1 t/m 3", ("GGZ01W", "GGZ02W", "GGZ03W")),
        ("GGZ02W tot en met GGZ05W", ("GGZ02W", "GGZ03W", "GGZ04W", "GGZ05W")),
        ("zzp 4 versus zzp 1", ("GGZ04W", "GGZ01W")),
    ],
)
def test_lists_and_ranges_of_profiles_are_recognised(written: str, codes: tuple[str, ...]) -> None:
    assert find_profiles(f"Vergelijk {written} op 1 juli 2022", KNOWN).codes == codes


@pytest.mark.parametrize(
    ("written", "code"),
    [("GGZ09W", "GGZ09W"), ("profiel 7", "GGZ07W"), ("GGZ03B", "GGZ03B"), ("VV08", "VV08"), ("ggz 6 wonen", "GGZ06W")],
)
def test_a_profile_outside_the_table_keeps_its_own_code(written: str, code: str) -> None:
    assert find_profiles(f"Hoeveel {written} waren er?", KNOWN).codes == (code,)


@pytest.mark.parametrize(
    "text",
    ["Op 3 juli 2022", "de ggz 3 juli 2022", "3 procent in de ggz", "Q3 2022", "in 2022", "profielen per kwartaal", "jan22"],
)
def test_dates_and_amounts_are_no_profiles(text: str) -> None:
    assert find_profiles(text, KNOWN).codes == ()


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("GGZ03W, 1 juli 2022", ", 1 juli 2022"),
        ("zzp 3 juli 2022", "juli 2022"),
        ("profiel 3 en 1 juli 2022", "en 1 juli 2022"),
    ],
)
def test_a_date_after_a_profile_stays_whole(text: str, rest: str) -> None:
    named = find_profiles(text, KNOWN)
    assert named.codes == ("GGZ03W",)
    assert named.rest.strip() == rest
    assert len(named.rest) == len(text)


def test_the_letters_come_from_the_table() -> None:
    assert find_profiles("profiel 4 en vv 8", ("VV04", "VV08")).codes == ("VV04", "VV08")


def test_where_no_profile_is_known_nothing_is_one() -> None:
    assert find_profiles("profiel 4 of vv 8", ()).codes == ()
