"""Rules for a case or the catalogue as a unit: unique ids and names, and at least one lesson."""

from __future__ import annotations

from collections.abc import Iterator

from scripts.diagnostics import Code, Problem
from scripts.loading.dataset import Dataset
from scripts.loading.yaml_tree import Path, Sequence, as_written
from scripts.model.messages import explain
from scripts.model.registry import TOPIC_KINDS

LIST = "index"
"""The id that the page of a list takes in its folder."""

TOGETHER = (TOPIC_KINDS, ("questions", "leading_questions"), ("phases", "roles"))
"""The kinds that share ids, since they refer to each other or have their pages in one folder."""


MIN_DEPTH = 3
"""The fewest steps of a path to the id of a statement, such as `results/0/id`."""


def same_id_or_name(dataset: Dataset) -> Iterator[Problem]:
    """Report ids and Swedish names that two records of a kind share."""
    alone = set(dataset.catalogue).difference(*TOGETHER)
    kinds = [*TOGETHER, *((kind,) for kind in dataset.catalogue if kind in alone)]
    for field, code in (("id", Code.SAME_ID), ("name", Code.SAME_NAME)):
        for group in kinds:
            seen: dict[str, str] = {}
            for document in (dataset.catalogue[kind] for kind in group):
                for path, node in document.select("*", field):
                    word = as_written(node)
                    if word.casefold() in seen:
                        explanation = explain(code, place=seen[word.casefold()], **{field: word})
                        yield document.problem(path, explanation)
                    else:
                        seen[word.casefold()] = f"{document.file}:{document.line(path)}"


def id_of_a_list(dataset: Dataset) -> Iterator[Problem]:
    """Report the id `index`, whose page would replace the list that links to it."""
    for case in dataset.cases:
        if case.id == LIST:
            yield Problem(case.file, 1, 1, *explain(Code.ID_FORM, "index"))
    for document in dataset.catalogue.values():
        for path, node in document.select("*", "id"):
            if as_written(node) == LIST:
                yield document.problem(path, explain(Code.ID_FORM, "index"))


def same_statement_id(dataset: Dataset) -> Iterator[Problem]:
    """Report ids that two statements of a section share, and two items of the checklists."""
    for document in dataset.documents():
        seen: dict[tuple[object, ...], int] = {}
        for path, node in document.scalars:
            if len(path) < MIN_DEPTH or path[-1] != "id":
                continue
            # The items of all checklists are ticked on the same page, so they share their ids.
            section = ("checklist",) if path[-3] == "checklist" else path[:-2]
            key = (*section, as_written(node))
            if key in seen:
                explanation = explain(Code.SAME_ID, "statement", id=as_written(node), line=seen[key])
                yield document.problem(path, explanation)
            else:
                seen[key] = node.place.line


def case_without_lesson(dataset: Dataset) -> Iterator[Problem]:
    """Report cases without a lesson."""
    for document in dataset.cases:
        if document.root is None:
            continue
        lessons = document.at("lessons")
        if isinstance(lessons, Sequence) and lessons.items:
            continue
        path: Path = () if lessons is None else ("lessons",)
        yield document.problem(path, explain(Code.NO_LESSON), at_key=lessons is not None)
