"""Published addresses are kept."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.checks.lost_urls import Gone, gone
from scripts.git.git import GitError
from scripts.git.snapshot import read_at
from tests.conftest import change, git


def rename_method(cases: Path) -> None:
    """Change the id of a method and all references to it."""
    for path in cases.rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("goda-exempel", "exempel-som-visas"), encoding="utf-8")


def check(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, list[str]]:
    code = main(["check", "--cases", "cases", *arguments])
    return code, capsys.readouterr().out.splitlines()


def test_without_changes_no_address_is_lost(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert committed.is_dir()
    assert check(capsys, "--since", "main") == (0, [])


def test_a_renamed_page_is_reported_with_the_line_to_add(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (committed / "overby.yml").rename(committed / "overby-stad.yml")
    for path in committed.rglob("*.yml"):
        path.write_text(path.read_text("utf-8").replace(" overby", " overby-stad"), encoding="utf-8")
    assert check(capsys, "--since", "main") == (1, [(
        'cases/catalogue/redirects.yml:1:1: K053 sidan "slussar/overby" fanns förut, men nu leder adressen ingenstans. '
        'Lägg till "- {old: slussar/overby, new: slussar/overby-stad}" i cases/catalogue/redirects.yml'
    )])  # fmt: skip


def test_the_proposed_line_solves_the_problem(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rename_method(committed)
    _, problems = check(capsys, "--since", "main")
    (line,) = {problem.split('Lägg till "')[1].split('"')[0] for problem in problems if "goda-exempel," in problem}
    assert line == "- {old: metoder/goda-exempel, new: metoder/exempel-som-visas}"
    (committed / "catalogue" / "redirects.yml").write_text(f"{line}\n", encoding="utf-8")
    assert check(capsys, "--since", "main") == (0, [])


def test_the_problem_is_at_the_last_line_of_the_file(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    moves = "# Flyttat\n- {old: slussar/a, new: slussar/alfa}\n- {old: slussar/b, new: slussar/alfa}\n"
    (committed / "catalogue" / "redirects.yml").write_text(moves, encoding="utf-8")
    rename_method(committed)
    _, problems = check(capsys, "--since", "main")
    assert problems[0].startswith("cases/catalogue/redirects.yml:3:1: K053")


def test_a_page_without_a_likely_successor_leaves_the_new_address_open(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(committed / "catalogue" / "roles.yml", "- id: forvaltningschef", "- id: x")
    change(committed / "catalogue" / "roles.yml", "Förvaltningschef", "Annan roll")
    code, (problem,) = check(capsys, "--since", "main")
    assert code == 1
    assert '"- {old: vagledning/forvaltningschef, new: vagledning/…}"' in problem


def test_a_retired_record_redirects(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(committed / "alfa.yml", "method: goda-exempel", "method: idecoach")
    change(committed / "catalogue" / "methods.yml", "replaced_by: goda-exempel", "replaced_by: idecoach")
    change(committed / "catalogue" / "methods.yml", "name_en: Good examples", "name_en: Good\n  replaced_by: idecoach")
    assert check(capsys, "--since", "main") == (0, [])


def test_an_existing_redirect_must_be_kept(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = committed / "catalogue" / "redirects.yml"
    path.write_text("- {old: slussar/forut, new: slussar/alfa}\n", encoding="utf-8")
    git(committed, "add", ".")
    git(committed, "commit", "--quiet", "--message", "Flyttat")
    path.unlink()
    code, (problem,) = check(capsys, "--since", "HEAD")
    assert code == 1
    assert '"slussar/forut"' in problem


def test_data_that_was_invalid_is_compared_by_its_ids(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    original = (committed / "overby.yml").read_text("utf-8")
    (committed / "overby.yml").write_text("title: Av äldre slag\nokand: ja\n", encoding="utf-8")
    (committed / "gamma.yml").write_text("trasig: [", encoding="utf-8")
    git(committed, "add", ".")
    git(committed, "commit", "--quiet", "--message", "Trasigt")
    (committed / "overby.yml").write_text(original, encoding="utf-8")
    (committed / "gamma.yml").unlink()
    code, (problem,) = check(capsys, "--since", "HEAD")
    assert code == 1
    assert '"slussar/gamma"' in problem


def test_pages_of_an_unreadable_catalogue_are_not_reported_as_lost(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (committed / "catalogue" / "methods.yml").write_text("- id: [", encoding="utf-8")
    code, problems = check(capsys, "--since", "main")
    assert code == 1
    assert not any("K053" in line for line in problems)


def test_a_folder_that_did_not_exist_had_no_pages(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.move(committed, "data")
    assert main(["check", "--cases", "data", "--since", "main"]) == 0
    assert not capsys.readouterr().out


@pytest.mark.parametrize("reference", ["finns-inte", "", "--all", "main:cases", "main; touch x", "0" * 40])
def test_an_unknown_version_is_a_usage_error(
    reference: str, committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--cases", str(committed), f"--since={reference}"]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert f'versionen "{reference}" finns inte här' in err


def test_outside_a_repository_there_is_no_earlier_version(small: Path) -> None:
    with pytest.raises(GitError, match="ligger inte i något Git-arkiv"):
        read_at("main", small)


def test_a_symbolic_link_in_a_commit_is_ignored(committed: Path, tmp_path: Path) -> None:
    secret = tmp_path / "hemlig.yml"
    secret.write_text("title: Hemlig\n", encoding="utf-8")
    (committed / "lank.yml").symlink_to(secret)
    git(committed, "add", ".")
    git(committed, "commit", "--quiet", "--message", "En länk")
    assert "lank" not in {case.id for case in read_at("HEAD", committed).cases}


@pytest.mark.parametrize(
    ("now", "successor"),
    [
        ({"slussar/orebro": "Sluss Örebro"}, ""),
        ({"slussar/helt-annan": "SLUSS ALFA"}, "slussar/helt-annan"),
        ({"slussar/alfaby": "Ny", "slussar/helt-annan": "Sluss Alfa"}, "slussar/helt-annan"),
        ({"slussar/alfaby": "Ny", "slussar/xyz": "Annan"}, "slussar/alfaby"),
        ({"metoder/alfa": "Sluss Alfa"}, ""),
        ({}, ""),
    ],
    ids=["unlike", "title", "title before id", "id", "another kind", "none"],
)
def test_a_successor_is_a_new_page_of_the_same_kind(now: dict[str, str], successor: str) -> None:
    before = {"slussar/alfa": "Sluss Alfa", "slussar/kvar": "Kvar"}
    assert list(gone(before, {**now, "slussar/kvar": "Kvar"}, ())) == [Gone("slussar/alfa", successor)]


def test_a_page_that_existed_before_is_no_successor() -> None:
    before = {"slussar/alfa": "Alfa", "slussar/alfb": "Alfa"}
    assert list(gone(before, {"slussar/alfb": "Alfa"}, ())) == [Gone("slussar/alfa")]


def test_a_redirected_page_is_not_lost() -> None:
    assert list(gone({"slussar/alfa": "Alfa"}, {}, {"slussar/alfa"})) == []
