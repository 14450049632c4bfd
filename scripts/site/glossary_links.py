"""Links from words in running text to their definitions in the glossary.

Only the first use of a term on each page is linked. The definition is a popover (HTML Standard, § 6.12),
so that it works with mouse, touch and keyboard, and without any script.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from markupsafe import Markup

from scripts.model.editorial import Term


@dataclass
class GlossaryLinker:
    """Links the terms of a page while it is rendered, and collects their definitions.

    Attributes:
        glossary: The terms. Those without words are never linked.
        address: Link to the page of the glossary, relative to the page that is rendered.
        escape: Escapes a text for the page.
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
        """Return a text in which each term that is new on the page is a button.

        Args:
            text: The text, which is escaped unless it is markup.
        """
        markup = text if isinstance(text, Markup) else self.escape(text)
        if self._pattern is None:
            return markup
        return Markup(self._pattern.sub(self._button, markup))

    def _button(self, match: re.Match[str]) -> str:
        word = match[0]
        # Patterns that ignore case match more than `casefold` does: ı matches i, for example.
        term = self._by_word.get(word.casefold())
        if term is None or term.id in self._linked:
            return word
        self._linked[term.id] = term
        return f'<button type="button" class="term" popovertarget="ord-{term.id}">{word}</button>'

    def notes(self) -> str:
        """Return the definitions of the linked terms as popovers; empty when no term was linked."""
        return "\n".join(self._note(term) for term in self._linked.values())

    def _note(self, term: Term) -> str:
        definition = self.escape(term.description[0].text)
        return (
            f'<div class="term-note" popover="auto" id="ord-{term.id}" markdown="1">\n\n'
            f"**{self.escape(term.name)}**\n\n{definition} "
            f"[Källor i ordlistan]({self.address}#{term.id})\n\n</div>\n"
        )
