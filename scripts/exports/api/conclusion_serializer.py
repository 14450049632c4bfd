"""Serialization of conclusions for the API, apart from statements."""

from __future__ import annotations

from scripts.exports.api import catalogue_schema
from scripts.exports.urls import page_url
from scripts.library.conclusions import PlacedText, placed_texts
from scripts.library.context import Site
from scripts.library.grounds import sources_of
from scripts.model.conclusions import Point
from scripts.model.enums import SourceKind


def conclusions(site: Site) -> tuple[catalogue_schema.Conclusion, ...]:
    """Return every conclusion and other grounded text."""
    return tuple(conclusion(placed, site) for placed in placed_texts(site.library))


def conclusion(placed: PlacedText, site: Site) -> catalogue_schema.Conclusion:
    """Return a conclusion, with the sources of the statements that it rests on."""
    text, sources = placed.text, site.library.sources
    keys = sources_of(text, site.library)
    kinds = {sources[key].kind for key in keys}
    return catalogue_schema.Conclusion(
        id=placed.id,
        url=page_url(site, placed.page),
        author=placed.author,
        part=placed.field,
        text=text.text,
        calculation=text.calculation if isinstance(text, Point) else None,
        rests_on=text.rests_on,
        against=text.against,
        done=text.done,
        reviewed=text.reviewed,
        sources=keys,
        source_kinds=tuple(kind.value for kind in SourceKind if kind in kinds),
        independent=SourceKind.INDEPENDENT in kinds,
    )
