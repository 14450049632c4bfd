"""Write generated files, and remove those that an earlier run wrote and this one does not."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

MANIFEST = ".generated.json"
"""The list of written files, so that what an earlier run wrote and this one does not is removed."""


WRITTEN = (".md", ".json", ".csv", ".xml", ".ttl", ".txt", ".svg")
"""The endings of what is generated. Nothing else is ever removed."""


def write(files: Mapping[str, str], folder: Path, assets: Path | None = None) -> tuple[int, int]:
    """Write pages and data, and remove what earlier runs wrote.

    A file is only touched when its content changes, so that nothing rebuilds for nothing. Files
    that no run has written are left alone.

    Args:
        files: Path within the folder → text.
        folder: Where to write.
        assets: A folder of style sheets and scripts to copy along, when it is not already there.

    Returns:
        How many files were written, and how many removed.

    Raises:
        ValueError: When a path leads out of the folder. Then nothing is written.
    """
    if outside := [path for path in files if Path(path).is_absolute() or ".." in Path(path).parts]:
        raise ValueError(f"outside the folder of pages: {outside}")
    folder.mkdir(parents=True, exist_ok=True)
    manifest = folder / MANIFEST
    earlier = _earlier(manifest)
    _list(manifest, {*files, *earlier})
    written = sum(_write_if_changed(folder / path, text) for path, text in files.items())
    stale = [path for path in earlier if path not in files]
    for path in stale:
        _remove(folder, path)
    _list(manifest, files)
    if assets is not None and assets.resolve() != (folder / assets.name).resolve():
        shutil.copytree(assets, folder / assets.name, dirs_exist_ok=True)
    return written, len(stale)


def _list(manifest: Path, paths: Iterable[str]) -> None:
    """Write the list in one step: were only half of it there, nobody would know what to remove."""
    listed = json.dumps(sorted(paths), indent=0)
    if not manifest.is_file() or manifest.read_bytes() != listed.encode("utf-8"):
        beside = manifest.with_name(f"{manifest.name}.new")
        beside.write_text(listed, encoding="utf-8")
        beside.replace(manifest)


def _earlier(manifest: Path) -> tuple[str, ...]:
    try:
        listed = json.loads(manifest.read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(path for path in listed if isinstance(path, str) and _is_ours(path))


def _is_ours(path: str) -> bool:
    """Whether a path is within the folder, and could have been written by a run."""
    outside = ".." in path or "\\" in path or ":" in path or path.startswith("/")
    return path.endswith(WRITTEN) and not outside


def _write_if_changed(path: Path, text: str) -> bool:
    content = text.encode("utf-8")
    try:
        if path.read_bytes() == content:
            return False
    except OSError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def _remove(folder: Path, path: str) -> None:
    found = folder / path
    found.unlink(missing_ok=True)
    for parent in found.relative_to(folder).parents[:-1]:
        try:
            (folder / parent).rmdir()
        except OSError:
            return
