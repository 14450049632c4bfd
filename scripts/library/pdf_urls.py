"""Where the PDF files are, within the folder of the site. Pages link to them, so the addresses are a promise."""

from __future__ import annotations

from scripts.library.library import CaseEntry, TopicEntry
from scripts.library.urls import FOLDERS

FOLDER = "pdf"

BOOK = f"{FOLDER}/lardomar-fran-ideslussarna.pdf"


def handout(target: CaseEntry | TopicEntry) -> str:
    """The file of a record's hand-out: `pdf/slussar/hoor.pdf`."""
    kind = "cases" if isinstance(target, CaseEntry) else target.kind
    return f"{FOLDER}/{FOLDERS[kind]}/{target.id}.pdf"
