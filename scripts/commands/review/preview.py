"""The content of a case, written in the Markdown that GitHub shows in a job summary.

It has the content of the page in the same order. All text from the data is escaped with `plain`, so that nothing in it
is active, and every link leads to a source or to the site.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.commands.review.escape import plain
from scripts.library.case_content import Block, CaseContent, Fact, Section, Statement
from scripts.library.citations import Citations, read_note
from scripts.library.context import Site, host, web_path
from scripts.library.evidence import Standing
from scripts.library.kinds import WORDS
from scripts.library.library import TopicEntry
from scripts.model.case import FactBasis
from scripts.model.claims import Claim, Figure, Source
from scripts.text.markdown import split_paragraphs
from scripts.text.swedish import number, sentence

_IN_BRACKETS = {"&": "&amp;", "<": "%3C", ">": "%3E", "\\": "%5C", "|": "%7C", "`": "%60", " ": "%20"}
"""The escapes of characters with a meaning in an address between angle brackets."""


def preview(content: CaseContent, site: Site) -> str:
    """Write a case as Markdown for GitHub.

    Args:
        content: The content of the case.
        site: The site. Without its address, links between pages become plain text.

    Returns:
        The body of the page, below its title.
    """
    return "\n\n".join(_Writer(site, Citations(content.entry.sources)).blocks(content))


@dataclass(frozen=True)
class _Writer:
    """A writer of a case, which numbers the sources in order of first citation."""

    site: Site
    citations: Citations

    def blocks(self, content: CaseContent) -> Iterator[str]:
        """Yield the paragraphs, headings and lists of a case, in order."""
        case = content.case
        summary = case.basis.summary
        yield plain(case.summary) + self._cite(summary.sources if summary else ()) + _note(summary)
        facts = (f"- **Vad hände sedan:** {plain(case.aftermath.outcome.label)}", *map(self._fact, content.facts))
        yield "\n".join(facts)
        if content.tags:
            yield f"**Taggar:** {', '.join(self._link(tag.record.name, tag) for tag in content.tags)}"
        if content.key_figures:
            yield "**Nyckeltal**"
            yield "\n".join(self._key_figure(figure, claim) for figure, claim in content.key_figures)
        for section in content.sections:
            yield from self._section(section)
        if sources := self.citations.listed():
            yield "#### Källor"
            yield "\n".join(f"{position}. {self._source(source)}" for position, _, source in sources)

    def _fact(self, fact: Fact) -> str:
        cited = self._cite(fact.basis.sources) if fact.basis else ""
        return f"- **{plain(fact.label)}:** {plain(fact.value)}{cited}{_note(fact.basis)}"

    def _key_figure(self, figure: Figure, claim: Claim) -> str:
        return f"- {_in_words(figure)}{self._cite(claim.sources)}"

    def _section(self, section: Section) -> Iterator[str]:
        yield f"#### {plain(section.spec.heading)}"
        if section.spec.lead:
            yield plain(section.spec.lead)
        for block in section.blocks:
            yield from self._block(block, section.spec.prefix)
        if section.gaps:
            yield "\n".join(f"- {plain(gap)}" for gap in section.gaps)
        if section.similar:
            yield "\n".join(
                f"- {self._link(other.entry.name, other.entry)} – {plain(sentence('; '.join(other.reasons)))}"
                for other in section.similar
            )

    def _block(self, block: Block, prefix: str) -> Iterator[str]:
        states = [mark.label for statement in block.statements for mark in statement.marks if mark.field == "outcome"]
        if block.topic:
            yield f"##### {self._link(block.topic.name, block.topic)}"
        elif block.heading:
            yield f"##### {plain(block.heading)}" + "".join(f" ({plain(state)})" for state in states)
        elif states:
            yield f"**{plain(states[0])}**"
        for statement in block.statements:
            yield from self._statement(statement)
        if block.topic:
            yield self._also(block, block.topic, prefix)

    def _statement(self, statement: Statement) -> Iterator[str]:
        if len(statement.figures) > 1:
            yield "\n".join(f"- {_in_words(figure)}" for figure in statement.figures)
        *paragraphs, last = map(plain, split_paragraphs(statement.claim.text))
        yield from paragraphs
        yield last + self._cite(statement.claim.sources)
        words = [mark.label for mark in statement.marks if mark.field != "outcome"]
        if statement.standing:
            words.append("Räknas" if statement.standing is Standing.DONE else "Räknas inte")
        words.extend(tag.record.name for tag in statement.tags)
        words.append(self.citations.kinds(statement.claim.sources).capitalize())
        yield f"*{plain(' · '.join(words))}*"

    def _also(self, block: Block, topic: TopicEntry, prefix: str) -> str:
        others = WORDS[topic.kind].others
        named = ", ".join(self._link(other.name, other, f"{prefix}-{topic.id}") for other in block.elsewhere)
        counted = f"{number(block.elsewhere_count)} slussar" if block.elsewhere_count else ""
        also = f" · {others}: {named or counted}" if named or counted else ""
        return f"{plain(topic.where)}{also}"

    def _source(self, source: Source) -> str:
        stop = "" if source.title.endswith(("?", "!")) else "."
        version = f", version: {source.version}" if source.version else ""
        kind = source.kind.label.capitalize()
        return (
            f"{plain(f'{source.title}{stop} {source.publisher}{version}.')} "
            f"[{plain(host(source))}](<{_in_brackets(source.url)}>). {plain(f'{read_note(source)} {kind}')}"
        )

    def _cite(self, keys: Iterable[str]) -> str:
        return "".join(f"<sup>[{self.citations.number(key)}]</sup>" for key in keys)

    def _link(self, words: str, target: object, fragment: str = "") -> str:
        """Link to a page of the site, or write only its name when the address of the site is unknown."""
        if not self.site.settings.site_url:
            return plain(words)
        address = f"{self.site.settings.site_url}/{web_path(self.site.path_of(target))}"
        return f"[{plain(words)}](<{_in_brackets(address)}{f'#{fragment}' if fragment else ''}>)"


def _note(basis: FactBasis | None) -> str:
    return f" ({plain(basis.note)})" if basis and basis.note else ""


def _in_words(figure: Figure) -> str:
    precision = "" if figure.precision.is_exact else f"{figure.precision.label} "
    return f"{plain(precision)}**{number(figure.value)}** {plain(figure.unit)}".strip()


def _in_brackets(address: str) -> str:
    return "".join(_IN_BRACKETS.get(letter, letter) for letter in address)
