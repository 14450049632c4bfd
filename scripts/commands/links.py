"""The command `links`: list the web addresses that the data cites."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.commands.upkeep.cited_urls import as_list, cited_addresses
from scripts.diagnostics import DataError
from scripts.loading.dataset import read


def run(cases: Path) -> int:
    """Print the addresses, one per line.

    Returns:
        0.

    Raises:
        DataError: When a file could not be read as it should, so that addresses may be missed.
    """
    dataset = read(cases)
    if dataset.problems:
        raise DataError(dataset.problems)
    sys.stdout.write(as_list(cited_addresses(dataset)))
    return 0
