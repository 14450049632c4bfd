"""Tests of the text files at the root of the site."""

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


def test_robots_txt_allows_everything_and_names_the_sitemap(published: Mapping[str, str]) -> None:
    assert published["robots.txt"] == f"User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n"


def test_without_an_address_robots_txt_names_no_sitemap(local: Mapping[str, str]) -> None:
    assert "Sitemap" not in local["robots.txt"]


@pytest.mark.parametrize("cases", [SMALL, FULL], ids=["small", "full"])
def test_every_link_in_llms_txt_exists(cases: Path) -> None:
    files = files_of(cases, PUBLISHED)
    urls = {f"{BASE}{web_path(path) if path.endswith('.md') else path}" for path in files}
    links = set(re.findall(r"\]\((.*?)\)", files["llms.txt"]))
    assert links - urls == {"https://creativecommons.org/licenses/by/4.0/"}


def test_llms_txt_has_a_heading_a_summary_and_sections(published: Mapping[str, str]) -> None:
    lines = [line for line in published["llms.txt"].splitlines() if line]
    assert lines[0].startswith("# ")
    assert lines[1].startswith("> ")
    assert [line for line in lines if line.startswith("## ")] == ["## Sidor", "## Data", "## Licens"]


def test_without_an_address_links_are_relative_to_the_root() -> None:
    files = files_of(SMALL, Settings())
    assert "- [Slussar](slussar/): " in files["llms.txt"]
