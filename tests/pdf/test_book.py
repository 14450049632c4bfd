"""The book is complete and accessible."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import pypdf
import pytest

from scripts.documents import build
from scripts.documents.book import MAX_IN_FULL, book_content
from scripts.documents.serialize import cited
from scripts.library.case_outline import claims
from scripts.library.evidence import Standing
from scripts.library.kinds import WORDS
from scripts.library.library import Library
from scripts.library.linking import build_library
from scripts.library.queries import from_elsewhere
from scripts.loading.dataset import read
from scripts.settings import SITE_NAME, Settings
from scripts.text.swedish import partial_date, sort_key
from tests.bench.synthetic import write_cases
from tests.conftest import FULL
from tests.pdf.reading import SETTINGS, VERSION, letters, opened, root_of, structure, text_of, words

pytestmark = pytest.mark.xdist_group("book")
"""Run in one process, so that other processes do not wait while the book is compiled."""


@pytest.mark.pdf
def test_the_book_has_title_author_language_and_tags(reader: pypdf.PdfReader) -> None:
    root = root_of(reader)
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith(SITE_NAME)
    assert reader.metadata.author == SETTINGS.publisher
    assert str(root["/Lang"]).lower() in {"sv", "sv-se"}
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


@pytest.mark.pdf
def test_every_picture_in_the_book_has_alternative_text(reader: pypdf.PdfReader) -> None:
    pictures = [node for node in structure(reader) if node.get("/S") == "/Figure"]
    assert len(pictures) >= 4
    assert all(str(node.get("/Alt", "")).strip() for node in pictures)


@pytest.mark.pdf
def test_headings_skip_no_level(reader: pypdf.PdfReader) -> None:
    levels = [int(str(node["/S"])[2:]) for node in structure(reader) if re.fullmatch(r"/H\d", str(node.get("/S")))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.pdf
def test_every_record_has_a_bookmark(reader: pypdf.PdfReader, library: Library) -> None:
    def titles(entries: Any) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield str(entry.title)

    bookmarks = set(titles(reader.outline))
    expected = {entry.case.title for entry in library.cases} | {topic.name for topic in library.topic_by_id.values()}
    expected |= {question.name for question in library.guidance.questions}
    assert expected - bookmarks == set()


@pytest.mark.pdf
def test_every_statement_of_every_sluice_is_in_the_book(pages: tuple[str, ...], library: Library) -> None:
    text = letters("".join(pages))
    missing = [
        claim.text
        for entry in library.cases
        for claim in claims(entry.case)
        for part in re.split(r"\n\s*\n", claim.text)
        if not _is_in(text, part)
    ]
    assert missing == []


def _is_in(text: str, part: str) -> bool:
    """Return whether a text has a paragraph, in one piece or split by a page break."""
    paragraph = letters(part)
    halves = ((paragraph[:cut], paragraph[cut:]) for cut in range(1, len(paragraph)))
    return paragraph in text or any(before in text and after in text for before, after in halves)


@pytest.mark.pdf
def test_every_term_question_and_gap_is_in_the_book(pages: tuple[str, ...], library: Library) -> None:
    text = letters("".join(pages))
    guidance = library.guidance
    parts = [term.name for term in guidance.glossary]
    parts += [question for step in guidance.steps for question in step.questions]
    parts += [question for topic in library.topic_by_id.values() for question in topic.record.questions]
    parts += [unknown for leading in guidance.leading_questions for unknown in leading.unknown]
    assert [part for part in parts if not _is_in(text, part)] == []


def test_every_cited_source_is_in_the_register_with_address_publisher_and_date(library: Library) -> None:
    content = book_content(library)
    listed = {entry.id: (entry, group.name) for group in content.register for entry in group.entries}
    assert set(listed) == set(cited(content)) == set(content.numbers)
    for key, (entry, kind) in listed.items():
        source = library.sources[key]
        assert entry.url == source.url
        assert words(source.publisher) in words(entry.publisher)
        assert partial_date(source.read) in entry.read
        assert kind.lower() == source.kind.label


def test_numbers_of_sources_follow_the_register(library: Library) -> None:
    content = book_content(library)
    order = [entry.id for group in content.register for entry in group.entries]
    assert [content.numbers[key] for key in order] == list(range(1, len(order) + 1))


@pytest.mark.pdf
def test_every_cited_address_is_a_link_in_the_book(reader: pypdf.PdfReader, library: Library) -> None:
    urls = {
        str(note.get_object()["/A"]["/URI"])
        for page in reader.pages
        for note in page.get("/Annots", ())
        if "/URI" in note.get_object().get("/A", {})
    }
    assert {library.sources[key].url for key in cited(book_content(library))} - urls == set()


@pytest.mark.pdf
def test_names_in_the_book_link_to_its_other_pages(reader: pypdf.PdfReader) -> None:
    internal_links = sum(
        "/Dest" in note.get_object() or "/D" in note.get_object().get("/A", {})
        for page in reader.pages
        for note in page.get("/Annots", ())
    )
    assert internal_links > 200


@pytest.mark.pdf
def test_contents_and_index_give_the_first_page_of_a_sluice(pages: tuple[str, ...], library: Library) -> None:
    title = library.case_by_id["asby"].case.title
    (first,) = (number for number, text in enumerate(pages, start=1) if text.startswith(title))
    assert re.search(rf"{title}\s+{first}\b", "".join(pages[:8]))
    assert re.search(rf"Åsby,\s*s\.\s*{first}\b", "".join(pages[-6:]))


def test_the_book_can_be_made_from_little_data(small_library: Library) -> None:
    assert len(opened(build.book(small_library, Settings(), VERSION)).pages) > 5


@pytest.mark.slow
def test_the_same_commit_gives_the_same_bytes(small_library: Library) -> None:
    first, second = (
        (build.book(small_library, SETTINGS, VERSION), *build.handouts(small_library, SETTINGS, VERSION))
        for _ in range(2)
    )
    assert first == second


def test_the_creation_date_of_the_book_is_that_of_its_version(small_library: Library) -> None:
    metadata = opened(build.book(small_library, SETTINGS, VERSION)).metadata
    assert metadata is not None
    assert metadata.creation_date is not None
    assert metadata.creation_date.year == 2001


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return a library with one sluice more than the book sets in full."""
    return build_library(read(write_cases(tmp_path_factory.mktemp("many") / "cases", MAX_IN_FULL + 1, FULL)))


