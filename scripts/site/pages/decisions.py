"""Decision sheets: their list, and a page for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.model.advice import Advice
from scripts.model.decisions import DecisionSheet
from scripts.model.editorial import LeadingQuestion, Question
from scripts.model.work_templates import WorkTemplate
from scripts.site.page import Context, Page

FOLDER = FOLDERS["decisions"]


@dataclass(frozen=True)
class DecisionListPage(Context):
    """The list of decision sheets. Its data comes from the library."""

    template: ClassVar[str] = "decisions.md.jinja"


@dataclass(frozen=True)
class DecisionPage(Context):
    """The page of a decision sheet.

    Attributes:
        sheet: The sheet.
        advice: The advice that follows from it, in order.
        questions: Questions to read the answers to.
        templates: Templates to work with.
        before: The sheet before it; None for the first.
        after: The sheet after it; None for the last.
    """

    template: ClassVar[str] = "decision.md.jinja"

    sheet: DecisionSheet
    advice: tuple[Advice, ...]
    questions: tuple[Question | LeadingQuestion, ...]
    templates: tuple[WorkTemplate, ...]
    before: DecisionSheet | None
    after: DecisionSheet | None


def pages(site: Site) -> Iterator[Page]:
    """Yield the list and a page for each decision sheet."""
    sheets = site.library.guidance.decisions
    yield Page(
        path=f"{FOLDER}/index.md",
        title="Besluta",
        description="Beslut om idéslussar på var sin sida: svaret, vad som talar för och emot, och vad ingen vet.",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        edit=site.settings.edit_address("cases/catalogue/decisions.yml"),
        context=DecisionListPage(),
    )
    for position, sheet in enumerate(sheets):
        yield _sheet(sheet, sheets[max(position - 1, 0) : position], sheets[position + 1 : position + 2], site)


def _sheet(
    sheet: DecisionSheet, before: tuple[DecisionSheet, ...], after: tuple[DecisionSheet, ...], site: Site
) -> Page:
    library = site.library
    return Page(
        path=site.path_of(sheet),
        title=sheet.name,
        description=sheet.answer.text,
        kind=Kind.DECISION,
        section=FOLDER,
        aliases=(*sheet.aliases, sheet.name_en),
        edit=site.settings.edit_address("cases/catalogue/decisions.yml"),
        script="tools.js",
        context=DecisionPage(
            sheet=sheet,
            advice=tuple(library.advice_by_id[key] for key in sheet.advice),
            questions=tuple(library.question_by_id[key] for key in sheet.questions),
            templates=tuple(work for work in library.guidance.work_templates if work.id in sheet.templates),
            before=next(iter(before), None),
            after=next(iter(after), None),
        ),
    )
