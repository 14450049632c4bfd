"""Pagination of long lists: pages have a bounded size, and every item can be reached."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.build.pipeline import library_of
from scripts.library.context import Site
from scripts.library.pagination import list_slices
from scripts.settings import Settings
from scripts.site.pages import all_pages
from scripts.site.render import render_all
from tests.bench.synthetic import write_cases
from tests.conftest import FULL

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("pagination")]
"""Run in one process, so that the pages of many sluices are made once."""

FEW = 12

MANY = 150
"""A number of cases larger than any page lists."""


@given(st.lists(st.integers()), st.integers(1, 9))
def test_the_slices_contain_the_full_list_in_order(items: list[int], size: int) -> None:
    slices = list_slices(items, size, "slussar/index.md")
    assert list(chain.from_iterable(list_slice.items for list_slice in slices)) == items
    assert all(len(list_slice.items) <= size for list_slice in slices)


@given(st.integers(0, 400))
def test_every_slice_links_to_the_first_last_and_next(number: int) -> None:
    for list_slice in list_slices(range(number), 7, "slussar/index.md"):
        assert {1, list_slice.count, min(list_slice.number + 1, list_slice.count)} <= set(list_slice.near)


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Return the pages of a site with many sluices."""
    site = Site(library_of(write_cases(tmp_path_factory.mktemp("many") / "cases", MANY, FULL)), Settings())
    return render_all(all_pages(site), site)


@pytest.mark.parametrize("folder", ["slussar", "jamfor", "kallor", "luckor", "in-english"])
def test_a_long_list_links_to_its_later_pages(many: dict[str, str], folder: str) -> None:
    later_pages = [path for path in many if path.startswith(f"{folder}/sida/")]
    assert later_pages
    assert 'href="sida/2/"' in many[f"{folder}/index.md"]


def test_a_topic_with_many_sluices_is_paginated(many: dict[str, str]) -> None:
    second_pages = [path for path in many if path.startswith("metoder/") and "/sida/2/" in path]
    assert second_pages
    assert all('rel="next"' in many[path.replace("sida/2/", "")] for path in second_pages)


def test_every_sluice_is_listed_exactly_once(many: dict[str, str]) -> None:
    listed = [
        line
        for path, text in many.items()
        if path == "slussar/index.md" or path.startswith("slussar/sida/")
        for line in text.splitlines()
        if line.startswith("### [")
    ]
    assert len(listed) == len(set(listed)) == MANY


def test_every_page_of_a_list_has_a_title_of_its_own(many: dict[str, str]) -> None:
    titles = [text.split('title: "', 1)[1].split('"\n', 1)[0] for text in many.values()]
    assert len(titles) == len(set(titles))


def test_later_pages_of_a_list_are_left_out_of_search(many: dict[str, str]) -> None:
    for path, text in many.items():
        assert ("unsearched: true\n" in text.split("\n---\n")[0]) or "/sida/" not in path


def test_the_page_of_a_sluice_shows_the_number_of_others_when_many_share_a_topic(many: dict[str, str]) -> None:
    assert re.search(r"andra som [^:]+: \[\d+ slussar\]\(", many["slussar/asby/index.md"])


def test_the_page_of_a_sluice_does_not_grow_with_the_number_of_sluices(many: dict[str, str], tmp_path: Path) -> None:
    site = Site(library_of(write_cases(tmp_path / "cases", FEW, FULL)), Settings())
    few = render_all((page for page in all_pages(site) if page.path.startswith("slussar/")), site)
    assert len(site.library.cases) == FEW
    for path in (site.path_of(entry) for entry in site.library.cases):
        assert len(many[path]) <= len(few[path]) * 1.05, path
