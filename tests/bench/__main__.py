"""The benchmark: `make bench`, or `python -m tests.bench --sizes 12 100 --times 5`.

Times can only be compared within one run on one machine, so the limits are on ratios.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from scripts.commands.serve.preview import days_of, preview
from scripts.git.last_modified import Dates
from scripts.loading.dataset import Dataset, read
from scripts.settings import ROOT, Folders, Settings
from tests.bench.commands import Cost, bare, in_turn, run, scripts
from tests.bench.reading import ReadingCosts, measure_reading
from tests.bench.synthetic import write_cases

SIZES = (12, 100, 1000, 3000)
REAL = tuple(sorted(path.stem for path in (ROOT / "cases").glob("*.yml")))


@dataclass(frozen=True)
class Size:
    """The measurements at one number of cases."""

    costs: Mapping[str, Cost]
    reading: ReadingCosts
    shown: float


def main() -> int:
    """Measure, and print a table and the ratios."""
    options = _options()
    sizes: dict[int, Size] = {}
    with tempfile.TemporaryDirectory(prefix="bench-") as temporary:
        for number in options.sizes:
            print(f"{number} cases", file=sys.stderr, flush=True)
            sizes[number] = _measure(number, Path(temporary) / str(number), options)
    _print_table(sizes)
    return _print_ratios(sizes)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.bench")
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    parser.add_argument("--times", type=int, default=5)
    parser.add_argument(
        "--no-bare", action="store_true", help="leave out MkDocs with its own theme, which is the slowest"
    )
    parser.add_argument("--pdf", action="store_true", help="compile the book and the hand-outs too, once")
    return parser.parse_args()


def _measure(number: int, folder: Path, options: argparse.Namespace) -> Size:
    folder.mkdir()
    folders = Folders(write_cases(folder / "cases", number), folder / "docs", folder / "site")
    flags = {name: (f"--{name}", str(getattr(folders, name))) for name in ("cases", "docs", "site")}
    all_flags = [flag for pair in flags.values() for flag in pair]
    remove_docs = partial(shutil.rmtree, folders.docs, ignore_errors=True)
    commands = (
        ("check", scripts("check", *flags["cases"]), lambda: None),
        ("generate", scripts("generate", *flags["cases"], *flags["docs"]), remove_docs),
        ("generate again", scripts("generate", *flags["cases"], *flags["docs"]), lambda: None),
        ("build", scripts("build", *all_flags), remove_docs),
        ("bare", bare(folders.docs, folder / "bare", folder), lambda: None),
        ("index", (sys.executable, "-m", "tests.bench.index", str(folders.site)), lambda: None),
    )
    costs = in_turn((command for command in commands if command[0] != "bare" or not options.no_bare), options.times)
    if options.pdf:
        costs["pdf"] = run(scripts("pdf", *flags["cases"], *flags["site"]))
    before, days = read(folders.cases), days_of(folders, Settings())
    shown = statistics.median(_shown(folders, before, days) for _ in range(options.times))
    return Size(costs, measure_reading(folders.site, REAL), shown)


def _shown(folders: Folders, before: Dataset, days: Dates) -> float:
    """Measure the seconds until a saved case is shown."""
    began = time.perf_counter()
    preview([folders.cases / "sundsvall.yml"], before, folders, Settings(), days)
    return time.perf_counter() - began


def _print_table(sizes: Mapping[int, Size]) -> None:
    names = dict.fromkeys(name for size in sizes.values() for name in size.costs)
    rows: list[tuple[str, list[str]]] = [
        (f"{name}: s (MB)", [_cost(size.costs.get(name)) for size in sizes.values()]) for name in names
    ]
    rows += [
        ("a saved case is shown: s", [f"{size.shown:.1f}" for size in sizes.values()]),
        ("page of a sluice: bytes", [f"{size.reading.page:.0f}" for size in sizes.values()]),
        ("largest page: bytes", [f"{size.reading.largest[1]} {size.reading.largest[0]}" for size in sizes.values()]),
        ("first search: bytes", [f"{size.reading.search:.0f}, at most {size.reading.most}" for size in sizes.values()]),
        ("a filter is clicked: ms", [f"{size.reading.click:.0f}" for size in sizes.values()]),
    ]
    print(" | ".join(["cases", *map(str, sizes)]))
    for name, cells in rows:
        print(" | ".join([name, *cells]))


def _cost(cost: Cost | None) -> str:
    return f"{cost.seconds:.1f} ({cost.megabytes:.0f})" if cost else "-"


def _print_ratios(sizes: Mapping[int, Size]) -> int:
    """Print each ratio with its limit, and return 1 when any is above it."""
    lines: list[tuple[str, float, float]] = []
    for number, size in sizes.items():
        # The time of our index is left out, because the index of bare MkDocs is far smaller.
        pages = size.costs["build"].seconds - size.costs["index"].seconds
        if bare_build := size.costs.get("bare"):
            lines.append(
                (f"pages generated and built against bare MkDocs at {number}", pages / bare_build.seconds, 1.15)
            )
    if {100, 1000} <= sizes.keys():
        lines.append(
            ("build at 1000 against 100", sizes[1000].costs["build"].seconds / sizes[100].costs["build"].seconds, 11)
        )
    if 1000 in sizes:
        size = sizes[1000]
        peaks = (cost.megabytes for name, cost in size.costs.items() if name not in {"bare", "pdf"})
        lines.append(("peak memory at 1000, MB", max(peaks), 600))
        lines.append(("bytes of the first search at 1000, the heaviest word", size.reading.most, 500_000))
    if {12, 1000} <= sizes.keys():
        lines.append(
            ("bytes of a sluice's page at 1000 against 12", sizes[1000].reading.page / sizes[12].reading.page, 1.05)
        )
    for name, value, limit in lines:
        print(f"{'ok ' if value <= limit else 'NOT'} {name}: {value:.2f} (at most {limit})")
    return int(any(value > limit for _, value, limit in lines))


if __name__ == "__main__":
    sys.exit(main())
