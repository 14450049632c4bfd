"""Pages to Markdown files. The only place that writes them, and the files for other programs.

Every text from the data is written so that neither HTML nor Markdown sees anything in it, whatever
it holds. Templates are strict: a name that does not exist is an error and never an empty string.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from scripts.library import pdf_urls
from scripts.library.citations import Citations
from scripts.library.context import GLOSSARY, Site, address, host, relative
from scripts.library.kinds import kind_of
from scripts.site.front_matter import as_yaml, front_matter
from scripts.site.glossary_links import Terms
from scripts.site.json_ld import linked_data
from scripts.site.page import Page
from scripts.site.page_dates import modified
from scripts.text import swedish
from scripts.text.markdown import as_markdown, paragraphs


def web_address(address: str) -> Markup:
    """An address for a link out.

    Raises:
        ValueError: When a browser would do anything with it but fetch a page.
    """
    if not address.startswith(("https://", "http://")):
        raise ValueError(f"no web address: {address[:60]!r}")
    return as_markdown(address)


def _finalize(value: Any) -> Any:
    if hasattr(value, "__html__"):
        return value
    return as_markdown(value if isinstance(value, str) else str(value))


def environment() -> jinja2.Environment:
    """The Jinja environment of the page templates."""
    found = jinja2.Environment(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        # Compiling the templates takes as long as filling them; unchanged ones are compiled once.
        bytecode_cache=jinja2.FileSystemBytecodeCache(),
        undefined=jinja2.StrictUndefined,
        autoescape=True,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters.update(
        paragraphs=paragraphs,
        date=swedish.partial_date,
        number=swedish.number,
        kronor=swedish.kronor,
        listed=swedish.listed,
        text=as_markdown,
        web_address=web_address,
        sentence=swedish.sentence,
    )
    found.globals.update(
        counted=swedish.counted,
        period=swedish.period,
        host=host,
        kind_of=kind_of,
        handout=pdf_urls.handout,
        BOOK=pdf_urls.BOOK,
    )
    return found


def render(page: Page, site: Site, templates: jinja2.Environment) -> str:
    """A page as Markdown with front matter.

    Args:
        page: The page.
        site: What all pages share.
        templates: The environment.

    Returns:
        The text of the Markdown file.

    Raises:
        jinja2.UndefinedError: When a template asks for what is not there.
    """

    def to(target: Any, fragment: str = "") -> Markup:
        return Markup(relative(page.path, site.path_of(target)) + (f"#{fragment}" if fragment else ""))

    def href(target: Any, fragment: str = "") -> Markup:
        return Markup(address(page.path, site.path_of(target)) + (f"#{fragment}" if fragment else ""))

    def site_file(file: str) -> Markup:
        return Markup(f"{address(page.path, 'index.md')}{file}")

    terms = Terms(() if page.path == GLOSSARY else site.library.guidance.glossary, to(GLOSSARY), as_markdown)

    def linked(text: str) -> Markup:
        return terms.link(text if isinstance(text, Markup) else as_markdown(text))

    citations = Citations(site.library.sources)
    body = templates.get_template(page.template).render(
        page=page,
        site=site,
        library=site.library,
        to=to,
        href=href,
        site_file=site_file,
        linked=linked,
        citations=citations,
        **page.context,
    )
    text = f"{body.strip()}\n\n{terms.notes()}"
    front = front_matter(
        page,
        modified="" if page.redirect else modified(page, site),
        linked_data=linked_data(page, site, (source for _, _, source in citations.listed())),
    )
    return as_yaml(front) + re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def render_all(pages: Iterable[Page], site: Site) -> dict[str, str]:
    """Every page as Markdown, by path."""
    templates = environment()
    return {page.path: render(page, site, templates) for page in pages}
