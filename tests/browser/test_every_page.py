"""Requirements on every page of the build: accessible, usable at any width, and without external requests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from scripts.settings import ROOT
from tests.browser.conftest import paths_of, served, watch

pytestmark = pytest.mark.browser

PARTS = {"live": 8, "full": 3}
"""Number of parts that the pages of each site are divided into, so that the tests can run in parallel."""

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

EVERYTHING = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
AUDITED = (1280, 320)
"""Widths that axe is run at. Horizontal scrolling is tested at more widths."""

COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""Rules whose result depends on the colour scheme."""

SCHEMES: dict[Literal["light", "dark"], Mapping[str, object]] = {"light": EVERYTHING, "dark": COLOURS}

TEXT_SPACING = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important; }"""
"""Text spacing that must not hide any content (WCAG 2.2, 1.4.12)."""

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def axe() -> str:
    """Return the script of axe. No rule and no page is left out."""
    if not AXE.is_file():
        pytest.fail("axe-core is missing. Install it with: npm ci (make test does it)")
    return AXE.read_text("utf-8")


@dataclass
class Walk:
    """The results of visiting a part of the pages."""

    audits: list[tuple[str, int, str, str]] = field(default_factory=list)
    sideways: list[tuple[str, int, int]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)


def audit(page: Page, rules: Mapping[str, object]) -> list[str]:
    """Return the violations that axe reports: a line per rule, with the first element that breaks it."""
    # Computing selectors takes a quarter of the time, and the element itself is as informative.
    options = {"resultTypes": ["violations"], "preload": False, "selectors": False, "runOnly": rules}
    violations = page.evaluate("async options => (await axe.run(document, options)).violations", options)
    return [
        f"{violation['id']}: {violation['nodes'][0]['html']} {violation['nodes'][0]['failureSummary']}"
        for violation in violations
    ]


@pytest.fixture(scope="module")
def walk(browser: Browser, request: pytest.FixtureRequest) -> Walk:
    """Visit every page of a part, at every width and in both colour schemes."""
    data, part = request.param
    site: Path = request.getfixturevalue("live_site" if data == "live" else "site")
    with served(site) as address:
        return walked(browser, address, paths_of(site)[part :: PARTS[data]])


def walked(browser: Browser, address: str, paths: Sequence[str]) -> Walk:
    """Visit pages, each at every width and in both colour schemes."""
    page = browser.new_page()
    results = Walk(errors=watch(page))
    for path in paths:
        page.goto(address + path)
        page.evaluate(axe())
        for width in (1280, 768, 360, 320):
            page.set_viewport_size({"width": width, "height": 400})
            if (overflow := page.evaluate(SIDEWAYS)) > 0:
                results.sideways.append((path, width, overflow))
            for scheme, rules in SCHEMES.items() if width in AUDITED else ():
                page.emulate_media(color_scheme=scheme)
                results.audits += [(path, width, scheme, line) for line in audit(page, rules)]
    page.close()
    return results


every_page = pytest.mark.parametrize(
    "walk",
    [
        pytest.param((data, part), id=f"{data}-{part}", marks=[*marks, pytest.mark.xdist_group(f"{data}-{part}")])
        for data, marks in (("live", [pytest.mark.live]), ("full", []))
        for part in range(PARTS[data])
    ],
    indirect=True,
)
"""Parametrises a test by part. The tests of a part run in the same process, so that its pages are visited once."""


@every_page
def test_axe_reports_no_violations_at_any_width_or_colour_scheme(walk: Walk) -> None:
    assert walk.audits == []


@every_page
def test_no_page_scrolls_sideways(walk: Walk) -> None:
    assert walk.sideways == []


@every_page
def test_no_page_logs_an_error_or_makes_an_external_request(walk: Walk) -> None:
    assert walk.errors == []


KINDS = (
    "", "slussar/", "slussar/asby/", "metoder/", "metoder/idecoach/", "lardomar/gor-det-tillatet-att-misslyckas/",
    "fragor/halla-liv/", "fragor/starkt-formagan/", "vagledning/", "vagledning/satt-upp/", "jamfor/", "utforska/",
    "programmet/", "tidslinje/", "kommuner/", "ordlista/", "taggar/politik/", "kallor/", "luckor/", "underlag/",
    "om/", "om/stil/", "bidra/", "bidra/falt/", "bidra/fel/", "tillganglighet/",
    "oppna-data/", "in-english/",
)  # fmt: skip
"""The path of a page of each kind."""


def test_wider_text_spacing_hides_no_content(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 800}, bypass_csp=True)
    page = context.new_page()
    broken = []
    for path in KINDS:
        page.goto(address + path)
        page.add_style_tag(content=TEXT_SPACING)
        clipped = page.evaluate(
            "[...document.querySelectorAll('main :is(p, li, dd, dt, h1, h2, h3, a, label, summary)')]"
            ".filter(e => getComputedStyle(e).overflow === 'hidden' && !e.closest('.visually-hidden')"
            " && e.scrollHeight > e.clientHeight + 2).map(e => e.textContent.slice(0, 40))"
        )
        if clipped or page.evaluate(SIDEWAYS) > 0:
            broken.append((path, clipped))
    context.close()
    assert broken == []


@pytest.mark.parametrize("path", KINDS)
def test_without_javascript_pages_have_the_same_text(browser: Browser, address: str, path: str) -> None:
    texts = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(address + path)
        # Content that needs JavaScript is in forms, which are hidden without it.
        texts.append(page.locator("main").evaluate("e => { e.querySelector('form')?.remove(); return e.innerText; }"))
        context.close()
    with_script, without = (" ".join(text.replace("Sök på namn", "").split()) for text in texts)
    assert without == with_script
    assert len(without) > 200


@pytest.mark.parametrize("path", KINDS)
def test_in_forced_colours_no_meaning_depends_on_colour_alone(browser: Browser, address: str, path: str) -> None:
    """Shapes that carry meaning keep the colours that make them visible."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address + path)
    lost = page.evaluate(
        "[...document.querySelectorAll('main .gate')].map(e => getComputedStyle(e))"
        ".concat([...document.querySelectorAll('main [data-mark]')].map(e => getComputedStyle(e, '::before')))"
        ".filter(style => style.forcedColorAdjust !== 'none').length"
    )
    context.close()
    assert lost == 0
