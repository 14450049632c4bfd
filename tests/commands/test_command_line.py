"""The commands, as a person or another program calls them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.model.json_schema import as_text, schemas
from scripts.settings import ROOT
from tests.conftest import SMALL


def run(*arguments: str | Path, folder: Path = ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts", *map(str, arguments)]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8", check=False)


def break_case(small: Path) -> None:
    path = small / "alfa.yml"
    path.write_text(path.read_text("utf-8").replace("method: idecoach", "method: idecoash"), encoding="utf-8")


def test_the_live_data_has_no_mistakes(live_cases: Path) -> None:
    done = run("check", "--cases", live_cases)
    assert (done.returncode, done.stderr) == (0, ""), done.stdout


def test_check_of_data_without_problems_prints_nothing() -> None:
    done = run("check", "--cases", SMALL)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_check_prints_a_line_a_problem(small: Path) -> None:
    break_case(small)
    done = run("check", "--cases", small)
    line = r'.*alfa\.yml:41:13: K012 metoden "idecoash" finns inte i katalogen\. Menade du "idecoach"\?\n'
    assert done.returncode == 1
    assert re.fullmatch(line, done.stdout)


def test_check_as_json_is_a_list_of_objects(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    break_case(small)
    assert main(["check", "--cases", str(small), "--format", "json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert set(found) == {"file", "line", "column", "code", "message", "hint"}
    assert (found["line"], found["column"], found["code"]) == (41, 13, "K012")


def test_check_without_problems_as_json_is_an_empty_list(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--cases", str(SMALL), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_check_for_github_is_an_annotation_that_the_data_cannot_end(
    small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
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


def test_check_of_a_file_elsewhere_uses_the_catalogue(small: Path, tmp_path: Path) -> None:
    break_case(small)
    elsewhere = tmp_path / "min.yml"
    (small / "alfa.yml").rename(elsewhere)
    done = run("check", "--cases", small, elsewhere)
    assert (done.returncode, done.stdout.count("\n")) == (1, 1)
    assert "idecoash" in done.stdout


@pytest.mark.parametrize("arguments", [["check", "finns-inte.yml"], ["check", "--cases", "finns-inte"], ["bygg"], []])
def test_wrong_usage_exits_with_2(arguments: list[str]) -> None:
    done = run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert "Traceback" not in done.stderr


def test_generate_of_broken_data_writes_nothing(small: Path, tmp_path: Path) -> None:
    break_case(small)
    docs = tmp_path / "docs"
    assert run("generate", "--cases", small, "--docs", docs).returncode == 1
    assert not docs.exists()


def test_build_of_broken_data_leaves_the_old_site(small: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "index.html").write_text("gammal", encoding="utf-8")
    break_case(small)
    assert run("build", "--cases", small, "--docs", tmp_path / "docs", "--site", site).returncode == 1
    assert (site / "index.html").read_text("utf-8") == "gammal"


@pytest.mark.parametrize("kind", schemas())
def test_schemas_are_up_to_date(kind: str) -> None:
    stored = (ROOT / "cases" / "schema" / f"{kind}.json").read_text("utf-8")
    assert stored == as_text(schemas()[kind]), "Kör: make schema"


@pytest.mark.parametrize(
    ("engine", "name", "command"),
    [
        ("mkdocs", "MkDocs", "make site"),
        ("zensical", "Zensical", "make zensical"),
    ],
)
def test_an_engine_that_is_not_installed_is_named_with_the_command_that_installs_it(
    small: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    engine: str,
    name: str,
    command: str,
) -> None:
    monkeypatch.setitem(sys.modules, engine, None)
    folders = ["--cases", str(small), "--docs", str(tmp_path / "docs"), "--site", str(tmp_path / "site")]
    assert main(["build", "--engine", engine, *folders]) == 1
    assert capsys.readouterr().err == f"{name} är inte installerat. Installera och bygg med: {command}\n"
    assert not (tmp_path / "site").exists()
