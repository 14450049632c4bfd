"""Word documents: styles, language and the few parts that sheets and templates are made of.

Made with python-docx. Headings, lists and tables are real ones, so that Word's navigation and screen readers find
them. Text boxes are not used.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

import docx
from docx.document import Document
from docx.enum.text import WD_UNDERLINE
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.shared import Length, Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.table import _Cell
from docx.text.paragraph import Paragraph
from docx.text.run import Run

LANGUAGE = "sv-SE"
MARGIN, WIDTH, HEIGHT = Mm(16), Mm(210), Mm(297)
"""The margin and the size of A4."""

WATER, SOFT = RGBColor(0x0B, 0x5D, 0x73), RGBColor(0x41, 0x54, 0x5D)
"""The colours of headings and of labels, as on the site in its light scheme."""

SOURCES = 0.7
"""The size of the list of sources in relation to the text."""

EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The time of every file in the archive, so that the same content gives the same bytes."""


def new_document(title: str, author: str, timestamp: int, size: float) -> Document:
    """Return an empty document on A4, in Swedish.

    Args:
        title: Its title.
        author: Its publisher; may be empty.
        timestamp: When it was made, in seconds since 1970.
        size: The size of its text, in points.
    """
    document = docx.Document()
    made = datetime.fromtimestamp(timestamp, UTC).replace(tzinfo=None)
    properties = document.core_properties
    properties.title, properties.author, properties.language = title, author, LANGUAGE
    properties.created = properties.modified = made
    properties.comments = ""
    section = document.sections[0]
    section.page_width, section.page_height = WIDTH, HEIGHT
    section.left_margin = section.right_margin = MARGIN
    section.top_margin = section.bottom_margin = Mm(9)
    for name, points, before in (
        ("Normal", size, 0.0),
        ("Title", size * 2, 0.0),
        ("Heading 1", size * 1.2, size * 0.6),
        ("List Bullet", size, 0.0),
        ("List Number", size * SOURCES, 0.0),
    ):
        _style(document, name, points, before)
    _set_language(document)
    return document


def as_bytes(document: Document) -> bytes:
    """Return the file, with the same bytes for the same content."""
    written = io.BytesIO()
    document.save(written)
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(zipfile.ZipInfo(name, EARLIEST), source.read(name), zipfile.ZIP_DEFLATED)
    return fixed.getvalue()


def add_label(paragraph: Paragraph, words: str) -> None:
    """Add a label, such as who speaks, after the text of a paragraph."""
    run = paragraph.add_run(f" {words}")
    run.font.size = Pt(7.5)
    run.font.color.rgb = SOFT


def add_numbers(paragraph: Paragraph, numbers: Iterable[int]) -> None:
    """Add the numbers of sources as superscripts."""
    if shown := ", ".join(map(str, numbers)):
        run = paragraph.add_run(f" {shown}")
        run.font.superscript = True


def add_table(
    document: Document, head: Sequence[str], rows: Iterable[Sequence[str]], first: Length | None = None
) -> tuple[tuple[_Cell, ...], ...]:
    """Add a table with a heading row that is repeated on every page.

    Args:
        document: The document.
        head: The headings of the columns.
        rows: The words of each row. Cells left out at the end are empty.
        first: The width of the first column; None for columns of equal width.

    Returns:
        The cells below the heading, row by row.
    """
    table = document.add_table(rows=1, cols=len(head), style="Table Grid")
    table.autofit = first is None
    for cell, words in zip(table.rows[0].cells, head, strict=True):
        cell.paragraphs[0].add_run(words).bold = True
    (heading,) = document.element.body.xpath("w:tbl[last()]/w:tr[1]")
    heading.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        cells = table.add_row().cells
        for cell, words in zip(cells, row, strict=False):
            cell.paragraphs[0].add_run(words)
    if first is not None:
        others = Length((WIDTH - 2 * MARGIN - first) // (len(head) - 1))
        for column, width in zip(table.columns, (first, *[others] * (len(head) - 1)), strict=True):
            column.width = width
            for cell in column.cells:
                cell.width = width
    return tuple(tuple(row.cells) for row in table.rows[1:])


def add_blank(document: Document, prompt: str) -> None:
    """Add a prompt with room to write after it."""
    paragraph = document.add_paragraph(f"{prompt}: ")
    run = paragraph.add_run("\t")
    run.font.underline = WD_UNDERLINE.DOTTED
    paragraph.paragraph_format.tab_stops.add_tab_stop(WIDTH - 2 * MARGIN)


def add_link(paragraph: Paragraph, words: str, address: str) -> None:
    """Add a link to a web page."""
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    run = paragraph.add_run(words)
    run.font.color.rgb = WATER
    run.font.underline = True
    link.append(run.element)
    paragraph.add_run().element.addprevious(link)


def set_language(run: Run, language: str) -> None:
    """Set the language of a run, such as the title of a source in English."""
    tag = OxmlElement("w:lang")
    tag.set(qn("w:val"), language)
    run.element.get_or_add_rPr().append(tag)


def _style(document: Document, name: str, points: float, before: float) -> None:
    style = document.styles[name]
    if not isinstance(style, ParagraphStyle):
        raise TypeError(name)
    style.font.name, style.font.size = "Calibri", Pt(points)
    style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(points * 0.12)
    style.paragraph_format.line_spacing = 1.0
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    if name in {"Title", "Heading 1"}:
        style.font.bold, style.font.color.rgb = True, WATER


def _set_language(document: Document) -> None:
    """Make Swedish the language of all text that says nothing else."""
    (lang,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    lang.set(qn("w:val"), LANGUAGE)
