"""Whatever a file holds, reading it ends in a list of problems."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import markdown
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html

from scripts.checks import check
from scripts.problems import as_github, as_json, as_text
from scripts.reading.files import read
from scripts.reading.parsing import parse
from scripts.rendering import as_markdown
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
    """Everything that a check of a folder with such a case prints, in all forms."""
    with tempfile.TemporaryDirectory() as folder:
        cases = Path(shutil.copytree(SMALL, Path(folder) / "cases"))
        (cases / "alfa.yml").write_bytes(content)
        found = check(read(cases))
    return as_text(found) + as_json(found) + as_github(found)


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
def test_lines_in_any_order_end_in_problems(text: str) -> None:
    assert "alfa.yml" in problems_of(text.encode("utf-8"))


@settings(max_examples=100, deadline=None)
@given(broken_case)
def test_any_value_of_a_key_ends_without_a_traceback(text: str) -> None:
    assert isinstance(problems_of(text.encode("utf-8", "replace")), str)


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_any_text_stands_for_itself_on_the_page(text: str) -> None:
    page = markdown.markdown(
        f"Före\n\n{as_markdown(text)}\n\nEfter", extensions=["attr_list", "md_in_html", "tables", "toc"]
    )
    paragraphs = html.fragment_fromstring(page, create_parent="div")
    shown = " ".join(paragraphs.text_content().split())
    assert shown == " ".join(f"Före {text} Efter".split())
    assert {element.tag for element in paragraphs.iterdescendants()} <= {"p"}
