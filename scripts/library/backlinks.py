"""Links back from a case, topic or tag to the advice, decision sheets and stories that build on it."""

from __future__ import annotations

from scripts.library.conclusions import placed_texts
from scripts.library.library import CaseEntry, Library, TagEntry, TopicEntry
from scripts.model.advice import Advice
from scripts.model.decisions import DecisionSheet
from scripts.model.stories import Story


def advice_on(target: CaseEntry | TopicEntry | TagEntry, library: Library) -> tuple[Advice, ...]:
    """Return the advice that gathers a topic, has a tag or has a sluice among its examples."""
    return tuple(advice for advice in library.guidance.advice if _is_about(advice, target))


def _is_about(advice: Advice, target: CaseEntry | TopicEntry | TagEntry) -> bool:
    match target:
        case CaseEntry():
            return any(example.case == target.id for example in advice.examples)
        case TopicEntry():
            return target.id in advice.topics
        case TagEntry():
            return target.record.id in advice.tags


def sheets_on(entry: CaseEntry, library: Library) -> tuple[DecisionSheet, ...]:
    """Return the decision sheets that rest on a statement of a sluice, or that one speaks against."""
    start = f"{entry.id}/"
    found = {
        id(placed.record)
        for placed in placed_texts(library)
        for pointer in (*placed.text.rests_on, *placed.text.against)
        if pointer.startswith(start)
    }
    return tuple(sheet for sheet in library.guidance.decisions if id(sheet) in found)


def stories_of(entry: CaseEntry, library: Library) -> tuple[Story, ...]:
    """Return the stories of a sluice."""
    return tuple(story for story in library.guidance.stories if story.case == entry.id)
