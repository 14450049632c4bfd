"""The local site updates when files are saved."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from lxml import html

from scripts.settings import ROOT

pytestmark = pytest.mark.site


@dataclass(frozen=True)
class Served:
    """A running `serve` with the folder that it watches."""

    address: str
    cases: Path
    process: subprocess.Popen[str]

    def get(self, path: str) -> str:
        """Return a page as text."""
        with urllib.request.urlopen(self.address + path, timeout=10) as answer:  # noqa: S310
            return str(answer.read().decode("utf-8"))

    @contextmanager
    def events(self) -> Iterator[Iterator[dict[str, object]]]:
        """Open the stream of changes, which begins with the current state."""
        with urllib.request.urlopen(f"{self.address}-/events", timeout=30) as stream:  # noqa: S310
            yield (json.loads(line.decode("utf-8")[5:]) for line in stream if line.startswith(b"data:"))


@pytest.fixture
def served(small: Path, tmp_path: Path) -> Iterator[Served]:
    folders = ["--cases", str(small), "--docs", str(tmp_path / "docs"), "--site", str(tmp_path / "site")]
    with subprocess.Popen(
        [sys.executable, "-m", "scripts", "serve", "--port", "0", *folders],
        cwd=ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8",
    ) as process:  # fmt: skip
        assert process.stdout is not None
        for line in process.stdout:
            if match := re.search(r"http://127\.0\.0\.1:\d+/", line):
                yield Served(match.group(), small, process)
                break
        process.terminate()


def test_the_site_is_served_as_published_with_search(served: Served) -> None:
    assert "Idésluss Alfa" in served.get("slussar/alfa/")
    assert "pagefind" in served.get("pagefind/pagefind-entry.json") or served.get("pagefind/pagefind.js")
    assert "EventSource" in served.get("-/live.js")
    assert '<script src="/-/live.js"' in served.get("slussar/alfa/")
    with pytest.raises(urllib.error.HTTPError, match="404"):
        served.get("finns-inte/")


def test_a_moved_address_redirects_and_is_not_indexed(served: Served) -> None:
    page = html.document_fromstring(served.get("metoder/gamla-exempel/"))
    assert page.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../goda-exempel/"]
    assert page.xpath("//meta[@name='robots']/@content") == ["noindex"]
    assert page.xpath("//article//a/@href") == ["../goda-exempel/"]
    assert not page.xpath("//*[@data-pagefind-body]")


def test_a_saved_case_is_shown_on_its_page(served: Served) -> None:
    path = served.cases / "alfa.yml"
    with served.events() as events:
        first = next(events)
        path.write_text(path.read_text("utf-8").replace("Idésluss Alfa\n", "Idésluss Nya Alfa\n", 1), encoding="utf-8")
        second = next(events)
    assert (first["problems"], second["problems"]) == ("", "")
    assert second["version"] != first["version"]
    assert "Idésluss Nya Alfa" in served.get("slussar/alfa/")


def test_a_broken_case_shows_its_problems_and_leaves_the_site_up(served: Served) -> None:
    path = served.cases / "alfa.yml"
    original = path.read_text("utf-8")
    with served.events() as events:
        first = next(events)
        path.write_text(original.replace("method: idecoach", "method: idecoash"), encoding="utf-8")
        broken = next(events)
        assert "Idésluss Alfa" in served.get("slussar/alfa/")
        path.write_text(original + "\n", encoding="utf-8")
        mended = next(events)
    assert 'Menade du "idecoach"?' in str(broken["problems"])
    assert broken["version"] == first["version"]
    assert mended["problems"] == ""
