"""A build needs no network and tries to use none."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import pytest

from scripts.settings import ROOT
from tests.conftest import SMALL, reproducible

pytestmark = [pytest.mark.reproducible, pytest.mark.xdist_group("offline")]

WATCH = """
import os
import sys


def watch(event, arguments):
    if event in {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname"}:
        with open(os.environ["TRIED"], "a", encoding="utf-8") as file:
            print(sys.argv, event, arguments, file=file)
        raise OSError("there is no network here")


sys.addaudithook(watch)
"""
"""Code run at the start of every Python process, which records and blocks network access."""

CONNECT = "import socket, sys; socket.create_connection(('127.0.0.1', int(sys.argv[1])), timeout=5)"


def run(command: Sequence[str], environment: Mapping[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    """Run a program and wait for it."""
    return subprocess.run(
        command, cwd=ROOT, env={**os.environ, **(environment or {})},
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip


def commands(folder: Path) -> Iterator[list[str]]:
    """Return the commands that make the pages, the site with its search, and the PDF files."""
    folders = ["--cases", str(SMALL), "--site", str(folder / "site")]
    yield [sys.executable, "-m", "scripts", "build", *folders, "--docs", str(folder / "docs")]
    yield [sys.executable, "-m", "scripts", "pdf", *folders]


@pytest.fixture
def port() -> Iterator[str]:
    """Listen on a port of this machine."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        yield str(server.getsockname()[1])


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, str]:
    """Return an environment in which network access is recorded and blocked."""
    folder = tmp_path_factory.mktemp("watch")
    (folder / "sitecustomize.py").write_text(WATCH, encoding="utf-8")
    return {"PYTHONPATH": str(folder), "TRIED": str(folder / "tried.txt")}


@pytest.fixture(scope="module")
def built(watched: Mapping[str, str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the small site in the watched environment, and return the folder."""
    folder = tmp_path_factory.mktemp("built")
    for command in commands(folder):
        done = run(command, watched)
        assert done.returncode == 0, done.stderr
    return folder


def test_no_python_program_of_the_build_tries_to_use_the_network(
    built: Path, watched: Mapping[str, str], port: str
) -> None:
    assert (built / "site" / "pagefind").is_dir()
    tried = Path(watched["TRIED"])
    assert not tried.exists(), tried.read_text("utf-8")
    assert "there is no network here" in run([sys.executable, "-c", CONNECT, port], watched).stderr
    assert port in tried.read_text("utf-8"), "network access is not recorded"
    tried.unlink()


def test_a_build_without_a_network_gives_the_same_site(built: Path, tmp_path: Path, port: str) -> None:
    cut_off = [shutil.which("unshare") or "unshare", "--net", "--map-root-user"]
    if shutil.which("unshare") is None or run([*cut_off, "true"]).returncode:
        pytest.skip("this system does not allow network namespaces")
    assert run([sys.executable, "-c", CONNECT, port]).returncode == 0
    assert run([*cut_off, sys.executable, "-c", CONNECT, port]).returncode != 0, "the network is not cut off"
    for command in commands(tmp_path):
        done = run([*cut_off, *command])
        assert done.returncode == 0, done.stderr
    assert reproducible(tmp_path / "site") == reproducible(built / "site")
    assert (tmp_path / "site" / "pagefind").is_dir()
