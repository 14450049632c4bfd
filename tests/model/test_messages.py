"""The table of problem codes is complete, and every call fills in all placeholders of its message."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest

from scripts.checks import check
from scripts.diagnostics import Code
from scripts.loading.dataset import read
from scripts.model.messages import explain, families, messages, refusal
from scripts.settings import ROOT

SOURCES = sorted((ROOT / "scripts").rglob("*.py"))


def calls() -> Iterator[tuple[str, ast.Call, Code]]:
    """Yield the calls of `explain` and `refusal` with a literal code: file and line, call and code."""
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or not node.args:
                continue
            first = node.args[0]
            if (
                node.func.id in {"explain", "refusal"}
                and isinstance(first, ast.Attribute)
                and first.attr in Code.__members__
            ):
                yield f"{path.relative_to(ROOT)}:{node.lineno}", node, Code[first.attr]


CALLS = {location: (call, code) for location, call, code in calls()}


def placeholders_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_code_is_in_the_table_once() -> None:
    codes = [code for family in families() for code in family.messages]
    assert sorted(codes) == sorted(Code)
    assert set(messages()) == set(Code)


@pytest.mark.parametrize("code", Code)
def test_a_code_has_all_texts(code: Code) -> None:
    message = messages()[code]
    for text in (message.title, message.message, message.hint, message.meaning, message.wrong, message.right):
        assert text.strip()
    assert message.wrong != message.right
    assert message.wrong.endswith("\n")
    assert message.right.endswith("\n")
    assert message.title[0].isupper()
    assert message.meaning.endswith(".")


@pytest.mark.parametrize("code", Code)
def test_messages_and_hints_are_single_lines_without_full_stop(code: Code) -> None:
    for _, words in messages()[code].every_wording():
        assert "\n" not in words.message + words.hint
        assert not words.message.endswith((".", "?"))
        assert not words.hint.endswith(".")


@pytest.mark.parametrize("location", CALLS)
def test_a_call_fills_in_all_placeholders(location: str) -> None:
    call, code = CALLS[location]
    message = messages()[code]
    second = call.args[1] if len(call.args) > 1 else ast.Constant("")
    if isinstance(second, ast.Constant):
        texts = [message.words(str(second.value))]
    else:
        # The variant is chosen at run time. Variants of the form are only used in the browser.
        texts = [words for name, words in message.every_wording() if not name.startswith("form")]
    arguments = {keyword.arg for keyword in call.keywords}
    if None not in arguments:
        for words in texts:
            assert placeholders_in(words.message) | placeholders_in(words.hint) <= arguments


def test_every_variant_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in [*SOURCES, *(ROOT / "docs" / "assets" / "js").rglob("*.js")])
    used = set(re.findall(r'"([a-z-]+)"', code))
    assert {name for message in messages().values() for name in message.variants} <= used


def test_messages_are_written_only_in_the_table() -> None:
    literal = re.compile(r"Problem\([^()]*Code\.")
    assert [str(path) for path in SOURCES if literal.search(path.read_text("utf-8"))] == []


def test_a_suggestion_replaces_the_hint() -> None:
    words = {"id": "idecoash", "where": "catalogue/methods.yml"}
    assert explain(Code.UNKNOWN_METHOD, **words).hint == "Skriv ett id som finns i catalogue/methods.yml"
    assert explain(Code.UNKNOWN_METHOD, suggestion='Menade du "idecoach"?', **words).hint == 'Menade du "idecoach"?'


def test_a_variant_inherits_missing_texts_from_its_entry() -> None:
    plain, key = explain(Code.EMPTY_TEXT), explain(Code.EMPTY_TEXT, "key", field='"place"')
    assert (key.message, key.hint) == ('"place" är tomt', plain.hint)


def test_braces_in_a_value_are_not_placeholders() -> None:
    assert explain(Code.SYNTAX, "colon", text="{braces}: {0}").hint == 'Skriv "{braces}: {0}" inom citattecken'


def test_a_refusal_has_its_code_as_type() -> None:
    assert refusal(Code.TOO_LONG, length=9, limit=8).type == Code.TOO_LONG


@pytest.mark.parametrize("word", ["mallen", "Mallen"])
def test_no_message_refers_to_the_removed_template_file(word: str) -> None:
    assert word not in (ROOT / "scripts" / "model" / "messages.yml").read_text("utf-8")


def test_data_without_problems_is_checked_without_reading_the_table(small: Path) -> None:
    for cached in (families, messages):
        cached.cache_clear()

    assert check(read(small)) == ()

    assert messages.cache_info().currsize == 0
