"""The page in English: content from the English fields of the data, with sources, in a frame in Swedish."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from lxml import html

from scripts.library.context import Site
from scripts.library.evidence import Level
from scripts.library.library import Library
from scripts.library.queries import strongest_first
from scripts.model.enums import SourceKind
from scripts.settings import ROOT, Settings
from scripts.site.pages.english import LEVELS, MOST_LESSONS, SOURCE_KINDS, in_words, pages
from scripts.site.render import environment, render
from tests.conftest import PUBLISHED


@pytest.fixture(scope="module")
def text(library: Library) -> str:
    """Return the page of the full data, as Markdown."""
    site = Site(library, PUBLISHED)
    return render(next(pages(site)), site, environment())


def test_the_best_supported_lessons_are_shown_by_their_english_names(text: str, library: Library) -> None:
    shown = re.findall(r'hreflang="sv">(.*?)</a> <span class="evidence"', text)
    expected = strongest_first(library.topics["lessons"])[:MOST_LESSONS]
    assert [unescape(name) for name in shown] == [entry.record.name_en for entry in expected]


def test_every_sluice_in_english_cites_the_sources_of_its_summary(text: str, library: Library) -> None:
    in_english = [entry for entry in library.cases if entry.case.summary_en]
    assert 0 < len(in_english) < len(library.cases)
    for entry in in_english:
        (row,) = [line for line in text.splitlines() if f'/{entry.id}/" hreflang' in line]
        assert row.count('class="cite"') == len(entry.case.basis.summary.sources)  # type: ignore[union-attr]


def test_every_level_and_kind_of_source_has_a_name_in_english() -> None:
    assert set(LEVELS) == set(Level)
    assert set(SOURCE_KINDS) == set(SourceKind)


@pytest.mark.parametrize(
    ("date", "words"), [("2016", "2016"), ("2016-11", "November 2016"), ("2016-11-07", "7 November 2016")]
)
def test_dates_are_written_in_english(date: str, words: str) -> None:
    assert in_words(date) == words


def test_a_sluice_without_english_is_left_out(small_library: Library) -> None:
    site = Site(small_library, Settings())
    page = render(next(pages(site)), site, environment())
    assert "An invented sluice for trying out the pages" in page
    assert "overby" not in page


@pytest.mark.site
def test_the_page_is_in_english_and_its_frame_in_swedish(site: Path) -> None:
    page: html.HtmlElement = html.document_fromstring((site / "in-english" / "index.html").read_text("utf-8"))
    assert page.get("lang") == "en"
    for part in ("//header", "//footer", "//dialog", "//a[@class='skip']"):
        assert [element.get("lang") for element in page.xpath(part)] == ["sv"], part
    assert html.document_fromstring((site / "index.html").read_text("utf-8")).get("lang") == "sv"


@pytest.mark.site
def test_pages_link_to_the_page_in_english(site: Path) -> None:
    page: html.HtmlElement = html.document_fromstring((site / "slussar" / "asby" / "index.html").read_text("utf-8"))
    (link,) = page.xpath("//footer//a[@hreflang='en']")
    assert (link.text, link.get("lang"), link.get("href")) == ("In English", "en", "../../in-english/")


def test_the_schema_for_editors_has_the_english_fields() -> None:
    assert '"summary_en"' in (ROOT / "cases" / "schema" / "case.json").read_text("utf-8")
