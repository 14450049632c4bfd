"""The form on the site: its content becomes a complete, unchanged case, and stays in the browser."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from scripts.build.pipeline import pages_of
from scripts.checks import check
from scripts.loading.dataset import read
from scripts.loading.yaml_parser import parse
from scripts.loading.yaml_tree import plain_data
from scripts.model.field_specs import FieldSpec, field_specs
from scripts.settings import Settings
from tests.browser.form_filling import fill_in
from tests.browser.full_case import FULL_CASE, as_file
from tests.browser.test_every_page import EVERYTHING, SIDEWAYS, audit, axe
from tests.conftest import FULL

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("form")]


@pytest.fixture(scope="module")
def draft(browser: Browser, address: str) -> str:
    """Return the draft that the browser stores when the full case has been filled in."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{address}bidra/formular/")
    fill_in(page, FULL_CASE)
    kept = page.evaluate("JSON.stringify(localStorage)")
    page.close()
    return str(kept)


@pytest.fixture
def filled(form: Page, draft: str) -> Page:
    """Return the form filled in with the full case."""
    form.evaluate("draft => Object.assign(localStorage, JSON.parse(draft))", draft)
    form.reload()
    return form


def downloaded(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("link", name="Ladda ner filen").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def filled_keys(specs: tuple[FieldSpec, ...], value: Any) -> Iterator[tuple[str, bool]]:
    """Yield the key of every field, and whether it has a value."""
    for field in specs:
        inner = value.get(field.key) if isinstance(value, dict) else None
        yield field.key, inner is not None
        for block in inner if isinstance(inner, list) else [inner]:
            if field.blocks and isinstance(block, dict):
                yield from filled_keys(field.blocks, block)


def test_a_case_written_only_in_the_form_passes_the_check_unchanged_and_builds(form: Page, tmp_path: Path) -> None:
    cases = Path(shutil.copytree(FULL, tmp_path / "cases"))
    fill_in(form, FULL_CASE)
    form.get_by_label("Filens namn").fill("ekeby")
    expect(form.locator("[data-problems] li")).to_have_text([])
    expect(form.locator("[data-count]")).to_have_text("Allt som behövs finns med.")
    file = downloaded(form, cases)
    assert file.name == "ekeby.yml"
    assert [str(problem) for problem in check(read(cases))] == []
    root = parse(file.read_bytes(), "ekeby.yml").root
    assert root is not None
    written = plain_data(root)
    expected = as_file("ekeby")
    expected["period"]["start"] = 2017
    expected["sources"]["ekeby-2"]["read"] = 2026
    assert written == expected
    assert "slussar/ekeby/index.md" in pages_of(cases, Settings())


def test_the_full_case_has_a_value_in_every_field() -> None:
    filled = dict.fromkeys((key for key, _ in filled_keys(field_specs(), FULL_CASE)), False)
    for key, is_filled in filled_keys(field_specs(), FULL_CASE):
        filled[key] |= is_filled
    # Ids are for the editors' conclusions, and are not in the form.
    assert [key for key, is_filled in filled.items() if not is_filled] == ["id"]


def test_a_source_that_the_site_has_already_is_only_referred_to(form: Page) -> None:
    known = next(iter(read(FULL).catalogue["sources"].content or ()))
    form.get_by_role("button", name="Lägg till källa").click()
    form.get_by_label("Finns källan redan").select_option(known.id)  # type: ignore[attr-defined]
    form.locator("fieldset[data-key=goals]").get_by_role("button", name="Lägg till mål").click()
    expect(form.locator("fieldset[data-key=goals] [data-refers=sources] input")).to_be_checked()
    text = form.locator("[data-file]").text_content() or ""
    assert f"sources: [{known.id}]" in text  # type: ignore[attr-defined]
    assert "\nsources:" not in text


def test_an_empty_field_is_not_reported_before_it_has_been_visited(form: Page) -> None:
    expect(form.locator(".problem:visible")).to_have_count(0)
    expect(form.locator("[data-problems] li")).not_to_have_count(0)


def test_remaining_problems_link_to_their_fields(form: Page) -> None:
    form.locator("[data-problems]").get_by_role("link", name="Sammanfattning").click()
    expect(form.get_by_label("Sammanfattning")).to_be_focused()
    expect(form.get_by_label("Sammanfattning")).to_have_attribute("aria-invalid", "true")


def test_the_draft_survives_reload_and_is_deleted_when_the_form_is_cleared(filled: Page) -> None:
    expect(filled.locator("[data-saved]")).to_have_text("Utkastet från ditt förra besök är tillbaka.")
    expect(filled.locator("[data-problems] li")).to_have_text([])
    filled.on("dialog", lambda dialog: dialog.accept())
    with filled.expect_navigation():
        filled.get_by_role("button", name="Töm formuläret").click()
    expect(filled.get_by_label("Plats", exact=True)).to_have_value("")


def test_a_removal_can_be_undone(form: Page) -> None:
    form.get_by_role("button", name="Lägg till lucka").click()
    form.locator("fieldset[data-key=gaps] textarea").fill("Vad det kostade.")
    form.get_by_role("button", name="Ta bort lucka 1").click()
    expect(form.locator("[data-file]")).not_to_contain_text("kostade")
    form.get_by_role("button", name="Ångra").click()
    expect(form.locator("[data-file]")).to_contain_text("kostade")


def test_a_nested_block_is_removed_by_its_own_button(form: Page) -> None:
    form.get_by_role("button", name="Lägg till resultat").click()
    form.get_by_role("button", name="Lägg till nyckeltal").click()
    form.get_by_role("button", name="Ta bort nyckeltal").click()
    expect(form.get_by_role("button", name="Ta bort resultat 1")).to_be_visible()
    expect(form.get_by_role("button", name="Lägg till nyckeltal")).to_be_visible()


def test_items_can_be_added_filled_in_and_removed_by_keyboard(form: Page) -> None:
    form.get_by_role("button", name="Lägg till lucka").focus()
    form.keyboard.press("Enter")
    form.keyboard.type("Vad det kostade.")
    form.keyboard.press("Tab")
    expect(form.get_by_role("button", name="Ta bort lucka 1")).to_be_focused()
    form.keyboard.press("Enter")
    expect(form.get_by_role("button", name="Ångra")).to_be_focused()


def test_a_short_case_is_opened_on_github_with_name_and_content(form: Page) -> None:
    form.get_by_label("Plats", exact=True).fill("Östra Ekeby")
    link = form.get_by_role("link", name="Öppna på GitHub").get_attribute("href") or ""
    asked = parse_qs(urlsplit(link).query)
    assert link.startswith("https://example.org/kod/ideslussar/new/main/cases?")
    assert asked == {"filename": ["ostra-ekeby.yml"], "value": [form.locator("[data-file]").text_content()]}


def test_a_case_too_long_for_an_address_is_copied(filled: Page) -> None:
    filled.locator("fieldset[data-key=background] textarea").fill("Mycket att säga. " * 300)
    link = filled.get_by_role("link", name="Öppna på GitHub").get_attribute("href") or ""
    assert parse_qs(urlsplit(link).query) == {"filename": ["no.yml"]}
    expect(filled.locator("[data-github-note]")).to_contain_text("klistra in")


def test_without_an_account_the_case_can_be_sent_by_email(form: Page) -> None:
    form.get_by_label("Plats", exact=True).fill("Ekeby")
    link = form.get_by_role("link", name="Skriv brevet").get_attribute("href") or ""
    assert link.startswith("mailto:redaktionen@example.org?subject=Ny%20id%C3%A9sluss%3A%20ekeby&body=Hej!")
    assert "place: Ekeby" in unquote(link)


def test_a_page_that_is_already_a_source_is_reported(form: Page) -> None:
    known = read(FULL).cases[0].content.sources  # type: ignore[union-attr]
    id_, source = next((id_, source) for id_, source in known.items() if source.version is None)
    form.get_by_role("button", name="Lägg till källa").click()
    address = form.get_by_label("Webbadress")
    address.fill(source.url.replace("https://", "http://") + "/")
    address.blur()
    expect(form.locator("[data-problems]")).to_contain_text(f'Adressen finns redan, i källan "{id_}"')


def test_the_form_works_without_the_list_of_sources(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/sources.json", lambda route: route.abort())
    page.goto(f"{address}bidra/formular/")
    page.get_by_label("Filens namn").fill("ekeby")
    page.get_by_role("button", name="Lägg till källa").click()
    page.locator(".item [data-key=title] .control").fill("Slutrapport")
    expect(page.locator("[data-file]")).to_contain_text("ekeby-1:\n    title: Slutrapport")
    page.close()


def test_a_name_that_is_taken_is_reported(form: Page) -> None:
    form.get_by_label("Filens namn").fill("asby")
    form.get_by_label("Filens namn").blur()
    expect(form.locator("#filnamn-fel")).to_contain_text("Det finns redan en fil som heter asby.yml")


def test_the_description_of_a_selected_method_is_shown(form: Page) -> None:
    form.get_by_role("button", name="Lägg till metod").click()
    form.locator("fieldset[data-key=methods] select[data-describes]").select_option("idecoach")
    expect(form.locator("fieldset[data-key=methods] .said")).to_contain_text("tar emot idéer")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_filled_in_form_is_accessible(filled: Page, scheme: Any, width: int) -> None:
    filled.set_viewport_size({"width": width, "height": 800})
    filled.emulate_media(color_scheme=scheme)
    filled.get_by_label("Plats", exact=True).fill("")
    filled.locator("[data-problems]").get_by_role("link").first.click()
    filled.locator(".finished summary").click()
    filled.evaluate(axe())
    assert audit(filled, EVERYTHING) == []
    assert filled.evaluate(SIDEWAYS) <= 0


def test_without_javascript_the_page_describes_the_alternatives(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}bidra/formular/")
    expect(page.locator("#fallet")).to_be_hidden()
    expect(page.get_by_text("Formuläret behöver JavaScript")).to_be_visible()
    context.close()


def test_every_field_of_a_case_is_in_the_form_exactly_once(form: Page) -> None:
    shown = form.locator("#fallet > section > [data-key]:not(.basis)")
    keys = shown.evaluate_all("fields => fields.map(field => field.dataset.key)")
    assert sorted(keys) == sorted(field.key for field in field_specs() if field.key != "basis")
