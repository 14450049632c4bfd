"""The words of search in small pieces."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from scripts.build.pagefind import ALIKE, FULL, Word, in_pieces

WORDS = st.lists(st.text("abö", min_size=1, max_size=6), unique=True, max_size=60).map(sorted)


def on_pages(words: list[str], many: int = 1) -> list[Word]:
    return [[word, list(range(1000, 1000 + many))] for word in words]


@given(WORDS, st.integers(1, 8000))
def test_every_word_is_in_one_piece_and_in_order(words: list[str], many: int) -> None:
    pieces = list(in_pieces(on_pages(words, many)))
    assert [word for piece in pieces for word in piece] == on_pages(words, many)
    assert all(pieces)


@given(WORDS, st.integers(1, 8000))
def test_words_that_begin_alike_are_in_the_same_piece(words: list[str], many: int) -> None:
    for before, after in pairwise(in_pieces(on_pages(words, many))):
        assert before[-1][0][:ALIKE] != after[0][0][:ALIKE]


def test_a_word_on_many_pages_does_not_burden_those_beside_it() -> None:
    pieces = list(in_pieces(on_pages(["ledare", "möte", "nytta"], many=FULL)))
    assert [[word[0] for word in piece] for piece in pieces] == [["ledare"], ["möte"], ["nytta"]]


def test_words_on_few_pages_share_a_piece() -> None:
    assert len(list(in_pieces(on_pages(["ledare", "möte", "nytta"])))) == 1
