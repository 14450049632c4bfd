"""The command `serve`: serve the site locally, and rebuild it at every saved change.

The page of a saved case is shown at once, and the rest when the build is finished. While the data has problems, the
last good site stays up, and the problems are shown on its pages and in the terminal.
"""

from __future__ import annotations

import errno
import json
import signal
import threading
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import FrameType

from watchfiles import watch

from scripts.commands.serve.rebuild import Builds, Follower
from scripts.diagnostics import as_text
from scripts.errors import CommandError
from scripts.settings import ROOT, Folders, Settings

EVENTS = "/-/events"
"""The address of the stream of changes. No page of the site has such an address."""

LIVE = "/-/live.js"
"""The address of the script that listens. It is a file, because the pages allow no inline scripts."""

_CLIENT = f'<script src="{LIVE}" data-version="%d"></script>'

_NOTHING_YET = "<!doctype html><html lang=sv><meta charset=utf-8><title>Ingen webbplats än</title><body>"


@dataclass
class State:
    """The state that browsers show.

    Attributes:
        version: A number that grows with every change.
        problems: The problems of the latest save or build; empty when there are none.
        ahead: Pages newer than the built site, by path: the number of the build that will include them, and their HTML.
    """

    version: int = 0
    problems: str = ""
    ahead: dict[str, tuple[int, str]] = field(default_factory=dict)
    changed: threading.Condition = field(default_factory=threading.Condition)

    def show(self, number: int, problems: str, pages: Mapping[str, str]) -> None:
        """Show saved pages before the build that will include them."""
        with self.changed:
            self.ahead |= {path: (number, page) for path, page in pages.items()}
            self._tell(problems)

    def built(self, number: int, problems: str) -> None:
        """Show the result of a build, and drop the pages that it includes from `ahead`."""
        with self.changed:
            self.ahead = {path: (coming, page) for path, (coming, page) in self.ahead.items() if coming > number}
            self._tell(problems)
        if problems:
            print(problems, flush=True)

    def _tell(self, problems: str) -> None:
        self.version += not problems
        self.problems = problems
        self.changed.notify_all()

    def events(self) -> Iterator[str]:
        """Yield the state as JSON, now and at every change, and an empty text as a regular sign of life."""
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
    """A request handler that serves the built site, with a script in each page that listens for changes."""

    def __init__(self, *arguments: object, state: State, site: Path, **names: object) -> None:
        self.state = state
        self.site = site
        super().__init__(*arguments, directory=str(site), **names)  # type: ignore[arg-type]

    def do_GET(self) -> None:
        """Answer with a file, a page with the script in it, or the stream of changes."""
        path = Path(self.translate_path(self.path))
        if self.path.partition("?")[0].endswith("/"):
            path /= "index.html"
        if self.path == EVENTS:
            self._stream()
        elif self.path == LIVE:
            self._send(HTTPStatus.OK, "text/javascript", (Path(__file__).parent / "live.js").read_text("utf-8"))
        elif (ahead := self.state.ahead.get(self._within_site(path))) is not None:
            self._page(HTTPStatus.OK, ahead[1])
        elif path.suffix == ".html" and path.is_file():
            self._page(HTTPStatus.OK, path.read_text("utf-8"))
        elif path.exists():
            super().do_GET()
        else:
            missing = self.site / "404.html"
            self._page(HTTPStatus.NOT_FOUND, missing.read_text("utf-8") if missing.is_file() else _NOTHING_YET)

    def end_headers(self) -> None:
        """Forbid caching, so that every request gets the latest build."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Log no requests, to keep the terminal for problems."""

    def _within_site(self, path: Path) -> str:
        return path.relative_to(self.site).as_posix() if path.is_relative_to(self.site) else ""

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


def run(folders: Folders, settings: Settings, port: int) -> int:
    """Build, serve at 127.0.0.1, and build again at every change, until interrupted.

    Args:
        folders: The folders of the data, the pages and the site.
        settings: The addresses of the site.
        port: The port; 0 chooses a free one.

    Returns:
        0 when interrupted.

    Raises:
        CommandError: When the port cannot be used.
    """
    state = State()
    folders.site.mkdir(parents=True, exist_ok=True)
    try:
        server = ThreadingHTTPServer(("127.0.0.1", port), partial(Handler, state=state, site=folders.site))
    except OSError as error:
        why = "är upptagen" if error.errno == errno.EADDRINUSE else "går inte att använda"
        raise CommandError(f"Port {port} {why}. Välj en annan: make serve PORT=8001") from None
    server.daemon_threads = True
    builds = Builds(folders, settings, state.built)
    signal.signal(signal.SIGTERM, _interrupt)
    try:
        first = builds.ask()
        follower = Follower(folders, settings)
        builds.wait(first)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        print(f"Webbplatsen: http://127.0.0.1:{server.server_address[1]}/  (avsluta med Ctrl+C)", flush=True)
        for changes in watch(*_watched(folders), debounce=200, raise_interrupt=False):
            saved = follower.saved([Path(path) for _, path in changes])
            number = builds.ask()
            if saved.problems or saved.pages:
                state.show(number, as_text(saved.problems), saved.pages or {})
    except KeyboardInterrupt:
        pass
    finally:
        builds.stop()
        server.server_close()
    return 0


def _interrupt(_number: int, _frame: FrameType | None) -> None:
    """Treat SIGTERM as Ctrl+C, so that a running build is stopped too."""
    raise KeyboardInterrupt


def _watched(folders: Folders) -> tuple[Path, ...]:
    own = (ROOT / "docs" / "assets", ROOT / "overrides", ROOT / "scripts" / "site" / "templates", ROOT / "mkdocs.yml")
    return (folders.cases, *own)
