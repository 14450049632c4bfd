"""The bill of materials, and the notices that third-party licences require."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pypdf
import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.spdx import is_expression, is_supported_id
from cyclonedx.validation.json import JsonStrictValidator
from lxml import html

from scripts.__main__ import main
from scripts.build.pipeline import files_of
from scripts.commands.sbom import PINS, BillError, bill_of_materials
from scripts.documents import build
from scripts.exports.licence_notice import PATH, TEXTS
from scripts.exports.third_party import COMPONENTS, PAGEFIND, PUBLIC_DOMAIN
from scripts.git.version import Version
from scripts.library.library import Library
from scripts.settings import ROOT, Settings
from tests.conftest import SMALL

pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("sbom")]
"""Run in one process, so that the bill of materials is written once."""


@pytest.fixture(scope="module")
def written() -> str:
    """Return the bill of materials of this repository."""
    return bill_of_materials(ROOT)


@pytest.fixture(scope="module")
def components(written: str) -> list[dict[str, Any]]:
    """Return all components, nested ones included."""

    def within(components: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for component in components:
            yield component
            yield from within(component.get("components", []))

    return list(within(json.loads(written)["components"]))


@pytest.fixture(scope="module")
def notice() -> str:
    """Return the licence notice that is published with the site."""
    return files_of(SMALL, Settings())[PATH]


def test_the_bill_of_materials_follows_the_schema(written: str) -> None:
    assert json.loads(written)["specVersion"] == "1.6"
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written) is None


def test_every_package_that_builds_the_site_is_in_it_with_its_checksums(components: list[dict[str, Any]]) -> None:
    pins = (ROOT / PINS).read_text("utf-8")
    versions = re.findall(r"^([\w.-]+)==([^\s\\;]+)", pins, re.MULTILINE)
    packages = {component["purl"]: component for component in components if component.get("hashes")}
    assert len(versions) > 20
    assert set(packages) == {f"pkg:pypi/{name}@{version}" for name, version in versions}
    checksums = {checksum["content"] for package in packages.values() for checksum in package["hashes"]}
    assert checksums == set(re.findall(r"sha256:([0-9a-f]{64})", pins))


def test_packages_that_only_test_the_site_are_not_in_it(components: list[dict[str, Any]]) -> None:
    names = {component["name"] for component in components}
    assert "mkdocs" in names
    assert {"pytest", "axe-core", "zensical"}.isdisjoint(names)


def test_everything_has_a_licence(components: list[dict[str, Any]]) -> None:
    for component in components:
        for declared in component["licenses"]:
            licence = declared.get("license", {})
            known = is_supported_id(licence.get("id", "")) or is_expression(declared.get("expression", ""))
            assert known or licence["name"] == PUBLIC_DOMAIN or licence["name"].startswith("License :: "), component
        assert component["licenses"], component


def test_everything_shipped_is_in_it(components: list[dict[str, Any]]) -> None:
    assert {part.name for part in COMPONENTS} <= {component["name"] for component in components}


@pytest.fixture
def pinned(tmp_path: Path) -> Path:
    """Return a repository that pins an invented package."""
    (tmp_path / PINS).write_text("ett-paket==1.2.3 \\\n    --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    return tmp_path


def install(folder: Path, version: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Install the invented package, whose metadata names no licence."""
    metadata = folder / f"ett_paket-{version}.dist-info" / "METADATA"
    metadata.parent.mkdir()
    metadata.write_text(f"Metadata-Version: 2.1\nName: ett-paket\nVersion: {version}\n", encoding="utf-8")
    monkeypatch.setenv("PYTHONPATH", str(folder))


def test_a_package_that_is_not_installed_is_named(pinned: Path) -> None:
    with pytest.raises(BillError, match=r"ett-paket 1\.2\.3.*make sbom"):
        bill_of_materials(pinned)


def test_a_package_installed_in_another_version_is_named(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(pinned, "1.2.4", monkeypatch)
    with pytest.raises(BillError, match=r"ett-paket 1\.2\.3.*make sbom"):
        bill_of_materials(pinned)


def test_a_package_whose_licence_is_unknown_is_named(pinned: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    install(pinned, "1.2.3", monkeypatch)
    with pytest.raises(BillError, match=r"licens.*ett-paket 1\.2\.3"):
        bill_of_materials(pinned)


def test_without_the_tool_the_command_says_what_installs_it(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delitem(sys.modules, "scripts.commands.sbom")
    monkeypatch.setitem(sys.modules, "cyclonedx_py", None)
    assert main(["sbom"]) == 1
    assert "Paketet cyclonedx_py är inte installerat" in capsys.readouterr().err


def test_the_command_writes_the_same_in_every_process(written: str) -> None:
    environment = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "sbom"], cwd=ROOT, env={**os.environ, **environment},
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout == written


def test_the_notice_names_everything_shipped_with_its_licence(notice: str) -> None:
    for part in COMPONENTS:
        assert f"\n{part.name} {part.version}".rstrip() in notice
        assert f"  Licens: {part.licence}\n" in notice
        assert part.address in notice


def test_the_notice_contains_every_required_licence_text(notice: str) -> None:
    needed = {name for part in COMPONENTS for name in part.texts}
    assert needed == {path.name for path in TEXTS.iterdir()}
    for path in [*TEXTS.iterdir(), ROOT / "LICENSE-CODE"]:
        assert notice.count(path.read_text("utf-8").strip("\n")) == 1, path.name


def test_the_notice_names_the_fonts_in_pdf_files(small_library: Library) -> None:
    content = build.book(small_library, Settings(), Version()).content
    pages: list[Any] = list(pypdf.PdfReader(io.BytesIO(content)).pages)
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2].partition("-")[0]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts == {"LibertinusSerif"}
    assert "Libertinus Serif" in {part.name for part in COMPONENTS}


@pytest.mark.site
def test_the_page_about_the_site_links_to_the_notice(site: Path) -> None:
    page: Any = html.document_fromstring((site / "om" / "index.html").read_text("utf-8"))
    assert f"../{PATH}" in page.xpath("//article//a/@href")
    assert (site / PATH).read_text("utf-8").startswith("Licenser för ")


@pytest.mark.site
def test_search_has_the_version_and_components_in_the_notice(site: Path) -> None:
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
    assert entry["version"] == PAGEFIND.version
    compiled = gzip.decompress((site / "pagefind" / "wasm.sv.pagefind").read_bytes())
    # Panic messages contain the paths of the source files, which include the name and version of the crate.
    named = {(name.decode(), version.decode()) for name, version in re.findall(rb"/([\w-]+)-(\d[\d.]*)/src/", compiled)}
    assert named
    assert named <= {(part.name, part.version) for part in COMPONENTS}
