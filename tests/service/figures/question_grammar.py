"""A grammar of figure questions, whole and half-written: what people ask, in more forms than anyone would write down.

The same seed gives the same questions. Nothing here knows what a question should be answered with.
"""

from collections.abc import Iterator, Sequence
from random import Random

MONTHS = ("januari", "april", "juli", "oktober", "jan", "apr", "jul", "okt")
ODD_MONTHS = ("februari", "maart", "mei", "augustus", "december", "feb.", "mrt", "sept.", "dec", "July", "October", "maand")
YEARS = ("2021", "2022", "2023")
ODD_YEARS = ("2020", "2024", "1999", "2099", "1900", "'22", "’23", "21", "22", "'99", "00", "70", "69", "20222", "")
PROFILES = (
    *("GGZ01W", "GGZ02W", "GGZ03W", "GGZ04W", "GGZ05W", "ggz 3 wonen", "profiel 3", "zzp 4", "GGZO3W", "GGZ-W 2"),
    *("GGZ01W en GGZ02W", "GGZ01W tot en met GGZ04W", "profiel 1, 2 en 5", "alle profielen samen", "elk profiel"),
)
ODD_PROFILES = (
    *("GGZ09W", "GGZ06W", "GGZ03B", "VV04", "profiel acht", "profiel 99", "GGZ00W", "XYZ1", "GGZ999W", "profiel o", "03W"),
    *("GGZ05W t/m GGZ01W", "GGZ04W en GGZ09W", "GGZ03W-GGZ05W", "de vijf profielen", "de ggz-wonen", "GGZ03W en GGZ03W"),
    *("GGZ05W, het zwaarste profiel,", "alle vijf de profielen samen", ""),
)
NUMBERS = (
    *("0", "1", "5 %", "7,85 procent", "-3", "100", "12.000", "11.650", "11650", "twaalfduizend", "999.999", "100 %", "0,0"),
    *("1.000.000.000.000.000.000.000.000.000.000.000", "9" * 40, "12.00", "2022", "tien", "tweeduizend", "1.234,56"),
)
OPERATIONS = (
    "Hoeveel indicaties {p} waren er {d}?",
    "Hoeveel {p}-indicaties waren er {d}",
    "{p} {d}",
    "{d}: {p}?",
    "Wat was het aandeel van {p} {d}?",
    "Hoeveel procent van het totaal had {p} {d}?",
    "Wat was de groei van {p} {d}?",
    "Met hoeveel procent groeide {p} {s}?",
    "Wat is het verschil {s} voor {p}?",
    "Hoeveel nam {p} toe {s}?",
    "Hoeveel nam {p} af {s}?",
    "Groei van {p} {s}?",
    "Hoe ontwikkelde {p} zich {s}?",
    "Hoeveel indicaties {p} kwamen er per maand bij {s}?",
    "Hoeveel kwam er per {u} bij voor {p} {s}?",
    "Jaarlijkse groei van {p} {s}?",
    "Wat is het verschil tussen {p} en {p2} {d}?",
    "Hoeveel meer indicaties {p} dan {p2} waren er {d}?",
    "Hoeveel procent meer indicaties {p} dan {p2} waren er {d}?",
    "Wat is de verhouding tussen {p} en {p2} {d}?",
    "Hoeveel keer zoveel indicaties {p} waren er {d} ten opzichte van {d2}?",
    "Wat was het gemiddelde van {p} {s}?",
    "Gemiddelde groei van {p} {s}?",
    "Gemiddeld aantal indicaties per profiel {d}?",
    "Wat was het hoogste aantal indicaties {p} {s}?",
    "Wanneer was {p} het laagst {s}?",
    "Welk profiel had {d} de meeste indicaties?",
    "Welk profiel groeide het hardst {s}?",
    "Welk profiel groeide het minst {d}?",
    "Welke drie profielen groeiden het meest {s}?",
    "Top {n} van de profielen {d}?",
    "Rangschik de profielen {d} van groot naar klein",
    "Zet de profielen op volgorde van groei {s}",
    "Welke profielen hadden {d} meer dan {n} indicaties?",
    "Welke profielen groeiden {s} met meer dan {n}?",
    "Welke profielen daalden {s}?",
    "Wanneer kwam {p} boven de {n}?",
    "Sinds wanneer heeft {p} meer dan {n} indicaties?",
    "Op welke peildata had {p} minder dan {n} indicaties {s}?",
    "Had {p} {d} meer dan {n} indicaties?",
    "Is {p} {s} met meer dan {n} gestegen?",
    "Hoeveel indicaties waren er in totaal {d}?",
    "Hoeveel indicaties hadden {p} en {p2} samen {d}?",
    "Hoeveel indicaties per profiel {d}?",
    "Geef de reeks van {p} {s}",
    "Geef de vier peildata van {p} {s}",
    "Hoeveel indicaties {p} waren er {d} in Twente?",
    "Hoeveel nieuwe indicaties {p} {d}?",
    "Hoeveel {p} {d} vergeleken met een jaar eerder?",
    "Hoeveel {p} {d} en {n} kwartalen later?",
    "Stijging van {p} {d} t.o.v. het vorige kwartaal?",
    "Met hoeveel procentpunt veranderde het aandeel van {p} {s}?",
    "How many {p} indications were there {d}?",
    "By how much did {p} grow {s}?",
    "Hoeveel cliënten stroomden er {d} per {u} in?",
    "Hoeveel procent van de indicaties komt {d} uit de Wmo?",
    "Hoeveel procent is jonger dan 30 jaar {d}?",
    "Hoeveel wonen zijn er nodig {d}?",
)
UNITS = ("maand", "kwartaal", "jaar", "half jaar", "week", "dag", "peildatum")
FRAMINGS = ("Volgens het rapport: {q}", "Dag, ik wil graag weten: {q} Groet, Jan", "{q} Dank u.", "Klopt het dat {q}")
EDGES = ("eind", "begin", "halverwege", "medio", "einde van", "ultimo", "midden")
ORDINALS = ("eerste", "tweede", "derde", "vierde")
# A question is made of ordinary parts this often; of odd ones nothing much is asked, so they stop early.
ORDINARY = 0.8
ODD = (
    *("\x00", "\x1f", "\u00a0", "\u200b", "\u202e", "\ufeff", "\ufffd", "\ud800", "\u0130", "\u0131", "\u017f", "\u212a"),
    *("\u00b2", "\u00bd", "\u2466", "\u0663", "\u0967", "\uff13", "\U0001d7db", "\u0664\u0665", "ß", "é", "e\u0301", "😀"),
    *("%", "‰", "(", ")", "[1]", "\\", "\n", "\t", "\r\n", "\u2028", "'", "’", "“", "„", "-", "–", "−", "/", "..", ",,", "?"),
)
REFERENCE_DATES = (None, None, None, "2022-07-01", "2024-02-29", "0001-01-01", "0099-12-31", "1900-01-01", "9999-12-31")


