"""The page about the site: its content and its sources."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from scripts.library.kinds import Kind
from scripts.site.page import Context, Page


@dataclass(frozen=True)
class AboutPage(Context):
    """The page about the site. Its data comes from the library and the settings."""

    template: ClassVar[str] = "about.md.jinja"


def about() -> Page:
    """Return the page about the site."""
    return Page(
        path="om/index.md",
        title="Om webbplatsen",
        description="Vad webbplatsen är, var uppgifterna kommer ifrån och hur du får använda dem.",
        kind=Kind.ABOUT,
        section="om",
        context=AboutPage(),
    )
