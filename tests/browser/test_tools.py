"""What to work with: buttons of a page, the basket, the checklist, ideas and similar municipalities."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Page, expect

pytestmark = pytest.mark.browser


def test_a_page_is_put_in_the_basket_and_shown_there_with_its_conclusion(page: Page, address: str) -> None:
    page.goto(f"{address}beslut/starta/")
    page.get_by_role("button", name="Lägg i underlaget").click()
    page.goto(f"{address}rad/ge-tid/")
    page.get_by_role("button", name="Lägg i underlaget").click()
    page.goto(f"{address}mitt-underlag/")
    expect(page.locator(".collected h2")).to_have_text(["Ska ni starta?", "Ge tid på schemat"])
    expect(page.locator(".collected")).to_contain_text("Ja, om någon har den som sitt arbete. Annars nej.")
    expect(page).to_have_url(re.compile(r"sidor=beslut"))


def test_the_address_of_a_basket_works_in_another_browser(page: Page, address: str) -> None:
    page.goto(f"{address}mitt-underlag/?sidor=rad/ge-tid/+../../hemligt/+javascript:alert(1)")
    expect(page.locator(".collected h2")).to_have_text(["Ge tid på schemat"])
    page.get_by_role("button", name="Ta bort").click()
    expect(page.get_by_text("Underlaget är tomt.")).to_be_visible()
    expect(page).to_have_url(f"{address}mitt-underlag/")


def test_ticks_stay_in_the_browser_and_what_is_missing_is_listed(page: Page, address: str) -> None:
    page.goto(f"{address}checklista/")
    expect(page.locator("[data-missing]")).to_be_hidden()
    page.get_by_role("checkbox", name="Timmarna står i uppdraget.").check()
    page.reload()
    expect(page.get_by_role("checkbox", name="Timmarna står i uppdraget.")).to_be_checked()
    missing = page.locator("[data-missing]")
    expect(missing.get_by_role("listitem").first).to_contain_text("Någon täcker upp.")
    expect(missing).to_contain_text("I Åsby tog det längre tid.")
    missing.get_by_role("button", name="Ta bort alla bockar").click()
    expect(page.locator("[data-check]:checked")).to_have_count(0)


def test_ideas_are_filtered_by_field_and_state_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}ideer/")
    every = page.locator(".ideas > li").count()
    page.get_by_label("Hur långt den kom").select_option(index=1)
    shown = page.locator(".ideas > li:visible").count()
    assert 0 < shown < every
    page.reload()
    expect(page.locator(".ideas > li:visible")).to_have_count(shown)
    expect(page.locator("[data-ideas] [role=status]")).to_have_text(f"{shown} av {every} visas")


def test_the_nearest_participants_are_shown_with_the_honest_distance(page: Page, address: str) -> None:
    page.goto(f"{address}vem-liknar-oss/")
    expect(page.locator("[data-nearest]")).to_be_hidden()
    page.get_by_label("Er kommun").select_option(label="Stockholm")
    nearest = page.locator("[data-nearest]")
    expect(nearest.get_by_role("heading", name="Närmast i storlek")).to_be_visible()
    expect(nearest.locator(".distance").last).to_have_text(re.compile(r"gånger så stor|ungefär lika stor"))
    expect(page).to_have_url(re.compile(r"\?kommun=0180$"))
    page.reload()
    expect(nearest).to_be_visible()


def test_the_text_of_a_page_is_copied_without_what_is_folded(page: Page, address: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{address}beslut/starta/")
    page.get_by_role("button", name="Kopiera som text").click()
    expect(page.get_by_role("button", name="Kopierat")).to_be_visible()
    text = page.evaluate("navigator.clipboard.readText()")
    assert "Ja, om någon har den som sitt arbete. Annars nej." in text
    assert "Vilar på" not in text
    assert f"{address}beslut/starta/" in text


def test_a_conclusion_unfolds_its_basis_with_place_stage_and_speaker(page: Page, address: str) -> None:
    page.goto(f"{address}rad/ge-tid/")
    page.locator(".conclusion summary").click()
    first = page.locator(".conclusion .grounds > li").first
    expect(first).to_contain_text("Åsby")
    expect(first).to_contain_text("Gjort")
    expect(first).to_contain_text("Projektets egna ord")
    expect(page.locator(".conclusion .grounds > .against")).to_contain_text("Talar emot.")
