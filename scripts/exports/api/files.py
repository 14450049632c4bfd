"""The answers of the interface, one JSON file each."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import Any

from scripts.exports import inventory
from scripts.exports.api import catalogue_serializer, responses, schema
from scripts.exports.api.case_serializer import in_brief, whole_case
from scripts.exports.inventory import ABOUT, FOLDER, LICENSE, PAGE
from scripts.exports.urls import page_url, whole
from scripts.library.context import FOLDERS, Site
from scripts.model.registry import TOPIC_KINDS
from scripts.settings import SITE_NAME


@dataclass(frozen=True)
class Listed:
    """A list of the interface.

    Attributes:
        id: Its name in the address.
        description: What it holds.
        shape: The model of the answer.
        items: Makes what it lists.
        folder: The folder of the page that shows the same.
        file: The file of the catalogue that it rests on besides the cases; empty when there is none.
    """

    id: str
    description: str
    shape: type[responses.Listing[Any]]
    items: Callable[[Site], tuple[Any, ...]]
    folder: str
    file: str = ""


def _cases(site: Site) -> tuple[schema.CaseInList, ...]:
    return tuple(in_brief(entry, site) for entry in site.library.cases)


_MADE: dict[str, tuple[type[responses.Listing[Any]], Callable[[Site], tuple[Any, ...]], str, str]] = {
    "cases": (responses.CaseList, _cases, FOLDERS["cases"], ""),
    **{
        kind: (responses.TopicList, partial(catalogue_serializer.topics, kind=kind), FOLDERS[kind], kind)
        for kind in TOPIC_KINDS
    },
    "tags": (responses.TagList, catalogue_serializer.tags, FOLDERS["tags"], "tags"),
    "sources": (responses.SourceList, catalogue_serializer.sources, "kallor", "sources"),
    "municipalities": (responses.MunicipalityList, catalogue_serializer.municipalities, "kommuner", "prestudies"),
}
LISTS = tuple(Listed(id_, text, *_MADE[id_]) for id_, text in inventory.LISTS.items())
"""The lists, in the order they are told of."""


def files(site: Site) -> dict[str, str]:
    """Every answer.

    Args:
        site: What all pages share.

    Returns:
        Path → JSON.
    """
    lists = {listed.id: _listing(listed, site) for listed in LISTS}
    overviews: dict[str, responses.Envelope] = {
        **lists,
        "index": _index(site, {id_: found.total for id_, found in lists.items()}),
    }
    # One at a time: a thousand sluices as objects take far more room than as text.
    each = ((f"cases/{entry.id}", whole_case(entry, site)) for entry in site.library.cases)
    return {
        f"{FOLDER}/{id_}.json": f"{answer.model_dump_json(exclude_none=True, indent=1)}\n"
        for id_, answer in chain(overviews.items(), each)
    }


def _listing(listed: Listed, site: Site) -> responses.Listing[Any]:
    items = listed.items(site)
    cases = [f"{entry.id}.yml" for entry in site.library.cases]
    return listed.shape(
        url=page_url(site, f"{listed.folder}/index.md"),
        modified=site.dates.of([*cases, f"catalogue/{listed.file}.yml"]) or None,
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
        description_url=whole(site, f"{FOLDER}/openapi.json"),
        resources=tuple(_resources(site, totals)),
    )


def _resources(site: Site, totals: dict[str, int]) -> Iterator[responses.Resource]:
    for listed in LISTS:
        yield responses.Resource(
            name=listed.id,
            description=listed.description,
            data=whole(site, f"{FOLDER}/{listed.id}.json"),
            media_type="application/json",
            schema_url=whole(site, f"{FOLDER}/schema/{listed.id}.json"),
            total=totals[listed.id],
        )
    for name, text in inventory.TABLES.items():
        yield responses.Resource(
            name=name,
            description=text,
            data=whole(site, f"{FOLDER}/csv/{name}.csv"),
            media_type="text/csv",
        )
    for path, (title, text) in inventory.FEEDS.items() if site.settings.site_url else ():
        yield responses.Resource(
            name=title, description=text, data=whole(site, path), media_type="application/atom+xml"
        )
