"""The text files at the root of the site."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from scripts.build.pipeline import files_of
from scripts.library.context import web_path
from scripts.settings import Settings
from tests.conftest import FULL, SMALL
from tests.exports.conftest import PUBLISHED

BASE = f"{PUBLISHED.site_url}/"


def test_robots_may_read_everything_and_are_told_of_the_sitemap(published: Mapping[str, str]) -> None:
    assert published["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"


def test_without_an_address_robots_are_told_of_no_sitemap(local: Mapping[str, str]) -> None:
    assert "Sitemap" not in local["robots.txt"]


@pytest.mark.parametrize("cases", [SMALL, FULL], ids=["small", "full"])
def test_every_address_for_language_models_leads_somewhere(cases: Path) -> None:
    files = files_of(cases, PUBLISHED)
    there = {f"{BASE}{web_path(path) if path.endswith('.md') else path}" for path in files}
    told = set(re.findall(r"\]\((.*?)\)", files["llms.txt"]))
    assert told - there == {"https://creativecommons.org/licenses/by/4.0/"}


def test_language_models_are_told_in_the_order_that_their_format_asks_for(published: Mapping[str, str]) -> None:
    """A heading, a summary, and then sections of links."""
    lines = [line for line in published["llms.txt"].splitlines() if line]
    assert lines[0].startswith("# ")
    assert lines[1].startswith("> ")
    assert [line for line in lines if line.startswith("## ")] == ["## Sidor", "## Data", "## Licens"]


def test_without_an_address_everything_is_told_from_the_root() -> None:
    files = files_of(SMALL, Settings())
    assert "- [Slussar](slussar/): " in files["llms.txt"]
