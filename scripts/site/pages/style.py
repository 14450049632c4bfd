"""The living style page: every component in all its states, out of the same parts as the pages."""

from __future__ import annotations

from scripts import figures
from scripts.library.context import Site
from scripts.library.evidence import Level
from scripts.library.kinds import Kind
from scripts.model.enums import ExampleOutcome, Outcome, SourceKind
from scripts.site.page import Page

COLOURS = (
    ("ink", "Text"), ("ink-soft", "Dämpad text"), ("paper", "Bakgrund"), ("card", "Kort"), ("line", "Linje"),
    ("edge", "Kant"), ("water", "Accent: det som flödar, länkar"), ("water-mid", "Accent, mellan"),
    ("water-pale", "Accent, blek"), ("idea", "Grind: beslut och oenighet"), ("idea-pale", "Grind, blek"),
)  # fmt: skip
"""The custom properties of the style sheet that are colours, and what each is for."""


def style(site: Site) -> Page:
    """The page."""
    library = site.library
    topics = [entry for entries in library.topics.values() for entry in entries]
    by_level = (next((entry for entry in topics if entry.evidence.level is level), None) for level in Level)
    return Page(
        path="om/stil/index.md",
        title="Stil",
        description="Webbplatsens delar i alla lägen, för den som bygger vidare på den.",
        template="style.md.jinja",
        kind=Kind.ABOUT,
        section="om",
        searched=False,
        context={
            "colours": COLOURS,
            "kinds": tuple(Kind),
            "levels": tuple(Level),
            "topics": tuple(entry for entry in by_level if entry is not None),
            "outcomes": tuple(Outcome),
            "example_outcomes": tuple(ExampleOutcome),
            "source_kinds": tuple(SourceKind),
            "sample": library.cases[0] if library.cases else None,
            "tags": library.tags[:4],
            "figure": figures.outcomes(library),
        },
    )
