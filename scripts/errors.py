"""The errors that end a command, and their exit codes.

`scripts/__main__.py` shows the message and exits. Any other exception is a bug.
"""

from __future__ import annotations

import sys
from typing import ClassVar


class CommandError(Exception):
    """The command could not be carried out. The message is in Swedish, since it is shown as it is."""

    exit_code: ClassVar[int] = 1

    def show(self) -> None:
        """Print the message to standard error."""
        print(self, file=sys.stderr)


class UsageError(CommandError):
    """The input of the command is unusable: an argument, a file, a setting, a folder without history."""

    exit_code: ClassVar[int] = 2
