"""Demands on the amount of content."""

from __future__ import annotations

import pytest

from scripts.library.case_outline import claims
from scripts.library.library import Library
from scripts.library.queries import from_sluices
from tests.content.conftest import Demand


@pytest.mark.content("Det finns minst tolv slussar")
def test_sluices(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.cases), 12)


@pytest.mark.content("Det finns minst 150 påståenden om slussarna")
def test_statements(demand: Demand, library: Library) -> None:
    demand.at_least(sum(1 for entry in library.cases for _ in claims(entry.case)), 150)


@pytest.mark.content("Varje sluss har minst åtta påståenden")
def test_statements_of_each_sluice(demand: Demand, library: Library) -> None:
    demand.each({entry.id: len(list(claims(entry.case))) >= 8 for entry in library.cases})


@pytest.mark.content("Det finns minst 35 metoder")
def test_methods(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.topics["methods"]), 35)


@pytest.mark.content("Det finns minst 15 framgångsfaktorer")
def test_success_factors(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.topics["success_factors"]), 15)


@pytest.mark.content("Det finns minst 20 lärdomar")
def test_lessons(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.topics["lessons"]), 20)


@pytest.mark.content("Minst tio framgångsfaktorer har hjälpt någon sluss")
def test_success_factors_of_sluices(demand: Demand, library: Library) -> None:
    demand.at_least(len(from_sluices(library.topics["success_factors"])), 10)


@pytest.mark.content("Minst 15 lärdomar har dragits av någon sluss")
def test_lessons_of_sluices(demand: Demand, library: Library) -> None:
    demand.at_least(len(from_sluices(library.topics["lessons"])), 15)


@pytest.mark.content("Det finns minst 35 ord i ordlistan")
def test_glossary(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.guidance.glossary), 35)


@pytest.mark.content("Det finns minst 15 svar på ledares frågor")
def test_answers(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.guidance.questions), 15)


@pytest.mark.content("Det finns tre ledande frågor")
def test_leading_questions(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.guidance.leading_questions), 3)


@pytest.mark.content("Det finns elva förstudier")
def test_prestudies(demand: Demand, library: Library) -> None:
    demand.at_least(len(library.guidance.prestudies), 11)
