"""The command `new` asks questions, writes a file, and never overwrites one."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scripts.checks import check
from scripts.commands.new.case_template import template
from scripts.commands.new.prompts import Dialogue, NewCase
from scripts.library.library import Library
from scripts.loading.dataset import read
from scripts.loading.yaml_parser import parse
from scripts.loading.yaml_tree import plain_data
from scripts.model.field_specs import field_specs
from scripts.settings import ROOT
from tests.conftest import SMALL

ANSWERS = (
    "Sigtuna kommun", "", "", "", "En sluss för alla: med en coach, som höll i två år.", "2", "1", "2017-02", "2018-12",
    "tid", "1", "1", "1", "Cheferna behövde tid.", "3", "Slussen stängde när pengarna tog slut.", "1 2",
    "https://example.org/slut", "Slutrapport", "Sigtuna kommun", "1", "",
)  # fmt: skip
"""An answer to every question, empty where the proposal is accepted."""


def new(folder: Path, answers: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scripts", "new", "--cases", str(folder)], cwd=ROOT, input="\n".join([*answers, ""]),
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def talk(library: Library, answers: Sequence[str]) -> tuple[NewCase, list[str]]:
    """Return the result of a dialogue, and everything that was printed."""
    printed: list[str] = []
    remaining = iter(answers)

    def ask(question: str) -> str:
        printed.append(question)
        return next(remaining, "")

    return Dialogue(ask, printed.append, library, {"alfa", "sigtuna"}, date(2026, 11, 25)).run(), printed


def test_full_answers_become_a_valid_case(small: Path) -> None:
    done = new(small, ANSWERS)
    assert (done.returncode, done.stderr) == (0, "")
    assert [str(problem) for problem in check(read(small))] == []
    assert "sigtuna.yml är skriven" in done.stdout
    assert "Kontrollen hittar inga fel" in done.stdout
    assert "make serve" in done.stdout


def test_two_new_files_have_different_source_ids(small: Path) -> None:
    new(small, ANSWERS)
    new(small, ["Höör", *(answer.replace("/slut", "/hoor") for answer in ANSWERS[1:])])
    sources = [case.content.sources for case in read(small).cases if case.content and case.id in {"hoor", "sigtuna"}]
    assert [list(by_id) for by_id in sources] == [["hoor-1"], ["sigtuna-1"]]
    assert [str(problem) for problem in check(read(small))] == []


def test_unanswered_questions_are_left_open_and_reported(small: Path) -> None:
    done = new(small, ["Sigtuna"])
    assert (done.returncode, done.stderr) == (0, "")
    assert 'nyckeln "summary" saknas' in done.stdout
    assert 'nyckeln "title" saknas' not in done.stdout


def test_without_answers_the_file_has_only_explanations(small: Path) -> None:
    done = new(small, [])
    assert (done.returncode, done.stderr) == (0, "")
    assert (small / "min-sluss.yml").read_text("utf-8") == template({})


def test_an_existing_file_is_not_overwritten(small: Path) -> None:
    before = (small / "alfa.yml").read_bytes()
    done = new(small, ["", "", "Alfa", "", "alfa"])
    assert (small / "alfa.yml").read_bytes() == before
    assert 'Det finns redan en fil som heter "alfa.yml"' in done.stdout


def test_mistakes_in_other_files_do_not_matter(small: Path) -> None:
    (small / "overby.yml").write_text("title: [", encoding="utf-8")
    done = new(small, ANSWERS)
    assert (done.returncode, done.stderr) == (0, "")
    assert (small / "sigtuna.yml").is_file()


def test_a_missing_folder_is_a_usage_error(tmp_path: Path) -> None:
    done = new(tmp_path / "ingen", [])
    assert done.returncode == 2
    assert "finns inte" in done.stderr


def test_the_proposed_name_is_free(small_library: Library) -> None:
    case, _ = talk(small_library, ["Sigtuna"])
    assert case.id == "sigtuna-2"


@pytest.mark.parametrize("answer", ["Sigtuna", "sigtuna kommun", "0191", "SIGTUNA"])
def test_a_municipality_is_recognised_by_name_or_code(small_library: Library, answer: str) -> None:
    case, _ = talk(small_library, [answer])
    assert case.values["coordinator"] == {"municipality": "0191"}


@pytest.mark.parametrize(
    ("answers", "message"),
    [
        (["Sigtunna"], 'Menade du "Sigtuna"?'),
        (["Sigtuna", "", "", "Åäö"], "a–z, 0–9 och bindestreck"),
        (["Sigtuna", "", "", "", "Kort"], "Texten är 4 tecken lång, minst 12 behövs. Skriv ut meningen"),
        (["Sigtuna", "", "", "", "", "fyra"], "Skriv en siffra, 1–3"),
        (["Sigtuna", "", "", "", "", "1", "1", "2016-13"], '"2016-13" är inget datum'),
        (["Sigtuna", "", "", "", "", "1", "1", "", "", "xyz"], 'Ingen lärdom innehåller "xyz"'),
    ],
)
def test_an_invalid_answer_is_rejected_at_once(small_library: Library, answers: Sequence[str], message: str) -> None:
    _, printed = talk(small_library, answers)
    assert any(message in line for line in printed)


def test_every_field_is_in_the_file_with_an_explanation() -> None:
    text = template({})
    for field in field_specs():
        assert re.search(rf"^# {field.title}.*\n(?:# .*\n)*# {field.key}:", text, re.MULTILINE), field.key


def test_only_references_are_wrong_when_every_example_is_used(small: Path) -> None:
    lines = template({}).splitlines()[1:]
    body = "\n".join(line.removeprefix("# ") for line in lines if re.match(r"# +[a-z_-]+:|# +- ", line))
    (small / "exempel.yml").write_text(body.replace("[idecoach]", "[x]"), encoding="utf-8")
    problems = [problem for problem in check(read(small)) if problem.file.endswith("exempel.yml")]
    # The ids in the examples are in the real catalogue, but not in the small one. All statements have the same text.
    assert {problem.code for problem in problems} <= {"K022", "K023", "K024", "K026", "K039", "K045", "V003"}, problems


def texts() -> Iterator[str]:
    yield from (
        "no",
        "1989",
        "~",
        "a: b",
        "# c",
        "- d",
        '"e',
        "f\ng",
        " h ",
        "å",
        "🙂",
        "null",
        "2016-11",
        "{x}",
        "[y]",
    )


@settings(max_examples=200)
@given(st.sampled_from(list(texts())) | st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1))
def test_any_answer_is_in_the_file_unchanged(answer: str) -> None:
    root = parse(template({"title": answer}).encode(), "x.yml").root
    if root is not None:
        assert plain_data(root) == {"title": answer}


def test_the_small_data_has_no_problems() -> None:
    assert check(read(SMALL)) == ()
