"""The collection of all conclusions and other grounded texts, and the links back to them."""

from __future__ import annotations

from scripts.library.backlinks import advice_on, sheets_on, stories_of
from scripts.library.conclusions import Author, placed_texts
from scripts.library.library import Library


def test_every_text_has_an_id_of_its_own(library: Library) -> None:
    ids = [placed.id for placed in placed_texts(library)]
    assert len(ids) == len(set(ids))
    assert "decisions/starta/answer" in ids
    assert "advice/ge-tid/checklist/1/because" in ids
    assert "takeaways/asby/text" in ids


def test_the_words_of_the_editors_are_told_from_those_of_the_sources(library: Library) -> None:
    authors = {placed.id: placed.author for placed in placed_texts(library)}
    assert authors["decisions/starta/answer"] is Author.EDITORS
    assert authors["decisions/starta/speaks_for/1"] is Author.SOURCES
    assert authors["decisions/starta/figures/1"] is Author.COMPUTED
    assert authors["decisions/starta/figures/2"] is Author.SOURCES


def test_a_case_topic_and_tag_lead_back_to_what_builds_on_them(library: Library) -> None:
    case, topic = library.case_by_id["asby"], library.topic_by_id["idecoach"]
    assert [advice.id for advice in advice_on(case, library)] == ["ge-tid", "prova-smatt"]
    assert [advice.id for advice in advice_on(topic, library)] == ["ge-tid"]
    assert [advice.id for advice in advice_on(library.tag_by_id["finansiering"], library)] == ["ge-tid"]
    assert [sheet.id for sheet in sheets_on(case, library)] == ["starta", "hall-kvar"]
    assert [sheet.id for sheet in sheets_on(library.case_by_id["hogdal"], library)] == ["starta"]
    assert [story.id for story in stories_of(case, library)] == ["hemtjansten"]
