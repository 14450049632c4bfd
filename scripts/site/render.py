"""Pages to Markdown files. The only place that writes them, and the files for other programs.

Every text from the data is written so that neither HTML nor Markdown sees anything in it, whatever
it holds. Templates are strict: a name that does not exist is an error and never an empty string.
"""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import Markup

from scripts.text import swedish
from scripts.library import pdf_urls
from scripts.library.citations import Citations
from scripts.site.json_ld import linked_data
from scripts.site.page_dates import modified
from scripts.model.types import CONTROL
from scripts.library.kinds import kind_of
from scripts.site.page import GLOSSARY, Page, Site, address, host, relative
from scripts.site.glossary_links import Terms

_SPECIAL = re.compile(r"[\\`*_\[\]{}<>&\"'#|~=+^$]")
_AT_START = re.compile(r"^(\d+(?=[.)])|(?=[-:!]))(.)")

UNKNOWN = "\ufffd"
"""What stands for a character that does not show. No file of data may hold one, so none is expected here."""

MANIFEST = ".generated.json"
"""The list of written files, so that what an earlier run wrote and this one does not is removed."""

WRITTEN = (".md", ".json", ".csv", ".xml", ".ttl", ".txt")
"""The endings of what is generated. Nothing else is ever removed."""


@lru_cache(maxsize=20_000)
def as_markdown(text: str) -> Markup:
    """Write a text so that it stands for itself in Markdown, in HTML and in an attribute."""
    text = swedish.unbroken(CONTROL.sub(UNKNOWN, re.sub(r"[ \t\r\n]+", " ", text).strip(" ")))
    text = _SPECIAL.sub(lambda found: f"&#{ord(found[0])};", text)
    return Markup(_AT_START.sub(lambda found: f"{found[1]}&#{ord(found[2])};", text))


def paragraphs(text: str) -> tuple[Markup, ...]:
    """The paragraphs of a text: what blank lines separate."""
    return tuple(as_markdown(part) for part in re.split(r"\n\s*\n", text) if part.strip())


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

    def asset(name: str) -> Markup:
        return Markup(f"{address(page.path, 'index.md')}assets/{name}")

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
        asset=asset,
        site_file=site_file,
        linked=linked,
        citations=citations,
        **page.context,
    )
    text = f"{body.strip()}\n\n{terms.notes()}"
    of_machines = {
        "modified": "" if page.redirect else modified(page, site),
        "linked_data": linked_data(page, site, (source for _, _, source in citations.listed())),
    }
    return _front_matter({**page.front_matter(), **of_machines}) + re.sub(r"\n{3,}", "\n\n", text).strip() + "\n"


def _front_matter(values: Mapping[str, Any]) -> str:
    """YAML front matter. JSON strings are YAML strings, and need no thought about quotation marks."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items() if value)
    return f"---\n{CONTROL.sub(UNKNOWN, ''.join(lines))}---\n\n"


def write(files: Mapping[str, str], folder: Path, assets: Path | None = None) -> tuple[int, int]:
    """Write pages and data, and remove what earlier runs wrote.

    A file is only touched when its content changes, so that nothing rebuilds for nothing. Files
    that no run has written are left alone.

    Args:
        files: Path within the folder → text.
        folder: Where to write.
        assets: A folder of style sheets and scripts to copy along, when it is not already there.

    Returns:
        How many files were written, and how many removed.

    Raises:
        ValueError: When a path leads out of the folder. Then nothing is written.
    """
    if outside := [path for path in files if Path(path).is_absolute() or ".." in Path(path).parts]:
        raise ValueError(f"outside the folder of pages: {outside}")
    folder.mkdir(parents=True, exist_ok=True)
    manifest = folder / MANIFEST
    earlier = _earlier(manifest)
    _list(manifest, {*files, *earlier})
    written = sum(_write_if_changed(folder / path, text) for path, text in files.items())
    stale = [path for path in earlier if path not in files]
    for path in stale:
        _remove(folder, path)
    _list(manifest, files)
    if assets is not None and assets.resolve() != (folder / assets.name).resolve():
        shutil.copytree(assets, folder / assets.name, dirs_exist_ok=True)
    return written, len(stale)


def _list(manifest: Path, paths: Iterable[str]) -> None:
    """Write the list in one step: were only half of it there, nobody would know what to remove."""
    listed = json.dumps(sorted(paths), indent=0)
    if not manifest.is_file() or manifest.read_bytes() != listed.encode("utf-8"):
        beside = manifest.with_name(f"{manifest.name}.new")
        beside.write_text(listed, encoding="utf-8")
        beside.replace(manifest)


def _earlier(manifest: Path) -> tuple[str, ...]:
    try:
        listed = json.loads(manifest.read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(path for path in listed if isinstance(path, str) and _is_ours(path))


def _is_ours(path: str) -> bool:
    """Whether a path is within the folder, and could have been written by a run."""
    outside = ".." in path or "\\" in path or ":" in path or path.startswith("/")
    return path.endswith(WRITTEN) and not outside


def _write_if_changed(path: Path, text: str) -> bool:
    content = text.encode("utf-8")
    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _remove(folder: Path, path: str) -> None:
    found = folder / path
    found.unlink(missing_ok=True)
    for parent in found.relative_to(folder).parents[:-1]:
        try:
            (folder / parent).rmdir()
        except OSError:
            return


def render_all(pages: Iterable[Page], site: Site) -> dict[str, str]:
    """Every page as Markdown, by path."""
    templates = environment()
    return {page.path: render(page, site, templates) for page in pages}
