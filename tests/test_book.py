"""The book and the hand-outs: everything in them, within their pages, and to be read by everyone."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from itertools import chain, pairwise
from pathlib import Path
from typing import Any

import pypdf
import pytest
from filelock import FileLock
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from scripts.__main__ import main
from scripts.book import places, printing
from scripts.book.drawings import drawing, palette, stylesheet
from scripts.book.handouts import SIZES, handout, layouts, most_pages, record
from scripts.book.press import NO_LETTER, Press
from scripts.book.printing import Printed
from scripts.book.statements import cited
from scripts.book.volume import volume
from scripts.library import CaseEntry, Library, TopicEntry, build_library, claims
from scripts.reading.files import read
from scripts.revision import moment
from scripts.settings import ROOT, SITE_NAME, Settings
from scripts.site import pages_of
from scripts.swedish import partial_date
from tests.conftest import SMALL, change

pytestmark = pytest.mark.xdist_group("book")
"""In one process, so that no other waits while the book is made."""

SETTINGS = Settings(site_url="https://example.org/ideslussar", publisher="Exempelstads kommun")

ATTACKS = (
    '#panic("x")', "$ x^2 $", "*fet* och _kursiv_", "@kalla-a-slut <alfa>", r"\u{41} \ #\"", '"citat" \'citat\'',
    "// kommentar /* mer */", "{{ 7*7 }} {% x %}", "= Rubrik", "#let data = 1; #data", "`rå` ```x```",
    "](javascript:x)", "~ -- --- ... <- ->", "https://example.org/#x",
)  # fmt: skip
"""What means something in typst, in a template or in HTML."""


def opened(found: Printed) -> pypdf.PdfReader:
    """A finished file, opened."""
    return pypdf.PdfReader(io.BytesIO(found.content))


def words(text: str) -> str:
    """A text as its letters and digits alone: lines break, and words with them."""
    return "".join(letter for letter in text if letter.isalnum())


def letters(text: str) -> str:
    """A text as its letters alone, without the numbers that lead to sources and pages."""
    return "".join(letter for letter in text if letter.isalpha())


def text_of(reader: pypdf.PdfReader) -> str:
    """All text of a file, as its letters and digits."""
    return words("".join(page.extract_text() for page in reader.pages))


@pytest.fixture(scope="session")
def printed(library: Library, tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Mapping[str, Printed]:
    """Everything out of the real data, by its place: made once, however many processes the tests run in."""
    folder = tmp_path_factory.getbasetemp()
    if worker_id != "master":
        folder = folder.parent
    folder /= "printed"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            printing.print_all(library, SETTINGS, folder)
    files = ((path.relative_to(folder).as_posix(), path.read_bytes()) for path in folder.rglob("*.pdf"))
    return {path: Printed(path, content) for path, content in files}


@pytest.fixture(scope="module")
def book(printed: Mapping[str, Printed]) -> Printed:
    """The book out of the real data."""
    return printed[places.BOOK]


@pytest.fixture(scope="module")
def reader(book: Printed) -> pypdf.PdfReader:
    """The same, opened."""
    return opened(book)


@pytest.fixture(scope="module")
def pages(reader: pypdf.PdfReader) -> tuple[str, ...]:
    """The text of each of its pages."""
    return tuple(page.extract_text() for page in reader.pages)


@pytest.fixture(scope="module")
def handouts(printed: Mapping[str, Printed]) -> Mapping[str, Printed]:
    """Every hand-out out of the real data, by its place."""
    return {path: found for path, found in printed.items() if path != places.BOOK}


def records(library: Library) -> tuple[CaseEntry | TopicEntry, ...]:
    """What has a hand-out."""
    return (*library.cases, *library.topic_by_id.values())


def root_of(reader: pypdf.PdfReader) -> Any:
    """The root of a file."""
    return reader.root_object


def structure(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """Every element of a file's structure, in reading order."""

    def walk(found: Any) -> Iterator[DictionaryObject]:
        found = found.get_object() if isinstance(found, IndirectObject) else found
        if isinstance(found, ArrayObject):
            for each in found:
                yield from walk(each)
        elif isinstance(found, DictionaryObject):
            yield found
            if "/K" in found:
                yield from walk(found["/K"])

    return walk(root_of(reader)["/StructTreeRoot"])


@pytest.mark.paper
def test_the_book_tells_readers_and_programs_what_it_is(reader: pypdf.PdfReader) -> None:
    root = root_of(reader)
    assert reader.metadata is not None
    assert str(reader.metadata.title).startswith(SITE_NAME)
    assert reader.metadata.author == SETTINGS.publisher
    assert str(root["/Lang"]).lower() in {"sv", "sv-se"}
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert b"pdfuaid:part" in root["/Metadata"].get_object().get_data()


