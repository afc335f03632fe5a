"""Sentences with generated numbers, for the property tests of prose figures."""

from hypothesis import strategies as st

_UNITS = (
    *("", "een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien"),
    *("veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien"),
)
_TENS = ("", "", "twintig", "dertig", "veertig", "vijftig", "zestig", "zeventig", "tachtig", "negentig")

QUALIFIERS = (
    "",
    "circa ",
    "ongeveer ",
    "ruim ",
    "bijna ",
    "ten minste ",
    "maximaal ",
    "minder dan ",
    "meer dan ",
    "gemiddeld ",
)
NOUNS = ("leerlingen", "wijkteams", "nieuwe Wmo-meldingen", "jeugdregio's", "ggz-w indicaties", "huishoudens", "fte")
PERIODS = ("maand", "jaar", "week", "kwartaal")


def group_digits(number: int, mark: str) -> str:
    """A whole number with a mark between its thousands."""
    return f"{number:,}".replace(",", mark)


def number_to_words(number: int) -> str:
    """A number from 1 to 999.999 in Dutch, in one word up to a thousand and with a space after "duizend"."""
    if number >= 1000:
        thousands, rest = divmod(number, 1000)
        spoken = "" if thousands == 1 else number_to_words(thousands)
        return f"{spoken}duizend{' ' + number_to_words(rest) if rest else ''}"
    if number >= 100:
        hundreds, rest = divmod(number, 100)
        return f"{'' if hundreds == 1 else _UNITS[hundreds]}honderd{number_to_words(rest) if rest else ''}"
    if number < 20:
        return _UNITS[number]
    tens, units = divmod(number, 10)
    joint = "ën" if _UNITS[units].endswith("e") else "en"
    return f"{_UNITS[units]}{joint}{_TENS[tens]}" if units else _TENS[tens]


@st.composite
def printed_counts(draw: st.DrawFn) -> tuple[str, float]:
    """A count from 2 to 9.999.999 in one of its printed forms, with its value."""
    number = draw(st.integers(2, 9_999_999) | st.integers(2, 2_500))
    forms = [group_digits(number, "."), group_digits(number, ","), group_digits(number, "\u00a0")]
    forms += [number_to_words(number)] if number < 1_000_000 else []
    # Four digits that may be a year are one, unless something else tells.
    forms += [] if 1900 <= number < 2100 else [str(number)]
    return draw(st.sampled_from(forms)), float(number)


@st.composite
def printed_amounts(draw: st.DrawFn) -> tuple[str, float]:
    """An amount of money in one of its printed forms, with its value."""
    number, scale = draw(st.integers(2, 999)), draw(st.sampled_from((("duizend", 1e3), ("miljoen", 1e6), ("miljard", 1e9))))
    tenths = draw(st.integers(1, 9))
    return draw(
        st.sampled_from(
            (
                (f"{number} {scale[0]}", number * scale[1]),
                (f"{number},{tenths} {scale[0]}", round((number + tenths / 10) * scale[1], 2)),
                (f"{number_to_words(number)} {scale[0]}", number * scale[1]),
                (group_digits(number * 1000, "."), number * 1000.0),
            )
        )
    )


@st.composite
def printed_percentages(draw: st.DrawFn) -> tuple[str, float]:
    """A percentage with its sign or the word, as (what is printed up to the sign, value); the word stands behind the number."""
    whole, decimals = draw(st.integers(2, 99)), draw(st.integers(1, 99))
    mark = draw(st.sampled_from(",."))
    value = float(f"{whole}.{decimals:02d}")
    return draw(
        st.sampled_from(
            (
                (f"{whole}%", float(whole)),
                (f"{whole} %", float(whole)),
                (f"{whole} procent", float(whole)),
                (f"{number_to_words(whole)} procent", float(whole)),
                (f"{whole}{mark}{decimals:02d}%", value),
                (f"{whole}{mark}{decimals:02d} procent", value),
            )
        )
    )
