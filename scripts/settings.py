"""The settings of the site and the folders of a command. No other module reads the environment."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit

from scripts.errors import UsageError

ROOT = Path(__file__).resolve().parent.parent
"""The root of the repository."""

SITE_NAME = "Lärdomar från idéslussarna"

LATEST_SECOND = 2**32 - 1
"""The latest time that all formats can store, in seconds since 1970: gzip has 32 bits for it (year 2106)."""

VARIABLES: Mapping[str, str] = {
    "site_url": "SITE_URL",
    "repository_url": "REPOSITORY_URL",
    "publisher": "PUBLISHER_NAME",
    "contact": "PUBLISHER_CONTACT",
    "published": "SITE_PUBLISHED",
    "pdf": "SITE_PDF",
    "source_date_epoch": "SOURCE_DATE_EPOCH",
}
"""The environment variable of each setting."""

_FORBIDDEN_IN_URL = re.compile(r'[\s"<>\\^`{|}?#@]')
_EMAIL = re.compile(r'[^\s@:/?&<>"]+@[^\s@:/?&<>".]+(\.[^\s@:/?&<>".]+)+')


class SettingsError(UsageError):
    """An environment variable with an invalid value."""

    def __init__(self, setting: str, value: str, expected: str) -> None:
        shown = (value if value.isprintable() else ascii(value)[1:-1])[:200]
        super().__init__(f'Miljövariabeln {VARIABLES[setting]} ska vara {expected}, men är "{shown}".')


@dataclass(frozen=True)
class Settings:
    """The settings that differ between a local build and the published site. The defaults are those of a local build.

    Without the addresses and the publisher, links that need them are left out, and the accessibility
    statement shows the fields that the publisher has to fill in.

    Attributes:
        site_url: The address of the site, without a trailing slash.
        repository_url: The address of its repository, without a trailing slash.
        publisher: The organisation responsible for the site.
        contact: The publisher's e-mail address, for questions and accessibility reports.
        published: The day the site was first published, as `2026-12-01`.
        pdf: Whether the book and the hand-outs are built too, so that pages can link to them.
        source_date_epoch: The time of the build, and of the last change of files without history, in seconds since
            1970; None to take both from Git.
    """

    site_url: str = ""
    repository_url: str = ""
    publisher: str = ""
    contact: str = ""
    published: str = ""
    pdf: bool = False
    source_date_epoch: int | None = None

    @classmethod
    def from_environment(cls) -> Settings:
        """Read and validate the environment variables. Surrounding white space is ignored, and empty means not set.

        Raises:
            SettingsError: When a variable has an invalid value.
        """
        values = {setting: os.environ.get(name, "").strip() for setting, name in VARIABLES.items()}
        return cls(
            site_url=_url("site_url", values["site_url"]),
            repository_url=_url("repository_url", values["repository_url"]),
            publisher=_line("publisher", values["publisher"]),
            contact=_email("contact", values["contact"]),
            published=_day("published", values["published"]),
            pdf=_switch("pdf", values["pdf"]),
            source_date_epoch=_second("source_date_epoch", values["source_date_epoch"]),
        )

    def as_environment(self) -> dict[str, str]:
        """Return the environment variables from which `from_environment` reads these settings. Unset ones are empty."""
        values = {field.name: getattr(self, field.name) for field in fields(self)} | {"pdf": "1" if self.pdf else ""}
        return {name: "" if values[setting] is None else str(values[setting]) for setting, name in VARIABLES.items()}

    @property
    def problem_page(self) -> str:
        """The address of the page of problem codes; empty when the address of the site is unknown."""
        return f"{self.site_url}/bidra/fel/" if self.site_url else ""

    def edit_address(self, file: str, line: int = 1) -> str:
        """Return the address where a file of the repository is edited in the browser; empty without a repository."""
        if not self.repository_url:
            return ""
        return f"{self.repository_url}/edit/main/{file}" + (f"#L{line}" if line > 1 else "")


@dataclass(frozen=True)
class Folders:
    """The folders of the data, of the generated pages and of the site."""

    cases: Path = ROOT / "cases"
    docs: Path = ROOT / "docs"
    site: Path = ROOT / "site"


def child_environment(values: Mapping[str, str], without: re.Pattern[str] | None = None) -> dict[str, str]:
    """Return the environment for a child process.

    Args:
        values: The variables to set.
        without: A pattern for the names of variables that are not inherited.

    Returns:
        The environment of this process, without the excluded variables and with the given ones.
    """
    inherited = {name: value for name, value in os.environ.items() if without is None or not without.fullmatch(name)}
    return {**inherited, **values}


def _url(setting: str, value: str) -> str:
    expected = "en webbadress som https://exempel.se/ideslussar, utan blanksteg, ? och #"
    address = value.rstrip("/")
    try:
        parts = urlsplit(address)
        usable = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        usable = False
    if value and (not usable or not value.isprintable() or _FORBIDDEN_IN_URL.search(value)):
        raise SettingsError(setting, value, expected)
    return address


def _line(setting: str, value: str) -> str:
    if not value.isprintable():
        raise SettingsError(setting, value, "ett namn på en rad")
    return value


def _email(setting: str, value: str) -> str:
    if value and not (value.isprintable() and _EMAIL.fullmatch(value)):
        raise SettingsError(setting, value, "en e-postadress som redaktionen@exempel.se, utan mailto:")
    return value


def _day(setting: str, value: str) -> str:
    try:
        usable = not value or date.fromisoformat(value).isoformat() == value
    except ValueError:
        usable = False
    if not usable:
        raise SettingsError(setting, value, "ett datum som 2026-12-01")
    return value


def _switch(setting: str, value: str) -> bool:
    if value not in {"", "0", "1"}:
        raise SettingsError(setting, value, "1 eller 0")
    return value == "1"


def _second(setting: str, value: str) -> int | None:
    if not value:
        return None
    if not re.fullmatch(r"[0-9]{1,10}", value) or int(value) > LATEST_SECOND:
        raise SettingsError(setting, value, f"ett antal sekunder sedan 1970, 0–{LATEST_SECOND}")
    return int(value)
