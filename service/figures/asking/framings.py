"""Cuts off what people put around a question: who asks and why, courtesies, and what only stresses how to answer.

A framing is known by its shape, not by its words: whoever it is that "wil weten", the question comes behind it. It is left in
place where it names a group, a region or a number, since it then may say what is counted; the closed list judges it there.
"""

import re

from service.figures.asking import vocabulary as words
from service.figures.asking.places import take_place

_ASKED = (
    r"(?:(?:met|om|op|in|van|sinds|bij|vanaf|voor)\s+)?(?:hoeveel|hoe|welke?|wat|wanneer|of|dat|het\s+(?:aantal|percentage|totaal|aandeel"
    r"|verschil|cijfer)|de\s+(?:groei|stijging|toename|som|stand)|how|what|which|when|whether|if|that|by|the\s+(?:number|total|share|growth|difference|percentage))\b"
)
_MODAL = r"(?:wil|willen|wilde|wilden|wou|zou|zouden|moet|moeten|mag|probeer|proberen|hoop|hopen)"
_BY_THE_WAY = (
    r"(?:\s+(?:graag|even|ook|wel|nog|eens|heel|toch|nu|dus|daarom|echt|precies|exact|toevallig|misschien|eigenlijk|alleen|mij|me"
    r"|ons|zich|het|te|af|alstublieft|alsjeblieft|soms|van\s+(?:u|je|jou|jullie)|voor\s+(?:mij|me|ons)|kunnen|willen))*"
)
_NOUN = r"(?!het\b|ik\b|we\b|wij\b|je\b|u\b|er\b|dit\b|dat\b)[^\W\d]+"
_OF_NOUN = rf"(?:\s+(?:van|uit|bij|in|voor|aan)\s+(?:(?:de|het|een|mijn|onze|ons)\s+)?{_NOUN})"
_WHO = rf"(?:ik|we|wij|men|(?:de|het|een|mijn|onze|ons|zijn|haar|hun)\s+{_NOUN}{_OF_NOUN}{{0,2}})"
# What is made with the answer; "voor" with any other noun could say whom it is about.
_WORK = (
    r"\w*(?:column|notitie|artikel|stuk|rapport|rapportage|presentatie|brief|memo|scriptie|onderzoek|vergadering|overleg|krant|plan|nota"
    r"|analyse|verslag|essay|aanvraag|begroting|website|dossier|bijeenkomst|gesprek|opdracht|administratie)"
)
_WHY = (
    rf"(?:(?:(?:voor|in|bij)\s+(?:(?:een|mijn|onze|ons|de|het|deze|dit)\s+)?(?:{_NOUN}\s+)?{_WORK}|als\s+(?:een\s+)?{_NOUN}{_OF_NOUN}{{0,3}}"
    r"|daarvoor|hiervoor|daarom|graag|nu|verder)\s++)*"
)
_TELL = (
    r"(?:vertellen|zeggen|aangeven|uitrekenen|berekenen|opzoeken|nagaan|bevestigen|melden|meedelen|doorgeven|toelichten|weten|zien|uitleggen"
    r"|noemen|geven|uitzoeken|checken|nakijken|navragen|delen|helpen\s+met\s+de\s+vraag)"
)
_LEADS = (
    r"(?:geachte|beste|hallo|hoi|hey|hi|hello|dear|dag|goede(?:morgen|middag|navond)|goedendag)\b[^.?!:;,\d]{0,30}[,!]"
    r"\s*(?:(?:heer|mevrouw|heren|dames|allen|collega['’]?s?)\s*,\s*)*",
    rf"{_WHY}(?:{_WHO}\s+{_MODAL}|{_MODAL}\s+{_WHO}){_BY_THE_WAY}\s+(?:weten|horen|vernemen|nagaan|uitzoeken|achterhalen){_BY_THE_WAY}[,:]?"
    rf"\s+(?={_ASKED})",
    rf"{_WHY}(?:(?:{_WHO})\s+(?:vroeg|vroegen|vraagt|vragen|vraag)|(?:vroeg|vroegen|vraag|vraagt|vragen)\s+{_WHO}){_BY_THE_WAY}[,:]?"
    rf"\s+(?={_ASKED})",
    rf"{_WHY}(?:ik|we|wij)?(?:\s*(?:ben|zijn|was|waren))?(?:\s*(?:ik|we|wij))?{_BY_THE_WAY}\s*(?:benieuwd|nieuwsgierig)(?:\s+naar)?[,:]?\s+(?={_ASKED})",
    rf"{_WHY}(?:kunt?|kan|kunnen|zou|zouden|wilt?|willen|mag)\s+(?:je|jij|u|jullie|iemand|men|ik){_BY_THE_WAY}\s+(?:laten\s+)?{_TELL}"
    rf"{_BY_THE_WAY}[,:]?\s+(?={_ASKED})",
    rf"{_WHY}(?:weet|weten|wist)\s+(?:je|jij|u|jullie|(?:er\s+)?iemand|men){_BY_THE_WAY}[,:]?\s+(?={_ASKED})",
    rf"(?:klopt\s+het|is\s+het\s+(?:juist|waar|zo|correct|bekend)|is\s+(?:er\s+|ook\s+)?bekend|valt\s+te\s+zeggen|is\s+na\s+te\s+gaan)"
    rf"{_BY_THE_WAY}[,:]?\s+(?={_ASKED})",
    rf"{_WHY}(?:ik|we|wij)?\s*(?:heb|hebben|zoek|zoeken)\s[^.?!:;\d]{{0,50}}:\s*",
    r"(?:(?:mijn|onze|de|nog\s+een|een|één|kort|klein|korte|kleine)\s+)*vraag(?:je)?(?:\s+(?:is|luidt|was|daarbij|hierbij))?\s*[:,]\s*",
    r"(?:(?:could|can|would|will)\s+you\s+(?:please\s+|kindly\s+)?(?:tell|give|show|let)\s+(?:me|us)(?:\s+know)?"
    r"|(?:please\s+)?(?:tell|let)\s+(?:me|us)(?:\s+know)?|(?:do|would)\s+you\s+(?:happen\s+to\s+)?know"
    rf"|(?:i|we)(?:\s+(?:was|am|were|are)|['’]m|['’]re)?\s+(?:just\s+)?wonder(?:ing)?|(?:i|we)(?:\s+would|['’]d)\s+like\s+to\s+know"
    rf"|is\s+it\s+(?:true|correct|right))[,:]?\s+(?={_ASKED})",
)
# What someone heard is a question once it is asked whether it holds.
_HEARSAY = (
    rf"{_WHO}\s+(?:las|lees|lezen|hoorde|hoor|zag|zie|denk|dacht|meen|meende|begreep|vermoed|geloof|beweerde|beweert|zei|zegt|schreef|schrijft"
    rf"|stelt|stelde|heb|heeft|hebben)\s+(?:[^\W\d]+\s+){{0,5}}?dat\s+",
    rf"volgens\s+(?:mij|(?:een|mijn|onze|ons)\s+{_NOUN})\s+(?=(?:is|zijn|was|waren|had|hadden|telde|telden|lag|lagen)\b)",
)
_YOU_CAN = r"(?:kun|kunt|kan|zou|wil|wilt)\s+(?:u|je|jij|jullie|iemand)"
_CONFIRM = (
    r"(?:en\s+)?(?:is\s+(?:dat|dit|het)\s+(?:ook\s+|echt\s+|wel\s+|nou\s+)?(?:juist|waar|zo|correct|bekend|goed)"
    r"|klopt\s+(?:dat|dit|het)(?:\s+(?:wel|ook|echt))?|is\s+(?:that|this)\s+(?:right|true|correct))"
)
_HEARD_TAIL = re.compile(rf"(?:^|[,.;?!–-])\s*{_CONFIRM}\s*(?:[?.!]+\s*)?$", re.IGNORECASE)
_FIGURES = r"(?:aantal(?:len)?|cijfers?|getal(?:len)?|waarden?|standen?)"
_EXACT = r"(?:(?:de|het|beide|allebei|twee|exacte?|precieze|bijbehorende|juiste|die|dat)\s+)*"
_TAILS = tuple(
    re.compile(rf"(?:^|[,.;?!–-]|\ben\b)\s*(?:en\s+)?(?:{tail})\s*(?:[?.!)]+\s*$|$|(?<=[\w)])(?=[?.!]\s))", re.IGNORECASE)
    for tail in (
        _CONFIRM,
        r"weet\s+(?:u|je|jij|iemand|jullie)\s+(?:dat|dit|het)(?:\s+(?:toevallig|misschien|ook))?",
        rf"{_YOU_CAN}\s+(?:mij\s+|me\s+|ons\s+)?(?:dat|dit|het){_BY_THE_WAY}\s+{_TELL}",
        rf"{_YOU_CAN}\s+(?:mij\s+|me\s+|ons\s+)?{_EXACT}{_FIGURES}(?:\s+(?:ook|erbij|daarbij))?\s+(?:geven|noemen|aangeven|vermelden|doorgeven)",
        rf"(?:om|met|over)\s+welke?\s+{_FIGURES}(?:\s+(?:gaat|ging|gaan|hebben)\s+(?:het|we\s+het)(?:\s+(?:dan|precies|over))*)?",
        rf"wat\s+(?:is|zijn|was|waren)\s+(?:dan\s+)?{_EXACT}{_FIGURES}",
        rf"(?:(?:geef|noem|vermeld|graag)\s+)?(?:ook\s+)?(?:met\s+)?(?:de\s+)?(?:beide|allebei)\s+(?:de\s+)?(?:exacte\s+)?{_FIGURES}"
        r"(?:\s+(?:graag|aub|a\.u\.b\.|svp))?",
        rf"(?:geef|noem|vermeld)\s+(?:ook\s+|graag\s+|aub\s+)*{_EXACT}{_FIGURES}(?:\s+(?:ook|erbij|aub|graag))*",
        rf"(?:als|in)\s+{_FIGURES}(?:\s+dus)?(?:,?\s*(?:en\s+)?(?:dus\s+)?niet\s+(?:als|in)\s+(?:een\s+)?(?:percentages?|procenten))?",
        r"(?:dus\s+)?niet\s+(?:als|in)\s+(?:een\s+)?(?:percentages?|procenten)",
        r"dus\s+(?:over|in|gedurende)\s+(?:het|een|de)\s+(?:hele|heel|volledige|vol|gehele)\s+(?:jaar|kwartaal|periode)",
        r"(?:graag\s+)?(?:een|met|de)\s+bron(?:vermelding)?(?:\s+(?:erbij|graag|zou|is|fijn|mooi|welkom|handig|zijn|prettig|aub))*",
        r"(?:bij\s+voorbaat|alvast)(?:\s+(?:hartelijk|heel\s+erg|veel|zeer))?\s+(?:dank|bedankt)|(?:heel\s+erg\s+)?bedankt|dank\s*(?:u|je)(?:\s*wel)?",
        r"(?:met\s+)?(?:vriendelijke|hartelijke)\s+groet(?:en)?\b[^.?!\d]{0,200}+",
        r"een\s+afgerond\s+(?:aantal|getal|cijfer|percentage)\s+(?:is|mag|volstaat)(?:\s+(?:ook|goed|prima|genoeg))*",
        r"thanks(?:\s+in\s+advance)?|thank\s+you|please\s+give\s+(?:me\s+)?(?:the\s+)?(?:exact\s+|both\s+)?(?:figures?|numbers?)",
        r"and\s+what\s+(?:were|was|are|is)\s+(?:the\s+|both\s+)?(?:exact\s+)?(?:figures?|numbers?)|what\s+(?:were|are)\s+both\s+(?:figures|numbers)",
        r"as\s+a\s+number|(?:and\s+)?not\s+as\s+a\s+percentage",
    )
)
_SOURCE = re.compile(
    r"(?:,|(?<![,\s]))\s*\bzoals\s+(?=[^,?.!]{0,70}\b(?:dashboard|tabel|rapport|bijlage|overzicht|kpmg|ciz)\b)[^,?.!]{1,70}(?=[,?.!]|$)",
    re.IGNORECASE,
)
_PLACE_IN_SOURCE = re.compile(r"\b(?:inzicht|tabel|pagina|bladzijde|figuur|bijlage)\s+\d+", re.IGNORECASE)
# Of these it is asked whether they hold, and what is said behind them must be something that a number can tell.
_CHECKED = re.compile(r"\b(?:klopt|juist|waar|correct|true|right)\b", re.IGNORECASE)
_SUPERLATIVES = words.HIGHEST | words.LOWEST
_RECEIVE = re.compile(r"(?<!\s)\s+(?:ontvangen|krijgen|nodig|hebben|zien|vernemen|weten)\s*[.?!]*$", re.IGNORECASE)
_WISHED = re.compile(
    rf"{_WHY}(?:{_WHO}\s+(?:{_MODAL}|heb|hebben|zoek)|(?:{_MODAL}|heb|hebben|zoek)\s+{_WHO})(?:\s+(?:graag|even|ook))*\s+(?=het\b|de\b|een\b|alle\b)",
    re.IGNORECASE,
)
_LEADING = tuple(re.compile(lead, re.IGNORECASE) for lead in _LEADS)
_HEARD = tuple(re.compile(lead, re.IGNORECASE) for lead in _HEARSAY)


