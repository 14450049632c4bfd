"""The page with filters."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest
from lxml import html
from playwright.sync_api import Locator, Page, expect

from scripts.library.kinds import Kind
from scripts.library.library import Library
from scripts.model.enums import Outcome

pytestmark = pytest.mark.browser

LISTED = frozenset(kind.value for kind in Kind if kind.is_listed)


def status(page: Page) -> Locator:
    """Return the status line with the number of hits."""
    return page.locator("[data-status]")


def hits(page: Page) -> Locator:
    """Return the hits in the list."""
    return page.locator("[data-hits] .hit")


def choose(page: Page, facet: str, value: str) -> None:
    """Tick a value, after opening its facet if it is collapsed."""
    group = page.locator("details.facet", has=page.get_by_text(facet, exact=True)).first
    if not group.evaluate("e => e.open"):
        group.locator("summary").click()
    group.get_by_role("checkbox", name=value).check()


def test_without_a_selection_everything_is_shown_by_kind(page: Page, address: str, site: Path) -> None:
    page.goto(f"{address}utforska/")
    for kind in Kind:
        if kind.is_listed:
            expect(page.get_by_role("heading", name=kind.plural)).to_be_visible()
    listed = page.locator("[data-everything] a").count()
    searched = [
        path
        for path in site.rglob("index.html")
        if html.parse(str(path)).xpath(
            "//*[@data-slag][not(@data-slag='oversikt' or @data-slag='om' or @data-slag='start')]"
        )
    ]
    assert listed == len(searched)


def test_the_counts_shown_at_first_are_those_that_search_gives(page: Page, address: str) -> None:
    page.goto(f"{address}utforska/")
    before = page.locator(".facet .count").all_inner_texts()
    choose(page, "Slag", "Metoder")
    expect(status(page)).to_have_text(re.compile(r"\d+ träffar"))
    page.get_by_role("button", name="Metoder, ta bort").click()
    expect(page.locator("[data-everything]")).to_be_visible()
    assert page.locator(".facet .count").all_inner_texts() == before
    shown = page.locator(".facet label").evaluate_all(
        "labels => labels.map(label => [label.control.name, label.control.value, Number(label.lastChild.textContent)])"
    )
    indexed = page.evaluate("async () => (await import('../pagefind/pagefind.js')).filters()")
    assert {(facet, value): count for facet, value, count in shown} == {
        (facet, value): count
        for facet, values in indexed.items()
        for value, count in values.items()
        if facet != "slag" or value in LISTED
    }


def test_values_of_one_facet_add_up_and_facets_narrow_each_other(page: Page, address: str, library: Library) -> None:
    outcomes = Counter(entry.case.aftermath.outcome for entry in library.cases)
    ended, continued = outcomes[Outcome.ENDED], outcomes[Outcome.CONTINUED]
    page.goto(f"{address}utforska/")
    choose(page, "Slag", "Slussar")
    expect(status(page)).to_have_text(f"{len(library.cases)} träffar")
    choose(page, "Vad hände sedan", "Upphörde")
    expect(status(page)).to_have_text(f"{ended} träffar")
    choose(page, "Vad hände sedan", "Fortsatte")
    expect(status(page)).to_have_text(f"{ended + continued} träffar")
    expect(hits(page)).to_have_count(ended + continued)


def test_the_selection_is_kept_in_the_address_and_survives_reload_and_back(
    page: Page, address: str, library: Library
) -> None:
    page.goto(f"{address}utforska/")
    choose(page, "Slag", "Slussar")
    choose(page, "Form", "Gemensam för flera kommuner")
    expect(page).to_have_url(f"{address}utforska/?slag=sluss&form=gemensam")
    expect(status(page)).to_have_text(re.compile(r"^\d träffar"))
    shown = status(page).inner_text()
    page.reload()
    expect(status(page)).to_have_text(shown)
    expect(page.get_by_role("checkbox", name="Gemensam för flera kommuner")).to_be_checked()
    page.go_back()
    expect(page).to_have_url(f"{address}utforska/?slag=sluss")
    expect(status(page)).to_have_text(f"{len(library.cases)} träffar")
    expect(page.get_by_role("checkbox", name="Gemensam för flera kommuner")).not_to_be_checked()
    page.go_back()
    expect(page.locator("[data-everything]")).to_be_visible()


def test_a_hit_leads_to_its_page_and_back_to_the_same_choice(page: Page, address: str) -> None:
    page.goto(f"{address}utforska/?q=politiker&slag=fraga")
    # Not in the full list, which is shown until search has finished.
    page.locator(".hits").get_by_role("link", name="Vilken roll har politiken?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Vilken roll har politiken?")
    page.go_back()
    expect(page.get_by_label("Sökord")).to_have_value("politiker")
    expect(page.get_by_role("link", name="Vilken roll har politiken?")).to_be_visible()


def test_without_hits_it_says_so_and_each_choice_can_be_removed(page: Page, address: str, library: Library) -> None:
    page.goto(f"{address}utforska/?q=xyzzyxyzzy&slag=sluss")
    expect(status(page)).to_have_text("Inga träffar")
    expect(page.get_by_text("Ta bort ett val ovanför")).to_be_visible()
    page.get_by_role("button", name="”xyzzyxyzzy”, ta bort").click()
    expect(status(page)).to_have_text(f"{len(library.cases)} träffar")
    expect(page.get_by_role("button", name="Slussar, ta bort")).to_be_focused()


def test_all_choices_are_cleared_at_once(page: Page, address: str) -> None:
    page.goto(f"{address}utforska/?slag=sluss&utfall=upphorde")
    page.get_by_role("button", name="Alla val, ta bort").click()
    expect(page).to_have_url(f"{address}utforska/")
    expect(page.locator("[data-everything]")).to_be_visible()


def test_more_hits_are_shown_when_asked_for_and_take_the_focus(page: Page, address: str) -> None:
    kinds = "slag=metod&slag=faktor&slag=lardom&slag=sluss"
    page.goto(f"{address}utforska/?{kinds}")
    expect(status(page)).to_have_text(re.compile(r"^(2[1-9]|3\d) träffar"))
    number = int(status(page).inner_text().split()[0])
    expect(hits(page)).to_have_count(20)
    page.get_by_role("button", name="Visa fler").click()
    expect(hits(page)).to_have_count(number)
    expect(hits(page).nth(20).get_by_role("link")).to_be_focused()


def test_it_works_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}utforska/")
    page.get_by_label("Sökord").focus()
    page.keyboard.type("coach")
    expect(status(page)).to_have_text(re.compile("träffar"))
    for _ in range(30):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.value") == "metod":
            break
    page.keyboard.press("Space")
    expect(page).to_have_url(f"{address}utforska/?q=coach&slag=metod")


def test_unknown_values_in_the_address_are_ignored(page: Page, address: str) -> None:
    page.goto(f"{address}utforska/?slag=finns-inte&vadsomhelst=%3Cscript%3E")
    expect(page.locator("[data-everything]")).to_be_visible()


def test_on_a_phone_the_filters_are_collapsed_and_can_be_opened(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(f"{address}utforska/")
    expect(page.get_by_role("checkbox", name="Metoder")).to_be_hidden()
    page.get_by_text("Filter", exact=True).click()
    page.get_by_role("checkbox", name="Metoder").check()
    expect(status(page)).to_have_text(re.compile("träffar"))
