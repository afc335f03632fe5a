"""Recognises personal data in a question, so that it is not searched for, kept or repeated."""

import re

MASK = "[persoonsgegeven]"

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_PHONE = re.compile(
    r"(?<![\w.])(?:(?:\+31|0031)[\s-]?(?:\(0\)[\s-]?)?|\(?0)(?:6[\s-]?(?:\d[\s-]?){7}\d|[1-9]\d{1,2}\)?[\s-]?(?:\d[\s-]?){5,6}\d)(?!\w)"
)
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}[ ]?[A-Z]{4}[ ]?(?:\d[ ]?){9}\d\b", re.IGNORECASE)
# A number of 9 digits in the groups in which people write a BSN; a date or a period of years is not so grouped.
_NINE_DIGITS = re.compile(r"(?<![\w.,-])(?:\d{9}|\d{3}([ .-])\d{3}\1\d{3}|\d{4}([ .-])\d{2}\2\d{3})(?![\w-]|[.,]\d)")
_NAMED_NUMBER = re.compile(r"\b(?:bsn|burgerservicenummer|sofi-?nummer)\b\D{0,12}(\d{8})(?!\d)", re.IGNORECASE)
_BIRTH_DATE = re.compile(r"\b(?:geboren(?: op)?|geboortedatum:?(?: is)?)\s+\d{1,2}[- /.]\w+[- /.]\d{2,4}", re.IGNORECASE)


def mask_personal_data(text: str) -> str:
    """The text with every BSN, e-mail address, telephone number, IBAN and date of birth replaced by ``[persoonsgegeven]``."""
    for pattern in (_EMAIL, _IBAN, _BIRTH_DATE, _PHONE):
        text = pattern.sub(MASK, text)
    text = _NAMED_NUMBER.sub(lambda match: match.group().replace(match[1], MASK) if is_bsn(match[1]) else match.group(), text)
    return _NINE_DIGITS.sub(lambda match: MASK if is_bsn(re.sub(r"\D", "", match.group())) else match.group(), text)


def is_bsn(digits: str) -> bool:
    """Whether 8 or 9 digits pass the eleven test of the burgerservicenummer."""
    padded = digits.zfill(9)
    if len(padded) != 9 or len(set(padded)) == 1:
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, padded, strict=True)) % 11 == 0
