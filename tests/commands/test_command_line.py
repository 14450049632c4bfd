"""The commands, as people and other programs run them."""

from __future__ import annotations

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
from tests.commands.helpers import break_case, run
from tests.conftest import change

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
    "sbom allt": 'Kommandot tar inte emot "allt". Hjälp: python -m scripts sbom --help',
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
"""A command line and its complete output."""


@pytest.mark.parametrize("arguments", USAGE)
def test_usage_errors_exit_with_2_and_a_message_in_swedish(
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


def test_check_imports_nothing_that_makes_pages() -> None:
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
def test_a_closed_output_gives_no_traceback(small: Path, arguments: list[str]) -> None:
    small.rename(small.parent / "alla")
    break_case(small.parent / "alla")
    reading, writing = os.pipe()
    os.close(reading)
    command = [sys.executable, "-m", "scripts", *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with os.fdopen(writing, "wb") as closed:
        done = subprocess.run(
            command, cwd=small.parent, env=environment, stdout=closed, stderr=subprocess.PIPE, check=False
        )
    assert (done.returncode, done.stderr) == (141, b"")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii"])
def test_letters_that_the_terminal_cannot_encode_are_escaped(small: Path, encoding: str) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: 中")
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "check", "--cases", str(small), str(small / "alfa.yml")],
        cwd=ROOT, env={**os.environ, "PYTHONIOENCODING": encoding}, capture_output=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr.count(b"\n")) == (1, 1)
    assert rb"\u4e2d" in done.stdout


def test_an_unwritable_folder_is_reported(small: Path, tmp_path: Path) -> None:
    (tmp_path / "fil").touch()
    done = run("generate", "--cases", small, "--docs", tmp_path / "fil" / "docs")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"Det går inte att läsa eller skriva {tmp_path}/fil/docs")


def test_a_busy_port_is_reported(small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
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
def test_a_missing_engine_is_reported_with_the_command_that_installs_it(
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
