"""The age of records and cases, read from Git's history."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from scripts.commands.upkeep.stale_records import unchanged, years_before
from scripts.git.git import GitError
from scripts.loading.dataset import read
from tests.commands.upkeep.conftest import Commit
from tests.conftest import git

DAY = date(2026, 12, 1)


def old(small: Path, since: date) -> dict[str, str]:
    """Return the stale records since a day, with the days of their last changes."""
    return {item.id: item.changed.isoformat() for item in unchanged(read(small), small, since)}


def test_older_changes_are_listed_oldest_first(small: Path, commit: Commit) -> None:
    (small / "overby.yml").rename(small.parent / "undan.yml")
    commit("2020-05-04")
    (small.parent / "undan.yml").rename(small / "overby.yml")
    commit("2021-06-05")
    stale = unchanged(read(small), small, DAY)
    assert [item.changed for item in stale] == sorted(item.changed for item in stale)
    assert (stale[-1].id, stale[-1].changed) == ("overby", date(2021, 6, 5))
    assert ("alfa", "2020-05-04") in old(small, DAY).items()


def test_later_changes_are_left_out(small: Path, commit: Commit) -> None:
    commit("2020-05-04")
    assert old(small, date(2020, 5, 3)) == {}
    assert "alfa" in old(small, date(2020, 5, 4))


def test_a_record_is_as_new_as_its_newest_line(small: Path, commit: Commit) -> None:
    commit("2020-05-04")
    path = small / "catalogue" / "tags.yml"
    path.write_text(path.read_text("utf-8").replace("Vård och omsorg", "Omsorg"), encoding="utf-8")
    commit("2025-01-02")
    days = old(small, DAY)
    assert (days["samverkan"], days["aldreomsorg"]) == ("2020-05-04", "2025-01-02")
    assert "aldreomsorg" not in old(small, date(2023, 12, 1))


def test_a_record_is_shown_at_its_first_line(small: Path, commit: Commit) -> None:
    commit("2020-05-04")
    (record,) = (item for item in unchanged(read(small), small, DAY) if item.id == "aldreomsorg")
    lines = (small / "catalogue" / "tags.yml").read_text("utf-8").splitlines()
    assert lines[record.location.line - 1] == "- id: aldreomsorg"


def test_sources_do_not_become_stale(small: Path, commit: Commit) -> None:
    commit("2020-05-04")
    assert "forskning" not in old(small, DAY)


def test_uncommitted_changes_are_new(small: Path, commit: Commit) -> None:
    commit("2020-05-04")
    path = small / "catalogue" / "tags.yml"
    path.write_text(path.read_text("utf-8").replace("Vård och omsorg", "Omsorg"), encoding="utf-8")
    (small / "nytt.yml").write_text((small / "overby.yml").read_text("utf-8"), encoding="utf-8")
    assert {"aldreomsorg", "nytt"} & set(old(small, date(2023, 12, 1))) == set()


def test_a_shallow_history_is_refused(small: Path, commit: Commit, tmp_path: Path) -> None:
    commit("2020-05-04")
    (small / "overby.yml").unlink()
    commit("2021-06-05")
    git(tmp_path, "clone", "--depth", "1", f"file://{small.parent}", "grund")
    with pytest.raises(GitError, match="git fetch --unshallow"):
        unchanged(read(small), tmp_path / "grund" / "cases", DAY)


def test_without_a_repository_there_is_no_history(small: Path) -> None:
    with pytest.raises(GitError, match="ligger inte i något Git-arkiv"):
        unchanged(read(small), small, DAY)


def test_years_are_counted_to_the_same_day() -> None:
    assert years_before(DAY, 3) == date(2023, 12, 1)
    assert years_before(date(2028, 2, 29), 3) == date(2025, 2, 28)
