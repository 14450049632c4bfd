"""Decision sheets and templates as PDF and Word."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Mapping

import docx
import pypdf
import pytest

from scripts.documents.sheets import SheetFile, sheet_files
from scripts.git.version import Version
from scripts.library import document_urls
from scripts.library.context import Site
from scripts.library.library import Library
from scripts.model.decisions import DecisionSheet
from scripts.settings import Settings

VERSION = Version("0" * 40, "28 november 2026", 1_795_867_200)
SETTINGS = Settings(site_url="https://example.org/ideslussar", publisher="Exempel")


@pytest.fixture(scope="module")
def files(library: Library) -> Mapping[str, SheetFile]:
    return {file.path: file for file in sheet_files(Site(library, SETTINGS), VERSION)}


@pytest.fixture(scope="module")
def sheet(library: Library) -> DecisionSheet:
    return library.guidance.decisions[0]


def word(files: Mapping[str, SheetFile], path: str) -> docx.document.Document:
    return docx.Document(io.BytesIO(files[path].content))


def texts(document: docx.document.Document, style: str) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs if str(getattr(paragraph.style, "name", "")) == style]


def test_each_sheet_is_a_pdf_and_a_word_file_and_each_template_a_word_file(
    files: Mapping[str, SheetFile], library: Library
) -> None:
    sheets, templates = library.guidance.decisions, library.guidance.work_templates
    wanted = {document_urls.sheet_pdf(sheet) for sheet in sheets} | {document_urls.word(item) for item in sheets}
    assert set(files) == wanted | {document_urls.word(item) for item in templates}


def test_a_sheet_is_one_tagged_page_in_swedish(files: Mapping[str, SheetFile], sheet: DecisionSheet) -> None:
    file = files[document_urls.sheet_pdf(sheet)]
    reader = pypdf.PdfReader(io.BytesIO(file.content))
    assert (len(reader.pages), file.too_long) == (1, False)
    root = reader.root_object
    assert str(root["/Lang"]) == "sv-SE"
    assert "/MarkInfo" in root
    text = reader.pages[0].extract_text()
    assert "Redaktionens slutsats" in text
    assert sheet.figures[0].value in text


def test_a_sheet_in_word_has_real_headings_lists_and_tables(
    files: Mapping[str, SheetFile], sheet: DecisionSheet
) -> None:
    document = word(files, document_urls.word(sheet))
    assert texts(document, "Title") == [sheet.name]
    headings = [heading.removesuffix(" Redaktionens slutsats") for heading in texts(document, "Heading 1")]
    assert headings == [
        "Svar", "Talar för", "Talar emot", "Siffror", sheet.refrain, "Det vet vi inte", "Besluta", "Källor",
    ]  # fmt: skip
    bullets = texts(document, "List Bullet")
    assert any(bullet.startswith(sheet.speaks_for[0].text) for bullet in bullets)
    assert texts(document, "List Number")
    figures, decide = document.tables
    assert [row.cells[0].text for row in figures.rows] == ["Tal", *(figure.value for figure in sheet.figures)]
    assert [row.cells[0].text for row in decide.rows] == ["När", *(item.when.label for item in sheet.decide)]
    assert len(document.element.xpath("//w:tblHeader")) == len(document.tables)


def test_a_word_file_says_its_title_and_language_and_has_no_text_boxes(files: Mapping[str, SheetFile]) -> None:
    for path, file in files.items():
        if path.endswith(".docx"):
            document = docx.Document(io.BytesIO(file.content))
            assert document.core_properties.title
            assert document.core_properties.language == "sv-SE"
            (language,) = document.styles.element.xpath("w:docDefaults/w:rPrDefault/w:rPr/w:lang/@w:val")
            assert language == "sv-SE"
            assert "txbxContent" not in zipfile.ZipFile(io.BytesIO(file.content)).read("word/document.xml").decode()


def test_a_template_has_its_prompts_and_table(files: Mapping[str, SheetFile], library: Library) -> None:
    (template,) = library.guidance.work_templates
    document = word(files, document_urls.word(template))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    assert any(text.startswith("Namn och förvaltning:") for text in paragraphs)
    assert any("Redaktionens mall" in text for text in paragraphs)
    (table,) = document.tables
    assert [cell.text for cell in table.rows[1].cells] == ["0", "Starta", ""]


def test_links_lead_to_the_sources(files: Mapping[str, SheetFile], sheet: DecisionSheet) -> None:
    archive = zipfile.ZipFile(io.BytesIO(files[document_urls.word(sheet)].content))
    relations = archive.read("word/_rels/document.xml.rels").decode()
    targets = re.findall(r'Target="(https?://[^"]+)" TargetMode="External"', relations)
    assert "https://example.org/asby/" in targets


def test_the_same_content_gives_the_same_bytes(files: Mapping[str, SheetFile], library: Library) -> None:
    again = {file.path: file.content for file in sheet_files(Site(library, SETTINGS), VERSION)}
    assert again == {path: file.content for path, file in files.items()}
