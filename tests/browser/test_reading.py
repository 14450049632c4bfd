"""Reading the site in a real browser: with a pointer, with the keyboard, and on a phone."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_skip_link_is_the_first_stop_and_leads_to_the_content(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/asby/")
    page.keyboard.press("Tab")
    skip = page.locator(":focus")
    expect(skip).to_have_text("Hoppa till innehållet")
    page.keyboard.press("Enter")
    expect(page.get_by_role("main")).to_be_focused()


def test_a_citation_leads_to_its_source(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/asby/")
    page.locator(".claim .cite").first.click()
    expect(page.locator(".sources li:target")).to_be_visible()


def test_from_a_sluice_to_a_method_and_to_another_sluice(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/asby/")
    page.get_by_role("heading", name="Idécoacher").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Idécoacher")
    page.get_by_role("heading", name="Bergvik").get_by_role("link").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Idéslussen i Bergvik")


def test_a_word_opens_its_definition_by_keyboard_and_escape_closes_it(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/asby/")
    word = page.locator(".term").first
    word.focus()
    page.keyboard.press("Enter")
    note = page.locator(".term-note:popover-open")
    expect(note).to_be_visible()
    page.keyboard.press("Tab")
    expect(note.get_by_role("link")).to_be_focused()
    page.keyboard.press("Escape")
    expect(note).to_be_hidden()
    expect(word).to_be_focused()


def test_a_definition_links_to_the_glossary(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/asby/")
    page.locator(".term").first.click()
    page.locator(".term-note:popover-open").get_by_role("link").click()
    expect(page.locator(".glossary h2:target")).to_be_visible()


def test_a_mark_in_the_matrix_leads_to_the_exact_place(page: Page, address: str) -> None:
    page.goto(f"{address}jamfor/")
    page.get_by_role("link", name="Gjort, Dalby, Elmsta och Frösåker").click()
    expect(page.locator(":target")).to_be_in_viewport()
    expect(page.get_by_role("heading", level=1)).to_have_text("Idésluss Dalby, Elmsta och Frösåker")


def test_a_municipality_is_found_by_name(page: Page, address: str) -> None:
    page.goto(f"{address}kommuner/")
    page.get_by_label("Sök på namn").fill("ange")
    expect(page.locator("[data-name='Ånge']")).to_be_visible()
    expect(page.locator("[data-name='Sundsvall']")).to_be_hidden()
    expect(page.get_by_text("visas")).to_contain_text("1 av")


def test_on_a_phone_the_menu_opens_and_its_links_work(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address)
    page.get_by_role("button", name="Meny").click()
    page.get_by_role("navigation", name="Meny").get_by_role("link", name="Jämför").click()
    expect(page).to_have_url(f"{address}jamfor/")


def test_from_the_start_page_to_an_answer_in_two_clicks(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("main").get_by_role("link", name="Frågor och svar").first.click()
    page.get_by_role("link", name="Hur håller vi det vid liv när projektpengarna tar slut?").click()
    expect(page.locator(".answer")).to_contain_text("Åsby")


def test_the_menu_unfolds_by_keyboard_and_escape_folds_it(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}rad/")
    page.get_by_role("button", name="Meny").focus()
    page.keyboard.press("Enter")
    menu = page.get_by_role("navigation", name="Meny")
    expect(menu).to_be_visible()
    page.keyboard.press("Tab")
    expect(menu.get_by_role("link").first).to_be_focused()
    expect(menu.get_by_role("link", name="Råd")).to_have_attribute("aria-current", "page")
    page.keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(page.get_by_role("button", name="Meny")).to_be_focused()


def test_a_wide_table_is_scrolled_by_keyboard_and_its_marks_are_reached(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}jamfor/")
    table = page.get_by_role("region", name="Metoder och slussar")
    table.focus()
    page.keyboard.press("ArrowRight")
    expect(table).not_to_have_js_property("scrollLeft", 0)
    page.keyboard.press("Tab")
    assert page.evaluate("!!document.activeElement.closest('table')")


def test_a_folded_table_opens_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/")
    summary = page.get_by_text("samma uppgifter som tabell")
    summary.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("table", name="Vad som hände med slussarna")).to_be_visible()


def test_the_focus_is_always_seen(page: Page, address: str) -> None:
    page.goto(f"{address}slussar/asby/")
    for _ in range(60):
        page.keyboard.press("Tab")
        outline = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
        assert outline != "none", page.evaluate("document.activeElement.outerHTML.slice(0, 120)")


def test_details_that_the_publisher_must_fill_in_are_marked(page: Page, address: str) -> None:
    page.goto(f"{address}tillganglighet/")
    expect(page.locator("mark.fill-in")).to_have_count(2)
