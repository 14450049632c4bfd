"""Reading a file with any content ends with a list of problems, never with a traceback."""

from __future__ import annotations

import json
import shutil
import tempfile
import time
from pathlib import Path

import markdown
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from scripts.checks import check
from scripts.diagnostics import Code, Problem, as_github, as_json, as_text
from scripts.loading.dataset import read
from scripts.loading.yaml_parser import LARGEST_FILE, parse
from scripts.model.types import CONTROL
from scripts.text.markdown import as_markdown
from tests.conftest import SMALL

LINES = (SMALL / "alfa.yml").read_text("utf-8").splitlines()

yaml_like = st.lists(
    st.sampled_from(
        [*LINES, "- ", "  - a: b", "x: [", "}", "? a", "---", "...", "%YAML 1.3", "&a", "*a", "<<: *a", "|", ">-"]
    )
).map("\n".join)
broken_case = st.tuples(
    st.integers(0, len(LINES) - 1),
    st.one_of(
        st.text(max_size=30), st.sampled_from(["", "  ", "\t", "- ", "null", "~", "yes", "0x1f", "1:30", "[]", "{}"])
    ),
).map(
    lambda change: "\n".join(
        [*LINES[: change[0]], LINES[change[0]].split(":")[0] + ": " + change[1], *LINES[change[0] + 1 :]]
    )
)


def problems_of(content: bytes) -> str:
    """Return the output of a check of a case with some content, in all formats."""
    with tempfile.TemporaryDirectory() as folder:
        cases = Path(shutil.copytree(SMALL, Path(folder) / "cases"))
        (cases / "alfa.yml").write_bytes(content)
        problems = check(read(cases))
    return as_text(problems) + as_json(problems) + as_github(problems)


LARGEST = LARGEST_FILE - 1


def filled(unit: str) -> str:
    """Return a string repeated up to the size limit of a file."""
    return (unit * (LARGEST // len(unit.encode("utf-8")) + 1))[:LARGEST]


HOSTILE = {
    "brackets": filled("["),
    "braces": filled("{"),
    "brackets and keys": filled("[a: "),
    "brackets that close": "[" * (LARGEST // 2) + "]" * (LARGEST // 2),
    "brackets on lines": filled("[\n"),
    "dashes on a line": filled("- "),
    "dashes on lines": filled("- \n"),
    "question marks": filled("? "),
    "tabs on lines": filled("\ta\n"),
    "items without end": "[" + filled("a, ")[1:],
    "quotation without end": 'title: "' + filled("a: b\n")[8:],
    "one key": filled("a") + ": 1",
    "long keys": "".join(f"{number:05}{'a' * 900}: 1\n" for number in range(280)),
    "unknown keys": "".join(f"nyckel{number}: 1\n" for number in range(14_000)),
    "unknown methods": "methods:\n" + "".join(f"- method: idecoash{number}\n" for number in range(9_000)),
    "unknown municipalities": "participants:\n" + "".join(f'- municipality: "9{n % 1000:03}"\n' for n in range(9_000)),
    "empty sources": "sources:\n" + "".join(f"  k{number}: {{}}\n" for number in range(10_000)),
    "same key": filled("a: 1\n"),
    "anchors": filled("- &a b\n"),
    "exclamation marks": filled("!"),
    "links that never close": f'title: "{filled("![")[9:]}"',
    "links without end": f'title: "{filled("[a](")[9:]}"',
    "elements without end": f'title: "{filled("<a ")[9:]}"',
    "dots": f'title: "{filled("a.")[9:]}"',
    "digits": f'title: "{filled("0")[9:]}"',
    "names": f'title: "{filled("Aa ")[9:]}"',
    "parameters": 'sources: {a: {url: "https://a.se/?' + filled("a&")[40:] + '"}}',
}

TIME_LIMIT = 15
"""Processor time in seconds: ample for linear time in the size of the file, and too little for quadratic time."""


SLOW = {"dashes on lines", "unknown methods", "unknown municipalities", "empty sources", "same key", "anchors"}
"""Files with as many problems as others of their kind (tabs on lines, unknown keys), which take seconds to check."""


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(text, id=name, marks=[pytest.mark.attacks] if name in SLOW else [])
        for name, text in HOSTILE.items()
    ],
)
def test_a_hostile_file_is_checked_within_seconds(text: str) -> None:
    began = time.process_time()
    output = problems_of(text.encode("utf-8")[:LARGEST_FILE])
    assert time.process_time() - began < TIME_LIMIT
    assert "alfa.yml" in output


def test_a_long_quotation_in_a_message_is_cut() -> None:
    (line,) = problems_of(f"title: a: {'b' * 100_000}".encode()).splitlines()[:1]
    assert len(line) < 2500
    assert "…" in line


@pytest.mark.parametrize(
    ("content", "code", "words"),
    [
        (b"#" * (LARGEST_FILE + 1), "K002", "högst 256 KiB går att läsa. Dela upp den"),
        (b"gaps: " + b"[" * 13 + b"]" * 13, "K042", "ligger djupare än 12 nivåer. Ta bort hakar, klamrar och indrag"),
    ],
)
def test_the_message_states_the_limit(content: bytes, code: str, words: str) -> None:
    (problem,) = parse(content, "fil.yml").problems
    assert problem.code == code
    assert words in str(problem)


def test_parsing_stops_at_excessive_depth() -> None:
    parsed = parse(b"a: " + b"[" * 5000, "fil.yml")
    assert parsed.root is None
    assert [(problem.code, problem.column) for problem in parsed.problems] == [("K042", 15)]


@given(st.text(max_size=60), st.text(max_size=60), st.text(max_size=60))
def test_a_problem_is_one_printable_line_whatever_it_quotes(file: str, message: str, hint: str) -> None:
    problem = Problem(file, 1, 1, Code.SYNTAX, message, hint)
    for line in (as_text([problem]), as_github([problem])):
        assert line.endswith("\n")
        assert line[:-1].isprintable()
    assert as_github([problem]).startswith("::error file=")
    assert len(json.loads(as_json([problem]))) == 1


@given(st.binary(max_size=400))
def test_any_bytes_are_parsed_or_refused(content: bytes) -> None:
    parsed = parse(content, "fil.yml")
    assert parsed.root is not None or parsed.problems


@given(st.text(max_size=400))
def test_any_text_is_parsed_or_refused(text: str) -> None:
    parsed = parse(text.encode("utf-8", "surrogatepass"), "fil.yml")
    assert parsed.root is not None or parsed.problems


@settings(max_examples=60, deadline=None)
@given(yaml_like)
def test_lines_in_any_order_give_problems(text: str) -> None:
    assert "alfa.yml" in problems_of(text.encode("utf-8"))


@settings(max_examples=100, deadline=None)
@given(broken_case)
def test_any_value_of_a_key_gives_no_traceback(text: str) -> None:
    assert isinstance(problems_of(text.encode("utf-8", "replace")), str)


visible = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80).filter(
    lambda text: not CONTROL.search(text)
)


@given(visible)
def test_any_text_is_shown_unchanged_on_the_page(text: str) -> None:
    page = markdown.markdown(
        f"Före\n\n{as_markdown(text)}\n\nEfter", extensions=["attr_list", "md_in_html", "tables", "toc"]
    )
    paragraphs = html.fragment_fromstring(page, create_parent="div")
    shown = " ".join(paragraphs.text_content().split())
    assert shown == " ".join(f"Före {text} Efter".split())
    assert {element.tag for element in paragraphs.iterdescendants()} <= {"p"}
