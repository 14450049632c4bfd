"""Parse lychee's report on the cited addresses, and describe failures to editors.

The report contains answers from untrusted servers. Addresses in it are only compared with those of the data. Besides
the status, only a message is passed on, and whoever shows it must escape it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote, urlsplit, urlunsplit

from scripts.errors import UsageError

FAILURES = ("error_map", "fail_map", "timeout_map")
"""The keys of failures in the report, which differ between versions of lychee."""

GONE = {404: "sidan finns inte", 410: "sidan är borttagen"}
"""The statuses that mean with certainty that a page no longer exists."""

CLOSED = {
    401: "sidan kräver inloggning",
    403: "servern släpper inte in den som kontrollerar",
    429: "servern tog inte emot fler frågor",
}
"""The statuses that are inconclusive: the page may still open in a browser."""


class ReportError(UsageError):
    """The report is invalid or empty. The message is in Swedish."""


@dataclass(frozen=True, slots=True)
class Answer:
    """The failure of an address.

    Attributes:
        code: The HTTP status; None when there was no answer.
        text: Lychee's message in English, not escaped.
    """

    code: int | None
    text: str

    @property
    def is_gone(self) -> bool:
        """Whether the page no longer exists. Otherwise it should be tried in a browser first."""
        return self.code in GONE

    @property
    def words(self) -> str:
        """The failure in Swedish."""
        if self.code is None:
            return "servern svarade inte i tid" if "timeout" in self.text.casefold() else "servern gick inte att nå"
        if self.code >= 500:
            return f"servern har ett fel ({self.code})"
        return f"{({**GONE, **CLOSED}).get(self.code, 'servern svarade inte med en sida')} ({self.code})"


def read_answers(text: str) -> Mapping[str, Answer]:
    """Read a report.

    Args:
        text: The output of `lychee --format json`.

    Returns:
        Normalised address → failure.

    Raises:
        ReportError: When it is no report, or the run checked nothing.
    """
    try:
        report = json.loads(text)
    except (ValueError, RecursionError):
        raise ReportError("länkrapporten går inte att läsa som JSON") from None
    if not isinstance(report, dict) or not isinstance(report.get("total"), int):
        raise ReportError("länkrapporten är ingen rapport från lychee")
    if report["total"] <= 0:
        raise ReportError("länkrapporten är tom: ingen adress kontrollerades")
    return dict(_failed(report))


def normal(address: str) -> str:
    """Normalise an address as lychee does: lower-case host, a path, ASCII only, no fragment."""
    parts = urlsplit(address)
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._|")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?|")
    host = parts.netloc.lower()
    with suppress(UnicodeError):
        host = host if host.isascii() else host.encode("idna").decode("ascii")
    return urlunsplit((parts.scheme.lower(), host, path, query, ""))


def _failed(report: Mapping[str, Any]) -> Iterator[tuple[str, Answer]]:
    for name in FAILURES:
        by_input = report.get(name)
        for entries in by_input.values() if isinstance(by_input, dict) else ():
            for entry in entries if isinstance(entries, list) else ():
                yield from _entry(entry)


def _entry(entry: object) -> Iterator[tuple[str, Answer]]:
    """Yield the address and the failure of an entry; nothing when it is malformed."""
    if not isinstance(entry, dict) or not isinstance(entry.get("url"), str):
        return
    status = entry.get("status")
    fields: Mapping[str, Any] = status if isinstance(status, dict) else {"text": status}
    message = fields.get("text")
    text = message if isinstance(message, str) else ""
    code = fields.get("code", _leading_number(text))
    try:
        yield normal(entry["url"]), Answer(code if isinstance(code, int) and 100 <= code <= 999 else None, text)
    except ValueError:
        return


def _leading_number(text: str) -> int | None:
    """Parse the status of an older report: `404 Not Found`."""
    match = re.match(r"([1-9][0-9]{2})\b", text)
    return int(match[1]) if match else None
