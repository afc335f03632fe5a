"""The example questions on the first page, for each kind of user; a test asks them all of the documents that come with this."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ExampleGroup:
    """Questions that one kind of user could ask."""

    title: str
    questions: tuple[str, ...]


EXAMPLES = (
    ExampleGroup(
        "Nieuw als contactpersoon",
        (
            "Wat is het doel van de regioaanpak?",
            "Wat moet een plan van aanpak bevatten?",
            "Welke bestuurlijke afspraken zijn er gemaakt?",
        ),
    ),
    ExampleGroup(
        "Een criterium nalezen",
        (
            "Wat is het uitgangspunt bij twijfel over een aanvraag?",
            "Wat staat er over een blijvende behoefte aan zorg?",
        ),
    ),
    ExampleGroup(
        "Cijfers zoeken",
        (
            "Hoe ontwikkelde GGZ04W zich van 2021 tot 2023?",
            "Hoeveel indicaties waren er op 1 oktober 2023 per zorgprofiel?",
            "Hoe groot was de groei van GGZ03W tussen 1 januari 2021 en 1 oktober 2023?",
        ),
    ),
)
