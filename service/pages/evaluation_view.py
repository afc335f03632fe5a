"""Says the published numbers in plain Dutch: out of a hundred questions, what goes well and what goes wrong most."""

from dataclasses import dataclass

from service.pages.evaluation import Evaluation, PublishedGroup, PublishedKind, share_out_hundred

HELD_BACK = "toets"
"""The half of the questions that is kept for measuring; the other half is looked at while the program is improved."""

_FEWEST = 10
"""Of fewer questions of a kind a share says nothing."""
_MOST_NAMED = 3

_KINDS = {
    "bijna-raak": "vragen die op de documenten lijken maar er net buiten vallen",
    "cijfer": "vragen naar een cijfer",
    "engels": "vragen in het Engels",
    "feit": "vragen naar een los feit",
    "formulering": "vragen hoe iets precies is verwoord",
    "geen-vraag": "teksten die geen vraag zijn",
    "hoe-doe-ik": "vragen hoe u zelf iets regelt",
    "hulpmiddel": "vragen over een hulpmiddel",
    "kort": "vragen van een paar woorden",
    "les": "vragen naar een geleerde les",
    "lijst": "vragen naar een hele lijst",
    "omslachtig": "lange, omslachtige vragen",
    "organisatie": "vragen over een organisatie",
    "persoonsgegevens": "vragen met persoonsgegevens",
    "regio": "vragen over een regio",
    "spreektaal": "vragen in spreektaal",
    "tijdlijn": "vragen wanneer iets gebeurde",
    "tikfout": "vragen met tikfouten",
    "valse-premisse": "vragen die uitgaan van iets wat niet klopt",
    "vergelijking": "vragen om twee dingen te vergelijken",
    "vervolgvraag": "vervolgvragen",
    "wereldkennis": "vragen over algemene kennis",
}


@dataclass(frozen=True, slots=True)
class SaidShare:
    """A measure in a row of the table; ``percentage`` is rounded down, so that only what never failed is 100."""

    heading: str
    good: int
    total: int
    percentage: int


@dataclass(frozen=True, slots=True)
class SaidKind:
    """A kind of question that goes wrong often, in words, with how many of a hundred go wrong."""

    name: str
    wrong: int
    total: int


@dataclass(frozen=True, slots=True)
class SaidEvaluation:
    """What the page says. ``answerable`` is good, refused, wrong and ``other`` refused, answered: each out of a hundred."""

    evaluation: Evaluation
    questions: int
    measured: PublishedGroup
    answerable: tuple[int, ...]
    other: tuple[int, ...]
    figures: tuple[int, ...]
    shares: tuple[SaidShare, ...]
    weakest: tuple[SaidKind, ...]


def say_evaluation(evaluation: Evaluation | None) -> SaidEvaluation | None:
    """The numbers of the half that is held back, in words; None where nothing was published of it."""
    measured = evaluation.group(HELD_BACK) if evaluation else None
    if evaluation is None or measured is None:
        return None
    return SaidEvaluation(
        evaluation=evaluation,
        questions=sum(group.questions for group in evaluation.groups if group.name != "alles"),
        measured=measured,
        answerable=_share_answerable(measured),
        other=_share_two(measured, "terecht-geweigerd"),
        figures=_share_figures(measured),
        shares=tuple(
            SaidShare(share.heading, share.good, share.total, 100 * share.good // share.total) for share in measured.shares
        ),
        weakest=_find_weakest(measured.kinds),
    )


def _share_answerable(group: PublishedGroup) -> tuple[int, ...]:
    """Good, wrongly refused, and answered otherwise than it should be."""
    good, answered = group.share_of("antwoord-goed"), group.share_of("terecht-beantwoord")
    if good is None or answered is None:
        return ()
    return share_out_hundred((good.good, answered.total - answered.good, answered.good - good.good))


def _share_figures(group: PublishedGroup) -> tuple[int, ...]:
    """Good, with a wrong value, and the rest: refused or not complete."""
    good, spared = group.share_of("cijfer-goed"), group.share_of("geen-foute-waarde")
    if good is None or spared is None:
        return ()
    wrong = spared.total - spared.good
    return share_out_hundred((good.good, wrong, max(0, good.total - good.good - wrong)))


def _share_two(group: PublishedGroup, measure: str) -> tuple[int, ...]:
    share = group.share_of(measure)
    return share_out_hundred((share.good, share.total - share.good)) if share else ()


def _find_weakest(kinds: tuple[PublishedKind, ...]) -> tuple[SaidKind, ...]:
    counted = [kind for kind in kinds if kind.total >= _FEWEST and kind.good < kind.total]
    counted.sort(key=lambda kind: kind.good / kind.total)
    return tuple(
        SaidKind(_KINDS.get(kind.kind, kind.kind), share_out_hundred((kind.total - kind.good, kind.good))[0], kind.total)
        for kind in counted[:_MOST_NAMED]
    )
