"""What the repository pins: packages of Python and of npm, with their checksums and licences."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from cyclonedx.spdx import fixup_id, is_expression

PINS = ("requirements.txt", "requirements-zensical.txt", "requirements-dev.txt")
"""The site is made with what is in the first. The others are for comparing and testing."""

LOCKS = ("package-lock.json", "tests/lighthouse/package-lock.json")

_PIN = re.compile(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)(.*)")
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")

_CLASSIFIERS = {
    "MIT License": "MIT",
    "Apache Software License": "Apache-2.0",
    "ISC License (ISCL)": "ISC",
    "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
    "Python Software Foundation License": "PSF-2.0",
}
"""What package indexes call licences. Others, like *BSD License*, do not tell which of several it is."""

_READ_BY_US = {
    "colorama": "BSD-3-Clause",
    "jinja2": "BSD-3-Clause",
    "parse-cache-control": "BSD-3-Clause",
}
"""Packages that do not say it in a way a program can read. We have read the text of their licence."""


@dataclass(frozen=True)
class Package:
    """A pinned package.

    Attributes:
        kind: `pypi` or `npm`.
        name: What it is called there; a package of npm may stand in a namespace, `@name/`.
        version: The pinned version.
        licence: As SPDX writes it; empty when it is not known.
        checksums: The name of the algorithm and the sum in hexadecimal, one for each file that may be installed.
        ships: Whether the site is made with it. Other packages are for tests.
    """

    kind: str
    name: str
    version: str
    licence: str
    checksums: tuple[tuple[str, str], ...]
    ships: bool


def packages(root: Path) -> tuple[Package, ...]:
    """Everything that is pinned, each version once, in order.

    Args:
        root: The repository.

    Returns:
        The packages.
    """
    found: dict[tuple[str, str, str], Package] = {}
    for file in PINS:
        for package in _of_python((root / file).read_text("utf-8"), ships=file == PINS[0]):
            found.setdefault((package.kind, package.name, package.version), package)
    for file in LOCKS:
        for package in _of_npm((root / file).read_text("utf-8")):
            found.setdefault((package.kind, package.name, package.version), package)
    return tuple(found[key] for key in sorted(found))


def _of_python(text: str, *, ships: bool) -> Iterator[Package]:
    for line in text.replace("\\\n", " ").splitlines():
        if pin := _PIN.match(line):
            sums = tuple(("SHA-256", found) for found in sorted(_HASH.findall(pin[3])))
            yield Package("pypi", pin[1].lower(), pin[2], _licence(pin[1]), sums, ships)


def _of_npm(text: str) -> Iterator[Package]:
    for path, package in json.loads(text)["packages"].items():
        if path:
            algorithm, _, encoded = package["integrity"].partition("-")
            checksum = (algorithm.upper().replace("SHA", "SHA-"), base64.b64decode(encoded).hex())
            name = path.rpartition("node_modules/")[2]
            licence = package.get("license") or _READ_BY_US.get(name, "")
            yield Package("npm", name, package["version"], licence, (checksum,), ships=False)


def _licence(name: str) -> str:
    """The licence of an installed package."""
    if name.lower() in _READ_BY_US:
        return _READ_BY_US[name.lower()]
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return ""
    said: list[str] = [*told.get_all("License-Expression", []), *told.get_all("License", [])]
    if known := [text for text in said if is_expression(text)]:
        return fixup_id(known[0]) or known[0]
    classifiers = [text.rpartition(" :: ")[2] for text in told.get_all("Classifier", []) if text.startswith("License")]
    return " AND ".join(_CLASSIFIERS[text] for text in classifiers if text in _CLASSIFIERS)
