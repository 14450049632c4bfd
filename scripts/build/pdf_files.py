"""Write the book and the hand-outs into the folder of the site."""

from __future__ import annotations

from pathlib import Path

from scripts.build.staging import replace_directory, staging_directory
from scripts.documents.build import PdfFile, book, handouts
from scripts.git.version import read_version
from scripts.library import document_urls
from scripts.library.library import Library
from scripts.settings import ROOT, Settings


def write_pdf_files(library: Library, settings: Settings, site: Path) -> tuple[PdfFile, ...]:
    """Write the book and the hand-outs. Earlier ones stay in place until all new ones are complete.

    Args:
        library: The data.
        settings: The addresses to print in them.
        site: The folder of the built site.

    Returns:
        The files that were written.

    Raises:
        CompileError: Typst did not accept a document.
        GitError: Git refuses to read the repository.
    """
    version = read_version(ROOT, settings.source_date_epoch)
    files = (book(library, settings, version), *handouts(library, settings, version))
    with staging_directory(site) as directory:
        for file in files:
            path = directory / file.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)
        site.mkdir(exist_ok=True)
        replace_directory(directory / document_urls.FOLDER, site / document_urls.FOLDER)
    return files
