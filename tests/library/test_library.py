"""Tests of the references between cases, topics and tags, and of the evidence computed from them."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.library.case_outline import claims
from scripts.library.evidence import Level, evidence
from scripts.library.library import Library, build_library, stance, use_id
from scripts.loading.dataset import read
from scripts.model.claims import Source
from scripts.model.enums import SourceKind, Stance
from scripts.model.registry import TOPIC_KINDS


def source(kind: SourceKind) -> Source:
    return Source(title="Titel", publisher="Utgivare", url="https://example.org/", kind=kind, read="2026-11")


@pytest.mark.parametrize(
    ("sluices", "kinds", "level"),
    [
        (0, (), Level.NONE),
        (0, (SourceKind.INDEPENDENT,), Level.NONE),
        (1, (SourceKind.SELF_REPORTED,), Level.SINGLE),
        (1, (SourceKind.INDEPENDENT,), Level.SINGLE),
        (2, (SourceKind.SELF_REPORTED, SourceKind.NEWS, SourceKind.FUNDER), Level.SEVERAL),
        (2, (SourceKind.SELF_REPORTED, SourceKind.INDEPENDENT), Level.INDEPENDENT),
    ],
)
def test_level_depends_on_sluices_and_independence(sluices: int, kinds: tuple[SourceKind, ...], level: Level) -> None:
    assert evidence([str(number) for number in range(sluices)], map(source, kinds)).level is level


def test_a_topic_has_the_cases_that_support_it(small_library: Library) -> None:
    coach = small_library.topic_by_id["idecoach"]
    assert [mention.entry.name for mention in coach.supporting] == ["Alfa", "Överby"]


def test_a_contradicting_case_is_not_evidence(small_library: Library) -> None:
    lesson = small_library.topic_by_id["mindre-byrakrati"]
    assert ([mention.entry.name for mention in lesson.contradicting], lesson.evidence.level) == (["Alfa"], Level.NONE)


def test_independent_studies_count_as_evidence(small_library: Library) -> None:
    assert small_library.topic_by_id["det-tar-tid"].evidence.level is Level.INDEPENDENT


def test_a_definition_is_not_evidence(small_library: Library) -> None:
    assert small_library.topic_by_id["idecoach"].evidence.level is Level.SEVERAL


def test_retired_records_have_no_entry(small_library: Library) -> None:
    assert "gamla-exempel" not in small_library.topic_by_id


def test_a_tag_has_its_cases_and_topics(small_library: Library) -> None:
    tag = small_library.tag_by_id["samverkan"]
    assert ([entry.id for entry in tag.cases], [entry.id for entry in tag.topics]) == (["alfa", "overby"], ["idecoach"])


def test_cases_are_sorted_in_swedish_order(small: Path) -> None:
    text = (small / "overby.yml").read_text("utf-8")
    path = small / "zeta.yml"
    path.write_text(text.replace("place: Överby", "place: Zeta").replace("/slussen", "/zeta"), encoding="utf-8")
    names = [entry.name for entry in build_library(read(small)).cases]
    assert names == ["Alfa", "Zeta", "Överby"]


def test_every_use_is_a_mention_of_its_topic(library: Library) -> None:
    for entry in library.cases:
        for kind in TOPIC_KINDS:
            for use in entry.uses(kind):
                topic = library.topic_by_id[use_id(use)]
                mentions = topic.contradicting if stance(use) is Stance.CONTRADICTS else topic.supporting
                assert any(mention.entry is entry and mention.use is use for mention in mentions)


def test_every_statement_has_a_source(library: Library) -> None:
    for entry in library.cases:
        for claim in claims(entry.case):
            assert claim.sources
            assert set(claim.sources) <= set(entry.sources)
