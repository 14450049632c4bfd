"""The files that Pagefind writes and reads: gzip around CBOR, each named after what is in it."""

from __future__ import annotations

import gzip
import hashlib
import io
from pathlib import Path
from typing import Any

import cbor2

_SIGNATURE = b"pagefind_dcd"
"""What Pagefind's own reader looks for at the beginning of every unpacked file."""


def unpacked(path: Path) -> Any:
    """The value that a file holds.

    Args:
        path: The file.

    Returns:
        Lists, texts and numbers, as Pagefind's format has them.

    Raises:
        OSError, EOFError, ValueError: When it is not such a file.
    """
    content = gzip.decompress(path.read_bytes())
    if not content.startswith(_SIGNATURE):
        raise ValueError(path.name)
    return cbor2.loads(content.removeprefix(_SIGNATURE))


def written(folder: Path, form: str, language: str, value: Any) -> str:
    """Write a value under a name made of it.

    Args:
        folder: Where the file goes.
        form: What files of this kind are called, with the name in braces.
        language: What the name begins with.
        value: What the file is to hold.

    Returns:
        The name, as the form takes it.
    """
    content = _SIGNATURE + cbor2.dumps(value)
    name = f"{language}_{hashlib.sha256(content).hexdigest()[:10]}"
    (folder / form.format(name)).write_bytes(_packed(content))
    return name


def _packed(content: bytes) -> bytes:
    """The content as gzip, without the time and the name that gzip would otherwise note."""
    target = io.BytesIO()
    with gzip.GzipFile(filename="", mode="wb", compresslevel=9, fileobj=target, mtime=0) as file:
        file.write(content)
    return target.getvalue()
