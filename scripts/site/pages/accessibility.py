"""The accessibility statement that Swedish law asks of public bodies (lag 2018:1937, 13 §).

Who answers for the site is not known here: it is filled in with settings when the site is
published, and until then the page marks what is missing.
"""

from __future__ import annotations

from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.site.page import Page

ASSESSED = "2026-11-25"
"""The day of the latest assessment. Changed by hand, together with what the page says was tested."""


def statement(site: Site) -> Page:
    """The statement."""
    return Page(
        path="tillganglighet/index.md",
        title="Tillgänglighet",
        description="Hur tillgänglig webbplatsen är, vad som brister, hur du säger till och hur vi har testat.",
        template="accessibility.md.jinja",
        kind=Kind.ABOUT,
        section="tillganglighet",
        context={
            "assessed": ASSESSED,
            "publisher": site.settings.publisher,
            "contact": site.settings.contact,
            "published": site.settings.published,
            "issues": f"{site.settings.repository_url}/issues" if site.settings.repository_url else "",
        },
    )
