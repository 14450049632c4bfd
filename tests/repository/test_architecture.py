"""The layers of `scripts/`: imports go downwards only, and modules stay short."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

from scripts.__main__ import commands
from scripts.settings import ROOT

ORDER = (
    "errors", "settings", "diagnostics", "model", "text", "loading", "git", "library", "checks", "figures", "exports",
    "site", "documents", "build", "commands", "command_line", "__main__",
)  # fmt: skip
"""The modules and packages at the top of `scripts/`, lowest first. Each may import those before it, and itself."""

LONGEST = 300
"""The most lines in a module."""

MODULES = tuple(sorted((ROOT / "scripts").rglob("*.py")))


def _name(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _package(module: str) -> str:
    return module.split(".")[1] if "." in module else module


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_imports_go_downwards(path: Path) -> None:
    own = path.relative_to(ROOT / "scripts").parts[0].removesuffix(".py")
    if own == "__init__":
        return
    below = ORDER[: ORDER.index(own) + 1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        modules = [node.module or ""] if isinstance(node, ast.ImportFrom) else []
        modules += [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.module == "scripts":
            modules = [f"scripts.{alias.name}" for alias in node.names]
        above = [name for name in modules if name.startswith("scripts.") and _package(name) not in below]
        assert not above, f"line {node.lineno}: {own} stands below {above}"  # type: ignore[attr-defined]


def test_every_package_is_in_the_order() -> None:
    packages = {path.relative_to(ROOT / "scripts").parts[0].removesuffix(".py") for path in MODULES}

    assert packages - {"__init__"} == set(ORDER)


@pytest.mark.parametrize("path", MODULES, ids=_name)
def test_a_module_is_not_long(path: Path) -> None:
    assert len(path.read_text("utf-8").splitlines()) <= LONGEST


def _mentioning(pattern: str) -> set[str]:
    return {_name(path) for path in MODULES if re.search(pattern, path.read_text("utf-8"))}


def test_one_module_runs_git() -> None:
    assert _mentioning(r"""["']git["' ]""") == {"scripts/git/git.py"}


def test_one_module_reads_the_environment() -> None:
    assert _mentioning(r"\b(os\.environ|environb?|getenv|putenv|unsetenv)\b") == {"scripts/settings.py"}


def test_nothing_writes_the_environment() -> None:
    tree = ast.parse((ROOT / "scripts" / "settings.py").read_text("utf-8"))
    parents = {child: node for node in ast.walk(tree) for child in ast.iter_child_nodes(node)}
    uses = [parents[node] for node in ast.walk(tree) if isinstance(node, ast.Attribute) and node.attr == "environ"]
    assert {getattr(use, "attr", ast.unparse(use)) for use in uses} == {"get", "items"}


def test_every_command_has_a_module_of_its_name() -> None:
    modules = {path.stem for path in (ROOT / "scripts" / "commands").iterdir() if not path.stem.startswith("__")}
    assert modules == set(commands.commands)
