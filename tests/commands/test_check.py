"""The command `check`: output formats, and the files and folders given as arguments."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from scripts.__main__ import main
from tests.commands.helpers import break_case, run
from tests.conftest import SMALL


def test_the_live_data_has_no_mistakes(live_cases: Path) -> None:
    done = run("check", "--cases", live_cases)
    assert done.returncode == 0, done.stdout


def test_check_of_data_without_problems_prints_nothing() -> None:
    done = run("check", "--cases", SMALL, SMALL / "alfa.yml")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_of_a_folder_lists_the_records_that_nothing_counts_for() -> None:
    done = run("check", "--cases", SMALL)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr.endswith("(1): Håll byråkratin liten\n")


def test_check_prints_one_line_per_problem(small: Path) -> None:
    break_case(small)
    done = run("check", "--cases", small)
    line = r'.*alfa\.yml:41:13: K012 metoden "idecoash" finns inte i katalogen\. Menade du "idecoach"\?\n'
    assert done.returncode == 1
    assert re.fullmatch(line, done.stdout)


def test_check_as_json_is_a_list_of_objects(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_case(small)
    assert main(["check", "--cases", str(small), "--format", "json"]) == 1
    (problem,) = json.loads(capsys.readouterr().out)
    assert set(problem) == {"file", "line", "column", "code", "message", "hint"}
    assert (problem["line"], problem["column"], problem["code"]) == (41, 13, "K012")


def test_check_without_problems_as_json_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--cases", str(SMALL), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_github_annotations_escape_the_data(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small / "alfa.yml"
    hostile = 'method: "a%0A::error::b\\n::warning::c"'
    path.write_text(path.read_text("utf-8").replace("method: idecoach", hostile), encoding="utf-8")
    assert main(["check", "--cases", str(small), "--format", "github"]) == 1
    out = capsys.readouterr().out
    assert out.count("\n") == 1
    assert re.match(r"::error file=[^,]*alfa\.yml,line=41,col=13,title=K012::", out)
    assert "%250A" in out


def test_check_of_one_file_reports_only_that_file(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_case(small)
    assert main(["check", "--cases", str(small), str(small / "overby.yml")]) == 0
    assert main(["check", "--cases", str(small), str(small / "alfa.yml")]) == 1
    assert "alfa.yml" in capsys.readouterr().out


def test_check_of_a_file_outside_the_data_folder_uses_the_catalogue(small: Path, tmp_path: Path) -> None:
    break_case(small)
    elsewhere = tmp_path / "min.yml"
    (small / "alfa.yml").rename(elsewhere)
    done = run("check", "--cases", small, elsewhere)
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert "idecoash" in done.stdout


def test_where_to_read_more_is_printed_apart_from_the_problems(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_case(small)
    for site, words in (
        ("", "/bidra/fel/ på webbplatsen"),
        ("https://example.org/x/", "https://example.org/x/bidra/fel/"),
    ):
        monkeypatch.setenv("SITE_URL", site)
        assert main(["check", "--cases", str(small), str(small / "alfa.yml")]) == 1
        out, err = capsys.readouterr()
        assert (out.count("\n"), err) == (1, f"Mer om varje kod: {words}\n")


@pytest.mark.parametrize("form", ["json", "github"])
def test_for_other_programs_the_hint_links_to_the_code(
    form: str, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_case(small)
    monkeypatch.setenv("SITE_URL", "https://example.org/x")
    assert main(["check", "--cases", str(small), "--format", form]) == 1
    out, err = capsys.readouterr()
    assert "Läs mer: https://example.org/x/bidra/fel/#k012" in out
    assert err == ""


@pytest.mark.parametrize("name", ["falun.txt", "falun.yml.txt", "nya/falun.yml", "catalogue/metoder.yml", "lank.yml"])
def test_check_reports_a_file_with_an_invalid_name(name: str, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small / name
    path.parent.mkdir(exist_ok=True)
    if name == "lank.yml":
        path.symlink_to("ingenstans")
    else:
        path.write_text("title: Falun\n", encoding="utf-8")
    assert main(["check", "--cases", str(small), str(path)]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert line.startswith(f"{path}:1:1: K054 ")


@pytest.mark.parametrize(("name", "code"), [("falun.txt", "K054"), ("Falun.yml", "K037"), ("falun.docx", "K054")])
def test_check_of_a_file_outside_the_data_folder_suggests_a_valid_name(
    name: str, code: str, small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text("title: Falun\n", encoding="utf-8")
    assert main(["check", "--cases", str(small), str(path)]) == 1
    (line,) = (line for line in capsys.readouterr().out.splitlines() if code in line)
    assert line.startswith(f"{path}:1:1: ")
    assert "falun.yml" in line


def test_check_says_that_a_file_without_data_is_not_checked(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small / "README.md"
    path.write_text("Läs mig", encoding="utf-8")
    assert main(["check", "--cases", str(small), str(path)]) == 0
    assert capsys.readouterr().err == f'"{path}" innehåller inga data och kontrolleras inte\n'


def test_check_of_a_folder_outside_the_data_folder_is_a_usage_error(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "annat"
    other.mkdir()
    assert main(["check", "--cases", str(small), str(other)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f'"{other}" ligger utanför "{small}"' in err


@pytest.mark.parametrize("around", [".", "..", "cases", "cases/catalogue/..", "lank"])
def test_check_of_a_folder_that_contains_the_data_reports_all_problems(
    around: str, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_case(small)
    monkeypatch.chdir(small.parent)
    Path("lank").symlink_to("cases")
    assert main(["check", "--cases", "cases", around]) == 1
    assert "cases/alfa.yml:41:13: K012" in capsys.readouterr().out
