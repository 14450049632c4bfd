"""Parse YAML into a tree with places.

The tree is built from PyYAML's events, which carry their places. That way duplicate keys, anchors and tags are refused
before anything acts on them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import yaml

from scripts.diagnostics import Code, Problem
from scripts.loading.yaml_errors import likely_cause
from scripts.loading.yaml_tree import PECULIAR_NUMBER, Data, Mapping, Node, Place, Scalar, Sequence
from scripts.model.messages import Explanation, explain

LARGEST_FILE = 256 * 1024
DEEPEST_NESTING = 12

DEEPEST_READ = 100
"""The depth at which parsing stops, because the parsers take time proportional to its square."""

LONGEST_EXPLAINED = 100_000
"""The longest text, in characters, that is also given to the slower pure parser for its error messages."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_resolve: Callable[..., Any] = yaml.resolver.Resolver().resolve
_TAB_INDENTATION = re.compile(r"(?P<spaces> *)\t")
_WHOLE_NUMBER = re.compile(r"^[-+]?(0|[1-9][0-9]*)$")
_DECIMAL_NUMBER = re.compile(r"^[-+]?(0|[1-9][0-9]*)\.[0-9]+$")


@dataclass(frozen=True)
class Parsed:
    """The result of parsing: a tree, or None when the file could not be parsed, and the problems."""

    root: Node | None
    problems: tuple[Problem, ...]


