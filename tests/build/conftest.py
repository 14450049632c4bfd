"""Parsed pages of built sites."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from lxml import html

from scripts.library.library import Library
from scripts.library.linking import build_library
from scripts.loading.dataset import read
from tests.conftest import FULL

HOST = "https://example.org"
BASE = f"{HOST}/ideslussar/"
"""The address of the sites."""


@dataclass(frozen=True)
class Built:
    """A built site.

    Attributes:
        folder: The folder of the site.
        pages: The parsed pages, by address.
        library: The data it was built from.
    """

    folder: Path
    pages: Mapping[str, html.HtmlElement]
    library: Library

    @property
    def moved(self) -> set[str]:
        """The addresses of pages that redirect."""
        return {address for address, page in self.pages.items() if page.xpath("//meta[@http-equiv='refresh']")}


def built(folder: Path, cases: Path) -> Built:
    """Parse a built site."""
    pages = {
        urljoin(BASE, path.relative_to(folder).as_posix().removesuffix("index.html")): html.document_fromstring(
            path.read_text("utf-8")
        )
        for path in folder.rglob("*.html")
    }
    return Built(folder, pages, build_library(read(cases)))


@pytest.fixture(scope="session")
def full_site(site: Path) -> Built:
    """Return the site of the full data."""
    return built(site, FULL)


@pytest.fixture(scope="session", params=["full", pytest.param("live", marks=pytest.mark.live)])
def any_site(request: pytest.FixtureRequest) -> Built:
    """Run a test on the site of the full data and on the site of the live data."""
    if request.param == "full":
        full_site: Built = request.getfixturevalue("full_site")
        return full_site
    return built(request.getfixturevalue("live_site"), request.getfixturevalue("live_cases"))


def links(address: str, page: html.HtmlElement) -> set[tuple[str, str]]:
    """Return the internal links of a page, as address and fragment."""
    targets = (urlsplit(urljoin(address, anchor.get("href"))) for anchor in page.xpath("//a[@href]"))
    return {
        (f"{HOST}{unquote(target.path)}", unquote(target.fragment))
        for target in targets
        if f"{target.scheme}://{target.netloc}" == HOST and target.path.startswith("/ideslussar/")
    }
