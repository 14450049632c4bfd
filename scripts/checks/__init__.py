"""The rules that span a file or several files.

A rule is a generator of problems. It reads trees rather than models, so that a file with one mistake is still checked
everywhere else.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import chain

from scripts.checks import (
    conclusions,
    evidence,
    personal_data,
    personal_names,
    redirects,
    references,
    sources,
    uniqueness,
)
from scripts.checks.lost_urls import lost_addresses
from scripts.diagnostics import Problem
from scripts.loading.dataset import Dataset

Rule = Callable[[Dataset], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    references.from_cases,
    references.of_statements,
    references.between_records,
    references.circular_replacements,
    references.municipalities,
    sources.not_declared,
    sources.not_cited,
    sources.same_id_twice,
    sources.same_page_twice,
    sources.facts_without_basis,
    uniqueness.same_id_or_name,
    uniqueness.id_of_a_list,
    uniqueness.same_statement_id,
    uniqueness.case_without_lesson,
    evidence.own_reading,
    evidence.plan_as_done,
    evidence.repeated_statements,
    conclusions.unknown_pointers,
    conclusions.not_done,
    personal_data.personal_data,
    personal_names.personal_names,
    redirects.form,
    redirects.same_address_twice,
    redirects.from_a_page,
    redirects.to_nothing,
    redirects.circular,
)


def check(dataset: Dataset, before: Dataset | None = None) -> tuple[Problem, ...]:
    """Return all problems of a folder of data.

    Args:
        dataset: What was read.
        before: An earlier version, whose addresses are to be kept.

    Returns:
        The problems of reading and those that the rules find. Those of files that could not be read come
        first, since others may follow from them. Then they are sorted by file and place.
    """
    lost = lost_addresses(before, dataset) if before else ()
    problems = chain(dataset.problems, *(rule(dataset) for rule in RULES), lost)
    unread = dataset.unread_files()
    return tuple(sorted(problems, key=lambda problem: (problem.file not in unread, problem)))
