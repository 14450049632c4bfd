"""The command `review`: summarise a change, in Markdown for GitHub."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.checks import check
from scripts.commands.review.github_event import read_event
from scripts.commands.review.summary import summary
from scripts.git.snapshot import read_at
from scripts.loading.dataset import read
from scripts.settings import Settings


def run(cases: Path, event_file: Path | None, since: str | None, settings: Settings) -> int:
    """Print the summary of a change.

    Args:
        cases: The folder of data, with the change.
        event_file: GitHub's event about a pull request, in JSON.
        since: The commit that the change starts from; by default that of the event, or without an event the latest.
        settings: The address of the site, for links.

    Returns:
        0.

    Raises:
        EventError: When the event cannot be used.
        GitError: When there is no such commit.
    """
    event = read_event(event_file) if event_file else None
    if since is None:
        since = event.base if event else "HEAD"
    before, now = read_at(since, cases), read(cases)
    newcomer = event is not None and event.newcomer
    sys.stdout.write(summary(before, now, check(now, before), settings, newcomer=newcomer))
    return 0
