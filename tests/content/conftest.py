"""What the editors demand of the seed content, as a scored list: `make content`.

Each test is a demand, told in its mark. What does not meet it is a gap to fill in and not an error, so
only what keeps the list from being made gives another exit code than 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from scripts.library.library import Library, build_library
from scripts.loading.dataset import read
from tests.browser.conftest import browser, served

__all__ = ["browser"]

LONGEST = 100
"""How many characters of what is missing stand on a line."""


@dataclass(frozen=True)
class Score:
    """How far a demand is met.

    Attributes:
        met: How much there is.
        wanted: How much there is to be.
        gaps: What is missing, in words, where it can be named.
    """

    met: int
    wanted: int
    gaps: Sequence[str] = ()


class Demand:
    """The demand of a test: tells how far it is met, and ends the test as a gap when that is not all the way."""

    def __init__(self, item: pytest.Item) -> None:
        self._item = item

    def each(self, met: Mapping[str, bool]) -> None:
        """Demand something of each of several things.

        Args:
            met: The name of each thing, and whether it is as demanded.
        """
        gaps = tuple(name for name, is_met in met.items() if not is_met)
        self._score(Score(len(met) - len(gaps), len(met), gaps))

    def at_least(self, number: int, wanted: int) -> None:
        """Demand that there is a number of something."""
        self._score(Score(min(number, wanted), wanted))

    def _score(self, score: Score) -> None:
        mark = self._item.get_closest_marker("content")
        assert mark is not None, "a demand stands in @pytest.mark.content"
        self._item.user_properties.append((mark.args[0], score))
        if score.met < score.wanted:
            pytest.xfail("en lucka att fylla i")


@pytest.fixture
def demand(request: pytest.FixtureRequest) -> Demand:
    """The demand of the test."""
    return Demand(request.node)


@pytest.fixture(scope="session")
def library(live_cases: Path) -> Library:
    """The live data, linked."""
    return build_library(read(live_cases))


@pytest.fixture(scope="session")
def address(live_site: Path) -> Iterator[str]:
    """Where the live site is served."""
    with served(live_site) as url:
        yield url


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the list."""
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
    """What is missing, on as many lines as it takes."""
    line = ""
    for gap in gaps:
        if line and len(line) + len(gap) > LONGEST:
            yield f"{line},"
            line = ""
        line = f"{line}, {gap}" if line else gap
    if line:
        yield line
