"""What differs between a copy on a laptop and the published site: its addresses, and who answers for it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The repository."""

SITE_NAME = "Lärdomar från idéslussarna"


@dataclass(frozen=True)
class Settings:
    """The published site's addresses and publisher; empty in a local build.

    Without them, links that would need them are left out, and the accessibility statement shows
    what the publisher has to fill in.

    Attributes:
        site_url: The address of the site.
        repository_url: The address of its repository.
        publisher: The organisation that answers for the site.
        published: The day it was first published, as `2026-12-01`.
        contact: Its e-mail address, for questions and for reports of poor accessibility.
        pdf: Whether the book and the hand-outs are made too, so that pages can lead to them.
    """

    site_url: str = ""
    repository_url: str = ""
    publisher: str = ""
    contact: str = ""
    published: str = ""
    pdf: bool = False

    @classmethod
    def from_environment(cls) -> Settings:
        """Read them: `README.md` says what each variable is."""
        return cls(
            site_url=os.environ.get("SITE_URL", "").rstrip("/"),
            repository_url=os.environ.get("REPOSITORY_URL", "").rstrip("/"),
            publisher=os.environ.get("PUBLISHER_NAME", "").strip(),
            contact=os.environ.get("PUBLISHER_CONTACT", "").strip(),
            published=os.environ.get("SITE_PUBLISHED", "").strip(),
            pdf=os.environ.get("SITE_PDF", "") == "1",
        )

    def as_environment(self) -> dict[str, str]:
        """The same, for a program that reads them."""
        return {
            "SITE_URL": self.site_url,
            "REPOSITORY_URL": self.repository_url,
            "PUBLISHER_NAME": self.publisher,
            "PUBLISHER_CONTACT": self.contact,
        }

    def edit_address(self, file: str, line: int = 1) -> str:
        """Where a file of the repository is edited in the browser; empty without a repository."""
        if not self.repository_url:
            return ""
        return f"{self.repository_url}/edit/main/{file}" + (f"#L{line}" if line > 1 else "")


@dataclass(frozen=True)
class Folders:
    """Where the data is, where the pages go, and where the site goes."""

    cases: Path = ROOT / "cases"
    docs: Path = ROOT / "docs"
    site: Path = ROOT / "site"
