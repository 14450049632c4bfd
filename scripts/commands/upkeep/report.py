"""The text of the maintenance issue.

Ids, lines and addresses come from the data. Of the answers of untrusted servers only the status and a message are
shown, the message escaped so that GitHub sees neither markup nor mentions in it.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby
from urllib.parse import quote

from scripts.commands.upkeep.cited_urls import CitedAddress, Location
from scripts.commands.upkeep.link_report import Answer, normal
from scripts.commands.upkeep.outdated_conclusions import OutdatedConclusion
from scripts.commands.upkeep.stale_records import Unchanged
from scripts.settings import Settings
from scripts.text.swedish import counted, partial_date

ROOM = 18_000
"""The most characters per section. An issue holds 65,536."""

MOST_CITATIONS = 12
"""The most citing statements listed per address."""

LONGEST_MESSAGE = 160
LONGEST_ADDRESS = 400

INTRODUCTION = (
    "Det här ärendet skrivs om varje natt och stängs när inget är kvar. Du behöver inte ändra något i det: det som "
    "är åtgärdat i filerna försvinner av sig självt."
)

GONE_ADVICE = (
    "Leta upp sidans nya adress, eller en arkiverad kopia, och byt `url` på raden. Skriv den månad då du läste "
    "sidan under `read`. Finns sidan ingenstans: sök en annan källa till påståendena. Ett påstående som inte längre "
    "har någon källa tas bort."
)

UNSURE_ADVICE = (
    "Öppna adressen i en webbläsare. Fungerar den där behöver du inte göra något. En adress som alltid fungerar och "
    "ändå står här varje natt kan undantas i `lychee.toml`. Fungerar den inte flera nätter i rad är sidan nog borta: "
    "gör då som med sidor som inte finns kvar."
)

OLD_ADVICE = (
    "Läs texten och källorna igen. Har något hänt sedan dess: lägg till det, med källa, och skriv den månad då du "
    "läste källan under `read`. Stämmer allt räcker det att göra en formulering tydligare. När en rad i posten eller "
    "i slussens fil ändras räknas den som genomläst."
)

OUTDATED_ADVICE = (
    "Ett påstående som slutsatsen vilar på har ändrats sedan slutsatsen prövades. Läs slutsatsen mot påståendet, som "
    "den som vill att den ska vara fel. Försvaga eller stryk det som inte längre bärs, och skriv dagens datum under "
    "`reviewed`."
)


@dataclass(frozen=True)
class Findings:
    """The findings of a run.

    Attributes:
        gone: The addresses of pages that no longer exist.
        unsure: The addresses that failed but may work in a browser.
        old: The stale records and cases.
        years: The age in years from which a record is stale.
        outdated: The conclusions whose basis has changed since they were reviewed.
    """

    gone: tuple[tuple[CitedAddress, Answer], ...]
    unsure: tuple[tuple[CitedAddress, Answer], ...]
    old: tuple[Unchanged, ...]
    years: int
    outdated: tuple[OutdatedConclusion, ...] = ()


def findings(
    cited: Iterable[CitedAddress],
    answers: Mapping[str, Answer],
    old: Sequence[Unchanged],
    years: int,
    outdated: Sequence[OutdatedConclusion] = (),
) -> Findings:
    """Combine cited addresses with their failures. Addresses that the data does not cite are left out."""
    failed = [(item, answers[key]) for item in cited if (key := normal(item.address)) in answers]
    return Findings(
        gone=tuple(pair for pair in failed if pair[1].is_gone),
        unsure=tuple(pair for pair in failed if not pair[1].is_gone),
        old=tuple(old),
        years=years,
        outdated=tuple(outdated),
    )


def as_issue(findings: Findings, settings: Settings) -> str:
    """Write the text of the issue in Markdown; empty when there are no findings."""
    sections = (
        _links("Sidor som inte finns kvar", GONE_ADVICE, findings.gone, settings),
        _links("Sidor som inte svarade", UNSURE_ADVICE, findings.unsure, settings),
        _outdated(findings, settings),
        _old(findings, settings),
    )
    body = "\n\n".join(filter(None, sections))
    return f"{INTRODUCTION}\n\n{body}\n" if body else ""


def as_code(text: str, longest: int = LONGEST_MESSAGE) -> str:
    """Write a text as inline code, in which GitHub sees neither markup nor mentions."""
    visible = "".join(" " if unicodedata.category(letter)[0] in "CZ" else letter for letter in text)
    words = re.sub(r" +", " ", visible.replace("`", "'")).strip()
    if len(words) > longest:
        words = f"{words[: longest - 1]}…"
    return f"`{words}`" if words else "`–`"


def _links(heading: str, advice: str, failed: Sequence[tuple[CitedAddress, Answer]], settings: Settings) -> str:
    return _section(heading, advice, [_link(cited, answer, settings) for cited, answer in failed])


def _link(cited: CitedAddress, answer: Answer, settings: Settings) -> str:
    target = quote(cited.address, safe="/:?#&=%+,;~-._")
    detail = f": {as_code(answer.text)}" if answer.code is None and answer.text else ""
    return "\n".join((
        f"- {as_code(cited.address, LONGEST_ADDRESS)}",
        f"  - {answer.words[:1].upper()}{answer.words[1:]}{detail}",
        f"  - [Öppna sidan]({target}) eller [sök en arkiverad kopia](https://web.archive.org/web/*/{target})",
        f"  - Adressen står i {_location(cited.location, settings)}, källan {as_code(cited.source)}",
        f"  - {_citations(cited.citations, settings)}",
    ))  # fmt: skip


def _citations(locations: Sequence[Location], settings: Settings) -> str:
    if not locations:
        return "Inget påstående vilar på källan"
    shown = locations[:MOST_CITATIONS]
    by_file = groupby(shown, key=lambda location: location.file)
    lines = [
        ", ".join(_location(location, settings, first=not index) for index, location in enumerate(group))
        for _, group in by_file
    ]
    more = f" och {len(locations) - len(shown)} rader till" if len(locations) > len(shown) else ""
    return f"Källan används i {'; '.join(lines)}{more}"


def _outdated(findings: Findings, settings: Settings) -> str:
    items = [
        f"- {_location(item.location, settings)}, prövad {partial_date(item.reviewed)}: {as_code(item.pointer)} i "
        f"{_location(item.basis, settings)} ändrades {partial_date(item.changed.isoformat())}"
        for item in findings.outdated
    ]
    return _section("Slutsatser vars underlag har ändrats", OUTDATED_ADVICE, items)


def _old(findings: Findings, settings: Settings) -> str:
    items = [
        f"- {as_code(item.id)} i {_location(item.location, settings)}, "
        f"senast ändrad {partial_date(item.changed.isoformat())}"
        for item in findings.old
    ]
    return _section(f"Oförändrat i {counted(findings.years, 'ett år', 'år')} eller mer", OLD_ADVICE, items)


def _section(heading: str, advice: str, items: Sequence[str]) -> str:
    """Write a heading, what to do, and as many items as fit; empty without items."""
    if not items:
        return ""
    lengths = accumulate(len(item) + 1 for item in items)
    shown = [item for item, length in zip(items, lengths, strict=True) if length <= ROOM]
    left = len(items) - len(shown)
    more = [f"- … och {left} till, som kommer fram när de här är åtgärdade"] if left else []
    return "\n".join((f"## {heading}", "", advice, "", *shown, *more))


def _location(location: Location, settings: Settings, *, first: bool = True) -> str:
    """Write a line of a file, as a link when the repository is known."""
    words = f"{location.file} rad {location.line}" if first else str(location.line)
    address = settings.edit_address(quote(location.file), location.line)
    return f"[{as_code(words)}]({address})" if address else as_code(words)
