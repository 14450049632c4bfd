"""The commands, as a person or another program calls them."""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

import pytest
from click import Argument, Option

from scripts.__main__ import commands, main
from scripts.model.json_schema import as_text, schemas
from scripts.settings import ROOT
from tests.conftest import SMALL, change


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


def test_after_the_problems_comes_where_to_read_more_apart_from_them(
    small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_case(small)
    for site, words in (
        ("", "/bidra/fel/ på webbplatsen"),
        ("https://example.org/x/", "https://example.org/x/bidra/fel/"),
    ):
        monkeypatch.setenv("SITE_URL", site)
        assert main(["check", "--cases", str(small)]) == 1
        out, err = capsys.readouterr()
        assert (out.count("\n"), err) == (1, f"Mer om varje kod: {words}\n")


@pytest.mark.parametrize("form", ["json", "github"])
def test_for_other_programs_the_hint_leads_to_the_code(
    form: str, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_case(small)
    monkeypatch.setenv("SITE_URL", "https://example.org/x")
    assert main(["check", "--cases", str(small), "--format", form]) == 1
    out, err = capsys.readouterr()
    assert "Läs mer: https://example.org/x/bidra/fel/#k012" in out
    assert err == ""


@pytest.mark.parametrize("name", ["falun.txt", "falun.yml.txt", "nya/falun.yml", "catalogue/metoder.yml", "lank.yml"])
def test_check_of_a_file_with_a_wrong_name_says_so(name: str, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
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
def test_check_of_a_file_elsewhere_with_a_wrong_name_says_what_to_call_it(
    name: str, code: str, small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / name
    path.write_text("title: Falun\n", encoding="utf-8")
    assert main(["check", "--cases", str(small), str(path)]) == 1
    (line,) = (line for line in capsys.readouterr().out.splitlines() if code in line)
    assert line.startswith(f"{path}:1:1: ")
    assert "falun.yml" in line


def test_check_of_a_file_that_holds_no_data_says_so(small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = small / "README.md"
    path.write_text("Läs mig", encoding="utf-8")
    assert main(["check", "--cases", str(small), str(path)]) == 0
    assert capsys.readouterr().err == f'"{path}" innehåller inga data och kontrolleras inte\n'


def test_check_of_a_folder_elsewhere_is_wrong_usage(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "annat"
    other.mkdir()
    assert main(["check", "--cases", str(small), str(other)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert f'"{other}" ligger utanför "{small}"' in err


@pytest.mark.parametrize("around", [".", "..", "cases", "cases/catalogue/..", "lank"])
def test_check_of_a_folder_around_the_data_reports_all_of_it(
    around: str, small: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    break_case(small)
    monkeypatch.chdir(small.parent)
    Path("lank").symlink_to("cases")
    assert main(["check", "--cases", "cases", around]) == 1
    assert "cases/alfa.yml:41:13: K012" in capsys.readouterr().out


USAGE = {
    "": "Skriv vilket kommando du vill köra. Hjälp: python -m scripts --help",
    "bygg": 'Kommandot "bygg" finns inte. Hjälp: python -m scripts --help',
    "chekc": 'Kommandot "chekc" finns inte. Menade du "check"? Hjälp: python -m scripts --help',
    "--version": 'Flaggan "--version" finns inte. Hjälp: python -m scripts --help',
    "check --formt json": 'Flaggan "--formt" finns inte. Menade du "--format"? Hjälp: python -m scripts check --help',
    "check -q": 'Flaggan "-q" finns inte. Hjälp: python -m scripts check --help',
    "check --since": "Flaggan --since behöver ett värde. Hjälp: python -m scripts check --help",
    "check --format xml":
        '--format: skriv text, github eller json i stället för "xml". Hjälp: python -m scripts check --help',
    "check finns-inte.yml": '"finns-inte.yml" finns inte. Hjälp: python -m scripts check --help',
    "check --cases finns-inte": '--cases: "finns-inte" finns inte. Hjälp: python -m scripts check --help',
    "check --cases Makefile": '--cases: "Makefile" är ingen mapp. Hjälp: python -m scripts check --help',
    "build --site Makefile": '--site: "Makefile" är ingen mapp. Hjälp: python -m scripts build --help',
    "build --engine hugo":
        '--engine: skriv mkdocs eller zensical i stället för "hugo". Hjälp: python -m scripts build --help',
    "sbom allt": 'Kommandot har ingen användning för "allt". Hjälp: python -m scripts sbom --help',
    "serve --cases finns-inte": '--cases: "finns-inte" finns inte. Hjälp: python -m scripts serve --help',
    "serve --port 99999":
        '--port: skriv ett heltal från 0 till 65535 i stället för "99999". Hjälp: python -m scripts serve --help',
    "serve --port åtta":
        '--port: skriv ett heltal från 0 till 65535 i stället för "åtta". Hjälp: python -m scripts serve --help',
    "links --cases finns-inte": '--cases: "finns-inte" finns inte. Hjälp: python -m scripts links --help',
    "upkeep": "Flaggan --report saknas. Hjälp: python -m scripts upkeep --help",
    "upkeep --issue=1": "Flaggan --issue tar inget värde. Hjälp: python -m scripts upkeep --help",
    "upkeep --report a --years 0":
        '--years: skriv ett heltal från 1 till 1000 i stället för "0". Hjälp: python -m scripts upkeep --help',
    "upkeep --report finns-inte": "länkrapporten finns-inte finns inte",
    "review --event finns-inte": 'händelsen "finns-inte" finns inte eller går inte att läsa',
}  # fmt: skip
"""What is written on the command line, and the whole answer."""


@pytest.mark.parametrize("arguments", USAGE)
def test_wrong_usage_exits_with_2_and_says_in_swedish_what_to_write(
    arguments: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(arguments.split()) == 2
    assert capsys.readouterr() == ("", f"{USAGE[arguments]}\n")


@pytest.mark.parametrize("name", ["", *commands.commands])
def test_help_is_in_swedish_and_explains_every_option(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*name.split(), "--help"]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    assert out.startswith(f"Användning: python -m scripts {name}".rstrip())
    assert "--help" in out
    assert not re.search(
        r"\b(usage|options?|commands?|arguments?|show|default|required)\b|\w\.\.\.", out, re.IGNORECASE
    )
    command = commands.commands[name] if name else commands
    for param in command.params:
        assert isinstance(param, Option | Argument)
        assert param.help, param.name
        assert param.metavar or getattr(param, "is_flag", False), param.name


def test_checking_loads_nothing_that_makes_pages() -> None:
    program = (
        "import sys; from scripts.__main__ import main; code = main(['check', '--cases', 'tests/data/small']);"
        "print(code, *sorted(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    code, *loaded = done.stdout.split()
    assert code == "0"
    packages = {".".join(name.split(".")[:2]) for name in loaded if name.startswith("scripts.")}
    assert packages.isdisjoint({f"scripts.{name}" for name in ("figures", "exports", "site", "documents")})
    assert set(loaded).isdisjoint({"jinja2", "markdown", "mkdocs", "typst", "watchfiles"})


@pytest.mark.parametrize("arguments", [["check", "--cases", "alla"], ["verify", "--site", "tom"], ["--help"]])
def test_when_nobody_reads_any_more_there_is_no_traceback(small: Path, arguments: list[str]) -> None:
    small.rename(small.parent / "alla")
    break_case(small.parent / "alla")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "scripts", *arguments]
    surroundings = {**os.environ, "PYTHONPATH": str(ROOT)}
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            command, cwd=small.parent, env=surroundings, stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_letters_that_a_terminal_lacks_are_shown_as_numbers(small: Path, encoding: str) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: 中")
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "check", "--cases", str(small)],
        cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert rb"\u4e2d" in done.stdout


def test_a_folder_that_cannot_be_written_is_told_of(small: Path, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    done = run("generate", "--cases", small, "--docs", tmp_path / "fil" / "docs")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Det går inte att läsa eller skriva {tmp_path}/fil/docs")


def test_a_busy_port_is_told_of(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        port = str(busy.getsockname()[1])
        folders = ["--cases", str(small), "--docs", str(tmp_path / "docs"), "--site", str(tmp_path / "site")]
        assert main(["serve", "--port", port, *folders]) == 1
    out, err = capsys.readouterr()
    assert (out, err) == ("", f"Port {port} är upptagen. Välj en annan: make serve PORT=8001\n")


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
