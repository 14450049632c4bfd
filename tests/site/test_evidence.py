"""How pages show what was done, planned and contradicted."""

from __future__ import annotations

import re
from collections.abc import Iterable

import pytest

from scripts.library.context import Site
from scripts.library.evidence import Standing
from scripts.library.kinds import KINDS
from scripts.library.library import Library
from scripts.model.enums import Stage, Stance
from scripts.settings import Settings
from scripts.site.page import Context, Page
from scripts.site.pages import cases, compare, evidence, guide, questions, start, tags, topics
from scripts.site.pages.compare import ComparePage
from scripts.site.pages.evidence import EvidencePage
from scripts.site.pages.guide import PhasePage
from scripts.site.pages.questions import LeadingQuestionPage
from scripts.site.pages.tags import TagPage
from scripts.site.pages.topics import TopicListPage, TopicPage
from scripts.site.render import environment, render
from scripts.text.swedish import sort_key


@pytest.fixture(scope="module")
def invented(library: Library) -> Site:
    return Site(library, Settings())


def contexts(pages: Iterable[Page], kind: type[Context]) -> list[Context]:
    return [page.context for page in pages if isinstance(page.context, kind)]


def text_of(page: Page, site: Site) -> str:
    return render(page, site, environment())


def is_alphabetical(names: Iterable[str]) -> bool:
    listed = list(names)
    return listed == sorted(listed, key=sort_key)


def test_the_page_of_a_topic_shows_every_statement_once_under_its_standing(invented: Site) -> None:
    shown = []
    for context in contexts(topics.pages(invented), TopicPage):
        assert isinstance(context, TopicPage)
        order = [group.standing for group in context.groups]
        assert order == sorted(order, key=tuple(Standing).index)
        for group in context.groups:
            for item in group.cases:
                assert item.standing is group.standing
                shown += [(context.entry.id, item.entry.id, use.text, group.standing) for use in item.uses]
    expected = [
        (topic.id, mention.entry.id, mention.use.text, mention.standing)
        for topic in invented.library.topic_by_id.values()
        for mention in topic.mentions
    ]
    assert sorted(shown) == sorted(expected)


def test_only_what_is_done_and_supports_is_marked_as_done_on_the_page_of_a_topic(invented: Site) -> None:
    for page in topics.pages(invented):
        if isinstance(page.context, TopicPage):
            text = text_of(page, invented)
            uses = [use for group in page.context.groups for item in group.cases for use in item.uses]
            for stage in Stage:
                chip = f'<span class="stage" data-mark="{stage.value}">{stage.label}</span>'
                marked = [use for use in uses if use.stage is stage]
                if stage is Stage.DONE:
                    marked = [use for use in marked if use.stance is Stance.SUPPORTS]
                assert text.count(chip) == len(marked), page.path
            for stance in (Stance.CONTRADICTS, Stance.DESCRIBES):
                assert text.count(f">{stance.label}</span>") == sum(use.stance is stance for use in uses), page.path


def test_the_page_of_a_topic_says_where_and_who_in_words(invented: Site) -> None:
    for page in topics.pages(invented):
        if isinstance(page.context, TopicPage):
            text = text_of(page, invented)
            assert page.context.entry.where in text
            assert page.context.entry.evidence.who in text
            assert "underlag/index.md" in text


def test_lists_set_records_without_a_sluice_apart_and_rank_nothing(invented: Site) -> None:
    for words in KINDS:
        pages = topics.pages(invented)
        context = next(c for c in contexts(pages, TopicListPage) if isinstance(c, TopicListPage) and c.words is words)
        for group in context.groups:
            assert group.topics
            assert all(topic.is_from_sluices for topic in group.topics)
            assert is_alphabetical(topic.name for topic in group.topics)
        assert is_alphabetical(item.topic.name for item in context.elsewhere)
        assert not any(item.topic.is_from_sluices for item in context.elsewhere)
        assert all(item.whose for item in context.elsewhere)
        listed = [topic.id for group in context.groups for topic in group.topics]
        listed += [item.topic.id for item in context.elsewhere]
        assert sorted(listed) == sorted(topic.id for topic in invented.library.topics[words.id])


def test_a_matrix_has_the_rows_and_cells_that_tell_something(invented: Site) -> None:
    for context in contexts(compare.pages(invented), ComparePage):
        assert isinstance(context, ComparePage)
        for matrix in context.matrices:
            assert is_alphabetical(row.topic.name for row in matrix.rows)
            for row in matrix.rows:
                expected = [row.topic.standings.get(compared.entry.id) for compared in context.cases]
                assert list(row.cells) == [None if cell is Standing.MENTIONED else cell for cell in expected]
                assert any(row.cells)


