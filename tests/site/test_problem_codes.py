"""The page that explains every problem code."""

from __future__ import annotations

import re

import markdown
import pytest
from lxml import html

from scripts.build.pipeline import pages_of
from scripts.diagnostics import Code, Problem
from scripts.model.messages import messages
from scripts.settings import ROOT, Settings
from scripts.site.form_config import CODES
from scripts.site.pages.problem_codes import PATH
from tests.conftest import SMALL


@pytest.fixture(scope="module")
def page() -> html.HtmlElement:
    text = pages_of(SMALL, Settings())[PATH]
    body = markdown.markdown(text.split("---\n", 2)[2], extensions=["attr_list", "md_in_html", "tables"])
    return html.fragment_fromstring(body, create_parent="div")


def example(page: html.HtmlElement, code: Code, side: str) -> str:
    """Return the text of an example, below the heading of its code."""
    (listing,) = page.xpath(f"(//h3[@id='{code.anchor}']/following::figure[@class='{side}'])[1]/pre/code")
    return str(listing.text_content())


@pytest.mark.parametrize("code", Code)
def test_the_page_has_every_code_at_its_anchor(page: html.HtmlElement, code: Code) -> None:
    (heading,) = page.xpath(f"//h3[@id='{code.lower()}']")
    assert heading.text_content() == f"{code} {messages()[code].title}"


@pytest.mark.parametrize("code", sorted(set(Code) - {Code.TAB}))
@pytest.mark.parametrize("side", ["wrong", "right"])
def test_an_example_is_shown_unchanged(page: html.HtmlElement, code: Code, side: str) -> None:
    message = messages()[code]
    assert example(page, code, side) == getattr(message, side).rstrip("\n")


def test_a_tab_is_made_visible(page: html.HtmlElement) -> None:
    assert example(page, Code.TAB, "wrong").splitlines()[1].startswith("→ ")


def test_messages_have_dots_instead_of_placeholders(page: html.HtmlElement) -> None:
    (details,) = page.xpath("(//h3[@id='k004']/following::details)[1]")
    shown = [item.text_content() for item in details.iter("li")]
    assert 'texten kan inte börja med "…"' in shown
    assert "listan eller blocket inom [ ] eller { } är inte avslutat" in shown


def test_messages_of_the_form_are_left_out(page: html.HtmlElement) -> None:
    assert "välj minst en" not in page.text_content()


def test_the_pages_for_contributors_link_to_the_page() -> None:
    pages = pages_of(SMALL, Settings())
    for path in ("bidra/index.md", "bidra/falt/index.md", "bidra/formular/index.md"):
        assert re.search(r'["(/]fel/', pages[path])


def test_the_form_has_the_messages_that_its_script_uses() -> None:
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "docs" / "assets" / "js" / "form").glob("*.js"))
    used = set(re.findall(r'problem\("([KV]\d{3})"', scripts))
    assert used == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_messages_of_the_form_have_no_braces_except_placeholders(code: Code) -> None:
    for _, words in messages()[code].every_wording():
        assert "{{" not in words.message + words.hint


@pytest.mark.parametrize(
    ("hint", "linked"),
    [
        ("Ta bort tecknet", "Ta bort tecknet. Läs mer: https://example.org/fel/#k040"),
        ('Menade du "x"?', 'Menade du "x"? Läs mer: https://example.org/fel/#k040'),
        ("", "Läs mer: https://example.org/fel/#k040"),
    ],
)
def test_a_hint_links_to_its_code(hint: str, linked: str) -> None:
    problem = Problem("a.yml", 1, 1, Code.CONTROL_CHARACTER, "fel", hint)
    assert problem.linked("https://example.org/fel/").hint == linked
    assert problem.linked("") == problem
