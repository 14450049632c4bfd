"""The paths of PDF and Word files within the site. Pages link to them, so the paths must not change."""

from __future__ import annotations

from scripts.library.library import CaseEntry, TopicEntry
from scripts.library.urls import FOLDERS
from scripts.model.decisions import DecisionSheet
from scripts.model.work_templates import WorkTemplate

FOLDER = "pdf"
"""The folder of all PDF files."""

SHEETS = "dokument"
"""The folder of decision sheets and templates, which belong to the ordinary build."""

BOOK = f"{FOLDER}/lardomar-fran-ideslussarna.pdf"
"""The path of the book."""


def handout(target: CaseEntry | TopicEntry) -> str:
    """Return the path of the hand-out of a case or topic: `pdf/slussar/hoor.pdf`."""
    kind = "cases" if isinstance(target, CaseEntry) else target.kind
    return f"{FOLDER}/{FOLDERS[kind]}/{target.id}.pdf"


def sheet_pdf(sheet: DecisionSheet) -> str:
    """Return the path of the PDF of a decision sheet: `dokument/beslut-fore-start.pdf`."""
    return f"{SHEETS}/{FOLDERS['decisions']}-{sheet.id}.pdf"


def word(target: DecisionSheet | WorkTemplate) -> str:
    """Return the path of the Word file of a decision sheet or a template: `dokument/beslut-fore-start.docx`."""
    kind = "decisions" if isinstance(target, DecisionSheet) else "work_templates"
    return f"{SHEETS}/{FOLDERS[kind]}-{target.id}.docx"