def make_questions(count: int, seed: int) -> Iterator[str]:
    """So many questions of the grammar: half of them whole, the others cut short, garbled, or with words left out or said twice."""
    random = Random(seed)
    for number in range(count):
        question = make_question(random)
        yield garble(question, random) if number % 2 else question


def pick(random: Random, ordinary: Sequence[str], odd: Sequence[str]) -> str:
    """Mostly an ordinary part, sometimes an odd one."""
    return random.choice(ordinary if random.random() < ORDINARY else odd)


def make_question(random: Random) -> str:
    """One whole question."""
    asked = random.choice(OPERATIONS).format(
        p=pick(random, PROFILES, ODD_PROFILES),
        p2=pick(random, PROFILES, ODD_PROFILES),
        d=make_date(random, "op "),
        d2=make_date(random),
        s=make_span(random),
        n=random.choice(NUMBERS),
        u=random.choice(UNITS),
    )
    return pick(random, ("{q}",), FRAMINGS).format(q=" ".join(asked.split()))


def make_span(random: Random) -> str:
    """What a change is asked over: two dates, one of them, or none."""
    first, second = make_date(random), make_date(random)
    ordinary = (
        *(
            f"tussen {first} en {second}",
            f"tussen {first} en {second}",
            f"van {first} naar {second}",
            f"van {first} tot {second}",
        ),
        *(f"van {first} tot en met {second}", f"{second} ten opzichte van {first}", f"sinds {first}", f"in {first}"),
    )
    odd = (
        *(f"{first} t/m {second}", f"{first} - {second}", f"vanaf {first}", f"tot {first}", f"tot en met {first}"),
        *(f"{first}, {second} en {make_date(random)}", f"over {first}", f"na {first}", f"vóór {first}", f"{first} {second}"),
        *(f"{first} vergeleken met {make_relative(random)}", make_relative(random), ""),
    )
    return pick(random, ordinary, odd)


