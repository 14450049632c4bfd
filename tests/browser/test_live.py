"""The script that `serve` adds to each page: problems on top, each code leading to what it means."""

from __future__ import annotations

import json

import pytest
from playwright.sync_api import Page, expect

from scripts.settings import ROOT

pytestmark = pytest.mark.browser

SCRIPT = (ROOT / "scripts" / "commands" / "serve" / "live.js").read_text("utf-8")

STUB = "window.EventSource = class { constructor() { window.source = this; } };"
"""Stands in for the stream of changes."""


@pytest.fixture
def live(page: Page) -> Page:
    page.set_content(f'<body><script>{STUB}</script><script data-version="1">{SCRIPT}</script><p>Sidan</p></body>')
    return page


def tell(page: Page, problems: str) -> None:
    """Tell the page what is wrong."""
    data = json.dumps({"version": 1, "problems": problems})
    page.evaluate("data => window.source.onmessage({ data })", data)


def test_a_problem_stands_as_text_with_its_code_as_a_link(live: Page) -> None:
    line = 'cases/alfa.yml:41:13: K012 metoden "<b>x</b>" finns inte i katalogen. Menade du "idecoach"?'
    tell(live, f"{line}\n")
    box = live.get_by_role("alert")
    assert box.text_content() == f"{line}\n"
    expect(box.get_by_role("link", name="K012")).to_have_attribute("href", "/bidra/fel/#k012")
    assert box.locator("b").count() == 0


def test_the_problems_go_away_when_there_are_none(live: Page) -> None:
    tell(live, "a.yml:1:1: V001 x")
    expect(live.get_by_role("link", name="V001")).to_be_visible()
    tell(live, "")
    expect(live.get_by_role("alert")).to_have_count(0)
