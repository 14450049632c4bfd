"""What the book holds, from cover to index, as plain data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from scripts import figures
from scripts.documents.blocks import Data, cited, plain, reference, source, statement, statements, weighed
from scripts.documents.case import case
from scripts.documents.svg import drawing
from scripts.documents.topic import topic
from scripts.library.context import FOLDERS
from scripts.library.evidence import Level
from scripts.library.kinds import KINDS, Words
from scripts.library.library import CaseEntry, Library, TopicEntry
from scripts.library.queries import SHARED_BY, Participant, participants, strongest_first
from scripts.model.editorial import LeadingQuestion, Overview, Question, Role
from scripts.model.enums import SourceKind
from scripts.text.swedish import counted, number, sort_key

IN_FULL = 60
"""With more sluices than this a book of everything would be a shelf of books, and more than a machine can hold."""


def volume(library: Library) -> Data:
    """The book.

    Args:
        library: Everything.

    Returns:
        Its parts in order, with the sources that they cite.
    """
    content = {
        "title": _title(library),
        "levels": [
            {"step": int(level), "label": level.label, "found": counted(_at(level, library), "en post", "poster")}
            for level in Level
        ],
        "steps": _steps(library),
        "roles": [_role(role, library) for role in library.guidance.roles],
        "leading": [_leading(leading, library) for leading in library.guidance.leading_questions],
        "questions": [_question(question, library) for question in library.guidance.questions],
        "programme": [
            {"name": plain(section.name), "claims": statements(section.claims, library)}
            for section in library.guidance.programme
        ],
        "figures": {
            found.id: drawing(found)
            for found in (figures.sweden(library), figures.outcomes(library), figures.projects(library))
            if found
        },
        "short": _is_short(library),
        "cases": [_case(entry, library) for entry in library.cases],
        "topics": [_kind(words, library) for words in KINDS],
        "glossary": _glossary(library),
        "index": [
            {"name": "Kommuner", "entries": _index(participants(library, municipal=True))},
            {"name": "Organisationer", "entries": _index(participants(library, municipal=False))},
        ],
    }
    sizes = {kind: len(entries) for kind, entries in library.topics.items()}
    return {
        **content,
        **_sources(cited(content), library),
        "counts": {"cases": len(library.cases), **sizes, "terms": len(library.guidance.glossary)},
    }


def _title(library: Library) -> str:
    count = counted(len(library.cases), "en kommunal idésluss", "kommunala idéslussar")
    return f"{count.capitalize()}. Vad höll, och vad lärde de sig?"


def _at(level: Level, library: Library) -> int:
    return sum(entry.evidence.level is level for entries in library.topics.values() for entry in entries)


def _steps(library: Library) -> list[Data]:
    """The guide, phase by phase: what to ask, and the records that belong there."""
    names = {phase.id: phase.name for phase in library.phases}
    return [
        {
            "name": plain(names[step.id]),
            "lead": plain(step.lead),
            "questions": [plain(question) for question in step.questions],
            "records": [
                {
                    "name": words.kind.plural,
                    "entries": [weighed(entry) for entry in _of_phase(words.id, step.id, library)],
                }
                for words in (KINDS[1], KINDS[2], KINDS[0])
            ],
            "reading": [
                {"topic": reference(library.case_by_id[each.case]), "claims": [statement(each, library)]}
                for each in step.reading
            ],
        }
        for step in library.guidance.steps
    ]


def _of_phase(kind: str, phase: str, library: Library) -> Iterator[TopicEntry]:
    return (entry for entry in strongest_first(library.topics[kind]) if phase in entry.record.phases)


def _role(role: Role, library: Library) -> Data:
    names: dict[str, str] = {found.id: found.name for found in library.guidance.questions}
    names |= {found.id: found.name for found in library.guidance.leading_questions}
    return {
        "name": plain(role.name),
        "lead": plain(role.lead),
        "topics": [reference(library.topic_by_id[key]) for key in role.topics],
        "cases": [reference(library.case_by_id[key]) for key in role.cases],
        "questions": [{"to": f"{FOLDERS['questions']}-{key}", "name": plain(names[key])} for key in role.questions],
    }


def _leading(leading: LeadingQuestion, library: Library) -> Data:
    listed: list[Data] = []
    if leading.overview is not None:
        least = SHARED_BY if leading.overview is Overview.LESSONS else 1
        entries = strongest_first(library.topics[leading.overview.value])
        listed = [weighed(entry) for entry in entries if entry.evidence.sluices >= least]
    return {
        "label": f"{FOLDERS['questions']}-{leading.id}",
        "name": plain(leading.name),
        "lead": plain(leading.lead),
        "together": statements(leading.together, library),
        "strength": plain(leading.strength),
        "by_case": [
            {"topic": reference(library.case_by_id[answer.case]), "claims": [statement(answer, library)]}
            for answer in leading.by_case
        ],
        "heading": "Lärdomar som två eller fler slussar delar"
        if leading.overview is Overview.LESSONS
        else "Metoder, de med starkast underlag först",
        "listed": listed,
        "unknown": [plain(unknown) for unknown in leading.unknown],
    }


def _question(question: Question, library: Library) -> Data:
    known: dict[str, CaseEntry | TopicEntry] = {**library.topic_by_id, **library.case_by_id}
    return {
        "label": f"{FOLDERS['questions']}-{question.id}",
        "name": plain(question.name),
        "answer": [statement(said, library) for said in question.answer],
        "see": [reference(known[key]) for key in question.see if key in known],
    }


def _kind(words: Words, library: Library) -> Data:
    """All topics of a kind. Lessons come area by area, as on the site; the others by name."""
    entries = library.topics[words.id]
    groups = [
        {
            "name": plain(area.name),
            "text": plain(area.description),
            "sources": list(area.origin.sources) if area.origin else [],
            "entries": [_topic(entry, library) for entry in entries if entry.area == area.id],
        }
        for area in library.areas
    ]
    if words.id != "lessons":
        groups = [{"name": "", "text": "", "sources": [], "entries": [_topic(entry, library) for entry in entries]}]
    return {"name": words.kind.plural, "lead": words.lead, "groups": [group for group in groups if group["entries"]]}


def _is_short(library: Library) -> bool:
    return len(library.cases) > IN_FULL


def _case(entry: CaseEntry, library: Library) -> Data:
    """A sluice: all of it, or in a book of many its head and what became of it."""
    found = case(entry, library)
    if not _is_short(library):
        return found
    return {**found, "sections": [section for section in found["sections"] if section["id"] == "aftermath"]}


def _topic(entry: TopicEntry, library: Library) -> Data:
    """A method, factor or lesson, with as many sluices under each heading as a book has room for."""
    found = topic(entry, library)
    return {**found, "sections": [_cut(section) for section in found["sections"]]}


def _cut(section: Data) -> Data:
    items = section["items"]
    if len(items) <= IN_FULL:
        return section
    lead = f"Här står {IN_FULL} av {number(len(items))}. Alla finns på webbplatsen."
    return {**section, "items": items[:IN_FULL], "lead": lead}


def _glossary(library: Library) -> list[Data]:
    terms = sorted(library.guidance.glossary, key=lambda term: sort_key(term.name))
    return [
        {
            "name": plain(term.name),
            "name_en": plain(term.name_en),
            "aliases": ", ".join(map(plain, term.aliases)),
            "claims": statements(term.description, library),
            "related": [reference(library.topic_by_id[key]) for key in term.related],
        }
        for term in terms
    ]


def _index(found: Iterable[Participant]) -> list[Data]:
    """Who took part, with the sluices to look up. Those that only took part in a pre-study lead to no page."""
    return [
        {
            "name": plain(one.name),
            "entries": [reference(entry) for entry in one.cases],
            "prestudy": bool(one.prestudies) and not one.cases,
        }
        for one in found
    ]


def _sources(keys: Iterable[str], library: Library) -> Data:
    """The sources by who is speaking, sorted by publisher and title, and the number of each."""
    found = sorted(
        ((key, library.sources[key]) for key in keys),
        key=lambda item: (
            tuple(SourceKind).index(item[1].kind), sort_key(item[1].publisher), sort_key(item[1].title), item[0],
        ),
    )  # fmt: skip
    groups = [
        {
            "name": kind.label.capitalize(),
            "sources": [],
            "entries": [source(*each) for each in found if each[1].kind is kind],
        }
        for kind in SourceKind
    ]
    return {
        "register": [group for group in groups if group["entries"]],
        "numbers": {key: number for number, (key, _) in enumerate(found, start=1)},
    }
