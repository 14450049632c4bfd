"""The search dialog, and the quality of its hits."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.conftest import FOLDER, served

pytestmark = pytest.mark.browser

SEARCHES = {
    "åsby": "slussar/asby/",
    "ASBY": "slussar/asby/",
    "göta": "slussar/gota-kluster/",
    "idecoach": "metoder/idecoach/",
    "coacher": "metoder/idecoach/",
    "forankra": "framgangsfaktorer/bred-forankring/",
    "förankringar": "framgangsfaktorer/bred-forankring/",
    "webbformulär": "metoder/en-vag-in/",
    "upphandling": "metoder/innovationsupphandling/",
    "pengar slut": "lardomar/vem-betalar-sedan/",
    "nedlagd": "fragor/varfor-slutade-nagra/",
    "omsorg": "taggar/aldreomsorg/",
    "förvaltningschef": "vagledning/forvaltningschef/",
}
"""The page that must be among the first three hits, by search words: exact words, inflected forms, words without
diacritics, words in capitals, and aliases."""


ADDRESSES = "links => links.map(link => link.getAttribute('href'))"


def look_for(page: Page, words: str) -> Locator:
    """Open the dialog, search, and wait for the hits."""
    if not page.get_by_role("dialog").is_visible():
        page.keyboard.press("/")
    page.get_by_role("searchbox", name="Sök").fill(words)
    hits = page.get_by_role("dialog").locator(".hit a")
    hits.first.wait_for()
    return hits


def missed(browser: Browser, address: str, searches: Mapping[str, str]) -> dict[str, list[str]]:
    """Return the searches whose page is not among the first three hits, with those hits."""
    page = browser.new_page()
    page.goto(f"{address}om/")
    others = {}
    for words, path in searches.items():
        hits = look_for(page, words)
        first = [str(link).removeprefix(FOLDER) for link in hits.evaluate_all(ADDRESSES)[:3]]
        if path not in first:
            others[words] = first
        page.get_by_role("searchbox", name="Sök").fill("")
        expect(hits).to_have_count(0)
    page.close()
    return others


def test_the_right_page_is_among_the_first_three(browser: Browser, address: str) -> None:
    assert missed(browser, address, SEARCHES) == {}


@pytest.mark.engine
def test_the_right_page_is_among_the_first_three_with_zensical(browser: Browser, next_site: Path) -> None:
    with served(next_site) as address:
        assert missed(browser, address, SEARCHES) == {}


def test_search_leads_to_the_page_from_a_page_further_down(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/bergvik/")
    look_for(page, "hökim")
    page.get_by_role("dialog").get_by_role("link", name="Idéslussen i Åsby").click()
    expect(page).to_have_url(f"{address}slussar/asby/")


def test_a_hit_shows_its_kind_and_the_sentence_that_matched(page: Page, address: str) -> None:
    page.goto(address)
    look_for(page, "hökim")
    hit = page.get_by_role("dialog").locator(".hit").filter(has_text="Idéslussen i Åsby")
    expect(hit.locator(".hit-kind")).to_have_text("Sluss")
    expect(hit.locator("mark")).to_have_text("Hökim")


def test_the_rest_is_grouped_by_kind_with_links_to_all_hits(page: Page, address: str) -> None:
    page.goto(address)
    look_for(page, "idéer")
    expect(page.get_by_role("dialog").get_by_role("heading", name="Bästa träffar")).to_be_visible()
    every = page.get_by_role("dialog").get_by_role("link", name="Visa alla").first
    kind = str(every.text_content()).rpartition("under ")[2]
    every.click()
    expect(page.get_by_role("checkbox", name=kind)).to_be_checked()
    expect(page.get_by_label("Sökord")).to_have_value("idéer")


def test_a_search_without_hits_says_so_and_suggests_alternatives(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Sök").fill("xyzzyxyzzy")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("Inga träffar")
    page.get_by_role("dialog").get_by_role("link", name="utforska allt").click()
    expect(page).to_have_url(f"{address}utforska/")


def test_words_that_look_like_markup_are_shown_as_text(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Sök").fill("<img src=x onerror=alert(1)>xyzzyxyzzy")
    expect(page.get_by_role("dialog").get_by_role("status")).to_contain_text("träff")
    expect(page.get_by_role("dialog").locator("img")).to_have_count(0)


def test_slash_opens_search_and_escape_gives_the_focus_back(page: Page, address: str) -> None:
    page.goto(address)
    button = page.get_by_role("button", name="Sök")
    button.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Sök")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(button).to_be_focused()


def test_arrows_go_through_the_hits_and_enter_opens_one(page: Page, address: str) -> None:
    page.goto(address)
    hits = look_for(page, "coach")
    page.keyboard.press("ArrowDown")
    expect(hits.first).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox", name="Sök")).to_be_focused()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}metoder/idecoach/")


def test_enter_in_the_field_shows_all_hits_on_a_page(page: Page, address: str) -> None:
    page.goto(address)
    look_for(page, "coach")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}utforska/?q=coach")
    expect(page.locator("[data-status]")).to_contain_text("träffar")


def test_the_focus_stays_in_the_dialog(page: Page, address: str) -> None:
    page.goto(address)
    look_for(page, "åsby")
    for _ in range(40):
        page.keyboard.press("Tab")
        inside = page.evaluate("document.activeElement === document.body || !!document.activeElement.closest('dialog')")
        assert inside


def test_without_javascript_the_search_button_links_to_the_full_list(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}metoder/idecoach/")
    page.get_by_role("link", name="Sök").click()
    expect(page).to_have_url(f"{address}utforska/")
    expect(page.get_by_role("link", name="Idécoacher")).to_be_visible()
    expect(page.get_by_role("search", name="Sök och filtrera")).to_be_hidden()
    context.close()
