"""The words that a question about the figures is made of, and what each asks for.

A closed list on purpose: a word outside it ("vrouwen", "nieuwe", "uitstroom", "waarom") asks for something that the table
doesn't hold, and then a number would be a wrong answer. Such a question goes to the search through the documents.
"""

import re
from difflib import get_close_matches
from functools import cache

from indexer.dutch_dates import MONTHS


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


RATIO = _words("verhouding verhoudt verhouden verhield verhielden ratio factor keer maal")
SHARE = _words("aandeel aandelen deel gedeelte")
AVERAGE = _words("gemiddeld gemiddelde")
FASTEST = _words("sterkst sterkste snelst snelste hardst hardste traagst traagste zwakst zwakste")
HIGHEST = _words("hoogste hoogst meeste meest grootste grootst piek piekte maximum hoogtepunt")
HIGHEST |= _words("sterkst sterkste snelst snelste hardst hardste")
LOWEST = _words("laagste laagst minste minst kleinste kleinst minimum dieptepunt traagst traagste zwakst zwakste")
PERCENT = _words("procent procenten percentage percentages percentueel percentuele procentueel procentuele groeipercentage")
GROWTH = _words(
    "groei groeide groeiden gegroeid groeien groeit groeipercentage groeicijfer groeicijfers stijging gestegen steeg"
)
GROWTH |= _words("stegen stijgt stijgen kwartaalgroei kwartaalstijging groeitempo")
DIFFERENCE = _words(
    "verschil verschillen verschilde verschilden verschilt toename toegenomen toe toeneemt afname afgenomen daling"
)
DISTANCE = _words("verschil verschillen verschilde verschilden verschilt scheelt scheelde")
DIFFERENCE |= _words("gedaald daalde daalden daalt erbij bijgekomen scheelt scheelde")
DIFFERENCE |= _words("verandering veranderd veranderde veranderden netto mutatie kwam kwamen gekomen kwartaaltoename")
COMPARATIVE = _words("meer minder hoger lager groter kleiner")
DIFFERENCE |= COMPARATIVE
TREND = _words(
    "verloop verliep verlopen ontwikkeling ontwikkelde ontwikkelden ontwikkeld ontwikkelt reeks trend tijdreeks overzicht"
)
TREND |= _words("historie cijferreeks kwartaalcijfers")
DEVELOPMENT = TREND - {"overzicht", "reeks", "historie"}
TOTAL = _words("totaal totale totalen samen opgeteld optellen som gezamenlijk gezamenlijke tezamen elkaar plus")
COMPARISON = _words("vergelijk vergelijken vergeleken vergelijking versus vs tegenover naast")
RANKING = _words("rangorde ranglijst rangschikking rangschik gerangschikt sorteer gesorteerd top")
INFLOW = _words("instroom ingestroomd instroomde instroomden stroomde stroomden instroomcijfers")
# Asked as a flow, where "instroomcijfers" is only what people call these figures.
FLOWING = INFLOW - {"instroomcijfers"}
LATEST = _words("nu laatste laatst recentste recent recente huidige actueel actuele momenteel")
EARLIEST = _words("eerste vroegste")
EACH = _words("per elk elke ieder iedere alle afzonderlijk afzonderlijke apart verschillende")
WHICH = _words("welk welke")
WHEN = _words("wanneer moment momenten datum datums peildatum peildata kwartaal kwartalen jaar")
MONTHS_COUNTED = _words("maand maanden maandelijks maandelijkse jaarlijks jaarlijkse")
PROFILES = _words("profiel profielen zorgprofiel zorgprofielen zorgzwaarteprofiel zorgzwaarteprofielen zorgzwaartepakket")
PROFILES |= _words("zorgzwaartepakketten zzp zzps")
INDICATIONS = _words("indicatie indicaties aanspraak aanspraken wlzindicaties ggzindicaties")
HOW_MANY = _words("hoeveel aantal aantallen hoeveelheid stand standen waarde waarden cijfer cijfers getal getallen")
HOW_MANY |= _words("groot hoog veel")
PEOPLE = _words("cliënten clienten cliënt client mensen personen")
REGIONAL = _words(
    "regio regio's regionaal regionale zorgkantoor zorgkantoren zorgkantoorregio zorgkantorregio gemeente gemeenten gemeentes"
    " zorgkantoorregio's provincie provincies stad steden"
)

