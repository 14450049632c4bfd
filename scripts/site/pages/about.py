"""What the site is, and where it comes from."""

from __future__ import annotations

from scripts.library.context import Site
from scripts.library.kinds import Kind
from scripts.library.queries import counts
from scripts.site.page import Page


def about(site: Site) -> Page:
    """What the site is, and where it comes from."""
    return Page(
        path="om/index.md",
        title="Om webbplatsen",
        description="Vad webbplatsen är, var uppgifterna kommer ifrån och hur du får använda dem.",
        template="about.md.jinja",
        kind=Kind.ABOUT,
        section="om",
        context={"counts": counts(site.library)},
    )
