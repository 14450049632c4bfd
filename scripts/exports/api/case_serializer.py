"""Serialization of sluices for the API: a summary for lists, and the full response."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from scripts.exports.api import catalogue_schema, responses, schema
from scripts.exports.api.conclusion_serializer import conclusion
from scripts.exports.inventory import FOLDER
from scripts.exports.urls import file_url, page_url
from scripts.library.case_content import Mark, Statement, case_content
from scripts.library.case_outline import cited, claims
from scripts.library.conclusions import placed_texts
from scripts.library.context import Site
from scripts.library.library import CaseEntry, Library, TopicEntry, use_id
from scripts.library.queries import actor_name
from scripts.library.source_register import PATH, register_pages
from scripts.model.case import Actor, Case
from scripts.model.claims import Claim, Figure, Source
from scripts.model.enums import Choice, SourceKind
from scripts.model.registry import TOPIC_KINDS

CONVERTED = frozenset({"status", "form", "period", "coordinator", "participants", "tags"})
"""The fields of a case that have another form in the API than in the file."""

COPIED = tuple(name for name in schema.CaseInList.model_fields if name in Case.model_fields and name not in CONVERTED)
"""The fields of a case that have the same form in the API as in the file."""


def case_summary(entry: CaseEntry, site: Site) -> schema.CaseInList:
    """Return a sluice as an item of the list of sluices."""
    return schema.CaseInList(**_summary_fields(entry, site))


def case_response(entry: CaseEntry, site: Site) -> responses.Case:
    """Return a sluice with its statements, its sources and the sluices that are similar to it."""
    content = case_content(entry, site.library)
    return responses.Case(
        **_summary_fields(entry, site),
        basis={
            name: schema.Basis(sources=basis.sources, note=basis.note)
            for name in type(content.case.basis).model_fields
            if (basis := getattr(content.case.basis, name)) is not None
        },
        statements=tuple(_statement(statement, entry, site) for statement in content.statements),
        takeaway=_takeaway(entry, site),
        gaps=content.case.gaps,
        **{kind: tuple(_stands(entry, kind, site)) for kind in TOPIC_KINDS},
        similar=tuple(
            schema.Likeness(**named(similar.entry, site), reasons=similar.reasons) for similar in content.similar
        ),
        sources=tuple(schema.SourceOfCase(**source_fields(key, entry.sources[key], site)) for key in cited(entry)),
    )


def _takeaway(entry: CaseEntry, site: Site) -> catalogue_schema.Conclusion | None:
    placed = (text for text in placed_texts(site.library) if text.kind == "takeaways" and text.page is entry)
    return next((conclusion(text, site) for text in placed), None)


def _summary_fields(entry: CaseEntry, site: Site) -> dict[str, Any]:
    library, case = site.library, entry.case
    return {
        "id": entry.id,
        "url": page_url(site, entry),
        "data": file_url(site, f"{FOLDER}/cases/{entry.id}.json"),
        "modified": site.dates.of([f"{entry.id}.yml"]) or None,
        **{name: getattr(case, name) for name in COPIED},
        "status": choice(case.status),
        "form": choice(case.form),
        "outcome": choice(case.aftermath.outcome),
        "outcome_as_of": case.aftermath.as_of,
        "period": schema.Period(start=case.period.start, end=case.period.end),
        "coordinator": _actor(case.coordinator, library),
        "participants": tuple(_actor(actor, library) for actor in case.participants),
        "tags": tuple(schema.Reference(**named(library.tag_by_id[tag], site)) for tag in case.tags),
        "statements_total": sum(1 for _ in claims(case)),
        "sources_total": len(cited(entry)),
    }


def _statement(statement: Statement, entry: CaseEntry, site: Site) -> schema.Statement:
    marks = {mark.field: mark for mark in statement.marks}
    return schema.Statement(
        **sourced(statement.claim, entry.sources),
        id=statement.claim.id,
        part=statement.field,
        record=schema.Reference(**named(statement.topic, site)) if statement.topic else None,
        stage=marks["stage"].value if "stage" in marks else None,
        stance=marks["stance"].value if "stance" in marks else None,
        standing=statement.standing,
        about=statement.about or None,
        outcome=_mark_choice(marks["outcome"]) if "outcome" in marks else None,
        as_of=(marks["as_of"].value or None) if "as_of" in marks else None,
        tags=tuple(schema.Reference(**named(tag, site)) for tag in statement.tags) or None,
        marks=tuple(schema.Mark(field=mark.field, id=mark.value, label=mark.label) for mark in statement.marks) or None,
        figures=tuple(map(_figure, statement.figures)) or None,
    )


def _mark_choice(mark: Mark) -> schema.Choice:
    return schema.Choice(id=mark.value, label=mark.label)


def sourced(claim: Claim, sources: Any) -> dict[str, Any]:
    """Return the fields of `schema.Sourced`: a text, the ids of its sources, and their kinds."""
    kinds = {sources[key].kind for key in claim.sources}
    return {
        "text": claim.text,
        "sources": claim.sources,
        "source_kinds": tuple(kind.value for kind in SourceKind if kind in kinds),
        "independent": SourceKind.INDEPENDENT in kinds,
    }


def source_fields(key: str, source: Source, site: Site) -> dict[str, Any]:
    """Return the fields of `schema.SourceOfCase`: a source, with the URL of its entry in the register of sources."""
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
        "plan": source.plan,
    }


def named(target: Any, site: Site) -> dict[str, str]:
    """Return the fields of `schema.Reference`: the id, name and URL of something that has a page of its own."""
    record = getattr(target, "record", target)
    return {"id": record.id, "name": record.name, "url": page_url(site, target)}


def choice(value: Choice) -> schema.Choice:
    """Return a value from a fixed set, with its label."""
    return schema.Choice(id=value.value, label=value.label)


def _stands(entry: CaseEntry, kind: str, site: Site) -> Iterator[schema.Stand]:
    """Yield each topic of a kind that a sluice mentions, with its stances towards the topic."""
    stances: dict[str, dict[str, None]] = {}
    for use in entry.uses(kind):
        stances.setdefault(use_id(use), {})[use.stance.value] = None
    for id_, values in stances.items():
        topic: TopicEntry = site.library.topic_by_id[id_]
        yield schema.Stand(**named(topic, site), stances=tuple(values), standing=topic.standings[entry.id])


def _actor(actor: Actor, library: Library) -> schema.Actor:
    without_unit = actor.model_copy(update={"unit": None})
    return schema.Actor(name=actor_name(without_unit, library), municipality=actor.municipality, unit=actor.unit)


def _figure(figure: Figure) -> schema.Figure:
    value = int(figure.value) if float(figure.value).is_integer() else figure.value
    return schema.Figure(value=value, unit=figure.unit, precision=figure.precision.value, counts=figure.counts)
