"""What to work with: the checklist, the templates and the basket of collected pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.library.context import FOLDERS, Site
from scripts.library.kinds import Kind
from scripts.model.advice import Advice, ChecklistItem
from scripts.model.catalogue import Phase
from scripts.model.work_templates import WorkTemplate
from scripts.site.page import Context, Page

FOLDER = FOLDERS["work_templates"]

CHECKLIST = "checklista/index.md"
BASKET = "mitt-underlag/index.md"


@dataclass(frozen=True)
class ChecklistStep:
    """A step of the guide, and the statements to tick in it, each with the advice that they belong to."""

    phase: Phase
    advice: tuple[tuple[Advice, tuple[ChecklistItem, ...]], ...]


@dataclass(frozen=True)
class ChecklistPage(Context):
    """The checklist of all steps.

    Attributes:
        first: What to have in place before the first idea.
        steps: The rest, by step. A piece of advice stands only in the first step that it belongs to.
    """

    template: ClassVar[str] = "checklist.md.jinja"

    first: tuple[ChecklistItem, ...]
    steps: tuple[ChecklistStep, ...]


@dataclass(frozen=True)
class TemplateListPage(Context):
    """The list of templates. Its data comes from the library."""

    template: ClassVar[str] = "work_templates.md.jinja"


@dataclass(frozen=True)
class TemplatePage(Context):
    """The page of a template to work with.

    Attributes:
        work: The template.
        advice: The advice that it helps with.
    """

    template: ClassVar[str] = "work_template.md.jinja"

    work: WorkTemplate
    advice: tuple[Advice, ...]


@dataclass(frozen=True)
class BasketPage(Context):
    """The page that shows the collected pages together. A script fills it in from the address."""

    template: ClassVar[str] = "basket.md.jinja"


def pages(site: Site) -> Iterator[Page]:
    """Yield the checklist, the list of templates, a page for each template, and the basket."""
    library = site.library
    yield _checklist(site)
    yield Page(
        path=BASKET,
        title="Mitt underlag",
        description="De sidor du har samlat, på en sida att skriva ut eller skicka.",
        kind=Kind.OVERVIEW,
        section="mitt-underlag",
        searched=False,
        script="basket.js",
        context=BasketPage(),
    )
    yield Page(
        path=f"{FOLDER}/index.md",
        title="Mallar",
        description="Mallar att fylla i: uppdrag, beslutspunkter, svar på en idé, kalkyl och idéformulär.",
        kind=Kind.OVERVIEW,
        section=FOLDER,
        edit=site.settings.edit_address("cases/catalogue/work_templates.yml"),
        context=TemplateListPage(),
    )
    for template in library.guidance.work_templates:
        yield Page(
            path=site.path_of(template),
            title=template.name,
            description=template.lead,
            kind=Kind.TEMPLATE,
            section=FOLDER,
            aliases=template.aliases,
            edit=site.settings.edit_address("cases/catalogue/work_templates.yml"),
            script="tools.js",
            context=TemplatePage(template, tuple(library.advice_by_id[key] for key in template.advice)),
        )


def _checklist(site: Site) -> Page:
    steps = tuple(_steps(site))
    return Page(
        path=CHECKLIST,
        title="Checklista",
        description="Bocka av det ni har på plats, steg för steg, och se hur det gick där det saknades.",
        kind=Kind.OVERVIEW,
        section="checklista",
        edit=site.settings.edit_address("cases/catalogue/advice.yml"),
        script="checklist.js" if steps else "",
        context=ChecklistPage(
            first=tuple(item for advice in site.library.guidance.advice for item in advice.checklist if item.first),
            steps=steps,
        ),
    )


def _steps(site: Site) -> Iterator[ChecklistStep]:
    library, seen = site.library, set[str]()
    phases = {phase.id: phase for phase in library.phases}
    for step in library.guidance.steps:
        new = (library.advice_by_id[key] for key in step.advice if key not in seen)
        rest = ((advice, tuple(item for item in advice.checklist if not item.first)) for advice in new)
        listed = tuple((advice, items) for advice, items in rest if items)
        seen |= set(step.advice)
        if listed:
            yield ChecklistStep(phases[step.id], listed)
