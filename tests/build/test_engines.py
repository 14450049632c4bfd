"""Both engines build the same site, so that the next one can replace the current one."""

from __future__ import annotations

import difflib
import json
import re
import shutil
from collections.abc import Callable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from urllib.parse import urljoin

import pytest
from lxml import etree, html

from scripts.build.engines import ENGINES
from scripts.build.process import BuildError
from scripts.git.version import Version
from tests.conftest import PUBLISHED

pytestmark = [pytest.mark.site, pytest.mark.engine, pytest.mark.xdist_group("engines")]

BASE = f"{PUBLISHED.site_url}/"

Pages = Mapping[str, html.HtmlElement]

DIFFERENCES = {
    "pagefind/filter/*": "Pagefind writes filters in random order, and names files after their content.",
    "pagefind/*.pf_meta": "Contains those names.",
    "pagefind/pagefind-entry.json": "Contains those names.",
    "sitemap.xml.gz": "Only MkDocs writes it. Nothing links to it, and sitemap.xml has the same content.",
}
"""The files that may differ, and why. Everything else is the same: pages as a browser reads them, the rest to the byte.

The HTML is compared after parsing, because the engines write some equivalent things differently: `/` as `&#x2f;` in
escaped text, `../` as `./../` in relative addresses, and blank lines in the frame.
"""


def folded(text: str | None) -> str:
    """Collapse white space as a browser does."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")


def resolved(address: str, element: html.HtmlElement) -> list[tuple[str, str]]:
    """Return the attributes of an element, with relative addresses resolved."""
    addresses = ("href", "src", "action")
    return sorted(
        (name, urljoin(address, value) if name in addresses or name.startswith("data-") else value)
        for name, value in element.attrib.items()
    )


def title(_: str, page: html.HtmlElement) -> list[str]:
    return [page.findtext(".//title")]


def headings(_: str, page: html.HtmlElement) -> list[str]:
    elements = page.xpath("//h1 | //h2 | //h3 | //h4 | //h5 | //h6")
    return [f"{heading.tag} {heading.get('id')} {folded(heading.text_content())}" for heading in elements]


def ids(_: str, page: html.HtmlElement) -> list[str]:
    return [str(value) for value in page.xpath("//@id")]


def text(_: str, page: html.HtmlElement) -> list[str]:
    return folded(page.body.text_content()).split(". ")


def links(address: str, page: html.HtmlElement) -> list[str]:
    return [urljoin(address, href) for href in page.xpath("//a/@href")]


def data(address: str, page: html.HtmlElement) -> list[str]:
    """Return the metadata, the JSON data, and the hidden words and values for search."""
    attributes = [
        f"{element.tag} {resolved(address, element)}"
        for element in page.xpath("//meta | //*[@*[starts-with(name(), 'data-')]]")
    ]
    return attributes + [as_data(script.text) for script in page.xpath("//script[@type='application/ld+json']")]


def loaded(address: str, page: html.HtmlElement) -> list[str]:
    elements = page.xpath("//link | //script | //img | //*[local-name()='use']")
    return [f"{element.tag} {resolved(address, element)}" for element in elements]


def everything(address: str, page: html.HtmlElement) -> list[str]:
    """Return every element with its attributes, its text and its tail."""
    return [
        f"{element.tag} {resolved(address, element)} "
        f"{as_data(element.text) if element.get('type') == 'application/ld+json' else folded(element.text)!r} "
        f"{folded(element.tail)!r}"
        for element in page.iter()
    ]


def as_data(text: str) -> str:
    return json.dumps(json.loads(text), ensure_ascii=False, sort_keys=True)


ASPECTS: tuple[Callable[[str, html.HtmlElement], list[str]], ...] = (
    title, headings, ids, text, links, data, loaded, everything,
)  # fmt: skip
"""The parts of a page that are compared. The last one contains the others, which give clearer failures."""


def pages(site: Path) -> Pages:
    """Parse the pages of a site, by address."""
    return {
        urljoin(BASE, path.relative_to(site).as_posix().removesuffix("index.html")): html.document_fromstring(
            path.read_text("utf-8")
        )
        for path in sorted(site.rglob("*.html"))
    }


def files(site: Path) -> Mapping[str, bytes]:
    """Read the files of a site, by path."""
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def may_differ(path: str) -> bool:
    return any(fnmatch(path, pattern) for pattern in DIFFERENCES)


@pytest.fixture(scope="module")
def both(site: Path, next_site: Path) -> tuple[Pages, Pages]:
    """Return the pages of the two sites."""
    return pages(site), pages(next_site)


def differences(from_mkdocs: list[str], from_zensical: list[str]) -> Iterator[str]:
    """Yield the lines that are in only one of two lists."""
    changes = difflib.unified_diff(from_mkdocs, from_zensical, "mkdocs", "zensical", lineterm="", n=0)
    return (line for line in changes if not line.startswith(("---", "+++", "@@")))


def test_both_sites_have_the_same_files(site: Path, next_site: Path) -> None:
    assert {path for path in files(site) if not may_differ(path)} == {
        path for path in files(next_site) if not may_differ(path)
    }


@pytest.mark.parametrize("aspect", ASPECTS, ids=lambda aspect: aspect.__name__)
def test_every_page_is_the_same_in(
    both: tuple[Pages, Pages], aspect: Callable[[str, html.HtmlElement], list[str]]
) -> None:
    from_mkdocs, from_zensical = both
    assert {
        address: changes
        for address in from_mkdocs.keys() & from_zensical.keys()
        if (
            changes := list(differences(aspect(address, from_mkdocs[address]), aspect(address, from_zensical[address])))
        )
    } == {}


def test_other_files_are_identical(site: Path, next_site: Path) -> None:
    from_mkdocs, from_zensical = files(site), files(next_site)
    compared = {path for path in from_mkdocs if not may_differ(path) and not path.endswith((".html", "sitemap.xml"))}
    assert {path for path in compared if from_mkdocs[path] != from_zensical[path]} == set()
    assert any(path.startswith("pagefind/fragment/") for path in compared), "what search finds, page by page"
    assert any(path.startswith("pagefind/index/") for path in compared), "and its words"


def test_the_sitemaps_list_the_same_pages(site: Path, next_site: Path) -> None:
    from_mkdocs, from_zensical = (etree.parse(folder / "sitemap.xml").getroot() for folder in (site, next_site))
    assert sorted(from_mkdocs.itertext("{*}loc")) == sorted(from_zensical.itertext("{*}loc"))


@pytest.mark.parametrize("pattern", DIFFERENCES)
def test_files_that_may_differ_do_differ(site: Path, next_site: Path, pattern: str) -> None:
    from_mkdocs, from_zensical = (
        {path: data for path, data in files(folder).items() if fnmatch(path, pattern)} for folder in (site, next_site)
    )
    assert from_mkdocs != from_zensical


@pytest.mark.parametrize("engine", ENGINES)
def test_broken_links_fail_the_build_and_are_named(site: Path, tmp_path: Path, engine: str) -> None:
    docs = shutil.copytree(site.parent / "docs", tmp_path / "docs")
    with (docs / "om" / "index.md").open("a", encoding="utf-8") as page:
        page.write("\n\n[Hit](finns-inte/index.md) och [dit](#finns-inte-heller).\n")
    with pytest.raises(BuildError) as caught:
        ENGINES[engine](docs, tmp_path / "site", PUBLISHED, Version())
    message = str(caught.value)
    assert "om/index.md" in message
    assert "finns-inte/index.md" in message
    assert "#finns-inte-heller" in message
    assert "Traceback" not in message
    assert "\x1b" not in message
