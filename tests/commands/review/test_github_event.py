"""The base of a summary: GitHub's event, or a version."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.commands.review.github_event import EventError, PullRequest, pull_request
from tests.commands.review.helpers import EVENTS, add_nyby, assert_dead, recorded, review, shown, words
from tests.conftest import change, git


def test_a_first_contribution_gets_a_greeting_and_the_next_steps(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_nyby(committed)
    out = review(capsys, "--event", recorded("first_timer", committed))
    assert out.startswith("## Välkommen, och tack för ditt bidrag!\n")
    assert "Så går det vidare" in out
    assert "## Inga problem" in out
    assert "- En ny sluss: Idésluss Nyby\n" in out
    assert "<summary>Idésluss Nyby</summary>" in out
    assert_dead(shown(out))


def test_an_earlier_contributor_is_not_greeted(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(committed / "alfa.yml", "value: 172", "value: 170")
    out = review(capsys, "--event", recorded("ordinary", committed))
    assert out.startswith("## Inga problem\n")
    assert "- En ändrad sluss: Idésluss Alfa\n" in out
    assert "**170** uppslag" in out


def test_text_from_strangers_in_the_event_changes_nothing(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    add_nyby(committed)
    before = sorted(path.name for path in Path().iterdir())
    kind = review(capsys, "--event", recorded("first_timer", committed))
    assert review(capsys, "--event", recorded("hostile_words", committed)) == kind
    assert sorted(path.name for path in Path().iterdir()) == sorted([*before, "event.json"])


@pytest.mark.parametrize("name", ["hostile_sha", "hostile_option"])
def test_an_event_without_a_hash_is_refused(name: str, committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--cases", str(committed), "--event", str(EVENTS / f"{name}.json")]) == 2
    out, err = capsys.readouterr()
    assert (out, err) == ("", "pull_request.base.sha i händelsen ska vara 40 tecken, 0–9 och a–f\n")
    assert sorted(path.name for path in Path().iterdir()) == [".git", "cases"]


def test_an_unknown_commit_is_a_usage_error(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--cases", str(committed), "--event", str(EVENTS / "first_timer.json")]) == 2
    out, err = capsys.readouterr()
    assert not out
    assert "finns inte här. Hämta den med git fetch" in err


def test_a_missing_event_is_a_usage_error(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", "--cases", str(committed), "--event", "finns-inte.json"]) == 2
    assert "finns inte eller går inte att läsa" in capsys.readouterr().err


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "[]", "null", "7", '"pull_request"', "{}", '{"pull_request": []}',
        '{"pull_request": {"base": "main"}}', '{"pull_request": {"base": {"sha": 7}}}',
        '{"pull_request": {"base": {"sha": "3F1C"}}}', "[" * 100_000,
        json.dumps({"pull_request": {"base": {"sha": f"{'a' * 40}\n"}}}),
        json.dumps({"pull_request": {"base": {"sha": "٣" * 40}}}),
    ],
)  # fmt: skip
def test_any_other_event_is_refused(text: str) -> None:
    with pytest.raises(EventError, match="händelsen"):
        pull_request(text)


@pytest.mark.parametrize(
    ("association", "newcomer"),
    [("FIRST_TIMER", True), ("FIRST_TIME_CONTRIBUTOR", True), ("NONE", True), ("MEMBER", False), (["NONE"], False)],
)
def test_a_newcomer_is_recognised_by_the_association(association: object, newcomer: bool) -> None:
    event = {"pull_request": {"base": {"sha": "a" * 40}, "author_association": association}}
    assert pull_request(json.dumps(event)) == PullRequest("a" * 40, newcomer)


def test_without_an_event_the_base_is_the_latest_commit(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "har ändrats" in review(capsys)
    (committed / "overby.yml").unlink()
    assert "- En borttagen sluss: Idésluss Överby\n" in review(capsys)


def test_a_version_on_the_command_line_overrides_that_of_the_event(
    committed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_nyby(committed)
    git(committed, "add", ".")
    git(committed, "commit", "--quiet", "--message", "Nyby")
    event = recorded("ordinary", committed)
    assert "En ny sluss" not in review(capsys, "--event", event)
    assert "En ny sluss" in review(capsys, "--event", event, "--since", "HEAD~1")


def test_a_lost_address_is_among_the_problems(committed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    change(committed / "catalogue" / "roles.yml", "- id: forvaltningschef", "- id: forvaltningschefen")
    out = words(shown(review(capsys)))
    assert 'Lägg till "- {old: vagledning/forvaltningschef, new: vagledning/forvaltningschefen}"' in out
