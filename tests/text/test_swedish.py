"""Tests of the Swedish sort order and of Swedish numbers, dates and lists."""

from __future__ import annotations

import pytest

from scripts.text import swedish


def test_swedish_letters_are_sorted_last_and_in_order() -> None:
    words = ["Öland", "Ale", "Ärla", "zebra", "Åre", "Éa"]
    assert sorted(words, key=swedish.sort_key) == ["Ale", "Éa", "zebra", "Åre", "Ärla", "Öland"]


@pytest.mark.parametrize(
    ("value", "shown"),
    [(4_000_000, "4\u00a0000\u00a0000"), (0, "0"), (999, "999"), (1.5, "1,5"), (1_234.25, "1\u00a0234,25")],
)
def test_digits_are_grouped_with_no_break_spaces(value: float, shown: str) -> None:
    assert swedish.number(value) == shown


def test_an_amount_has_a_no_break_space_before_its_unit() -> None:
    assert swedish.kronor(980_850) == "980\u00a0850\u00a0kr"


@pytest.mark.parametrize(
    ("date", "shown"),
    [("2016", "2016"), ("2016-11", "november\u00a02016"), ("2016-11-07", "7\u00a0november\u00a02016")],
)
def test_a_partial_date_keeps_its_precision(date: str, shown: str) -> None:
    assert swedish.partial_date(date) == shown


def test_a_period_without_an_end_has_only_a_start() -> None:
    assert swedish.period("2016-11", None) == "från november\u00a02016"


@pytest.mark.parametrize(
    ("words", "shown"), [((), ""), (("Aneby",), "Aneby"), (("Aneby", "Kinda", "Ydre"), "Aneby, Kinda och Ydre")]
)
def test_lists_have_commas_and_a_final_conjunction(words: tuple[str, ...], shown: str) -> None:
    assert swedish.listed(words) == shown


@pytest.mark.parametrize(
    ("count", "shown"), [(0, "inga slussar"), (1, "en sluss"), (3, "tre slussar"), (13, "13 slussar")]
)
def test_counts_up_to_twelve_are_written_as_words(count: int, shown: str) -> None:
    assert swedish.counted(count, "en sluss", "slussar") == shown
