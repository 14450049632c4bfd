"""Serialization of the catalogue for the API: topics, tags, sources and municipalities."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any

from scripts.exports.api import catalogue_schema, schema
from scripts.exports.api.case_serializer import named, source_fields, sourced
from scripts.exports.urls import file_url, page_url
from scripts.library.context import Site, web_path
from scripts.library.evidence import Counts, Standing
from scripts.library.library import CaseEntry, Mention, TopicEntry
from scripts.library.source_register import cited_sources
from scripts.model.enums import SourceKind
from scripts.model.registry import TOPIC_KINDS
from scripts.text.swedish import sort_key

LEVELS = ("Inget exempel bland slussarna", "Ett exempel", "Flera exempel", "Flera exempel och oberoende källa")
"""The labels of the levels of evidence that version 1.1 of the API had, weakest first."""


def topics(site: Site, kind: str) -> tuple[catalogue_schema.Topic, ...]:
    """Return the methods, success factors or lessons, sorted by name."""
    return tuple(_topic(entry, site) for entry in site.library.topics[kind])


def _topic(entry: TopicEntry, site: Site) -> catalogue_schema.Topic:
    record, library = entry.record, site.library
    phases = {phase.id: phase for phase in library.phases}
    area = next((area for area in library.areas if area.id == entry.area), None)
    reference = partial(_reference, site=site)
    return catalogue_schema.Topic(
        **named(entry, site),
        name_en=record.name_en,
        aliases=record.aliases,
        description=tuple(schema.Sourced(**sourced(claim, library.sources)) for claim in record.description),
        studies=tuple(schema.Sourced(**sourced(claim, library.sources)) for claim in record.studies),
        elsewhere=tuple(
            catalogue_schema.Elsewhere(**sourced(claim, library.sources), place=claim.place)
            for claim in record.elsewhere
        ),
        questions=record.questions,
        area=schema.Choice(id=area.id, label=area.name) if area else None,
        phases=tuple(schema.Choice(id=key, label=phases[key].name) for key in record.phases),
        tags=tuple(reference(library.tag_by_id[tag]) for tag in record.tags),
        related=tuple(reference(library.topic_by_id[key]) for key in record.related if key in library.topic_by_id),
        evidence=_evidence(entry),
        uses=tuple(
            catalogue_schema.TopicUse(
                **_mention(mention, site),
                stage=mention.use.stage,
                stance=mention.use.stance,
                standing=mention.standing,
                counted=mention.standing is Standing.DONE,
            )
            for mention in entry.mentions
        ),
        supporting=tuple(
            catalogue_schema.Mention(**_mention(mention, site)) for mention in entry.mentions_as(Standing.DONE)
        ),
        contradicting=tuple(
            catalogue_schema.Mention(**_mention(mention, site)) for mention in entry.mentions_as(Standing.AGAINST)
        ),
    )


def _evidence(entry: TopicEntry) -> catalogue_schema.Evidence:
    evidence = entry.evidence
    level = min(evidence.done, 2) + (evidence.done > 1 and evidence.independent)
    return catalogue_schema.Evidence(
        done=evidence.done,
        planned=evidence.planned,
        against=evidence.against,
        speakers=_counts(evidence.speakers),
        studies=_counts(evidence.studies),
        where=entry.where,
        who=evidence.who or None,
        level=level,
        label=LEVELS[level],
        sluices=evidence.done,
        independent=evidence.independent,
    )


def _counts(counts: Counts) -> dict[str, int]:
    return {kind.value: counts[kind] for kind in SourceKind if counts.get(kind)}


def _mention(mention: Mention, site: Site) -> dict[str, Any]:
    """Return the fields of `catalogue_schema.Mention`."""
    return {**sourced(mention.use, mention.entry.sources), "case": _reference(mention.entry, site)}


def tags(site: Site) -> tuple[catalogue_schema.Tag, ...]:
    """Return the tags in use, sorted by name."""
    library = site.library
    return tuple(
        catalogue_schema.Tag(
            **named(entry, site),
            name_en=entry.record.name_en,
            description=entry.record.description,
            cases=tuple(_reference(case, site) for case in entry.cases),
            **{
                kind: tuple(_reference(topic, site) for topic in entry.topics if topic.kind == kind)
                for kind in TOPIC_KINDS
            },
            statements=tuple(
                catalogue_schema.TaggedStatement(**sourced(claim, library.sources), page=_reference(target, site))
                for target, claim in entry.statements
            ),
        )
        for entry in library.tags
        if entry.size
    )


def sources(site: Site) -> tuple[catalogue_schema.Source, ...]:
    """Return the cited sources, sorted by publisher and title."""
    return tuple(
        catalogue_schema.Source(
            **source_fields(cited.id, cited.source, site),
            cited_by=tuple(
                catalogue_schema.PageLink(name=name, url=file_url(site, web_path(path))) for name, path in cited.used
            ),
        )
        for cited in cited_sources(site)
    )


def municipalities(site: Site) -> tuple[catalogue_schema.Municipality, ...]:
    """Return the municipalities that are named as participants in a sluice or a pre-study, sorted by name."""
    library = site.library
    cases: dict[str, dict[str, CaseEntry]] = {}
    for entry in library.cases:
        for code in _codes((entry.case.coordinator, *entry.case.participants)):
            cases.setdefault(code, {})[entry.id] = entry
    studies: dict[str, dict[str, None]] = {}
    for study in library.guidance.prestudies:
        for code in _codes((study.coordinator, *study.participants)):
            studies.setdefault(code, {})[study.name] = None
    participants = (library.municipalities[code] for code in {*cases, *studies})
    return tuple(
        catalogue_schema.Municipality(
            id=municipality.code,
            url=page_url(site, "kommuner/index.md"),
            name=municipality.name,
            official_name=municipality.official_name,
            county=municipality.county,
            latitude=municipality.latitude,
            longitude=municipality.longitude,
            population=municipality.population,
            population_year=municipality.population_year,
            group=schema.Choice(id=municipality.group, label=municipality.group_name),
            cases=tuple(_reference(entry, site) for entry in cases.get(municipality.code, {}).values()),
            prestudies=tuple(studies.get(municipality.code, ())),
        )
        for municipality in sorted(participants, key=lambda municipality: sort_key(municipality.name))
    )


def _codes(actors: Iterable[Any]) -> Iterator[str]:
    return (actor.municipality for actor in actors if actor.municipality)


def _reference(target: Any, site: Site) -> schema.Reference:
    return schema.Reference(**named(target, site))
