"""Rendering of pages to Markdown.

Text from the data is escaped for both HTML and Markdown. Templates are strict: an undefined name is an
error, never an empty string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path

import jinja2

from scripts.library.citations import Citations
from scripts.library.context import GLOSSARY, Site
from scripts.library.grounds import grounds, sources_of
from scripts.site.front_matter import as_yaml, front_matter
from scripts.site.glossary_links import GlossaryLinker
from scripts.site.json_ld import linked_data
from scripts.site.page import Page
from scripts.site.page_dates import modified
from scripts.site.template_variables import FILTERS, GLOBALS, Links, SharedVariables
from scripts.text.markdown import as_markdown

TEMPLATES = Path(__file__).parent / "templates"
"""Folder of the page templates. Files whose names begin with `_` contain macros that the others import."""


def _finalize(value: object) -> object:
    if hasattr(value, "__html__"):
        return value
    return as_markdown(value if isinstance(value, str) else str(value))


def environment() -> jinja2.Environment:
    """Return the Jinja environment of the page templates."""
    templates = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        # Compiling the templates takes as long as rendering them, so unchanged templates are compiled once.
        bytecode_cache=jinja2.FileSystemBytecodeCache(),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters.update(FILTERS)
    templates.globals.update(GLOBALS)
    return templates


def render(page: Page, site: Site, templates: jinja2.Environment) -> str:
    """Return a page as Markdown with front matter.

    Args:
        page: The page.
        site: Data and settings shared by all pages.
        templates: The environment of the templates.

    Returns:
        The text of the Markdown file.

    Raises:
        jinja2.UndefinedError: When a template uses an undefined name.
    """
    links = Links(page, site)
    terms = () if page.path == GLOSSARY else site.library.guidance.glossary
    glossary = GlossaryLinker(terms, links.to(GLOSSARY), as_markdown)
    citations = Citations(site.library.sources)
    shared = SharedVariables(
        page=page,
        site=site,
        library=site.library,
        to=links.to,
        href=links.href,
        site_file=links.site_file,
        linked=glossary.link,
        citations=citations,
        grounds=partial(grounds, library=site.library),
        sources_of=partial(sources_of, library=site.library),
    )
    body = templates.get_template(page.template).render(**shared, **page.context.variables())
    text = f"{body.strip()}\n\n{glossary.notes()}"
    front = front_matter(
        page,
        modified="" if page.redirect else modified(page, site),
        linked_data=linked_data(page, site, (source for _, _, source in citations.listed())),
    )
    return as_yaml(front) + re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def render_all(pages: Iterable[Page], site: Site) -> dict[str, str]:
    """Return every page as Markdown, by path."""
    templates = environment()
    return {page.path: render(page, site, templates) for page in pages}
