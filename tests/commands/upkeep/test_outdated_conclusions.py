"""Conclusions whose basis has changed since they were reviewed."""

from __future__ import annotations

from pathlib import Path

from scripts.commands.upkeep.outdated_conclusions import OutdatedConclusion, outdated
from scripts.commands.upkeep.report import as_issue, findings
from scripts.loading.dataset import read
from scripts.settings import Settings
from tests.commands.upkeep.conftest import Commit
from tests.conftest import change


def changed(small: Path) -> tuple[OutdatedConclusion, ...]:
    return outdated(read(small), small)


def test_a_basis_from_before_the_review_is_fine(small: Path, commit: Commit) -> None:
    commit("2026-10-31")
    assert changed(small) == ()


def test_a_statement_changed_after_the_review_is_reported_with_both_lines(small: Path, commit: Commit) -> None:
    commit("2026-10-31")
    change(small / "alfa.yml", "Slussen var kvar när projektet slutade.", "Slussen var borta när projektet slutade.")
    commit("2026-11-20")
    items = changed(small)
    assert {item.pointer for item in items} == {"alfa/aftermath"}
    assert {item.changed.isoformat() for item in items} == {"2026-11-20"}
    alfa = (small / "alfa.yml").read_text("utf-8").splitlines()
    assert {alfa[item.basis.line - 1] for item in items} == {"  outcome: continued"}
    first = items[0]
    lines = Path(first.location.file).read_text("utf-8").splitlines()
    assert "reviewed: 2026-11-01" in lines[first.location.line - 1]


def test_a_later_review_settles_it(small: Path, commit: Commit) -> None:
    commit("2026-10-31")
    change(small / "alfa.yml", "En ledare och två coacher.", "En ledare och tre coacher.")
    for path in (small / "catalogue").glob("*.yml"):
        path.write_text(path.read_text("utf-8").replace("2026-11-01", "2026-11-20"), encoding="utf-8")
    commit("2026-11-20")
    assert changed(small) == ()


def test_a_detail_counts_with_its_statement_and_other_statements_do_not(small: Path, commit: Commit) -> None:
    commit("2026-10-31")
    change(small / "alfa.yml", "Ett år senare beskrevs den", "Två år senare beskrevs den")
    change(small / "alfa.yml", "Före slussen fanns ingen gemensam väg", "Före slussen fanns ingen väg")
    commit("2026-11-20")
    assert {item.pointer for item in changed(small)} == {"alfa/aftermath"}


def test_the_report_says_what_to_do(small: Path, commit: Commit) -> None:
    commit("2026-10-31")
    change(small / "alfa.yml", "En ledare och två coacher.", "En ledare och tre coacher.")
    commit("2026-11-20")
    text = as_issue(findings((), {}, (), 3, changed(small)), Settings())
    assert "Slutsatser vars underlag har ändrats" in text
    assert "`alfa/staffing`" in text
    assert "prövad 1\N{NO-BREAK SPACE}november\N{NO-BREAK SPACE}2026" in text
