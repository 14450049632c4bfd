"""The maintenance issue is opened, updated and closed. A fake program that records its calls replaces `gh`."""

from __future__ import annotations

import json
import stat
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from scripts.__main__ import main
from scripts.commands.upkeep.github_issue import LABEL, TITLE, IssueError, publish
from tests.commands.upkeep.conftest import REPORTS, Commit
from tests.conftest import change

PROGRAM = """#!{python}
import json, pathlib, sys
folder = pathlib.Path({folder!r})
call = {{"arguments": sys.argv[1:], "text": sys.stdin.read()}}
with (folder / "calls").open("a") as calls:
    calls.write(json.dumps(call) + "\\n")
if (folder / "refuses").exists():
    sys.exit("HTTP 403: Resource not accessible by integration")
if sys.argv[1:3] == ["issue", "list"]:
    print((folder / "issues").read_text())
if sys.argv[1:3] == ["issue", "create"]:
    print("https://github.example/kod/issues/7")
"""


@dataclass(frozen=True)
class GitHub:
    """The fake program."""

    folder: Path

    def has(self, *issues: dict[str, Any]) -> None:
        """Set the open issues."""
        (self.folder / "issues").write_text(json.dumps(issues), encoding="utf-8")

    def refuses(self) -> None:
        """Make every call fail."""
        (self.folder / "refuses").touch()

    @property
    def calls(self) -> list[dict[str, Any]]:
        """The requests besides the list of issues."""
        lines = (self.folder / "calls").read_text("utf-8").splitlines()
        return [call for call in map(json.loads, lines) if call["arguments"][:2] != ["issue", "list"]]


@pytest.fixture
def github(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> GitHub:
    folder = tmp_path / "gh"
    folder.mkdir()
    program = folder / "gh"
    program.write_text(PROGRAM.format(python=sys.executable, folder=str(folder)), encoding="utf-8")
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(folder), prepend=":")
    fake = GitHub(folder)
    fake.has()
    return fake


def test_the_first_time_an_issue_is_opened_with_its_label(github: GitHub) -> None:
    assert publish("Text") == "ett ärende är öppnat: https://github.example/kod/issues/7"
    label, created = github.calls
    assert label["arguments"][:3] == ["label", "create", LABEL]
    assert created["arguments"] == ["issue", "create", "--title", TITLE, "--label", LABEL, "--body-file", "-"]
    assert created["text"] == "Text"


def test_an_open_issue_is_updated(github: GitHub) -> None:
    github.has({"number": 12, "title": TITLE})
    assert publish("Ny text") == "ärende 12 är uppdaterat"
    (call,) = github.calls
    assert (call["arguments"], call["text"]) == (["issue", "edit", "12", "--body-file", "-"], "Ny text")


def test_without_findings_the_issue_is_closed_with_a_comment(github: GitHub) -> None:
    github.has({"number": 12, "title": TITLE})
    assert publish("") == "ärende 12 är stängt"
    (call,) = github.calls
    assert call["arguments"][:4] == ["issue", "close", "12", "--comment"]


def test_without_findings_or_an_open_issue_nothing_is_done(github: GitHub) -> None:
    publish("")
    assert github.calls == []


def test_other_issues_with_the_label_are_left_alone(github: GitHub) -> None:
    github.has({"number": 3, "title": "Något annat"}, {"number": 9, "title": TITLE}, {"number": 5, "title": TITLE})
    assert publish("Text") == "ärende 5 är uppdaterat"


def test_the_text_is_never_an_argument(github: GitHub) -> None:
    publish("--delete $(rm -rf /) @alla")
    assert not any("rm -rf" in argument for call in github.calls for argument in call["arguments"])


def test_a_refusal_gives_a_message(github: GitHub) -> None:
    github.refuses()
    with pytest.raises(IssueError, match="gh issue list misslyckades: HTTP 403"):
        publish("Text")


def test_an_answer_that_is_not_a_list_gives_a_message(github: GitHub) -> None:
    (github.folder / "issues").write_text("<html>", encoding="utf-8")
    with pytest.raises(IssueError, match="inte med en lista"):
        publish("Text")


def test_without_the_program_the_message_says_how_to_install_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(IssueError, match=r"cli\.github\.com"):
        publish("Text")


def test_the_command_puts_dead_links_and_old_records_in_one_issue(small: Path, commit: Commit, github: GitHub) -> None:
    commit("2020-05-04")
    report = str(REPORTS / "dead.json")
    assert main(["upkeep", "--cases", str(small), "--report", report, "--issue"]) == 0
    created = github.calls[-1]
    assert "Sidan finns inte (404)" in created["text"]
    assert "Oförändrat i tre år eller mer" in created["text"]


def test_the_command_without_github_prints_the_text(
    small: Path, commit: Commit, capsys: pytest.CaptureFixture[str]
) -> None:
    commit("2020-05-04")
    assert main(["upkeep", "--cases", str(small), "--report", str(REPORTS / "dead.json"), "--years", "1000"]) == 0
    out = capsys.readouterr().out
    assert "Sidan finns inte (404)" in out
    assert "Oförändrat" not in out


def test_without_a_report_the_issue_is_left_as_it_is(
    small: Path, commit: Commit, github: GitHub, capsys: pytest.CaptureFixture[str]
) -> None:
    commit("2020-05-04")
    github.has({"number": 12, "title": TITLE})
    assert main(["upkeep", "--cases", str(small), "--report", str(small / "finns-inte.json"), "--issue"]) == 2
    assert "finns inte" in capsys.readouterr().err
    assert not (github.folder / "calls").exists()


def test_a_file_that_cannot_be_read_leaves_the_issue_as_it_is(
    small: Path, commit: Commit, github: GitHub, capsys: pytest.CaptureFixture[str]
) -> None:
    change(small / "alfa.yml", "outcome: continued", "outcome: {continued")
    commit("2020-05-04")
    github.has({"number": 12, "title": TITLE})
    assert main(["upkeep", "--cases", str(small), "--report", str(REPORTS / "all_well.json"), "--issue"]) == 1
    assert "alfa.yml:" in capsys.readouterr().out
    assert not (github.folder / "calls").exists()
