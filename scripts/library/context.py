"""What all pages and exports share: the library, the settings, the dates and the addresses of pages."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, field

from scripts.git.last_modified import Dates
from scripts.library import urls
from scripts.library.library import CaseEntry, Library, TagEntry, TopicEntry
from scripts.model.catalogue import Phase
from scripts.model.claims import Source
from scripts.model.editorial import LeadingQuestion, Question, Role
from scripts.settings import Settings

FOLDERS = urls.FOLDERS
"""The folder of each kind of page."""


GLOSSARY = "ordlista/index.md"
"""The page that the words of the glossary lead to."""


@dataclass(frozen=True, eq=False)
class Site:
    """What all pages share. Equal to nothing but itself."""

    library: Library
    settings: Settings
    dates: Dates = field(default_factory=Dates)

    def path_of(self, target: object) -> str:
        """The Markdown file of what has a page of its own, or the path itself when it is one.

        Each lies in the folder that is its address. Then a link within HTML means the same whether an
        engine leaves it as it is, as MkDocs does, or reads it from the file, as Zensical does.
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
            case str():
                return target
        raise TypeError(target)


def relative(source: str, target: str) -> str:
    """The way from one Markdown file to another, as MkDocs wants links."""
    source, target = _apart(source, target)
    return "../" * source.count("/") + target


def address(source: str, target: str) -> str:
    """The way from one page to another as a browser follows it, for links within HTML."""
    source, target = _apart(source, target)
    return ("../" * source.count("/") + web_path(target)) or "./"


def _apart(source: str, target: str) -> tuple[str, str]:
    """Two paths without the folders that both begin with."""
    while "/" in source and "/" in target and source.split("/", 1)[0] == target.split("/", 1)[0]:
        source, target = source.split("/", 1)[1], target.split("/", 1)[1]
    return source, target


def web_path(path: str) -> str:
    """The address of a Markdown file's page, within the site: `slussar/hoor/`, empty for the first page."""
    folder = posixpath.dirname(path)
    return f"{folder}/" if folder else ""


def host(source: Source) -> str:
    """The name of the server that a source is at, without `www.`."""
    return source.url.split("/")[2].removeprefix("www.")
