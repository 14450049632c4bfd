"""The front matter of a page, read by the theme, the search and the filters."""

from __future__ import annotations

import json
from typing import TypedDict

from scripts.model.types import CONTROL
from scripts.site.page import Page
from scripts.text.markdown import UNKNOWN


class FrontMatter(TypedDict):
    """The front matter of a page. The templates of the theme in `overrides/` read these keys.

    Attributes:
        title: Title of the page.
        description: A sentence for search engines and lists.
        kind: Id of the kind of page, also that of its icon.
        kind_label: Name of the kind.
        kind_plural: Plural of that name; empty for lists and for pages about the site.
        section: Folder that the menu marks as the current one.
        aliases: Other names, found by search.
        edit: Address where the data of the page is edited; empty when the repository is not known.
        facets: Pairs of a facet and a value that the page is filtered by.
        order: Key that sorts pages by kind and title.
        unsearched: Whether search leaves the page out.
        script: Script that only this page needs.
        style: Style sheet that only this page needs.
        redirect: Address to redirect to, relative to the page; empty for a page that does not redirect.
        canonical: Absolute address of the redirect target; empty when the address of the site is not known.
        lang: Language of the content, when it is not Swedish.
        modified: Day of the last change, as `2026-11-25`; empty when it is not known.
        linked_data: JSON-LD; empty for a page that redirects.
    """

    title: str
    description: str
    kind: str
    kind_label: str
    kind_plural: str
    section: str
    aliases: tuple[str, ...]
    edit: str
    facets: tuple[tuple[str, str], ...]
    order: str
    unsearched: bool
    script: str
    style: str
    redirect: str
    canonical: str
    lang: str
    modified: str
    linked_data: str


def front_matter(page: Page, modified: str, linked_data: str) -> FrontMatter:
    """Return the front matter of a page.

    Args:
        page: The page.
        modified: Day of the last change; empty when it is not known.
        linked_data: JSON-LD of the page.

    Returns:
        All keys, including those without a value.
    """
    return {
        "title": page.title,
        "description": page.description,
        "kind": page.kind.value,
        "kind_label": page.kind.label,
        "kind_plural": page.kind.plural if page.kind.is_listed else "",
        "section": page.section,
        "aliases": page.aliases,
        "edit": page.edit,
        "facets": tuple((facet, value) for facet, values in page.facets.items() for value in values),
        "order": page.order,
        "unsearched": not page.searched,
        "script": page.script,
        "style": page.style,
        "redirect": page.redirect,
        "canonical": page.canonical,
        "lang": page.lang,
        "modified": modified,
        "linked_data": linked_data,
    }


def as_yaml(values: FrontMatter) -> str:
    """Return front matter as YAML between its delimiters, without the keys that have no value.

    Values are written as JSON, which is valid YAML and needs no quoting rules of its own.
    """
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value)
    return f"---\n{CONTROL.sub(UNKNOWN, ''.join(lines))}---\n\n"
