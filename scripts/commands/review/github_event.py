"""What is needed of GitHub's message about a pull request.

The message holds much that a stranger has written: titles, names of branches, names of people. None
of it is used. What is used has one of a few forms, and is refused when it has another.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from scripts.errors import UsageError

NEWCOMERS = frozenset({"FIRST_TIMER", "FIRST_TIME_CONTRIBUTOR", "NONE"})
"""How GitHub says that somebody has not contributed before."""

_HASH = re.compile(r"[0-9a-f]{40}")


class EventError(UsageError):
    """The message is not one about a pull request. The text is a sentence in Swedish."""


@dataclass(frozen=True)
class PullRequest:
    """A proposed change.

    Attributes:
        base: The commit that it is to be joined with.
        newcomer: Whether it is somebody's first.
    """

    base: str
    newcomer: bool


def read_event(path: Path) -> PullRequest:
    """Read the file that GitHub leaves for a workflow.

    Args:
        path: The file, in JSON.

    Returns:
        What is needed of it.

    Raises:
        EventError: When the file cannot be read, or holds something else.
    """
    try:
        return pull_request(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise EventError(f'händelsen "{path}" finns inte eller går inte att läsa') from None


def pull_request(text: str) -> PullRequest:
    """What is needed of an event, as JSON.

    Raises:
        EventError: When it is something else.
    """
    try:
        event = json.loads(text)
    except (ValueError, RecursionError):
        raise EventError("händelsen är inte skriven som JSON") from None
    proposal = _inside(event, "pull_request")
    base = _inside(_inside(proposal, "base"), "sha")
    if not isinstance(base, str) or not _HASH.fullmatch(base):
        raise EventError("pull_request.base.sha i händelsen ska vara 40 tecken, 0–9 och a–f")
    association = _inside(proposal, "author_association")
    return PullRequest(base, isinstance(association, str) and association in NEWCOMERS)


def _inside(value: object, key: str) -> object:
    """What a key holds; None when there is no such key, or nothing that could have one."""
    return value.get(key) if isinstance(value, dict) else None
