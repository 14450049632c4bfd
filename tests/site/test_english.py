"""The page in English: from the English fields of the data, with its sources, in a frame that is Swedish."""

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
    """The page of the real data, as Markdown."""
    site = Site(library, PUBLISHED)
    return render(next(pages(site)), site, environment())


def test_every_sluice_is_told_of_in_two_english_sentences(library: Library) -> None:
    for entry in library.cases:
        assert entry.case.summary_en, entry.id
        assert len(re.findall(r"[.](?: |$)", entry.case.summary_en)) == 2, entry.id


def test_a_project_that_says_it_itself_is_said_to_in_english_as_well(library: Library) -> None:
    """What the Swedish summary hands to the project or a newspaper, the English one does as well."""
    said = {
        "enligt projektet": "According to the project",
        "projektet uppger": "According to the project",
        "enligt lokaltidningen": "According to the local newspaper",
    }
    for entry in library.cases:
        for swedish, words in said.items():
            if swedish in entry.case.summary.casefold():
                assert words in str(entry.case.summary_en), entry.id


def test_no_number_is_in_english_that_is_not_in_swedish(library: Library) -> None:
    words = {"twelve": "tolv", "three": "tre", "fifteen": "femton", "four": "fyra", "two": "två", "thirty": "trettio"}
    for entry in library.cases:
        swedish = f"{entry.case.summary} {entry.case.aftermath.text}".casefold().replace(" ", "")
        english_text = str(entry.case.summary_en).casefold().replace(",", "")
        for number in re.findall(r"\d+", english_text):
            assert number in swedish, entry.id
        for word, counterpart in words.items():
            if re.search(rf"\b{word}\b", english_text):
                assert counterpart in swedish, (entry.id, word)


def test_the_numbers_of_the_programme_are_those_of_the_swedish_text(library: Library) -> None:
    claims = [claim for section in library.guidance.programme for claim in section.claims if claim.text_en]
    assert len(claims) >= 5
    for claim in claims:
        swedish = claim.text.replace(" ", "")
        assert [n for n in re.findall(r"\d+", str(claim.text_en).replace(",", "")) if n not in swedish] == []


def test_the_best_supported_lessons_are_shown_by_their_english_names(text: str, library: Library) -> None:
    shown = re.findall(r'hreflang="sv">(.*?)</a> <span class="evidence"', text)
    expected = strongest_first(library.topics["lessons"])[:MOST_LESSONS]
    assert [unescape(name) for name in shown] == [entry.record.name_en for entry in expected]


def test_every_sluice_is_cited_as_its_summary_is(text: str, library: Library) -> None:
    for entry in library.cases:
        (row,) = [line for line in text.splitlines() if f'/{entry.id}/" hreflang' in line]
        assert row.count('class="cite"') == len(entry.case.basis.summary.sources)  # type: ignore[union-attr]


def test_every_level_and_kind_of_source_has_english_words() -> None:
    assert set(LEVELS) == set(Level)
    assert set(SOURCE_KINDS) == set(SourceKind)


@pytest.mark.parametrize(
    ("date", "words"), [("2016", "2016"), ("2016-11", "November 2016"), ("2016-11-07", "7 November 2016")]
)
def test_dates_are_in_english(date: str, words: str) -> None:
    assert in_words(date) == words


def test_a_sluice_without_english_is_left_out(small_library: Library) -> None:
    site = Site(small_library, Settings())
    found = render(next(pages(site)), site, environment())
    assert "An invented sluice for trying out the pages" in found
    assert "overby" not in found


@pytest.mark.site
def test_the_page_is_english_and_its_frame_swedish(site: Path) -> None:
    page: html.HtmlElement = html.document_fromstring((site / "in-english" / "index.html").read_text("utf-8"))
    assert page.get("lang") == "en"
    for part in ("//header", "//footer", "//dialog", "//a[@class='skip']"):
        assert [element.get("lang") for element in page.xpath(part)] == ["sv"], part
    assert html.document_fromstring((site / "index.html").read_text("utf-8")).get("lang") == "sv"


@pytest.mark.site
def test_every_page_leads_to_the_page_in_english(site: Path) -> None:
    page: html.HtmlElement = html.document_fromstring((site / "slussar" / "hoor" / "index.html").read_text("utf-8"))
    (link,) = page.xpath("//footer//a[@hreflang='en']")
    assert (link.text, link.get("lang"), link.get("href")) == ("In English", "en", "../../in-english/")


def test_the_schema_for_editors_has_the_english_fields() -> None:
    assert '"summary_en"' in (ROOT / "cases" / "schema" / "case.json").read_text("utf-8")
