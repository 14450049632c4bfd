"""The differences between two versions of the data, in numbers.

They are counted in the trees, so that files with mistakes count too. Only evidence needs valid data: it is compared
between the valid subsets of the two versions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain

from scripts.library.kinds import OF_TOPICS, Kind
from scripts.library.library import Library
from scripts.library.urls import is_tag, redirects
from scripts.loading.dataset import Dataset, Document
from scripts.loading.yaml_tree import as_written, plain_data, value_at
from scripts.model.case import Case
from scripts.model.enums import SourceKind
from scripts.model.registry import TOPIC_KINDS

USES = {
    Kind.METHOD: ("methods", "*", "method"),
    Kind.FACTOR: ("success_factors", "*", "factor"),
    Kind.LESSON: ("lessons", "*", "lesson"),
    Kind.TAG: ("tags", "*"),
}
"""The patterns of references in a case, by kind. The first key is also the stem of the catalogue file."""


@dataclass(frozen=True)
class Linked:
    """The number of new links of a kind, and the number of removed ones."""

    new: int
    gone: int


@dataclass(frozen=True)
class EvidenceChange:
    """A record whose evidence has changed, with the evidence before and after in words."""

    name: str
    kind: Kind
    before: str
    now: str


@dataclass(frozen=True)
class Changes:
    """The differences.

    Attributes:
        added: New cases: id → title.
        changed: Cases with changed content.
        removed: Cases that are removed.
        links: New and removed links, for the kinds that have any.
        sources: The number of new sources by kind; None stands for an unknown kind.
        evidence: The records whose evidence has changed, in the order of the lists.
        redirected: Old address → page, for new redirects.
    """

    added: Mapping[str, str]
    changed: Mapping[str, str]
    removed: Mapping[str, str]
    links: Mapping[Kind, Linked]
    sources: Mapping[SourceKind | None, int]
    evidence: tuple[EvidenceChange, ...]
    redirected: Mapping[str, str]

    @property
    def is_empty(self) -> bool:
        """Whether there are no differences."""
        return not any(vars(self).values())


@dataclass(frozen=True)
class Version:
    """A version of the data: as loaded, and its valid subset as a library."""

    dataset: Dataset
    library: Library


def compare(before: Version, now: Version) -> Changes:
    """Compare two versions.

    Args:
        before: The version that a change starts from.
        now: The version with the change.

    Returns:
        The differences.
    """
    old, new = ({case.id: case for case in version.dataset.cases} for version in (before, now))
    old_redirects = redirects(before.dataset)
    return Changes(
        added={key: _title(case) for key, case in new.items() if key not in old},
        changed={
            key: _title(case, old[key])
            for key, case in new.items()
            if key in old and _content(case) != _content(old[key])
        },
        removed={key: _title(case) for key, case in old.items() if key not in new},
        links=_links(before.dataset, now.dataset),
        sources=_new_sources(before.dataset, now.dataset),
        evidence=tuple(_evidence(before.library, now.library)),
        redirected={old: end for old, end in redirects(now.dataset).items() if old not in old_redirects},
    )


def _title(*versions: Document[Case]) -> str:
    """Return the title of a case in the first version that has one, or its id."""
    return next(filter(None, (as_written(case.at("title")) for case in versions)), versions[0].id)


def _content(case: Document[Case]) -> object:
    """Return the content of a file regardless of layout. Unreadable files are compared by their problems."""
    if case.root is None:
        return [(problem.line, problem.column, problem.message) for problem in case.problems]
    return plain_data(case.root)


def _links(before: Dataset, now: Dataset) -> dict[Kind, Linked]:
    links = {}
    for kind, pattern in USES.items():
        old, new = (_uses(dataset, kind, pattern) for dataset in (before, now))
        if old != new:
            links[kind] = Linked(len(new - old), len(old - new))
    return links


def _uses(dataset: Dataset, kind: Kind, pattern: tuple[str, ...]) -> set[tuple[str, str]]:
    """Return the references of a kind that lead to existing records. Statements and topics have tags too."""
    uses = {(case.id, as_written(node)) for case in dataset.cases for _, node in case.select(*pattern)}
    if kind is Kind.TAG:
        uses = {(case.id, as_written(node)) for case in dataset.cases for path, node in case.scalars if is_tag(path)}
        for document in (dataset.catalogue[topic] for topic in TOPIC_KINDS):
            for path, node in document.scalars:
                if is_tag(path):
                    uses.add((as_written(document.at(path[0], "id")), as_written(node)))
    # If the catalogue could not be read, all its records may exist.
    known = dataset.ids(pattern[0])
    return {(who, what) for who, what in uses if what in known or not known}


def _new_sources(before: Dataset, now: Dataset) -> dict[SourceKind | None, int]:
    """Count the new sources by kind. A source that has moved between files is not new."""
    known = set(_sources(before))
    counts = Counter(kind for page, kind in _sources(now).items() if page not in known)
    return {kind: counts[kind] for kind in (*SourceKind, None) if counts[kind]}


def _sources(dataset: Dataset) -> dict[tuple[str, str], SourceKind | None]:
    """Return the kind of every source, by its address and version."""
    kinds = {kind.value: kind for kind in SourceKind}
    shared = dataset.catalogue["sources"].select("*")
    declared = chain(shared, *(case.select("sources", "*") for case in dataset.cases))
    kinds_by_source: dict[tuple[str, str], SourceKind | None] = {}
    for _, node in declared:
        address, version, kind = (as_written(value_at(node, (key,))) for key in ("url", "version", "kind"))
        kinds_by_source[address, version] = kinds.get(kind)
    return kinds_by_source


def _evidence(before: Library, now: Library) -> Iterator[EvidenceChange]:
    for kind in TOPIC_KINDS:
        for entry in now.topics[kind]:
            old = before.topic_by_id.get(entry.id)
            if old is not None and old.where != entry.where:
                yield EvidenceChange(entry.name, OF_TOPICS[kind], old.where, entry.where)
