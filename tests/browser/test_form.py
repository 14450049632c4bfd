"""The form on the site: what is written in it becomes a case, whole and unchanged, and stays with the person."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from pydantic import TypeAdapter, ValidationError

from scripts import fields
from scripts.checks import check
from scripts.outline import Field, outline
from scripts.reading.files import read
from scripts.reading.parsing import parse
from scripts.reading.tree import plain_data
from scripts.settings import ROOT, Settings
from scripts.site import pages_of
from scripts.wording import WORDING
from tests.browser.filling import fill_in
from tests.browser.test_every_page import EVERYTHING, SIDEWAYS, audit, axe

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("form")]

AWKWARD = 'Å ä ö: "citat", ’fnutt’, # nej, {x}, [y], & 100 % – \\ snedstreck, é och 🙂.'
"""What YAML, HTML or a careless program could take for something else."""

WHOLE: dict[str, Any] = {
    "title": "Idéslussen i Ekeby: “från tanke till test”",
    "place": "no",
    "official_title": "yes",
    "title_en": "1989",
    "summary": AWKWARD,
    "summary_en": "no: “it” was 'two', and #1 of {them}. It ended in 2018.",
    "status": "discontinued",
    "form": "parallel",
    "period": {"start": "2017", "end": "2018-03"},
    "funding_sek": "4 000 000",
    "employees": 5200,
    "diary_number": "0123",
    "coordinator": {"municipality": "0180", "unit": "Enheten för ”nytt”: null"},
    "participants": [{"organisation": "~ & Co: AB"}, {"municipality": "2281"}],
    "staffing": "true, sade projektet, och menade en person på deltid.",
    "way_in": "En låda\n\nmed lock, på intranätet.",
    "basis": {
        "summary": {"sources": [1, 2], "note": AWKWARD},
        **{
            key: {"sources": [1]}
            for key in (
                "official_title", "title_en", "status", "form", "period", "funding_sek", "employees", "diary_number",
                "coordinator", "participants", "staffing", "way_in",
            )
        },
    },
    "background": [{"text": f"Första stycket.\n\n{AWKWARD}", "sources": [1]}],
    "goals": [{"text": "Målet var att nå alla, året runt.", "sources": [2]}],
    "methods": [
        {"method": "idecoach", "text": AWKWARD, "sources": [1]},
        {"method": "verktygslada", "text": "?Vad än det var som lådan hade i sig.", "sources": [1, 2]},
    ],
    "results": [
        {"text": AWKWARD, "sources": [1], "figure": {"value": "3,5", "unit": "on", "precision": "about"}},
        {"text": "Inget annat gick att räkna.", "sources": [1]},
    ],
    "flow": {
        "text": "Siffrorna är projektets egna.",
        "sources": [1],
        "stages": [{"value": 170, "unit": "idéer"}, {"value": 12, "unit": "införda", "precision": "over"}],
    },
    "success_factors": [{"factor": "egen-bemanning", "stance": "contradicts", "text": AWKWARD, "sources": [1]}],
    "lessons": [{"lesson": "prata-igenom-begreppen", "text": AWKWARD, "sources": [1]}],
    "examples": [{"title": "Off", "outcome": "dropped", "text": AWKWARD, "sources": [2]}],
    "aftermath": {
        "outcome": "ended",
        "text": "Slussen stängdes\nnär pengarna var slut.",
        "sources": [1],
        "details": [{"text": "Lokalen finns kvar: den är tom.", "sources": [1]}],
    },
    "disagreements": [{"about": "Antalet idéer", "text": "Den ena säger 170, den andra 171.", "sources": [1, 2]}],
    "gaps": ["Vad det kostade: det står ingenstans.", "Hur många som läste: #okänt."],
    "tags": ["politik", "aldreomsorg"],
    "sources": [
        {
            "title": AWKWARD,
            "publisher": "Ekeby",
            "url": "https://www.example.org/sida?a=1&b=två#c",
            "kind": "self_reported",
            "language": "en",
            "machine_translated": True,
            "version": "1.10",
            "read": "2026-11",
        },
        {"title": "Null", "publisher": "Ekeby: blad", "url": "https://example.org/2", "kind": "news", "read": "2026"},
    ],
}  # fmt: skip
"""An invented case with something in every field."""

NUMBERS = {"4 000 000": 4_000_000, "3,5": 3.5}


@pytest.fixture
def form(page: Page, address: str) -> Page:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}bidra/formular/")
    return page


@pytest.fixture(scope="module")
def module_page(browser: Browser, address: str) -> Iterator[Page]:
    """A page with the form that many small questions are put to."""
    found = browser.new_page()
    found.goto(f"{address}bidra/formular/")
    yield found
    found.close()


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


def as_expected(value: Any) -> Any:
    """What is to stand in the file, out of what was filled in."""
    match value:
        case {"sources": [int(), *_] as numbers}:
            others = {key: inner for key, inner in value.items() if key != "sources"}
            return {**as_expected(others), "sources": tuple(f"kalla-{number}" for number in numbers)}
        case dict():
            return {key: as_expected(inner) for key, inner in value.items()}
        case list():
            return tuple(as_expected(item) for item in value)
        case str():
            return NUMBERS.get(value, value)
    return value


def filled_keys(found: tuple[Field, ...], value: Any) -> Iterator[tuple[str, bool]]:
    """Every field of the outline, and whether the value has something in it."""
    for field in found:
        inner = value.get(field.key) if isinstance(value, dict) else None
        yield field.key, inner is not None
        for block in inner if isinstance(inner, list) else [inner]:
            if field.blocks and isinstance(block, dict):
                yield from filled_keys(field.blocks, block)


def test_a_case_written_only_in_the_form_passes_the_check_unchanged_and_builds(form: Page, tmp_path: Path) -> None:
    cases = Path(shutil.copytree(ROOT / "cases", tmp_path / "cases"))
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
    expected = as_expected(WHOLE)
    expected["sources"] = {f"kalla-{number}": source for number, source in enumerate(expected["sources"], 1)}
    expected["period"]["start"] = 2017
    expected["sources"]["kalla-2"]["read"] = 2026
    assert written == expected
    assert "slussar/ekeby/index.md" in pages_of(cases, Settings())


def test_the_invented_case_has_something_in_every_field() -> None:
    filled = dict.fromkeys((key for key, _ in filled_keys(outline(), WHOLE)), False)
    for key, is_filled in filled_keys(outline(), WHOLE):
        filled[key] |= is_filled
    assert [key for key, is_filled in filled.items() if not is_filled] == []


def test_a_source_that_the_site_has_already_is_only_referred_to(form: Page) -> None:
    known = next(iter(read(ROOT / "cases").catalogue["sources"].content or ()))
    form.get_by_role("button", name="Lägg till källa").click()
    form.get_by_label("Finns källan redan").select_option(known.id)  # type: ignore[attr-defined]
    form.locator("fieldset[data-key=goals]").get_by_role("button", name="Lägg till mål").click()
    expect(form.locator("fieldset[data-key=goals] input")).to_be_checked()
    text = form.locator("[data-file]").text_content() or ""
    assert f"sources: [{known.id}]" in text  # type: ignore[attr-defined]
    assert "kalla-1" not in text


TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1), min_size=30, max_size=60)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_any_text_comes_through_as_it_was_written(module_page: Page, texts: list[str]) -> None:
    file = module_page.evaluate(
        "async texts => (await import(new URL('../../assets/js/form/yaml.js', location.href))).file({gaps: texts})",
        texts,
    )
    root = parse(file.encode(), "x.yml").root
    refused = [text for text in texts if fields.CONTROL.search(text) or "\ufffe" <= text <= "\uffff"]
    assert refused or root is not None
    if root is not None:
        assert plain_data(root) == {"gaps": tuple(texts)}


def told(adapter: TypeAdapter[Any], value: str) -> list[str] | None:
    """What the reader says of a value: code, message and hint, or nothing."""
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        details = error.errors()[0]
        hint = next(wording.hint for code, wording in WORDING.items() if code.value == details["type"])
        return [details["type"], details["msg"], hint.format(**details["ctx"])]
    return None


CHECK = """
async ([form, limits, values]) => {
  const { checker } = await import(new URL('../../assets/js/form/checks.js', location.href));
  const { check } = checker(JSON.parse(document.getElementById('fallet').dataset.rules));
  return values.map(value => check[form](value, limits)).map(found => found && [found.code, found.message, found.hint]);
}
"""

TYPED = {
    "text": (fields.Sentence, {"least": 12, "most": 260}),
    "date": (fields.PartialDate, {}),
    "address": (fields.WebAddress, {}),
}

MISTAKES = {
    "text": [
        "kort", "x" * 261, "Exempel <b>visades</b>", "Se [här](https://a.se) visades", "Exempel *visades* väl",
        "Exempel {{ visades }} väl", "Al\u200bfa och Beta visades", "# En rubrik som inte får stå här",
        "1. En lista i en text", "Ett å*visat*ä stjärnexempel", "Det var *åt alla* håll bra",
        "&nbsp; mellanslag i texten", "🙂" * 130, "🙂" * 261, "Rad ett\n- rad två i texten",
        "Helt vanlig text som får stå.", "5 * 3 är 15 och 2 * 2 är 4, så är det.",
    ],
    "date": [
        "2016", "2016-11", "2016-11-07", "2016-13", "2019-02-29", "2020-02-29", "1899", "2101", "nyss", "2016-1",
        "2016-11-7",
    ],
    "address": [
        "https://example.org", "http://example.org/å?b=c#d", "javascript:alert(1)", "example.org", "https://localhost",
        "https://example.org/?utm_source=brev", "https://example.org/?id=7&fbclid=1", "https://exa mple.org/",
        "https://example.org/<b>", "https://example.org:80/x", "https://anna@example.org/", "ftp://example.org/", "https://",
        'https://example.org/"x', "https://example.org/\u202e", "data:text/html,x",
    ],
}  # fmt: skip


@pytest.mark.parametrize("form", MISTAKES)
def test_the_form_says_the_same_as_the_reader(module_page: Page, form: str) -> None:
    kind, limits = TYPED[form]
    values = MISTAKES[form]
    found = module_page.evaluate(CHECK, [form, {"form": form, **limits}, values])
    assert dict(zip(values, found, strict=True)) == {value: told(TypeAdapter(kind), value) for value in values}


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("ab å*_<>&;#[]()`~{%}\n1.-\u200b") | st.characters(), min_size=12), min_size=20)
)
def test_the_form_refuses_the_same_texts_as_the_reader(module_page: Page, values: list[str]) -> None:
    values = [value for value in values if not any("\ud800" <= letter <= "\udfff" for letter in value)]
    found = module_page.evaluate(CHECK, ["text", {"form": "text", "least": 12, "most": 260}, values])
    expected = [told(TypeAdapter(fields.Sentence), value) for value in values if value.strip()]
    seen = [answer for value, answer in zip(values, found, strict=True) if value.strip()]
    # What points out a person is found by a rule of its own, which the form runs last.
    assert [
        answer if answer is None or answer[0] < "K034" or answer[0] == "K040" else None for answer in seen
    ] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Exempel 811218-9876 visades här", "personnummer"),
        ("Skriv till anna@example.org om det", "anna@example.org"),
        ("Ring 0650-12 34 56 så berättar vi", "0650-12 34 56"),
        ("Bidraget var 4 000 000 kronor, nummer 2016-04023", ""),
    ],
)
def test_what_points_out_a_person_is_told_while_one_types(form: Page, text: str, code: str) -> None:
    form.get_by_label("Sammanfattning").fill(text)
    form.get_by_label("Sammanfattning").blur()
    problem = form.locator("[data-key=summary]:not(.basis) > .problem")
    if code:
        expect(problem).to_contain_text(code)
    else:
        expect(problem).to_be_hidden()


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


def test_a_name_that_is_taken_is_told(form: Page) -> None:
    form.get_by_label("Filens namn").fill("sundsvall")
    form.get_by_label("Filens namn").blur()
    expect(form.locator("#filnamn-fel")).to_contain_text("Det finns redan en fil som heter sundsvall.yml")


def test_a_method_is_chosen_with_its_description_in_sight(form: Page) -> None:
    form.get_by_role("button", name="Lägg till metod").click()
    form.locator("fieldset[data-key=methods] select").select_option("idecoach")
    expect(form.locator("fieldset[data-key=methods] .said")).to_contain_text("idécoach")


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
    assert sorted(keys) == sorted(field.key for field in outline() if field.key != "basis")
