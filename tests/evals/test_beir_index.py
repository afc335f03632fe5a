"""Outside sections become passages of our own index, one for one, and an index that still fits is not made again."""

from collections.abc import Sequence
from pathlib import Path

from evals.beir_index import gather_sections, name_document, open_beir_index
from evals.beir_set import BeirSection, BeirSet
from tests.fakes import FakeEncoder

SECTIONS = (
    BeirSection("fiets#0", "fiets", "", "Een fiets heeft twee wielen. Hij is blauw."),
    BeirSection("fiets#1", "fiets", "Fietspomp", "Met een pomp gaat lucht in de banden.\n\n- banden\n- ventiel"),
    BeirSection("map/boot#0", "map/boot#0", "Zeilboot", "Een boot vaart."),
)


def make_set(sections: Sequence[BeirSection] = SECTIONS) -> BeirSet:
    return BeirSet("klein", tuple(sections), ())


def test_every_section_is_one_passage_with_its_words_and_its_title_as_heading() -> None:
    gathered = gather_sections(SECTIONS)
    texts = {document.id: canonical.text for document, canonical in gathered.texts}
    said = [(passage.id, passage.path, passage.span.of(texts[passage.document_id])) for passage in gathered.passages]
    assert said == [(section.id, (section.title,) if section.title else (), section.text) for section in SECTIONS]
    first = gathered.passages[0]
    assert [span.of(texts["fiets"]) for span in first.sentences] == ["Een fiets heeft twee wielen.", "Hij is blauw."]


def test_a_document_reads_as_it_would_be_printed() -> None:
    _, canonical = gather_sections(SECTIONS[:2]).texts[0]
    assert canonical.text == "\n\n".join((SECTIONS[0].text, "Fietspomp", SECTIONS[1].text))


def test_what_is_searched_is_the_title_and_the_words_and_nothing_else() -> None:
    searched = gather_sections(SECTIONS).search_texts
    assert searched[0] == "Een fiets heeft twee wielen. Hij is blauw."
    assert searched[1] == f"Fietspomp\n{SECTIONS[1].text}"


def test_an_outside_name_can_be_the_name_of_a_file(tmp_path: Path) -> None:
    assert name_document("map/boot#0") == "map%2Fboot%230"
    index = open_beir_index(make_set(), tmp_path, FakeEncoder())
    assert index.documents.keys() == {"fiets", "map%2Fboot%230"}
    assert index.rows.keys() == {"fiets#0", "fiets#1", "map/boot#0"}


def test_an_index_that_still_fits_is_opened_and_not_made_again(tmp_path: Path) -> None:
    made = open_beir_index(make_set(), tmp_path, FakeEncoder())
    again = FakeEncoder()
    assert open_beir_index(make_set(), tmp_path, again).info == made.info
    assert again.encoded == []
    assert len(list((tmp_path / "versions").iterdir())) == 1


def test_a_changed_section_makes_a_new_index_that_embeds_only_what_changed(tmp_path: Path) -> None:
    open_beir_index(make_set(), tmp_path, FakeEncoder())
    encoder = FakeEncoder()
    changed = BeirSection("map/boot#0", "map/boot#0", "Zeilboot", "Een boot zinkt.")
    index = open_beir_index(make_set((*SECTIONS[:2], changed)), tmp_path, encoder)
    assert index.passage_text(index.passages[2]) == "Een boot zinkt."
    assert set(encoder.encoded) == {"Zeilboot\nEen boot zinkt.", "Een boot zinkt.", "zinkt"}


def test_an_index_of_another_model_is_made_again(tmp_path: Path) -> None:
    open_beir_index(make_set(), tmp_path, FakeEncoder())
    other = FakeEncoder()
    other.name = "ander"
    assert open_beir_index(make_set(), tmp_path, other).info.model == "ander"


def test_progress_is_told_while_embedding(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    open_beir_index(make_set(), tmp_path, FakeEncoder(), lambda done, total: told.append((done, total)))
    assert told[-1][0] == told[-1][1] > 0