@pytest.mark.paper
def test_every_picture_in_the_book_has_words(reader: pypdf.PdfReader) -> None:
    pictures = [found for found in structure(reader) if found.get("/S") == "/Figure"]
    assert len(pictures) >= 4
    assert all(str(found.get("/Alt", "")).strip() for found in pictures)


@pytest.mark.paper
def test_headings_go_down_one_level_at_a_time(reader: pypdf.PdfReader) -> None:
    levels = [int(str(found["/S"])[2:]) for found in structure(reader) if re.fullmatch(r"/H\d", str(found.get("/S")))]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.paper
def test_every_record_has_a_bookmark(reader: pypdf.PdfReader, library: Library) -> None:
    def titles(entries: Any) -> Iterator[str]:
        for entry in entries:
            if isinstance(entry, list):
                yield from titles(entry)
            else:
                yield str(entry.title)

    found = set(titles(reader.outline))
    wanted = {entry.case.title for entry in library.cases} | {topic.name for topic in library.topic_by_id.values()}
    wanted |= {question.name for question in library.guidance.questions}
    assert wanted - found == set()


@pytest.mark.paper
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
    """Whether a paragraph is there: in one piece, or in two with the foot of a page between them."""
    wanted = letters(part)
    return wanted in text or any(wanted[:cut] in text and wanted[cut:] in text for cut in range(1, len(wanted)))


@pytest.mark.paper
def test_every_word_question_and_gap_is_in_the_book(pages: tuple[str, ...], library: Library) -> None:
    text = letters("".join(pages))
    guidance = library.guidance
    said = [term.name for term in guidance.glossary]
    said += [question for step in guidance.steps for question in step.questions]
    said += [question for topic in library.topic_by_id.values() for question in topic.record.questions]
    said += [unknown for leading in guidance.leading_questions for unknown in leading.unknown]
    assert [part for part in said if not _is_in(text, part)] == []


def test_every_source_that_is_cited_stands_in_the_register_with_all_that_finds_it(library: Library) -> None:
    content = volume(library)
    listed = {found["id"]: (found, group["name"]) for group in content["register"] for found in group["entries"]}
    assert set(listed) == set(cited(content)) == set(content["numbers"])
    for key, (found, kind) in listed.items():
        source = library.sources[key]
        assert found["url"] == source.url
        assert words(source.publisher) in words(found["publisher"])
        assert partial_date(source.read) in found["read"]
        assert kind.lower() == source.kind.label


def test_numbers_of_sources_follow_the_register(library: Library) -> None:
    content = volume(library)
    order = [found["id"] for group in content["register"] for found in group["entries"]]
    assert [content["numbers"][key] for key in order] == list(range(1, len(order) + 1))


@pytest.mark.paper
def test_every_cited_address_is_a_link_in_the_book(reader: pypdf.PdfReader, library: Library) -> None:
    leads = {
        str(note.get_object()["/A"]["/URI"])
        for page in reader.pages
        for note in page.get("/Annots", ())
        if "/URI" in note.get_object().get("/A", {})
    }
    assert {library.sources[key].url for key in cited(volume(library))} - leads == set()


@pytest.mark.paper
def test_names_in_the_book_lead_to_other_pages_of_it(reader: pypdf.PdfReader) -> None:
    inner = sum(
        "/Dest" in note.get_object() or "/D" in note.get_object().get("/A", {})
        for page in reader.pages
        for note in page.get("/Annots", ())
    )
    assert inner > 2000


@pytest.mark.paper
def test_contents_and_index_name_the_page_where_a_sluice_begins(pages: tuple[str, ...], library: Library) -> None:
    title = library.case_by_id["hoor"].case.title
    (first,) = (number for number, text in enumerate(pages, start=1) if text.startswith(title))
    assert re.search(rf"{title}\s+{first}\b", "".join(pages[:8]))
    assert re.search(rf"Höör\s+Höör,\s*s\.\s*{first}\b", "".join(pages[-6:]))


def test_the_book_can_be_made_of_little(small_library: Library) -> None:
    assert len(opened(printing.book(small_library, Settings())).pages) > 5


def test_the_same_commit_gives_the_same_bytes(small_library: Library) -> None:
    assert printing.book(small_library, SETTINGS) == printing.book(small_library, SETTINGS)
    assert list(printing.handouts(small_library, SETTINGS)) == list(printing.handouts(small_library, SETTINGS))


def test_the_second_in_the_files_can_be_asked_for(monkeypatch: pytest.MonkeyPatch, small_library: Library) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1000000000")
    assert moment(ROOT) == 1_000_000_000
    made = opened(printing.book(small_library, SETTINGS)).metadata
    assert made is not None
    assert made.creation_date is not None
    assert made.creation_date.year == 2001


