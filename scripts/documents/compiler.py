"""Typst: a template and its data in, a PDF out. The only place that runs it.

Every document is made to PDF/UA-1, the standard for PDF that everyone can read, and typst refuses to
write one that breaks it. Only typst's own fonts are used, so that it is the same on every machine.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

import typst

from scripts.documents.blocks import Data
from scripts.documents.svg import palette
from scripts.errors import CommandError

TEMPLATES = Path(__file__).parent / "typst"

_UNKNOWN = re.compile(r'the text `"((?:[^"\\]|\\.)*)"` could not be displayed')
_ESCAPED = re.compile(r"\\u\{([0-9a-f]+)\}")

NO_LETTER = "\ufffd"
"""Stands for a letter that the fonts do not have."""


class PressError(CommandError):
    """Typst did not accept a document. The message is what it said."""


class Press:
    """A template that is compiled again and again. What does not change in between is not worked out anew."""

    def __init__(self, template: str, shared: Data, moment: int) -> None:
        """Make ready.

        Args:
            template: The file among the templates.
            shared: What all its documents hold.
            moment: The second that is written into the files as when they were made.
        """
        self._compiler = typst.Compiler(TEMPLATES / template, root=TEMPLATES, ignore_system_fonts=True)
        self._shared = {**shared, "palette": palette()}
        self._moment = moment

    def pdf(self, content: Data) -> bytes:
        """Set a document.

        Args:
            content: What it holds besides what is shared.

        Returns:
            The file. A letter that the fonts do not have is shown as one that is missing.

        Raises:
            PressError: When typst does not accept it.
        """
        written = json.dumps({**self._shared, **content}, ensure_ascii=False)
        while True:
            try:
                return self._compile(written)
            except typst.TypstError as error:
                shown = written.translate(dict.fromkeys(_unknown(error.diagnostic), NO_LETTER))
                if shown == written:
                    raise PressError(error.diagnostic) from error
                written = shown

    def pages(self) -> int:
        """How many pages the latest document has. Only for templates that count them."""
        return int(self._compiler.query("<pages>", field="value", one=True))

    def _compile(self, written: str) -> bytes:
        found = self._compiler.compile(
            format="pdf", sys_inputs={"data": written}, pdf_standards=["ua-1"], timestamp=self._moment
        )
        if not isinstance(found, bytes):
            raise PressError("typst skrev ingen fil")
        return found


def _unknown(diagnostic: str) -> Iterator[int]:
    """The letters that typst says it has in no font. Those of ASCII are in all of them."""
    for text in _UNKNOWN.findall(diagnostic):
        letters = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
        yield from (ord(letter) for letter in letters if not letter.isascii())
