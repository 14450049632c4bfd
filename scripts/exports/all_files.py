"""Which files there are for other programs."""

from __future__ import annotations

from scripts.exports import atom, csv_tables, dcat, licence_notice, text_files
from scripts.exports.api import files as api
from scripts.exports.api import openapi
from scripts.library.context import Site


def exports(site: Site) -> dict[str, str]:
    """Every file that is not a page.

    Args:
        site: What all pages share.

    Returns:
        Path within the site → text.
    """
    found: dict[str, str] = {}
    for family in (api, csv_tables, openapi, atom, dcat, text_files, licence_notice):
        found |= family.files(site)
    return found
