"""Links from words in running text to the glossary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from scripts.model.editorial import Term
from scripts.site.glossary_links import GlossaryLinker
from scripts.text.markdown import as_markdown


def term(id_: str, *words: str) -> Term:
    description = ({"text": f"Vad {id_} betyder.", "sources": ("k",)},)
    return Term(id=id_, name=id_, name_en=id_, description=description, words=words)  # type: ignore[arg-type]


def linker() -> GlossaryLinker:
    glossary = (term("sprint", "sprint", "sprinten"), term("innovationssprint", "innovationssprint"))
    return GlossaryLinker(glossary, "../ordlista/index.md", as_markdown)


def test_the_first_use_is_linked_and_the_second_is_not() -> None:
    glossary = linker()
    assert glossary.link(Markup("En sprint.")).count("popovertarget") == 1
    assert glossary.link(Markup("Sprinten var lång.")) == "Sprinten var lång."


def test_a_part_of_a_longer_word_is_not_linked() -> None:
    assert "ord-sprint" not in linker().link(Markup("En innovationssprint och sprintbana."))


def test_only_linked_words_get_a_definition() -> None:
    glossary = linker()
    glossary.link(Markup("En sprint."))
    assert 'id="ord-sprint"' in glossary.notes()
    assert "innovationssprint" not in glossary.notes()


def test_without_a_glossary_nothing_changes() -> None:
    assert GlossaryLinker((), "x.md", as_markdown).link(Markup("En sprint.")) == "En sprint."


@given(st.text())
def test_linking_keeps_every_word(text: str) -> None:
    escaped = as_markdown(text)
    linked = linker().link(escaped)
    assert Markup(linked).striptags() == Markup(escaped).striptags()
