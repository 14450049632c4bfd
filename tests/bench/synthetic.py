"""Invented cases beside the real ones, so that the site can be tried at any size.

They are as long as the real cases, cite as much, and speak of the real catalogue: of a few topics
often and of most seldom, as the real ones do. The words are put together by chance, and some are
seen once, as in any text. Nothing of it is ever published.
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
"""Of a municipality's organisation. With 290 municipalities there are names for more than three thousand."""

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
    """What a case may refer to, the ids in the order of how often they are to be used."""

    methods: Sequence[str]
    success_factors: Sequence[str]
    lessons: Sequence[str]
    tags: Sequence[str]
    municipalities: Sequence[tuple[str, str]]


class _Dumper(yaml.SafeDumper):
    """Codes of municipalities are texts, and are written so."""


def _text(dumper: yaml.SafeDumper, value: str) -> yaml.ScalarNode:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style='"' if value.isdecimal() else None)


_Dumper.add_representer(str, _text)


def write_cases(folder: Path, number: int, real: Path = ROOT / "cases") -> Path:
    """Fill a folder with the real data, and with invented cases until there are enough.

    Args:
        folder: A folder that does not exist yet.
        number: How many cases there are to be. With no more than the real ones, nothing is invented.
        real: The real data.

    Returns:
        The folder. The same number always gives the same files, and a smaller one the first of them.
    """
    shutil.copytree(real, folder)
    catalogue = _catalogue(folder)
    for place in range(number - len(list(folder.glob("*.yml")))):
        name, case = _case(place, catalogue)
        text = yaml.dump(case, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)
        (folder / f"{name}.yml").write_text(text, encoding="utf-8")
    return folder


def _catalogue(folder: Path) -> _Catalogue:
    chance = Random(SEED)  # noqa: S311

    def ids(kind: str) -> list[str]:
        records = yaml.safe_load((folder / "catalogue" / f"{kind}.yml").read_text("utf-8"))
        found = [record["id"] for record in records if "replaced_by" not in record]
        return chance.sample(found, len(found))

    with (folder / "municipalities.csv").open(encoding="utf-8", newline="") as lines:
        municipalities = [(row["code"], row["name"]) for row in csv.DictReader(lines)]
    return _Catalogue(
        methods=ids("methods"),
        success_factors=ids("success_factors"),
        lessons=ids("lessons"),
        tags=ids("tags"),
        municipalities=chance.sample(municipalities, len(municipalities)),
    )


def _case(place: int, catalogue: _Catalogue) -> tuple[str, dict[str, Any]]:
    """The name of a file, and what is in it."""
    chance = Random(SEED + place)  # noqa: S311
    code, name = catalogue.municipalities[place % len(catalogue.municipalities)]
    part = PARTS[place // len(catalogue.municipalities) % len(PARTS)]
    shown = f"{name}, {part}" if part else name
    id_ = f"pahittad-{place + 1:04}"
    sources = {f"p{place + 1}-{letter}": _source(id_, letter, chance) for letter in "abcdefgh"[: chance.randint(3, 8)]}
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
        "examples": [{"title": write.thing().capitalize(), "outcome": "tested", **one} for one in write.claims(3)],
        "aftermath": {"outcome": chance.choice(("continued", "transformed", "ended", "unknown")), **write.claim()},
        "disagreements": [{"about": f"Om {write.thing()}", **one} for one in write.claims(2)],
        "gaps": [write.sentences(1) for _ in range(5)],
        "tags": chance.sample(catalogue.tags, 5),
    }
    used = {key for claim in _mappings(case) for key in claim.get("sources", ())}
    case["sources"] = {key: source for key, source in sources.items() if key in used}
    return id_, {key: value for key, value in case.items() if value}


@dataclass(frozen=True)
class _Writer:
    """Puts words together."""

    chance: Random
    sources: Sequence[str]

    def thing(self) -> str:
        """Something that a municipality may have, of two words or three."""
        middle = self.chance.choice(FIRST) if self.chance.random() < 0.4 else ""
        return self.chance.choice(FIRST) + middle + self.chance.choice(LAST)

    def sentences(self, number: int) -> str:
        """As many sentences as are asked for."""
        pick = self.chance.choice
        return " ".join(
            f"{pick(WHO)} {pick(DID)} {self.thing()} och {self.thing()} {pick(HOW)}." for _ in range(number)
        )

    def cited(self) -> dict[str, Any]:
        """Sources, as a fact or a claim has them."""
        return {"sources": self.chance.sample(self.sources, self.chance.randint(1, 2))}

    def claim(self) -> dict[str, Any]:
        """A statement with its sources."""
        return {"text": self.sentences(self.chance.randint(1, 4)), **self.cited()}

    def claims(self, number: int) -> Iterator[dict[str, Any]]:
        """About as many statements as are asked for."""
        yield from (self.claim() for _ in range(self.chance.randint(number - 1, number + 2)))

    def uses(self, key: str, ids: Sequence[str], number: int) -> Iterator[dict[str, Any]]:
        """Statements on topics, of which the first are spoken of the most."""
        weights = [1 / (place + 5) for place in range(len(ids))]
        for id_ in dict.fromkeys(self.chance.choices(ids, weights, k=number + self.chance.randint(-3, 3))):
            yield {key: id_, **self.claim()}


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
    """Every mapping within a value."""
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from _mappings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _mappings(inner)
