"""Tests that a new field only needs changes in two files, and that the outputs that lack it are reported."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from scripts.settings import ROOT
from tests.conftest import change
from tests.library.test_case_outputs import OUTPUTS

pytestmark = pytest.mark.slow

MODEL = "scripts/model/claims.py"
CONTENT = "scripts/library/case_content.py"
FIELD = "methods.duration"

NEEDED = ("scripts", "tests/library", "tests/data/small", "docs/assets/css")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the parts of the project that handle the fields of a case, with a field added to methods."""
    for folder in NEEDED:
        shutil.copytree(ROOT / folder, tmp_path / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in ("mkdocs.yml", "pyproject.toml", "tests/__init__.py", "tests/conftest.py"):
        shutil.copy(ROOT / file, tmp_path / file)
    change(
        tmp_path / MODEL,
        'description="En metod i katalogen.", examples=["idecoach"])]\n',
        'description="En metod i katalogen.", examples=["idecoach"])]\n'
        '    duration: Annotated[Label | None, Field(title="Hur länge", description="I ord.")] = None\n',
    )
    return tmp_path


def outputs_without_field(project: Path) -> set[str]:
    """Return the outputs that do not show the new field, as reported by the test of outputs in the copy."""
    test = "tests/library/test_case_outputs.py"
    options = ["-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-rpf", "-k", FIELD]
    command = [sys.executable, "-m", "pytest", *options, test]
    process = subprocess.run(command, cwd=project, capture_output=True, text=True, check=False)
    outcomes = re.findall(rf"^(PASSED|FAILED) .*\[(\w+)-{FIELD}\]", process.stdout, re.MULTILINE)
    assert {output for _, output in outcomes} == set(OUTPUTS), process.stdout + process.stderr
    return {output for outcome, output in outcomes if outcome == "FAILED"}


def test_outputs_that_lack_a_new_field_are_reported(project: Path) -> None:
    assert outputs_without_field(project) == OUTPUTS.keys() - {"json_ld"}


def test_a_new_field_of_a_method_only_needs_the_model_and_the_content(project: Path) -> None:
    change(project / CONTENT, "    Milestone,\n    Result,\n", "    MethodUse,\n    Milestone,\n    Result,\n")
    change(
        project / CONTENT,
        '            yield _mark("stance", claim.stance)\n',
        '            yield _mark("stance", claim.stance)\n'
        "            if isinstance(claim, MethodUse) and claim.duration:\n"
        '                yield Mark("duration", claim.duration, claim.duration)\n',
    )

    assert outputs_without_field(project) == set()
