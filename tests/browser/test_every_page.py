"""What every page of the build keeps, whatever it shows: open to everyone, on any screen, from no other host."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from scripts.settings import ROOT
from tests.browser.conftest import watch

pytestmark = pytest.mark.browser

PARTS = 8
"""Every page is tested, in so many parts, for several processes to share."""

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"

EVERYTHING = {
    "type": "tag",
    "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
}
COLOURS = {"type": "rule", "values": ["color-contrast", "link-in-text-block"]}
"""The rules whose answer depends on the colour scheme."""

SCHEMES: dict[Literal["light", "dark"], Mapping[str, object]] = {"light": EVERYTHING, "dark": COLOURS}

TEXT_SPACING = """* {
  line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important;
} p { margin-bottom: 2em !important; }"""
"""What a reader may set without losing anything (WCAG 2.2, 1.4.12)."""

SIDEWAYS = "document.documentElement.scrollWidth - document.documentElement.clientWidth"


@cache
def axe() -> str:
    """The program that audits. No rule and no page is left out."""
    if not AXE.is_file():
        pytest.fail("axe-core is missing. Install it with: npm ci (make test does it)")
    return AXE.read_text("utf-8")


def audit(page: Page, rules: Mapping[str, object]) -> list[str]:
    """What axe finds, one line a rule with the first element that breaks it."""
    found = page.evaluate("rules => axe.run(document, {resultTypes: ['violations'], runOnly: rules})", rules)
    return [
        f"{violation['id']}: {json.dumps(violation['nodes'][0]['target'])} {violation['nodes'][0]['failureSummary']}"
        for violation in found["violations"]
    ]


@pytest.mark.parametrize("part", range(PARTS))
def test_axe_finds_nothing_wide_or_narrow_in_either_scheme(
    browser: Browser, address: str, paths: tuple[str, ...], part: int
) -> None:
    page = browser.new_page()
    errors = watch(page)
    found = []
    for path in paths[part::PARTS]:
        page.goto(address + path)
        page.evaluate(axe())
        for width in (1280, 320):
            page.set_viewport_size({"width": width, "height": 900})
            for scheme, rules in SCHEMES.items():
                page.emulate_media(color_scheme=scheme)
                found += [(path, width, scheme, line) for line in audit(page, rules)]
    page.close()
    assert found == []
    assert errors == []


@pytest.mark.parametrize("part", range(PARTS // 2))
def test_no_page_scrolls_sideways(browser: Browser, address: str, paths: tuple[str, ...], part: int) -> None:
    page = browser.new_page()
    wide = []
    for path in paths[part :: PARTS // 2]:
        page.goto(address + path)
        for width in (1280, 768, 360, 320):
            page.set_viewport_size({"width": width, "height": 800})
            if (overflow := page.evaluate(SIDEWAYS)) > 0:
                wide.append((path, width, overflow))
    page.close()
    assert wide == []


KINDS = (
    "", "slussar/", "slussar/sundsvall/", "metoder/", "metoder/idecoach/", "lardomar/gor-det-tillatet-att-misslyckas/",
    "fragor/halla-liv/", "fragor/starkt-formagan/", "vagledning/", "vagledning/satt-upp/", "jamfor/", "utforska/",
    "programmet/", "tidslinje/", "kommuner/", "ordlista/", "taggar/politik/", "kallor/", "luckor/", "underlag/",
    "om/", "om/stil/", "bidra/", "tillganglighet/",
)  # fmt: skip
"""A page of every kind."""


def test_wider_spacing_of_text_hides_nothing(browser: Browser, address: str) -> None:
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
def test_without_script_the_same_text_is_there_to_read(browser: Browser, address: str, path: str) -> None:
    texts = []
    for script in (True, False):
        context = browser.new_context(java_script_enabled=script)
        page = context.new_page()
        page.goto(address + path)
        # What only works with script stands in a form, and is not there without it.
        texts.append(page.locator("main").evaluate("e => { e.querySelector('form')?.remove(); return e.innerText; }"))
        context.close()
    with_script, without = (" ".join(text.replace("Sök på namn", "").split()) for text in texts)
    assert without == with_script
    assert len(without) > 200


@pytest.mark.parametrize("path", KINDS)
def test_in_forced_colours_nothing_is_told_by_colour_alone(browser: Browser, address: str, path: str) -> None:
    """The shapes that carry meaning keep the colours that make them visible."""
    context = browser.new_context(forced_colors="active")
    page = context.new_page()
    page.goto(address + path)
    lost = page.evaluate(
        "[...document.querySelectorAll('main .gate')].map(e => getComputedStyle(e))"
        ".concat([...document.querySelectorAll('main [data-level]')].map(e => getComputedStyle(e, '::before')))"
        ".filter(style => style.forcedColorAdjust !== 'none').length"
    )
    context.close()
    assert lost == 0
