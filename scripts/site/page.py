"""Pages before they are rendered, and the data that their templates show."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import ClassVar

from scripts.library.facets import Values
from scripts.library.kinds import Kind
from scripts.text.swedish import sort_key


@dataclass(frozen=True)
class Context:
    """The data that one template shows.

    Each template has a subclass of its own. The template may ask for the fields of that class and for
    the variables that every template has (`SharedVariables`), and for nothing else.
    """

    template: ClassVar[str]
    """The file in `templates/`."""

    def variables(self) -> dict[str, object]:
        """Return the fields by name, as they are handed to the template."""
        return {variable.name: getattr(self, variable.name) for variable in fields(self)}


@dataclass(frozen=True)
class Page:
    """A page before it is rendered.

    Attributes:
        path: The Markdown file, within the folder of pages: an `index.md`, in the folder that is its address.
        title: The only first-level heading; unique on the site.
        description: A sentence for search engines and lists.
        kind: The kind of page: its label and icon in search results.
        context: The data that the page shows, which also says by which template.
        section: The folder that the menu shows as the current one.
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
    kind: Kind
    context: Context
    section: str = ""
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
    def template(self) -> str:
        """The file in `templates/`."""
        return self.context.template

    @property
    def order(self) -> str:
        """The key that sorts pages by kind, and then by title in the Swedish way."""
        return f"{tuple(Kind).index(self.kind)} {sort_key(self.title)[0]}"
