"""The command `pdf`: write the book and the hand-outs into the built site."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.build.pdf_files import write_pdf_files
from scripts.build.pipeline import library_of
from scripts.settings import Settings


def run(cases: Path, site: Path, settings: Settings) -> int:
    """Write the documents, and print their number.

    Returns:
        0.

    Raises:
        DataError: When the data has mistakes.
        CompileError: When typst does not accept a document.
    """
    documents = write_pdf_files(library_of(cases), settings, site)
    for document in documents:
        if document.too_long:
            print(
                f"{document.path} är längre än det ska vara, fast det som kan utelämnas är utelämnat", file=sys.stderr
            )
    print(f"{len(documents)} PDF-filer skrivna")
    return 0
