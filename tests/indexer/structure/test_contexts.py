"""Contexts hold what stands together: never two documents, never more than fits, and the headings say where to part."""

from collections import defaultdict

from hypothesis import given
from hypothesis import strategies as st

from corpus.types import Passage, Span
from indexer.store import OpenIndex
from indexer.structure.contexts import LARGEST_CONTEXT, group_passages


def make_passages(document: str, *paths: tuple[str, ...]) -> list[Passage]:
    """The passages of one document under these heading paths, in order."""
    return [
        Passage(f"{document}#{row}", document, "rapport", path, Span(row * 10, row * 10 + 9), "text")
        for row, path in enumerate(paths)
    ]


def group_by_context(passages: list[Passage] | tuple[Passage, ...]) -> list[list[Passage]]:
    """The passages of each context, the contexts by number."""
    contexts: dict[int, list[Passage]] = defaultdict(list)
    for passage, number in zip(passages, group_passages(passages), strict=True):
        contexts[number].append(passage)
    return [contexts[number] for number in sorted(contexts)]


some_paths = st.lists(st.lists(st.sampled_from("abc"), max_size=3).map(tuple), max_size=40)


def test_a_short_document_is_one_context_whatever_its_headings() -> None:
    passages = make_passages("kort", *((f"Kop {number}",) for number in range(LARGEST_CONTEXT)))
    assert set(group_passages(passages)) == {0}


def test_two_documents_never_share_a_context_not_even_under_the_same_headings() -> None:
    passages = make_passages("een", ("Inleiding",)) + make_passages("twee", ("Inleiding",), ("Inleiding",))
    assert group_passages(passages) == (0, 1, 1)


def test_a_long_document_is_parted_by_its_chapters() -> None:
    paths = [(chapter, f"Paragraaf {number % 2}") for chapter in ("Wonen", "Zorg", "Werk") for number in range(6)]
    assert group_passages(make_passages("lang", *paths)) == (0,) * 6 + (1,) * 6 + (2,) * 6


def test_only_a_chapter_that_is_long_itself_is_parted_by_its_sections() -> None:
    long = [("Zorg", section) for section in ("Thuis", "Elders") for _ in range(LARGEST_CONTEXT)]
    passages = make_passages("lang", ("Wonen", "Huur"), ("Wonen", "Koop"), *long)
    assert group_passages(passages) == (0, 0) + (1,) * LARGEST_CONTEXT + (2,) * LARGEST_CONTEXT


def test_a_long_document_without_headings_is_cut_into_runs() -> None:
    passages = make_passages("kaal", *[()] * (2 * LARGEST_CONTEXT + 1))
    assert [len(context) for context in group_by_context(passages)] == [LARGEST_CONTEXT, LARGEST_CONTEXT, 1]


def test_a_long_section_without_headings_of_its_own_is_cut_into_runs() -> None:
    passages = make_passages("lang", ("Wonen",), *[("Zorg", "Thuis")] * (LARGEST_CONTEXT + 1))
    assert [len(context) for context in group_by_context(passages)] == [1, LARGEST_CONTEXT, 1]


def test_a_heading_that_comes_back_later_begins_a_context_of_its_own() -> None:
    paths = [("Zorg",)] * LARGEST_CONTEXT + [("Wonen",)] + [("Zorg",)] * 2
    assert group_passages(make_passages("lang", *paths))[-1] == 2


def test_no_passages_have_no_contexts() -> None:
    assert group_passages([]) == ()


@given(st.lists(some_paths, max_size=4))
def test_contexts_are_runs_of_one_document_that_are_numbered_in_order_and_fit(documents: list[list[tuple[str, ...]]]) -> None:
    passages = [passage for number, paths in enumerate(documents) for passage in make_passages(f"doc-{number}", *paths)]
    assert list(group_passages(passages)) == sorted(group_passages(passages))
    contexts = group_by_context(passages)
    assert [passage for context in contexts for passage in context] == passages
    for context in contexts:
        assert len({passage.document_id for passage in context}) == 1
        assert len(context) <= LARGEST_CONTEXT


@given(some_paths)
def test_of_a_parted_document_every_context_stands_under_one_chapter(paths: list[tuple[str, ...]]) -> None:
    contexts = group_by_context(make_passages("lang", *paths))
    for context in contexts if len(contexts) > 1 else []:
        assert len({passage.path[:1] for passage in context}) == 1


def test_the_real_documents_have_contexts_that_fit(fake_index: OpenIndex) -> None:
    contexts = group_by_context(fake_index.passages)
    assert all(len({passage.document_id for passage in context}) == 1 for context in contexts)
    assert 1 < max(len(context) for context in contexts) <= LARGEST_CONTEXT
    assert len(contexts) > len(fake_index.documents)