@pytest.mark.paper
def test_every_record_has_a_hand_out_and_nothing_else_has(handouts: Mapping[str, Printed], library: Library) -> None:
    assert set(handouts) == {places.handout(entry) for entry in records(library)}
    assert all(re.fullmatch(r"pdf/[a-z]+/[a-z0-9-]+\.pdf", path) for path in handouts)


@pytest.mark.paper
def test_no_hand_out_is_longer_than_its_paper(handouts: Mapping[str, Printed], library: Library) -> None:
    most = {places.handout(entry): most_pages(entry) for entry in records(library)}
    lengths = {path: len(opened(found).pages) for path, found in handouts.items()}
    assert {path: length for path, length in lengths.items() if length > most[path]} == {}


@pytest.mark.paper
def test_every_hand_out_is_titled_tagged_and_in_swedish(handouts: Mapping[str, Printed], library: Library) -> None:
    for entry in records(library):
        reader = opened(handouts[places.handout(entry)])
        root = root_of(reader)
        title = entry.case.title if isinstance(entry, CaseEntry) else entry.name
        assert reader.metadata is not None
        assert str(reader.metadata.title).startswith(title)
        assert str(root["/Lang"]).lower().startswith("sv")
        assert root["/MarkInfo"]["/Marked"]


@pytest.mark.paper
def test_a_hand_out_shows_what_it_rests_on_and_where_there_is_more(
    handouts: Mapping[str, Printed], library: Library
) -> None:
    for topic in library.topic_by_id.values():
        text = text_of(opened(handouts[places.handout(topic)]))
        assert words(topic.evidence.level.label) in text
        assert words("Mer på webbplatsen") in text
        assert words(topic.record.description[0].text[:40]) in text
        assert words(library.sources[topic.record.description[0].sources[0]].title) in text


@pytest.mark.paper
def test_the_outcome_and_its_text_stand_on_the_hand_out_of_every_sluice(
    handouts: Mapping[str, Printed], library: Library
) -> None:
    for entry in library.cases:
        text = text_of(opened(handouts[places.handout(entry)]))
        assert words(entry.case.aftermath.outcome.label) in text
        assert words(entry.case.aftermath.text[:30]) in text


@pytest.mark.paper
def test_no_text_on_a_hand_out_is_smaller_than_what_is_easy_to_read(handouts: Mapping[str, Printed]) -> None:
    for path in ("pdf/slussar/sundsvall.pdf", "pdf/metoder/idecoach.pdf"):
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
            "only the numbers that lead to sources, and a drawing's labels"
        )


def test_less_and_less_is_kept_and_what_is_left_out_is_said(library: Library) -> None:
    found = record(library.case_by_id["sundsvall"], library)
    ways = layouts(found)
    assert [way.size for way in ways] == sorted((way.size for way in ways), reverse=True)
    assert not any(way.left_out for way in ways if way.size > SIZES[-1])
    full, least = (handout(found, library, way)["record"] for way in (ways[0], ways[-1]))
    assert full["omitted"] == []
    assert not any(section["left_out"] for section in full["sections"])
    shown = sum(len(section["items"]) + section["left_out"] for section in least["sections"])
    gone = sum(len(section["items"]) for section in found["sections"] if section["heading"] in least["omitted"])
    assert shown + gone == sum(len(section["items"]) for section in found["sections"])
    assert {"aftermath", "lessons"} <= {section["id"] for section in least["sections"]}


def test_sources_on_a_hand_out_are_numbered_in_reading_order(library: Library) -> None:
    found = record(library.topic_by_id["idecoach"], library)
    sheet = handout(found, library, layouts(found)[0])
    assert [sheet["numbers"][each["id"]] for each in sheet["register"]] == list(range(1, len(sheet["register"]) + 1))
    assert list(sheet["numbers"]) == list(cited(sheet["record"]))


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_the_data_is_typst_to_typst(attack: str, library: Library) -> None:
    press = Press("handout.typ", {"site": attack, "publisher": attack, "date": attack, "commit": "", "book": False}, 0)
    found = _everywhere(record(library.topic_by_id["idecoach"], library), attack)
    content = press.pdf({**handout(found, library, layouts(found)[0]), "address": ""})
    assert words(attack) in text_of(pypdf.PdfReader(io.BytesIO(content)))


@pytest.mark.parametrize("attack", ATTACKS)
def test_nothing_in_the_data_of_the_book_is_typst_to_typst(attack: str, small_library: Library) -> None:
    press = Press("book.typ", {"site": attack, "publisher": attack, "date": "", "commit": "", "book": True}, 0)
    content = press.pdf({**_everywhere(volume(small_library), attack), "address": ""})
    assert words(attack) in text_of(pypdf.PdfReader(io.BytesIO(content)))


