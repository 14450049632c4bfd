"""Demands on the conclusions of the editors."""

from __future__ import annotations

import pytest

from scripts.documents.sheets import sheet_files
from scripts.git.version import Version
from scripts.library.conclusions import placed_texts
from scripts.library.context import Site
from scripts.library.library import Library
from scripts.settings import Settings
from tests.content.conftest import Demand

LONGEST_ANSWER = 25
"""The most words in the answer of a decision sheet."""


@pytest.mark.content("Det finns sex beslutsblad")
def test_sheets(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.guidance.decisions), 6)


@pytest.mark.content("Svaret på ett beslutsblad har högst 25 ord")
def test_length_of_answers(demand: Demand, library: Library) -> None:
    sheets = library.guidance.decisions
    demand.each({sheet.id: len(sheet.answer.text.split()) <= LONGEST_ANSWER for sheet in sheets})


@pytest.mark.content("Varje beslutsblad ryms på ett A4 som PDF")
def test_sheets_on_one_page(demand: Demand, library: Library) -> None:
    files = sheet_files(Site(library, Settings()), Version("0" * 40, "", 0))
    demand.each({file.path: not file.too_long for file in files if file.path.endswith(".pdf")})


@pytest.mark.content("Det finns tolv råd")
def test_advice(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.guidance.advice), 12)


@pytest.mark.content("Varje råd hör till ett steg i vägledningen")
def test_advice_in_steps(demand: Demand, library: Library) -> None:
    steps = {key for step in library.guidance.steps for key in step.advice}
    demand.each({advice.id: advice.id in steps for advice in library.guidance.advice})


@pytest.mark.content("Varje fråga, steg och roll börjar med en slutsats")
def test_conclusions_first(demand: Demand, library: Library) -> None:
    guidance = library.guidance
    records = (*guidance.questions, *guidance.leading_questions, *guidance.steps, *guidance.roles)
    demand.each({str(getattr(record, "id", "")): getattr(record, "conclusion", None) is not None for record in records})


@pytest.mark.content("Varje sluss finns på en minut, med en slutsats att ta med sig")
def test_minutes(demand: Demand, library: Library) -> None:
    taken = {takeaway.case for takeaway in library.guidance.takeaways}
    demand.each({entry.id: entry.case.minute is not None and entry.id in taken for entry in library.cases})


@pytest.mark.content("Minst var tredje slutsats nämner det som talar emot")
def test_conclusions_with_contrary_statements(demand: Demand, library: Library) -> None:
    answers = [placed.text for placed in placed_texts(library) if placed.field in {"answer", "conclusion", "text"}]
    demand.at_least(sum(1 for text in answers if text.against), len(answers) // 3)


@pytest.mark.content("Det finns sex mallar, två berättelser och sju verksamheter")
def test_tools(demand: Demand, library: Library) -> None:
    guidance = library.guidance
    enough = {"mallar": len(guidance.work_templates) >= 6, "berättelser": len(guidance.stories) >= 2}
    demand.each({**enough, "verksamheter": len(guidance.activities) >= 7})
