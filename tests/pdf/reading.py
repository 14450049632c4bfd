"""Helpers for reading PDF files in tests."""

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
    """Return a reader of a PDF."""
    return pypdf.PdfReader(io.BytesIO(file.content))


def words(text: str) -> str:
    """Return the letters and digits of a text, since spaces and hyphens depend on line breaks."""
    return "".join(letter for letter in text if letter.isalnum())


def letters(text: str) -> str:
    """Return the letters of a text, without the numbers that refer to sources and pages."""
    return "".join(letter for letter in text if letter.isalpha())


def text_of(reader: pypdf.PdfReader) -> str:
    """Return the letters and digits of a document."""
    return words("".join(page.extract_text() for page in reader.pages))


def records(library: Library) -> tuple[CaseEntry | TopicEntry, ...]:
    """Return the records that have a hand-out."""
    return (*library.cases, *library.topic_by_id.values())


def root_of(reader: pypdf.PdfReader) -> Any:
    """Return the document catalog."""
    return reader.root_object


def structure(reader: pypdf.PdfReader) -> Iterator[DictionaryObject]:
    """Yield the structure elements of a document, in reading order."""

    def walk(node: Any) -> Iterator[DictionaryObject]:
        node = node.get_object() if isinstance(node, IndirectObject) else node
        if isinstance(node, ArrayObject):
            for child in node:
                yield from walk(child)
        elif isinstance(node, DictionaryObject):
            yield node
            if "/K" in node:
                yield from walk(node["/K"])

    return walk(root_of(reader)["/StructTreeRoot"])
