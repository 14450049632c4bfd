"""What is done when a file is saved: its page at once, and then the whole site.

The whole is built in a process of its own, so that the next file that is saved need not wait for it.
"""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from collections.abc import Callable, Collection
from pathlib import Path

from scripts.build.process import UTF_8
from scripts.commands.serve.preview import FirstLook, days_of, look
from scripts.loading.dataset import read
from scripts.settings import Folders, Settings, child_environment

Told = Callable[[int, str], None]
"""Is told which of the builds that were asked for has been made, and its problems; empty when all is well."""


class Builds:
    """Builds the whole site when asked, one build at a time.

    Those who ask while one is being made share the next.
    """

    def __init__(self, folders: Folders, settings: Settings, told: Told) -> None:
        """Begin to wait for someone to ask.

        Args:
            folders: Where the data is, and where the pages and the site go.
            settings: The settings to build with.
            told: Is called after each build, in another thread.
        """
        self._command = [sys.executable, "-m", "scripts", "build"]
        for name in ("cases", "docs", "site"):
            self._command += [f"--{name}", str(getattr(folders, name))]
        self._environment = child_environment({**settings.as_environment(), **UTF_8})
        self._told = told
        self._asked = self._made = 0
        self._changed = threading.Condition()
        self._process: subprocess.Popen[str] | None = None
        threading.Thread(target=self._run, daemon=True).start()

    def ask(self) -> int:
        """Ask for a build of everything as it is now. Returns its number."""
        with self._changed:
            self._asked += 1
            self._changed.notify_all()
            return self._asked

    def wait(self, number: int) -> None:
        """Wait until a build has been made."""
        with self._changed:
            self._changed.wait_for(lambda: self._made >= number)

    def stop(self) -> None:
        """Leave a build that is being made. The old site stays."""
        if self._process is not None:
            self._process.terminate()

    def _run(self) -> None:
        while True:
            with self._changed:
                self._changed.wait_for(lambda: self._asked > self._made)
                number = self._asked
            self._told(number, self._build())
            with self._changed:
                self._made = number
                self._changed.notify_all()

    def _build(self) -> str:
        """Build, and return the problems."""
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
    """Knows the data as it was last saved, and looks at what is saved next."""

    def __init__(self, folders: Folders, settings: Settings) -> None:
        """Read everything once."""
        self._folders, self._settings = folders, settings
        self._dataset = read(folders.cases)
        self._days = days_of(folders, settings)

    def saved(self, files: Collection[Path]) -> FirstLook:
        """Look at what was saved.

        Args:
            files: The files that were saved, written anew or removed.

        Returns:
            Problems or pages, as far as they can be told from these files.
        """
        began = time.monotonic()
        found = look(files, self._dataset, self._folders, self._settings, self._days)
        self._dataset = found.dataset
        if found.pages:
            names = ", ".join(found.pages).replace("index.html", "")
            print(f"{names} på {time.monotonic() - began:.1f} s, resten byggs", flush=True)
        return found
