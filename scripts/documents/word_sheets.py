"""Decision sheets and templates as Word documents."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from docx.document import Document
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from scripts.documents import word
from scripts.documents.blocks import SourceEntry, one_line, source_entry
from scripts.documents.lines import Line
from scripts.documents.sheet import SheetRecord
from scripts.library.grounds import sources_of
from scripts.library.library import Library
from scripts.model.work_templates import TemplateSection, WorkTemplate

EDITORS = "Redaktionens slutsats"
TEMPLATE = "Redaktionens mall"
COMPUTED = "Vår räkning"

LEAD_WIDTH = Mm(30)
"""The width of the first column of a table of figures or decisions."""

SIZE = 8.5
"""The size of the text, in points, so that a sheet fits one A4."""


def sheet_document(sheet: SheetRecord, register: tuple[SourceEntry, ...], author: str, timestamp: int) -> bytes:
    """Return a decision sheet as a Word file.

    Args:
        sheet: The content.
        register: Its sources, in reading order.
        author: The publisher of the site; may be empty.
        timestamp: When it was made, in seconds since 1970.
    """
    numbers = {source.id: number for number, source in enumerate(register, start=1)}
    document = word.new_document(sheet.name, author, timestamp, SIZE)
    document.add_paragraph(sheet.name, style="Title")
    if sheet.scope:
        document.add_paragraph(sheet.scope)
    _heading(document, "Svar", EDITORS)
    answer = document.add_paragraph()
    answer.add_run(sheet.answer.text).font.size = Pt(SIZE * 1.25)
    for heading, label, lines in (
        ("Talar för", "", sheet.speaks_for),
        ("Talar emot", "", sheet.speaks_against),
    ):
        _heading(document, heading, label)
        _bullets(document, lines, numbers)
    if sheet.figures:
        _heading(document, "Siffror")
        _table(document, ("Tal", "Vad det är"), sheet.figures, numbers)
    _heading(document, sheet.refrain, EDITORS)
    _bullets(document, sheet.refrain_if, numbers)
    _heading(document, "Det vet vi inte")
    _bullets(document, sheet.unknown, numbers)
    _heading(document, "Besluta", EDITORS)
    _table(document, ("När", "Beslut"), sheet.decide, numbers)
    _sources(document, register)
    return word.as_bytes(document)


def template_document(template: WorkTemplate, library: Library, author: str, timestamp: int) -> bytes:
    """Return a template as a Word file. The arguments are those of `sheet_document`, and the library of its sources."""
    document = word.new_document(template.name, author, timestamp, SIZE + 1)
    document.add_paragraph(template.name, style="Title")
    word.add_label(document.add_paragraph(one_line(template.lead)), TEMPLATE)
    for section in template.sections:
        _template_section(document, section)
    document.add_heading("Därför", level=1)
    keys: dict[str, int] = {}
    for point in template.because:
        numbers = [keys.setdefault(key, len(keys) + 1) for key in sources_of(point, library)]
        paragraph = document.add_paragraph(one_line(point.text), style="List Bullet")
        word.add_numbers(paragraph, numbers)
    _sources(document, (source_entry(key, library.sources[key]) for key in keys))
    return word.as_bytes(document)


def _template_section(document: Document, section: TemplateSection) -> None:
    document.add_heading(section.name, level=1)
    if section.text:
        document.add_paragraph(one_line(section.text))
    for item in section.items:
        document.add_paragraph(one_line(item), style="List Bullet")
    for blank in section.blanks:
        word.add_blank(document, one_line(blank))
    if section.table:
        word.add_table(document, section.table.head, section.table.rows)


def _heading(document: Document, words: str, label: str = "") -> None:
    heading = document.add_heading(words, level=1)
    if label:
        word.add_label(heading, label)


def _bullets(document: Document, lines: Iterable[Line], numbers: Mapping[str, int]) -> None:
    for line in lines:
        _fill(document.add_paragraph(style="List Bullet"), line, numbers)


def _table(document: Document, head: tuple[str, str], lines: tuple[Line, ...], numbers: Mapping[str, int]) -> None:
    cells = word.add_table(document, head, ((line.lead,) for line in lines), LEAD_WIDTH)
    for (_, second), line in zip(cells, lines, strict=True):
        _fill(second.paragraphs[0], line, numbers)


def _fill(paragraph: Paragraph, line: Line, numbers: Mapping[str, int]) -> None:
    paragraph.add_run(line.text)
    word.add_numbers(paragraph, (numbers[key] for key in line.sources))
    if line.computed:
        word.add_label(paragraph, COMPUTED)
    if line.who:
        word.add_label(paragraph, line.who)


def _sources(document: Document, register: Iterable[SourceEntry]) -> None:
    entries = tuple(register)
    if not entries:
        return
    document.add_heading("Källor", level=1)
    for entry in entries:
        paragraph = document.add_paragraph(style="List Number")
        title = paragraph.add_run(entry.title)
        if entry.language != "sv":
            word.set_language(title, entry.language)
        end = "" if entry.title.endswith((".", "?", "!")) else "."
        paragraph.add_run(f"{end} {entry.publisher} ")
        word.add_link(paragraph, entry.host, entry.url)
        paragraph.add_run(f". {entry.kind.capitalize()}.")
