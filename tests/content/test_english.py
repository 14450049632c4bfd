"""Demands on the texts in English."""

from __future__ import annotations

import re

import pytest

from scripts.library.library import Library
from tests.content.conftest import Demand

SAID = {
    "enligt projektet": "According to the project",
    "projektet uppger": "According to the project",
    "enligt lokaltidningen": "According to the local newspaper",
}
"""Phrases that attribute a statement, in Swedish and in English."""

NUMBERS = {"twelve": "tolv", "three": "tre", "fifteen": "femton", "four": "fyra", "two": "två", "thirty": "trettio"}


def _has_the_numbers_of(swedish: str, english: str) -> bool:
    """Return whether every number in the English text is also in the Swedish one."""
    told, there = english.casefold().replace(",", ""), swedish.casefold().replace(" ", "")
    in_words = (counterpart for word, counterpart in NUMBERS.items() if re.search(rf"\b{word}\b", told))
    return all(number in there for number in [*re.findall(r"\d+", told), *in_words])


@pytest.mark.content("Varje sluss har en sammanfattning på engelska, i två meningar")
def test_summaries(demand: Demand, library: Library) -> None:
    demand.each({entry.id: len(re.findall(r"[.](?: |$)", entry.case.summary_en or "")) == 2 for entry in library.cases})


@pytest.mark.content("Det som projektet eller tidningen säger på svenska säger de också på engelska")
def test_who_says_it(demand: Demand, library: Library) -> None:
    demand.each(
        {
            entry.id: all(
                english in entry.case.summary_en
                for swedish, english in SAID.items()
                if swedish in entry.case.summary.casefold()
            )
            for entry in library.cases
            if entry.case.summary_en
        }
    )


@pytest.mark.content("Inga tal står i de engelska sammanfattningarna men inte i de svenska")
def test_numbers_of_summaries(demand: Demand, library: Library) -> None:
    demand.each(
        {
            entry.id: _has_the_numbers_of(f"{entry.case.summary} {entry.case.aftermath.text}", entry.case.summary_en)
            for entry in library.cases
            if entry.case.summary_en
        }
    )


@pytest.mark.content("Minst fem påståenden om programmet finns på engelska")
def test_programme(demand: Demand, library: Library) -> None:
    told = [claim for section in library.guidance.programme for claim in section.claims if claim.text_en]
    demand.at_least(len(told), 5)


@pytest.mark.content("Inga tal står på engelska om programmet men inte på svenska")
def test_numbers_of_the_programme(demand: Demand, library: Library) -> None:
    told = [claim for section in library.guidance.programme for claim in section.claims if claim.text_en]
    demand.each({f"{str(claim.text_en)[:30]}…": _has_the_numbers_of(claim.text, str(claim.text_en)) for claim in told})
