"""A new case at the terminal: asked for, written, and never over what is there."""

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
    "tid", "1", "Cheferna behövde tid, skriver projektet.", "3", "Slussen stängde när pengarna tog slut.", "1 2",
    "https://example.org/slut", "Slutrapport", "Sigtuna kommun", "1", "",
)  # fmt: skip
"""An answer to every question, with what is proposed left as it is."""


def new(folder: Path, answers: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "scripts", "new", "--cases", str(folder)], cwd=ROOT, input="\n".join([*answers, ""]),
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def talk(library: Library, answers: Sequence[str]) -> tuple[NewCase, list[str]]:
    """Return the result of a dialogue, and everything that was printed."""
    said: list[str] = []
    left = iter(answers)

    def ask(question: str) -> str:
        said.append(question)
        return next(left, "")

    return Dialogue(ask, said.append, library, {"alfa", "sigtuna"}, date(2026, 11, 25)).run(), said


def test_answered_in_full_it_is_a_case_without_mistakes(small: Path) -> None:
    done = new(small, ANSWERS)
    assert (done.returncode, done.stderr) == (0, "")
    assert [str(problem) for problem in check(read(small))] == []
    assert "sigtuna.yml är skriven" in done.stdout
    assert "Kontrollen hittar inga fel" in done.stdout
    assert "make serve" in done.stdout


def test_two_files_begun_in_the_same_way_have_sources_of_their_own(small: Path) -> None:
    new(small, ANSWERS)
    new(small, ["Höör", *(answer.replace("/slut", "/hoor") for answer in ANSWERS[1:])])
    sources = [case.content.sources for case in read(small).cases if case.content and case.id in {"hoor", "sigtuna"}]
    assert [list(found) for found in sources] == [["hoor-1"], ["sigtuna-1"]]
    assert [str(problem) for problem in check(read(small))] == []


def test_what_is_not_answered_is_left_open_and_the_check_says_so(small: Path) -> None:
    done = new(small, ["Sigtuna"])
    assert (done.returncode, done.stderr) == (0, "")
    assert 'nyckeln "summary" saknas' in done.stdout
    assert 'nyckeln "title" saknas' not in done.stdout


def test_without_any_answer_there_is_a_file_of_explanations(small: Path) -> None:
    done = new(small, [])
    assert (done.returncode, done.stderr) == (0, "")
    assert (small / "min-sluss.yml").read_text("utf-8") == template({})


def test_a_file_that_is_there_is_not_written_over(small: Path) -> None:
    before = (small / "alfa.yml").read_bytes()
    done = new(small, ["", "", "Alfa", "", "alfa"])
    assert (small / "alfa.yml").read_bytes() == before
    assert 'Det finns redan en fil som heter "alfa.yml"' in done.stdout


def test_mistakes_in_other_files_do_not_stand_in_the_way(small: Path) -> None:
    (small / "overby.yml").write_text("title: [", encoding="utf-8")
    done = new(small, ANSWERS)
    assert (done.returncode, done.stderr) == (0, "")
    assert (small / "sigtuna.yml").is_file()


def test_a_folder_that_does_not_exist_is_wrong_usage(tmp_path: Path) -> None:
    done = new(tmp_path / "ingen", [])
    assert done.returncode == 2
    assert "finns inte" in done.stderr


def test_the_proposed_name_is_one_that_is_free(small_library: Library) -> None:
    found, _ = talk(small_library, ["Sigtuna"])
    assert found.id == "sigtuna-2"


@pytest.mark.parametrize("answer", ["Sigtuna", "sigtuna kommun", "0191", "SIGTUNA"])
def test_a_municipality_is_found_by_name_or_code(small_library: Library, answer: str) -> None:
    found, _ = talk(small_library, [answer])
    assert found.values["coordinator"] == {"municipality": "0191"}


@pytest.mark.parametrize(
    ("answers", "told"),
    [
        (["Sigtunna"], 'Menade du "Sigtuna"?'),
        (["Sigtuna", "", "", "Åäö"], "a–z, 0–9 och bindestreck"),
        (["Sigtuna", "", "", "", "Kort"], "Texten är 4 tecken lång, minst 12 behövs. Skriv ut meningen"),
        (["Sigtuna", "", "", "", "", "fyra"], "Skriv en siffra, 1–3"),
        (["Sigtuna", "", "", "", "", "1", "1", "2016-13"], '"2016-13" är inget datum'),
        (["Sigtuna", "", "", "", "", "1", "1", "", "", "xyz"], 'Ingen lärdom innehåller "xyz"'),
    ],
)
def test_an_answer_that_cannot_be_used_is_told_at_once(
    small_library: Library, answers: Sequence[str], told: str
) -> None:
    _, said = talk(small_library, answers)
    assert any(told in line for line in said)


def test_every_field_stands_in_the_file_with_an_explanation() -> None:
    text = template({})
    for field in field_specs():
        assert re.search(rf"^# {field.title}.*\n(?:# .*\n)*# {field.key}:", text, re.MULTILINE), field.key


def test_with_every_example_taken_into_use_only_what_is_to_be_chosen_is_wrong(small: Path) -> None:
    lines = template({}).splitlines()[1:]
    body = "\n".join(line.removeprefix("# ") for line in lines if re.match(r"# +[a-z_-]+:|# +- ", line))
    (small / "exempel.yml").write_text(body.replace("[idecoach]", "[x]"), encoding="utf-8")
    found = [problem for problem in check(read(small)) if problem.file.endswith("exempel.yml")]
    # What the example names is in the real catalogue and not in the small one; nothing else is amiss.
    assert {problem.code for problem in found} <= {"K022", "K023", "K024", "K026", "K039", "K045"}, found


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
def test_any_answer_stands_in_the_file_as_it_was_given(answer: str) -> None:
    root = parse(template({"title": answer}).encode(), "x.yml").root
    if root is not None:
        assert plain_data(root) == {"title": answer}


def test_the_small_data_is_what_these_tests_build_on() -> None:
    assert check(read(SMALL)) == ()
