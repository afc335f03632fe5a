"""Says of an answer what it is, in the words that the page, the saved talk and the page about all use."""

from dataclasses import dataclass
from typing import Literal

from service.types import Answer, Provenance

AnswerName = Literal["letterlijk", "berekend", "gegenereerd", "niet-gevonden", "persoonsgegevens"]


@dataclass(frozen=True, slots=True)
class Label:
    """What an answer is, in two or three words and in one sentence."""

    title: str
    explanation: str


LABELS: dict[AnswerName, Label] = {
    "letterlijk": Label("Letterlijk uit de bron", "Dit zijn de woorden van de documenten."),
    "berekend": Label("Berekend uit de bron", "De cijfers staan in de documenten. De berekening staat erbij."),
    "gegenereerd": Label("Herschreven door een taalmodel", "Controleer de tekst bij de bronnen hieronder."),
    "niet-gevonden": Label("Niet gevonden", "Gebruik andere woorden, of kijk of een passage hieronder u helpt."),
    "persoonsgegevens": Label("Persoonsgegevens", "Stel uw vraag opnieuw, zonder gegevens over een persoon."),
}


def name_of(answer: Answer) -> AnswerName:
    """Where an answer comes from, or why there is none."""
    provenance: Provenance = answer.provenance
    return provenance if answer.status == "beantwoord" else answer.status
