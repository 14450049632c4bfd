"""Report how far the live data meets the demands of the editors: `make content`.

Each test checks one demand, stated in its mark. Data that does not meet it is a gap to fill, not an error:
the exit code is 0 unless a demand cannot be checked at all.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.library.library import Library
from scripts.library.linking import build_library
from scripts.loading.dataset import read
from tests.browser.conftest import browser, served

__all__ = ["browser"]

LONGEST = 100
"""Characters per line when gaps are listed."""


@dataclass(frozen=True)
class Score:
    """The extent to which a demand is met.

    Attributes:
        met: The number of things that meet it.
        wanted: The number of things that should.
        gaps: The names of those that do not, where they have names.
    """

    met: int
    wanted: int
    gaps: Sequence[str] = ()


class Demand:
    """The demand that a test checks. A demand that is not met ends the test as an expected failure."""

    def __init__(self, item: pytest.Item) -> None:
        self._item = item

    def each(self, met: Mapping[str, bool]) -> None:
        """Score a demand on each of several things.

        Args:
            met: Whether each thing meets the demand, by name.
        """
        gaps = tuple(name for name, is_met in met.items() if not is_met)
        self._score(Score(len(met) - len(gaps), len(met), gaps))

    def at_least(self, number: int, wanted: int) -> None:
        """Score a demand for a number of things."""
        self._score(Score(min(number, wanted), wanted))

    def _score(self, score: Score) -> None:
        mark = self._item.get_closest_marker("content")
        assert mark is not None, "state the demand in @pytest.mark.content"
        self._item.user_properties.append((mark.args[0], score))
        if score.met < score.wanted:
            pytest.xfail("en lucka att fylla i")


@pytest.fixture
def demand(request: pytest.FixtureRequest) -> Demand:
    """Return the demand of the test."""
    return Demand(request.node)


@pytest.fixture(scope="session")
def library(live_cases: Path) -> Library:
    """Return the linked live data."""
    return build_library(read(live_cases))


@pytest.fixture(scope="session")
def address(live_site: Path) -> Iterator[str]:
    """Serve the live site and return its address."""
    with served(live_site) as url:
        yield url


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the score of each demand."""
    reports = [report for state in ("passed", "xfailed") for report in terminalreporter.getreports(state)]
    scores = [
        (words, score)
        for report in sorted(reports, key=lambda report: report.start)
        for words, score in report.user_properties
        if isinstance(score, Score)
    ]
    if not scores:
        return
    terminalreporter.section("Innehållet")
    for words, score in scores:
        is_met = score.met == score.wanted
        terminalreporter.write_line(
            f"{'ok' if is_met else 'lucka':6}{score.met:>4} av {score.wanted:<4} {words}",
            green=is_met,
            yellow=not is_met,
        )
        for line in _wrapped(score.gaps):
            terminalreporter.write_line(f"{'':18}{line}")
    met = sum(score.met == score.wanted for _, score in scores)
    terminalreporter.write_line(f"\n{met} av {len(scores)} krav är uppfyllda. En lucka stoppar inget.", bold=True)


def _wrapped(gaps: Sequence[str]) -> Iterator[str]:
    """Wrap the names of gaps into lines."""
    line = ""
    for gap in gaps:
        if line and len(line) + len(gap) > LONGEST:
            yield f"{line},"
            line = ""
        line = f"{line}, {gap}" if line else gap
    if line:
        yield line
