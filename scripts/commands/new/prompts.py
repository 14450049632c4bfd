"""The questions for a new case, and the values that the answers become.

Everything that a case requires is asked for. Questions without an answer are left open in the file, which the check
then reports.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import TypeAdapter, ValidationError

from scripts.diagnostics import Code
from scripts.library.library import Library, TopicEntry
from scripts.loading.dataset import Municipality
from scripts.model.enums import Choice, Form, Outcome, SourceKind, Stage, Stance, Status
from scripts.model.messages import explain
from scripts.model.types import LONGEST_ID, Name, PartialDate, Sentence, Slug, Text, Title, WebAddress
from scripts.text.suggestions import did_you_mean
from scripts.text.swedish import ascii_slug

SOURCED = ("summary", "status", "form", "period", "coordinator")
"""The facts that are asked for and need a source."""


class Refused(Exception):  # noqa: N818 - part of the dialogue, not an error in the program
    """An answer cannot be used. The message says why, and what to answer instead."""


@dataclass(frozen=True)
class NewCase:
    """The result of the questions: the id, and the values by key in the shape of the file."""

    id: str
    values: Mapping[str, Any]


@dataclass(frozen=True)
class Dialogue:
    """A dialogue that repeats each question until the answer can be used.

    Attributes:
        ask: Show a question and return the answer. An empty answer leaves it open.
        say: Show a line.
        library: The records to choose from.
        taken: The ids of existing cases.
        today: The current day, proposed as the day the source was read.
    """

    ask: Callable[[str], str]
    say: Callable[[str], None]
    library: Library
    taken: Collection[str]
    today: date

    def run(self) -> NewCase:
        """Ask for everything that a case requires.

        Returns:
            The new case.
        """
        self.say("Svara på frågorna. Tryck Enter för att hoppa över en; den går att fylla i senare.\n")
        coordinator = self._coordinator()
        name = self._place(coordinator)
        place = self._ask("Kort namn i listor", _reader(Name), name)
        title = self._ask("Rubrik på sidan", _reader(Name), f"Idésluss {place}" if place else "")
        id_ = self._ask(
            "Filens namn, utan .yml", self._free_id, self._unused_id(ascii_slug(place or title or "min-sluss"))
        )
        # Named after the file, since source ids are unique across files. More sources are added in the file.
        source = f"{id_[: LONGEST_ID - 3].rstrip('-')}-1"
        values = {
            "title": title,
            "place": place,
            "summary": self._ask("Sammanfattning, en mening eller två", _reader(Sentence)),
            "status": self._choose("Hur långt har projektet kommit?", Status),
            "form": self._choose("Hur delades slussen?", Form),
            "period": _present(start=self._ask("Start, till exempel 2017-02", _reader(PartialDate)),
                               end=self._ask("Slut (hoppa över om arbetet pågår)", _reader(PartialDate))),
            "coordinator": coordinator,
            "lessons": self._lesson(source),
            "aftermath": self._aftermath(source),
            "tags": self._tags(),
            "sources": self._source(source),
        }  # fmt: skip
        values["basis"] = {key: {"sources": [source]} for key in SOURCED if values[key]} if values["sources"] else None
        return NewCase(id_, {key: value for key, value in values.items() if value})

    def _ask(self, question: str, read: Callable[[str], Any], proposal: str = "") -> Any:
        """Ask until the answer can be read, and return its value; None for no answer."""
        shown = f"{question} [{proposal}]: " if proposal else f"{question}: "
        while True:
            answer = self.ask(shown).strip() or proposal
            if not answer:
                return None
            try:
                return read(answer)
            except Refused as error:
                self.say(f"  {error}")

    def _choose(self, question: str, choices: type[Choice]) -> str | None:
        members = tuple(choices)
        self.say(question)
        self._number(member.label for member in members)
        chosen: str | None = self._ask("Siffra", lambda answer: members[_position(answer, len(members))].value)
        return chosen

    def _number(self, labels: Iterable[str]) -> None:
        for position, label in enumerate(labels, 1):
            self.say(f"  {position}. {label}")

    def _coordinator(self) -> Mapping[str, str] | None:
        municipality: Municipality | None = self._ask(
            "Vilken kommun höll i slussen (namn eller kod)", self._municipality
        )
        if municipality:
            return {"municipality": municipality.code}
        organisation = self._ask("Vilken organisation var det i stället", _reader(Name))
        return {"organisation": organisation} if organisation else None

    def _municipality(self, answer: str) -> Municipality:
        known = self.library.municipalities
        by_name = {municipality.name.casefold(): municipality for municipality in known.values()}
        wanted = answer.casefold().removesuffix(" kommun").removesuffix(" stad")
        municipality = known.get(answer) or by_name.get(wanted) or by_name.get(wanted.removesuffix("s"))
        if municipality is None:
            names = [municipality.name for municipality in known.values()]
            raise Refused(f'Ingen kommun heter "{answer}". {did_you_mean(answer, names)}'.strip())
        return municipality

    def _place(self, coordinator: Mapping[str, str] | None) -> str:
        if not coordinator:
            return ""
        code = coordinator.get("municipality", "")
        return self.library.municipalities[code].name if code else coordinator["organisation"]

    def _free_id(self, answer: str) -> str:
        id_ = _reader(Slug)(answer)
        if id_ in self.taken:
            raise Refused(f'Det finns redan en fil som heter "{id_}.yml". Välj ett annat namn')
        return str(id_)

    def _unused_id(self, id_: str) -> str:
        """Return the id, or the next free one with a number added."""
        ids = (id_, *(f"{id_}-{position}" for position in range(2, len(self.taken) + 3)))
        return next(free for free in ids if free not in self.taken)

    def _lesson(self, source: str) -> list[Mapping[str, Any]] | None:
        lessons = self.library.topics["lessons"]
        self.say("En lärdom behövs. Skriv ett ord för att söka bland dem som finns, till exempel chefer.")
        matches: Sequence[TopicEntry] | None = self._ask("Ord", lambda word: _matching(word, lessons))
        if not matches:
            return None
        self._number(entry.name for entry in matches)
        lesson = self._ask("Siffra", lambda answer: matches[_position(answer, len(matches))].id)
        if not lesson:
            return None
        stage = self._choose("Är det något som har hänt?", Stage)
        stance = self._choose("Vad säger källan om lärdomen?", Stance)
        text = self._ask("Vad säger källan om det, med dina egna ord", _reader(Text))
        return [_present(lesson=lesson, stage=stage, stance=stance, text=text, sources=[source])]

    def _aftermath(self, source: str) -> Mapping[str, Any] | None:
        outcome = self._choose("Vad hände när projektet var slut?", Outcome)
        text = self._ask("Berätta med en eller två meningar", _reader(Text))
        return _present(outcome=outcome, text=text, sources=[source]) if outcome or text else None

    def _tags(self) -> list[str] | None:
        tags = self.library.tags
        self.say("Vad ska sidan hittas på?")
        self._number(entry.record.name for entry in tags)

        def read(answer: str) -> list[str]:
            return [tags[_position(word, len(tags))].record.id for word in answer.replace(",", " ").split()]

        chosen: list[str] | None = self._ask("Siffror, med mellanrum", read)
        return chosen

    def _source(self, id_: str) -> Mapping[str, Any] | None:
        self.say("Till sist en källa, en sida som andra kan läsa. Fler lägger du till i filen.")
        url = self._ask("Webbadress", _reader(WebAddress))
        if not url:
            return None
        title = self._ask("Sidans titel", _reader(Title))
        publisher = self._ask("Utgivare", _reader(Name))
        kind = self._choose("Vem talar i den?", SourceKind)
        read = self._ask("När läste du den", _reader(PartialDate), f"{self.today:%Y-%m}")
        return {id_: _present(title=title, publisher=publisher, url=url, kind=kind, read=read)}


def _reader(kind: Any) -> Callable[[str], Any]:
    """Return a reader that validates an answer as the field does, and refuses it in the same words."""

    def read(answer: str) -> Any:
        try:
            return TypeAdapter(kind).validate_python(answer)
        except ValidationError as error:
            details = error.errors()[0]
            if details["type"] not in frozenset(Code):
                raise Refused("Ett namn är a–z, 0–9 och bindestreck, utan å, ä och ö") from None
            _, message, hint = explain(Code(details["type"]), **details.get("ctx", {}))
            raise Refused(f"{message[:1].upper()}{message[1:]}. {hint}") from None

    return read


def _position(answer: str, count: int) -> int:
    if not answer.isdecimal() or not 1 <= int(answer) <= count:
        raise Refused(f"Skriv en siffra, 1–{count}")
    return int(answer) - 1


def _matching(word: str, entries: Sequence[TopicEntry]) -> Sequence[TopicEntry]:
    wanted = word.casefold()
    matches = [entry for entry in entries if wanted in " ".join((entry.name, *entry.record.aliases)).casefold()]
    if not matches:
        raise Refused(f'Ingen lärdom innehåller "{word}". Skriv ett annat eller kortare ord')
    return matches


def _present(**values: Any) -> dict[str, Any]:
    """Return the values that are not None."""
    return {key: value for key, value in values.items() if value is not None}
