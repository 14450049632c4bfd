"""The facets that pages can be filtered by: kind, phase, area, tag, county, form, outcome and evidence.

The ids of facets and of their values are part of the address of a filtered view, so they must not change.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from scripts.library.evidence import Evidence
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.similarity import counties_of
from scripts.model.enums import Form, Outcome
from scripts.text.swedish import ascii_slug, sort_key

Values = Mapping[str, tuple[str, ...]]
"""Id of a facet → ids of the values that a page has."""

KIND = "slag"
"""The id of the facet for the kind of page."""


@dataclass(frozen=True)
class Facet:
    """A facet to filter pages by.

    Attributes:
        id: Its id in addresses.
        label: Its name.
        values: The id and the name of each value, in the order to show them.
        note: An explanation for readers; empty for most facets.
    """

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
_EVIDENCE = (
    ("flera", "Gjort i minst två slussar"),
    ("ett", "Gjort i en sluss"),
    ("planerat", "Planerat"),
    ("inget", "Inte gjort i någon sluss"),
    ("oberoende", "Oberoende källa"),
)
"""The id and the name of each value of evidence. A topic can have several of them."""


def facets(library: Library, kinds: Iterable[tuple[str, str]]) -> tuple[Facet, ...]:
    """Return the facets of the site.

    Args:
        library: The library with the phases, areas, tags and counties to filter by.
        kinds: The id and name of each kind of page.

    Returns:
        The facets that have at least one value.
    """
    counties = {county for entry in library.cases for county in counties_of(entry, library)}
    by_case = "Metoder, faktorer och lärdomar räknas hit när en sådan sluss har gjort eller lärt sig det."
    all_facets = (
        Facet(KIND, "Slag", tuple(kinds)),
        Facet("skede", "Skede", tuple((phase.id, str(phase.name)) for phase in library.phases)),
        Facet("omrade", "Lärdomarnas område", tuple((area.id, str(area.name)) for area in library.areas)),
        Facet("underlag", "Underlag", _EVIDENCE),
        Facet("utfall", "Vad hände sedan", tuple((_OUTCOMES[outcome], outcome.label) for outcome in Outcome), by_case),
        Facet("form", "Form", tuple((_FORMS[form], form.label) for form in Form), by_case),
        Facet("lan", "Län", tuple((ascii_slug(name), name) for name in sorted(counties, key=sort_key)), by_case),
        Facet("tagg", "Tagg", tuple((e.record.id, str(e.record.name)) for e in library.tags if e.size)),
    )
    return tuple(facet for facet in all_facets if facet.values)


def of_case(entry: CaseEntry, library: Library) -> Values:
    """Return the facet values of a sluice."""
    case = entry.case
    return {
        "utfall": (_OUTCOMES[case.aftermath.outcome],),
        "form": (_FORMS[case.form],),
        "lan": tuple(sorted(ascii_slug(county) for county in counties_of(entry, library))),
        "tagg": case.tags,
    }


def of_topic(entry: TopicEntry, library: Library) -> Values:
    """Return the facet values of a method, factor or lesson: its own, and those of the sluices that have done it."""
    record = entry.record
    case_values = [of_case(case, library) for case in entry.done_in.values()]
    return {
        "skede": record.phases,
        "omrade": (entry.area,) if entry.area else (),
        "underlag": tuple(_values_of(entry.evidence)),
        "tagg": record.tags,
        **{facet: _union(values[facet] for values in case_values) for facet in ("utfall", "form", "lan")},
    }


def _values_of(evidence: Evidence) -> Iterator[str]:
    """Yield the ids of the values of evidence that a topic has."""
    match evidence.done:
        case 0:
            yield "inget"
        case 1:
            yield "ett"
        case _:
            yield "flera"
    if evidence.planned:
        yield "planerat"
    if evidence.independent:
        yield "oberoende"


def _union(groups: Iterable[tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(sorted({value for group in groups for value in group}))
