"""Sorting, numbers and dates as Swedish readers expect them."""

from __future__ import annotations

import pytest

from scripts.text import swedish


def test_the_last_three_letters_come_last_and_in_order() -> None:
    words = ["Öland", "Ale", "Ärla", "zebra", "Åre", "Éa"]
    assert sorted(words, key=swedish.sort_key) == ["Ale", "Éa", "zebra", "Åre", "Ärla", "Öland"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(4_000_000, "4\u00a0000\u00a0000"), (0, "0"), (999, "999"), (1.5, "1,5"), (1_234.25, "1\u00a0234,25")],
)
def test_numbers_are_grouped_by_spaces_that_do_not_break(value: float, shown: str) -> None:
    assert swedish.number(value) == shown


def test_an_amount_keeps_its_unit_on_the_same_line() -> None:
    assert swedish.kronor(980_850) == "980\u00a0850\u00a0kr"


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2016", "2016"), ("2016-11", "november\u00a02016"), ("2016-11-07", "7\u00a0november\u00a02016")],
)
def test_dates_are_as_exact_as_they_are_known(date: str, shown: str) -> None:
    assert swedish.partial_date(date) == shown


def test_a_period_without_an_end_says_from_when() -> None:
    assert swedish.period("2016-11", None) == "från november\u00a02016"


@pytest.mark.parametrize(
    ("words", "shown"), [((), ""), (("Aneby",), "Aneby"), (("Aneby", "Kinda", "Ydre"), "Aneby, Kinda och Ydre")]
)
def test_words_in_a_list(words: tuple[str, ...], shown: str) -> None:
    assert swedish.listed(words) == shown


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "inga slussar"), (1, "en sluss"), (3, "tre slussar"), (13, "13 slussar")]
)
def test_counts_up_to_twelve_are_words(count: int, shown: str) -> None:
    assert swedish.counted(count, "en sluss", "slussar") == shown
