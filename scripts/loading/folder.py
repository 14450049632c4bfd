"""The files of a folder of data: which are cases, and what is wrong with those that nothing reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from scripts.diagnostics import Code, Problem
from scripts.loading.file_names import (
    DOCUMENT_ENDINGS,
    PICTURE_ENDINGS,
    YAML_ENDINGS,
    closest_kind,
    holds_case,
    holds_records,
    is_backup,
    is_id,
    is_of_another_program,
    named_kind,
    proposed_id,
)
from scripts.model.messages import Explanation, explain
from scripts.model.registry import CATALOGUE_FILES

CATALOGUE = "catalogue"
SCHEMA = "schema"
MUNICIPALITIES = "municipalities.csv"

_KNOWN = frozenset({
    MUNICIPALITIES,
    *(f"{CATALOGUE}/{kind}.yml" for kind in CATALOGUE_FILES),
    *(f"{SCHEMA}/{kind}.json" for kind in ("case", *CATALOGUE_FILES)),
})  # fmt: skip
"""Files that are not cases but belong in the folder, by their paths within it."""


@dataclass(frozen=True)
class CaseFiles:
    """The files to read as cases, and those that cannot be.

    Attributes:
        paths: One file for each case.
        problems: One for each file that is neither read nor known.
        unread: The stems that the files which are not read should have. References to what they hold are
            not judged.
    """

    paths: tuple[Path, ...]
    problems: tuple[Problem, ...]
    unread: frozenset[str]


def case_files(folder: Path, named: Iterable[Path] = ()) -> CaseFiles:
    """Find the cases of a folder of data, and every file there that is out of place.

    Args:
        folder: The folder.
        named: Files elsewhere that are to be read as cases too.

    Returns:
        The files. One that was named stands in for the one in the folder with the same stem.
    """
    inside = _sort(folder, sorted(_files(folder)))
    outside = _sort(folder, dict.fromkeys(named))
    stems = {path.stem for path in outside.paths}
    return CaseFiles(
        (*(path for path in inside.paths if path.stem not in stems), *outside.paths),
        (*inside.problems, *outside.problems),
        inside.unread | outside.unread,
    )


def shown(path: Path) -> str:
    """Return a path as it is shown: relative to the working directory, with forward slashes."""
    # Only the folder is resolved: a link is shown as itself, and not as what it leads to.
    absolute = path.parent.resolve() / path.name
    try:
        return absolute.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()


def _files(folder: Path) -> Iterator[Path]:
    """Yield every file below a folder but those of other programs, and the folders that are problems themselves."""
    waiting = [folder]
    while waiting:
        current = waiting.pop()
        try:
            paths = [path for path in current.iterdir() if not is_of_another_program(path)]
            folders = {path for path in paths if path.is_dir() and not path.is_symlink()}
        except OSError:
            yield current
            continue
        waiting.extend(folders)
        yield from (path for path in paths if path not in folders or path.suffix.lower() in YAML_ENDINGS)


def _sort(folder: Path, files: Iterable[Path]) -> CaseFiles:
    """Tell cases from known files and from those that are out of place."""
    problems: list[Problem] = []
    unread: set[str] = set()
    by_id: dict[str, list[Path]] = defaultdict(list)
    for path in files:
        if path.is_relative_to(folder) and path.relative_to(folder).as_posix() in _KNOWN:
            continue
        if _is_case(path, folder):
            by_id[proposed_id(path.name)].append(path)
        else:
            problems.append(Problem(shown(path), 1, 1, *_why_unread(path, folder)))
            unread.add(_target(path, folder).stem)
    paths = []
    for id_, (*others, last) in ((id_, sorted(same, key=_is_well_named)) for id_, same in by_id.items()):
        paths.append(last)
        if last.stem != id_:
            unread.add(id_)
        problems.extend(Problem(shown(other), 1, 1, *explain(Code.NAME_TAKEN, other=shown(last))) for other in others)
    return CaseFiles(tuple(sorted(paths)), tuple(problems), frozenset(unread))


def _is_well_named(path: Path) -> bool:
    return path.suffix == ".yml" and is_id(path.stem)


def _is_case(path: Path, folder: Path) -> bool:
    """Return whether a file is to be read as a case, whatever may be wrong with the rest of its name."""
    is_inside = path.is_relative_to(folder)
    return (
        path.suffix.lower() in YAML_ENDINGS
        and not path.name.startswith(".")
        and path.is_file()
        # A link is read only when somebody names it: as in Git's history, nothing comes from outside the folder.
        and not (is_inside and (path.is_symlink() or path.parent != folder))
        and not (named_kind(path.name) and holds_records(path))
    )


def _why_unread(path: Path, folder: Path) -> Explanation:
    """Explain why a file is not read, and say what to call it and where to put it."""
    if path.is_symlink():
        return explain(Code.UNREAD_FILE, "link")
    if path.is_dir():
        is_named_as_case = path.suffix.lower() in YAML_ENDINGS
        return explain(Code.UNREAD_FILE, "folder") if is_named_as_case else explain(Code.MISSING_FILE, "folder")
    if not path.is_file():
        return explain(Code.UNREAD_FILE, "special")
    if path.parent == folder / SCHEMA and path.suffix == ".json":
        return explain(Code.UNREAD_FILE, "schema")
    target = _target(path, folder)
    variant = _why_misplaced(path, folder, target)
    known = ", ".join(f"{kind}.yml" for kind in CATALOGUE_FILES)
    names = {"name": path.name, "target": shown(target), "folder": shown(folder), "known": known}
    return explain(Code.UNREAD_FILE, variant, **names)


def _target(path: Path, folder: Path) -> Path:
    """Return where the content of a file should be."""
    kind = closest_kind(path.name)
    if kind and (holds_records(path) or (path.parent == folder / CATALOGUE and not holds_case(path))):
        return folder / CATALOGUE / f"{kind}.yml"
    return (folder if path.is_relative_to(folder) else path.parent) / f"{proposed_id(path.name)}.yml"


def _why_misplaced(path: Path, folder: Path, target: Path) -> str:
    """Return the variant of the message for a file that is not where it should be, or has the wrong name."""
    is_yaml = path.suffix.lower() in YAML_ENDINGS
    if path.suffix.lower() in PICTURE_ENDINGS:
        return "picture"
    if path.suffix.lower() in DOCUMENT_ENDINGS:
        return "document"
    if _is_taken(target, path):
        return "taken"
    if path.parent == folder / CATALOGUE and not holds_case(path):
        return "catalogue" if target.parent == path.parent else "catalogue-unknown"
    if is_backup(path):
        return "backup"
    if path.name.startswith("."):
        return "hidden"
    if target.parent == folder / CATALOGUE:
        return "beside"
    if is_yaml:
        return "elsewhere"
    is_surely_data = holds_case(path) or any(ending in path.name.lower() for ending in YAML_ENDINGS)
    return "ending" if is_surely_data or not path.is_relative_to(folder) else ""


def _is_taken(target: Path, path: Path) -> bool:
    try:
        return target.exists() and not target.samefile(path)
    except OSError:
        return False
