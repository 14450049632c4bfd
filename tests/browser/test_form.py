"""The form on the site: what is written in it becomes a case, whole and unchanged, and stays with the person."""

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
from tests.browser.full_case import WHOLE, as_file
from tests.browser.test_every_page import EVERYTHING, SIDEWAYS, audit, axe
from tests.conftest import FULL

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("form")]


@pytest.fixture(scope="module")
def draft(browser: Browser, address: str) -> str:
    """What the browser keeps of the whole invented case, once it has been written."""
    page = browser.new_page(reduced_motion="reduce")
    page.goto(f"{address}bidra/formular/")
    fill_in(page, WHOLE)
    kept = page.evaluate("JSON.stringify(localStorage)")
    page.close()
    return str(kept)


@pytest.fixture
def filled(form: Page, draft: str) -> Page:
    """The form with the whole invented case in it."""
    form.evaluate("draft => Object.assign(localStorage, JSON.parse(draft))", draft)
    form.reload()
    return form


def downloaded(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("link", name="Ladda ner filen").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def filled_keys(found: tuple[FieldSpec, ...], value: Any) -> Iterator[tuple[str, bool]]:
    """Every field of the field_specs, and whether the value has something in it."""
    for field in found:
        inner = value.get(field.key) if isinstance(value, dict) else None
        yield field.key, inner is not None
        for block in inner if isinstance(inner, list) else [inner]:
            if field.blocks and isinstance(block, dict):
                yield from filled_keys(field.blocks, block)


def test_a_case_written_only_in_the_form_passes_the_check_unchanged_and_builds(form: Page, tmp_path: Path) -> None:
    cases = Path(shutil.copytree(FULL, tmp_path / "cases"))
    fill_in(form, WHOLE)
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


def test_the_invented_case_has_something_in_every_field() -> None:
    filled = dict.fromkeys((key for key, _ in filled_keys(field_specs(), WHOLE)), False)
    for key, is_filled in filled_keys(field_specs(), WHOLE):
        filled[key] |= is_filled
    assert [key for key, is_filled in filled.items() if not is_filled] == []


def test_a_source_that_the_site_has_already_is_only_referred_to(form: Page) -> None:
    known = next(iter(read(FULL).catalogue["sources"].content or ()))
    form.get_by_role("button", name="Lägg till källa").click()
    form.get_by_label("Finns källan redan").select_option(known.id)  # type: ignore[attr-defined]
    form.locator("fieldset[data-key=goals]").get_by_role("button", name="Lägg till mål").click()
    expect(form.locator("fieldset[data-key=goals] input")).to_be_checked()
    text = form.locator("[data-file]").text_content() or ""
    assert f"sources: [{known.id}]" in text  # type: ignore[attr-defined]
    assert "\nsources:" not in text


def test_nothing_is_called_missing_before_one_has_been_there(form: Page) -> None:
    expect(form.locator(".problem:visible")).to_have_count(0)
    expect(form.locator("[data-problems] li")).not_to_have_count(0)


def test_what_is_left_leads_to_its_field(form: Page) -> None:
    form.locator("[data-problems]").get_by_role("link", name="Sammanfattning").click()
    expect(form.get_by_label("Sammanfattning")).to_be_focused()
    expect(form.get_by_label("Sammanfattning")).to_have_attribute("aria-invalid", "true")


def test_the_draft_is_there_after_reload_and_gone_when_emptied(filled: Page) -> None:
    expect(filled.locator("[data-saved]")).to_have_text("Utkastet från ditt förra besök är tillbaka.")
    expect(filled.locator("[data-problems] li")).to_have_text([])
    filled.on("dialog", lambda dialog: dialog.accept())
    with filled.expect_navigation():
        filled.get_by_role("button", name="Töm formuläret").click()
    expect(filled.get_by_label("Plats", exact=True)).to_have_value("")


def test_what_was_taken_away_by_mistake_comes_back(form: Page) -> None:
    form.get_by_role("button", name="Lägg till lucka").click()
    form.locator("fieldset[data-key=gaps] textarea").fill("Vad det kostade.")
    form.get_by_role("button", name="Ta bort lucka 1").click()
    expect(form.locator("[data-file]")).not_to_contain_text("kostade")
    form.get_by_role("button", name="Ångra").click()
    expect(form.locator("[data-file]")).to_contain_text("kostade")


def test_a_block_within_another_is_taken_away_by_its_own_button(form: Page) -> None:
    form.get_by_role("button", name="Lägg till resultat").click()
    form.get_by_role("button", name="Lägg till nyckeltal").click()
    form.get_by_role("button", name="Ta bort nyckeltal").click()
    expect(form.get_by_role("button", name="Ta bort resultat 1")).to_be_visible()
    expect(form.get_by_role("button", name="Lägg till nyckeltal")).to_be_visible()


def test_the_keyboard_is_enough_to_add_write_and_remove(form: Page) -> None:
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


def test_a_long_case_is_copied_because_no_address_holds_it(filled: Page) -> None:
    filled.locator("fieldset[data-key=background] textarea").fill("Mycket att säga. " * 300)
    link = filled.get_by_role("link", name="Öppna på GitHub").get_attribute("href") or ""
    assert parse_qs(urlsplit(link).query) == {"filename": ["no.yml"]}
    expect(filled.locator("[data-github-note]")).to_contain_text("klistra in")


def test_without_an_account_there_is_a_letter(form: Page) -> None:
    form.get_by_label("Plats", exact=True).fill("Ekeby")
    link = form.get_by_role("link", name="Skriv brevet").get_attribute("href") or ""
    assert link.startswith("mailto:redaktionen@example.org?subject=Ny%20id%C3%A9sluss%3A%20ekeby&body=Hej!")
    assert "place: Ekeby" in unquote(link)


def test_a_page_that_the_site_has_as_a_source_is_told(form: Page) -> None:
    known = read(FULL).cases[0].content.sources  # type: ignore[union-attr]
    id_, source = next((id_, source) for id_, source in known.items() if source.version is None)
    form.get_by_role("button", name="Lägg till källa").click()
    address = form.get_by_label("Webbadress")
    address.fill(source.url.replace("https://", "http://") + "/")
    address.blur()
    expect(form.locator("[data-problems]")).to_contain_text(f'Adressen finns redan, i källan "{id_}"')


def test_the_form_does_without_the_list_of_sources(browser: Browser, address: str) -> None:
    page = browser.new_page()
    page.route("**/sources.json", lambda route: route.abort())
    page.goto(f"{address}bidra/formular/")
    page.get_by_label("Filens namn").fill("ekeby")
    page.get_by_role("button", name="Lägg till källa").click()
    page.locator(".item [data-key=title] .control").fill("Slutrapport")
    expect(page.locator("[data-file]")).to_contain_text("ekeby-1:\n    title: Slutrapport")
    page.close()


def test_a_name_that_is_taken_is_told(form: Page) -> None:
    form.get_by_label("Filens namn").fill("asby")
    form.get_by_label("Filens namn").blur()
    expect(form.locator("#filnamn-fel")).to_contain_text("Det finns redan en fil som heter asby.yml")


def test_a_method_is_chosen_with_its_description_in_sight(form: Page) -> None:
    form.get_by_role("button", name="Lägg till metod").click()
    form.locator("fieldset[data-key=methods] select").select_option("idecoach")
    expect(form.locator("fieldset[data-key=methods] .said")).to_contain_text("tar emot idéer")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 320])
def test_a_filled_form_is_open_to_everyone(filled: Page, scheme: Any, width: int) -> None:
    filled.set_viewport_size({"width": width, "height": 800})
    filled.emulate_media(color_scheme=scheme)
    filled.get_by_label("Plats", exact=True).fill("")
    filled.locator("[data-problems]").get_by_role("link").first.click()
    filled.locator(".finished summary").click()
    filled.evaluate(axe())
    assert audit(filled, EVERYTHING) == []
    assert filled.evaluate(SIDEWAYS) <= 0


def test_without_script_the_page_says_what_to_do_instead(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}bidra/formular/")
    expect(page.locator("#fallet")).to_be_hidden()
    expect(page.get_by_text("Formuläret behöver JavaScript")).to_be_visible()
    context.close()


def test_every_field_of_a_case_stands_in_the_form_once(form: Page) -> None:
    shown = form.locator("#fallet > section > [data-key]:not(.basis)")
    keys = shown.evaluate_all("found => found.map(field => field.dataset.key)")
    assert sorted(keys) == sorted(field.key for field in field_specs() if field.key != "basis")
