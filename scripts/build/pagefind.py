"""Index a built site with Pagefind.

The index is not reproducible to the byte: Pagefind writes its filters in random order, and names files after their
content.
"""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.build.process import run

FOLDER = "pagefind"

NOT_SEARCHED = (".cite", ".sources", ".who", ".also", ".trail", ".contents", ".pager", ".ask .by")
"""Elements left out of the index, because they would clutter the excerpts."""

SEARCHED = "{index.html,*/index.html,*/*/index.html}"
"""The pages to index. Later pages of long lists lie deeper and are left out, since they only repeat other pages."""

COMMAND = (
    sys.executable, "-m", "pagefind", "--force-language", "sv", "--quiet",
    "--exclude-selectors", ",".join(NOT_SEARCHED), "--glob", SEARCHED, "--output-subdir", FOLDER,
)  # fmt: skip

UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""Pagefind's own interfaces. The site has its own search dialog and loads none of them."""


def index(site: Path) -> None:
    """Index the pages of a site, into a folder within it.

    Args:
        site: The folder of the site.

    Raises:
        BuildError: When Pagefind fails or is not installed.
    """
    run([*COMMAND, "--site", str(site.resolve())])
    for pattern in UNUSED:
        for unused in (site / FOLDER).glob(pattern):
            unused.unlink()
