"""Workflows are pinned, have minimal permissions, and run nothing that only GitHub can run."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.settings import ROOT, VARIABLES

FOLDER = ROOT / ".github" / "workflows"

PINNED = re.compile(r"uses: [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")

COMMAND = re.compile(r"(make|\.venv/bin/python -m scripts) [^;&|`()]+")
"""A single command. Anything longer belongs in a script file."""

every_workflow = pytest.mark.parametrize("path", sorted(FOLDER.glob("*.y*ml")), ids=lambda path: path.stem)


def workflow(path: Path) -> Mapping[Any, Any]:
    """Load a workflow. YAML 1.1 reads the key `on` as a boolean."""
    loaded: Mapping[Any, Any] = yaml.safe_load(path.read_text("utf-8"))
    return {"on" if key is True else key: value for key, value in loaded.items()}


def steps(path: Path) -> Iterator[Mapping[str, Any]]:
    """Return the steps of all jobs."""
    for job in workflow(path)["jobs"].values():
        yield from job["steps"]


@every_workflow
def test_every_action_is_pinned_by_commit_with_its_release(path: Path) -> None:
    lines = [line.strip(" -") for line in path.read_text("utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not PINNED.fullmatch(line)] == []


@every_workflow
def test_permissions_are_set_per_job(path: Path) -> None:
    loaded = workflow(path)
    assert loaded["permissions"] == {}
    for job in loaded["jobs"].values():
        assert job["permissions"]
        assert set(job["permissions"].values()) <= {"read", "write"}


def test_only_the_deployment_and_the_issue_may_write() -> None:
    requested = {
        (path.stem, name, scope)
        for path in FOLDER.glob("*.y*ml")
        for name, job in workflow(path)["jobs"].items()
        for scope, access in job["permissions"].items()
        if access == "write"
    }
    assert requested <= {
        ("publish", "deploy", "pages"), ("publish", "deploy", "id-token"), ("nightly", "issue", "issues"),
    }  # fmt: skip


@every_workflow
def test_no_workflow_runs_proposed_code_with_the_rights_of_the_base(path: Path) -> None:
    assert set(workflow(path)["on"]) <= {"pull_request", "merge_group", "push", "schedule", "workflow_dispatch"}


@every_workflow
def test_no_checkout_leaves_its_token_behind(path: Path) -> None:
    for step in steps(path):
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@every_workflow
def test_no_expression_is_expanded_in_a_shell_command(path: Path) -> None:
    for step in steps(path):
        assert "${{" not in step.get("run", ""), "pass it through env:, so that the shell does not run it"


@every_workflow
def test_every_command_also_runs_locally(path: Path) -> None:
    for step in steps(path):
        for line in step.get("run", "").strip().splitlines():
            program = ROOT / line.split()[0]
            assert COMMAND.fullmatch(line) or (program.is_file() and program.stat().st_mode & 0o111), line


@every_workflow
def test_every_make_target_exists(path: Path) -> None:
    for step in steps(path):
        if step.get("run", "").startswith("make "):
            done = subprocess.run(
                [shutil.which("make") or "make", "--dry-run", *step["run"].split()[1:]],
                cwd=ROOT,
                capture_output=True,
                text=True,
                check=False,
            )
            assert done.returncode == 0, done.stderr


@every_workflow
def test_jobs_and_steps_have_names_and_jobs_have_timeouts(path: Path) -> None:
    loaded = workflow(path)
    assert loaded["name"]
    assert loaded["concurrency"]["group"]
    for job in loaded["jobs"].values():
        assert job["name"]
        assert 0 < job["timeout-minutes"] <= 60
        assert job["runs-on"] == "ubuntu-24.04"
    for step in steps(path):
        assert step["name"]


def test_the_published_site_uses_no_cache() -> None:
    assert "cache" not in {key for step in steps(FOLDER / "publish.yml") for key in step.get("with", {})}
    assert not any(step.get("uses", "").startswith("actions/cache") for step in steps(FOLDER / "publish.yml"))


def test_the_published_build_sets_every_setting() -> None:
    (build,) = (step for step in steps(FOLDER / "publish.yml") if step["name"] == "Bygg och granska")
    assert set(build["env"]) == set(VARIABLES.values()) - {"SOURCE_DATE_EPOCH"}


def test_the_summary_is_written_also_when_the_data_has_problems() -> None:
    (step,) = (step for step in steps(FOLDER / "check.yml") if "review" in step.get("run", ""))
    assert "!cancelled()" in step["if"]


@pytest.mark.parametrize(
    ("old", "new", "program"),
    [
        ('run: .venv/bin/python -m scripts check --format github --since "$BASE"', "run: echo ${{ github.head_ref }}",
         "zizmor"),
        ("          persist-credentials: false\n", "", "zizmor"),
        ("runs-on: ubuntu-24.04", "runs-on: ubuntu-22.40", "actionlint"),
        ("timeout-minutes: 5", "timeout-minuts: 5", "actionlint"),
    ],
)  # fmt: skip
def test_the_linters_find_mistakes(tmp_path: Path, old: str, new: str, program: str) -> None:
    text = (FOLDER / "check.yml").read_text("utf-8")
    assert old in text
    (tmp_path / "check.yml").write_text(text.replace(old, new, 1), encoding="utf-8")
    arguments = {"zizmor": ["--quiet", "--offline", "--persona", "pedantic"], "actionlint": ["-no-color"]}[program]
    command = [str(Path(sys.executable).parent / program), *arguments, str(tmp_path / "check.yml")]
    assert subprocess.run(command, capture_output=True, check=False).returncode != 0
