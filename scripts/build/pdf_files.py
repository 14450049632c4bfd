"""Write the book and the hand-outs into the folder of the site."""

from __future__ import annotations

from pathlib import Path

from scripts.build.staging import replace_directory, staging_directory
from scripts.documents.build import Printed, book, handouts
from scripts.library import pdf_urls
from scripts.library.library import Library
from scripts.settings import Settings


def print_all(library: Library, settings: Settings, site: Path) -> tuple[Printed, ...]:
    """Write the book and the hand-outs. Those that were there stay in place until all new ones are whole.

    Args:
        library: Everything.
        settings: The addresses that they name.
        site: The folder of the built site.

    Returns:
        What was written.
    """
    printed = (book(library, settings), *handouts(library, settings))
    with staging_directory(site) as directory:
        for found in printed:
            path = directory / found.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(found.content)
        site.mkdir(exist_ok=True)
        replace_directory(directory / pdf_urls.FOLDER, site / pdf_urls.FOLDER)
    return printed
