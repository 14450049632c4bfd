"""The words of the glossary in running text: the first on each page opens its definition.

The definition is a popover (HTML Standard, § 6.12), so that it works with mouse, touch and
keyboard, and without any script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from scripts.model.editorial import Term


@dataclass
class Terms:
    """Links words while a page is written, and knows the definitions to put at its end.

    Attributes:
        glossary: The terms. Those without words are never linked.
        address: The page of the glossary, as seen from the page that is written.
        escape: Makes a text stand for itself on the page.
    """

    glossary: Iterable[Term]
    address: str
    escape: Callable[[str], Markup]
    _linked: dict[str, Term] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._by_word = {word.casefold(): term for term in self.glossary for word in term.words}
        longest_first = sorted(self._by_word, key=len, reverse=True)
        words = "|".join(re.escape(word) for word in longest_first)
        self._pattern = re.compile(rf"(?<![\w#&-])(?:{words})(?![\w;-])", re.IGNORECASE) if words else None

    def link(self, text: str) -> Markup:
        """Return a text, escaped unless it is markup, with its words that are new on the page made into buttons."""
        markup = text if isinstance(text, Markup) else self.escape(text)
        if self._pattern is None:
            return markup
        return Markup(self._pattern.sub(self._button, markup))

    def _button(self, found: re.Match[str]) -> str:
        # To a pattern, more letters are alike than to `casefold`: ı and i, for one.
        term = self._by_word.get(found[0].casefold())
        if term is None or term.id in self._linked:
            return found[0]
        self._linked[term.id] = term
        return f'<button type="button" class="term" popovertarget="ord-{term.id}">{found[0]}</button>'

    def notes(self) -> str:
        """The definitions of the words that were linked, as popovers; empty when there are none."""
        return "\n".join(self._note(term) for term in self._linked.values())

    def _note(self, term: Term) -> str:
        definition = self.escape(term.description[0].text)
        return (
            f'<div class="term-note" popover="auto" id="ord-{term.id}" markdown="1">\n\n'
            f"**{self.escape(term.name)}**\n\n{definition} "
            f"[Källor i ordlistan]({self.address}#{term.id})\n\n</div>\n"
        )
