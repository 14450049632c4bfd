"""Structured data about a page, as JSON-LD with the schema.org vocabulary.

It is embedded in a `script` element, as data that no browser executes. The characters that could end
the element are therefore escaped.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from scripts.exports import inventory
from scripts.exports.urls import page_url
from scripts.library.context import FOLDERS, GLOSSARY, Site, address
from scripts.library.kinds import Kind
from scripts.model.claims import Source
from scripts.settings import SITE_NAME
from scripts.site.page import Page
from scripts.site.page_dates import modified
from scripts.text.swedish import sort_key

Node = dict[str, Any]

FOLDER_OF = {
    Kind.CASE: FOLDERS["cases"],
    Kind.METHOD: FOLDERS["methods"],
    Kind.FACTOR: FOLDERS["success_factors"],
    Kind.LESSON: FOLDERS["lessons"],
    Kind.QUESTION: FOLDERS["questions"],
    Kind.GUIDE: FOLDERS["guide"],
    Kind.TAG: FOLDERS["tags"],
}
"""Folder of the list that a page belongs to, by kind."""

_ESCAPED = {ord(character): f"\\u{ord(character):04x}" for character in "<>&\u2028\u2029"}


def linked_data(page: Page, site: Site, cited: Iterable[Source]) -> str:
    """Return the structured data of a page.

    Args:
        page: The page.
        site: Data and settings shared by all pages.
        cited: The sources that the page cites, in reading order.

    Returns:
        JSON-LD, escaped for a `script` element. Empty for a page that redirects.
    """
    if page.redirect:
        return ""
    graph = [_work(page, site, cited), *_breadcrumbs(page, site), *_terms(page, site), *_dataset(page, site)]
    return as_block({"@context": "https://schema.org", "@graph": graph})


def as_block(value: object) -> str:
    """Return a value as JSON, escaped for a `script` element."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPED)


def _work(page: Page, site: Site, cited: Iterable[Source]) -> Node:
    """Return the node of the page itself."""
    citations = [_citation(source) for source in cited]
    if page.kind is Kind.START:
        kind, name = "WebSite", SITE_NAME
    else:
        kind, name = ("Article" if page.kind.is_listed else "WebPage"), page.title
    return _known(
        {
            "@type": kind,
            "@id": _url(page, site, page.path),
            "url": _url(page, site, page.path),
            "headline" if kind == "Article" else "name": name,
            "description": page.description,
            "inLanguage": page.lang or "sv",
            "dateModified": modified(page, site),
            "license": inventory.LICENSE,
            "publisher": _publisher(site),
            "isPartOf": None if kind == "WebSite" else {"@type": "WebSite", "name": SITE_NAME, "url": _url(page, site)},
            "citation": citations,
        }
    )


def _citation(source: Source) -> Node:
    return {
        "@type": "CreativeWork",
        "name": source.title,
        "url": source.url,
        "publisher": {"@type": "Organization", "name": source.publisher},
    }


def _publisher(site: Site) -> Node | None:
    return {"@type": "Organization", "name": site.settings.publisher} if site.settings.publisher else None


def _breadcrumbs(page: Page, site: Site) -> Iterator[Node]:
    """Yield the path from the front page to the page, except on the front page."""
    if page.kind is Kind.START:
        return
    steps = [(SITE_NAME, _url(page, site))]
    if page.kind in FOLDER_OF and page.path != f"{FOLDER_OF[page.kind]}/index.md":
        steps.append((page.kind.plural, _url(page, site, f"{FOLDER_OF[page.kind]}/index.md")))
    steps.append((page.title, _url(page, site, page.path)))
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {"@type": "ListItem", "position": position, "name": name, "item": item}
            for position, (name, item) in enumerate(steps, 1)
        ],
    }


def _terms(page: Page, site: Site) -> Iterator[Node]:
    """Yield the terms of the glossary, on its page."""
    if page.path != GLOSSARY:
        return
    here = _url(page, site, page.path)
    terms = sorted(site.library.guidance.glossary, key=lambda term: sort_key(term.name))
    yield {
        "@type": "DefinedTermSet",
        "@id": f"{here}#ord",
        "name": page.title,
        "inLanguage": "sv",
        "hasDefinedTerm": [
            _known(
                {
                    "@type": "DefinedTerm",
                    "@id": f"{here}#{term.id}",
                    "name": term.name,
                    "alternateName": [*term.aliases, term.name_en],
                    "description": " ".join(claim.text for claim in term.description),
                }
            )
            for term in terms
        ],
    }


def _dataset(page: Page, site: Site) -> Iterator[Node]:
    """Yield the description of the dataset, on the page of open data."""
    if page.path != inventory.PAGE:
        return
    yield _known(
        {
            "@type": "Dataset",
            "@id": f"{_url(page, site, page.path)}#data",
            "name": f"{SITE_NAME}: öppna data",
            "description": inventory.ABOUT,
            "url": _url(page, site, page.path),
            "inLanguage": "sv",
            "license": inventory.LICENSE,
            "version": inventory.VERSION,
            "dateModified": site.dates.of_all(),
            "temporalCoverage": "2016/2020",
            "spatialCoverage": {"@type": "Country", "name": "Sverige"},
            "isAccessibleForFree": True,
            "creator": _publisher(site),
            "keywords": list(inventory.KEYWORDS),
            "distribution": [
                {
                    "@type": "DataDownload",
                    "name": text,
                    "encodingFormat": media_type,
                    "contentUrl": f"{_url(page, site)}{path}",
                }
                for path, media_type, text in inventory.DOWNLOADS
            ],
        }
    )


def _url(page: Page, site: Site, target: object = "index.md") -> str:
    """Return the address of a page: absolute, or relative to `page` when the address of the site is not known."""
    if site.settings.site_url:
        return page_url(site, target)
    return address(page.path, site.path_of(target))


def _known(node: Node) -> Node:
    """Return a node without the properties that have no value."""
    return {key: value for key, value in node.items() if value or value is False}
