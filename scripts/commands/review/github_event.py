"""The event that GitHub sends about a pull request.

Most of it is untrusted text: titles, names of branches and of people. None of that is used. The two values that are
used are validated.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from scripts.errors import UsageError

NEWCOMERS = frozenset({"FIRST_TIMER", "FIRST_TIME_CONTRIBUTOR", "NONE"})
"""The associations that GitHub gives to those who have not contributed before."""

_HASH = re.compile(r"[0-9a-f]{40}")


class EventError(UsageError):
    """The event is not about a pull request. The message is in Swedish."""


@dataclass(frozen=True)
class PullRequest:
    """A proposed change.

    Attributes:
        base: The commit that it is to be merged into.
        newcomer: Whether it is the contributor's first.
    """

    base: str
    newcomer: bool


def read_event(path: Path) -> PullRequest:
    """Read an event file.

    Args:
        path: The file, in JSON.

    Returns:
        The pull request.

    Raises:
        EventError: When the file cannot be read, or is about something else.
    """
    try:
        return pull_request(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        raise EventError(f'händelsen "{path}" finns inte eller går inte att läsa') from None


def pull_request(text: str) -> PullRequest:
    """Parse an event.

    Raises:
        EventError: When it is not about a pull request.
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
    """Return the value of a key; None when there is no such key or the container is no mapping."""
    return value.get(key) if isinstance(value, dict) else None