def test_each_mark_of_a_matrix_has_a_text_for_screen_readers(invented: Site) -> None:
    (page,) = compare.pages(invented)
    assert isinstance(page.context, ComparePage)
    text = text_of(page, invented)
    for value, label in (("done", "Gjort"), ("planned", "Planerat eller i förstudien"), ("against", "Talar emot")):
        assert f'<li><span data-mark="{value}">{label}</span></li>' in text
    cells = [cell for matrix in page.context.matrices for row in matrix.rows for cell in row.cells if cell]
    assert text.count('"></span><span class="visually-hidden">') == len(cells)


def test_the_front_page_lists_the_decisions_with_their_answers_and_all_advice(invented: Site) -> None:
    text = text_of(start.start(invented), invented)
    for sheet in invented.library.guidance.decisions:
        assert f"### [{sheet.name}]" in text
        assert sheet.answer.text in text
    for advice in invented.library.guidance.advice:
        assert f'href="rad/{advice.id}/">{advice.name}</a>' in text


def test_leading_questions_list_only_what_sluices_have_done(invented: Site) -> None:
    for context in contexts(questions.pages(invented), LeadingQuestionPage):
        assert isinstance(context, LeadingQuestionPage)
        assert is_alphabetical(topic.name for topic in context.listed)
        assert all(topic.is_from_sluices for topic in context.listed)
        for item in context.per_case:
            assert all(item.entry.id in topic.done_in for topic in item.topics)


def test_a_phase_sets_records_without_a_sluice_apart(invented: Site) -> None:
    for context in contexts(guide.pages(invented), PhasePage):
        assert isinstance(context, PhasePage)
        for listed in (context.factors, context.lessons, context.methods):
            assert all(topic.is_from_sluices for topic in listed.from_sluices)
            assert not any(topic.is_from_sluices for topic in listed.from_elsewhere)


def test_the_page_of_a_tag_shows_the_statements_that_have_it(invented: Site) -> None:
    shown: dict[str, list[str]] = {}
    for context in contexts(tags.pages(invented), TagPage):
        assert isinstance(context, TagPage)
        texts = [item.claim.text for place in context.places for block in place.blocks for item in block.statements]
        shown.setdefault(context.entry.record.id, []).extend(texts)
    for tag in invented.library.tags:
        if tag.size:
            assert sorted(shown[tag.record.id]) == sorted(claim.text for _, claim in tag.statements)
    assert any(shown.values())


def test_a_case_marks_only_what_is_not_done_or_does_not_support(invented: Site) -> None:
    for entry in invented.library.cases:
        page = text_of(cases.page_of_case(entry, invented), invented)
        # What a conclusion rests on has all its marks.
        text = re.sub(r'<details class="basis">.*?</details>', "", page, flags=re.DOTALL)
        uses = [use for kind in invented.library.topics for use in entry.uses(kind)]
        assert 'data-mark="done">Gjort</span>' not in text
        for value in ("planned", "prestudy", "view"):
            marked = text.count(f'class="stage" data-mark="{value}"')
            assert marked == sum(use.stage.value == value for use in uses), entry.id
        for value, mark in (("contradicts", "against"), ("describes", "describes")):
            marked = text.count(f'class="stage" data-mark="{mark}"')
            assert marked == sum(use.stance.value == value for use in uses), entry.id


def test_an_outcome_says_when_it_was_so(invented: Site) -> None:
    text = text_of(cases.page_of_case(invented.library.case_by_id["asby"], invented), invented)
    text = text.replace("\N{NO-BREAK SPACE}", " ")
    assert "Läget december 2019" in text
    assert "Läget 2020" in text
    assert "Källan är odaterad" in text


def test_the_example_on_the_page_on_evidence_counts_as_the_library_does(invented: Site) -> None:
    context = evidence.evidence(invented).context
    assert isinstance(context, EvidencePage)
    assert context.example is not None
    topic = context.example.topic
    assert len({mention.standing for mention in topic.mentions}) > 1
    counted = {item.mention.entry.id for item in context.example.statements if item.counts}
    assert counted == set(topic.done_in)
    assert len(context.example.statements) == len(topic.mentions)


def test_the_table_on_the_page_on_evidence_counts_every_record_once(invented: Site) -> None:
    context = evidence.evidence(invented).context
    assert isinstance(context, EvidencePage)
    by_kind = {words.kind: len(invented.library.topics[words.id]) for words in KINDS}
    assert {row.kind: row.total for row in context.by_kind} == by_kind
