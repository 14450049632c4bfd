"""A sluice as an answer of the interface: in brief for lists, and with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.exports.api import responses, schema
from scripts.exports.inventory import FOLDER
from scripts.exports.urls import page_url, whole
from scripts.library.case_outline import cited
from scripts.library.context import Site
from scripts.library.library import CaseEntry, Library, TopicEntry, stance, use_id
from scripts.library.queries import actor_name
from scripts.library.similarity import similar
from scripts.library.source_register import PATH, registered_at
from scripts.model.case import Actor
from scripts.model.case import Case as CaseFile
from scripts.model.claims import Claim, Figure, Source
from scripts.model.enums import Choice, SourceKind
from scripts.model.registry import TOPIC_KINDS

SAME_IN_BOTH = (
    "title", "place", "official_title", "title_en", "summary", "summary_en", "funding_sek", "employees", "diary_number",
    "staffing", "way_in",
)  # fmt: skip
"""The fields that stand in an answer as they stand in the file."""


def in_brief(entry: CaseEntry, site: Site) -> schema.CaseInList:
    """A sluice, as it stands in the list."""
    return schema.CaseInList(**_in_brief(entry, site))


def whole_case(entry: CaseEntry, site: Site) -> responses.Case:
    """A sluice with every statement, its sources, and the sluices that are like it."""
    library, case = site.library, entry.case
    return responses.Case(
        **_in_brief(entry, site),
        basis={
            name: schema.Basis(sources=basis.sources, note=basis.note)
            for name in type(case.basis).model_fields
            if (basis := getattr(case.basis, name)) is not None
        },
        statements=tuple(statements(entry, site)),
        gaps=case.gaps,
        **{kind: tuple(_stands(entry, kind, site)) for kind in TOPIC_KINDS},
        similar=tuple(
            schema.Likeness(**named(likeness.entry, site), reasons=likeness.reasons)
            for likeness in similar(entry, library)
        ),
        sources=tuple(schema.SourceOfCase(**source_fields(key, entry.sources[key], site)) for key in cited(entry)),
    )


def _in_brief(entry: CaseEntry, site: Site) -> dict[str, Any]:
    library, case = site.library, entry.case
    return {
        "id": entry.id,
        "url": page_url(site, entry),
        "data": whole(site, f"{FOLDER}/cases/{entry.id}.json"),
        "modified": site.dates.of([f"{entry.id}.yml"]) or None,
        **{name: getattr(case, name) for name in SAME_IN_BOTH},
        "status": choice(case.status),
        "form": choice(case.form),
        "outcome": choice(case.aftermath.outcome),
        "period": schema.Period(start=case.period.start, end=case.period.end),
        "coordinator": _actor(case.coordinator, library),
        "participants": tuple(_actor(actor, library) for actor in case.participants),
        "tags": tuple(schema.Reference(**named(library.tag_by_id[tag], site)) for tag in case.tags),
        "statements_total": sum(1 for _ in parts(case)),
        "sources_total": len(cited(entry)),
    }


def parts(case: CaseFile) -> Iterator[tuple[str, Any]]:
    """Every statement with the part of the file that it stands in, in the order of the page."""
    for part in ("background", "goals", "methods", "results"):
        yield from ((part, claim) for claim in getattr(case, part))
    if case.flow is not None:
        yield "flow", case.flow
    for part in ("success_factors", "lessons", "examples"):
        yield from ((part, claim) for claim in getattr(case, part))
    yield "aftermath", case.aftermath
    yield from (("aftermath.details", claim) for claim in case.aftermath.details)
    yield from (("disagreements", claim) for claim in case.disagreements)


def statements(entry: CaseEntry, site: Site) -> Iterator[schema.Statement]:
    """Every statement of a sluice.

    Args:
        entry: The sluice.
        site: Knows the records that it speaks of.

    Yields:
        The statements, in the order of the page.
    """
    for part, claim in parts(entry.case):
        is_use = part in TOPIC_KINDS
        topic = site.library.topic_by_id[use_id(claim)] if is_use else None
        outcome = getattr(claim, "outcome", None)
        found = (claim.figure,) if getattr(claim, "figure", None) else getattr(claim, "stages", ())
        yield schema.Statement(
            **sourced(claim, entry.sources),
            part=part,
            record=schema.Reference(**named(topic, site)) if topic else None,
            stance=stance(claim).value if is_use else None,
            about=getattr(claim, "title", None) or getattr(claim, "about", None),
            outcome=choice(outcome) if outcome is not None else None,
            figures=tuple(map(_figure, found)) or None,
        )


def sourced(claim: Claim, sources: Any) -> dict[str, Any]:
    """A text, its sources, and who is speaking in them."""
    kinds = {sources[key].kind for key in claim.sources}
    return {
        "text": claim.text,
        "sources": claim.sources,
        "source_kinds": tuple(kind.value for kind in SourceKind if kind in kinds),
        "independent": SourceKind.INDEPENDENT in kinds,
    }


def source_fields(key: str, source: Source, site: Site) -> dict[str, Any]:
    """A source, with its place in the register of sources."""
    return {
        "id": key,
        "url": page_url(site, registered_at(site).get(key, PATH), key),
        "title": source.title,
        "publisher": source.publisher,
        "original_url": source.url,
        "kind": choice(source.kind),
        "language": source.language.value,
        "machine_translated": source.machine_translated,
        "version": source.version,
        "read": source.read,
    }


def named(target: Any, site: Site) -> dict[str, str]:
    """The id, name and page of what has a page."""
    record = getattr(target, "record", target)
    return {"id": record.id, "name": record.name, "url": page_url(site, target)}


def choice(value: Choice) -> schema.Choice:
    """A value out of a fixed set, with its words."""
    return schema.Choice(id=value.value, label=value.label)


def _stands(entry: CaseEntry, kind: str, site: Site) -> Iterator[schema.Stand]:
    """Each record that the sluice speaks of, once."""
    stances: dict[str, dict[str, None]] = {}
    for use in entry.uses(kind):
        stances.setdefault(use_id(use), {})[stance(use).value] = None
    for id_, found in stances.items():
        topic: TopicEntry = site.library.topic_by_id[id_]
        yield schema.Stand(**named(topic, site), stances=tuple(found))


def _actor(actor: Actor, library: Library) -> schema.Actor:
    bare = actor.model_copy(update={"unit": None})
    return schema.Actor(name=actor_name(bare, library), municipality=actor.municipality, unit=actor.unit)


def _figure(figure: Figure) -> schema.Figure:
    value = int(figure.value) if float(figure.value).is_integer() else figure.value
    return schema.Figure(value=value, unit=figure.unit, precision=figure.precision.value)
