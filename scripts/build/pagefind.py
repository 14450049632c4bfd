"""The index that search reads, made by Pagefind, and the same to the byte in every build of the same pages.

Pagefind puts its pages and words in order, but not its filters: they come out of a table without order,
and since files are named after what is in them, those names differ too, and the file that lists them.
So what has no order of its own gets one here. Search reads filters by their names, and notices nothing.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import cbor2

from scripts.build.pagefind_files import unpacked, written
from scripts.build.process import BuildError, run

FOLDER = "pagefind"

NOT_SEARCHED = (".cite", ".sources", ".who", ".also", ".trail", ".contents", ".pager", ".ask .by")
"""What says nothing of its own, and would only stand in the way of the sentence that matched."""

SEARCHED = "{index.html,*/index.html,*/*/index.html}"
"""The pages that search may find. Those that go on with a long list lie deeper, and would only take its time."""

PAGEFIND = (
    sys.executable, "-m", "pagefind", "--force-language", "sv", "--quiet",
    "--exclude-selectors", ",".join(NOT_SEARCHED), "--glob", SEARCHED,
    "--output-subdir", FOLDER,
)  # fmt: skip

UNUSED = ("pagefind-ui.*", "pagefind-modular-ui.*", "pagefind-component-ui.*", "pagefind-highlight.js")
"""What Pagefind lays beside the index for sites that have no dialog of their own. No page asks for it."""

FULL = 30_000
"""How many bytes of words, unpacked, a piece of the index holds before the next is begun."""

ALIKE = 4
"""Words that begin with the same letters, this many, lie together, so that *idéer* also finds *idéslussar*."""

Word = list[Any]
"""A word as Pagefind stores it: the word itself, the pages that it is on, and its other spellings."""


def index(site: Path) -> None:
    """Make a built site searchable.

    Args:
        site: The folder of the site.

    Raises:
        BuildError: When Pagefind fails, is not installed, or writes its index in an unknown way.
    """
    run([*PAGEFIND, "--site", str(site.resolve())])
    bundle = site / FOLDER
    for pattern in UNUSED:
        for unused in bundle.glob(pattern):
            unused.unlink()
    put_in_order(bundle)


def put_in_order(bundle: Path) -> None:
    """Give what has no order one, lay the words in small pieces, and name files after what is then in them.

    Args:
        bundle: The folder that Pagefind wrote.

    Raises:
        BuildError: When something is not as Pagefind 1.5 writes it.
    """
    entry = bundle / "pagefind-entry.json"
    try:
        listed = json.loads(entry.read_text("utf-8"))
        for language, about in listed["languages"].items():
            about["hash"] = _reordered(bundle, language, about["hash"])
    except (OSError, EOFError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise BuildError(
            f"Sökningens register har en form som är okänd ({error}). "
            f"Har Pagefind fått en ny version? Se scripts/build/pagefind.py"
        ) from error
    listed["languages"] = dict(sorted(listed["languages"].items()))
    entry.write_text(json.dumps(listed, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _reordered(bundle: Path, language: str, name: str) -> str:
    """Put the index of a language in order. Returns the new name of the file that lists all others."""
    version, pages, chunks, filters, sortings, fields = _taken_out(bundle / f"pagefind.{name}.pf_meta")
    words = (word for *_, chunk in chunks for word in _taken_out(bundle / "index" / f"{chunk}.pf_index")[0])
    laid = [
        [piece[0][0], piece[-1][0], written(bundle / "index", "{}.pf_index", language, [piece])]
        for piece in in_pieces(words)
    ]
    named = sorted([title, _ordered_filter(bundle / "filter", language, file)] for title, file in filters)
    ordered = [version, pages, laid, named, sorted(sortings), fields]
    return written(bundle, "pagefind.{}.pf_meta", language, ordered)


def _ordered_filter(folder: Path, language: str, name: str) -> str:
    """Put the values of a filter in order, each with its pages. Returns the new name of its file."""
    title, values = _taken_out(folder / f"{name}.pf_filter")
    return written(folder, "{}.pf_filter", language, [title, sorted(values)])


def in_pieces(words: Iterable[Word]) -> Iterator[list[Word]]:
    """Lay words in small pieces. A search loads every piece that it needs whole, and Pagefind's are large.

    Args:
        words: In order, each with its pages.

    Yields:
        The words of one piece. Those that begin alike are in the same one.
    """
    piece: list[Word] = []
    size = 0
    for word in words:
        if size > FULL and word[0][:ALIKE] != piece[-1][0][:ALIKE]:
            yield piece
            piece, size = [], 0
        piece.append(word)
        size += len(cbor2.dumps(word))
    if piece:
        yield piece


def _taken_out(path: Path) -> Any:
    """What a file holds, which is to be written anew under another name."""
    value = unpacked(path)
    path.unlink()
    return value
