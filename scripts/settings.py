"""What differs between a copy on a laptop and the published site: the two addresses, and nothing else."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
"""The repository."""

SITE_NAME = "Lärdomar från idéslussarna"


@dataclass(frozen=True)
class Settings:
    """The addresses of the published site and of its repository; empty in a local build.

    Without them, links that would need them are left out.
    """

    site_url: str = ""
    repository_url: str = ""

    @classmethod
    def from_environment(cls) -> Settings:
        """Read `SITE_URL` and `REPOSITORY_URL`."""
        return cls(
            site_url=os.environ.get("SITE_URL", "").rstrip("/"),
            repository_url=os.environ.get("REPOSITORY_URL", "").rstrip("/"),
        )

    def edit_address(self, file: str, line: int = 1) -> str:
        """Where a file of the repository is edited in the browser; empty without a repository."""
        if not self.repository_url:
            return ""
        return f"{self.repository_url}/edit/main/{file}" + (f"#L{line}" if line > 1 else "")
