"""The invented test data is valid and complete, and only marked tests read the live data."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from fnmatch import fnmatch
from pathlib import Path

import pytest
from pydantic import BaseModel

from scripts.checks import check
from scripts.library.context import Site
from scripts.library.evidence import Standing
from scripts.library.library import Library
from scripts.loading.dataset import Dataset, read
from scripts.model.registry import TOPIC_KINDS
from scripts.settings import ROOT
from scripts.site.pages import all_pages
from tests.conftest import FULL, PUBLISHED, SMALL

TESTS = ROOT / "tests"

MAY_READ_THE_LIVE_DATA = {
    "conftest.py": "defines the fixture",
    "bench": "measures the published site; not a test",
    "lighthouse": "measures the published site; not a test",
    "repository/test_test_data.py": "this file",
}


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    """Return the full data."""
    return read(FULL)


def values(value: object) -> Iterator[object]:
    """Yield a value and every value inside it."""
    yield value
    if isinstance(value, BaseModel):
        yield from (inner for name in type(value).model_fields for inner in values(getattr(value, name)))
    elif isinstance(value, dict):
        yield from (inner for item in value.values() for inner in values(item))
    elif isinstance(value, tuple):
        yield from (inner for item in value for inner in values(item))


def declared_in(model: type[BaseModel], field: str) -> str:
    """Name a field after the class that declares it: an inherited field needs to be filled in once."""
    owner = next(base for base in reversed(model.__mro__) if field in getattr(base, "__annotations__", {}))
    return f"{owner.__name__}.{field}"


@pytest.mark.parametrize("folder", [SMALL, FULL], ids=["small", "full"])
def test_the_invented_data_has_no_problem(folder: Path) -> None:
    assert check(read(folder)) == ()


def test_every_field_is_filled_in_somewhere(dataset: Dataset) -> None:
    models = [
        part for document in dataset.documents() for part in values(document.content) if isinstance(part, BaseModel)
    ]
    fields = {declared_in(type(model), name) for model in models for name in type(model).model_fields}
    filled = {
        declared_in(type(model), name)
        for model in models
        for name in type(model).model_fields
        if getattr(model, name) not in (None, (), {}, False)
    }
    assert fields - filled == set()


def test_every_enum_value_is_used_somewhere(dataset: Dataset) -> None:
    chosen = {
        part for document in dataset.documents() for part in values(document.content) if isinstance(part, StrEnum)
    }
    choices = {choice for member in chosen for choice in type(member)}
    assert {repr(choice) for choice in choices - chosen} == set()


def test_every_standing_is_reached(library: Library) -> None:
    assert {mention.standing for entry in library.topic_by_id.values() for mention in entry.mentions} == set(Standing)


def test_some_topics_are_from_sluices_and_some_from_elsewhere(library: Library) -> None:
    for kind in TOPIC_KINDS:
        assert {entry.is_from_sluices for entry in library.topics[kind]} == {True, False}


def test_every_template_has_a_page(library: Library) -> None:
    used = {page.template for page in all_pages(Site(library, PUBLISHED))}
    templates = (ROOT / "scripts" / "site" / "templates").glob("[!_]*.jinja")
    assert {path.name for path in templates} - used == set()


def test_pytest_collects_every_folder_of_tests(pytestconfig: pytest.Config) -> None:
    passed_over = pytestconfig.getini("norecursedirs")
    folders = {path.parent for path in TESTS.rglob("test_*.py")}
    assert [path for path in folders if any(fnmatch(path.name, pattern) for pattern in passed_over)] == []


def test_the_live_data_is_only_read_through_its_fixture() -> None:
    """Otherwise a contribution could fail a test of the code."""
    assert [path for path in (TESTS / "data").rglob("*") if path.is_symlink()] == []
    reads = re.compile(r"""ROOT / "cases"(?! / "schema")|Folders\((?:docs|site)=|Folders\(\)""")
    readers = {
        path.relative_to(TESTS).as_posix() for path in TESTS.rglob("*.py") if reads.search(path.read_text("utf-8"))
    }
    assert {path for path in readers if not {path, path.split("/")[0]} & MAY_READ_THE_LIVE_DATA.keys()} == set()
