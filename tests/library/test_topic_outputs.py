"""Tests that each field of a method, success factor or lesson is shown in each output, unless it is listed here.

A field is shown in an output when a change of its value changes the output.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import cache
from typing import Any

import pytest

from scripts.documents.handouts import Layout, handout_content, whole_record
from scripts.documents.serialize import fields_as_json
from scripts.exports.api.catalogue_serializer import topics
from scripts.library.context import Site
from scripts.library.library import Library, TopicEntry
from scripts.library.linking import build_library
from scripts.loading.dataset import Dataset, read
from scripts.model.catalogue import Elsewhere, Topic
from scripts.model.claims import Claim
from scripts.model.registry import TOPIC_KINDS
from scripts.settings import Settings
from scripts.site.pages import all_pages
from scripts.site.render import environment, render
from tests.conftest import FULL

ID = "provpost"
"""The id of the generated topic."""

SOURCE, OTHER_SOURCE = sorted(source.id for source in read(FULL).catalogue["sources"].content or ())[:2]  # type: ignore[attr-defined]


def _page(entry: TopicEntry, site: Site) -> str:
    page = next(page for page in all_pages(site) if page.path == site.path_of(entry))
    return render(page, site, environment())


def _document(entry: TopicEntry, site: Site) -> str:
    content = handout_content(whole_record(entry, site.library), site.library, Layout(9.0))
    return json.dumps(fields_as_json(content), ensure_ascii=False)


def _api(entry: TopicEntry, site: Site) -> str:
    return next(topic for topic in topics(site, entry.kind) if topic.id == entry.id).model_dump_json()


OUTPUTS: Mapping[str, Callable[[TopicEntry, Site], str]] = {"page": _page, "document": _document, "api": _api}

LEFT_OUT = {("document", "tags"): "tags are for finding a page on the site"}

NOT_SHOWN = {
    "id": "is the address",
    "replaced_by": "a record that is replaced has no page",
    "prestudy": "decides what counts, and is not shown",
}


def _claim(text: str, source: str = SOURCE) -> Claim:
    return Claim(text=text, sources=(source,))


def _elsewhere(text: str, place: str = "Provköping", source: str = SOURCE) -> Elsewhere:
    return Elsewhere(text=text, place=place, sources=(source,))


@cache
def _dataset() -> Dataset:
    return read(FULL)


def _ids(kind: str) -> tuple[str, ...]:
    return tuple(record.id for record in _dataset().catalogue[kind].content or ())  # type: ignore[attr-defined]


def _values() -> Mapping[str, tuple[Any, tuple[Any, ...]]]:
    """Return field → its first value, and other values that each change one part of it."""
    text, other = "En mening om provposten.", "En annan mening om provposten."
    claims = ((_claim(text),), ((_claim(other),), (_claim(text, OTHER_SOURCE),)))
    return {
        "name": ("Provpost", ("Andra posten",)),
        "name_en": ("Test record", ("Other record",)),
        "aliases": (("Alias",), (("Annat alias",),)),
        "description": claims,
        "studies": claims,
        "elsewhere": (
            (_elsewhere(text),),
            ((_elsewhere(other),), (_elsewhere(text, "Annanstad"),), (_elsewhere(text, source=OTHER_SOURCE),)),
        ),
        "questions": (("Vem tar emot en idé?",), (("Vem säger nej till en idé?",),)),
        "phases": ((_ids("phases")[0],), ((_ids("phases")[1],),)),
        "tags": ((_ids("tags")[0],), ((_ids("tags")[1],),)),
        "related": ((_ids("methods")[0],), ((_ids("methods")[1],),)),
        "area": (_ids("areas")[0], (_ids("areas")[1],)),
    }


def _library(kind: str, changes: Mapping[str, Any]) -> Library:
    document = _dataset().catalogue[kind]
    first = (document.content or ())[0]
    values = {field: value for field, (value, _) in _values().items() if field in type(first).model_fields}
    added = first.model_copy(update={**values, "id": ID, **changes})
    catalogue = {**_dataset().catalogue, kind: replace(document, content=(*(document.content or ()), added))}
    return build_library(replace(_dataset(), catalogue=catalogue))


def _rendered(output: str, kind: str, changes: Mapping[str, Any]) -> str:
    library = _library(kind, changes)
    return OUTPUTS[output](library.topic_by_id[ID], Site(library, Settings()))


@pytest.mark.parametrize("kind", TOPIC_KINDS)
def test_every_field_has_test_values(kind: str) -> None:
    (model,) = {type(record) for record in _dataset().catalogue[kind].content or ()}
    assert issubclass(model, Topic)
    assert model.model_fields.keys() - NOT_SHOWN.keys() <= _values().keys()


@pytest.mark.parametrize("kind", TOPIC_KINDS)
@pytest.mark.parametrize("output", OUTPUTS)
def test_every_field_is_shown_or_left_out_for_a_reason(output: str, kind: str) -> None:
    original = _rendered(output, kind, {})
    fields = type((_dataset().catalogue[kind].content or ())[0]).model_fields
    hidden = {
        field
        for field, (_, others) in _values().items()
        if field in fields
        for value in others
        if _rendered(output, kind, {field: value}) == original
    }

    assert hidden == {field for (name, field) in LEFT_OUT if name == output}
