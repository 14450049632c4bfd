"""The responses of the API, one JSON file for each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from scripts.exports import inventory
from scripts.exports.api import catalogue_serializer, conclusion_serializer, responses, schema
from scripts.exports.api.case_serializer import case_response, case_summary
from scripts.exports.inventory import ABOUT, FOLDER, LICENSE, PAGE
from scripts.exports.urls import file_url, page_url
from scripts.library.context import FOLDERS, Site
from scripts.model.registry import TOPIC_KINDS
from scripts.settings import SITE_NAME


@dataclass(frozen=True)
class ListSpec:
    """A list in the API.

    Attributes:
        id: Its name in the address.
        description: Its description, in Swedish.
        shape: The model of the response.
        items: A function that returns its items.
        folder: The folder of the page with the same content.
        file: The catalogue file that it depends on besides the cases; empty when there is none.
    """

    id: str
    description: str
    shape: type[responses.Listing[Any]]
    items: Callable[[Site], tuple[Any, ...]]
    folder: str
    file: str = ""


def _cases(site: Site) -> tuple[schema.CaseInList, ...]:
    return tuple(case_summary(entry, site) for entry in site.library.cases)


_SPECS: dict[str, tuple[type[responses.Listing[Any]], Callable[[Site], tuple[Any, ...]], str, str]] = {
    "cases": (responses.CaseList, _cases, FOLDERS["cases"], ""),
    **{
        kind: (responses.TopicList, partial(catalogue_serializer.topics, kind=kind), FOLDERS[kind], kind)
        for kind in TOPIC_KINDS
    },
    "tags": (responses.TagList, catalogue_serializer.tags, FOLDERS["tags"], "tags"),
    "sources": (responses.SourceList, catalogue_serializer.sources, "kallor", "sources"),
    "conclusions": (responses.ConclusionList, conclusion_serializer.conclusions, FOLDERS["decisions"], "decisions"),
    "municipalities": (responses.MunicipalityList, catalogue_serializer.municipalities, "kommuner", "prestudies"),
}
LISTS = tuple(ListSpec(id_, text, *_SPECS[id_]) for id_, text in inventory.LISTS.items())
"""The lists, in the order of the open data page."""


def files(site: Site) -> dict[str, str]:
    """Return the responses of the API.

    Args:
        site: The context of pages and exports.

    Returns:
        Path → JSON.
    """
    lists = {spec.id: _list_response(spec, site) for spec in LISTS}
    overviews: dict[str, responses.Envelope] = {
        **lists,
        "index": _index(site, {id_: response.total for id_, response in lists.items()}),
    }
    # A generator, because a thousand sluices need far more memory as objects than as text.
    cases = ((f"cases/{entry.id}", case_response(entry, site)) for entry in site.library.cases)
    return {
        f"{FOLDER}/{id_}.json": f"{response.model_dump_json(exclude_none=True, indent=1)}\n"
        for id_, response in chain(overviews.items(), cases)
    }


def _list_response(spec: ListSpec, site: Site) -> responses.Listing[Any]:
    items = spec.items(site)
    case_files = [f"{entry.id}.yml" for entry in site.library.cases]
    return spec.shape(
        url=page_url(site, f"{spec.folder}/index.md"),
        modified=site.dates.of([*case_files, f"catalogue/{spec.file}.yml"]) or None,
        total=len(items),
        items=items,
    )


def _index(site: Site, totals: dict[str, int]) -> responses.Index:
    return responses.Index(
        url=page_url(site, PAGE),
        modified=site.dates.of_all() or None,
        name=SITE_NAME,
        description=ABOUT,
        license=LICENSE,
        publisher=site.settings.publisher or None,
        description_url=file_url(site, f"{FOLDER}/openapi.json"),
        resources=tuple(_resources(site, totals)),
    )


def _resources(site: Site, totals: dict[str, int]) -> Iterator[responses.Resource]:
    for spec in LISTS:
        yield responses.Resource(
            name=spec.id,
            description=spec.description,
            data=file_url(site, f"{FOLDER}/{spec.id}.json"),
            media_type="application/json",
            schema_url=file_url(site, f"{FOLDER}/schema/{spec.id}.json"),
            total=totals[spec.id],
        )
    for name, text in inventory.TABLES.items():
        yield responses.Resource(
            name=name,
            description=text,
            data=file_url(site, f"{FOLDER}/csv/{name}.csv"),
            media_type="text/csv",
        )
    for path, (title, text) in inventory.FEEDS.items() if site.settings.site_url else ():
        yield responses.Resource(
            name=title, description=text, data=file_url(site, path), media_type="application/atom+xml"
        )