def cut_framing(text: str) -> str:
    """The question without the clauses around it that only say who asks, why, or thank; the words of the question stay as they are."""
    heard = _HEARD_TAIL.search(text)
    if heard and _SUPERLATIVES.intersection(words.list_words(text)):
        return text
    before = None
    while text != before:
        before = text
        text = _cut_leads(_cut_tails(text), heard=bool(heard))
    return text or before or ""


def _cut_tails(text: str) -> str:
    for tail in (_SOURCE, *_TAILS):
        match = tail.search(text)
        if match and match.start() > 0 and _is_aside(_PLACE_IN_SOURCE.sub("", match.group())):
            text = f"{text[: match.start()].rstrip(' ,;')}{'' if text[match.end() :].strip() else '?'}{text[match.end() :]}"
    return text


def _cut_leads(text: str, *, heard: bool) -> str:
    wished = _WISHED.match(text)
    received = _RECEIVE.search(text) if wished else None
    if wished and received and _is_aside(wished.group()):
        return f"{text[wished.end() : received.start()]}?"
    for lead in (*_LEADING, *(_HEARD if heard else ())):
        match = lead.match(text)
        checks = lead in _HEARD or (match and _CHECKED.search(match.group()))
        if checks and _SUPERLATIVES.intersection(words.list_words(text)):
            continue
        if match and match.end() < len(text) and _is_aside(match.group()):
            return text[match.end() :]
    return text


def _is_aside(cut: str) -> bool:
    """Whether a stretch says nothing of what is counted: no group, no region, no number."""
    if re.search(r"\d", cut) or words.OTHER_GROUPS.intersection(words.list_words(cut)):
        return False
    return take_place(cut)[0] is None
