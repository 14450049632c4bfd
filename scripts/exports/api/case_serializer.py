"""A sluice as an answer of the interface: in brief for lists, and with all that is said of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.exports.api import responses, schema
from scripts.exports.inventory import FOLDER
from scripts.exports.urls import page_url, whole
from scripts.library.case_content import Mark, Statement, case_content
from scripts.library.case_outline import cited, claims
from scripts.library.context import Site
from scripts.library.library import CaseEntry, Library, TopicEntry, stance, use_id
from scripts.library.queries import actor_name
from scripts.library.source_register import PATH, register_pages
from scripts.model.case import Actor, Case
from scripts.model.claims import Claim, Figure, Source
from scripts.model.enums import Choice, SourceKind
from scripts.model.registry import TOPIC_KINDS

CONVERTED = frozenset({"status", "form", "period", "coordinator", "participants", "tags"})
"""The fields of a case that the API gives in another shape than the file."""

COPIED = tuple(name for name in schema.CaseInList.model_fields if name in Case.model_fields and name not in CONVERTED)
"""The fields that the API gives as they stand in the file."""


def in_brief(entry: CaseEntry, site: Site) -> schema.CaseInList:
    """A sluice, as it stands in the list."""
    return schema.CaseInList(**_in_brief(entry, site))


def whole_case(entry: CaseEntry, site: Site) -> responses.Case:
    """A sluice with every statement, its sources, and the sluices that are like it."""
    content = case_content(entry, site.library)
    return responses.Case(
        **_in_brief(entry, site),
        basis={
            name: schema.Basis(sources=basis.sources, note=basis.note)
            for name in type(content.case.basis).model_fields
            if (basis := getattr(content.case.basis, name)) is not None
        },
        statements=tuple(_statement(said, entry, site) for said in content.statements),
        gaps=content.case.gaps,
        **{kind: tuple(_stands(entry, kind, site)) for kind in TOPIC_KINDS},
        similar=tuple(
            schema.Likeness(**named(likeness.entry, site), reasons=likeness.reasons) for likeness in content.similar
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
        **{name: getattr(case, name) for name in COPIED},
        "status": choice(case.status),
        "form": choice(case.form),
        "outcome": choice(case.aftermath.outcome),
        "period": schema.Period(start=case.period.start, end=case.period.end),
        "coordinator": _actor(case.coordinator, library),
        "participants": tuple(_actor(actor, library) for actor in case.participants),
        "tags": tuple(schema.Reference(**named(library.tag_by_id[tag], site)) for tag in case.tags),
        "statements_total": sum(1 for _ in claims(case)),
        "sources_total": len(cited(entry)),
    }


def _statement(said: Statement, entry: CaseEntry, site: Site) -> schema.Statement:
    return schema.Statement(
        **sourced(said.claim, entry.sources),
        part=said.field,
        record=schema.Reference(**named(said.topic, site)) if said.topic else None,
        stance=next((mark.value for mark in said.marks if mark.field == "stance"), None),
        about=said.about or None,
        outcome=next((_marked(mark) for mark in said.marks if mark.field == "outcome"), None),
        marks=tuple(schema.Mark(field=mark.field, id=mark.value, label=mark.label) for mark in said.marks) or None,
        figures=tuple(map(_figure, said.figures)) or None,
    )


def _marked(mark: Mark) -> schema.Choice:
    return schema.Choice(id=mark.value, label=mark.label)


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
        "url": page_url(site, register_pages(site).get(key, PATH), key),
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
