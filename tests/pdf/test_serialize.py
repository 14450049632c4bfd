"""Conversion of documents to JSON, and the sources that they cite."""

from __future__ import annotations

import json
from dataclasses import dataclass

import pytest

from scripts.documents.serialize import cited, fields_as_json
from scripts.library.evidence import Standing
from scripts.model.enums import Outcome


@dataclass(frozen=True)
class Leaf:
    text: str
    sources: tuple[str, ...] = ()


@dataclass(frozen=True)
class Tree:
    first: Leaf
    rest: tuple[Leaf | str, ...] = ()
    by_name: dict[str, Leaf] | None = None
    sources: tuple[str, ...] = ()
    value: object = None


def test_dataclasses_become_objects_and_tuples_lists() -> None:
    tree = Tree(Leaf("a", ("x",)), ("b", Leaf("c")), {"d": Leaf("e")})
    assert fields_as_json(tree) == {
        "first": {"text": "a", "sources": ["x"]},
        "rest": ["b", {"text": "c", "sources": []}],
        "by_name": {"d": {"text": "e", "sources": []}},
        "sources": [],
    }


def test_a_field_that_is_none_is_left_out() -> None:
    assert "by_name" not in fields_as_json(Tree(Leaf("")))
    assert fields_as_json(Tree(Leaf(""), value=""))["value"] == ""


@pytest.mark.parametrize(("member", "expected"), [(Outcome.ENDED, '"ended"'), (Standing.DONE, '"done"')])
def test_an_enum_member_becomes_its_value(member: object, expected: str) -> None:
    assert json.dumps(fields_as_json(Tree(Leaf(""), value=member))["value"]) == expected


@pytest.mark.parametrize("value", [object(), {1, 2}, b"bytes", Leaf])
def test_other_types_are_refused(value: object) -> None:
    with pytest.raises(TypeError, match="cannot stand in a document"):
        fields_as_json(Tree(Leaf(""), value=value))


def test_sources_are_collected_without_duplicates_in_the_order_of_the_fields() -> None:
    tree = Tree(
        Leaf("", ("b", "a")), ("text", Leaf("", ("c", "a"))), {"one": Leaf("", ("d",)), "two": Leaf("", ("b",))}, ("e",)
    )
    assert cited((tree, Leaf("", ("f", "e")))) == ("b", "a", "c", "d", "e", "f")
