"""Compile typst templates to PDF. No other module runs typst.

Documents follow PDF/UA-1, the standard for accessible PDF, and typst refuses to write one that violates it. Only the
fonts bundled with typst are used, so that a document is the same on every machine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import typst

from scripts.documents.serialize import fields_as_json, to_json
from scripts.documents.svg import palette
from scripts.errors import CommandError

TEMPLATES = Path(__file__).parent / "typst"

_MISSING = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

NO_LETTER = "\ufffd"
"""Set in place of a character that the fonts lack."""


class CompileError(CommandError):
    """A document that typst rejects. The message is that of typst."""


class Compiler:
    """A compiler for one template. Typst caches unchanged parts between documents."""

    def __init__(self, template: str, timestamp: int) -> None:
        """Open a template.

        Args:
            template: The file name of the template.
            timestamp: The creation time to store in the PDF, in seconds since 1970.
        """
        self._compiler = typst.Compiler(TEMPLATES / template, root=TEMPLATES, ignore_system_fonts=True)
        self._timestamp = timestamp

    def pdf(self, *parts: object) -> bytes:
        """Compile a document.

        Args:
            parts: Dataclasses. The template reads their fields from `data`, which also has `palette`.

        Returns:
            The PDF. Characters that the fonts lack are replaced by `NO_LETTER`.

        Raises:
            CompileError: Typst rejected the document.
        """
        fields = {"palette": to_json(palette())}
        for part in parts:
            fields |= fields_as_json(part)
        data = json.dumps(fields, ensure_ascii=False)
        while True:
            try:
                return self._compile(data)
            except typst.TypstError as error:
                replaced = data.translate(dict.fromkeys(_missing_code_points(error.diagnostic), NO_LETTER))
                if replaced == data:
                    raise CompileError(error.diagnostic) from error
                data = replaced

    def pages(self) -> int:
        """Return the page count of the latest document. The template must store it under `<pages>`."""
        return int(self._compiler.query("<pages>", field="value", one=True))

    def _compile(self, data: str) -> bytes:
        pdf = self._compiler.compile(
            format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1"], timestamp=self._timestamp
        )
        if not isinstance(pdf, bytes):
            raise CompileError("typst skrev ingen fil")
        return pdf


def _missing_code_points(diagnostic: str) -> Iterator[int]:
    """Yield the code points that typst reports as missing in the fonts. ASCII is never missing."""
    for text in _MISSING.findall(diagnostic):
        characters = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
        yield from (ord(character) for character in characters if not character.isascii())
