"""Links back from a case, topic or tag to the advice, decision sheets and stories that build on it."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.library.library import CaseEntry, Library, TagEntry, TopicEntry
from scripts.model.advice import Advice
from scripts.model.conclusions import Grounded
from scripts.model.decisions import DecisionSheet
from scripts.model.stories import Story
from scripts.model.types import FrozenModel


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
    return tuple(
        sheet
        for sheet in library.guidance.decisions
        if any(pointer.startswith(start) for text in grounded(sheet) for pointer in (*text.rests_on, *text.against))
    )


def stories_of(entry: CaseEntry, library: Library) -> tuple[Story, ...]:
    """Return the stories of a sluice."""
    return tuple(story for story in library.guidance.stories if story.case == entry.id)


def grounded(value: object) -> Iterator[Grounded]:
    """Yield the conclusions and other grounded texts in a part of the editorial content, at any depth."""
    if isinstance(value, Grounded):
        yield value
    match value:
        case FrozenModel():
            for field in type(value).model_fields:
                yield from grounded(getattr(value, field))
        case tuple():
            for item in value:
                yield from grounded(item)
