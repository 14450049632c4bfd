"""Redirects from old addresses, as pages that need no configuration of the web server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import Site, address
from scripts.library.kinds import Kind
from scripts.site.page import Context, Page


@dataclass(frozen=True)
class RedirectPage(Context):
    """A redirect.

    Attributes:
        target: The page to redirect to.
    """

    template: ClassVar[str] = "redirect.md.jinja"

    target: Page


def pages(site: Site, others: Iterable[Page]) -> Iterator[Page]:
    """Yield a page for each redirect of the library.

    Args:
        site: Data and settings shared by all pages.
        others: The pages that redirects can lead to.

    Yields:
        The pages, which neither lists nor search include.
    """
    by_path = {page.path: page for page in others}
    for old, new in site.library.redirects.items():
        path, target = f"{old}/index.md", by_path[f"{new}/index.md"]
        yield Page(
            path=path,
            title=f"Sidan har flyttat: {old}",
            description=f"Sidan finns nu på en annan adress: {target.title}.",
            kind=Kind.ABOUT,
            section=target.section,
            searched=False,
            redirect=address(path, target.path),
            canonical=f"{site.settings.site_url}/{new}/" if site.settings.site_url else "",
            context=RedirectPage(target=target),
        )
