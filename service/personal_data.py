"""Masks the personal data in what a person wrote, so that they are not searched for, kept or repeated."""

from corpus.types import Span
from service.personal_forms import find_personal_data
from service.plain_text import unify_signs

MASK = "[persoonsgegeven]"
"""Stands where personal data stood. A text that holds it held personal data, whoever masked them."""


def mask_personal_data(text: str) -> str:
    """The text with ``MASK`` in place of all that ``find_personal_data`` finds; the rest stays as it was written.

    Takes time in proportion to the length of the text.
    """
    masked = _mask_found(text)
    # What was written against a datum without a space is recognised once that is masked.
    return _mask_found(masked) if masked != text else text


def _mask_found(text: str) -> str:
    plain = unify_signs(text)
    parts: list[str] = []
    begin = 0
    for found in _join_overlaps(find_personal_data(plain.text)):
        place = plain.locate(found)
        parts += (text[begin : place.begin], MASK)
        begin = place.end
    return "".join((*parts, text[begin:]))


def mask_within(text: str, most: int) -> str:
    """The first ``most`` characters of the text, masked; not one more, although a mask may be longer than what it masks."""
    return mask_personal_data(text[:most])[:most]


def _join_overlaps(spans: list[Span]) -> list[Span]:
    joined: list[Span] = []
    for span in sorted(spans, key=lambda found: (found.begin, found.end)):
        if joined and span.begin < joined[-1].end:
            joined[-1] = Span(joined[-1].begin, max(joined[-1].end, span.end))
        else:
            joined.append(span)
    return joined
