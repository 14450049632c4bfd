"""The complete summary, within GitHub's limit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from scripts.checks.valid_subset import valid_subset
from scripts.commands.review import sections
from scripts.commands.review.diff import Version, compare
from scripts.commands.review.escape import plain
from scripts.commands.review.preview import preview
from scripts.diagnostics import Problem
from scripts.library.case_content import case_content
from scripts.library.context import Site
from scripts.library.linking import build_library
from scripts.loading.dataset import Dataset
from scripts.settings import Settings

LARGEST = 900_000
"""The largest summary in bytes. GitHub accepts 1 MiB per step."""

RESERVE = 60_000
"""Bytes reserved for naming what was left out."""


@dataclass(frozen=True)
class Preview:
    """A preview of a case, or the reason that there is none."""

    title: str
    text: str


def summary(
    before: Dataset, now: Dataset, problems: Sequence[Problem], settings: Settings, *, newcomer: bool = False
) -> str:
    """Summarise a change.

    Args:
        before: The data before the change.
        now: The data with the change.
        problems: The problems of the data with the change.
        settings: The address of the site, for links.
        newcomer: Whether to greet somebody who has not contributed before.

    Returns:
        Markdown for GitHub's summary of a job, of at most `LARGEST` bytes.
    """
    usable_before, usable_now = valid_subset(before), valid_subset(now)
    new = Version(now, build_library(usable_now))
    differences = compare(Version(before, build_library(usable_before)), new)
    partial = usable_before is not before or usable_now is not now
    blocks = [
        *([sections.WELCOME] if newcomer else []),
        *sections.problems(problems, settings.problem_page),
        *sections.changes(differences, sorted(now.unread_files()), partial=partial),
    ]
    shown = previews(
        {**differences.added, **differences.changed}, new, settings, {problem.file for problem in problems}
    )
    return "\n\n".join([*blocks, *as_fits(shown, LARGEST - _size(blocks))]) + "\n"


def previews(titles: Mapping[str, str], now: Version, settings: Settings, with_problems: set[str]) -> Iterator[Preview]:
    """Preview cases.

    Args:
        titles: The cases: id → title.
        now: The data.
        settings: The address of the site, for links.
        with_problems: The files with problems.

    Yields:
        A preview of each.
    """
    site = Site(now.library, Settings(site_url=settings.site_url))
    files = {case.id: case.file for case in now.dataset.cases}
    for id_, title in titles.items():
        entry = now.library.case_by_id.get(id_)
        if entry is None:
            yield Preview(title, "Sidan går att visa när problemen i filen är rättade.")
            continue
        note = "Sidan visas utan det som är fel i filen.\n\n" if files[id_] in with_problems else ""
        yield Preview(title, note + preview(case_content(entry, now.library), site))


def as_fits(pages: Iterable[Preview], room: int) -> Iterator[str]:
    """Write the previews that fit, folded, and name those that do not.

    Args:
        pages: The previews.
        room: The bytes available.

    Yields:
        Blocks of Markdown.
    """
    left_out: list[str] = []
    heading = "## Så blir sidorna"
    room -= RESERVE
    for page in pages:
        title = plain(page.title, sections.LONGEST)
        folded = f"<details>\n<summary>{title}</summary>\n\n{page.text}\n\n</details>"
        room -= (size := _size([heading, folded]))
        if room < 0:
            room += size
            left_out.append(page.title)
            continue
        if heading:
            yield heading
            heading = ""
        yield folded
    if left_out:
        yield (
            f"Här får inte allt plats. Utelämnat: sidan för {sections.named(left_out)}. "
            "Kommandot `make serve` visar alla sidor på din egen dator."
        )


def _size(blocks: Iterable[str]) -> int:
    return sum(len(block.encode("utf-8")) + len("\n\n") for block in blocks)
