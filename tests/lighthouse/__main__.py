"""Measure the most important kinds of page with Lighthouse: `make lighthouse`.

The site is served as a host would serve it: compressed and cacheable.
Each page is measured several times on a mobile profile, and the median is shown.
"""

from __future__ import annotations

import gzip
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from scripts.build.pipeline import build
from scripts.settings import Folders, Settings

PAGES = (
    "",
    "beslut/starta-eller-lata-bli/",
    "siffror/",
    "vem-liknar-oss/",
    "ideer/",
    "slussar/sundsvall/",
    "metoder/idecoach/",
    "utforska/",
    "jamfor/",
)
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
TIMES = 3

CHROME = "--headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking"


class Compressing(SimpleHTTPRequestHandler):
    """Serves files compressed, as every host of static sites does."""

    def do_GET(self) -> None:
        """Answer with the file, compressed when it is text."""
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        if not path.is_file():
            self.send_error(404)
            return
        body, kind = path.read_bytes(), self.guess_type(path)
        self.send_response(200)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Cache-Control", "max-age=31536000")
        if kind.startswith("text/") or path.suffix in {".svg", ".json", ".js"}:
            body = gzip.compress(body)
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Log no requests."""


def measure(address: str, report: Path) -> dict[str, float]:
    """Run Lighthouse once.

    Args:
        address: The page.
        report: The path of the report, which is written.

    Returns:
        Category → score, 0 to 100.
    """
    command = [
        str(Path(__file__).parent / "node_modules" / ".bin" / "lighthouse"), address, "--quiet", "--output=json",
        f"--output-path={report}", f"--chrome-flags={CHROME} --user-data-dir={report.parent / 'profile'}",
        f"--only-categories={','.join(CATEGORIES)}",
    ]  # fmt: skip
    chromium = shutil.which("chromium") or shutil.which("google-chrome") or ""
    subprocess.run(command, check=True, env={**os.environ, "CHROME_PATH": chromium}, stdout=subprocess.DEVNULL)
    results = json.loads(report.read_text("utf-8"))
    for audit in results["audits"].values():
        if audit.get("score") is not None and audit["score"] < 1 and audit["scoreDisplayMode"] == "binary":
            print(f"    {audit['id']}: {audit['title']}")
    return {category: round(results["categories"][category]["score"] * 100) for category in CATEGORIES}


def main() -> int:
    """Measure each page.

    Returns:
        0 when every median is 100, else 1.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folders = Folders(docs=folder / "docs", site=folder / "site")
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Compressing, directory=str(folders.site)))
        address = f"http://127.0.0.1:{server.server_address[1]}/"
        build(folders, Settings(site_url=address.rstrip("/")))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        worst = 100.0
        print(f"{'':32}{'  '.join(CATEGORIES)}")
        for path in PAGES:
            runs = [measure(address + path, folder / "report.json") for _ in range(TIMES)]
            scores = {category: statistics.median(run[category] for run in runs) for category in CATEGORIES}
            worst = min(worst, *scores.values())
            print(f"/{path:<31}{'  '.join(f'{scores[name]:>{len(name)}.0f}' for name in CATEGORIES)}", flush=True)
        server.shutdown()
    return 0 if worst == 100 else 1


if __name__ == "__main__":
    sys.exit(main())
