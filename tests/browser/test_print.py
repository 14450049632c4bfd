"""The pages on paper."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from scripts.library.case_outline import cited
from scripts.library.library import Library

pytestmark = pytest.mark.browser

A4 = (595, 842)
"""Its sides in points."""

LONGEST = 6
"""How many of a kind are printed. What is shorter has room enough."""


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str) -> Iterator[Mapping[str, PdfReader]]:
    """Pages as PDF, by path, as they are asked for."""

    class Printer(dict[str, PdfReader]):
        def __missing__(self, path: str) -> PdfReader:
            page.goto(address + path)
            self[path] = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True, print_background=True)))
            return self[path]

    page = browser.new_page()
    yield Printer()
    page.close()


def text(found: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in found.pages).split())


@pytest.mark.parametrize("folder", ["metoder", "framgangsfaktorer", "lardomar"])
def test_even_the_longest_method_factor_and_lesson_is_a_card_of_one_page(
    site: Path, printed: Mapping[str, PdfReader], folder: str
) -> None:
    lengths = {path.parent.name: path.stat().st_size for path in (site / folder).glob("*/index.html")}
    longest = sorted(lengths, key=lambda name: lengths[name], reverse=True)[:LONGEST]
    pages = {name: len(printed[f"{folder}/{name}/"].pages) for name in longest}
    assert {name: count for name, count in pages.items() if count != 1} == {}


def test_a_sluice_prints_on_a4_without_menus_and_with_addresses_written_out(
    library: Library, printed: Mapping[str, PdfReader]
) -> None:
    found = printed["slussar/asby/"]
    words = text(found)
    entry = library.case_by_id["asby"]
    assert all(round(float(page.mediabox.width)) == A4[0] for page in found.pages)
    assert "Huvudmeny" not in words
    assert "På den här sidan" not in words
    assert "Byggd " not in words
    # An address may run over two lines, and its halves may come apart when the text is taken out of the PDF.
    ends = [entry.sources[key].url[-25:] for key in cited(entry)]
    assert [end for end in ends if end not in words.replace(" ", "")] == []


def test_what_is_folded_on_the_screen_is_open_on_paper(printed: Mapping[str, PdfReader]) -> None:
    assert "Antal" in text(printed["slussar/"])


def test_the_comparison_prints_wide(printed: Mapping[str, PdfReader]) -> None:
    sizes = {round(float(page.mediabox.width)) for page in printed["jamfor/"].pages}
    assert A4[1] in sizes
