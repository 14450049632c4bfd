"""What is said of a sluice, as plain data: the same parts, in the same order, as on its page."""

from __future__ import annotations

from scripts import figures
from scripts.documents.blocks import Data, label, plain, reference, statements, weighed
from scripts.documents.svg import drawing
from scripts.library.case_content import Block, Section, case_content
from scripts.library.library import CaseEntry, Library
from scripts.model.claims import Claim, Example, Figure, Flow
from scripts.text.swedish import number, sentence


def case(entry: CaseEntry, library: Library) -> Data:
    """A sluice.

    Args:
        entry: The sluice.
        library: Knows what it refers to.

    Returns:
        Its head, and its sections in order.
    """
    content = case_content(entry, library)
    found = content.case
    summary = found.basis.summary
    return {
        "id": entry.id,
        "label": label(entry),
        "name": plain(found.title),
        "place": plain(entry.name),
        "summary": {
            "text": plain(found.summary),
            "sources": list(summary.sources) if summary else [],
            "note": plain(summary.note) if summary and summary.note else "",
        },
        "outcome": {"id": found.aftermath.outcome.value, "label": found.aftermath.outcome.label},
        "facts": [
            {
                "label": fact.label,
                "value": plain(fact.value),
                "sources": list(fact.basis.sources) if fact.basis else [],
                "note": plain(fact.basis.note) if fact.basis and fact.basis.note else "",
            }
            for fact in content.facts
        ],
        "figures": [_key_figure(figure, claim) for figure, claim in content.key_figures],
        "sections": [_section(part, library) for part in content.sections],
    }


def _key_figure(figure: Figure, claim: Claim) -> Data:
    return {
        "value": number(figure.value),
        "about": "" if figure.precision.is_exact else figure.precision.label,
        "unit": plain(figure.unit),
        "sources": list(claim.sources),
    }


def _section(part: Section, library: Library) -> Data:
    items: list[Data] | list[str]
    match part.spec.field:
        case "gaps":
            items = [plain(gap) for gap in part.gaps]
        case "similar":
            items = [
                {"topic": reference(other.entry), "text": sentence("; ".join(other.reasons))} for other in part.similar
            ]
        case _:
            items = [_block(block, library) for block in part.blocks]
    return section(part.spec.field, part.spec.heading, items, lead=part.spec.lead)


def section(id_: str, heading: str, items: list[Data] | list[str], lead: str = "") -> Data:
    """A part of a record with a heading of its own."""
    return {"id": id_, "heading": heading, "lead": lead, "items": items}


def _block(block: Block, library: Library) -> Data:
    claims = statements((said.claim for said in block.statements), library)
    first = block.statements[0]
    if block.topic:
        return {
            "topic": weighed(block.topic),
            "claims": claims,
            "elsewhere": [reference(other) for other in block.elsewhere],
        }
    if isinstance(first.claim, Flow):
        return {"figure": drawing(figures.flow(first.claim)), "claims": claims}
    if isinstance(first.claim, Example):
        return {"name": plain(block.heading), "state": first.claim.outcome.label, "claims": claims}
    if block.heading:
        return {"name": plain(block.heading), "claims": claims}
    return claims[0]
