"""What the tests of everything printed read it with."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject

from scripts.documents.build import PdfFile
from scripts.git.version import Version
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.settings import Settings

SETTINGS = Settings(site_url="https://example.org/ideslussar", publisher="Exempelstads kommun")
VERSION = Version("0123456789abcdef", "20 november 2026", build_time=1_000_000_000)


def opened(file: PdfFile) -> pypdf.PdfReader:
    """A finished file, opened."""
    return pypdf.PdfReader(io.BytesIO(file.content))


def words(text: str) -> str:
    """A text as its letters and digits alone: lines break, and words with them."""
    return "".join(letter for letter in text if letter.isalnum())


def letters(text: str) -> str:
    """A text as its letters alone, without the numbers that lead to sources and pages."""
    return "".join(letter for letter in text if letter.isalpha())


def text_of(reader: pypdf.PdfReader) -> str:
    """All text of a file, as its letters and digits."""
    return words("".join(page.extract_text() for page in reader.pages))


def records(library: Library) -> tuple[CaseEntry | TopicEntry, ...]:
    """What has a hand-out."""
    return (*library.cases, *library.topic_by_id.values())


def root_of(reader: pypdf.PdfReader) -> Any:
    """The root of a file."""
    return reader.root_object


def structure(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """Every element of a file's structure, in reading order."""

    def walk(node: Any) -> Iterator[DictionaryObject]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            for each in node:
                yield from walk(each)
        elif isinstance(node, DictionaryObject):
            yield node
            if "/K" in node:
                yield from walk(node["/K"])

    return walk(root_of(reader)["/StructTreeRoot"])
