"""Contributions without mistakes, and how each is broken.

They refer to what the data has at the time, so that they have no mistakes whatever it holds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from scripts.library.library import Library, build_library
from scripts.loading.dataset import read
from tests.browser.full_case import as_file

METHODS = "catalogue/methods.yml"

LONG = "Samhällsbyggnadsförvaltningsinnovationsverksamhet"
"""About as long as words become."""


@dataclass(frozen=True)
class Contribution:
    """What somebody may add to the data.

    Attributes:
        name: What it is.
        texts: What is added to each file, or stands in it when it is new, by its path in the folder of data.
        broken: The file that is broken, what stands there, and what is written instead.
        code: The code of the mistake that follows.
    """

    name: str
    texts: Callable[[Library], Mapping[str, str]]
    broken: tuple[str, str, str]
    code: str

    def add(self, cases: Path) -> None:
        """Add it to a folder of data."""
        for file, text in self.texts(build_library(read(cases))).items():
            path = cases / file
            before = path.read_text("utf-8").rstrip("\n") + "\n" if path.exists() else ""
            path.write_text(before + text, encoding="utf-8")

    def spoil(self, cases: Path) -> int:
        """Break it where it has been added, and return the number of the line."""
        file, right, wrong = self.broken
        path = cases / file
        before, found, after = path.read_text("utf-8").rpartition(right)
        assert found, right
        path.write_text(before + wrong + after, encoding="utf-8")
        return before.count("\n") + 1


def _minimal(library: Library) -> dict[str, Any]:
    """A case with what a case must have, and no more."""
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
    return {key: id_, "text": "Projektet skriver att det var så det gick till.", "sources": ["pahittad-1"]}


def _method(library: Library, id_: str, name: str, **more: str) -> dict[str, Any]:
    """A method with what a method must have, and no more."""
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
    """The case with something in every field, with references to what the data has."""
    case = as_file("pahittad") | {"title": f"{LONG} i Påhittstad", "place": LONG}
    for kind, key in (("methods", "method"), ("success_factors", "factor"), ("lessons", "lesson")):
        for use, topic in zip(case[kind], library.topics[kind], strict=False):
            use[key] = topic.id
    case["tags"] = [entry.record.id for entry in library.tags[:2]]
    for actor, code in zip((case["coordinator"], case["participants"][1]), library.municipalities, strict=False):
        actor["municipality"] = code
    return {"pahittad.yml": written(case)}


def written(content: Any) -> str:
    """The text of a file."""
    return str(yaml.safe_dump(content, allow_unicode=True, sort_keys=False, width=10_000))


CONTRIBUTIONS = (
    Contribution("minimal case", _minimal_case, ("pahittad.yml", "- lesson: ", "- lesson: finns-inte-"), "K023"),
    Contribution("retired record", _retired_record, (METHODS, "replaced_by: ", "replaced_by: finns-inte-"), "K029"),
    Contribution("new method", _new_method, ("pahittad.yml", "method: pahittad-metod", "method: pahittad-"), "K012"),
    Contribution("whole case", _whole_case, ("pahittad.yml", "outcome: dropped", "outcome: slopad"), "K021"),
)
