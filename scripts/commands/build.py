"""The command `build`: write the pages, build the site and make it searchable."""

from __future__ import annotations

from scripts.build.pipeline import build
from scripts.settings import Folders, Settings


def run(folders: Folders, settings: Settings, engine: str) -> int:
    """Build the site. Print nothing when it succeeds.

    Returns:
        0.

    Raises:
        DataError: When the data has mistakes.
        BuildError: When the engine or Pagefind fails, or is not installed.
    """
    build(folders, settings, engine)
    return 0
