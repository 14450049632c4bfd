"""The PDF files of the full data, compiled once."""

from __future__ import annotations

from collections.abc import Mapping

import pypdf
import pytest
from filelock import FileLock

from scripts.build.pdf_files import write_pdf_files
from scripts.documents.build import PdfFile
from scripts.library import document_urls
from scripts.library.library import Library
from tests.pdf.reading import SETTINGS, opened


@pytest.fixture(scope="session")
def pdf_files(library: Library, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Mapping[str, PdfFile]:
    """Return all PDF files, by path, compiled once for all test processes."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    folder /= "printed"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            write_pdf_files(library, SETTINGS, folder)
    files = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*.pdf"))
    return {path: PdfFile(path, content) for path, content in files}


@pytest.fixture(scope="module")
def book(pdf_files: Mapping[str, PdfFile]) -> PdfFile:
    """Return the book of the full data."""
    return pdf_files[document_urls.BOOK]


@pytest.fixture(scope="module")
def reader(book: PdfFile) -> pypdf.PdfReader:
    """Return a reader of the book."""
    return opened(book)


@pytest.fixture(scope="module")
def pages(reader: pypdf.PdfReader) -> tuple[str, ...]:
    """Return the text of each page of the book."""
    return tuple(page.extract_text() for page in reader.pages)


@pytest.fixture(scope="module")
def handouts(pdf_files: Mapping[str, PdfFile]) -> Mapping[str, PdfFile]:
    """Return the hand-outs of the full data, by path."""
    return {path: file for path, file in pdf_files.items() if path != document_urls.BOOK}
