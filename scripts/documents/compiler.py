"""Compile typst templates to PDF. No other module runs typst.

Every document is made to PDF/UA-1, the standard for accessible PDF, and typst refuses to write one that breaks it. Only
the fonts that typst comes with are used, so that a document is the same on every machine.
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

_UNKNOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

NO_LETTER = "\ufffd"
"""Set in place of a character that the fonts lack."""


class CompileError(CommandError):
    """Typst did not accept a document. The message is typst's own."""


class Compiler:
    """A template to compile many times. Typst keeps what does not change from one time to the next."""

    def __init__(self, template: str, timestamp: int) -> None:
        """Open a template.

        Args:
            template: The name of its file.
            timestamp: When the files are said to be made, in seconds since 1970.
        """
        self._compiler = typst.Compiler(TEMPLATES / template, root=TEMPLATES, ignore_system_fonts=True)
        self._timestamp = timestamp

    def pdf(self, *parts: object) -> bytes:
        """Compile a document.

        Args:
            parts: Dataclasses. The template finds their fields in `data`, beside `palette`.

        Returns:
            The PDF. A character that the fonts lack is shown as `NO_LETTER`.

        Raises:
            CompileError: Typst did not accept it.
        """
        fields = {"palette": to_json(palette())}
        for part in parts:
            fields |= fields_as_json(part)
        data = json.dumps(fields, ensure_ascii=False)
        while True:
            try:
                return self._compile(data)
            except typst.TypstError as error:
                shown = data.translate(dict.fromkeys(_unknown(error.diagnostic), NO_LETTER))
                if shown == data:
                    raise CompileError(error.diagnostic) from error
                data = shown

    def pages(self) -> int:
        """Return the number of pages of the latest document, for templates that say it in `<pages>`."""
        return int(self._compiler.query("<pages>", field="value", one=True))

    def _compile(self, data: str) -> bytes:
        pdf = self._compiler.compile(
            format="pdf", sys_inputs={"data": data}, pdf_standards=["ua-1"], timestamp=self._timestamp
        )
        if not isinstance(pdf, bytes):
            raise CompileError("typst skrev ingen fil")
        return pdf


def _unknown(diagnostic: str) -> Iterator[int]:
    """Yield the characters that typst says are in no font. Those of ASCII are in all of them."""
    for text in _UNKNOWN.findall(diagnostic):
        letters = _ESCAPED.sub(lambda escape: chr(int(escape[1], 16)), text)
        yield from (ord(letter) for letter in letters if not letter.isascii())
