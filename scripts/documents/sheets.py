"""Decision sheets and templates as files: PDF and Word. They belong to the ordinary build."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scripts.documents.blocks import SourceEntry, source_entry
from scripts.documents.build import Imprint
from scripts.documents.compiler import Compiler
from scripts.documents.serialize import cited
from scripts.documents.sheet import SheetRecord, sheet_record
from scripts.documents.word_sheets import sheet_document, template_document
from scripts.git.version import Version
from scripts.library import document_urls
from scripts.library.context import Site, web_path
from scripts.model.decisions import DecisionSheet

SIZES = (10.0, 9.5, 9.0, 8.5, 8.0)
"""Font sizes to try, in points, until a sheet fits one page."""


@dataclass(frozen=True)
class SizedSheet:
    """A decision sheet in a font size, in points, with its sources numbered in reading order."""

    record: SheetRecord
    register: tuple[SourceEntry, ...]
    numbers: Mapping[str, int]
    size: float


@dataclass(frozen=True)
class SheetFile:
    """A file: its path within the site, its bytes, and whether it exceeds one page."""

    path: str
    content: bytes
    too_long: bool = False


def sheet_files(site: Site, version: Version) -> Iterator[SheetFile]:
    """Make the PDF and the Word file of each decision sheet, and the Word file of each template.

    Args:
        site: The data and the settings.
        version: The commit, for the date and the creation time of the files.
    """
    library, author = site.library, site.settings.publisher
    compiler = Compiler("sheet.typ", version.build_time)
    for sheet in library.guidance.decisions:
        record = sheet_record(sheet, library)
        keys = cited(record)
        register = tuple(source_entry(key, library.sources[key]) for key in keys)
        sized = SizedSheet(record, register, {key: number for number, key in enumerate(keys, start=1)}, SIZES[0])
        yield _pdf(sheet, sized, compiler, site, version)
        yield SheetFile(document_urls.word(sheet), sheet_document(record, register, author, version.build_time))
    for template in library.guidance.work_templates:
        document = template_document(template, library, author, version.build_time)
        yield SheetFile(document_urls.word(template), document)


def _pdf(sheet: DecisionSheet, sized: SizedSheet, compiler: Compiler, site: Site, version: Version) -> SheetFile:
    """Compile a sheet in the largest type that fits one page, or in the smallest."""
    settings = site.settings
    address = f"{settings.site_url}/{web_path(site.path_of(sheet))}" if settings.site_url else ""
    imprint = Imprint(
        book=False, address=address, publisher=settings.publisher, date=version.date, commit=version.commit[:7]
    )
    for size in SIZES:
        pdf = compiler.pdf(imprint, replace(sized, size=size))
        if compiler.pages() <= 1:
            return SheetFile(document_urls.sheet_pdf(sheet), pdf)
    return SheetFile(document_urls.sheet_pdf(sheet), pdf, too_long=True)
