"""What the tests in a browser share: the system's Chromium, and the built site served as it is published."""

from __future__ import annotations

import shutil
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUMS = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""What is looked for, the quickest first: the same browser without the windows that nobody sees."""

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


FOLDER = "/ideslussar/"
"""Where on its host the site is: a folder, as on the pages of a repository. The missing page needs to know."""


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves the site in its folder, and keeps quiet about it."""

    def translate_path(self, path: str) -> str:
        """The file of an address; what is outside the folder does not exist."""
        return super().translate_path(path.removeprefix(FOLDER[:-1]) if path.startswith(FOLDER) else "/-/")

    def log_message(self, *_: object) -> None:
        pass

    def handle_one_request(self) -> None:
        """A browser that leaves in the middle of an answer is nothing to tell of."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().handle_one_request()


@contextmanager
def served(site: Path) -> Iterator[str]:
    """The address that a built site is served at, for as long as it is needed."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{FOLDER}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Where the site of the full data is served."""
    with served(site) as url:
        yield url


def paths_of(site: Path) -> tuple[str, ...]:
    """The path of every page of a build, but for those that lead on before they can be looked at."""
    pages = (path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return tuple(sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in pages))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The system's Chromium."""
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        pytest.fail("Chromium is missing. Install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        found = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield found
        found.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page that fails the test when an error is logged, or when anything is fetched from elsewhere."""
    found = browser.new_page()
    errors = watch(found)
    yield found
    found.close()
    assert errors == []


def watch(page: Page) -> list[str]:
    """The errors that a page logs and the addresses elsewhere that it asks for, as they come."""
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("request", lambda request: errors.append(request.url) if "//127.0.0.1" not in request.url else None)
    return errors


@pytest.fixture
def form(page: Page, address: str) -> Page:
    page.emulate_media(reduced_motion="reduce")
    page.goto(f"{address}bidra/formular/")
    return page
