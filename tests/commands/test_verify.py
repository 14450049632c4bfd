"""The final check of a built site before it is published."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scripts.__main__ import main
from scripts.commands.verify import verify
from scripts.settings import Settings

PUBLISHED = Settings("https://example.org/ideslussar", "https://example.org/kod/ideslussar")

START = """<link rel="canonical" href="https://annan.example.org/">
<a href="slussar/alfa/#kallor">Alfa</a> <a href="https://annan.example.org/x">Annan</a>
<a href="https://example.org/kod/ideslussar/edit/main/cases/alfa.yml">Ändra</a>"""


@pytest.fixture
def built(tmp_path: Path) -> tuple[Path, Path]:
    """Return the folder of a small built site and the folder of its pages."""
    files = {
        "docs/.generated.json": json.dumps(["index.md", "slussar/index.md", "slussar/alfa.md", "api/v1/index.json"]),
        "site/index.html": START,
        "site/404.html": '<a href="/ideslussar/">Start</a>',
        "site/sitemap.xml": "",
        "site/api/v1/index.json": "{}",
        "site/slussar/index.html": '<a href="../">Start</a>',
        "site/slussar/alfa/index.html": '<a href="..">Slussar</a> <a href="?q=a#b">Sök</a>',
        "site/pagefind/pagefind-entry.json": '{"languages": {"sv": {"page_count": 3}}}',
    }
    for path, text in files.items():
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_text(text, encoding="utf-8")
    return tmp_path / "site", tmp_path / "docs"


def test_a_complete_site_has_no_faults(built: tuple[Path, Path]) -> None:
    assert verify(*built, PUBLISHED) == ()


@pytest.mark.parametrize("path", ["index.html", "404.html", "slussar/alfa/index.html", "api/v1/index.json"])
def test_a_missing_file_is_reported(built: tuple[Path, Path], path: str) -> None:
    (built[0] / path).unlink()
    assert f"{path} saknas" in verify(*built, PUBLISHED)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"languages": {"sv": {"page_count": 0}}}', '{"languages": {}}'])
def test_an_empty_search_index_is_reported(built: tuple[Path, Path], text: str) -> None:
    (built[0] / "pagefind" / "pagefind-entry.json").write_text(text, encoding="utf-8")
    (fault,) = verify(*built, PUBLISHED)
    assert "sökningens register" in fault


@pytest.mark.parametrize(
    ("link", "why"),
    [
        ("/annat/", "utanför webbplatsens mapp"),
        ("../../../", "utanför webbplatsens mapp"),
        ("https://example.org/annan-webbplats/", "utanför webbplatsens mapp"),
        ("../beta/", "som inte finns"),
        ("http://127.0.0.1:8000/slussar/", "på den dator som byggde"),
        ("file:///etc/hosts", "på den dator som byggde"),
    ],
)
def test_a_broken_link_is_reported(built: tuple[Path, Path], link: str, why: str) -> None:
    (built[0] / "slussar" / "alfa" / "index.html").write_text(f'<a href="{link}">Bort</a>', encoding="utf-8")
    (fault,) = verify(*built, PUBLISHED)
    assert fault.startswith("slussar/alfa/index.html leder till ")
    assert why in fault


def test_a_site_built_for_another_address_is_reported(built: tuple[Path, Path]) -> None:
    (fault,) = verify(*built, Settings("https://example.org/annat"))[:1]
    assert fault.startswith("404.html leder till https://example.org/ideslussar/")


def test_a_site_that_was_never_built_gives_a_message(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify", "--docs", str(tmp_path / "docs"), "--site", str(tmp_path / "site")]) == 1
    assert "make site" in capsys.readouterr().out
