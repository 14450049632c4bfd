"""An invented case with a value in every field, to fill in the form with."""

from __future__ import annotations

from typing import Any

AWKWARD = 'Å ä ö: "citat", ’fnutt’, # nej, {x}, [y], & 100 % – \\ snedstreck, é och 🙂.'
"""Characters that are special in YAML or HTML, or often handled wrongly."""

FIGURE = {"value": "3,5", "unit": "on", "precision": "about", "counts": "ideas"}

FULL_CASE: dict[str, Any] = {
    "title": "Idéslussen i Ekeby: “från tanke till test”",
    "place": "no",
    "official_title": "yes",
    "title_en": "1989",
    "summary": AWKWARD,
    "minute": {
        part: {"text": AWKWARD, "sources": [1], "tags": ["politik"]} for part in ("did", "gave", "after")
    },
    "staff": 3,
    "milestones": [{"date": "2017-02", "text": "Slussen öppnade: för alla.", "sources": [1], "tags": ["politik"]}],
    "goal_outcomes": [
        {"goal": "100 idéer", "outcome": "no", "text": "Båda räknar: samma sak.", "sources": [1], "tags": ["politik"]}
    ],
    "summary_en": "no: “it” was 'two', and #1 of {them}. It ended in 2018.",
    "status": "discontinued",
    "form": "parallel",
    "period": {"start": "2017", "end": "2018-03"},
    "funding_sek": "4 000 000",
    "employees": 5200,
    "diary_number": "0123",
    "coordinator": {"municipality": "0180", "unit": "Enheten för ”nytt”: null"},
    "participants": [{"organisation": "~ & Co: AB"}, {"municipality": "2281"}],
    "staffing": "true, sade projektet, och menade en person på deltid.",
    "way_in": "En låda\n\nmed lock, på intranätet.",
    "basis": {
        "summary": {"sources": [1, 2], "note": AWKWARD},
        **{
            key: {"sources": [1]}
            for key in (
                "official_title", "title_en", "status", "form", "period", "funding_sek", "employees", "diary_number",
                "coordinator", "participants", "staffing", "staff", "way_in",
            )
        },
    },
    "background": [{"text": f"Första stycket.\n\n{AWKWARD}", "sources": [1]}],
    "goals": [{"text": "Målet var att nå alla, året runt.", "sources": [2]}],
    "methods": [
        {"method": "idecoach", "stage": "done", "stance": "supports", "text": AWKWARD, "sources": [1]},
        {
            "method": "verktygslada",
            "stage": "planned",
            "stance": "describes",
            "text": "?Vad än det var som lådan hade i sig.",
            "sources": [1, 2],
            "tags": ["politik"],
        },
    ],
    "results": [
        {"text": AWKWARD, "sources": [1], "figure": FIGURE},
        {"text": "Inget annat gick att räkna.", "sources": [1]},
    ],
    "flow": {
        "text": "Siffrorna är projektets egna.",
        "sources": [1],
        "stages": [
            {"value": 170, "unit": "idéer", "counts": "ideas"},
            {"value": 12, "unit": "införda", "precision": "over"},
        ],
    },
    "success_factors": [
        {"factor": "egen-bemanning", "stage": "view", "stance": "contradicts", "text": AWKWARD, "sources": [1]}
    ],
    "lessons": [
        {"lesson": "prata-igenom-begreppen", "stage": "done", "stance": "supports", "text": AWKWARD, "sources": [1]}
    ],
    "examples": [{"title": "Off", "outcome": "dropped", "as_of": "2019-12", "text": AWKWARD, "sources": [2]}],
    "aftermath": {
        "outcome": "ended",
        "text": "Slussen stängdes\nnär pengarna var slut.",
        "sources": [1],
        "details": [{"text": "Lokalen finns kvar: den är tom.", "sources": [1]}],
    },
    "disagreements": [{"about": "Antalet idéer", "text": "Den ena säger 170, den andra 171.", "sources": [1, 2]}],
    "gaps": ["Vad det kostade: det står ingenstans.", "Hur många som läste: #okänt."],
    "tags": ["politik", "aldreomsorg"],
    "sources": [
        {
            "title": AWKWARD,
            "publisher": "Ekeby",
            "url": "https://www.example.org/sida?a=1&b=två#c",
            "kind": "self_reported",
            "language": "en",
            "machine_translated": True,
            "version": "1.10",
            "read": "2026-11",
        },
        {
            "title": "Null",
            "publisher": "Ekeby: blad",
            "url": "https://example.org/2",
            "kind": "news",
            "plan": True,
            "read": "2026",
        },
    ],
}  # fmt: skip
"""An invented case with a value in every field."""

NUMBERS = {"4 000 000": 4_000_000, "3,5": 3.5}


def as_file(id_: str) -> dict[str, Any]:
    """Return the case as it is written in a file, with source ids that begin with the id of the case."""

    def named(value: Any) -> Any:
        match value:
            case {"sources": [int(), *_] as numbers}:
                others = {key: inner for key, inner in value.items() if key != "sources"}
                return {**named(others), "sources": tuple(f"{id_}-{number}" for number in numbers)}
            case dict():
                return {key: named(inner) for key, inner in value.items()}
            case list():
                return tuple(named(item) for item in value)
            case str():
                return NUMBERS.get(value, value)
        return value

    case: dict[str, Any] = named(FULL_CASE)
    return {**case, "sources": {f"{id_}-{number}": source for number, source in enumerate(case["sources"], 1)}}
