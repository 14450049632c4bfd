"""Writing of generated files, and removal of those that are no longer generated."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

MANIFEST = ".generated.json"
"""File that lists the written files, so that the next run can remove those it does not write."""

WRITTEN = (".md", ".json", ".csv", ".xml", ".ttl", ".txt", ".svg")
"""File name extensions of generated files. No other file is ever removed."""


def write(files: Mapping[str, str], folder: Path, assets: Path | None = None) -> tuple[int, int]:
    """Write generated files to a folder, and remove those that an earlier run wrote and this one does not.

    A file is only written when its content has changed, so that watchers do not rebuild needlessly. Files
    that no run has written are left alone.

    Args:
        files: Text by path within the folder.
        folder: The folder to write to.
        assets: Folder of style sheets and scripts to copy, unless it is already within the folder.

    Returns:
        The number of files written and the number removed.

    Raises:
        ValueError: When a path is outside the folder. Nothing is written in that case.
    """
    if outside := [path for path in files if Path(path).is_absolute() or ".." in Path(path).parts]:
        raise ValueError(f"outside the folder of pages: {outside}")
    folder.mkdir(parents=True, exist_ok=True)
    manifest = folder / MANIFEST
    earlier = _read_manifest(manifest)
    _write_manifest(manifest, {*files, *earlier})
    written = sum(_write_if_changed(folder / path, text) for path, text in files.items())
    stale = [path for path in earlier if path not in files]
    for path in stale:
        _remove(folder, path)
    _write_manifest(manifest, files)
    if assets is not None and assets.resolve() != (folder / assets.name).resolve():
        shutil.copytree(assets, folder / assets.name, dirs_exist_ok=True)
    return written, len(stale)


def _write_manifest(manifest: Path, paths: Iterable[str]) -> None:
    """Write the manifest atomically, so that an interrupted run does not lose track of written files."""
    text = json.dumps(sorted(paths), indent=0)
    if not manifest.is_file() or manifest.read_bytes() != text.encode("utf-8"):
        temporary = manifest.with_name(f"{manifest.name}.new")
        temporary.write_text(text, encoding="utf-8")
        temporary.replace(manifest)


def _read_manifest(manifest: Path) -> tuple[str, ...]:
    """Return the paths in the manifest that are safe to remove; none when it cannot be read."""
    try:
        paths = json.loads(manifest.read_text("utf-8"))
    except (OSError, ValueError):
        return ()
    return tuple(path for path in paths if isinstance(path, str) and _is_generated(path))


def _is_generated(path: str) -> bool:
    """Return whether a path is within the folder and has the extension of a generated file."""
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
    stale = folder / path
    stale.unlink(missing_ok=True)
    for parent in stale.relative_to(folder).parents[:-1]:
        try:
            (folder / parent).rmdir()
        except OSError:
            return
