"""Linking of a dataset to a library: references are resolved in both directions, and evidence is computed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from scripts.library.evidence import evidence, standing
from scripts.library.library import CaseEntry, Guidance, Library, Mention, TagEntry, TopicEntry, use_id
from scripts.library.pointers import PointerIndex
from scripts.library.urls import redirects
from scripts.loading.dataset import Dataset
from scripts.model.catalogue import Topic
from scripts.model.claims import Source, TaggedClaim, Use
from scripts.model.registry import EDITORIAL_FILES, TOPIC_KINDS
from scripts.model.types import FrozenModel
from scripts.text.swedish import sort_key


def build_library(dataset: Dataset) -> Library:
    """Resolve the references of a dataset.

    Args:
        dataset: Data without problems.

    Returns:
        The library. Cases, topics and tags are sorted by name in Swedish order.
    """
    records: dict[str, tuple[Any, ...]] = {kind: document.content or () for kind, document in dataset.catalogue.items()}
    shared: dict[str, Source] = {source.id: source for source in records["sources"]}
    cases = _by_name(
        CaseEntry(document.id, document.content, {**shared, **document.content.sources})
        for document in dataset.cases
        if document.content is not None
    )
    uses = _uses(cases)
    topics = {
        kind: _by_name(
            _topic(kind, record, dataset.catalogue[kind].line((position,)), uses.get((kind, record.id), ()), shared)
            for position, record in enumerate(records[kind])
            if record.replaced_by is None
        )
        for kind in TOPIC_KINDS
    }
    all_topics = [entry for kind in TOPIC_KINDS for entry in topics[kind]]
    tagged_cases, tagged_topics = _by_tag(cases), _by_tag(all_topics)
    statements = _statements_by_tag((*cases, *all_topics))
    tags = tuple(
        TagEntry(
            record,
            dataset.catalogue["tags"].line((position,)),
            tuple(tagged_cases.get(record.id, ())),
            tuple(tagged_topics.get(record.id, ())),
            tuple(statements.get(record.id, ())),
        )
        for position, record in enumerate(records["tags"])
        if record.replaced_by is None
    )
    return Library(
        cases=cases,
        topics=topics,
        tags=tuple(sorted(tags, key=lambda entry: sort_key(entry.record.name))),
        areas=records["areas"],
        phases=records["phases"],
        sources={**shared, **{key: source for entry in cases for key, source in entry.case.sources.items()}},
        shared=shared,
        municipalities=dataset.municipalities,
        guidance=Guidance(**{kind: records[kind] for kind in EDITORIAL_FILES}),
        redirects=redirects(dataset),
        pointers=PointerIndex(dataset),
    )


def _by_name(entries: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(sorted(entries, key=lambda entry: sort_key(entry.name)))


def _uses(cases: Iterable[CaseEntry]) -> dict[tuple[str, str], list[tuple[CaseEntry, Use]]]:
    """Return the uses of topics in cases, by the kind and the id of the topic."""
    uses: dict[tuple[str, str], list[tuple[CaseEntry, Use]]] = {}
    for entry in cases:
        for kind in TOPIC_KINDS:
            for use in entry.uses(kind):
                uses.setdefault((kind, use_id(use)), []).append((entry, use))
    return uses


def _by_tag(entries: Iterable[Any]) -> dict[str, list[Any]]:
    tagged: dict[str, list[Any]] = {}
    for entry in entries:
        for tag in (entry.case if isinstance(entry, CaseEntry) else entry.record).tags:
            tagged.setdefault(tag, []).append(entry)
    return tagged


def _statements_by_tag(
    entries: Iterable[CaseEntry | TopicEntry],
) -> dict[str, list[tuple[CaseEntry | TopicEntry, TaggedClaim]]]:
    tagged: dict[str, list[tuple[CaseEntry | TopicEntry, TaggedClaim]]] = {}
    for entry in entries:
        for claim in _claims(entry.case if isinstance(entry, CaseEntry) else entry.record):
            for tag in claim.tags:
                tagged.setdefault(tag, []).append((entry, claim))
    return tagged


def _claims(value: object) -> Iterator[TaggedClaim]:
    """Yield the statements in a part of a case or of a record, at any depth."""
    if isinstance(value, TaggedClaim):
        yield value
    match value:
        case FrozenModel():
            for field in type(value).model_fields:
                yield from _claims(getattr(value, field))
        case tuple():
            for item in value:
                yield from _claims(item)


def _topic(
    kind: str, record: Topic, line: int, uses: Iterable[tuple[CaseEntry, Use]], shared: Mapping[str, Source]
) -> TopicEntry:
    mentions = tuple(Mention(entry, use, standing(use, record)) for entry, use in uses)
    return TopicEntry(
        kind,
        record,
        line,
        mentions,
        evidence(
            ((m.entry.id, m.standing, _cited(m.use, m.entry.sources)) for m in mentions),
            (_cited(study, shared) for study in record.studies),
        ),
    )


def _cited(claim: TaggedClaim, sources: Mapping[str, Source]) -> tuple[Source, ...]:
    return tuple(sources[key] for key in claim.sources)
