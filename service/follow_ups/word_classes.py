"""The closed classes of Dutch and English words that give a question its shape, and where its verb stands."""

import re
from dataclasses import dataclass

from indexer.words import STOP_WORDS, fold_word

PREPOSITIONS = frozenset(
    """aan achter bij binnen buiten door in langs met na naar namens naast om onder op over per rond rondom sinds te tegen tijdens
    tot tussen uit van vanaf vanuit via volgens voor voorafgaand zonder about at between by during for from of on with within
    """.split()
)
DETERMINERS = frozenset(
    "de het een dit dat die deze elke elk ieder iedere alle geen onze hun 't the a an this those these their its".split()
)
MODALS = frozenset(
    """is zijn was waren wordt worden werd werden heeft hebben had hadden kan kunnen kon konden moet moeten moest moesten mag mogen
    zal zullen zou zouden wil willen gaat gaan ging gingen are were does do did has have had can could must should will would kun
    """.split()
)
HELPING = MODALS - frozenset("is zijn was waren heeft hebben had hadden are were has have had".split())
# Finite verbs that no noun looks like; beside these a verb is known by its place.
VERBS = MODALS | frozenset(
    """doet doen deed deden staat staan stond stonden komt komen kwam kwamen geldt gelden duurt duren houdt houden hield kost
    betekent betekenen bestaat bestaan bevat bevatten werkt werken hoort horen helpt loopt lopen vindt vinden vond vonden krijgt
    krijgen kreeg kregen geeft gaf zegt zeggen begint begon begonnen neemt nemen nam namen maakt maakte maakten maken ziet zien
    zag zagen kun ben bent heb hebt noem geef leg vertel licht beschrijf toon klopt
    """.split()
)
QUESTION_WORDS = frozenset(
    """wie wat waar wanneer welke welk waarom hoezo hoe hoeveel hoelang waarvoor waarover waarmee waarin waaruit waaraan waarop
    waarbij waardoor waarvan who what where when which why how""".split()
)
ASKING_BEFORE_NOUN = frozenset("welke welk hoeveel which".split())
_MEASURES = frozenset("lang vaak groot hoog veel ver oud snel duur laat many much long often".split())
_FILLERS = frozenset(
    """precies eigenlijk dan nu ook nog meer er allemaal samen verder mee plaats deel vast toe af zo alleen elkaar we wij ik je u
    mij ons it there they them eigenlijk uiteindelijk daarna daarvoor straks bezig terecht genoeg letterlijk men nou hetzelfde
    vooral minstens ongeveer naartoe heen vandaan
    """.split()
)
COUNT_WORDS = frozenset("twee drie vier vijf zes zeven acht negen tien eigen two three four five".split())
# Nouns that are of something: in "het doel van de pilot" it is the pilot that one asks on about.
RELATIONAL = (
    r"doel|doelen|doelstelling(?:en)?|reden(?:en)?|aanleiding|oorza(?:ak|ken)|gevolg(?:en)?|resulta(?:at|ten)|uitkomst(?:en)?|opbrengst(?:en)?"
    r"|kosten|prijs|duur|omvang|looptijd|deadline|termijn|planning|voorwaarden?|voordelen|voordeel|nadelen|nadeel|betekenis|definitie"
    r"|inhoud|conclusies?|rol|ta(?:ak|ken)|voorzitter|deelnemers|leden|eigenaar|budget|voorbeeld(?:en)?|uitzondering(?:en)?|bedoeling"
    r"|nut|belang|thema's|thema|uitgangspunt(?:en)?|risico's|risico|stand|begindatum|einddatum|aandachtspunten|kern|stappen|purpose|goals?|costs?|results?|conclusions?|deadline"
)
TO_PLURAL = dict(
    pair.split("/")
    for pair in (
        "is/zijn was/waren heeft/hebben had/hadden houdt/houden hield/hielden betekent/betekenen wordt/worden werd/werden duurt/duren "
        "kost/kosten gaat/gaan ging/gingen komt/komen kwam/kwamen kan/kunnen kon/konden "
        "moet/moeten moest/moesten werkt/werken geldt/gelden "
        "doet/doen deed/deden staat/staan stond/stonden bevat/bevatten levert/leveren ziet/zien loopt/lopen begon/begonnen begint/beginnen "
        "zal/zullen zou/zouden mag/mogen wil/willen helpt/helpen verloopt/verlopen duurde/duurden "
        "vond/vonden mocht/mochten vindt/vinden deed/deden wilde/wilden kreeg/kregen krijgt/krijgen"
    ).split()
)
TO_SINGULAR = {plural: single for single, plural in TO_PLURAL.items()}
_TOKEN = re.compile(r"“[^“”]+”|\"[^\"]+\"|['’]t\b|[^\W_]+(?:[-'’./][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a quoted stretch, at ``[begin:end]``; ``folded`` is how it is compared."""

    begin: int
    end: int
    text: str
    folded: str


def split_tokens(text: str) -> list[Token]:
    """The words of a text with their places; a quoted stretch is one word."""
    return [Token(m.start(), m.end(), m.group(), fold_word(m.group())) for m in _TOKEN.finditer(text)]


def find_verb(tokens: list[Token]) -> int:
    """Where the finite verb of a question stands: first, behind the question word, or behind "welke" with its noun; -1 if nowhere."""
    asking = find_question_word(tokens)
    if asking < 0:
        return 0 if tokens and tokens[0].folded in VERBS else -1
    place = asking + 1
    if tokens[asking].folded in ASKING_BEFORE_NOUN:
        place = _skip_noun(tokens, place)
    elif place < len(tokens) and tokens[place].folded in _MEASURES:
        place += 1
    return place if place < len(tokens) else -1


def find_question_word(tokens: list[Token]) -> int:
    """The place of the question word that opens a question, alone or behind a preposition; -1 where none does."""
    if tokens and tokens[0].folded in QUESTION_WORDS:
        return 0
    behind = len(tokens) > 1 and tokens[0].folded in PREPOSITIONS and tokens[1].folded in QUESTION_WORDS
    return 1 if behind else -1


def _skip_noun(tokens: list[Token], place: int) -> int:
    """The place behind the noun that "welke" asks for, with its numbers, adjectives and what is hung on by a preposition."""
    while place + 1 < len(tokens) and tokens[place + 1].folded not in VERBS and _opens_noun(tokens[place], tokens[place + 1]):
        place += 1
    place += 1
    while place + 1 < len(tokens) and tokens[place].folded in PREPOSITIONS:
        place += 3 if tokens[place + 1].folded in DETERMINERS else 2
    return place


def _opens_noun(token: Token, following: Token) -> bool:
    """Whether a word stands before a noun: a number, or an adjective, which a Dutch plural gives an "e"."""
    counts = token.folded.isdigit() or token.folded in COUNT_WORDS
    return counts or (token.folded.endswith("e") and not is_function(following))


def is_function(token: Token) -> bool:
    """Whether a word only holds a sentence together."""
    folded = token.folded
    if folded in PREPOSITIONS or folded in DETERMINERS or folded in QUESTION_WORDS or folded in _FILLERS or folded in VERBS:
        return True
    return folded in STOP_WORDS and folded not in ("meer", "ander", "andere", "eigen")
