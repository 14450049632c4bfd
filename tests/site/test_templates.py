"""Templates and the types of their contexts: a template asks for all that its context has, and for nothing else."""

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
"""The templates of pages. The others only hold macros."""

NOTHING_KNOWN = Settings()
EVERYTHING_KNOWN = Settings(
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
    """The small data, with an address that has moved."""
    folder = Path(shutil.copytree(SMALL, tmp_path_factory.mktemp("templates") / "cases"))
    moved = "- {old: slussar/gamla-alfa, new: slussar/alfa}\n"
    (folder / "catalogue" / "redirects.yml").write_text(moved, encoding="utf-8")
    return library_of(folder)


@pytest.fixture(scope="module")
def pages(invented: Library) -> tuple[Page, ...]:
    return tuple(all_pages(Site(invented, EVERYTHING_KNOWN)))


@pytest.fixture(scope="module", params=[NOTHING_KNOWN, EVERYTHING_KNOWN], ids=["nothing known", "everything known"])
def invented_site(request: pytest.FixtureRequest, invented: Library) -> Site:
    return Site(invented, request.param)


@pytest.fixture(scope="module")
def pages_of_site(invented_site: Site) -> tuple[Page, ...]:
    return tuple(all_pages(invented_site))


@pytest.fixture(scope="module")
def contexts(pages: tuple[Page, ...]) -> dict[str, type[Context]]:
    """The type of context that each template is rendered with."""
    types = {type(page.context) for page in pages}
    by_template = {context.template: context for context in types}
    assert len(by_template) == len(types), "two types share a template"
    return by_template


def asked_for(name: str, templates: jinja2.Environment) -> set[str]:
    """The variables that a template asks for, itself or in the macros of those it imports."""
    assert templates.loader is not None
    tree = templates.parse(templates.loader.get_source(templates, name)[0])
    variables = meta.find_undeclared_variables(tree)
    for imported in meta.find_referenced_templates(tree):
        assert imported is not None, f"{name} imports a template whose name is not fixed"
        variables |= asked_for(imported, templates)
    return variables


def missing(context: type[Context], templates: jinja2.Environment) -> set[str]:
    """The variables that a template asks for and that neither its context nor every template has."""
    has = {field.name for field in fields(context)} | set(SharedVariables.__annotations__)
    return asked_for(context.template, templates) - has


def unused(context: type[Context], templates: jinja2.Environment) -> set[str]:
    """The fields of a context that its template does not ask for."""
    return {field.name for field in fields(context)} - asked_for(context.template, templates)


def with_sources(**sources: str) -> jinja2.Environment:
    """The environment, with other templates."""
    templates = environment()
    templates.loader = jinja2.DictLoader({f"{name}.md.jinja": source for name, source in sources.items()})
    return templates


def test_every_template_is_that_of_one_type_of_context(contexts: dict[str, type[Context]]) -> None:
    assert sorted(contexts) == NAMES


@each_template
def test_a_template_asks_for_nothing_that_its_context_lacks(name: str, contexts: dict[str, type[Context]]) -> None:
    assert missing(contexts[name], environment()) == set()


@each_template
def test_every_field_of_a_context_is_used_by_its_template(name: str, contexts: dict[str, type[Context]]) -> None:
    assert unused(contexts[name], environment()) == set()


@each_template
def test_no_field_has_the_name_of_what_every_template_has(name: str, contexts: dict[str, type[Context]]) -> None:
    shared = {*SharedVariables.__annotations__, *environment().globals}
    assert not shared.intersection(field.name for field in fields(contexts[name]))


@each_template
def test_a_template_can_be_filled_with_every_page_of_its_type(
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
def test_a_template_that_asks_for_what_its_context_lacks_is_an_error(
    sources: dict[str, str], invented: Library, pages: tuple[Page, ...]
) -> None:
    templates = with_sources(**sources)
    page = next(page for page in pages if isinstance(page.context, RedirectPage))
    assert missing(RedirectPage, templates) == {"absent"}
    with pytest.raises(jinja2.UndefinedError, match="absent"):
        render(page, Site(invented, NOTHING_KNOWN), templates)


def test_a_template_that_asks_for_what_a_value_lacks_is_an_error(invented: Library, pages: tuple[Page, ...]) -> None:
    page = next(page for page in pages if isinstance(page.context, RedirectPage))
    with pytest.raises(jinja2.UndefinedError, match="absent"):
        render(page, Site(invented, NOTHING_KNOWN), with_sources(redirect="# {{ target.absent }}"))


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


def test_a_field_that_its_template_does_not_use_is_told() -> None:
    assert unused(RedirectPage, with_sources(redirect="# {{ page.title }}")) == {"target"}
