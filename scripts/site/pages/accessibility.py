"""The accessibility statement that Swedish law requires of public bodies (lag 2018:1937, 13 §).

The organisation responsible for the site is given in the settings when the site is published. Until
then the page marks the missing details.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.site.page import Context, Page

ASSESSED = "2026-11-25"
"""Day of the latest assessment. Update it by hand, together with the description of the tests on the page."""


@dataclass(frozen=True)
class AccessibilityPage(Context):
    """The accessibility statement.

    Attributes:
        assessed: Day of the latest assessment.
        publisher: The organisation that publishes the site; empty when it is not filled in.
        contact: Its e-mail address; empty when it is not filled in.
        published: Day of publication; empty when it is not filled in.
        issues: Address where issues are filed; empty when the repository is not known.
    """

    template: ClassVar[str] = "accessibility.md.jinja"

    assessed: str
    publisher: str
    contact: str
    published: str
    issues: str


def statement(site: Site) -> Page:
    """Return the statement."""
    return Page(
        path="tillganglighet/index.md",
        title="Tillgänglighet",
        description="Hur tillgänglig webbplatsen är, vad som brister, hur du säger till och hur vi har testat.",
        kind=Kind.ABOUT,
        section="tillganglighet",
        context=AccessibilityPage(
            assessed=ASSESSED,
            publisher=site.settings.publisher,
            contact=site.settings.contact,
            published=site.settings.published,
            issues=f"{site.settings.repository_url}/issues" if site.settings.repository_url else "",
        ),
    )
