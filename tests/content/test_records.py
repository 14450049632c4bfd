"""Demands on the records and on the editors' own texts."""

from __future__ import annotations

from pathlib import Path

import pytest

from scripts.checks import check
from scripts.library.library import Library
from scripts.loading.dataset import read
from tests.content.conftest import Demand


@pytest.mark.content("Varje metod, faktor och lärdom har två till fem frågor att ställa sig")
def test_questions_of_records(demand: Demand, library: Library) -> None:
    demand.each(
        {
            id_: 2 <= len(entry.record.questions) <= 5 and all(text.endswith("?") for text in entry.record.questions)
            for id_, entry in library.topic_by_id.items()
        }
    )


@pytest.mark.content("Till varje metod, faktor och lärdom leder en sluss, ett svar eller en annan post")
def test_records_that_nothing_leads_to(demand: Demand, library: Library) -> None:
    led_to = {key for entry in library.topic_by_id.values() for key in entry.record.related}
    led_to |= {key for question in library.guidance.questions for key in question.see}
    demand.each({id_: bool(entry.mentions) or id_ in led_to for id_, entry in library.topic_by_id.items()})


@pytest.mark.content("Varje tagg används")
def test_tags_that_nothing_carries(demand: Demand, library: Library) -> None:
    demand.each({entry.record.id: bool(entry.size) for entry in library.tags})


@pytest.mark.content("Varje led i ett svar är en enda mening")
def test_sentences_of_answers(demand: Demand, library: Library) -> None:
    said = [(question.id, said.text) for question in library.guidance.questions for said in question.answer]
    demand.each({f"{id_}: {text[:30]}…": ". " not in text for id_, text in said})


@pytest.mark.content("Varje sluss finns med i varje ledande fråga")
def test_sluices_in_leading_questions(demand: Demand, library: Library) -> None:
    demand.each(
        {
            f"{entry.id} i {leading.id}": bool(leading.overview)
            or entry.id in {answer.case for answer in leading.by_case}
            for leading in library.guidance.leading_questions
            for entry in library.cases
        }
    )


@pytest.mark.content("Varje skede har ett steg i vägledningen")
def test_steps_of_phases(demand: Demand, library: Library) -> None:
    steps = {step.id for step in library.guidance.steps}
    demand.each({phase.id: phase.id in steps for phase in library.phases})


@pytest.mark.content("Ingen text får kontrollen att fråga om den pekar ut en person")
def test_warnings(demand: Demand, live_cases: Path) -> None:
    dataset = read(live_cases)
    warned = {Path(problem.file).stem for problem in check(dataset) if problem.is_warning}
    demand.each({document.id: document.id not in warned for document in dataset.documents()})
