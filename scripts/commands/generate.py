"""The command `generate`: write the pages as Markdown, and the data for other programs."""

from __future__ import annotations

from scripts.build.pipeline import generate
from scripts.settings import Folders, Settings


def run(folders: Folders, settings: Settings) -> int:
    """Write the pages, and print how many files were written.

    Returns:
        0.

    Raises:
        DataError: When the data has mistakes.
    """
    written, removed = generate(folders, settings)
    print(f"{written} filer skrivna, {removed} borttagna")
    return 0
