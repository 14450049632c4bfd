"""What a case or the catalogue as a whole must be."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.problems import Code, Problem
from scripts.reading.files import Dataset
from scripts.reading.tree import Path, Sequence, as_written
from scripts.records import TOPIC_KINDS
from scripts.wording import told


def same_id_or_name(dataset: Dataset) -> Iterator[Problem]:
    """No two records of a kind share an id or a Swedish name; methods, factors and lessons count as one kind."""
    kinds = [TOPIC_KINDS, *((kind,) for kind in dataset.catalogue if kind not in TOPIC_KINDS)]
    for field, code, what in (("id", Code.SAME_ID, "id"), ("name", Code.SAME_NAME, "namnet")):
        for group in kinds:
            seen: dict[str, str] = {}
            for document in (dataset.catalogue[kind] for kind in group):
                for path, node in document.select("*", field):
                    word = as_written(node)
                    if word.casefold() in seen:
                        message = f'{what} "{word}" finns redan, på {seen[word.casefold()]}'
                        hint = "Välj ett annat, eller slå ihop posterna"
                        yield document.problem(path, code, message, hint)
                    else:
                        seen[word.casefold()] = f"{document.file}:{document.line(path)}"


def case_without_lesson(dataset: Dataset) -> Iterator[Problem]:
    """A case has something to teach."""
    for document in dataset.cases:
        if document.root is None:
            continue
        lessons = document.at("lessons")
        if isinstance(lessons, Sequence) and lessons.items:
            continue
        path: Path = () if lessons is None else ("lessons",)
        yield document.problem(path, *told(Code.NO_LESSON), at_key=lessons is not None)
