"""The command `links`: list the web addresses that the data cites."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.commands.upkeep.cited_urls import as_list, cited_addresses
from scripts.loading.dataset import read


def run(cases: Path) -> int:
    """Print the addresses, one per line.

    Returns:
        0.
    """
    sys.stdout.write(as_list(cited_addresses(read(cases))))
    return 0
