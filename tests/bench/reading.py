"""The costs for a reader: the bytes of a page, the bytes of the first search, and the time of a click on a filter."""

from __future__ import annotations

import gzip
import shutil
import statistics
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.conftest import CHROMIUMS, FLAGS, served

WORDS = ("idécoach", "ledning", "budget", "förstudie", "medarbetare", "samverkan", "tid", "test", "innovationsledare")
"""The words to search for, each in a browser without a cache."""

CLICKED = 'input[name="utfall"][value="fortsatte"]'
"""A filter that matches half of the sluices."""


@dataclass(frozen=True)
class ReadingCosts:
    """The measurements of a built site.

    Attributes:
        page: The mean size of a real sluice's page, in bytes.
        largest: The largest page, and its size.
        search: The median bytes that the first search loads, with text compressed as by a host.
        most: The bytes of the search that loads the most.
        click: The median time from a click on a filter to the answer, in milliseconds.
    """

    page: float
    largest: tuple[str, int]
    search: float
    most: int
    click: float


def measure_reading(site: Path, sluices: tuple[str, ...]) -> ReadingCosts:
    """Measure a built site in a browser.

    Args:
        site: The folder of the site.
        sluices: The ids of the sluices whose pages are measured.

    Returns:
        The measurements.
    """
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)))
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        searches = [_first_search(browser, site, address, word) for word in WORDS]
        costs = ReadingCosts(
            statistics.mean(sizes[f"slussar/{sluice}/index.html"] for sluice in sluices),
            max(sizes.items(), key=lambda item: item[1]),
            statistics.median(searches),
            max(searches),
            statistics.median(_click(browser.new_page(), address) for _ in range(5)),
        )
        browser.close()
    return costs


def _first_search(browser: Browser, site: Path, address: str, word: str) -> int:
    """Return the bytes that a search for a word loads on the first visit."""
    page = browser.new_page()
    page.goto(address, wait_until="networkidle")
    loaded: list[str] = []
    page.on("response", lambda response: loaded.append(response.url))
    page.keyboard.press("/")
    page.locator("#sok-ord").fill(word)
    page.locator(".search-results a").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.close()
    return sum(_compressed(site / urlsplit(url.removeprefix(address)).path) for url in loaded)


def _compressed(file: Path) -> int:
    """Return the bytes of a file as a host sends it. Pagefind's own files are compressed already."""
    content = file.read_bytes()
    return len(gzip.compress(content)) if file.suffix in {".js", ".json"} else len(content)


def _click(page: Page, address: str) -> float:
    page.goto(f"{address}utforska/?slag=sluss")
    page.locator(".hits a").first.wait_for()
    before = page.locator("[data-status]").inner_text()
    waited: float = page.evaluate(
        """([clicked, before]) => new Promise((resolve) => {
          const status = document.querySelector("[data-status]");
          const began = performance.now();
          new MutationObserver(() => {
            if (status.textContent !== before) resolve(performance.now() - began);
          }).observe(status, { childList: true, characterData: true, subtree: true });
          document.querySelector(clicked).click();
        })""",
        [CLICKED, before],
    )
    page.close()
    return waited
