"""Every conclusion and other grounded text, with the record and the page that it stands on."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from scripts.library.library import Library
from scripts.model.conclusions import Conclusion, Grounded, Point
from scripts.model.editorial import Step, Takeaway
from scripts.model.enums import Choice
from scripts.model.types import FrozenModel

FILES = (
    "decisions", "advice", "takeaways", "questions", "leading_questions", "steps", "roles", "activities", "stories",
    "work_templates",
)  # fmt: skip
"""The files with grounded texts, in the order that they are listed."""


class Author(Choice):
    """Whose words a grounded text are."""

    EDITORS = "editors", "Redaktionens slutsats"
    COMPUTED = "computed", "Vår räkning"
    SOURCES = "sources", "Det som källorna säger, i korthet"


@dataclass(frozen=True)
class PlacedText:
    """A grounded text and where it stands.

    Attributes:
        id: Unique among all: the file, the record and the place in it, such as `decisions/fore-start/speaks_for/1`.
        kind: The file.
        record: The record.
        page: What has the page that it stands on.
        field: The field of the record, such as `speaks_for`.
        text: The text with its pointers.
    """

    id: str
    kind: str
    record: FrozenModel
    page: object
    field: str
    text: Grounded

    @property
    def author(self) -> Author:
        """Whose words it is."""
        match self.text:
            case Conclusion():
                return Author.EDITORS
            case Point(calculation=str()):
                return Author.COMPUTED
        return Author.SOURCES


@lru_cache(maxsize=1)
def placed_texts(library: Library) -> tuple[PlacedText, ...]:
    """Return every grounded text, in the order of the files."""
    return tuple(
        PlacedText(f"{kind}/{_id(record)}/{path}", kind, record, _page(record, library), path.split("/")[0], text)
        for kind in FILES
        for record in getattr(library.guidance, kind)
        for path, text in _grounded(record)
    )


def _grounded(value: object, path: str = "") -> Iterator[tuple[str, Grounded]]:
    """Yield the grounded texts in a record, each after the keys and numbers that lead to it."""
    if isinstance(value, Grounded):
        yield path or "text", value
        return
    match value:
        case FrozenModel():
            for field in type(value).model_fields:
                yield from _grounded(getattr(value, field), f"{path}/{field}".lstrip("/"))
        case tuple():
            for number, item in enumerate(value, start=1):
                yield from _grounded(item, f"{path}/{number}")


def _id(record: FrozenModel) -> str:
    return record.case if isinstance(record, Takeaway) else str(getattr(record, "id", ""))


def _page(record: FrozenModel, library: Library) -> object:
    match record:
        case Takeaway():
            return library.case_by_id[record.case]
        case Step():
            return next(phase for phase in library.phases if phase.id == record.id)
    return record
