"""Hand-outs fit within their page limit, show their evidence, and say what is left out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from scripts.documents import build
from scripts.documents.blocks import Item
from scripts.documents.build import PdfFile
from scripts.documents.handouts import (
    LEAST_IN_A_CASE,
    LEAST_IN_A_TOPIC,
    SIZES,
    handout_content,
    layouts,
    most_pages,
    whole_record,
)
from scripts.documents.serialize import cited
from scripts.documents.topic import topic_record
from scripts.library import document_urls
from scripts.library.case_outline import SECTIONS
from scripts.library.evidence import Standing
from scripts.library.library import CaseEntry, Library
from scripts.library.linking import build_library
from scripts.loading.dataset import read
from tests.pdf.reading import SETTINGS, VERSION, opened, records, root_of, text_of, words

NEVER_LEFT_OUT: frozenset[str] = frozenset()
"""Sections of a case that every hand-out keeps complete, by field. State the reason beside each."""

pytestmark = pytest.mark.xdist_group("book")
"""Run in one process, so that other processes do not wait while the book is compiled."""


@pytest.mark.pdf
def test_exactly_the_records_have_hand_outs(handouts: Mapping[str, PdfFile], library: Library) -> None:
    assert set(handouts) == {document_urls.handout(entry) for entry in records(library)}
    assert all(re.fullmatch(r"pdf/[a-z]+/[a-z0-9-]+\.pdf", path) for path in handouts)


@pytest.mark.pdf
def test_no_hand_out_exceeds_its_page_limit(handouts: Mapping[str, PdfFile], library: Library) -> None:
    limits = {document_urls.handout(entry): most_pages(entry) for entry in records(library)}
    lengths = {path: len(opened(file).pages) for path, file in handouts.items()}
    assert {path: length for path, length in lengths.items() if length > limits[path]} == {}


@pytest.mark.pdf
def test_every_hand_out_has_title_tags_and_language(handouts: Mapping[str, PdfFile], library: Library) -> None:
    for entry in records(library):
        reader = opened(handouts[document_urls.handout(entry)])
        root = root_of(reader)
        title = entry.case.title if isinstance(entry, CaseEntry) else entry.name
        assert reader.metadata is not None
        assert str(reader.metadata.title).startswith(title)
        assert str(root["/Lang"]).lower().startswith("sv")
        assert root["/MarkInfo"]["/Marked"]


@pytest.mark.pdf
def test_a_hand_out_shows_its_evidence_and_refers_to_the_site(
    handouts: Mapping[str, PdfFile], library: Library
) -> None:
    for topic in library.topic_by_id.values():
        text = text_of(opened(handouts[document_urls.handout(topic)]))
        assert words(topic.where) in text
        assert words(topic.evidence.who) in text
        assert words("Mer på webbplatsen") in text
        assert words(topic.record.description[0].text[:40]) in text
        assert words(library.sources[topic.record.description[0].sources[0]].title) in text


@pytest.mark.pdf
def test_the_hand_out_of_every_sluice_has_the_outcome_and_its_text(
    handouts: Mapping[str, PdfFile], library: Library
) -> None:
    for entry in library.cases:
        text = text_of(opened(handouts[document_urls.handout(entry)]))
        assert words(entry.case.aftermath.outcome.label) in text
        assert words(entry.case.aftermath.text[:30]) in text


@pytest.mark.pdf
def test_no_text_on_a_hand_out_is_too_small_to_read(handouts: Mapping[str, PdfFile]) -> None:
    for path in ("pdf/slussar/asby.pdf", "pdf/metoder/idecoach.pdf"):
        sizes: dict[float, str] = {}

        def note(
            text: str, _cm: Any, tm: list[float], _font: Any, size: float, sizes: dict[float, str] = sizes
        ) -> None:
            if text.strip():
                height = round(abs(size * tm[3]), 1)
                sizes[height] = sizes.get(height, "") + text

        for page in opened(handouts[path]).pages:
            page.extract_text(visitor_text=note)
        small = "".join(text for size, text in sizes.items() if size < SIZES[-1])
        assert re.sub(r"[\[\]\d\s\u2060]", "", small) == "", (
            "only numbers that refer to sources, and labels of drawings, may be smaller"
        )


def test_every_section_is_in_the_order_of_omissions(small_library: Library) -> None:
    """Guard against a new section that is never left out, so that the hand-out could exceed its page limit."""
    assert {section for section, _ in LEAST_IN_A_CASE} == {spec.field for spec in SECTIONS} - NEVER_LEFT_OUT
    of_topics = {
        section.id
        for entry in small_library.topic_by_id.values()
        for section in topic_record(entry, small_library).sections
    }
    assert of_topics <= {section for section, _ in LEAST_IN_A_TOPIC}


@pytest.mark.parametrize(
    ("topic", "sections"),
    [
        ("hackathon", {"done", "planned"}),
        ("verktygslada", {"planned", "mentioned"}),
        ("uppfoljning", {"done", "against"}),
    ],
)
def test_statements_on_a_topic_are_grouped_by_whether_they_count(
    topic: str, sections: set[str], library: Library
) -> None:
    groups = {section.id for section in topic_record(library.topic_by_id[topic], library).sections}
    assert groups & set(Standing) == sections


def test_a_statement_in_a_group_says_what_its_heading_does_not(library: Library) -> None:
    def bearings(topic: str, group: str) -> list[str | None]:
        sections = topic_record(library.topic_by_id[topic], library).sections
        items = next(section.items for section in sections if section.id == group)
        shown = [claim.bearing for item in items if isinstance(item, Item) for claim in item.claims]
        return [bearing.words if bearing else None for bearing in shown]

    assert bearings("hackathon", "done") == [None]
    assert bearings("hackathon", "planned") == ["I förstudien"]
    assert bearings("verktygslada", "planned") == [None]
    assert bearings("verktygslada", "mentioned") == ["Samma ämne"]


def test_layouts_leave_out_more_and_more_and_count_what_is_left_out(library: Library) -> None:
    record = whole_record(library.case_by_id["asby"], library)
    choices = layouts(record)
    assert [layout.size for layout in choices] == sorted((layout.size for layout in choices), reverse=True)
    assert not any(layout.left_out for layout in choices if layout.size > SIZES[-1])
    full, least = (handout_content(record, library, layout) for layout in (choices[0], choices[-1]))
    assert full.omitted == ()
    assert not any(section.left_out for section in full.record.sections)
    counted = sum(len(section.items) + section.left_out for section in least.record.sections)
    omitted = sum(len(section.items) for section in record.sections if section.heading in least.omitted)
    assert counted + omitted == sum(len(section.items) for section in record.sections)
    assert {"aftermath", "lessons"} <= {section.id for section in least.record.sections}


def test_sources_on_a_hand_out_are_numbered_in_reading_order(library: Library) -> None:
    record = whole_record(library.topic_by_id["idecoach"], library)
    sheet = handout_content(record, library, layouts(record)[0])
    assert [sheet.numbers[source.id] for source in sheet.register] == list(range(1, len(sheet.register) + 1))
    assert tuple(sheet.numbers) == cited(sheet.record)


def test_a_hand_out_that_cannot_fit_is_complete_and_marked_as_too_long(small: Path) -> None:
    long = "Ett mycket långt namn på en organisation som deltog, nummer "
    text = (small / "alfa.yml").read_text("utf-8")
    participants = "".join(f'\n  - {{organisation: "{long}{number}", unit: "{long}{number}"}}' for number in range(60))
    head, _, rest = text.partition("participants:")
    _, after, rest = rest.partition("\nbasis:")
    (small / "alfa.yml").write_text(f"{head}participants:{participants}{after}{rest}", encoding="utf-8")
    library = build_library(read(small))
    (sheet,) = (file for file in build.handouts(library, SETTINGS, VERSION) if file.path == "pdf/slussar/alfa.pdf")
    assert sheet.too_long
    assert words(f"{long}59") in text_of(opened(sheet))
