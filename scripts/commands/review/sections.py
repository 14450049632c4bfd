"""The sections of the summary on problems and on changes, in Markdown.

All text from the data is escaped with `plain`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from scripts.commands.review.diff import Changes
from scripts.commands.review.escape import plain
from scripts.diagnostics import Problem
from scripts.model.enums import SourceKind
from scripts.text.swedish import counted, listed

MOST_PROBLEMS = 100
MOST_LINES = 30
LONGEST = 200
"""The most characters shown of a message, a hint, a name or an address."""

WELCOME = """\
## Välkommen, och tack för ditt bidrag!

Det här ser ut att vara första gången du bidrar. Så går det vidare:

1. En kontroll har läst det du har skickat in. Nedanför står vad den hittade, och hur sidan kommer att se ut.
2. Finns det problem? Rätta dem i samma förslag. Kontrollen går igen varje gång du sparar en ändring där.
3. Sedan läser en redaktör förslaget, och frågar dig i tråden om något är oklart. Därefter publiceras det.

Du kan inte ha sönder något: webbplatsen ändras inte förrän en redaktör har sagt ja."""


def problems(problems: Sequence[Problem], page: str = "") -> Iterator[str]:
    """Write the section on problems: a table, or a sentence that there are none.

    Args:
        problems: The problems, in order.
        page: The address of the page of problem codes; empty when it is not known.

    Yields:
        Blocks of Markdown.
    """
    if not problems:
        yield "## Inga problem"
        yield "Kontrollen hittade inga problem i data."
        return
    yield f"## {_capital(counted(len(problems), 'ett problem', 'problem'))} att rätta"
    rows = "\n".join(_row(problem, page) for problem in problems[:MOST_PROBLEMS])
    yield f"| Fil | Rad | Kod | Vad som är fel | Skriv i stället |\n| --- | --- | --- | --- | --- |\n{rows}"
    if len(problems) > MOST_PROBLEMS:
        more = counted(len(problems) - MOST_PROBLEMS, "ett problem", "problem")
        yield f"Och {more} till. Kommandot `.venv/bin/python -m scripts check` visar alla."


def _row(problem: Problem, page: str) -> str:
    file, line, message, hint = (
        plain(cell, LONGEST) for cell in (problem.file, str(problem.line), _capital(problem.message), problem.hint)
    )
    code = f"[{problem.code}]({page}#{problem.code.anchor})" if page else problem.code
    return f"| {file} | {line} | {code} | {message} | {hint} |"


def changes(differences: Changes, unread: Sequence[str] = (), *, partial: bool) -> Iterator[str]:
    """Write the section on changes, in numbers.

    Args:
        differences: The differences.
        unread: The files that could not be read.
        partial: Whether a version has problems, so that only its valid subset was compared.

    Yields:
        Blocks of Markdown.
    """
    yield "## Vad som ändras"
    if unread:
        yield f"Inget syns av {named(unread)}, som inte går att läsa. Tabellen ovanför säger varför."
    elif differences.is_empty:
        yield "Inget som webbplatsen visar om slussarna har ändrats."
    lines = [
        *_cases("en ny sluss", "nya slussar", differences.added),
        *_cases("en ändrad sluss", "ändrade slussar", differences.changed),
        *_cases("en borttagen sluss", "borttagna slussar", differences.removed),
        *_links(differences),
        *_sources(differences.sources),
    ]
    if lines:
        yield as_list(lines)
    if differences.evidence:
        yield "### Underlag som ändras"
        yield as_list([
            f"{plain(change.name, LONGEST)} ({change.kind.label.lower()}): {change.before} → {change.now}"
            for change in differences.evidence
        ])  # fmt: skip
    if differences.redirected:
        yield "### Adresser som leder vidare"
        yield as_list([f"{plain(old, LONGEST)} → {plain(new, LONGEST)}" for old, new in differences.redirected.items()])
    if partial:
        yield "Det finns problem i data, nu eller före ändringen. Jämförelsen gäller den del som går att läsa."


def _cases(one: str, many: str, titles: Mapping[str, str]) -> Iterator[str]:
    if titles:
        yield f"{_capital(counted(len(titles), one, many))}: {named(titles.values())}"


def _links(differences: Changes) -> Iterator[str]:
    for word, counts in (
        ("tillkommer", {kind: links.new for kind, links in differences.links.items() if links.new}),
        ("försvinner", {kind: links.gone for kind, links in differences.links.items() if links.gone}),
    ):
        if counts:
            kinds = listed([f"{count} till {kind.plural.lower()}" for kind, count in counts.items()])
            yield f"{_capital(counted(sum(counts.values()), 'en koppling', 'kopplingar'))} {word}: {kinds}"


def _sources(sources: Mapping[SourceKind | None, int]) -> Iterator[str]:
    if sources:
        kinds = listed([f"{count} {kind.label if kind else 'av okänt slag'}" for kind, count in sources.items()])
        yield f"{_capital(counted(sum(sources.values()), 'en ny källa', 'nya källor'))}: {kinds}"


def named(titles: Iterable[str]) -> str:
    """Join names in running text, cut when there are many."""
    names = [plain(title, LONGEST) for title in titles]
    more = [f"{len(names) - MOST_LINES} till"] if len(names) > MOST_LINES else []
    return listed([*names[:MOST_LINES], *more])


def as_list(lines: Sequence[str]) -> str:
    """Write lines as a list, cut when there are many."""
    more = [f"… och {len(lines) - MOST_LINES} till"] if len(lines) > MOST_LINES else []
    return "\n".join(f"- {line}" for line in [*lines[:MOST_LINES], *more])


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
