"""The bill of materials, as CycloneDX: what the site is made with, what it ships, and under which licences.

The same for everyone who makes it of the same commit: its number is made of the commit, and its time is the commit's.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, HashAlgorithm, HashType, XsUri
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentScope, ComponentType
from cyclonedx.output import make_outputter
from cyclonedx.schema import OutputFormat, SchemaVersion
from packageurl import PackageURL

from scripts.commands.sbom.pinned_packages import Package, packages
from scripts.exports.third_party import COMPONENTS
from scripts.exports.third_party import Component as ThirdParty
from scripts.git.version import moment, revision
from scripts.settings import SITE_NAME

_LICENCES = LicenseFactory()


class UnknownLicenceError(Exception):
    """Packages whose licence is not known. The message says which, and what to do."""


def bill(root: Path) -> str:
    """Write the bill of materials of a repository.

    Args:
        root: The repository.

    Returns:
        CycloneDX 1.6 in JSON.

    Raises:
        UnknownLicenceError: When a licence is not known.
    """
    pinned = packages(root)
    if unknown := [f"{package.name} {package.version}" for package in pinned if not package.licence]:
        raise UnknownLicenceError(
            f"Licensen är inte känd: {', '.join(unknown)}. "
            f"Är paketet installerat? Läs annars licensen, och skriv den i scripts/commands/sbom/pinned_packages.py"
        )
    commit = revision(root)["BUILD_COMMIT"]
    site = Component(
        name=SITE_NAME, version=commit or None, type=ComponentType.APPLICATION, bom_ref="site",
        licenses=[_LICENCES.make_from_string("MIT AND CC-BY-4.0")],
    )  # fmt: skip
    made = Bom(
        serial_number=uuid5(NAMESPACE_URL, f"{SITE_NAME} {commit}"),
        metadata=BomMetaData(component=site, timestamp=datetime.fromtimestamp(moment(root), UTC)),
    )
    needed = [_of_package(package) for package in pinned if package.ships]
    shipped = list(_of_parts())
    made.components = [*needed, *(_of_package(package) for package in pinned if not package.ships), *shipped]
    made.register_dependency(site, [*needed, *shipped])
    written: str = make_outputter(made, OutputFormat.JSON, SchemaVersion.V1_6).output_as_string(indent=2)
    return f"{written}\n"


def _of_package(package: Package) -> Component:
    namespace, _, name = package.name.rpartition("/")
    address = PackageURL(package.kind, namespace or None, name, package.version)
    return Component(
        name=name, group=namespace or None, version=package.version, purl=address, bom_ref=str(address),
        licenses=[_LICENCES.make_from_string(package.licence)],
        hashes=[HashType(alg=HashAlgorithm(algorithm), content=checksum) for algorithm, checksum in package.checksums],
        scope=ComponentScope.REQUIRED if package.ships else ComponentScope.EXCLUDED,
    )  # fmt: skip


def _of_parts() -> Iterator[Component]:
    """What is shipped, each with what it is compiled of."""
    for part in COMPONENTS:
        if not part.inside:
            found = _of_part(part)
            found.components = [_of_part(inner) for inner in COMPONENTS if inner.inside == part.name]
            yield found


def _of_part(part: ThirdParty) -> Component:
    return Component(
        name=part.name, version=part.version or None, description=part.use, bom_ref=f"shipped/{part.name}",
        type=ComponentType.DATA if part.data else ComponentType.LIBRARY,
        purl=PackageURL(part.kind, name=part.name, version=part.version or None) if part.kind else None,
        licenses=[_LICENCES.make_from_string(part.licence)],
        external_references=[ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(part.address))],
        scope=ComponentScope.REQUIRED,
    )  # fmt: skip
