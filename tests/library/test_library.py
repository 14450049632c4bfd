"""Tests of the references between cases, topics and tags."""

from __future__ import annotations

from pathlib import Path

from scripts.library.case_outline import claims
from scripts.library.evidence import Standing
from scripts.library.library import CaseEntry, Library, use_id
from scripts.library.linking import build_library
from scripts.library.queries import MOST_SIZES, size_of_municipalities, whose_experience
from scripts.loading.dataset import read
from scripts.model.case import Actor
from scripts.model.registry import TOPIC_KINDS
from scripts.text.swedish import number


def test_a_topic_has_the_cases_that_have_done_it(small_library: Library) -> None:
    coach = small_library.topic_by_id["idecoach"]
    assert [entry.name for entry in coach.done_in.values()] == ["Alfa", "Överby"]


def test_a_contradicting_case_has_not_done_it(small_library: Library) -> None:
    lesson = small_library.topic_by_id["mindre-byrakrati"]
    assert [mention.entry.name for mention in lesson.mentions_as(Standing.AGAINST)] == ["Alfa"]
    assert not lesson.is_from_sluices


def test_a_topic_rests_on_the_places_and_the_publishers_of_its_studies(library: Library) -> None:
    coach, shadowing = library.topic_by_id["idecoach"], library.topic_by_id["jobbskuggning"]
    publisher = library.shared["studie"].publisher
    assert whose_experience(coach, library) == f"Exempel från Norrstad. Studier från {publisher}"
    assert whose_experience(shadowing, library) == f"Beskrivet av {publisher}"


def test_retired_records_have_no_entry(small_library: Library) -> None:
    assert "gamla-exempel" not in small_library.topic_by_id


def test_a_tag_has_its_cases_and_topics(small_library: Library) -> None:
    tag = small_library.tag_by_id["samverkan"]
    assert ([entry.id for entry in tag.cases], [entry.id for entry in tag.topics]) == (["alfa", "overby"], ["idecoach"])


def test_a_tag_has_the_statements_of_cases_and_topics(library: Library) -> None:
    digital, rural = library.tag_by_id["digitalisering"], library.tag_by_id["landsbygd"]
    in_case = [claim for target, claim in digital.statements if isinstance(target, CaseEntry)]
    assert in_case == [
        claim for entry in library.cases for claim in claims(entry.case) if "digitalisering" in claim.tags
    ]
    assert in_case
    assert [target.id for target, _ in rural.statements] == ["idecoach"]
    assert rural.size == len(rural.cases) + len(rural.topics) + 1


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
                assert any(mention.entry is entry and mention.use is use for mention in topic.mentions)


def test_every_statement_has_a_source(library: Library) -> None:
    for entry in library.cases:
        for claim in claims(entry.case):
            assert claim.sources
            assert set(claim.sources) <= set(entry.sources)


def test_the_size_of_municipalities_is_told_one_by_one_or_as_a_range(library: Library) -> None:
    def told(count: int) -> str:
        actors = [Actor(municipality=code) for code in codes[:count]] or [Actor(organisation="Exempelregionen")]
        changes = {"coordinator": actors[0], "participants": tuple(actors[1:])}
        return size_of_municipalities(library.cases[0].case.model_copy(update=changes), library)

    codes = list(library.municipalities)
    first = library.municipalities[codes[0]]
    assert told(0) == ""
    assert told(1) == f"{number(first.population)} (2025), {first.group_name[:1].lower()}{first.group_name[1:]}"
    assert told(MOST_SIZES).startswith(f"{first.name} {number(first.population)}, ")
    sizes = sorted(library.municipalities[code].population for code in codes[: MOST_SIZES + 1])
    assert told(MOST_SIZES + 1) == f"{number(sizes[0])}–{number(sizes[-1])} i {MOST_SIZES + 1} kommuner (2025)"
