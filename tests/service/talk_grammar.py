"""A grammar of talks: questions to figures and documents, and the follow-ups that only make sense after them."""

from collections.abc import Iterator
from random import Random

from tests.service.figures.question_grammar import (
    NUMBERS,
    ODD,
    PROFILES,
    UNITS,
    garble,
    make_date,
    make_question,
    make_relative,
    make_span,
    pick,
)

QUESTIONS = (
    *("Wat moet een plan bevatten?", "Wie is de bestuurlijk aanjager?", "Welke regio's doen mee?", "Hoe vraag ik een pgb aan?"),
    *("Wat zijn de knelpunten in Twente?", "Hoeveel wonen zijn er nodig?", "Wat is het verschil tussen Twente en Flevoland?"),
    *(
        "Wanneer begon de regioaanpak, en wie deden mee?",
        "Noem de aanbevelingen",
        "What should a plan contain?",
        "plan van aanpak",
    ),
    *("Hoeveel procent is jonger dan 30 jaar?", "Waarom stijgt de instroom?", "Wat doet de gemeente Almere?", "GGZ", "Wat?"),
)
FOLLOW_UPS = (
    *(
        "En {d}?",
        "En {p}?",
        "en {p} {d}",
        "En daarna?",
        "En daarvoor?",
        "En een jaar eerder?",
        "{n} kwartalen later?",
        "En {r}?",
    ),
    *("Wat is het verschil?", "En de groei?", "Hoeveel procent is dat?", "Hoeveel is dat van het totaal?", "En samen?"),
    *("Hoeveel meer is dat dan bij {p}?", "En het aandeel?", "En in {place}?", "En die van {place}?", "Waarom?", "Hoezo?"),
    *(
        "Wie dan?",
        "En wanneer?",
        "Hoeveel kostte dat?",
        "Wat is dat?",
        "En de tweede?",
        "De laatste?",
        "Wat staat daar nog meer?",
    ),
    *("Leg dat uit", "Kun je het eerste punt toelichten?", "En voor hen?", "Wat deden zij toen?", "Is dat zo?", "Klopt dat?"),
    *("Dank u. En {p}?", "Nee, ik bedoel {p}", "Nee, {d}", "ok", "?", "...", "En", "en?", "maar", "dat", "{s}", "{p}", "{d}"),
    *("What about {p}?", "And {r}?", "And a year earlier?", "Why?", "How many is that?", "En per {u}?", "Hetzelfde voor {p}"),
    *("Meer dan {n}?", "Welke van die twee is groter?", "En beide?", "En de rest?", "En in dat jaar?", "Sindsdien?", "En nu?"),
)
PLACES = ("Twente", "Zwolle", "Flevoland", "Almere", "Friesland", "'s-Hertogenbosch", "Nergenshuizen", "de regio", "Ede")
# What follow-ups are made of; a few of these at random are what is left of one that someone is still typing.
WORDS = (
    *"en of maar welke wat wie waar waarom hoe hoeveel wanneer van in bij voor tot de het een die dat deze er is zijn was".split(),
    *"werd waren doet gaat staat daarvan hiervan ervan daarna eerder later tweede laatste eerste beide andere zij hun hem".split(),
    *"twee regio regio's gemeenten plan plannen aanpak cliënten groei aandeel verschil totaal jaar kwartaal juli 2022 1 3".split(),
    *"GGZ03W GGZ05W Twente Zwolle what which who why how many of the and is are for noem geef leg uit 't “ ” ’ _ - ? , : ...".split(),
)
# A caller sends the answers back, and may send what it likes.
ANSWERS = (
    *("", " ", "Ja.", "[1]", "[999999999999]", "- [1]\n- [2]", "- \n-", "1. \n2.", "- een\n- twee\n- drie [1]", "“”", "…"),
    *(
        "Op 31 februari 2022 waren er 1.000 [1].",
        "In “x”, onder “y”, staat: z [1].",
        "9" * 500,
        "de " * 300,
        "\n" * 50,
        "GGZ99W",
    ),
)
LONGEST_TALK = 5


def make_talks(count: int, seed: int) -> Iterator[tuple[str, ...]]:
    """So many talks of two to five turns, each turn as typed: whole, cut short, or garbled."""
    random = Random(seed)
    for _ in range(count):
        opening = make_question(random) if random.randrange(2) else random.choice(QUESTIONS)
        others = [make_turn(random) for _ in range(random.randint(1, LONGEST_TALK - 1))]
        yield tuple(garble(said, random) if random.randrange(4) == 0 else said for said in (opening, *others))


def make_turn(random: Random) -> str:
    """A follow-up, or now and then a question that stands by itself."""
    kind = random.randrange(12)
    if kind < 2:
        return make_question(random) if random.randrange(2) else random.choice(QUESTIONS)
    if kind < 4:
        return random.choice(ODD)
    if kind < 7:
        return " ".join(random.choices(WORDS, k=random.randint(1, 5)))
    said = random.choice(FOLLOW_UPS).format(
        p=pick(random, PROFILES, ODD),
        d=make_date(random, "op "),
        s=make_span(random),
        r=make_relative(random),
        n=random.choice(NUMBERS),
        u=random.choice(UNITS),
        place=random.choice(PLACES),
    )
    return pick(random, (said,), (said.upper(), f"{said} {random.choice(ODD)}", random.choice(ODD) + said, f"{said} {said}"))
