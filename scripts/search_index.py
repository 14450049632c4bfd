"""The index that search reads, made by Pagefind, and the same to the byte in every build of the same pages.

Pagefind puts its pages and words in order, but not its filters: they come out of a table without order,
and since files are named after what is in them, those names differ too, and the file that lists them.
So what has no order of its own gets one here. Search reads filters by their names, and notices nothing.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import sys
from pathlib import Path
from typing import Any

import cbor2

from scripts.programs import BuildError, run

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

_SIGNATURE = b"pagefind_dcd"
"""What Pagefind's own reader looks for at the beginning of every unpacked file."""


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
    """Give the filters and sortings of an index an order, and name files anew after what is then in them.

    Args:
        bundle: The folder that Pagefind wrote.

    Raises:
        BuildError: When something is not as Pagefind 1.5 writes it.
    """
    entry = bundle / "pagefind-entry.json"
    try:
        listed = json.loads(entry.read_text("utf-8"))
        for language in listed["languages"].values():
            language["hash"] = _ordered_metadata(bundle, language["hash"])
    except (OSError, EOFError, ValueError, TypeError, LookupError, AttributeError) as error:
        raise BuildError(
            f"Sökningens register har en form som är okänd ({error}). "
            f"Har Pagefind fått en ny version? Se scripts/search_index.py"
        ) from error
    listed["languages"] = dict(sorted(listed["languages"].items()))
    entry.write_text(json.dumps(listed, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def _ordered_metadata(bundle: Path, name: str) -> str:
    """The file of a language that lists all others."""
    path = bundle / f"pagefind.{name}.pf_meta"
    version, pages, chunks, filters, sortings, fields = _unpacked(path)
    named = sorted([title, _ordered_filter(bundle, file)] for title, file in filters)
    ordered = [version, pages, chunks, named, sorted(sortings), fields]
    return _replaced(path, "pagefind.{}.pf_meta", name, ordered)


def _ordered_filter(bundle: Path, name: str) -> str:
    """The file of one filter: its values, each with its pages."""
    path = bundle / "filter" / f"{name}.pf_filter"
    title, values = _unpacked(path)
    return _replaced(path, "{}.pf_filter", name, [title, sorted(values)])


def _unpacked(path: Path) -> Any:
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_SIGNATURE):
        raise ValueError(path.name)
    return cbor2.loads(content.removeprefix(_SIGNATURE))


def _replaced(path: Path, form: str, name: str, value: Any) -> str:
    """Write a value under a name made of it, instead of what was there.

    Args:
        path: The file as it was.
        form: What files of this kind are called.
        name: What this one was called: the language, and then the name that Pagefind made up.
        value: What it is to hold.

    Returns:
        The new name, in the same form.
    """
    content = _SIGNATURE + cbor2.dumps(value)
    language = name.rpartition("_")[0]
    new = f"{language}_{hashlib.sha256(content).hexdigest()[:10]}"
    path.unlink()
    path.with_name(form.format(new)).write_bytes(_packed(content))
    return new


def _packed(content: bytes) -> bytes:
    """The content as gzip, without the time and the name that gzip would otherwise note."""
    target = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=target, mtime=0) as file:
        file.write(content)
    return target.getvalue()
