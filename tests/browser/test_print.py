"""Printed pages."""

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
"""Width and height in points."""

LONGEST = 6
"""Number of pages of each kind to print. Only the longest ones are at risk of being too long."""


@pytest.fixture(scope="module")
def printed(browser: Browser, address: str) -> Iterator[Mapping[str, PdfReader]]:
    """Yield pages as PDF, by path, printed on first access."""

    class Printer(dict[str, PdfReader]):
        def __missing__(self, path: str) -> PdfReader:
            page.goto(address + path)
            self[path] = PdfReader(io.BytesIO(page.pdf(format="A4", prefer_css_page_size=True, print_background=True)))
            return self[path]

    page = browser.new_page()
    yield Printer()
    page.close()


def text(pdf: PdfReader) -> str:
    return " ".join(" ".join(page.extract_text() for page in pdf.pages).split())


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
    pdf = printed["slussar/asby/"]
    words = text(pdf)
    entry = library.case_by_id["asby"]
    assert all(round(float(page.mediabox.width)) == A4[0] for page in pdf.pages)
    assert "Huvudmeny" not in words
    assert "På den här sidan" not in words
    assert "Byggd " not in words
    # An address may be broken over two lines, which text extraction may separate.
    ends = [entry.sources[key].url[-25:] for key in cited(entry)]
    assert [end for end in ends if end not in words.replace(" ", "")] == []


def test_collapsed_details_are_printed_in_full(printed: Mapping[str, PdfReader]) -> None:
    assert "Antal" in text(printed["slussar/"])


def test_the_comparison_is_printed_in_landscape(printed: Mapping[str, PdfReader]) -> None:
    sizes = {round(float(page.mediabox.width)) for page in printed["jamfor/"].pages}
    assert A4[1] in sizes
