"""Fixtures of the browser tests: the system's Chromium, and a server for the built site."""

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
"""Names of the executable, in order of preference. The headless shell is the fastest."""

FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-software-rasterizer", "--disable-quic", "--no-first-run",
    "--disable-background-networking", "--disable-component-update", "--disable-sync",
)  # fmt: skip


FOLDER = "/ideslussar/"
"""Folder of the site on its host, as on GitHub Pages. The page for missing addresses depends on it."""


class QuietHandler(SimpleHTTPRequestHandler):
    """A request handler that serves the site in its folder, without logging."""

    def translate_path(self, path: str) -> str:
        """Return the file of an address. Addresses outside the folder do not exist."""
        return super().translate_path(path.removeprefix(FOLDER[:-1]) if path.startswith(FOLDER) else "/-/")

    def log_message(self, *_: object) -> None:
        pass

    def handle_one_request(self) -> None:
        """Handle a request, ignoring connections that the browser closes early."""
        with suppress(BrokenPipeError, ConnectionResetError):
            super().handle_one_request()


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a built site, and yield its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}{FOLDER}"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def address(site: Path) -> Iterator[str]:
    """Yield the address of the site of the full data."""
    with served(site) as url:
        yield url


def paths_of(site: Path) -> tuple[str, ...]:
    """Return the paths of the pages of a build, except redirects."""
    pages = (path for path in site.rglob("*.html") if 'http-equiv="refresh"' not in path.read_text("utf-8"))
    return tuple(sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in pages))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Yield the system's Chromium."""
    chromium = next(filter(None, map(shutil.which, CHROMIUMS)), None)
    if chromium is None:
        pytest.fail("Chromium is missing. Install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=chromium, args=list(FLAGS))
        yield launched
        launched.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Yield a page that fails the test when it logs an error or makes a request to another host."""
    new_page = browser.new_page()
    errors = watch(new_page)
    yield new_page
    new_page.close()
    assert errors == []


def watch(page: Page) -> list[str]:
    """Return a list that is extended with each error that the page logs and each request to another host."""
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
