"""The command `sbom`: print a CycloneDX bill of materials of build packages and shipped third-party components.

Packages and checksums are those of the pins, and licences those of the installed packages; `cyclonedx-py` reads both.
The same commit gives the same bytes. Tools that only test the site are left out.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

import cyclonedx_py
from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from scripts.build import process
from scripts.errors import CommandError
from scripts.exports.third_party import COMPONENTS
from scripts.exports.third_party import Component as ThirdParty
from scripts.git.version import read_version
from scripts.settings import ROOT, SITE_NAME, Settings

PINS = "requirements.txt"

_LICENCES = LicenseFactory()


class BillError(CommandError):
    """Packages are not installed, or their licence is unknown. The message names them, in Swedish."""


def run(settings: Settings) -> int:
    """Print the bill of materials.

    Returns:
        0.

    Raises:
        BillError: When a pinned package is not installed in that version, or its licence is unknown.
        BuildError: When `cyclonedx-py` fails.
    """
    sys.stdout.write(bill_of_materials(ROOT, settings.source_date_epoch))
    return 0


def bill_of_materials(root: Path, source_date_epoch: int | None = None) -> str:
    """Write the bill of materials of the site.

    Args:
        root: The repository.
        source_date_epoch: The time of the bill, in seconds since 1970; None to use that of the commit.

    Returns:
        CycloneDX 1.6 in JSON.

    Raises:
        BillError: When a pinned package is not installed in that version, or its licence is unknown.
        BuildError: When `cyclonedx-py` fails.
    """
    packages = _packages(root / PINS)
    shipped = tuple(_shipped())
    version = read_version(root, source_date_epoch)
    site = Component(
        name=SITE_NAME, version=version.commit or None, type=ComponentType.APPLICATION, bom_ref="site",
        licenses=[_LICENCES.make_from_string("MIT AND CC-BY-4.0")],
    )  # fmt: skip
    bom = Bom(
        serial_number=uuid5(NAMESPACE_URL, f"{SITE_NAME} {version.commit}"),
        metadata=BomMetaData(component=site, timestamp=datetime.fromtimestamp(version.build_time, UTC)),
        components=[*packages, *shipped],
    )
    bom.register_dependency(site, bom.components)
    written: str = make_outputter(bom, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)
    return f"{written}\n"


def _packages(pins: Path) -> tuple[Component, ...]:
    """Return the pinned packages with their licences, as installed, and the checksums of the pins."""
    installed = {component.purl: component for component in _read("environment")}
    pinned = {component.purl: component for component in _read("requirements", str(pins))}
    if missing := _names(component for purl, component in pinned.items() if purl not in installed):
        raise BillError(f"Inte installerat i den låsta versionen: {missing}. Installera och skriv med: make sbom")
    packages = tuple(installed[purl] for purl in pinned)
    if unknown := _names(package for package in packages if not package.licenses):
        raise BillError(f"Paketet säger inte vilken licens det har: {unknown}. Fråga den som gör det, eller byt ut det")
    for package in packages:
        references = pinned[package.purl].external_references
        package.hashes = {checksum for reference in references for checksum in reference.hashes}
        package.scope = ComponentScope.REQUIRED
    return packages


def _read(*arguments: str) -> Iterable[Component]:
    """Run `cyclonedx-py` and read its components."""
    # Validation takes ten seconds, so only the tests validate.
    options = ("--output-reproducible", "--no-validate")
    printed = process.run([sys.executable, "-m", cyclonedx_py.__name__, *arguments, *options])
    components: Iterable[Component] = Bom.from_json(json.loads(printed)).components  # type: ignore[attr-defined]
    return components


def _names(components: Iterable[Component]) -> str:
    return ", ".join(sorted(f"{component.name} {component.version}" for component in components))


def _shipped() -> Iterator[Component]:
    """Yield the third-party components that the site ships, each with its own components."""
    for part in COMPONENTS:
        if not part.inside:
            component = _third_party(part)
            component.components = [_third_party(inner) for inner in COMPONENTS if inner.inside == part.name]
            yield component


def _third_party(part: ThirdParty) -> Component:
    return Component(
        name=part.name, version=part.version or None, description=part.use, bom_ref=f"shipped/{part.name}",
        type=ComponentType.DATA if part.data else ComponentType.LIBRARY,
        purl=PackageURL(part.kind, name=part.name, version=part.version or None) if part.kind else None,
        licenses=[_LICENCES.make_from_string(part.licence)],
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part.address))],
        scope=ComponentScope.REQUIRED,
    )  # fmt: skip
