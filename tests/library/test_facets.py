"""The facets that pages are filtered by."""

from __future__ import annotations

import pytest

from scripts.library.facets import facets, of_case, of_topic
from scripts.library.library import Library, TopicEntry
from scripts.model.registry import TOPIC_KINDS


@pytest.fixture(scope="module")
def topics(library: Library) -> list[TopicEntry]:
    return [topic for kind in TOPIC_KINDS for topic in library.topics[kind]]


def test_evidence_has_one_value_by_the_number_of_sluices_and_others_that_may_be_added(
    library: Library, topics: list[TopicEntry]
) -> None:
    for topic in topics:
        computed = topic.evidence
        by_number = "flera" if computed.done > 1 else "ett" if computed.done else "inget"
        added = [("planerat", computed.planned > 0), ("oberoende", computed.independent)]
        expected = (by_number, *(value for value, is_added in added if is_added))
        assert of_topic(topic, library)["underlag"] == expected


def test_every_value_of_evidence_has_a_name(library: Library, topics: list[TopicEntry]) -> None:
    (facet,) = (facet for facet in facets(library, ()) if facet.id == "underlag")
    used = {value for topic in topics for value in of_topic(topic, library)["underlag"]}
    assert used <= {value for value, _ in facet.values}
    assert {"flera", "ett", "inget"} <= used


def test_a_topic_has_the_values_of_the_sluices_that_have_done_it(library: Library, topics: list[TopicEntry]) -> None:
    for topic in topics:
        expected = {value for entry in topic.done_in.values() for value in of_case(entry, library)["utfall"]}
        assert set(of_topic(topic, library)["utfall"]) == expected
