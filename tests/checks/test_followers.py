"""The first mistake is told first: nothing follows from a file that could not be read, or not all of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.loading.dataset import read
from scripts.model.registry import CATALOGUE_FILES, RECORD_FILES
from tests.conftest import change

WITH_IDS = tuple(kind for kind, model in CATALOGUE_FILES.items() if "id" in model.model_fields)

UNREADABLE = {
    "a colon too many on top": lambda text: b"- id: a: y\n" + text,
    "a tab": lambda text: text + b"\t- id: a\n",
    "another encoding": lambda text: text + "# \u00e5\n".encode("latin-1"),
    "too large": lambda text: text + b"#" * 300_000,
    "a key on top": lambda text: b"records:\n" + text,
    "a list that never ends": lambda text: b"- [\n" + text,
    "nothing": lambda _: b"",
}


def files_with_problems(folder: Path) -> set[str]:
    return {Path(problem.file).name for problem in check(read(folder), read(folder))}


@pytest.mark.parametrize("kind", CATALOGUE_FILES)
@pytest.mark.parametrize("damage", UNREADABLE.values(), ids=UNREADABLE)
def test_a_catalogue_file_that_cannot_be_read_is_all_that_is_wrong(small: Path, kind: str, damage: object) -> None:
    assert callable(damage)
    path = small / "catalogue" / f"{kind}.yml"
    path.write_bytes(damage(path.read_bytes() if path.exists() else b"- {old: slussar/x, new: slussar/alfa}\n"))
    assert files_with_problems(small) == {path.name}


@pytest.mark.parametrize("kind", RECORD_FILES)
def test_a_catalogue_file_that_is_missing_is_all_that_is_wrong(small: Path, kind: str) -> None:
    (small / "catalogue" / f"{kind}.yml").unlink()
    assert [problem.code for problem in check(read(small))] == ["K046"]


@pytest.mark.parametrize("damage", UNREADABLE.values(), ids=UNREADABLE)
def test_a_case_that_cannot_be_read_is_all_that_is_wrong(small: Path, damage: object) -> None:
    assert callable(damage)
    path = small / "alfa.yml"
    path.write_bytes(damage(path.read_bytes()))
    assert files_with_problems(small) == {"alfa.yml"}


def test_without_the_municipalities_no_code_is_unknown_and_no_place_is_a_person(small: Path) -> None:
    change(small / "alfa.yml", "text: Exempel visades", "text: Projektledare Vaxholms Stad visade exempel som")
    (small / "municipalities.csv").write_text("kod;namn\n", encoding="utf-8")
    assert [problem.code for problem in check(read(small))] == ["K046"]


PARTLY = {
    "a record without id": ("- id: ", "- idd: "),
    "an id with a capital": ("- id: ", "- id: X"),
    "an id that is a list": ("- id: ", "- id: [x]\n  x: "),
    "no dash before the second record": ("\n- id: ", "\n  id: "),
}


@pytest.mark.parametrize("kind", [kind for kind in WITH_IDS if kind not in {"steps", "sources"}])
@pytest.mark.parametrize("mistake", PARTLY.values(), ids=PARTLY)
def test_a_record_whose_id_cannot_be_read_is_told_of_where_it_is(
    small: Path, kind: str, mistake: tuple[str, str]
) -> None:
    path = small / "catalogue" / f"{kind}.yml"
    old, new = mistake
    text = path.read_text("utf-8")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    if text.count(old):
        assert files_with_problems(small) == {path.name}


def test_a_record_with_another_mistake_is_still_known(small: Path) -> None:
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
def test_sources_that_cannot_be_read_are_not_missed_at_each_citation(
    small: Path, old: str, new: str, code: str
) -> None:
    change(small / "alfa.yml", old, new)
    found = [problem.code for problem in check(read(small))]
    assert code in found
    assert "K026" not in found


def test_what_stops_a_file_from_being_read_comes_first_and_the_rest_in_order(small: Path) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    change(small / "alfa.yml", "status: completed", "status: klar")
    change(small / "overby.yml", "title: Idésluss", "title: Idésluss:")
    (small / "catalogue" / "tags.yml").write_text("- id: [", encoding="utf-8")
    (small / "xyz.txt").write_text("", encoding="utf-8")
    found = [(Path(problem.file).name, problem.code) for problem in check(read(small))]
    assert found == [
        ("tags.yml", "K004"), ("overby.yml", "K004"), ("xyz.txt", "K054"), ("alfa.yml", "K021"), ("alfa.yml", "K012"),
    ]  # fmt: skip


def test_a_list_with_too_few_items_is_told_of(small: Path) -> None:
    flow = "flow:\n  text: Så många kom in till slussen.\n  sources: [a-slut]\n  stages: [{value: 1, unit: idéer}]\n"
    change(small / "alfa.yml", "success_factors:\n", f"{flow}success_factors:\n")
    (problem,) = check(read(small))
    assert (problem.code, problem.message) == ("K044", 'listan "stages" har för få poster, minst 2 behövs')


def test_a_list_with_mistakes_in_its_items_is_not_also_too_short(small: Path) -> None:
    flow = "flow:\n  text: Så många kom in till slussen.\n  sources: [a-slut]\n  stages: [{value: x, unit: idéer}]\n"
    change(small / "alfa.yml", "success_factors:\n", f"{flow}success_factors:\n")
    assert [problem.code for problem in check(read(small))] == ["K009"]
