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
    """An example as it is shown, below the heading of its code."""
    (listing,) = page.xpath(f"(//h3[@id='{code.anchor}']/following::figure[@class='{side}'])[1]/pre/code")
    return str(listing.text_content())


@pytest.mark.parametrize("code", Code)
def test_the_page_has_every_code_at_its_anchor(page: html.HtmlElement, code: Code) -> None:
    (heading,) = page.xpath(f"//h3[@id='{code.lower()}']")
    assert heading.text_content() == f"{code} {messages()[code].title}"


@pytest.mark.parametrize("code", sorted(set(Code) - {Code.TAB}))
@pytest.mark.parametrize("side", ["wrong", "right"])
def test_an_example_stands_as_it_is_in_the_table(page: html.HtmlElement, code: Code, side: str) -> None:
    message = messages()[code]
    assert example(page, code, side) == getattr(message, side).rstrip("\n")


def test_a_tab_is_drawn(page: html.HtmlElement) -> None:
    assert example(page, Code.TAB, "wrong").splitlines()[1].startswith("→ ")


def test_what_the_checker_may_say_has_dots_for_what_differs(page: html.HtmlElement) -> None:
    (details,) = page.xpath("(//h3[@id='k004']/following::details)[1]")
    said = [item.text_content() for item in details.iter("li")]
    assert 'texten kan inte börja med "…"' in said
    assert "listan eller blocket inom [ ] eller { } är inte avslutat" in said


def test_what_only_the_form_says_is_not_what_the_checker_says(page: html.HtmlElement) -> None:
    assert "välj minst en" not in page.text_content()


def test_the_pages_for_contributors_lead_there() -> None:
    pages = pages_of(SMALL, Settings())
    for path in ("bidra/index.md", "bidra/falt/index.md", "bidra/formular/index.md"):
        assert re.search(r'["(/]fel/', pages[path])


def test_the_form_is_given_the_words_that_its_script_asks_for() -> None:
    scripts = "".join(path.read_text("utf-8") for path in (ROOT / "docs" / "assets" / "js" / "form").glob("*.js"))
    asked_for = set(re.findall(r'told\("([KV]\d{3})"', scripts))
    assert asked_for == set(CODES)


@pytest.mark.parametrize("code", CODES)
def test_the_words_that_the_form_fills_in_have_no_braces_of_their_own(code: Code) -> None:
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
def test_a_hint_leads_to_the_code(hint: str, linked: str) -> None:
    problem = Problem("a.yml", 1, 1, Code.CONTROL_CHARACTER, "fel", hint)
    assert problem.linked("https://example.org/fel/").hint == linked
    assert problem.linked("") == problem
