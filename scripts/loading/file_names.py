"""The names of the files in a folder of data: which belong to other programs, and what a file should be called."""

from __future__ import annotations

import re
from pathlib import Path

from scripts.model.registry import CATALOGUE_FILES
from scripts.model.types import SLUG
from scripts.text.suggestions import closest
from scripts.text.swedish import ascii_slug

YAML_ENDINGS = frozenset({".yml", ".yaml"})

SWEDISH_NAMES = {
    "metoder": "methods",
    "framgangsfaktorer": "success_factors",
    "lardomar": "lessons",
    "skeden": "phases",
    "omraden": "areas",
    "taggar": "tags",
    "kallor": "sources",
    "ordlista": "glossary",
    "tidslinje": "timeline",
    "forstudier": "prestudies",
    "fragor": "questions",
    "huvudfragor": "leading_questions",
    "programmet": "programme",
    "steg": "steps",
    "roller": "roles",
    "omdirigeringar": "redirects",
}
"""The files of the catalogue by the names that somebody who writes in Swedish gives them."""

_KINDS_BY_NAME = {kind.replace("_", "-"): kind for kind in CATALOGUE_FILES} | SWEDISH_NAMES

DOCUMENT_ENDINGS = frozenset({
    ".doc", ".docx", ".odt", ".rtf", ".pages", ".pdf", ".xls", ".xlsx", ".ods", ".csv", ".ppt", ".pptx", ".odp",
    ".html", ".htm", ".eml", ".msg", ".zip",
})  # fmt: skip
"""Endings of files that hold something else than plain text, so that another name would not do."""

PICTURE_ENDINGS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".heic", ".tif", ".tiff", ".bmp"})

_OF_OTHER_PROGRAMS = re.compile(
    r"""
      \.(?! (?: .*\. )? ya?ml $ ) .*      # .gitkeep, .DS_Store, .orebro.yml.swp, but no case: .orebro.yml, .yml
    | \.[_#] .*                           # AppleDouble beside a file, Emacs's lock on one
    | readme (?: \.\w+ )* (?<! \.yml ) (?<! \.yaml )
    | \#.*\# | ~\$ .* | .* ___jb_(?:tmp|old)___    # Emacs, Office and JetBrains while a file is being edited
    | thumbs\.db | ehthumbs .* \.db | desktop\.ini | icon\r | __macosx
    """,
    re.VERBOSE | re.IGNORECASE,
)

_BACKUP = re.compile(r"(?P<original>.+?)(?:\.~\d+)?~")

_ENDINGS = re.compile(r"(?:\.[^\W\d_]{1,8}\s*)+$")

_KEY_OF_A_CASE = re.compile(r"^(?:title|place|summary|coordinator|lessons|aftermath)\s*:", re.MULTILINE)

_KEY_OF_A_RECORD = re.compile(r"^-\s+(?:\{\s*)?(?:id|old)\s*:", re.MULTILINE)

_PEEK = 64 * 1024
"""The bytes that are looked at to tell a case from a list of records."""


def is_of_another_program(path: Path) -> bool:
    """Return whether a file is an editor's or a system's own, or a README.

    A backup is an editor's own as long as the file it is a copy of is there: without it, it may be
    all that is left of somebody's work.
    """
    return bool(_OF_OTHER_PROGRAMS.fullmatch(path.name)) or (
        is_backup(path) and path.with_name(_without_backup_mark(path.name)).exists()
    )


def is_backup(path: Path) -> bool:
    """Return whether a file has the name of an editor's backup of another file."""
    return _BACKUP.fullmatch(path.name) is not None


def _without_backup_mark(name: str) -> str:
    backup = _BACKUP.fullmatch(name)
    return backup["original"] if backup else name


def is_id(stem: str) -> bool:
    """Return whether a file's name without its ending can stand in an address."""
    return re.fullmatch(SLUG, stem) is not None


def proposed_id(name: str) -> str:
    """Make an id out of a file's name: `Örebro kommun.yml.txt` becomes `orebro-kommun`."""
    name = _without_backup_mark(name)
    bare = "" if name.lower() in YAML_ENDINGS else _ENDINGS.sub("", name.lstrip("."))
    return ascii_slug(bare) or "kommunens-namn"


def named_kind(name: str) -> str | None:
    """Return the file of the catalogue, by its stem, that a file is named after in English or Swedish, or None."""
    return _KINDS_BY_NAME.get(proposed_id(name))


def closest_kind(name: str) -> str | None:
    """Return the file of the catalogue, by its stem, whose name a file's name is most like, or None."""
    nearest = closest(proposed_id(name), _KINDS_BY_NAME)
    return _KINDS_BY_NAME[nearest] if nearest else None


def holds_case(path: Path) -> bool:
    """Return whether a file has a key that only cases begin a line with."""
    return _KEY_OF_A_CASE.search(_beginning(path)) is not None


def holds_records(path: Path) -> bool:
    """Return whether a file is a list of records, as those of the catalogue are."""
    return not holds_case(path) and _KEY_OF_A_RECORD.search(_beginning(path)) is not None


def _beginning(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_PEEK).decode("utf-8", "replace")
    except OSError:
        return ""
