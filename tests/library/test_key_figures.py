"""The figures of the sluices beside each other."""

from __future__ import annotations

import pytest

from scripts.library.key_figures import all_figures, counted_figures, goal_outcomes, money, of_kind, staffed
from scripts.library.library import Library
from scripts.model.enums import Counts


def test_a_grant_a_year_is_counted_on_whole_months(library: Library) -> None:
    (row,) = (row for row in money(library) if row.entry.id == "asby")
    assert (row.grant, row.months) == (3_950_000, 38)
    assert row.per_year == round(3_950_000 / 38 * 12)
    assert row.least_total == 2 * 3_950_000
    assert row.per_employee == pytest.approx(3_950_000 / 8200, abs=0.1)


def test_a_grant_is_not_spread_on_inhabitants_when_an_organisation_took_part(library: Library) -> None:
    (row,) = (row for row in money(library) if row.entry.id == "asby")
    assert row.per_inhabitant is None


def test_the_smallest_grant_a_year_comes_first_and_unknown_ones_last(library: Library) -> None:
    per_year = [row.per_year for row in money(library)]
    known = [value for value in per_year if value is not None]
    assert known == sorted(known)
    assert per_year[: len(known)] == known


def test_figures_stand_beside_those_that_count_the_same(library: Library) -> None:
    figures = counted_figures(library)
    assert {item.figure.value for item in of_kind(figures, Counts.TRAINED)} == {1200}
    assert len(of_kind(figures, None, *Counts)) == len(figures)


def test_every_figure_is_in_the_table_with_who_says_it_or_how_it_is_computed(library: Library) -> None:
    rows = tuple(all_figures(library))
    assert all(bool(row.sources) != bool(row.how) for row in rows)
    assert {row.what for row in rows} >= {"Personer", "Mål: 200 idéer", "Bidrag per år, kronor"}


def test_goals_and_staff_are_listed_with_their_sluices(library: Library) -> None:
    assert [(entry.id, goal.outcome) for entry, goal in goal_outcomes(library)] == [("asby", "172 idéer")]
    assert next(iter(staffed(library))).id == "asby"
