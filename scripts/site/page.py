"""Pages before they are rendered, and the data that their templates show."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import ClassVar

from scripts.library.facets import Values
from scripts.library.kinds import Kind
from scripts.text.swedish import sort_key


@dataclass(frozen=True)
class Context:
    """The data that a template shows.

    Each template has a subclass. The template may only use the fields of that class and the variables
    that every template has (`SharedVariables`).
    """

    template: ClassVar[str]
    """Name of the file in `templates/`."""

    def variables(self) -> dict[str, object]:
        """Return the fields by name, as they are passed to the template."""
        return {variable.name: getattr(self, variable.name) for variable in fields(self)}


@dataclass(frozen=True)
class Page:
    """A page before it is rendered.

    Attributes:
        path: The Markdown file, within the folder of pages: an `index.md`, in the folder that is its address.
        title: The only first-level heading; unique on the site.
        description: A sentence for search engines and lists.
        kind: The kind of page, which gives its label and icon in search results.
        context: The data that the page shows, which also determines the template.
        section: Folder that the menu marks as the current one.
        aliases: Other names, found by search.
        edit: Address where the data of the page is edited; empty when the repository is not known.
        facets: Values that the page is filtered by, besides its kind.
        searched: Whether search includes the page.
        script: Script in `assets/js/` that only this page needs.
        style: Style sheet in `assets/css/` that only this page needs.
        redirect: Address to redirect to, relative to the page; empty for a page that does not redirect.
        canonical: Absolute address of the redirect target; empty when the address of the site is not known.
        follows: Path of the first page of a list, on its later pages; empty on all other pages.
        lang: Language of the content, when it is not Swedish. The frame around the content is always in Swedish.
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
        """Name of the file in `templates/`."""
        return self.context.template

    @property
    def order(self) -> str:
        """Key that sorts pages by kind, and then by title in Swedish order."""
        return f"{tuple(Kind).index(self.kind)} {sort_key(self.title)[0]}"
