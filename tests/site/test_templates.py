"""Agreement between templates and the types of their contexts: the same names on both sides."""

from __future__ import annotations

import shutil
from dataclasses import fields
from pathlib import Path

import jinja2
import pytest
from jinja2 import meta, nodes

from scripts.build.pipeline import library_of
from scripts.library.context import Site
from scripts.library.library import Library
from scripts.settings import Settings
from scripts.site.page import Context, Page
from scripts.site.pages import all_pages
from scripts.site.pages.redirects import RedirectPage
from scripts.site.render import TEMPLATES, environment, render
from scripts.site.template_variables import SharedVariables
from tests.conftest import SMALL

NAMES = sorted(path.name for path in TEMPLATES.glob("*.jinja") if not path.name.startswith("_"))
"""Names of the page templates. The other templates only contain macros."""

EMPTY_SETTINGS = Settings()
FULL_SETTINGS = Settings(
    site_url="https://example.org/ideslussar",
    repository_url="https://example.org/kod/ideslussar",
    publisher="Exempel",
    contact="redaktionen@example.org",
    published="2026-12-01",
    pdf=True,
)

each_template = pytest.mark.parametrize("name", NAMES)


@pytest.fixture(scope="module")
def invented(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the library of the small data, with a redirect."""
    folder = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("templates") / "cases"))
    redirect = "- {old: slussar/gamla-alfa, new: slussar/alfa}\n"
    (folder / "catalogue" / "redirects.yml").write_text(redirect, encoding="utf-8")
    return library_of(folder)


@pytest.fixture(scope="module")
def pages(invented: Library) -> tuple[Page, ...]:
    return tuple(all_pages(Site(invented, FULL_SETTINGS)))


@pytest.fixture(scope="module", params=[EMPTY_SETTINGS, FULL_SETTINGS], ids=["empty settings", "full settings"])
def invented_site(request: pytest.FixtureRequest, invented: Library) -> Site:
    return Site(invented, request.param)


@pytest.fixture(scope="module")
def pages_of_site(invented_site: Site) -> tuple[Page, ...]:
    return tuple(all_pages(invented_site))


@pytest.fixture(scope="module")
def contexts(pages: tuple[Page, ...]) -> dict[str, type[Context]]:
    """Return the type of context of each template."""
    types = {type(page.context) for page in pages}
    by_template = {context.template: context for context in types}
    assert len(by_template) == len(types), "two types share a template"
    return by_template


def used_names(name: str, templates: jinja2.Environment) -> set[str]:
    """Return the variables that a template uses, including those used by the templates it imports."""
    assert templates.loader is not None
    tree = templates.parse(templates.loader.get_source(templates, name)[0])
    variables = meta.find_undeclared_variables(tree)
    for imported in meta.find_referenced_templates(tree):
        assert imported is not None, f"{name} imports a template whose name is not fixed"
        variables |= used_names(imported, templates)
    return variables


def missing(context: type[Context], templates: jinja2.Environment) -> set[str]:
    """Return the variables that a template uses without being in its context or in every template."""
    available = {field.name for field in fields(context)} | set(SharedVariables.__annotations__)
    return used_names(context.template, templates) - available


def unused(context: type[Context], templates: jinja2.Environment) -> set[str]:
    """Return the fields of a context that its template does not use."""
    return {field.name for field in fields(context)} - used_names(context.template, templates)


def with_sources(**sources: str) -> jinja2.Environment:
    """Return the environment with other templates."""
    templates = environment()
    templates.loader = jinja2.DictLoader({f"{name}.md.jinja": source for name, source in sources.items()})
    return templates


def test_every_template_has_one_type_of_context(contexts: dict[str, type[Context]]) -> None:
    assert sorted(contexts) == NAMES


@each_template
def test_every_name_in_a_template_is_in_its_context(name: str, contexts: dict[str, type[Context]]) -> None:
    assert missing(contexts[name], environment()) == set()


@each_template
def test_every_field_of_a_context_is_used_by_its_template(name: str, contexts: dict[str, type[Context]]) -> None:
    assert unused(contexts[name], environment()) == set()


@each_template
def test_no_field_shadows_a_name_that_every_template_has(name: str, contexts: dict[str, type[Context]]) -> None:
    shared = {*SharedVariables.__annotations__, *environment().globals}
    assert not shared.intersection(field.name for field in fields(contexts[name]))


@each_template
def test_a_template_renders_every_page_of_its_type(
    name: str, invented_site: Site, pages_of_site: tuple[Page, ...]
) -> None:
    templates = environment()
    of_type = [page for page in pages_of_site if page.template == name]
    assert of_type
    for page in of_type:
        assert "\n# " in render(page, invented_site, templates), page.path


@pytest.mark.parametrize(
    "sources",
    [
        {"redirect": "# {{ target.title }}{{ absent }}"},
        {
            "redirect": '{% import "_parts.md.jinja" as parts with context %}\n# {{ target.title }}{{ parts.line() }}',
            "_parts": "{% macro line() %}{{ absent }}{% endmacro %}",
        },
    ],
    ids=["in the template", "in a macro"],
)
def test_a_name_that_the_context_lacks_is_an_error(
    sources: dict[str, str], invented: Library, pages: tuple[Page, ...]
) -> None:
    templates = with_sources(**sources)
    page = next(page for page in pages if isinstance(page.context, RedirectPage))
    assert missing(RedirectPage, templates) == {"absent"}
    with pytest.raises(jinja2.UndefinedError, match="absent"):
        render(page, Site(invented, EMPTY_SETTINGS), templates)


def test_an_attribute_that_a_value_lacks_is_an_error(invented: Library, pages: tuple[Page, ...]) -> None:
    page = next(page for page in pages if isinstance(page.context, RedirectPage))
    with pytest.raises(jinja2.UndefinedError, match="absent"):
        render(page, Site(invented, EMPTY_SETTINGS), with_sources(redirect="# {{ target.absent }}"))


def test_every_macro_is_used() -> None:
    templates = environment()
    defined: set[tuple[str, str]] = set()
    used: set[tuple[str, str]] = set()
    for path in TEMPLATES.glob("*.jinja"):
        tree = templates.parse(path.read_text("utf-8"))
        imports = {node.target: node.template for node in tree.find_all(nodes.Import)}
        defined |= {(path.name, macro.name) for macro in tree.find_all(nodes.Macro)}
        used |= {(path.name, name.name) for name in tree.find_all(nodes.Name) if name.ctx == "load"}
        for attribute in tree.find_all(nodes.Getattr):
            if isinstance(attribute.node, nodes.Name) and attribute.node.name in imports:
                template = imports[attribute.node.name]
                assert isinstance(template, nodes.Const)
                used.add((template.value, attribute.attr))
    assert defined - used == set()


def test_a_field_that_the_template_does_not_use_is_reported() -> None:
    assert unused(RedirectPage, with_sources(redirect="# {{ page.title }}")) == {"target"}
