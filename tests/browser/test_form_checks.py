"""The form reports the same problems as the validation of files, with the same messages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, expect
from pydantic import TypeAdapter, ValidationError

from scripts.diagnostics import Code
from scripts.loading.yaml_parser import parse
from scripts.loading.yaml_tree import plain_data
from scripts.model import types
from scripts.model.messages import explain

pytestmark = [pytest.mark.browser, pytest.mark.xdist_group("form")]


@pytest.fixture(scope="module")
def module_page(browser: Browser, address: str) -> Iterator[Page]:
    """Yield a page with the form, shared by the tests of the module."""
    new_page = browser.new_page()
    new_page.goto(f"{address}bidra/formular/")
    yield new_page
    new_page.close()


TEXTS = st.lists(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn"]), min_size=1), min_size=30, max_size=60)


@settings(max_examples=30, deadline=None)
@given(TEXTS)
def test_any_text_survives_serialisation_unchanged(module_page: Page, texts: list[str]) -> None:
    file = module_page.evaluate(
        "async texts => (await import(new URL('../../assets/js/form/yaml.js', location.href))).file({gaps: texts})",
        texts,
    )
    root = parse(file.encode(), "x.yml").root
    refused = [text for text in texts if types.CONTROL.search(text) or "\ufffe" <= text <= "\uffff"]
    assert refused or root is not None
    if root is not None:
        assert plain_data(root) == {"gaps": tuple(texts)}


def expected_problem(adapter: TypeAdapter[Any], value: str) -> list[str] | None:
    """Return the code, message and hint that validation gives a value, or None."""
    try:
        adapter.validate_python(value)
    except ValidationError as error:
        details = error.errors()[0]
        return list(explain(Code(details["type"]), **details["ctx"]))
    return None


CHECK = """
async ([form, limits, values]) => {
  const { checker } = await import(new URL('../../assets/js/form/checks.js', location.href));
  const { check } = checker(JSON.parse(document.getElementById('fallet').dataset.rules));
  const problems = values.map(value => check[form](value, limits));
  return problems.map(problem => problem && [problem.code, problem.message, problem.hint]);
}
"""

TYPED = {
    "text": (types.Sentence, {"least": 12, "most": 260}),
    "date": (types.PartialDate, {}),
    "address": (types.WebAddress, {}),
}

MISTAKES = {
    "text": [
        "kort", "x" * 261, "Exempel <b>visades</b>", "Se [här](https://a.se) visades", "Exempel *visades* väl",
        "Exempel {{ visades }} väl", "Al\u200bfa och Beta visades", "# En rubrik som inte får stå här",
        "1. En lista i en text", "Ett å*visat*ä stjärnexempel", "Det var *åt alla* håll bra",
        "&nbsp; mellanslag i texten", "🙂" * 130, "🙂" * 261, "Rad ett\n- rad två i texten",
        "Helt vanlig text som får stå.", "5 * 3 är 15 och 2 * 2 är 4, så är det.",
    ],
    "date": [
        "2016", "2016-11", "2016-11-07", "2016-13", "2019-02-29", "2020-02-29", "1899", "2101", "nyss", "2016-1",
        "2016-11-7",
    ],
    "address": [
        "https://example.org", "http://example.org/å?b=c#d", "javascript:alert(1)", "example.org", "https://localhost",
        "https://example.org/?utm_source=brev", "https://example.org/?id=7&fbclid=1", "https://exa mple.org/",
        "https://example.org/<b>", "https://example.org:80/x", "https://anna@example.org/", "ftp://example.org/", "https://",
        'https://example.org/"x', "https://example.org/\u202e", "data:text/html,x",
    ],
}  # fmt: skip


@pytest.mark.parametrize("form", MISTAKES)
def test_the_form_reports_the_same_problems_as_validation(module_page: Page, form: str) -> None:
    kind, limits = TYPED[form]
    values = MISTAKES[form]
    problems = module_page.evaluate(CHECK, [form, {"form": form, **limits}, values])
    assert dict(zip(values, problems, strict=True)) == {
        value: expected_problem(TypeAdapter(kind), value) for value in values
    }


@settings(max_examples=40, deadline=None)
@given(
    st.lists(st.text(st.sampled_from("ab å*_<>&;#[]()`~{%}\n1.-\u200b") | st.characters(), min_size=12), min_size=20)
)
def test_the_form_rejects_the_same_texts_as_validation(module_page: Page, values: list[str]) -> None:
    values = [value for value in values if not any("\ud800" <= letter <= "\udfff" for letter in value)]
    problems = module_page.evaluate(CHECK, ["text", {"form": "text", "least": 12, "most": 260}, values])
    expected = [expected_problem(TypeAdapter(types.Sentence), value) for value in values if value.strip()]
    seen = [answer for value, answer in zip(values, problems, strict=True) if value.strip()]
    # Personal data is detected by a separate check, which the form runs last.
    assert [
        answer if answer is None or answer[0] < "K034" or answer[0] == "K040" else None for answer in seen
    ] == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Exempel 811218-9876 visades här", "personnummer"),
        ("Skriv till anna@example.org om det", "anna@example.org"),
        ("Ring 0650-12 34 56 så berättar vi", "0650-12 34 56"),
        ("Bidraget var 4 000 000 kronor, nummer 2016-04023", ""),
    ],
)
def test_personal_data_is_reported_while_typing(form: Page, text: str, code: str) -> None:
    form.get_by_label("Sammanfattning").fill(text)
    form.get_by_label("Sammanfattning").blur()
    problem = form.locator("[data-key=summary]:not(.basis) > .problem")
    if code:
        expect(problem).to_contain_text(code)
    else:
        expect(problem).to_be_hidden()
