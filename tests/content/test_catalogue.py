"""What is promised of the real catalogue and of what the editors have written."""

from __future__ import annotations

import pytest

from scripts.library.evidence import Level
from scripts.library.library import Library
from scripts.model.registry import TOPIC_KINDS


@pytest.mark.parametrize(("kind", "least"), [("methods", 40), ("success_factors", 28), ("lessons", 40)])
def test_the_catalogue_is_as_large_as_promised(kind: str, least: int, library: Library) -> None:
    assert len(library.topics[kind]) >= least


def test_the_glossary_has_at_least_35_terms(library: Library) -> None:
    assert len(library.guidance.glossary) >= 35


def test_every_record_says_what_it_is_with_sources_phases_and_questions(library: Library) -> None:
    for entry in library.topic_by_id.values():
        record = entry.record
        assert all(claim.sources for claim in (*record.description, *record.studies, *record.elsewhere)), entry.id
        assert record.phases, entry.id
        assert 2 <= len(record.questions) <= 5, entry.id
        assert all(question.endswith("?") for question in record.questions), entry.id


def test_enough_records_are_connected_to_a_sluice(library: Library) -> None:
    connected = {kind: [entry for entry in library.topics[kind] if entry.mentions] for kind in TOPIC_KINDS}
    assert len(connected["lessons"]) >= 30
    assert len(connected["success_factors"]) >= 20


def test_no_record_is_an_orphan(library: Library) -> None:
    led_to = {key for entry in library.topic_by_id.values() for key in entry.record.related}
    led_to |= {key for question in library.guidance.questions for key in question.see}
    assert [entry.id for entry in library.topic_by_id.values() if not entry.mentions and entry.id not in led_to] == []


def test_every_tag_is_carried(library: Library) -> None:
    assert [entry.record.id for entry in library.tags if not entry.size] == []


def test_a_record_without_a_sluice_rests_on_something_else(library: Library) -> None:
    for entry in library.topic_by_id.values():
        if entry.evidence.level is Level.NONE:
            assert entry.record.description[0].sources or entry.contradicting


def test_there_are_fifteen_answers_and_three_leading_questions(library: Library) -> None:
    assert len(library.guidance.questions) >= 15
    assert len(library.guidance.leading_questions) == 3


def test_every_sentence_of_an_answer_has_a_source_or_says_that_there_is_none(library: Library) -> None:
    for question in library.guidance.questions:
        assert len(question.answer) <= 5
        for said in question.answer:
            assert said.sources or "framgår inte" in said.text, said.text
            assert said.text.count(". ") == 0, f"mer än en mening: {said.text}"


def test_a_leading_question_is_answered_for_every_sluice_or_out_of_the_data(library: Library) -> None:
    for leading in library.guidance.leading_questions:
        answered = {answer.case for answer in leading.by_case}
        assert leading.overview or answered == {entry.id for entry in library.cases}


def test_every_phase_has_a_step_of_the_guide(library: Library) -> None:
    assert [step.id for step in library.guidance.steps] == [phase.id for phase in library.phases]


def test_there_are_eleven_prestudies(library: Library) -> None:
    assert len(library.guidance.prestudies) == 11
