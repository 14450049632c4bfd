"""The command `upkeep`: list dead addresses, outdated conclusions and stale records, or write them in an issue."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from scripts.commands.upkeep.cited_urls import cited_addresses
from scripts.commands.upkeep.github_issue import publish
from scripts.commands.upkeep.link_report import ReportError, read_answers
from scripts.commands.upkeep.outdated_conclusions import outdated
from scripts.commands.upkeep.report import as_issue, findings
from scripts.commands.upkeep.stale_records import unchanged, years_before
from scripts.diagnostics import DataError
from scripts.loading.dataset import read
from scripts.settings import Settings


def run(cases: Path, report: Path, years: int, settings: Settings, *, in_issue: bool) -> int:
    """Report dead addresses, conclusions whose basis has changed, and stale records.

    Args:
        cases: The folder of data.
        report: Lychee's report on the addresses.
        years: The age in years from which a record is stale.
        settings: The address of the repository, for links.
        in_issue: Whether to write it in an issue on GitHub instead of printing it.

    Returns:
        0.

    Raises:
        DataError: When a file could not be read as it should, so that something may be missed. An issue is left as it
            is.
        GitError: When Git's history cannot be read.
        IssueError: When GitHub cannot be reached.
        ReportError: When the report cannot be read. Then an issue is left as it is.
    """
    dataset = read(cases)
    if dataset.problems:
        raise DataError(dataset.problems)
    try:
        answers = read_answers(report.read_text("utf-8", errors="replace"))
    except OSError:
        raise ReportError(f"länkrapporten {report.as_posix()} finns inte") from None
    old = unchanged(dataset, cases, years_before(datetime.now(UTC).date(), years))
    changed = outdated(dataset, cases)
    text = as_issue(findings(cited_addresses(dataset), answers, old, years, changed), settings)
    print(publish(text) if in_issue else text or "Inget att åtgärda.")
    return 0
