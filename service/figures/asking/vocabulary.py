"""The words that a question about the figures is made of, and what each asks for.

A closed list on purpose: a word outside it ("vrouwen", "nieuwe", "uitstroom", "waarom") asks for something that the table
doesn't hold, and then a number would be a wrong answer. Such a question goes to the search through the documents.
"""

import re

from indexer.dutch_dates import MONTHS


def _words(written: str) -> frozenset[str]:
    return frozenset(written.split())


# How many times as many; "verdubbeld" asks for it too.
MULTIPLIED = _words("verdubbeld verdubbelde verdubbelden verdubbeling verdrievoudigd verdrievoudigde")
RATIO = _words("verhouding verhoudt verhouden verhield verhielden ratio factor keer maal") | MULTIPLIED
SHARE = _words("aandeel aandelen deel gedeelte")
AVERAGE = _words("gemiddeld gemiddelde")
FASTEST = _words("sterkst sterkste snelst snelste hardst hardste traagst traagste zwakst zwakste langzaamst langzaamste")
FASTER = _words("harder sneller sterker trager langzamer zwakker")
HIGHEST = _words("hoogste hoogst meeste meest grootste grootst piek piekte maximum hoogtepunt")
HIGHEST |= _words("sterkst sterkste snelst snelste hardst hardste")
LOWEST = _words("laagste laagst minste minst kleinste kleinst minimum dieptepunt traagst traagste zwakst zwakste")
LOWEST |= _words("langzaamst langzaamste")
# A profile has a size without a word for what is counted; "het hoogste profiel" could be its number.
SIZES = _words("grootste grootst kleinste kleinst")
PERCENT = _words("procent procenten percentage percentages percentueel percentuele procentueel procentuele groeipercentage")
GROWTH = _words(
    "groei groeide groeiden gegroeid groeien groeit groeipercentage groeicijfer groeicijfers stijging gestegen steeg"
)
GROWTH |= _words("omhoog stegen stijgt stijgen kwartaalgroei kwartaalstijging groeitempo")
POINTS = _words("procentpunt procentpunten")
DIFFERENCE = _words(
    "verschil verschillen verschilde verschilden verschilt toename toegenomen toe toeneemt afname afgenomen daling"
)
DISTANCE = _words("verschil verschillen verschilde verschilden verschilt scheelt scheelde scheelden schelen")
FALLING = _words("omlaag gedaald daalde daalden daalt dalen daling afname afgenomen kromp krompen gekrompen af")
DIFFERENCE |= DISTANCE | FALLING | _words("erbij bijgekomen")
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
WHEN = _words("wanneer moment momenten datum datums peildatum peildata peilmoment peilmomenten kwartaal kwartalen jaar")
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

FILLING = _words(
    "de het een 't er ze zij die dat deze dit dan als en of op in van voor met aan bij om te tot uit over sinds vanaf tussen"
    " tijdens rond onder naar ten opzichte t o v tov m tm via volgens door binnen geheel gehele hele heel periode"
    " is zijn was waren wordt werd werden had hadden heeft hebben hebt kent kende kenden telt telde telden stond stonden staat"
    " staan lag lagen ligt liggen bedroeg bedroegen bedraagt gold golden geldt gelden geldig geldige liep liepen loopt ging"
    " gingen nam namen neemt nemen genomen bestond bestonden bestaat waarvan geregistreerd geregistreerde"
    " wat hoe laag sterk snel hard zo zoveel even precies exact eigenlijk ongeveer geworden"
    " kun kunt kan je jij u mij me ik we wij geef geven gegeven noem noemen toon tonen laat laten zien zeg zeggen vertel"
    " vertellen bereken berekenen weten wil graag alsjeblieft alstublieft aub dank hoi hallo beste ook nog zich toen"
    " men iemand loop stel zoek groep nodig benieuwd zit zitten zat zaten vraag vermeld vermeldt vermeldde opgenomen aanwezig"
    " lopende bestaande circa vallen vielen valt viel horen hoorden hoort hoorde behoren behoorden uitgedrukt ingedeeld tegen"
    " echt maar dus zet collega aangeven aangeeft doorgeven opzoeken zou zouden mag graag bedankt"
    " gegevens tabel dashboard rapport eindrapport bijlage kpmg ciz"
    " wlz ggz w wonen ggzw wlzggzw zorg nederland landelijk landelijke land bekende bekend beschikbare"
    " eerst blijvend steeds uitkwam uitkwamen uit doorheen gemeten meting metingen meetmoment meetdatum zeker"
    " toont toonde tonen toonden liet lieten gaf gaven laten geeft komt komen voorkwam voorkwamen voorkomt voorkomen lopen eraf"
    " grootte omvang hoogte respectievelijk zowel alvast hartelijk hartelijke groet groeten voorbaat bvd svp mvg heb eens al"
    " eigenlijk effe effen ff hey goedemorgen goedemiddag dag nou weer alweer hier daar jullie onze ons gewoon moet voor stonden"
)

COMPUTING = RATIO | SHARE | AVERAGE | HIGHEST | LOWEST | PERCENT | GROWTH | DIFFERENCE | TREND | TOTAL | COMPARISON | RANKING
COMPUTING |= FASTER | POINTS

_GROUPS = (
    *(RATIO, SHARE, AVERAGE, FASTEST, FASTER, HIGHEST, LOWEST, SIZES, PERCENT, GROWTH, POINTS, DIFFERENCE, DISTANCE, FALLING),
    *(COMPARATIVE, TREND, TOTAL, COMPARISON, RANKING, INFLOW, FLOWING, LATEST, EARLIEST, EACH, WHICH, WHEN, MONTHS_COUNTED),
    *(PROFILES, INDICATIONS, HOW_MANY, PEOPLE, REGIONAL, FILLING, *(frozenset({month}) for month in MONTHS)),
)
VOCABULARY = frozenset[str]().union(*_GROUPS)
# Words of dates, which the grammar of dates reads; they look like others of the list ("geleden" like "gelden").
DATE_WORDS = _words(
    "geleden afgelopen voorbije vorige volgend volgende komende halverwege laatste vandaag gisteren eergisteren"
)
DATE_WORDS |= _words("tweede derde vierde eerder later daarvoor daarna ervoor erna")
# Another group than is asked of, whom no sentence of a question may name: the table doesn't tell them apart.
OTHER_GROUPS = _words(
    "vrouw vrouwen vrouwelijk vrouwelijke man mannen mannelijk mannelijke jongeren jongvolwassenen ouderen kinderen jeugdigen"
    " jeugd leeftijd leeftijden plussers wachtlijst wachtlijsten wachtenden vpt mpt pgb verblijf uitstroom uitgestroomd"
    " migratieachtergrond statushouders dakloos daklozen dakloze"
)

_TOKEN = re.compile(r"[^\W\d_]+(?:['’]s)?|\d+")


def list_words(text: str) -> list[str]:
    """The words and numbers of a text in lower case, in order."""
    return [match.group().lower().replace("’", "'") for match in _TOKEN.finditer(text)]


def tell_groups(word: str) -> tuple[bool, ...]:
    """Which groups of words it is in: two words of the same groups ask for the same."""
    return tuple(word in group for group in _GROUPS)