def test_sluices_are_shortened_when_there_are_too_many(monkeypatch: pytest.MonkeyPatch, small_library: Library) -> None:
    monkeypatch.setattr("scripts.documents.book.MAX_IN_FULL", len(small_library.cases) - 1)
    content = book_content(small_library)
    assert content.short
    assert {record.id for record in content.cases} == {entry.id for entry in small_library.cases}
    assert {section.id for record in content.cases for section in record.sections} == {"aftermath"}


def test_a_method_with_too_many_sluices_says_that_some_are_left_out(
    monkeypatch: pytest.MonkeyPatch, library: Library
) -> None:
    monkeypatch.setattr("scripts.documents.book.MAX_IN_FULL", 2)
    chapters = book_content(library).topics
    topics = [topic for chapter in chapters for group in chapter.groups for topic in group.entries]
    (coaches,) = (topic for topic in topics if topic.id == "idecoach")
    done = next(section for section in coaches.sections if section.id == "done")
    assert len(done.items) == 2
    total = library.topic_by_id["idecoach"].evidence.done
    assert done.lead == f"Här står 2 av {total}. Alla finns på webbplatsen."


@pytest.mark.parametrize("kind", ["methods", "success_factors", "lessons"])
def test_topics_that_no_sluice_has_done_come_last_and_say_whose_experience_they_rest_on(
    kind: str, library: Library
) -> None:
    (chapter,) = (chapter for chapter in book_content(library).topics if chapter.name == WORDS[kind].kind.plural)
    *own, elsewhere = chapter.groups
    assert elsewhere.name == "Från forskning och andra kommuner"
    assert [topic.id for topic in elsewhere.entries] == [entry.id for entry in from_elsewhere(library.topics[kind])]
    assert all(topic.whose for topic in elsewhere.entries)
    for group in own:
        assert not any(topic.whose for topic in group.entries)
        names = [topic.name for topic in group.entries]
        assert names == sorted(names, key=sort_key)


def test_a_step_lists_topics_in_alphabetical_order_and_those_from_elsewhere_apart(library: Library) -> None:
    lists = [part for step in book_content(library).steps for part in step.records]
    for entries in (*(part.sluices for part in lists), *(part.elsewhere for part in lists)):
        assert [entry.name for entry in entries] == sorted((entry.name for entry in entries), key=sort_key)
    assert {entry.standing for part in lists for entry in part.sluices} == {Standing.DONE}
    assert Standing.DONE not in {entry.standing for part in lists for entry in part.elsewhere}


@pytest.mark.pdf
def test_a_book_of_many_sluices_says_that_they_are_shortened(many: Library) -> None:
    reader = opened(build.book(many, SETTINGS, VERSION))
    text = text_of(reader)
    assert words("så många att de står i korthet") in text
    assert [entry.id for entry in many.cases if words(entry.case.title) not in text] == []
