"""What must hold of every passage of the five real documents, and what is known of some."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from corpus.manifest import load_manifest
from corpus.types import Block, CanonicalText, Passage, Section
from indexer.reading import read_document
from indexer.structure.blocks import find_blocks
from indexer.structure.passages import cut_passages
from indexer.structure.sections import find_sections
from indexer.structure.sentences import split_sentences

CORPUS = Path(__file__).parents[3] / "corpus"
DOCUMENTS = {document.id: document for document in load_manifest(CORPUS).documents}
REPORT = "kpmg-eindrapport-2024"

every_document = pytest.mark.parametrize("document_id", DOCUMENTS)


@cache
def cut_document(document_id: str) -> tuple[CanonicalText, tuple[Block, ...], tuple[Section, ...], tuple[Passage, ...]]:
    document = DOCUMENTS[document_id]
    canonical = read_document(document, CORPUS)
    blocks = find_blocks(canonical.text, document.language)
    sections = find_sections(document, canonical, blocks)
    return canonical, blocks, sections, cut_passages(canonical, sections)


def passages_with(form: str, document_id: str = REPORT) -> Iterator[tuple[Passage, str]]:
    canonical, _, _, passages = cut_document(document_id)
    return ((passage, passage.span.of(canonical.text)) for passage in passages if passage.form == form)


@every_document
def test_no_passage_begins_or_ends_inside_a_word(document_id: str) -> None:
    canonical, _, _, passages = cut_document(document_id)
    for passage in passages:
        for edge in (passage.span.begin, passage.span.end):
            around = canonical.text[max(0, edge - 1) : edge + 1]
            assert not (len(around) == 2 and edge and around.isalnum()), passage.span.of(canonical.text)


@every_document
def test_no_passage_cuts_a_list_item_a_table_or_a_sentence_of_a_paragraph(document_id: str) -> None:
    canonical, blocks, _, passages = cut_document(document_id)
    pieces = [block.span for block in blocks if block.form in ("item", "table", "heading")]
    for block in blocks:
        if block.form in ("paragraph", "lead_in"):
            pieces += split_sentences(canonical.text, block.span)
    for passage in passages:
        cut = [
            piece.of(canonical.text) for piece in pieces if piece.overlaps(passage.span) and not passage.span.contains(piece)
        ]
        assert not cut, cut


@every_document
def test_passages_other_than_overviews_do_not_overlap(document_id: str) -> None:
    canonical, _, _, passages = cut_document(document_id)
    cut = [passage for passage in passages if passage.form != "overview"]
    for first, second in pairwise(cut):
        assert not first.span.overlaps(second.span), second.span.of(canonical.text)


@every_document
def test_everything_that_is_said_is_in_a_passage_or_a_heading_of_a_section(document_id: str) -> None:
    canonical, blocks, sections, passages = cut_document(document_id)
    headings = {section.blocks[0].span for section in sections if section.blocks[0].form == "heading"}
    lost = []
    for block in blocks:
        pieces = split_sentences(canonical.text, block.span)
        held = all(any(passage.span.contains(piece) for passage in passages) for piece in pieces)
        if block.form != "chrome" and block.span not in headings and not held:
            lost.append(block.span.of(canonical.text))
    assert lost == []


@every_document
def test_sentences_and_items_lie_inside_their_passage_in_order(document_id: str) -> None:
    for passage in cut_document(document_id)[3]:
        for spans in (passage.items, passage.sentences):
            assert all(passage.span.contains(span) for span in spans)
            assert list(spans) == sorted(spans, key=lambda span: span.begin)


@every_document
def test_little_is_left_out_as_furniture_and_no_whole_dutch_sentence_is(document_id: str) -> None:
    canonical, blocks, _, _ = cut_document(document_id)
    furniture = [block.span.of(canonical.text) for block in blocks if block.form == "chrome"]
    assert sum(map(len, furniture)) < 0.04 * len(canonical.text)
    assert not [words for words in furniture if re.search(r"\b(de|het|een)\b.*\b(is|zijn|wordt|worden|hebben)\b.*\.$", words)]


def test_the_topics_of_a_plan_are_one_list_of_ten_with_its_lead_in() -> None:
    (found,) = [(passage, words) for passage, words in passages_with("list") if len(passage.items) == 10]
    _, words = found
    assert words.startswith("Echter moest binnen het plan van aanpak ten minste ingegaan worden op onderstaande onderwerpen:")
    assert words.endswith("- Ervaringen uit de regio")


def test_the_summaries_of_lessons_and_successes_are_six_cards_each_and_an_overview() -> None:
    overviews = {passage.path[-1]: len(passage.items) for passage, _ in passages_with("overview")}
    for title in (
        "Samenvatting van de lessen uit de regioaanpak Wlz-ggz-w",
        "Samenvatting van de behaalde successen binnen de regio's",
    ):
        assert overviews[title] == 6
        cards = [passage for passage, _ in passages_with("card") if title in passage.path]
        assert len(cards) == len({passage.path for passage in cards}) == 6


def test_the_questions_of_the_checklist_are_five_cards_with_their_explanation() -> None:
    cards = [words for passage, words in passages_with("card") if "Checklist bij het kiezen van een richting" in passage.path]
    assert len(cards) == 5
    assert all(words.count("?") >= 2 or "nagestreefd" in words for words in cards)


def test_the_table_of_indications_is_one_passage_with_a_row_for_each_profile() -> None:
    (rows,) = [passage.sentences for passage, words in passages_with("table") if "GGZ03W" in words]
    text = cut_document(REPORT)[0].text
    assert [row.of(text).split("\t")[0] for row in rows][-5:] == [f"GGZ0{number}W" for number in range(1, 6)]


def test_the_agreed_measures_are_one_list_with_what_announces_it() -> None:
    (found,) = [passage for passage, _ in passages_with("overview") if len(passage.items) == 4 and passage.kind != "rapport"]
    text = cut_document(REPORT)[0].text
    assert found.sentences[0].of(text).startswith("Een samenvatting van de afspraken")
    assert [item.of(text) for item in found.items][::3] == [
        "Betere duiding van de toegangscriteria tot de Wlz",
        "Langetermijnmaatregelen",
    ]


def test_every_month_of_the_timeline_is_one_card_with_its_words() -> None:
    months = [(passage.path[-1], words) for passage, words in passages_with("card") if re.search(r"20\d\d$", passage.path[-1])]
    timeline = [month for month, _ in months if "kwartaal" not in month]
    assert len(timeline) == len(set(timeline)) == 5
    assert all(words.startswith(month) for month, words in months if "kwartaal" not in month)


def test_the_interviewed_stand_in_a_row_with_their_organisation() -> None:
    text = cut_document(REPORT)[0].text
    rows = [row.of(text) for passage, _ in passages_with("table") for row in passage.sentences]
    assert len([row for row in rows if re.fullmatch(r"[^\t]+\t[A-Z][^\t]+ (van|[A-Z]).*", row) and " en " in row]) == 4


def test_a_publication_is_one_sentence_with_its_authors() -> None:
    text = cut_document("phrenos-taskforces-epa")[0].text
    sentences = [sentence.of(text) for passage in cut_document("phrenos-taskforces-epa")[3] for sentence in passage.sentences]
    publications = [sentence for sentence in sentences if "Couwenbergh" in sentence]
    assert [sentence.split("\n")[1] for sentence in publications] == ["2018", "2019"]


def test_a_note_below_a_page_is_not_of_the_last_region_on_it() -> None:
    notes = [passage.path for passage, words in passages_with("text") if words.startswith("**De informatiesessie")]
    assert len(notes) == 2
    assert not [path for path in notes if "regio " in path[-1]]


def test_the_chapter_and_the_annex_of_the_manifest_have_their_own_kind() -> None:
    _, _, sections, _ = cut_document(REPORT)
    kinds = {
        kind: {section.path[:2] for section in sections if section.kind == kind}
        for kind in ("bestuurlijke-afspraken", "hulpmiddel")
    }
    assert {path[0] for path in kinds["bestuurlijke-afspraken"]} == {"Bestuurlijke afspraken"}
    assert kinds["hulpmiddel"] == {("Bijlage", "Hulpmiddel tijdens bespreking pilot doelgroep")}


def test_the_chapters_of_the_report_are_those_of_its_table_of_contents() -> None:
    _, blocks, sections, _ = cut_document(REPORT)
    chapters = list(dict.fromkeys(section.path[0] for section in sections if section.path))
    assert len([block for block in blocks if block.level == 1]) == 8
    assert chapters[1:] == [
        "Voorwoord",
        "Aanleiding regioaanpak Wlz-ggz-w",
        "Bestuurlijke afspraken",
        "De regioaanpak",
        "Pilot doelgroepbespreking",
        "Lessen en successen",
        "Conclusie",
        "Bijlage",
    ]


@pytest.mark.parametrize(
    "words",
    ["Go back", "Microsoft Power BI", "Cookie-instellingen", "Back To Top", "dandelion", "Inhoudsopgave", "nieuwsbrief"],
)
def test_menus_buttons_and_pictures_are_not_in_any_sentence(words: str) -> None:
    for document_id in DOCUMENTS:
        text = cut_document(document_id)[0].text
        assert not [s for passage in cut_document(document_id)[3] for s in passage.sentences if words in s.of(text)]
