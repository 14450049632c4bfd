"""A file that cannot be read, or only in part, causes no further problems in other files."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.loading.dataset import read
from scripts.model.registry import CATALOGUE_FILES, RECORD_FILES
from tests.conftest import change

WITH_IDS = tuple(kind for kind, model in CATALOGUE_FILES.items() if "id" in model.model_fields)

UNREADABLE = {
    "a colon too many at the top": lambda text: b"- id: a: y\n" + text,
    "a tab": lambda text: text + b"\t- id: a\n",
    "another encoding": lambda text: text + "# \u00e5\n".encode("latin-1"),
    "too large": lambda text: text + b"#" * 300_000,
    "a key at the top": lambda text: b"records:\n" + text,
    "a list that never ends": lambda text: b"- [\n" + text,
    "empty": lambda _: b"",
}


def files_with_problems(folder: Path) -> set[str]:
    return {Path(problem.file).name for problem in check(read(folder), read(folder))}


@pytest.mark.parametrize("kind", CATALOGUE_FILES)
@pytest.mark.parametrize("damage", UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_catalogue_file_is_the_only_problem(small: Path, kind: str, damage: object) -> None:
    assert callable(damage)
    path = small / "catalogue" / f"{kind}.yml"
    path.write_bytes(damage(path.read_bytes() if path.exists() else b"- {old: slussar/x, new: slussar/alfa}\n"))
    assert files_with_problems(small) == {path.name}


@pytest.mark.parametrize("kind", RECORD_FILES)
def test_a_missing_catalogue_file_is_the_only_problem(small: Path, kind: str) -> None:
    (small / "catalogue" / f"{kind}.yml").unlink()
    assert [problem.code for problem in check(read(small))] == ["K046"]


@pytest.mark.parametrize("damage", UNREADABLE.values(), ids=UNREADABLE)
def test_an_unreadable_case_is_the_only_problem(small: Path, damage: object) -> None:
    assert callable(damage)
    path = small / "alfa.yml"
    path.write_bytes(damage(path.read_bytes()))
    assert files_with_problems(small) == {"alfa.yml"}


def test_without_the_municipalities_no_code_is_unknown_and_no_place_is_a_person(small: Path) -> None:
    change(small / "alfa.yml", "text: Exempel visades", "text: Projektledare Vaxholms Stad visade exempel som")
    (small / "municipalities.csv").write_text("kod;namn\n", encoding="utf-8")
    assert [problem.code for problem in check(read(small))] == ["K046"]


PARTLY_READABLE = {
    "a record without id": ("- id: ", "- idd: "),
    "an id with a capital": ("- id: ", "- id: X"),
    "an id that is a list": ("- id: ", "- id: [x]\n  x: "),
    "no dash before the second record": ("\n- id: ", "\n  id: "),
}


@pytest.mark.parametrize("kind", [kind for kind in WITH_IDS if kind not in {"steps", "sources"}])
@pytest.mark.parametrize("mistake", PARTLY_READABLE.values(), ids=PARTLY_READABLE)
def test_a_record_with_an_unreadable_id_is_only_reported_in_its_own_file(
    small: Path, kind: str, mistake: tuple[str, str]
) -> None:
    path = small / "catalogue" / f"{kind}.yml"
    old, new = mistake
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    if text.count(old):
        assert files_with_problems(small) == {path.name}


def test_a_record_with_another_mistake_can_still_be_referred_to(small: Path) -> None:
    change(small / "catalogue" / "methods.yml", "name: Idécoacher", "namn: Idécoacher")
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    assert [problem.code for problem in check(read(small)) if problem.file.endswith("alfa.yml")] == ["K012"]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("\nsources:\n", "\nkallor:\n", "K007"),
        ("\nsources:\n", "\nsources: []\nannat:\n", "K009"),
        ("\nsources:\n", "\nsources:\n  - \n  a: b\nannat:\n", "K004"),
    ],
    ids=["misspelled", "a list", "not YAML"],
)
def test_unreadable_sources_are_not_reported_at_each_citation(small: Path, old: str, new: str, code: str) -> None:
    change(small / "alfa.yml", old, new)
    codes = [problem.code for problem in check(read(small))]
    assert code in codes
    assert "K026" not in codes


def test_unreadable_files_are_reported_first_and_the_rest_in_order(small: Path) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    change(small / "alfa.yml", "status: completed", "status: klar")
    change(small / "overby.yml", "title: Idésluss", "title: Idésluss:")
    (small / "catalogue" / "tags.yml").write_text("- id: [", encoding="utf-8")
    (small / "xyz.txt").write_text("", encoding="utf-8")
    problems = [(Path(problem.file).name, problem.code) for problem in check(read(small))]
    assert problems == [
        ("tags.yml", "K004"), ("overby.yml", "K004"), ("xyz.txt", "K054"), ("alfa.yml", "K021"), ("alfa.yml", "K012"),
    ]  # fmt: skip


def test_a_list_with_too_few_items_is_reported(small: Path) -> None:
    flow = "flow:\n  text: Så många kom in till slussen.\n  sources: [a-slut]\n  stages: [{value: 1, unit: idéer}]\n"
    change(small / "alfa.yml", "success_factors:\n", f"{flow}success_factors:\n")
    (problem,) = check(read(small))
    assert (problem.code, problem.message) == ("K044", 'listan "stages" har för få poster, minst 2 behövs')


def test_a_list_with_mistakes_in_its_items_is_not_also_reported_as_too_short(small: Path) -> None:
    flow = "flow:\n  text: Så många kom in till slussen.\n  sources: [a-slut]\n  stages: [{value: x, unit: idéer}]\n"
    change(small / "alfa.yml", "success_factors:\n", f"{flow}success_factors:\n")
    assert [problem.code for problem in check(read(small))] == ["K009"]
