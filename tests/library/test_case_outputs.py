"""Tests that each field of a case is shown in each output, unless it is listed here as left out for a reason.

A field is shown in an output when a change of its value changes the output.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatchcase
from functools import cache

import pytest

from scripts.commands.review.preview import preview
from scripts.documents.handouts import Layout, handout_content, whole_record
from scripts.documents.serialize import fields_as_json
from scripts.exports import csv_tables
from scripts.exports.api.case_serializer import case_response
from scripts.library.case_content import case_content
from scripts.library.context import Site
from scripts.library.library import CaseEntry
from scripts.library.linking import build_library
from scripts.loading.dataset import Dataset, read
from scripts.settings import Settings
from scripts.site.pages.cases import page_of_case
from scripts.site.render import environment, render
from tests.conftest import SMALL
from tests.library.full_case import ID, Generator, changed, leaves, with_case, with_two_of_each

NAME = "is a name that the page is searched by"
ENGLISH = "is on the page in English"
FINDING = "tags are for finding a page on the site"
SHORT = "participants are listed by their short names"
POINTED_AT = "an id is what conclusions point to"
COMPARED = "what a figure counts is for comparing it with those of other sluices"
MACHINES = "JSON-LD describes a page and its sources, and not the statements on it"

LEAVES = {name: (path, spec) for name, path, spec in leaves()}
"""Dotted name of a field → path of its first value, and specification."""


def _matches(name: str, patterns: Iterable[str]) -> bool:
    return any(fnmatchcase(name, pattern) for pattern in patterns)


@dataclass(frozen=True)
class Output:
    """An output that shows cases.

    Attributes:
        render: A function that returns the output of a case as text.
        left_out: Pattern of field names that are not shown → reason. `*` matches any part of a name.
    """

    render: Callable[[CaseEntry, Site], str]
    left_out: Mapping[str, str]


def _page(entry: CaseEntry, site: Site) -> str:
    _, _, body = render(page_of_case(entry, site), site, environment()).split("---\n", 2)
    return body


def _json_ld(entry: CaseEntry, site: Site) -> str:
    _, front_matter, _ = render(page_of_case(entry, site), site, environment()).split("---\n", 2)
    return next(line for line in front_matter.splitlines() if line.startswith("linked_data:"))


def _tables(entry: CaseEntry, site: Site) -> str:
    rows = (line for text in csv_tables.files(site).values() for line in text.splitlines())
    return "\n".join(line for line in rows if entry.id in line)


def _preview(entry: CaseEntry, site: Site) -> str:
    return preview(case_content(entry, site.library), site)


def _document(entry: CaseEntry, site: Site) -> str:
    content = handout_content(whole_record(entry, site.library), site.library, Layout(9.0))
    return json.dumps(fields_as_json(content), ensure_ascii=False)


def _api(entry: CaseEntry, site: Site) -> str:
    return case_response(entry, site).model_dump_json()


NOT_ON_PAGES = {
    "title_en": NAME,
    "basis.title_en.*": NAME,
    "summary_en": ENGLISH,
    "participants.unit": SHORT,
    "*.id": POINTED_AT,
    "*.counts": COMPARED,
}

IN_JSON_LD = ("title", "summary", "basis.*.sources", "*.sources", "sources.title", "sources.publisher", "sources.url")

OUTPUTS: Mapping[str, Output] = {
    "page": Output(_page, {**NOT_ON_PAGES, "place": NAME}),
    "document": Output(_document, {**NOT_ON_PAGES, "place": NAME, "tags": FINDING, "*.tags": FINDING}),
    "api": Output(_api, {}),
    "tables": Output(
        _tables,
        {
            "title_en": "is in the API",
            "summary_en": ENGLISH,
            "basis.*.note": "is in the API",
            "*.id": POINTED_AT,
            "gaps": "is in the API; a gap is not a statement",
        },
    ),
    "preview": Output(_preview, {**NOT_ON_PAGES, "title": "is above the preview", "place": NAME}),
    "json_ld": Output(
        _json_ld,
        {"basis.title_en.sources": NAME, **{field: MACHINES for field in LEAVES if not _matches(field, IN_JSON_LD)}},
    ),
}


@cache
def _dataset() -> Dataset:
    return with_two_of_each(read(SMALL))


@cache
def _generator() -> Generator:
    return Generator(build_library(_dataset()))


@cache
def _original(name: str) -> str:
    return _rendered(name, _generator().case())


def _rendered(name: str, data: dict[str, object]) -> str:
    library = build_library(with_case(_dataset(), data))
    return OUTPUTS[name].render(library.case_by_id[ID], Site(library, Settings()))


@pytest.mark.parametrize("field", LEAVES)
@pytest.mark.parametrize("output", OUTPUTS)
def test_every_field_is_shown_or_left_out_for_a_reason(output: str, field: str) -> None:
    path, spec = LEAVES[field]
    data = changed(_generator().case(), path, _generator().value(spec, second=True))

    is_shown = _rendered(output, data) != _original(output)

    assert is_shown is not _matches(field, OUTPUTS[output].left_out), f"{field} in {output}"
