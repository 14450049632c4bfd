"""Rebuild when a file is saved: its page at once, and then the site.

The site is built in a separate process, so that the next saved file need not wait for it.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection
from pathlib import Path

from scripts.build.process import UTF_8
from scripts.commands.serve.preview import SavedPages, days_of, preview
from scripts.loading.dataset import read
from scripts.settings import Folders, Settings, child_environment

BuildCallback = Callable[[int, str], None]
"""A callback that gets the number of a finished build, and its problems; empty without problems."""


class Builds:
    """A queue of site builds, run one at a time.

    All requests during a build share the next one.
    """

    def __init__(self, folders: Folders, settings: Settings, on_built: BuildCallback) -> None:
        """Start the thread that waits for requests.

        Args:
            folders: The folders of the data, the pages and the site.
            settings: The settings to build with.
            on_built: Called after each build, in another thread.
        """
        self._command = [sys.executable, "-m", "scripts", "build"]
        for name in ("cases", "docs", "site"):
            self._command += [f"--{name}", str(getattr(folders, name))]
        self._environment = child_environment({**settings.as_environment(), **UTF_8})
        self._on_built = on_built
        self._asked = self._made = 0
        self._changed = threading.Condition()
        self._process: subprocess.Popen[str] | None = None
        threading.Thread(target=self._run, daemon=True).start()

    def ask(self) -> int:
        """Request a build of the current data, and return its number."""
        with self._changed:
            self._asked += 1
            self._changed.notify_all()
            return self._asked

    def wait(self, number: int) -> None:
        """Wait until a build is finished."""
        with self._changed:
            self._changed.wait_for(lambda: self._made >= number)

    def stop(self) -> None:
        """Stop the current build. The old site stays in place."""
        if self._process is not None:
            self._process.terminate()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._asked > self._made)
                number = self._asked
            self._on_built(number, self._build())
            with self._changed:
                self._made = number
                self._changed.notify_all()

    def _build(self) -> str:
        """Build the site, and return the problems."""
        began = time.monotonic()
        with subprocess.Popen(
            self._command,
            env=self._environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            errors="replace",
        ) as self._process:
            printed, _ = self._process.communicate()
        if self._process.returncode:
            return printed.strip() or "Bygget avbröts"
        print(f"Byggd på {time.monotonic() - began:.1f} s", flush=True)
        return ""


class Follower:
    """A cache of the loaded data, updated when files are saved."""

    def __init__(self, folders: Folders, settings: Settings) -> None:
        """Load all data once."""
        self._folders, self._settings = folders, settings
        self._dataset = read(folders.cases)
        self._days = days_of(folders, settings)

    def saved(self, files: Collection[Path]) -> SavedPages:
        """Load saved files, and render their pages.

        Args:
            files: The files that were changed, added or removed.

        Returns:
            The problems or pages of these files.
        """
        began = time.monotonic()
        saved = preview(files, self._dataset, self._folders, self._settings, self._days)
        self._dataset = saved.dataset
        if saved.pages:
            names = ", ".join(saved.pages).replace("index.html", "")
            print(f"{names} på {time.monotonic() - began:.1f} s, resten byggs", flush=True)
        return saved
