"""The paths of the PDF files within the site. Pages link to them, so the paths must not change."""

from __future__ import annotations

from scripts.library.library import CaseEntry, TopicEntry
from scripts.library.urls import FOLDERS

FOLDER = "pdf"
"""The folder of all PDF files."""

BOOK = f"{FOLDER}/lardomar-fran-ideslussarna.pdf"
"""The path of the book."""


def handout(target: CaseEntry | TopicEntry) -> str:
    """Return the path of the hand-out of a case or topic: `pdf/slussar/hoor.pdf`."""
    kind = "cases" if isinstance(target, CaseEntry) else target.kind
    return f"{FOLDER}/{FOLDERS[kind]}/{target.id}.pdf"
