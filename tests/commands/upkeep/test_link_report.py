"""Reports from lychee are parsed and described."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scripts.commands.upkeep.link_report import Answer, ReportError, normal, read_answers
from tests.commands.upkeep.conftest import recorded

KEYS = ("url", "status", "code", "text", "a")

anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(KEYS), inner),
    max_leaves=8,
)


def test_a_report_without_failures_is_empty() -> None:
    assert recorded("all_well") == {}


def test_a_missing_page_is_distinguished_from_a_server_that_did_not_answer() -> None:
    answers = recorded("dead")
    assert {address: (answer.is_gone, answer.words) for address, answer in answers.items()} == {
        "https://example.org/alfa/": (True, "sidan finns inte (404)"),
        "https://universitet.example.org/studie": (False, "servern gick inte att nå"),
        "https://tidning.example.org/slussen": (False, "servern svarade inte i tid"),
    }


def test_reports_of_older_versions_are_understood() -> None:
    (answer,) = recorded("older").values()
    assert (answer.code, answer.is_gone) == (410, True)


@pytest.mark.parametrize(
    ("code", "words", "gone"),
    [
        (404, "sidan finns inte (404)", True),
        (410, "sidan är borttagen (410)", True),
        (403, "servern släpper inte in den som kontrollerar (403)", False),
        (429, "servern tog inte emot fler frågor (429)", False),
        (503, "servern har ett fel (503)", False),
        (418, "servern svarade inte med en sida (418)", False),
    ],
)
def test_a_status_is_described_in_words(code: int, words: str, *, gone: bool) -> None:
    answer = Answer(code, "")
    assert (answer.words, answer.is_gone) == (words, gone)


@pytest.mark.parametrize(
    ("written", "reported"),
    [
        ("https://Example.ORG", "https://example.org/"),
        ("https://example.org/å b", "https://example.org/%C3%A5%20b"),
        ("https://example.org/%C3%A5?fråga=ö#del", "https://example.org/%C3%A5?fr%C3%A5ga=%C3%B6"),
        ("https://räksmörgås.example/r,c1", "https://xn--rksmrgs-5wao1o.example/r,c1"),
    ],
)
def test_an_address_is_recognised_as_lychee_writes_it(written: str, reported: str) -> None:
    assert normal(written) == normal(reported) == reported


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "inte att läsa som JSON"),
        ("No output. Check pipeline run to see if lychee panicked.", "inte att läsa som JSON"),
        ("[" * 100_000, "inte att läsa som JSON"),
        ("[]", "ingen rapport från lychee"),
        ('{"total": "4"}', "ingen rapport från lychee"),
        ('{"total": 0}', "ingen adress kontrollerades"),
    ],
)
def test_anything_but_a_report_is_refused(text: str, words: str) -> None:
    with pytest.raises(ReportError, match=words):
        read_answers(text)


@given(st.lists(anything, max_size=4))
def test_a_report_with_any_entries_is_parsed(entries: list[object]) -> None:
    report = {"total": 1, "error_map": {"a": entries}, "timeout_map": entries, "fail_map": {"a": entries[:1] or 7}}
    assert all(isinstance(answer, Answer) for answer in read_answers(json.dumps(report)).values())
