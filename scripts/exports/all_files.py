"""The complete set of exported files."""

from __future__ import annotations

from scripts.exports import atom, csv_tables, dcat, licence_notice, text_files
from scripts.exports.api import files as api
from scripts.exports.api import openapi
from scripts.library.context import Site


def exports(site: Site) -> dict[str, str]:
    """Return the generated files that are not pages.

    Args:
        site: The context of pages and exports.

    Returns:
        Path within the site → text.
    """
    texts: dict[str, str] = {}
    for module in (api, csv_tables, openapi, atom, dcat, text_files, licence_notice):
        texts |= module.files(site)
    return texts
