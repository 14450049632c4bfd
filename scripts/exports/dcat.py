"""The description of the data for data portals: DCAT-AP-SE 3, in Turtle.

The profile requires a publisher and absolute URLs, so no description is generated without them. Its specification
is at https://docs.dataportal.se/dcat/3.0.1/sv/. It requires CC0 for the catalogue, which is the description itself.
The licence of the content is stated for each distribution.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from urllib.parse import quote

from scripts.exports import inventory
from scripts.exports.urls import file_url, page_url
from scripts.library.context import Site
from scripts.settings import SITE_NAME

PREFIXES = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "vcard": "http://www.w3.org/2006/vcard/ns#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_AUTHORITY = "http://publications.europa.eu/resource/authority"
_SWEDEN = "http://sws.geonames.org/2661886"
_CC0 = "http://creativecommons.org/publicdomain/zero/1.0/"
_CC_BY = "http://creativecommons.org/licenses/by/4.0/"
_ABOUT_EN = "Swedish municipal idea sluices (idéslussar) 2016–2020 as open data, with a source for every statement."

_URL_CHARACTERS = "%/:=&?~#+!$,;'@()*[]"
"""The characters besides letters and digits that a URL may contain unescaped."""

Properties = Iterator[tuple[str, str]]
"""The name and value of each property of a resource, in Turtle."""


def files(site: Site) -> dict[str, str]:
    """Return the description.

    Args:
        site: The context of pages and exports.

    Returns:
        Path → Turtle. Empty when the site has no address or no publisher.
    """
    if not is_available(site):
        return {}
    prefixes = "".join(f"@prefix {name}: <{address}> .\n" for name, address in PREFIXES.items())
    resources = [
        _resource(_id(site, "katalog"), "dcat:Catalog", _catalogue(site)),
        _resource(_id(site, "utgivare"), "foaf:Agent", iter([("foaf:name", _text(site.settings.publisher))])),
        _resource(_id(site, "data"), "dcat:Dataset", _dataset(site)),
        *(
            _resource(_id(site, path), "dcat:Distribution", _distribution(site, path, media_type, text))
            for path, media_type, text in _distributions()
        ),
    ]
    if site.settings.contact:
        resources.append(_resource(_id(site, "kontakt"), "vcard:Organization", _contact(site)))
    return {inventory.DCAT: "\n".join([prefixes, *resources])}


def is_available(site: Site) -> bool:
    """Return whether the settings that the profile requires are present."""
    return bool(site.settings.site_url and site.settings.publisher)


def _catalogue(site: Site) -> Properties:
    yield "dcterms:title", _text(f"{SITE_NAME}: öppna data", "sv")
    yield "dcterms:description", _text("Öppna data från en webbplats om kommunala idéslussar.", "sv")
    yield "dcterms:publisher", _id(site, "utgivare")
    yield "dcterms:license", _iri(_CC0)
    yield "dcterms:language", _iri(f"{_AUTHORITY}/language/SWE")
    yield "dcterms:spatial", _iri(_SWEDEN)
    yield "dcat:themeTaxonomy", _iri(f"{_AUTHORITY}/data-theme")
    yield "foaf:homepage", _iri(file_url(site, ""))
    yield from _modified(site)
    yield "dcat:dataset", _id(site, "data")


def _dataset(site: Site) -> Properties:
    page = page_url(site, inventory.PAGE)
    yield "dcterms:title", _text("Lärdomar från kommunala idéslussar", "sv")
    yield "dcterms:title", _text("Lessons from Swedish municipal idea sluices", "en")
    yield "dcterms:description", _text(inventory.ABOUT, "sv")
    yield "dcterms:description", _text(_ABOUT_EN, "en")
    yield "dcterms:identifier", _text(f"{page}#data")
    yield "dcterms:publisher", _id(site, "utgivare")
    if site.settings.contact:
        yield "dcat:contactPoint", _id(site, "kontakt")
    for theme in ("GOVE", "SOCI"):
        yield "dcat:theme", _iri(f"{_AUTHORITY}/data-theme/{theme}")
    for word in inventory.KEYWORDS:
        yield "dcat:keyword", _text(word, "sv")
    yield "dcterms:accessRights", _iri(f"{_AUTHORITY}/access-right/PUBLIC")
    yield "dcterms:accrualPeriodicity", _iri(f"{_AUTHORITY}/frequency/IRREG")
    yield "dcterms:language", _iri(f"{_AUTHORITY}/language/SWE")
    yield "dcterms:spatial", _iri(_SWEDEN)
    period = f"dcat:startDate {_day('2016-01-01')} ; dcat:endDate {_day('2020-12-31')}"
    yield "dcterms:temporal", f"[ a dcterms:PeriodOfTime ; {period} ]"
    if site.settings.published:
        yield "dcterms:issued", _day(site.settings.published)
    yield from _modified(site)
    yield "dcat:version", _text(inventory.VERSION)
    yield "dcat:landingPage", _iri(page)
    yield "foaf:page", _iri(file_url(site, f"{inventory.FOLDER}/openapi.json"))
    for path, _, _ in _distributions():
        yield "dcat:distribution", _id(site, path)


def _distribution(site: Site, path: str, media_type: str, text: str) -> Properties:
    yield "dcterms:title", _text(path.rsplit("/", 1)[1], "sv")
    yield "dcterms:description", _text(text, "sv")
    yield "dcat:accessURL", _iri(page_url(site, inventory.PAGE))
    yield "dcat:downloadURL", _iri(file_url(site, path))
    yield "dcterms:format", _text(media_type)
    yield "dcterms:license", _iri(_CC_BY)
    yield "dcterms:language", _iri(f"{_AUTHORITY}/language/SWE")


def _distributions() -> Iterator[tuple[str, str, str]]:
    yield from inventory.DOWNLOADS
    yield from ((path, "application/atom+xml", text) for path, (_, text) in inventory.FEEDS.items())


def _contact(site: Site) -> Properties:
    yield "vcard:fn", _text(site.settings.publisher)
    yield "vcard:hasEmail", _iri(f"mailto:{site.settings.contact}")


def _modified(site: Site) -> Properties:
    if day := site.dates.of_all():
        yield "dcterms:modified", _day(day)


def _resource(id_: str, class_: str, properties: Properties) -> str:
    return f"{id_} a {class_}" + "".join(f" ;\n    {name} {value}" for name, value in properties) + " .\n"


def _id(site: Site, name: str) -> str:
    """Return the id of a described resource: the URL of the open data page with a fragment."""
    return _iri(page_url(site, inventory.PAGE, name))


def _text(text: str, language: str = "") -> str:
    """Return a literal. Turtle has the same string escapes as JSON."""
    return json.dumps(text, ensure_ascii=False) + (f"@{language}" if language else "")


def _day(day: str) -> str:
    return f"{json.dumps(day)}^^xsd:date"


def _iri(address: str) -> str:
    """Return an IRI in which all characters that could end it are escaped."""
    return f"<{quote(address, safe=_URL_CHARACTERS)}>"