def make_date(random: Random, lead: str = "") -> str:
    """A date in one of the ways people write it, possible or not; ``lead`` goes before a day."""
    year, month = pick(random, YEARS, ODD_YEARS), pick(random, MONTHS, ODD_MONTHS)
    day, number = random.choice((1, 2, 15, 29, 30, 31, 32, 0)), random.choice((1, 4, 7, 10, 2, 12, 13, 0))
    edge, ordinal, quarter = random.choice(EDGES), random.choice(ORDINALS), random.randint(1, 4)
    ordinary = (
        *(f"{lead}1 {month} {year}", f"{lead}1 {month} {year}", f"{edge} {year}", f"{edge} {year}", f"in {year}", year),
        *(f"in het {ordinal} kwartaal van {year}", f"Q{quarter} {year}", f"{lead}01-{number:02d}-{year}", f"{lead}1 {month}"),
        *(f"in de {ordinal} helft van {year}", f"{year}-Q{quarter}", make_relative(random)),
    )
    odd = (
        *(f"{lead}{day} {month} {year}", f"{lead}{day}-{number}-{year}", f"{lead}2022-{number:02d}-{day:02d}", ""),
        *(f"{lead}{day}/{number}/{year}", f"{lead}{day}.{number}.{year}", f"in {month} {year}", f"{edge} {month} {year}"),
        *(
            f"Q{quarter - 1} {year}",
            f"{quarter}e kwartaal {year}",
            f"{edge} {ordinal} kwartaal {year}",
            f"{ordinal} halfjaar {year}",
        ),
        *(f"in het laatste kwartaal van {year}", f"{lead}{day} {month} vorig jaar", f"{edge} {make_relative(random)}"),
    )
    return pick(random, ordinary, odd)


def make_relative(random: Random) -> str:
    """A date that counts from the day of asking."""
    unit = random.choice(("jaar", "kwartaal", "maand", "half jaar", "jaren", "kwartalen", "maanden"))
    count = random.choice(("een", "twee", "drie", "anderhalf", "12", "99", "0", "1", "twaalf"))
    turn = random.choice(("vorig", "vorige", "dit", "deze", "volgend", "volgende", "komend"))
    return random.choice(
        (
            *(f"{turn} {unit}", f"{count} {unit} geleden", f"de afgelopen {count} {unit}", f"het afgelopen {unit}"),
            *(f"{count} {unit} eerder", f"{count} {unit} later", f"het {turn} {unit}", "vandaag", "gisteren", "nu", "ooit"),
            *("de laatste peildatum", "de eerste peildatum", "tot nu toe", f"{turn} jaar op 1 juli", "toen", "daarna"),
        )
    )


def garble(question: str, random: Random) -> str:
    """A question as it stands while someone types it, or types it badly."""
    words = question.split()
    place = random.randrange(len(words)) if words else 0
    at = random.randrange(len(question) + 1)
    match random.randrange(12):
        case 0 | 1 | 2:
            return question[:at]
        case 3:
            return question[at:]
        case 4 | 5 | 6:
            return " ".join(words[:place] + words[place + 1 :])
        case 7 | 8:
            return " ".join(words[: place + 1] + words[place:])
        case 9:
            return question[:at] + random.choice(ODD) + question[at + random.randrange(2) :]
        case 10:
            return " ".join(random.sample(words, len(words))) if random.randrange(2) else f"{question} {make_question(random)}"
        case _:
            return random.choice(
                (question.upper(), question.swapcase(), question.replace(" ", ""), question.replace(" ", "\n"))
            )