def parse(content: bytes, file: str) -> Parsed:
    """Parse one YAML document.

    Args:
        content: The file's bytes.
        file: The path to show in problems.

    Returns:
        The tree and the problems. Never raises, whatever the bytes are.
    """
    if len(content) > LARGEST_FILE:
        size = explain(Code.FILE_SIZE, size=len(content) // 1024, limit=LARGEST_FILE // 1024)
        return _refused(file, Place(1, 1), size)
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8", "replace")
        return _refused(file, _place(before, len(before)), explain(Code.NOT_UTF8))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if hidden := yaml.reader.Reader.NON_PRINTABLE.search(text):
        control = explain(Code.CONTROL_CHARACTER, "file", number=f"{ord(hidden.group()):04X}")
        return _refused(file, _place(text, hidden.start()), control)
    tabs = ((number, _TAB_INDENTATION.match(line)) for number, line in enumerate(text.split("\n"), 1))
    if columns := tuple((number, len(tab["spaces"]) + 1) for number, tab in tabs if tab):
        return Parsed(None, tuple(Problem(file, number, column, *explain(Code.TAB)) for number, column in columns))
    try:
        return _Composer(file).compose(text)
    except yaml.MarkedYAMLError as error:
        return Parsed(None, (likely_cause(error, text, file),))
    except yaml.YAMLError:
        return _refused(file, Place(1, 1), explain(Code.SYNTAX))


def _refused(file: str, place: Place, explanation: Explanation) -> Parsed:
    return Parsed(None, (Problem(file, place.line, place.column, *explanation),))


def _line_and_column(text: str, index: int) -> tuple[int, int]:
    start = text.rfind("\n", 0, index) + 1
    return text.count("\n", 0, index) + 1, index - start + 1


def _place(text: str, index: int) -> Place:
    return Place(*_line_and_column(text, index))


class _TooDeepError(Exception):
    """Collections are nested too deeply."""


@dataclass
class _Composer:
    """Builds the tree of a file from its YAML events."""

    file: str
    problems: list[Problem] = field(default_factory=list)

    def compose(self, text: str) -> Parsed:
        """Build the tree of the only document in a text."""
        try:
            root = self._document(yaml.parse(text, Loader=_LOADER))
        except _TooDeepError:
            return Parsed(None, tuple(self.problems))
        except yaml.MarkedYAMLError as error:
            self.problems.clear()
            raise self._in_steadier_words(text) or error from None
        return Parsed(root, tuple(self.problems))

    def _in_steadier_words(self, text: str) -> yaml.MarkedYAMLError | None:
        r"""Return the error of the pure parser for a text that libyaml refuses, or None when it has none.

        Its messages change less between versions. It accepts lone surrogates ("\ud800"), and fails at code points
        that are no characters.
        """
        if len(text) > LONGEST_EXPLAINED:
            return None
        try:
            self._document(yaml.parse(text, Loader=yaml.SafeLoader))
        except yaml.MarkedYAMLError as error:
            return error
        except (ValueError, OverflowError, _TooDeepError):
            return None
        return None

    def _document(self, events: Iterator[yaml.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._report(event, explain(Code.SYNTAX, "documents"))
                    break
            elif isinstance(event, yaml.NodeEvent):
                root = self._node(event, events, 0)
        if documents == 0:
            self.problems.append(Problem(self.file, 1, 1, *explain(Code.EMPTY_TEXT, "file")))
        return root

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], depth: int) -> Node:
        self._refuse_references(event)
        place = _mark(event)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(place, event.value, _data(event), plain=not event.style)
        if isinstance(event, yaml.AliasEvent):
            return Scalar(place, f"*{event.anchor}", None)
        if depth == DEEPEST_NESTING:
            self._report(event, explain(Code.NESTING, limit=DEEPEST_NESTING))
            _skip(events)
            return Scalar(place, "", None)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(place, tuple(self._items(events, depth + 1)))
        return Mapping(place, self._entries(events, depth + 1))

    def _items(self, events: Iterator[yaml.Event], depth: int) -> Iterator[Node]:
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, events, depth)

    def _entries(self, events: Iterator[yaml.Event], depth: int) -> dict[str, tuple[Place, Node]]:
        entries: dict[str, tuple[Place, Node]] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._node(event, events, depth)
            value = self._node(next(events), events, depth)
            if not isinstance(key, Scalar):
                self._report(event, explain(Code.SYNTAX, "block-as-key"))
            elif key.raw in entries:
                self._report(event, explain(Code.DUPLICATE_KEY, key=key.raw, line=entries[key.raw][0].line))
            else:
                entries[key.raw] = (key.place, value)
        return entries

    def _refuse_references(self, event: yaml.Event) -> None:
        """Refuse anchors, aliases and tags."""
        anchor, tag = getattr(event, "anchor", None), getattr(event, "tag", None)
        if isinstance(event, yaml.AliasEvent):
            self._report(event, explain(Code.ANCHOR_OR_TAG, "alias", text=f"*{anchor}"))
        elif anchor is not None:
            self._report(event, explain(Code.ANCHOR_OR_TAG, text=f"&{anchor}"))
        elif tag is not None:
            self._report(event, explain(Code.ANCHOR_OR_TAG, "tag", text=tag.replace("tag:yaml.org,2002:", "!!")))

    def _report(self, event: yaml.Event, explanation: Explanation) -> None:
        place = _mark(event)
        self.problems.append(Problem(self.file, place.line, place.column, *explanation))


def _mark(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)


def _skip(events: Iterator[yaml.Event]) -> None:
    """Skip the rest of a collection whose start has been read."""
    depth = 1
    for event in events:
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
            if depth == DEEPEST_READ:
                raise _TooDeepError
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth == 0:
            return


def _data(event: yaml.ScalarEvent) -> Data:
    """Return the value of a scalar. Only a plain scalar can be anything but text."""
    raw: str = event.value
    if event.style:
        return raw
    tag = str(_resolve(yaml.ScalarNode, raw, (True, False))).rpartition(":")[2]
    if tag == "null":
        return None
    if tag == "bool":
        return raw.lower() in {"yes", "true", "on"}
    if tag in {"int", "float"}:
        if _WHOLE_NUMBER.match(raw):
            return int(raw) if len(raw) < 20 else PECULIAR_NUMBER
        return float(raw) if _DECIMAL_NUMBER.match(raw) and len(raw) < 20 else PECULIAR_NUMBER
    return raw
