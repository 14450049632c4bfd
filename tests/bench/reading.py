"""What a reader waits for: bytes of a page, bytes of the first search, and a click on a filter."""

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
"""What is searched for, each in a browser that has loaded nothing."""

CLICKED = 'input[name="utfall"][value="fortsatte"]'
"""A filter that half of the sluices pass."""


@dataclass(frozen=True)
class Wait:
    """What one looks at a built site for.

    Attributes:
        page: The mean size of a real sluice's page, in bytes.
        largest: The largest page, and its size.
        search: What the first search loads, in bytes, when texts come compressed as from every host; the median.
        most: The same for the word that loads the most.
        click: From a click on a filter to the answer, in milliseconds; the median of some.
    """

    page: float
    largest: tuple[str, int]
    search: float
    most: int
    click: float


def look(site: Path, sluices: tuple[str, ...]) -> Wait:
    """Open a built site in a browser.

    Args:
        site: The folder of the site.
        sluices: The ids of the sluices whose pages are weighed.

    Returns:
        What was found.
    """
    sizes = {path.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("*.html")}
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)))
    with served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        searches = [_first_search(browser, site, address, word) for word in WORDS]
        found = Wait(
            statistics.mean(sizes[f"slussar/{sluice}/index.html"] for sluice in sluices),
            max(sizes.items(), key=lambda item: item[1]),
            statistics.median(searches),
            max(searches),
            statistics.median(_click(browser.new_page(), address) for _ in range(5)),
        )
        browser.close()
    return found


def _first_search(browser: Browser, site: Path, address: str, word: str) -> int:
    """The bytes that come when someone who has just arrived searches for a word."""
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
    """The bytes of a file as a host sends it: Pagefind's own files are compressed already."""
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
