"""The statements that a conclusion rests on, as they are shown when it is unfolded."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scripts.library.case_content import Statement, facts, statement
from scripts.library.case_outline import SECTIONS, STATEMENT_NAMES
from scripts.library.context import GLOSSARY
from scripts.library.kinds import OF_TOPICS
from scripts.library.library import CaseEntry, Library
from scripts.library.pointers import MUNICIPALITIES, Target
from scripts.library.queries import actor_name, amount
from scripts.loading.yaml_tree import Path
from scripts.model.case import Case
from scripts.model.claims import Claim, TaggedClaim
from scripts.model.conclusions import Grounded, Unknown
from scripts.model.editorial import Event, PreStudy, ProgrammeSection, Term
from scripts.model.registry import TOPIC_KINDS
from scripts.model.types import value_of
from scripts.text.swedish import kronor, number, period

SECTION_OF = {spec.field: spec for spec in SECTIONS}
"""Field of a case → the section that shows it."""


@dataclass(frozen=True)
class Ground:
    """A statement that a conclusion rests on.

    Attributes:
        place: The sluice or the other place that it tells of, or the page that it stands on.
        about: The kind of statement and its subject, such as `Metod: Idécoach`.
        text: The text.
        sources: The ids of its sources; none for a gap and for the register of municipalities.
        page: A case, topic or other target that has a page, or the path of a Markdown file.
        fragment: The anchor on that page.
        statement: The statement with its marks, for statements of cases.
    """

    place: str
    about: str
    text: str
    sources: tuple[str, ...]
    page: object
    fragment: str = ""
    statement: Statement | None = None


def grounds(pointers: Iterable[str], library: Library) -> tuple[Ground, ...]:
    """Return the statements that pointers name, in order.

    Args:
        pointers: Pointers that exist. Others are passed over, since the check reports them.
        library: The library that has the statements.
    """
    return tuple(ground for pointer in pointers for ground in _grounds(pointer, library))


def sources_of(grounded: Grounded | Unknown, library: Library) -> tuple[str, ...]:
    """Return the ids of the sources of the statements that a text rests on, without duplicates."""
    found = grounds(grounded.rests_on, library)
    return tuple(dict.fromkeys(source for ground in found for source in ground.sources))


def _grounds(pointer: str, library: Library) -> Iterator[Ground]:
    start, _, rest = pointer.partition("/")
    if start == MUNICIPALITIES:
        yield from _municipality(rest, library)
        return
    target = library.pointers.find(pointer)
    if target is None or target.document.content is None:
        return
    if start in library.case_by_id:
        yield from _of_case(library.case_by_id[start], target, library)
        return
    for path in target.paths:
        yield from _of_record(start, target, path, library)


def _of_case(entry: CaseEntry, target: Target, library: Library) -> Iterator[Ground]:
    for path in target.paths:
        field = ".".join(str(step) for step in path if isinstance(step, str))
        value = value_of(entry.case, path)
        if path[0] == "basis":
            yield from _fact(entry, str(path[1]), library)
        elif path[0] == "gaps":
            spec = SECTION_OF["gaps"]
            yield Ground(entry.name, spec.heading, str(value), (), entry, spec.id)
        elif isinstance(value, TaggedClaim):
            content = statement(field, value, library)
            spec = SECTION_OF[field.partition(".")[0]]
            subject = content.topic.name if content.topic else content.about
            about = ": ".join(filter(None, (STATEMENT_NAMES[field], subject)))
            anchor = f"{spec.prefix}-{content.topic.id}" if content.topic else spec.id
            yield Ground(entry.name, about, _with_figures(content), value.sources, entry, anchor, content)
        elif isinstance(value, Claim):
            yield Ground(entry.name, "På en minut", value.text, value.sources, entry)


def _with_figures(content: Statement) -> str:
    """Return the text of a statement, after the numbers that are shown beside it."""
    figures = ", ".join(f"{amount(figure)} {figure.unit}" for figure in content.figures)
    return f"{figures}. {content.claim.text}" if figures else str(content.claim.text)


def _fact(entry: CaseEntry, field: str, library: Library) -> Iterator[Ground]:
    basis = getattr(entry.case.basis, field)
    lines = {fact.field: (fact.label, fact.value) for fact in facts(entry.case, library)}
    label, value = lines.get(field, ("Sammanfattning", _plain_value(entry.case, field)))
    text = " ".join(filter(None, (value, basis.note)))
    yield Ground(entry.name, label, text, basis.sources, entry, "fakta")


def _plain_value(case: Case, field: str) -> str:
    value = getattr(case, field)
    return value if isinstance(value, str) else ""


def _of_record(kind: str, target: Target, path: Path, library: Library) -> Iterator[Ground]:
    record = value_of(target.document.content, path[:1])
    value = value_of(target.document.content, path)
    if kind in TOPIC_KINDS:
        topic = library.topic_by_id.get(str(getattr(record, "id", "")))
        about = f"{OF_TOPICS[kind].label}: {getattr(record, 'name', '')}"
        for claim in value if isinstance(value, tuple) else (value,):
            if isinstance(claim, Claim) and topic:
                place = str(getattr(claim, "place", "")) or ("Forskning och andra" if path[1:2] == ("studies",) else "")
                yield Ground(place or topic.name, about, claim.text, claim.sources, topic)
        return
    match record:
        case ProgrammeSection() if isinstance(value, Claim):
            yield Ground("Programmet", record.name, value.text, value.sources, "programmet/index.md", record.id)
        case Event():
            yield Ground(
                "Tidslinjen", f"{record.name}, {record.shown}", record.text, record.sources, "tidslinje/index.md"
            )
        case Term():
            for claim in record.description:
                yield Ground("Ordlistan", record.name, claim.text, claim.sources, GLOSSARY, record.id)
        case PreStudy():
            yield Ground(
                "Förstudie",
                record.name,
                _prestudy(record, library),
                record.sources,
                "programmet/index.md",
            )


def _prestudy(record: PreStudy, library: Library) -> str:
    time = period(record.period.start, record.period.end) if record.period else ""
    amount = f"{kronor(record.funding_sek)} från Vinnova" if record.funding_sek is not None else ""
    words = ", ".join(filter(None, (record.name, actor_name(record.coordinator, library), time, amount)))
    return ". ".join(filter(None, (words, record.note or "")))


def _municipality(code: str, library: Library) -> Iterator[Ground]:
    if place := library.municipalities.get(code):
        text = f"{number(place.population)} invånare {place.population_year} (SCB). {place.group_name} (SKR 2023)."
        yield Ground(place.name, "Kommunregistret", text, (), "kommuner/index.md")
