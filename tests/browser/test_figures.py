"""The figures page: pick profiles, measure and period; see the table and its chart; take them along as CSV."""

import csv
import io
import re
from pathlib import Path

from playwright.sync_api import expect

from tests.browser import visiting
from tests.browser.conftest import OpenPage
from tests.browser.states import CUT_OFF, REFUSED
from tests.browser.visiting import ask, cut_connection
from tests.browser.watching import Watch

CHOSEN = "profiel=GGZ03W&profiel=GGZ04W&maat=aantal&vanaf=2022-01-01&tot=2023-10-01"
NATURAL_WIDTH = "image => image.decode().then(() => image.naturalWidth)"


def test_the_chosen_figures_are_the_table_the_chart_and_the_csv(open_page: OpenPage) -> None:
    page = open_page(f"/cijfers?{CHOSEN}")
    form = page.locator("form#cijferkeuze")
    expect(form.get_by_label("GGZ03W", exact=False).first).to_be_checked()
    assert page.locator("img.drawing").evaluate(NATURAL_WIDTH) > 0
    assert page.locator("img.drawing").get_attribute("alt")
    api = page.request.get(f"/v1/instroomcijfers?{CHOSEN}", headers={"Accept": "text/csv"})
    with page.expect_download() as started:
        page.locator("a#csv").click()
    downloaded = Path(started.value.path()).read_bytes()
    assert downloaded == api.body()
    assert started.value.suggested_filename.endswith(".csv")
    rows = list(csv.DictReader(io.StringIO(downloaded.decode("utf-8-sig"))))
    shown = page.locator("main table").first.inner_text().replace(".", "")
    assert rows and all(row["waarde"] in shown for row in rows if row["waarde"].isdigit())


def test_another_choice_gives_other_figures(open_page: OpenPage) -> None:
    page = open_page("/cijfers")
    form = page.locator("form#cijferkeuze")
    form.locator("input[name=profiel][value=GGZ05W]").check()
    for box in form.locator("input[name=profiel]:not([value=GGZ05W])").all():
        box.uncheck()
    form.locator("button[type=submit]").click()
    table = page.locator("main table").first
    expect(table).not_to_contain_text("GGZ03W")
    expect(table).to_contain_text("GGZ05W")
    assert "profiel=GGZ05W" in page.url and "GGZ03W" not in page.url
    expect(page.get_by_role("status")).not_to_be_empty()


def test_a_period_without_figures_says_what_to_do(open_page: OpenPage, watch: Watch) -> None:
    watch.allow(REFUSED)
    page = open_page("/cijfers?profiel=GGZ03W&maat=aantal&vanaf=1990-01-01&tot=1991-01-01")
    expect(page.locator("[role=alert]:visible")).to_contain_text("Kies")
    expect(page.locator("img.drawing")).to_have_count(0)


def test_when_the_server_is_gone_the_page_says_what_to_do(open_page: OpenPage, watch: Watch) -> None:
    watch.allow(CUT_OFF)
    page = open_page("/cijfers")
    cut_connection(page)
    page.locator("form#cijferkeuze button[type=submit]").click()
    expect(page.get_by_role("status").filter(has_text=re.compile("opnieuw"))).to_be_visible()


def test_an_answer_in_figures_has_its_table_its_chart_and_its_caveats(open_page: OpenPage) -> None:
    turn = ask(open_page(), visiting.CHARTED)
    expect(turn.locator("table")).to_be_visible()
    expect(turn.locator(".caveats")).to_be_visible()
    assert turn.locator("img").evaluate(NATURAL_WIDTH) > 0
    assert turn.locator("img").get_attribute("alt")
