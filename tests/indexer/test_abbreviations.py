"""An abbreviation stands for what the documents say that it stands for, and for nothing else."""

import pytest

from indexer.abbreviations import find_abbreviations


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("Zij spraken met de Bond van Waterschappen (BW) daarover.", "BW", "Bond van Waterschappen"),
        ("Volgens de Wet kleine tuinen (Wkt) mag dat.", "Wkt", "Wet kleine tuinen"),
        ("De jeugdelijke sportbeoefening (JSB) groeit.", "JSB", "jeugdelijke sportbeoefening"),
        ("Het Ministerie van Duinen, Dijken en Polders (DDP) betaalt.", "DDP", "Duinen Dijken en Polders"),
        ("De RKT (Raad voor kleine tuinen) adviseert.", "RKT", "Raad voor kleine tuinen"),
    ],
)
def test_an_explained_abbreviation_is_found(text: str, short: str, full: str) -> None:
    assert find_abbreviations([text]) == {short: full}


@pytest.mark.parametrize(
    "text",
    [
        "De aanleg (Zeeland) is klaar.",
        "Alle tuinen in de wijk (KLM) zijn open.",
        "Zie de bijlage (2) en de kaart (A).",
        "De raad (die van de wijk) adviseert.",
        "",
    ],
)
def test_what_stands_in_brackets_otherwise_is_no_abbreviation(text: str) -> None:
    assert find_abbreviations([text]) == {}


def test_the_first_explanation_counts() -> None:
    texts = ["De Raad voor Tuinen (RT) zei ja.", "De Regeling Tuinhekken (RT) zei nee."]
    assert find_abbreviations(texts) == {"RT": "Raad voor Tuinen"}
