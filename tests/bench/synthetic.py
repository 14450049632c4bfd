"""Invented cases in addition to the real ones, for testing the site at any size.

They are as long as the real cases, cite as much, and refer to the real catalogue: to a few topics often and to most
seldom. The words are random compounds, and some occur only once, as in real text. The cases are never published.
"""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

import yaml

from scripts.settings import ROOT

SEED = 20161101

PARTS = (
    "", "skolan", "omsorgen", "tekniken", "kulturen", "miljön", "fritiden", "socialtjänsten", "biblioteken",
    "förskolan", "räddningstjänsten", "bolagen",
)  # fmt: skip
"""The parts of a municipality. With 290 municipalities they give names for more than three thousand cases."""

WHO = ("Kommunen", "Slussen", "Projektet", "Arbetsgruppen", "Styrgruppen", "Ledningen", "En förvaltning")
DID = ("prövade", "planerade", "ville ha", "beskriver", "saknade", "började med", "ordnade", "följde upp")
FIRST = (
    "arbets", "avfalls", "bostads", "brukar", "digitaliserings", "energi", "frånvaro", "förvaltnings", "hemtjänst",
    "idé", "inköps", "journal", "kompetens", "kvalitets", "lednings", "lokal", "lärande", "medarbetar", "mottagnings",
    "närings", "omsorgs", "plan", "process", "rekryterings", "rest", "schema", "service", "skol", "stads", "tjänste",
    "trygghets", "uppföljnings", "utbildnings", "verksamhets", "vård", "växt",
)  # fmt: skip
LAST = (
    "analyser", "besök", "dagar", "enkäter", "formulär", "frågor", "grupper", "karta", "kedja", "lista", "material",
    "metod", "modell", "möten", "nätverk", "plan", "process", "rapport", "rutiner", "stöd", "system", "test",
    "underlag", "utrymme", "verktyg", "vecka", "yta", "översikt",
)  # fmt: skip
HOW = (
    "tillsammans med brukare", "en gång i månaden", "enligt slutrapporten", "i två omgångar", "utan egen budget",
    "efter en förstudie", "med stöd av en idécoach", "under det första året", "i flera verksamheter", "utan att mäta",
)  # fmt: skip
ENGLISH = "An invented sluice that only exists to try the site with many cases."


@dataclass(frozen=True)
class _Catalogue:
    """The ids that a case may refer to, the most used first."""

    methods: Sequence[str]
    success_factors: Sequence[str]
    lessons: Sequence[str]
    tags: Sequence[str]
    municipalities: Sequence[tuple[str, str]]


STANDINGS = (
    ("done", "supports"), ("done", "supports"), ("done", "supports"), ("planned", "supports"), ("done", "describes"),
    ("done", "contradicts"), ("view", "supports"),
)  # fmt: skip
"""Stages and stances, in the proportions of invented cases."""


