"""The built pages are valid HTML according to the Nu Html Checker."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from scripts.settings import ROOT
from tests.build.conftest import Built

pytestmark = pytest.mark.site

IGNORED = ("--filterpattern", ".*violates Content Security Policy.*")
"""The policy allows only the host of the page, and files on disk have no host. The browser tests check the policy."""

CHECKER = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def test_no_page_has_an_error_or_a_warning(any_site: Built) -> None:
    java = shutil.which("java")
    if java is None:
        pytest.fail("Java is missing. Install it with: apt-get install default-jre-headless")
    if not CHECKER.is_file():
        pytest.fail("The Nu Html Checker is missing. Install it with: npm ci (make test does it)")
    done = subprocess.run(
        [java, "-Xss4m", "-jar", str(CHECKER), "--skip-non-html", "--format", "gnu", *IGNORED, str(any_site.folder)],
        capture_output=True, text=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.stderr.splitlines() == []
    assert done.returncode == 0