_FILLING = _words(
    "de het een 't er ze zij die dat deze dit dan als en of op in van voor met aan bij om te tot uit over sinds vanaf tussen"
    " tijdens rond onder naar ten opzichte t o v tov m tm via volgens door binnen geheel gehele hele heel periode"
    " is zijn was waren wordt werd werden had hadden heeft hebben hebt kent kende kenden telt telde telden stond stonden staat"
    " staan lag lagen ligt liggen bedroeg bedroegen bedraagt gold golden geldt gelden geldig geldige liep liepen loopt ging"
    " gingen nam namen neemt nemen genomen omhoog omlaag bestond bestonden bestaat waarvan geregistreerd geregistreerde"
    " wat hoe laag sterk snel hard zo zoveel even precies exact eigenlijk ongeveer geworden"
    " kun kunt kan je jij u mij me ik we wij geef geven gegeven noem noemen toon tonen laat laten zien zeg zeggen vertel"
    " vertellen bereken berekenen weten wil graag alsjeblieft alstublieft aub dank hoi hallo beste ook nog zich toen"
    " men iemand loop stel zoek groep nodig benieuwd zit zitten zat zaten vraag vermeld vermeldt vermeldde opgenomen aanwezig"
    " lopende bestaande circa vallen vielen valt viel horen hoorden hoort hoorde behoren behoorden uitgedrukt ingedeeld tegen"
    " echt maar dus zet collega aangeven aangeeft doorgeven opzoeken zou zouden mag graag bedankt"
    " gegevens tabel dashboard rapport eindrapport bijlage kpmg ciz"
    " wlz ggz w wonen ggzw wlzggzw zorg nederland landelijk landelijke land bekende bekend beschikbare"
    " eerst blijvend steeds uitkwam uitkwamen uit doorheen gemeten meting metingen meetmoment meetdatum zeker"
    " grootte omvang hoogte respectievelijk zowel"
)

COMPUTING = RATIO | SHARE | AVERAGE | HIGHEST | LOWEST | PERCENT | GROWTH | DIFFERENCE | TREND | TOTAL | COMPARISON | RANKING

# Words of dates, which the grammar of dates reads; they look like others of the list ("geleden" like "gelden").
_OF_DATES = _words("geleden afgelopen voorbije vorige volgend volgende komende halverwege laatste vandaag gisteren eergisteren")

VOCABULARY = frozenset[str]().union(
    *(COMPUTING, FASTEST, INFLOW, LATEST, EARLIEST, EACH, WHICH, WHEN, PROFILES, INDICATIONS, HOW_MANY, PEOPLE, REGIONAL),
    *(MONTHS_COUNTED, _FILLING, frozenset(MONTHS)),
)

_TOKEN = re.compile(r"[^\W\d_]+(?:['’]s)?|\d+")
_MENDABLE_LENGTH = 6
# One wrong, missing or extra letter in a word of seven: closer than any two different words of the list.
_CLOSENESS = 0.85


def list_words(text: str) -> list[str]:
    """The words and numbers of a text in lower case, in order."""
    return [match.group().lower().replace("’", "'") for match in _TOKEN.finditer(text)]


def mend_typing_errors(text: str) -> str:
    """The text with long words that are one letter away from a word of the list put right; names are left alone."""
    return _TOKEN.sub(_mend_word, text)


def _mend_word(match: re.Match[str]) -> str:
    written = match.group()
    is_name = match.start() > 0 and written[0].isupper() and not written.isupper()
    return written if is_name else _find_meant(written.lower()) or written


@cache
def _find_meant(written: str) -> str | None:
    """The word of the list that was meant; None for a word of the list, and for one that could be two or none of them."""
    if written in VOCABULARY or written in _OF_DATES:
        return None
    swapped = [month for month in MONTHS if sorted(month) == sorted(written) and month[0] == written[0]]
    if len(swapped) == 1:
        return swapped[0]
    if len(written) < _MENDABLE_LENGTH:
        return None
    # A slip of the keys; a prefix that makes another word of it ("afgegeven") is longer or begins otherwise.
    alike = [word for word in sorted(VOCABULARY) if word[0] == written[0] and abs(len(word) - len(written)) <= 1]
    close = get_close_matches(written, alike, n=1, cutoff=_CLOSENESS)
    return close[0] if close else None
