"""The SVG file of icons."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from lxml import etree

from scripts.library.kinds import Kind
from scripts.site.icons import NAMES, PATH, SEARCH, files

SVG = "{http://www.w3.org/2000/svg}"

ALLOWED = {"viewBox", "id", "d", "fill", "stroke", "stroke-width", "stroke-linecap"}
"""Attributes allowed in icons: none that runs or loads anything, or sets a colour."""


@pytest.fixture(scope="module")
def symbols() -> Mapping[str, etree._Element]:
    """Return the icons by id."""
    return {str(symbol.get("id")): symbol for symbol in etree.fromstring(files()[PATH].encode())}


def test_search_and_every_kind_of_page_but_the_front_page_have_an_icon(symbols: Mapping[str, etree._Element]) -> None:
    assert set(symbols) == {SEARCH, *(kind.value for kind in Kind if kind != Kind.START)}


def test_only_the_icon_of_the_sluice_is_drawn_for_the_site(symbols: Mapping[str, etree._Element]) -> None:
    assert set(symbols) - set(NAMES) == {Kind.CASE}


def test_icons_are_shapes_in_the_colour_of_the_text(symbols: Mapping[str, etree._Element]) -> None:
    for symbol in symbols.values():
        assert symbol.tag == f"{SVG}symbol"
        assert symbol.get("viewBox") == "0 0 24 24"
        assert "currentColor" in {symbol.get("fill"), symbol.get("stroke")}
        assert {element.tag for element in symbol} == {f"{SVG}path"}
        assert {name for element in symbol.iter() for name in element.attrib} <= ALLOWED
