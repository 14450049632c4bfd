"""The generated Markdown."""

from __future__ import annotations

import html
from dataclasses import replace
from pathlib import Path

import pytest

from scripts.build.pipeline import generate, pages_of
from scripts.library.context import Site
from scripts.library.linking import build_library
from scripts.loading.dataset import read
from scripts.settings import Folders, Settings
from scripts.site.pages.cases import page_of_case
from scripts.site.render import environment, render
from scripts.site.writer import MANIFEST, write
from tests.conftest import FULL, SMALL

LOCAL = Settings()
PUBLISHED = Settings(site_url="https://example.org/s", repository_url="https://example.org/kod")


def snapshot(folder: Path) -> dict[str, tuple[bytes, int]]:
    """Return the content and the modification time of every file."""
    return {
        str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_generating_twice_changes_no_file(tmp_path: Path) -> None:
    folders = Folders(cases=FULL, docs=tmp_path / "docs")
    generate(folders, LOCAL)
    before = {path: state for path, state in snapshot(tmp_path).items() if path.endswith(".md")}
    assert generate(folders, LOCAL) == (0, 0)
    assert {path: state for path, state in snapshot(tmp_path).items() if path.endswith(".md")} == before


def test_a_page_that_is_no_longer_generated_is_removed(small: Path, tmp_path: Path) -> None:
    folders = Folders(cases=small, docs=tmp_path / "docs")
    generate(folders, LOCAL)
    (small / "overby.yml").unlink()
    generate(folders, LOCAL)
    assert not (folders.docs / "slussar" / "overby").exists()
    assert (folders.docs / "slussar" / "alfa" / "index.md").exists()


def test_files_that_the_generator_did_not_write_are_left_alone(small: Path, tmp_path: Path) -> None:
    own = tmp_path / "docs" / "slussar" / "egen.md"
    own.parent.mkdir(parents=True)
    own.write_text("# Min egen", encoding="utf-8")
    generate(Folders(cases=small, docs=tmp_path / "docs"), LOCAL)
    assert own.read_text("utf-8") == "# Min egen"


def test_a_manifest_cannot_remove_files_outside_the_folder(tmp_path: Path) -> None:
    outside = tmp_path / "viktig.md"
    outside.write_text("kvar", encoding="utf-8")
    docs = tmp_path / "docs"
    docs.mkdir()
    (docs / MANIFEST).write_text('["../viktig.md", "/etc/hosts", 7]', encoding="utf-8")
    write({"a.md": "# A"}, docs)
    assert outside.exists()


@pytest.mark.parametrize("path", ["{}/viktig.json", "../viktig.json", "a/../../viktig.json"])
def test_a_manifest_cannot_remove_data_outside_the_folder(tmp_path: Path, path: str) -> None:
    outside = tmp_path / "viktig.json"
    outside.write_text("{}", encoding="utf-8")
    docs = tmp_path / "docs"
    write({"a.md": "# A"}, docs)
    (docs / MANIFEST).write_text(f'["{path.format(tmp_path.as_posix())}"]', encoding="utf-8")
    write({"a.md": "# A"}, docs)
    assert outside.exists()


@pytest.mark.parametrize("name", ["a.json", "a.csv", "a.xml", "a.ttl", "a.txt"])
def test_data_is_written_only_when_it_changes_and_removed_when_no_longer_generated(tmp_path: Path, name: str) -> None:
    path = tmp_path / "api" / name
    assert write({f"api/{name}": "\ufeffett\r\n"}, tmp_path) == (1, 0)
    before = path.stat().st_mtime_ns
    assert write({f"api/{name}": "\ufeffett\r\n"}, tmp_path) == (0, 0)
    assert (path.read_bytes(), path.stat().st_mtime_ns) == (b"\xef\xbb\xbfett\r\n", before)
    assert write({}, tmp_path) == (0, 1)
    assert not path.parent.exists()


@pytest.mark.parametrize("settings", [LOCAL, PUBLISHED])
def test_every_page_has_one_heading_title_and_description(settings: Settings) -> None:
    titles = set()
    pages = pages_of(FULL, settings)
    for path, text in pages.items():
        _, front, body = text.split("---\n", 2)
        assert 'title: "' in front, path
        assert 'description: "' in front, path
        assert sum(line.startswith("# ") for line in body.splitlines()) == 1, path
        titles.add(front.splitlines()[0])
    assert len(titles) == len(pages)


def test_without_a_repository_no_page_links_to_its_data() -> None:
    assert not any("Föreslå en ändring</a>" in text for text in pages_of(SMALL, LOCAL).values())


def test_with_a_repository_a_case_links_to_its_file() -> None:
    pages = pages_of(SMALL, PUBLISHED)
    assert 'href="https://example.org/kod/edit/main/cases/alfa.yml"' in pages["slussar/alfa/index.md"]


def test_with_a_repository_a_record_links_to_its_line() -> None:
    address = "https://example.org/kod/edit/main/cases/catalogue/methods.yml#L11"
    page = pages_of(SMALL, PUBLISHED)["metoder/goda-exempel/index.md"]
    assert f'href="{address}"' in html.unescape(page)


def test_sources_are_numbered_in_reading_order() -> None:
    text = pages_of(SMALL, LOCAL)["slussar/alfa/index.md"]
    first = [text.index(f'href="#kalla-{number}"') for number in (1, 2, 3, 4)]
    assert first == sorted(first)


def test_markup_that_passed_validation_is_shown_as_text(small: Path) -> None:
    dataset = read(small)
    alfa = next(document for document in dataset.cases if document.id == "alfa")
    assert alfa.content is not None
    title = "<script>alert(1)</script> [x](javascript:y) {{ 7*7 }}"
    hostile = replace(alfa, content=alfa.content.model_copy(update={"title": title}))
    site = Site(build_library(replace(dataset, cases=(hostile,))), LOCAL)
    text = render(page_of_case(site.library.case_by_id["alfa"], site), site, environment())
    body = text.split("---\n", 2)[2]
    assert "<script" not in body
    assert "](javascript" not in body
    assert "49" not in body
