"""What a page is, and how pages find each other."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from scripts.library import urls
from scripts.model.claims import Source
from scripts.git.last_modified import Dates
from scripts.library.facets import Values
from scripts.model.editorial import LeadingQuestion, Question, Role
from scripts.library.library import CaseEntry, Library, TagEntry, TopicEntry
from scripts.library.kinds import Kind
from scripts.model.catalogue import Phase
from scripts.settings import Settings
from scripts.text.swedish import sort_key

FOLDERS = urls.FOLDERS
"""The folder of each kind of page."""

GLOSSARY = "ordlista/index.md"
"""The page that the words of the glossary lead to."""


@dataclass(frozen=True)
class Page:
    """A page before it is rendered.

    Attributes:
        path: The Markdown file, within the folder of pages: an `index.md`, in the folder that is its address.
        title: The only first-level heading; unique on the site.
        description: A sentence for search engines and lists.
        template: The file in `templates/`.
        kind: What it is called in search results, and the icon it has there.
        section: The folder that the menu shows as the current one.
        context: What the template needs besides what all templates have.
        aliases: What people also call it; found by search.
        edit: Where its data is edited; empty when the repository is not known.
        facets: What it is filtered by, besides its kind.
        searched: Whether search finds it.
        script: The script in `assets/js/` that only this page needs.
        style: The style sheet in `assets/css/` that only this page needs.
        redirect: The page that has taken over, as a browser goes there; empty for a page of its own.
        canonical: The whole address of that page; empty when the site's is not known.
        follows: The first page of the list that this one goes on with; empty for a page that stands by itself.
        lang: The language of what the page holds, when it is not Swedish. The frame around it always is.
    """

    path: str
    title: str
    description: str
    template: str
    kind: Kind
    section: str = ""
    context: Mapping[str, Any] = field(default_factory=dict)
    aliases: tuple[str, ...] = ()
    edit: str = ""
    facets: Values = field(default_factory=dict)
    searched: bool = True
    script: str = ""
    style: str = ""
    redirect: str = ""
    canonical: str = ""
    follows: str = ""
    lang: str = ""

    @property
    def order(self) -> str:
        """Sorts pages by kind, and then by title in the Swedish way."""
        return f"{tuple(Kind).index(self.kind)} {sort_key(self.title)[0]}"

    def front_matter(self) -> dict[str, Any]:
        """What the theme must be told."""
        return {
            "title": self.title,
            "description": self.description,
            "kind": self.kind.value,
            "kind_label": self.kind.label,
            "kind_plural": self.kind.plural if self.kind.is_listed else "",
            "section": self.section,
            "aliases": list(self.aliases),
            "edit": self.edit,
            "facets": [[facet, value] for facet, values in self.facets.items() for value in values],
            "order": self.order,
            "unsearched": not self.searched,
            "script": self.script,
            "style": self.style,
            "redirect": self.redirect,
            "canonical": self.canonical,
            "lang": self.lang,
        }


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
            case Page():
                return target.path
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