class _Dumper(yaml.SafeDumper):
    """A dumper that quotes strings of digits, such as the codes of municipalities."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if value.isdecimal() else None)


_Dumper.add_representer(str, _text)


def write_cases(folder: Path, number: int, real: Path = ROOT / "cases") -> Path:
    """Fill a folder with the real data, and add invented cases up to a number.

    Args:
        folder: A folder that does not exist yet.
        number: The total number of cases. Nothing is invented if the real cases are as many.
        real: The real data.

    Returns:
        The folder. The same number always gives the same files, and a smaller number the first of them.
    """
    shutil.copytree(real, folder)
    catalogue = _catalogue(folder)
    for position in range(number - len(list(folder.glob("*.yml")))):
        name, case = _case(position, catalogue)
        text = yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def _catalogue(folder: Path) -> _Catalogue:
    chance = Random(SEED)  # noqa: S311

    def ids(kind: str) -> list[str]:
        records = yaml.safe_load((folder / "catalogue" / f"{kind}.yml").read_text("utf-8"))
        current = [record["id"] for record in records if "replaced_by" not in record]
        return chance.sample(current, len(current))

    with (folder / "municipalities.csv").open(encoding="utf-8", newline="") as lines:
        municipalities = [(row["code"], row["name"]) for row in csv.DictReader(lines)]
    return _Catalogue(
        methods=ids("methods"),
        success_factors=ids("success_factors"),
        lessons=ids("lessons"),
        tags=ids("tags"),
        municipalities=chance.sample(municipalities, len(municipalities)),
    )


def _case(position: int, catalogue: _Catalogue) -> tuple[str, dict[str, Any]]:
    """Return the id and the content of an invented case."""
    chance = Random(SEED + position)  # noqa: S311
    code, name = catalogue.municipalities[position % len(catalogue.municipalities)]
    part = PARTS[position // len(catalogue.municipalities) % len(PARTS)]
    shown = f"{name}, {part}" if part else name
    id_ = f"pahittad-{position + 1:04}"
    sources = {
        f"p{position + 1}-{letter}": _source(id_, letter, chance) for letter in "abcdefgh"[: chance.randint(3, 8)]
    }
    write = _Writer(chance, tuple(sources))
    shared = chance.random() < 0.4
    partners = chance.sample(catalogue.municipalities, chance.randint(1, 5)) if shared else []
    start = chance.randint(2016, 2023)
    case: dict[str, Any] = {
        "title": f"Påhittad idésluss {shown}",
        "place": f"{shown} (påhittad)",
        "summary": write.sentences(2),
        "summary_en": ENGLISH,
        "status": "completed",
        "form": "shared" if shared else "single",
        "period": {"start": f"{start}-{chance.randint(1, 12):02}", "end": f"{start + chance.randint(1, 4)}-06"},
        "funding_sek": chance.randrange(500_000, 4_000_000, 1_000),
        "employees": chance.randrange(600, 30_000, 100),
        "coordinator": {"municipality": code},
        "participants": [{"municipality": other} for other, _ in partners if other != code],
        "way_in": write.sentences(1),
    }
    case["basis"] = {
        fact: write.cited() for fact in case if case[fact] and fact not in {"title", "place", "summary_en"}
    }
    case |= {
        "background": list(write.claims(2)),
        "goals": list(write.claims(3)),
        "methods": list(write.uses("method", catalogue.methods, 10)),
        "results": list(write.claims(4)),
        "success_factors": list(write.uses("factor", catalogue.success_factors, 7)),
        "lessons": list(write.uses("lesson", catalogue.lessons, 7)),
        "examples": [{"title": write.thing().capitalize(), "outcome": "tested", **claim} for claim in write.claims(3)],
        "aftermath": {"outcome": chance.choice(("continued", "transformed", "ended", "unknown")), **write.claim()},
        "disagreements": [{"about": f"Om {write.thing()}", **claim} for claim in write.claims(2)],
        "gaps": [write.sentences(1) for _ in range(5)],
        "tags": chance.sample(catalogue.tags, 5),
    }
    used = {key for claim in _mappings(case) for key in claim.get("sources", ())}
    case["sources"] = {key: source for key, source in sources.items() if key in used}
    return id_, {key: value for key, value in case.items() if value}


@dataclass(frozen=True)
class _Writer:
    """Writes random text with citations."""

    chance: Random
    sources: Sequence[str]

    def thing(self) -> str:
        """Return a compound of two or three words."""
        middle = self.chance.choice(FIRST) if self.chance.random() < 0.4 else ""
        return self.chance.choice(FIRST) + middle + self.chance.choice(LAST)

    def sentences(self, number: int) -> str:
        """Return a text of a number of sentences."""
        pick = self.chance.choice
        return " ".join(
            f"{pick(WHO)} {pick(DID)} {self.thing()} och {self.thing()} {pick(HOW)}." for _ in range(number)
        )

    def cited(self) -> dict[str, Any]:
        """Return one or two sources, in the shape of a fact or a claim."""
        return {"sources": self.chance.sample(self.sources, self.chance.randint(1, 2))}

    def claim(self) -> dict[str, Any]:
        """Return a statement with its sources."""
        return {"text": self.sentences(self.chance.randint(1, 4)), **self.cited()}

    def claims(self, number: int) -> Iterator[dict[str, Any]]:
        """Yield approximately a number of statements."""
        yield from (self.claim() for _ in range(self.chance.randint(number - 1, number + 2)))

    def uses(self, key: str, ids: Sequence[str], number: int) -> Iterator[dict[str, Any]]:
        """Yield statements on topics, on the first ones most often."""
        weights = [1 / (position + 5) for position in range(len(ids))]
        for id_ in dict.fromkeys(self.chance.choices(ids, weights, k=number + self.chance.randint(-3, 3))):
            stage, stance = self.chance.choice(STANDINGS)
            yield {key: id_, "stage": stage, "stance": stance, **self.claim()}


def _source(id_: str, letter: str, chance: Random) -> dict[str, str]:
    kinds = ("self_reported", "self_reported", "funder", "independent", "news")
    return {
        "title": f"Påhittad källa {id_} {letter}",
        "publisher": "Ingen",
        "url": f"https://example.org/{id_}/{letter}",
        "kind": chance.choice(kinds),
        "read": "2026-11",
    }


def _mappings(value: object) -> Iterator[dict[str, Any]]:
    """Yield every mapping in a value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _mappings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _mappings(inner)
