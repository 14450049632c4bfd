"""The site on one's own machine: as published, and again at every saved change.

While the data has problems, the last good site stays up, and the problems are shown on its pages
and in the terminal.
"""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from watchfiles import watch

from scripts.problems import as_text
from scripts.programs import BuildError
from scripts.settings import ROOT, Folders, Settings
from scripts.site import DataError, build

EVENTS = "/-/events"
"""Where a page listens for changes. No page of the site has such an address."""

LIVE = "/-/live.js"
"""The script that listens. In a file of its own, since the pages allow no script inside them."""

_CLIENT = f'<script src="{LIVE}" data-version="%d"></script>'

_NOTHING_YET = "<!doctype html><html lang=sv><meta charset=utf-8><title>Ingen webbplats än</title><body>"


@dataclass
class State:
    """What the latest build gave: its number, and the problems if it failed."""

    version: int = 0
    problems: str = ""
    changed: threading.Condition = field(default_factory=threading.Condition)

    def update(self, problems: str) -> None:
        """Tell everybody who listens how a build went."""
        with self.changed:
            self.version += not problems
            self.problems = problems
            self.changed.notify_all()

    def events(self) -> Iterator[str]:
        """The state now, and each time it changes; an empty text now and then in between."""
        seen: tuple[int, str] | None = None
        while True:
            with self.changed:
                self.changed.wait_for(partial(self._differs_from, seen), timeout=15)
                now = (self.version, self.problems)
            yield "" if now == seen else json.dumps({"version": now[0], "problems": now[1]}, ensure_ascii=False)
            seen = now

    def _differs_from(self, seen: tuple[int, str] | None) -> bool:
        return (self.version, self.problems) != seen


class Handler(SimpleHTTPRequestHandler):
    """Serves the built site, with a script in each page that listens for changes."""

    def __init__(self, *arguments: object, state: State, site: Path, **names: object) -> None:
        self.state = state
        self.site = site
        super().__init__(*arguments, directory=str(site), **names)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, a page with the script in it, or the stream of changes."""
        path = Path(self.translate_path(self.path))
        if path.is_dir() and self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if self.path == EVENTS:
            self._stream()
        elif self.path == LIVE:
            self._send(HTTPStatus.OK, "text/javascript", (Path(__file__).parent / "live.js").read_text("utf-8"))
        elif path.suffix == ".html" and path.is_file():
            self._page(HTTPStatus.OK, path.read_text("utf-8"))
        elif path.exists():
            super().do_GET()
        else:
            missing = self.site / "404.html"
            self._page(HTTPStatus.NOT_FOUND, missing.read_text("utf-8") if missing.is_file() else _NOTHING_YET)

    def end_headers(self) -> None:
        """Nothing is kept by the browser: the next look is at the next build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing of each request: the terminal is for problems."""

    def _page(self, status: HTTPStatus, text: str) -> None:
        client = _CLIENT % self.state.version
        content = text.replace("</body>", f"{client}</body>")
        self._send(status, "text/html", content if content != text else content + client)

    def _send(self, status: HTTPStatus, kind: str, text: str) -> None:
        body = text.encode("utf-8")
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def _stream(self) -> None:
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for event in self.state.events():
                self.wfile.write(f"data: {event}\n\n".encode() if event else b":\n\n")
                self.wfile.flush()
        except OSError:
            self.close_connection = True


def serve(folders: Folders, settings: Settings, port: int) -> int:
    """Build, serve at 127.0.0.1, and build again at every change, until interrupted.

    Args:
        folders: Where the data is, and where the pages and the site go.
        settings: The addresses of the site.
        port: 0 takes a free one.

    Returns:
        0 when interrupted, 1 when the port is taken.
    """
    state = State()
    folders.site.mkdir(parents=True, exist_ok=True)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, state=state, site=folders.site))
    except OSError:
        print(f"Port {port} är upptagen. Välj en annan: make serve PORT=8001")
        return 1
    server.daemon_threads = True
    _rebuild(state, folders, settings)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Webbplatsen: http://127.0.0.1:{server.server_address[1]}/  (avsluta med Ctrl+C)", flush=True)
    try:
        for _ in watch(*_watched(folders), debounce=200, raise_interrupt=False):
            _rebuild(state, folders, settings)
    finally:
        server.shutdown()
    return 0


def _watched(folders: Folders) -> tuple[Path, ...]:
    own = (ROOT / "docs" / "assets", ROOT / "overrides", ROOT / "scripts" / "templates", ROOT / "mkdocs.yml")
    return (folders.cases, *own)


def _rebuild(state: State, folders: Folders, settings: Settings) -> None:
    began = time.monotonic()
    try:
        build(folders, settings)
    except DataError as error:
        problems = as_text(error.problems)
    except BuildError as error:
        problems = str(error)
    else:
        problems = ""
    state.update(problems)
    print(problems or f"Byggd på {time.monotonic() - began:.1f} s", flush=True)
