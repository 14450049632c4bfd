"""Which files there are for other programs."""

from __future__ import annotations

from scripts.exports import api, dcat, description, feeds, plain, tables
from scripts.licences import notice
from scripts.pages.page import Site


def exports(site: Site) -> dict[str, str]:
    """Every file that is not a page.

    Args:
        site: What all pages share.

    Returns:
        Path within the site → text.
    """
    found: dict[str, str] = {}
    for family in (api, tables, description, feeds, dcat, plain, notice):
        found |= family.files(site)
    return found
