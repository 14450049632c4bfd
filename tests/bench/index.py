"""Index a built site again, so that the benchmark can measure it separately."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.build.pagefind import index

if __name__ == "__main__":
    index(Path(sys.argv[1]))
