"""What the site is made of, and that everybody who has made it is told of as they have asked."""

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

from scripts.build.pipeline import files_of
from scripts.commands.sbom.cyclonedx import UnknownLicenceError, bill
from scripts.commands.sbom.pinned_packages import LOCKS, PINS
from scripts.documents import build
from scripts.exports.licence_notice import PATH, TEXTS
from scripts.exports.third_party import COMPONENTS, PAGEFIND, PUBLIC_DOMAIN
from scripts.library.library import Library
from scripts.settings import ROOT, Settings
from tests.conftest import SMALL


@pytest.fixture(scope="module")
def written() -> str:
    """The bill of materials of this repository."""
    return bill(ROOT)


@pytest.fixture(scope="module")
def components(written: str) -> list[dict[str, Any]]:
    """Everything in it, also what is inside something else."""

    def within(found: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
        for component in found:
            yield component
            yield from within(component.get("components", []))

    return list(within(json.loads(written)["components"]))


@pytest.fixture(scope="module")
def notice() -> str:
    """The text file that goes along with the site."""
    return files_of(SMALL, Settings())[PATH]


def test_the_bill_of_materials_follows_the_schema(written: str) -> None:
    assert json.loads(written)["specVersion"] == "1.6"
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(written) is None


def test_every_pinned_package_of_the_site_is_in_it_with_its_checksums(components: list[dict[str, Any]]) -> None:
    pins = re.findall(r"^([\w.-]+)==([^\s\\;]+)", (ROOT / PINS[0]).read_text("utf-8"), re.MULTILINE)
    assert len(pins) > 20
    addressed = [component for component in components if "purl" in component]
    by_address = {component["purl"]: component for component in addressed}
    assert len(by_address) == len(addressed), "nothing stands there twice"
    for name, version in pins:
        found = by_address[f"pkg:pypi/{name}@{version}"]
        assert found["scope"] == "required"
        assert {each["alg"] for each in found["hashes"]} == {"SHA-256"}
    hashes = {each["content"] for component in components for each in component.get("hashes", [])}
    assert set(re.findall(r"sha256:([0-9a-f]{64})", (ROOT / PINS[0]).read_text("utf-8"))) <= hashes


def test_what_is_only_for_tests_is_told_apart(components: list[dict[str, Any]]) -> None:
    scopes = {component["name"]: component["scope"] for component in components}
    assert (scopes["mkdocs"], scopes["pytest"], scopes["axe-core"]) == ("required", "excluded", "excluded")


def test_no_licence_is_unknown(components: list[dict[str, Any]]) -> None:
    unknown = []
    for component in components:
        for found in component["licenses"]:
            licence = found.get("license", {})
            known = is_supported_id(licence.get("id", "")) or is_expression(found.get("expression", ""))
            if not known and licence.get("name") != PUBLIC_DOMAIN:
                unknown.append((component["name"], found))
    assert unknown == []
    assert all(component["licenses"] for component in components)


def test_everything_shipped_is_in_it(components: list[dict[str, Any]]) -> None:
    assert {part.name for part in COMPONENTS} <= {component["name"] for component in components}


def test_a_package_whose_licence_is_unknown_is_told_of(tmp_path: Path) -> None:
    for file in PINS:
        (tmp_path / file).write_text("finns-inte==1.2.3 \\\n    --hash=sha256:" + "0" * 64 + "\n", encoding="utf-8")
    for file in LOCKS:
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).write_text('{"packages": {}}', encoding="utf-8")
    with pytest.raises(UnknownLicenceError, match=r"finns-inte 1\.2\.3.*scripts/commands/sbom/pinned_packages\.py"):
        bill(tmp_path)


def test_the_command_writes_the_same_in_every_process(written: str) -> None:
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-m", "scripts", "sbom"], cwd=ROOT, env={**os.environ, **surroundings},
        capture_output=True, text=True, encoding="utf-8", check=True,
    )  # fmt: skip
    assert done.stdout == written


def test_the_notice_names_everything_shipped_with_its_licence(notice: str) -> None:
    for part in COMPONENTS:
        assert f"\n{part.name} {part.version}".rstrip() in notice
        assert f"  Licens: {part.licence}\n" in notice
        assert part.address in notice


def test_the_notice_holds_every_text_that_must_go_along(notice: str) -> None:
    needed = {name for part in COMPONENTS for name in part.texts}
    assert needed == {path.name for path in TEXTS.iterdir()}
    for path in [*TEXTS.iterdir(), ROOT / "LICENSE-CODE"]:
        assert notice.count(path.read_text("utf-8").strip("\n")) == 1, path.name


def test_fonts_in_pdf_files_are_those_that_are_told_of(small_library: Library) -> None:
    content = build.book(small_library, Settings()).content
    pages: list[Any] = list(pypdf.PdfReader(io.BytesIO(content)).pages)
    fonts = {
        str(font.get_object()["/BaseFont"]).partition("+")[2].partition("-")[0]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert fonts == {"LibertinusSerif"}
    assert "Libertinus Serif" in {part.name for part in COMPONENTS}


@pytest.mark.site
def test_the_page_about_the_site_leads_to_the_notice(site: Path) -> None:
    page: Any = html.document_fromstring((site / "om" / "index.html").read_text("utf-8"))
    assert f"../{PATH}" in page.xpath("//article//a/@href")
    assert (site / PATH).read_text("utf-8").startswith("Licenser för ")


@pytest.mark.site
def test_search_is_the_version_that_is_told_of_and_compiled_of_nothing_else(site: Path) -> None:
    entry = json.loads((site / "pagefind" / "pagefind-entry.json").read_text("utf-8"))
    assert entry["version"] == PAGEFIND.version
    compiled = gzip.decompress((site / "pagefind" / "wasm.sv.pagefind").read_bytes())
    # Where something went wrong is told by the path of the source, with its version.
    named = {(name.decode(), version.decode()) for name, version in re.findall(rb"/([\w-]+)-(\d[\d.]*)/src/", compiled)}
    assert named
    assert named <= {(part.name, part.version) for part in COMPONENTS}
