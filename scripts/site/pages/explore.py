"""Everything there is to find, with ways to filter it.

Without script the page is a complete list by kind. With it, the form narrows the list, and search
is what answers (`assets/js/explore.js`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from scripts.library.context import Site
from scripts.library.facets import KIND, facets
from scripts.library.kinds import Kind
from scripts.site.page import Page

PATH = "utforska/index.md"

MOST_LISTED = 150
"""With more pages of a kind than this, the page leads to the list of them instead of repeating it."""


def explore(site: Site, others: Sequence[Page]) -> Page:
    """The page that lists everything.

    Args:
        site: What all pages share.
        others: The other pages.

    Returns:
        The page.
    """
    listed = [page for page in others if page.kind.is_listed and not page.follows]
    kinds = [kind for kind in Kind if any(page.kind is kind for page in listed)]
    counts = Counter((KIND, page.kind.value) for page in listed)
    counts.update((facet, value) for page in listed for facet, values in page.facets.items() for value in values)
    return Page(
        path=PATH,
        title="Utforska allt",
        description="Sök och filtrera bland slussar, metoder, framgångsfaktorer, lärdomar, svar och vägledning.",
        template="explore.md.jinja",
        kind=Kind.OVERVIEW,
        section="utforska",
        searched=False,
        script="explore.js",
        context={
            "facets": facets(site.library, [(kind.value, kind.plural) for kind in kinds]),
            "counts": counts,
            "groups": tuple((kind, _sorted(listed, kind)) for kind in kinds),
            "most": MOST_LISTED,
            "total": len(listed),
        },
    )


def _sorted(pages: Sequence[Page], kind: Kind) -> tuple[Page, ...]:
    return tuple(sorted((page for page in pages if page.kind is kind), key=lambda page: page.order))
