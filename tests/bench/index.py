"""Makes a built site searchable once more, so that the benchmark can tell what that part costs."""

from __future__ import annotations

import sys
from pathlib import Path

from scripts.build.pagefind import index

if __name__ == "__main__":
    index(Path(sys.argv[1]))
