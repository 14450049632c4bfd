"""The table of problem codes: every code has its words, and everyone who takes them gives what they need."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from string import Formatter

import pytest

from scripts.diagnostics import Code
from scripts.model.messages import explain, families, messages, refusal
from scripts.settings import ROOT

SOURCES = sorted((ROOT / "scripts").rglob("*.py"))


def calls() -> Iterator[tuple[str, ast.Call, Code]]:
    """Every call that takes the words of a code by its name."""
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


CALLS = {place: (call, code) for place, call, code in calls()}


def names_in(template: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(template) if name is not None}


def test_every_code_is_in_the_table_once() -> None:
    codes = [code for family in families() for code in family.messages]
    assert sorted(codes) == sorted(Code)
    assert set(messages()) == set(Code)


@pytest.mark.parametrize("code", Code)
def test_a_code_has_all_its_words(code: Code) -> None:
    message = messages()[code]
    for text in (message.title, message.message, message.hint, message.meaning, message.wrong, message.right):
        assert text.strip()
    assert message.wrong != message.right
    assert message.wrong.endswith("\n")
    assert message.right.endswith("\n")
    assert message.title[0].isupper()
    assert message.meaning.endswith(".")


@pytest.mark.parametrize("code", Code)
def test_what_is_wrong_and_what_to_write_fit_into_a_line(code: Code) -> None:
    for _, words in messages()[code].every_wording():
        assert "\n" not in words.message + words.hint
        assert not words.message.endswith((".", "?"))
        assert not words.hint.endswith(".")


@pytest.mark.parametrize("place", CALLS)
def test_a_call_gives_what_the_words_need(place: str) -> None:
    call, code = CALLS[place]
    message = messages()[code]
    second = call.args[1] if len(call.args) > 1 else ast.Constant("")
    if isinstance(second, ast.Constant):
        wordings = [message.words(str(second.value))]
    else:
        # The variant is chosen elsewhere. Only the form on the site has some of its own.
        wordings = [words for name, words in message.every_wording() if not name.startswith("form")]
    given = {keyword.arg for keyword in call.keywords}
    if None not in given:
        for words in wordings:
            assert names_in(words.message) | names_in(words.hint) <= given


def test_every_variant_is_used() -> None:
    code = "".join(path.read_text("utf-8") for path in [*SOURCES, *(ROOT / "docs" / "assets" / "js").rglob("*.js")])
    used = set(re.findall(r'"([a-z-]+)"', code))
    assert {name for message in messages().values() for name in message.variants} <= used


def test_no_code_but_the_table_has_words_for_problems() -> None:
    literal = re.compile(r"Problem\([^()]*Code\.")
    assert [str(path) for path in SOURCES if literal.search(path.read_text("utf-8"))] == []


def test_a_suggestion_takes_the_place_of_the_hint() -> None:
    words = {"id": "idecoash", "where": "catalogue/methods.yml"}
    assert explain(Code.UNKNOWN_METHOD, **words).hint == "Skriv ett id som finns i catalogue/methods.yml"
    assert explain(Code.UNKNOWN_METHOD, suggestion='Menade du "idecoach"?', **words).hint == 'Menade du "idecoach"?'


def test_a_variant_has_the_words_of_the_entry_where_it_has_none_of_its_own() -> None:
    plain, key = explain(Code.EMPTY_TEXT), explain(Code.EMPTY_TEXT, "key", field='"place"')
    assert (key.message, key.hint) == ('"place" är tomt', plain.hint)


def test_what_is_filled_in_is_not_taken_for_a_template() -> None:
    assert explain(Code.SYNTAX, "colon", text="{braces}: {0}").hint == 'Skriv "{braces}: {0}" inom citattecken'


def test_a_refusal_is_of_the_type_of_its_code() -> None:
    assert refusal(Code.TOO_LONG, length=9, limit=8).type == Code.TOO_LONG


@pytest.mark.parametrize("word", ["mallen", "Mallen"])
def test_no_hint_leads_to_a_file_that_is_not_there(word: str) -> None:
    assert word not in (ROOT / "scripts" / "model" / "messages.yml").read_text("utf-8")
