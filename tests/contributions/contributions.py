"""Valid contributions, and a way to break each.

They refer to records that are in the data at the time, so they are valid whatever it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.library.library import Library
from scripts.library.linking import build_library
from scripts.loading.dataset import read
from tests.browser.full_case import as_file

METHODS = "catalogue/methods.yml"

LONG = "Samhällsbyggnadsförvaltningsinnovationsverksamhet"
"""A word about as long as Swedish words get."""

WARNED_OF = "Projektledare Anna Andersson, som är påhittad, på deltid."
"""A text that `check` warns of, because it seems to name a person."""


@dataclass(frozen=True)
class Contribution:
    """An addition to the data.

    Attributes:
        name: A short name.
        texts: Returns the text to append to each file, which may be new, by path in the folder of data.
        broken: A file, a text in it, and a replacement that is a mistake.
        code: The problem code of that mistake.
    """

    name: str
    texts: Callable[[Library], Mapping[str, str]]
    broken: tuple[str, str, str]
    code: str

    def add(self, cases: Path) -> None:
        """Add the contribution to a folder of data."""
        for file, text in self.texts(build_library(read(cases))).items():
            path = cases / file
            before = path.read_text("utf-8").rstrip("\n") + "\n" if path.exists() else ""
            path.write_text(before + text, encoding="utf-8")

    def spoil(self, cases: Path) -> int:
        """Break an added contribution, and return the line number of the mistake."""
        file, right, wrong = self.broken
        path = cases / file
        before, separator, after = path.read_text("utf-8").rpartition(right)
        assert separator, right
        path.write_text(before + wrong + after, encoding="utf-8")
        return before.count("\n") + 1


def _minimal(library: Library) -> dict[str, Any]:
    """Return a case with the required fields only."""
    return {
        "title": "Idéslussen i Påhittstad",
        "place": "Påhittstad",
        "summary": "En påhittad sluss som bara finns för att prövas.",
        "status": "completed",
        "form": "single",
        "period": {"start": "2017-02", "end": "2018-12"},
        "coordinator": {"organisation": "Påhittstads kommun"},
        "basis": {fact: {"sources": ["pahittad-1"]} for fact in ("summary", "status", "form", "period", "coordinator")},
        "lessons": [_use("lesson", library.topics["lessons"][0].id)],
        "aftermath": {"outcome": "ended", "text": "Slussen stängde när pengarna tog slut.", "sources": ["pahittad-1"]},
        "tags": [library.tags[0].record.id],
        "sources": {
            "pahittad-1": {
                "title": "Slutrapport",
                "publisher": "Påhittstads kommun",
                "url": "https://example.org/pahittstad/slutrapport",
                "kind": "self_reported",
                "read": "2026-11",
            }
        },
    }


def _use(key: str, id_: str) -> dict[str, Any]:
    return {
        key: id_,
        "stage": "done",
        "stance": "supports",
        "text": "Det var så det gick till när slussen byggdes.",
        "sources": ["pahittad-1"],
    }


def _method(library: Library, id_: str, name: str, **more: str) -> dict[str, Any]:
    """Return a method with the required fields only."""
    return {
        "id": id_,
        "name": name,
        "name_en": f"{name} in English",
        "description": [{"text": "En påhittad metod som bara finns för att prövas.", "sources": [_shared(library)]}],
        "phases": [library.phases[0].id],
        **more,
    }


def _shared(library: Library) -> str:
    return next(iter(library.shared))


def _minimal_case(library: Library) -> Mapping[str, str]:
    return {"pahittad.yml": written(_minimal(library))}


def _retired_record(library: Library) -> Mapping[str, str]:
    heir = library.topics["methods"][0].id
    return {METHODS: written([_method(library, "pahittad-forr", "Påhittad förr", replaced_by=heir)])}


def _new_method(library: Library) -> Mapping[str, str]:
    case = _minimal(library) | {"methods": [_use("method", "pahittad-metod")]}
    return {
        METHODS: written([_method(library, "pahittad-metod", "Påhittad metod")]),
        "pahittad.yml": written(case),
    }


def _whole_case(library: Library) -> Mapping[str, str]:
    """Return a case with every field filled in, referring to records in the data."""
    case = as_file("pahittad") | {"title": f"{LONG} i Påhittstad", "place": LONG, "staffing": WARNED_OF}
    for kind, key in (("methods", "method"), ("success_factors", "factor"), ("lessons", "lesson")):
        for use, topic in zip(case[kind], library.topics[kind], strict=False):
            use[key] = topic.id
    case["tags"] = [entry.record.id for entry in library.tags[:2]]
    for actor, code in zip((case["coordinator"], case["participants"][1]), library.municipalities, strict=False):
        actor["municipality"] = code
    return {"pahittad.yml": written(case)}


def written(content: Any) -> str:
    """Return content as YAML."""
    return str(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000))


CONTRIBUTIONS = (
    Contribution("minimal case", _minimal_case, ("pahittad.yml", "- lesson: ", "- lesson: finns-inte-"), "K023"),
    Contribution("retired record", _retired_record, (METHODS, "replaced_by: ", "replaced_by: finns-inte-"), "K029"),
    Contribution("new method", _new_method, ("pahittad.yml", "method: pahittad-metod", "method: pahittad-"), "K012"),
    Contribution("whole case", _whole_case, ("pahittad.yml", "outcome: dropped", "outcome: slopad"), "K021"),
)
