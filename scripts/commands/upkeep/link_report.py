"""What lychee's report says of each address, in words for editors.

The report holds what strangers' servers answered. Addresses are only compared with those of the data;
nothing else of it is shown than a number, and a message that the one who shows it has to neutralise.
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
"""Where lychee puts what did not answer well; the names have changed between its versions."""

GONE = {404: "sidan finns inte", 410: "sidan är borttagen"}
"""What says for certain that a page is no longer there."""

CLOSED = {
    401: "sidan kräver inloggning",
    403: "servern släpper inte in den som kontrollerar",
    429: "servern tog inte emot fler frågor",
}
"""What says nothing certain: the page may well open in a browser."""


class ReportError(UsageError):
    """The report is not one, or is empty. The message says so, in Swedish."""


@dataclass(frozen=True, slots=True)
class Answer:
    """How an address failed.

    Attributes:
        code: The HTTP status; None when there was no answer.
        text: What lychee says, in English and as it came.
    """

    code: int | None
    text: str

    @property
    def is_gone(self) -> bool:
        """Whether the page is no longer there; else it should be looked at in a browser first."""
        return self.code in GONE

    @property
    def words(self) -> str:
        """What happened, in Swedish."""
        if self.code is None:
            return "servern svarade inte i tid" if "timeout" in self.text.casefold() else "servern gick inte att nå"
        if self.code >= 500:
            return f"servern har ett fel ({self.code})"
        return f"{({**GONE, **CLOSED}).get(self.code, 'servern svarade inte med en sida')} ({self.code})"


def read_answers(text: str) -> Mapping[str, Answer]:
    """Read a report.

    Args:
        text: What `lychee --format json` wrote.

    Returns:
        The address, in its normal form, of everything that failed → how.

    Raises:
        ReportError: When it is no report, or one of a run that checked nothing.
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
    """An address as lychee writes it: small letters in the host, a path, no marks outside ASCII, no fragment."""
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
    """An address and its answer, when the entry has the form that lychee gives it."""
    if not isinstance(entry, dict) or not isinstance(entry.get("url"), str):
        return
    status = entry.get("status")
    fields: Mapping[str, Any] = status if isinstance(status, dict) else {"text": status}
    said = fields.get("text")
    text = said if isinstance(said, str) else ""
    code = fields.get("code", _leading_number(text))
    try:
        yield normal(entry["url"]), Answer(code if isinstance(code, int) and 100 <= code <= 999 else None, text)
    except ValueError:
        return


def _leading_number(text: str) -> int | None:
    """The status of an older report: `404 Not Found`."""
    found = re.match(r"([1-9][0-9]{2})\b", text)
    return int(found[1]) if found else None
