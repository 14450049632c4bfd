"""The list of named ideas, the fields of activity and the stories."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from scripts.figures.stairs import stairs
from scripts.figures.svg import Figure
from scripts.library.context import FOLDERS, Site
from scripts.library.ideas import Idea, by_outcome, ideas
from scripts.library.key_figures import Counted, counted_figures, of_kind
from scripts.library.kinds import Kind
from scripts.library.library import CaseEntry, Library
from scripts.library.tagged_statements import Place, places
from scripts.model.advice import Advice
from scripts.model.enums import Counts, ExampleOutcome
from scripts.model.stories import Activity, Story
from scripts.site.page import Context, Page
from scripts.text.swedish import counted

PATH = "ideer/index.md"


@dataclass(frozen=True)
class IdeaListPage(Context):
    """The list of named ideas.

    Attributes:
        ideas: The ideas, those that came furthest first.
        outcomes: Each outcome and the number of ideas that have it.
        adopted: Number of ideas that were adopted.
        counted_ideas: What the sluices say of how many ideas were adopted, named or not.
        activities: The fields of activity that at least one idea belongs to.
    """

    template: ClassVar[str] = "ideas.md.jinja"

    ideas: tuple[Idea, ...]
    outcomes: tuple[tuple[ExampleOutcome, int], ...]
    adopted: int
    counted_ideas: tuple[Counted, ...]
    activities: tuple[Activity, ...]


@dataclass(frozen=True)
class ActivityListPage(Context):
    """The list of fields of activity.

    Attributes:
        activities: The fields that have something to show, each with its number of ideas and of sluices.
    """

    template: ClassVar[str] = "activities.md.jinja"

    activities: tuple[tuple[Activity, int, int], ...]


@dataclass(frozen=True)
class ActivityPage(Context):
    """The page of a field of activity.

    Attributes:
        activity: The field.
        ideas: Its ideas.
        places: What was done and said in it, by place.
        advice: Advice for it.
        stories: The stories from it.
    """

    template: ClassVar[str] = "activity.md.jinja"

    activity: Activity
    ideas: tuple[Idea, ...]
    places: tuple[Place, ...]
    advice: tuple[Advice, ...]
    stories: tuple[Story, ...]


@dataclass(frozen=True)
class StoryPage(Context):
    """The page of a story.

    Attributes:
        story: The story.
        entry: The sluice.
        activity: The field of activity.
        drawing: The steps as a rising stair.
    """

    template: ClassVar[str] = "story.md.jinja"

    story: Story
    entry: CaseEntry
    activity: Activity
    drawing: Figure


def pages(site: Site) -> Iterator[Page]:
    """Yield the list of ideas, a page for each field of activity with their list, and a page for each story."""
    found = ideas(site.library)
    yield _ideas(found, site)
    content = tuple(_content(activity, found, site.library) for activity in site.library.guidance.activities)
    yield _activities(content, site)
    yield from (_activity(context, site) for context in content)
    for story in site.library.guidance.stories:
        yield _story(story, site)


def _ideas(found: tuple[Idea, ...], site: Site) -> Page:
    outcomes = by_outcome(found)
    used = {activity.id for idea in found for activity in idea.activities}
    return Page(
        path=PATH,
        title="Idéer",
        description=f"{counted(len(found), 'En namngiven idé', 'namngivna idéer').capitalize()} från idéslussarna, "
        "och hur långt de kom.",
        kind=Kind.OVERVIEW,
        section="ideer",
        script="ideas.js" if found else "",
        context=IdeaListPage(
            ideas=found,
            outcomes=tuple(outcomes.items()),
            adopted=outcomes.get(ExampleOutcome.ADOPTED, 0),
            counted_ideas=of_kind(counted_figures(site.library), Counts.ADOPTED),
            activities=tuple(activity for activity in site.library.guidance.activities if activity.id in used),
        ),
    )


def _activities(content: tuple[ActivityPage, ...], site: Site) -> Page:
    return Page(
        path=f"{FOLDERS['activities']}/index.md",
        title="Verksamheter",
        description="Det som slussarna gjorde och sade, verksamhet för verksamhet.",
        kind=Kind.OVERVIEW,
        section=FOLDERS["activities"],
        edit=site.settings.edit_address("cases/catalogue/activities.yml"),
        context=ActivityListPage(
            tuple((page.activity, len(page.ideas), sum(1 for place in page.places if place.entry)) for page in content)
        ),
    )


def _content(activity: Activity, found: tuple[Idea, ...], library: Library) -> ActivityPage:
    return ActivityPage(
        activity=activity,
        ideas=tuple(idea for idea in found if activity in idea.activities),
        places=places((library.tag_by_id[tag] for tag in activity.tags if tag in library.tag_by_id), library),
        advice=tuple(library.advice_by_id[key] for key in activity.advice),
        stories=tuple(story for story in library.guidance.stories if story.activity == activity.id),
    )


def _activity(context: ActivityPage, site: Site) -> Page:
    activity = context.activity
    name = f"{activity.name[:1].lower()}{activity.name[1:]}"
    return Page(
        path=site.path_of(activity),
        title=activity.name,
        description=f"Idéer, erfarenheter och råd från idéslussarna som gäller {name}.",
        kind=Kind.ACTIVITY,
        section=FOLDERS["activities"],
        aliases=activity.aliases,
        edit=site.settings.edit_address("cases/catalogue/activities.yml"),
        context=context,
    )


def _story(story: Story, site: Site) -> Page:
    library = site.library
    (activity,) = (activity for activity in library.guidance.activities if activity.id == story.activity)
    return Page(
        path=site.path_of(story),
        title=story.name,
        description=story.lead,
        kind=Kind.STORY,
        section=FOLDERS["activities"],
        aliases=(story.place,),
        edit=site.settings.edit_address("cases/catalogue/stories.yml"),
        context=StoryPage(story=story, entry=library.case_by_id[story.case], activity=activity, drawing=stairs(story)),
    )
