"""Writes numbers the way Dutch readers expect: 11.650 and 7,85 %."""

from decimal import ROUND_HALF_UP, Decimal

from corpus.types import Figure


def number_to_dutch(value: float, decimals: int = 0) -> str:
    """A number with points between thousands and, after a comma, exactly this many decimals, halves rounded up."""
    rounded = round_half_up(Decimal(repr(value)), decimals)
    return f"{rounded:,.{decimals}f}".translate(str.maketrans(",.", ".,"))


def figure_to_dutch(figure: Figure) -> str:
    """The value of a figure as it is said: counts as 11.650, percentages as 7,85 %, anything else with its decimals."""
    if figure.unit == "procent":
        return f"{number_to_dutch(figure.value, 2)} %"
    exact = Decimal(repr(figure.value)).normalize().as_tuple().exponent
    return number_to_dutch(figure.value, max(0, -exact) if isinstance(exact, int) else 0)


def round_half_up(value: Decimal, decimals: int) -> Decimal:
    """The number at this many decimals, halves away from zero, as people round on paper."""
    return value.quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
