"""The page in English: content from the English fields of the data, with sources, in a frame in Swedish."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
from lxml import html

from scripts.library.context import Site
from scripts.library.evidence import Evidence
from scripts.library.library import Library
from scripts.model.enums import Language, SourceKind
from scripts.settings import ROOT, Settings
from scripts.site.pages.english import LANGUAGES, SOURCE_KINDS, SPEAKERS, in_words, pages, where, who
from scripts.site.render import environment, render
from tests.conftest import PUBLISHED


@pytest.fixture(scope="module")
def text(library: Library) -> str:
    """Return the page of the full data, as Markdown."""
    site = Site(library, PUBLISHED)
    return render(next(pages(site)), site, environment())


def test_the_lessons_that_two_sluices_have_learned_are_shown_in_alphabetical_order(text: str, library: Library) -> None:
    shown = [unescape(name) for name in re.findall(r'hreflang="sv">(.*?)</a></dt><dd><span class="evidence"', text)]
    lessons = library.topics["lessons"]
    assert set(shown) == {entry.record.name_en for entry in lessons if entry.evidence.done > 1}
    assert len(shown) < len(lessons)
    assert shown == sorted(shown, key=str.casefold)


@pytest.mark.parametrize(
    ("evidence", "words"),
    [
        (Evidence(done=3, planned=2), "Learned in 3 sluices, planned in 2"),
        (Evidence(done=1, against=1), "Learned in 1 sluice, contradicted in 1"),
    ],
)
def test_where_a_lesson_was_learned_is_written_in_english(evidence: Evidence, words: str) -> None:
    assert where(evidence) == words


def test_who_says_so_is_written_in_english() -> None:
    speakers = {SourceKind.FUNDER: 1, SourceKind.SELF_REPORTED: 3}
    assert who(Evidence(speakers=speakers)) == "The projects themselves 3, the funder 1"
    studies = {SourceKind.RESEARCH: 2}
    assert who(Evidence(speakers=speakers, studies=studies)).endswith("the funder 1. Studies: research 2")


def test_every_sluice_in_english_cites_the_sources_of_its_summary(text: str, library: Library) -> None:
    in_english = [entry for entry in library.cases if entry.case.summary_en]
    assert 0 < len(in_english) < len(library.cases)
    for entry in in_english:
        (row,) = [line for line in text.splitlines() if f'/{entry.id}/" hreflang' in line]
        assert row.count('class="cite"') == len(entry.case.basis.summary.sources)  # type: ignore[union-attr]


def test_every_kind_of_source_and_language_has_a_name_in_english() -> None:
    assert set(SOURCE_KINDS) == set(SPEAKERS) == set(SourceKind)
    assert set(LANGUAGES) == set(Language)


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
