"""The errors that a command may end in, and the exit codes that go with them.

`scripts/__main__.py` shows the message and exits. Anything else that is raised is a defect of the program.
"""

from __future__ import annotations

import sys
from typing import ClassVar


class CommandError(Exception):
    """What was asked for could not be done. The message is shown as it is, so it is written in Swedish."""

    exit_code: ClassVar[int] = 1

    def show(self) -> None:
        """Print what went wrong."""
        print(self, file=sys.stderr)


class UsageError(CommandError):
    """The command was given something that it cannot use: an argument, a file, a setting, a folder without history."""

    exit_code: ClassVar[int] = 2
