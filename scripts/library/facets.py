"""What a page can be filtered by: kind, phase, area, tag, county, form, outcome, evidence.

A facet's id and the ids of its values are what stands in the address of a filtered view, so they
are a promise like other addresses.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from scripts.library.evidence import Level
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.similarity import counties_of
from scripts.model.enums import Form, Outcome
from scripts.text.swedish import ascii_slug, sort_key

Values = Mapping[str, tuple[str, ...]]
"""Facet → the values that something has."""

KIND = "slag"


@dataclass(frozen=True)
class Facet:
    """A way to filter: its id, its name, and its values with their names, in the order to show them."""

    id: str
    label: str
    values: tuple[tuple[str, str], ...]
    note: str = ""


_OUTCOMES = {
    Outcome.CONTINUED: "fortsatte",
    Outcome.TRANSFORMED: "blev-annat",
    Outcome.ENDED: "upphorde",
    Outcome.UNKNOWN: "inte-kant",
}
_FORMS = {Form.SINGLE: "egen", Form.SHARED: "gemensam", Form.PARALLEL: "parallella"}
_LEVELS = {Level.NONE: "inget", Level.SINGLE: "ett", Level.SEVERAL: "flera", Level.INDEPENDENT: "oberoende"}


def facets(library: Library, kinds: Iterable[tuple[str, str]]) -> tuple[Facet, ...]:
    """Every way to filter.

    Args:
        library: Knows what there is to filter by.
        kinds: The kinds of pages, id and name.

    Returns:
        The facets that have at least one value.
    """
    counties = {county for entry in library.cases for county in counties_of(entry, library)}
    by_case = "Metoder, faktorer och lärdomar räknas hit när en sådan sluss talar för dem."
    found = (
        Facet(KIND, "Slag", tuple(kinds)),
        Facet("skede", "Skede", tuple((phase.id, str(phase.name)) for phase in library.phases)),
        Facet("omrade", "Lärdomarnas område", tuple((area.id, str(area.name)) for area in library.areas)),
        Facet("underlag", "Underlag", tuple((_LEVELS[level], level.label) for level in Level)),
        Facet("utfall", "Vad hände sedan", tuple((_OUTCOMES[found], found.label) for found in Outcome), by_case),
        Facet("form", "Form", tuple((_FORMS[form], form.label) for form in Form), by_case),
        Facet("lan", "Län", tuple((ascii_slug(name), name) for name in sorted(counties, key=sort_key)), by_case),
        Facet("tagg", "Tagg", tuple((e.record.id, str(e.record.name)) for e in library.tags if e.size)),
    )
    return tuple(facet for facet in found if facet.values)


def of_case(entry: CaseEntry, library: Library) -> Values:
    """What a sluice is found by."""
    case = entry.case
    return {
        "utfall": (_OUTCOMES[case.aftermath.outcome],),
        "form": (_FORMS[case.form],),
        "lan": tuple(sorted(ascii_slug(county) for county in counties_of(entry, library))),
        "tagg": case.tags,
    }


def of_topic(entry: TopicEntry, library: Library) -> Values:
    """What a method, factor or lesson is found by: what is its own, and what its sluices have."""
    record = entry.record
    by_cases = [of_case(mention.entry, library) for mention in entry.supporting]
    return {
        "skede": record.phases,
        "omrade": (entry.area,) if entry.area else (),
        "underlag": (_LEVELS[entry.evidence.level],),
        "tagg": record.tags,
        **{facet: _united(values[facet] for values in by_cases) for facet in ("utfall", "form", "lan")},
    }


def _united(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({value for group in groups for value in group}))