def _everywhere(content: Any, attack: str) -> Any:
    """The same content with an attack in every text that people have written."""
    names = {"name", "text", "lead", "about", "strength", "note", "value", "unit", "title", "publisher", "who", "state"}
    match content:
        case dict():
            return {
                key: attack
                if key in names and isinstance(value, str)
                else [attack for _ in value]
                if key in {"paragraphs", "questions", "unknown"} and all(isinstance(each, str) for each in value)
                else _everywhere(value, attack)
                for key, value in content.items()
            }
        case list():
            return [_everywhere(value, attack) for value in content]
    return content


@settings(max_examples=60, deadline=None)
@given(text=st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40))
def test_any_text_can_be_set(text: str, library: Library) -> None:
    press = Press("handout.typ", {"site": "", "publisher": "", "date": "", "commit": "", "book": False}, 0)
    found = {**record(library.topic_by_id["hackathon"], library), "area": text, "phases": text}
    assert press.pdf({**handout(found, library, layouts(found)[0]), "address": ""}).startswith(b"%PDF")


def test_a_letter_that_no_font_has_is_shown_as_missing(small: Path) -> None:
    change(small / "alfa.yml", "Exempel visades i ett nyhetsbrev.", "Ett emoji \U0001f600 och \u4e2d i en mening.")
    library = build_library(read(small))
    (sheet,) = (found for found in printing.handouts(library, SETTINGS) if found.path == "pdf/slussar/alfa.pdf")
    text = "".join(page.extract_text() for page in opened(sheet).pages)
    assert "\U0001f600" not in text
    assert NO_LETTER in text
    assert words("i en mening") in words(text)


def test_a_hand_out_that_cannot_fit_is_longer_and_says_so(small: Path) -> None:
    long = "Ett mycket långt namn på en organisation som deltog, nummer "
    text = (small / "alfa.yml").read_text("utf-8")
    participants = "".join(f'\n  - {{organisation: "{long}{number}", unit: "{long}{number}"}}' for number in range(60))
    head, _, rest = text.partition("participants:")
    _, after, rest = rest.partition("\nbasis:")
    (small / "alfa.yml").write_text(f"{head}participants:{participants}{after}{rest}", encoding="utf-8")
    library = build_library(read(small))
    (sheet,) = (found for found in printing.handouts(library, SETTINGS) if found.path == "pdf/slussar/alfa.pdf")
    assert sheet.too_long
    assert words(f"{long}59") in text_of(opened(sheet))


def test_the_colours_of_drawings_are_those_of_the_site() -> None:
    style = stylesheet()
    assert "var(" not in style
    assert ":is(" not in style
    assert set(re.findall(r"#[0-9a-f]{6}", style)) <= set(palette().values())
    used = set(re.findall(r"\.drawing \.([\w-]+)", (ROOT / "docs/assets/css/figures.css").read_text("utf-8")))
    assert used <= set(re.findall(r"\.([\w-]+)", style))


def test_a_drawing_on_paper_is_the_drawing_of_the_site_with_its_style(library: Library) -> None:
    from scripts import figures

    found = figures.sweden(library)
    assert found is not None
    sheet = drawing(found)
    root = etree.fromstring(sheet["svg"])
    assert root.tag == "{http://www.w3.org/2000/svg}svg"
    assert root.find("{*}style") is not None
    assert all(entry.name in sheet["alt"] for entry in library.cases)


def test_the_command_writes_into_the_site_and_says_how_many(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["pdf", "--cases", str(SMALL), "--site", str(tmp_path)]) == 0
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.pdf")}
    library = build_library(read(SMALL))
    assert written == {places.BOOK, *(places.handout(entry) for entry in records(library))}
    assert capsys.readouterr().out == f"{len(written)} PDF-filer skrivna\n"


def test_the_command_answers_bad_data_as_the_others_do(
    small: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(small / "alfa.yml", "method: idecoach", "method: idecoash")
    assert main(["pdf", "--cases", str(small), "--site", str(tmp_path / "site")]) == 1
    assert 'Menade du "idecoach"?' in capsys.readouterr().out
    assert not (tmp_path / "site").exists()


def test_pages_lead_to_hand_outs_only_where_they_are_made() -> None:
    without, with_pdf = pages_of(SMALL, Settings()), pages_of(SMALL, Settings(pdf=True))
    assert not any(".pdf" in text for text in without.values())
    library = build_library(read(SMALL))
    leads = set(chain.from_iterable(re.findall(r'href="[./]*(pdf/[^"]+)"', text) for text in with_pdf.values()))
    assert leads == {places.BOOK, *(places.handout(entry) for entry in records(library))}
