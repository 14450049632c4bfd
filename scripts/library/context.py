"""The context that all pages and exports share: the library, the settings, the dates and the page addresses."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from scripts.git.last_modified import Dates
from scripts.library import urls
from scripts.library.library import CaseEntry, Library, TagEntry, TopicEntry
from scripts.model.advice import Advice
from scripts.model.catalogue import Phase
from scripts.model.claims import Source
from scripts.model.decisions import DecisionSheet
from scripts.model.editorial import LeadingQuestion, Question, Role
from scripts.model.stories import Activity, Story
from scripts.model.work_templates import WorkTemplate
from scripts.settings import Settings

FOLDERS = urls.FOLDERS
"""The folder of each kind of page."""


GLOSSARY = "ordlista/index.md"
"""The Markdown file of the glossary. Glossary terms on other pages link to it."""


_FILES: dict[type[object], str] = {
    DecisionSheet: "decisions",
    Advice: "advice",
    WorkTemplate: "work_templates",
    Story: "stories",
    Activity: "activities",
}
"""Model → key in `FOLDERS`, for records with pages in a folder of their own."""


@dataclass(frozen=True, eq=False)
class Site:
    """The context that all pages and exports share. Compared by identity."""

    library: Library
    settings: Settings
    dates: Dates = field(default_factory=Dates)

    def path_of(self, target: object) -> str:
        """Return the Markdown file of a page.

        Each file is an `index.md` in the folder that is the address of the page. A link within HTML then means the
        same whether the engine leaves it as it is (MkDocs) or resolves it relative to the file (Zensical).

        Args:
            target: A case, topic or tag, a record of the editorial content that has a page, or the path of a Markdown
                file.

        Returns:
            The path within the documentation folder. A path is returned unchanged.

        Raises:
            TypeError: The target has no page of its own.
        """
        match target:
            case CaseEntry():
                return f"{FOLDERS['cases']}/{target.id}/index.md"
            case TopicEntry():
                return f"{FOLDERS[target.kind]}/{target.id}/index.md"
            case TagEntry():
                return f"{FOLDERS['tags']}/{target.record.id}/index.md"
            case Question() | LeadingQuestion():
                return f"{FOLDERS['questions']}/{target.id}/index.md"
            case Phase() | Role():
                return f"{FOLDERS['guide']}/{target.id}/index.md"
            case DecisionSheet() | Advice() | WorkTemplate() | Story() | Activity():
                return f"{FOLDERS[_FILES[type(target)]]}/{target.id}/index.md"
            case str():
                return target
        raise TypeError(target)


def relative(source: str, target: str) -> str:
    """Return the relative path from one Markdown file to another, for links in Markdown."""
    source, target = _without_common_folders(source, target)
    return "../" * source.count("/") + target


def address(source: str, target: str) -> str:
    """Return the relative URL from the page of one Markdown file to that of another, for links within HTML."""
    source, target = _without_common_folders(source, target)
    return ("../" * source.count("/") + web_path(target)) or "./"


def _without_common_folders(source: str, target: str) -> tuple[str, str]:
    """Remove the leading folders that two paths have in common."""
    while "/" in source and "/" in target and source.split("/", 1)[0] == target.split("/", 1)[0]:
        source, target = source.split("/", 1)[1], target.split("/", 1)[1]
    return source, target


def web_path(path: str) -> str:
    """Return the address of a Markdown file's page within the site: `slussar/hoor/`; empty for the start page."""
    folder = posixpath.dirname(path)
    return f"{folder}/" if folder else ""


def host(source: Source) -> str:
    """Return the host name of a source's address, without `www.`."""
    return source.url.split("/")[2].removeprefix("www.")
