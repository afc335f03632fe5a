import pytest
from fastapi.testclient import TestClient

from service.wordings.checking import WordingMatch, WordingVerdict
from service.wordings.differences import Difference
from tests.service.pages.page_fakes import CITATION, find, read


def test_differences_of_a_wording_are_marked_and_also_said_in_words(client: TestClient, verdict: list[WordingVerdict]) -> None:
    parts = (Difference("gelijk", "Wie"), Difference("weggelaten", "thuis"), Difference("toegevoegd", "<daar>"))
    verdict.append(WordingVerdict("afwijkend", (WordingMatch(CITATION, 0.936, parts),)))
    soup = read(client, "/formulering?tekst=Wie+daar")
    assert "Staat er anders" in soup.text and "94% gelijk" in soup.text
    differences = find(soup, ".differences")
    assert differences.text.split() == "Wie [alleen in de bron: thuis] [alleen in uw zin: <daar>]".split()
    assert [str(find(differences, tag).contents[1]) for tag in ("ins", "del")] == ["thuis", "<daar>"]
    assert find(soup, "blockquote").text == CITATION.quote
    assert find(soup, "textarea").text.strip() == "Wie daar"


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        (WordingVerdict("letterlijk", (WordingMatch(CITATION, 1.0, ()),)), "Staat er letterlijk"),
        (WordingVerdict("niet-gevonden", ()), "Niet gevonden"),
    ],
)
def test_a_verdict_without_differences_is_said_plainly(
    client: TestClient, verdict: list[WordingVerdict], given: WordingVerdict, shown: str
) -> None:
    verdict.append(given)
    soup = read(client, "/formulering?tekst=wonen")
    assert find(soup, "#oordeel").text.strip() == shown
    assert len(soup.select("blockquote")) == len(given.matches) and not soup.select("ins, del")
