"""The files that GitHub reads, besides the workflows, are valid according to its documentation.

GitHub gives no error for an invalid form. It just does not show it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from scripts.settings import ROOT

GITHUB = ROOT / ".github"
TEMPLATES = GITHUB / "ISSUE_TEMPLATE"
FORMS = sorted(path for path in TEMPLATES.glob("*.yml") if path.stem != "config")

FORM_KEYS = {"name", "description", "title", "labels", "assignees", "projects", "type", "body"}

ATTRIBUTES: Mapping[str, tuple[set[str], set[str]]] = {
    "markdown": ({"value"}, {"value"}),
    "input": ({"label"}, {"label", "description", "placeholder", "value"}),
    "textarea": ({"label"}, {"label", "description", "placeholder", "value", "render"}),
    "dropdown": ({"label", "options"}, {"label", "description", "multiple", "options", "default"}),
    "checkboxes": ({"label", "options"}, {"label", "description", "options"}),
}
"""Type of element → its required attributes, and its allowed attributes."""

each_form = pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)


def loaded(path: Path) -> Any:
    """Load a YAML file."""
    return yaml.safe_load(path.read_text("utf-8"))


@each_form
def test_a_form_has_the_required_keys_and_only_known_ones(path: Path) -> None:
    form = loaded(path)
    assert {"name", "description", "body"} <= set(form) <= FORM_KEYS
    assert 3 < len(form["name"]) <= 200
    assert len(form["description"]) <= 200
    assert any(element["type"] != "markdown" for element in form["body"])


@each_form
def test_every_element_has_the_attributes_of_its_type(path: Path) -> None:
    for element in loaded(path)["body"]:
        needed, known = ATTRIBUTES[element["type"]]
        assert needed <= set(element["attributes"]) <= known, element
        assert set(element) <= {"type", "id", "attributes", "validations"}
        assert set(element.get("validations", {})) <= {"required"}
        assert all(
            isinstance(text, str) for key, text in element["attributes"].items() if key not in {"options", "multiple"}
        )


@each_form
def test_ids_and_labels_are_unique_in_a_form(path: Path) -> None:
    inputs = [element for element in loaded(path)["body"] if element["type"] != "markdown"]
    ids = [element["id"] for element in inputs]
    labels = [element["attributes"]["label"] for element in inputs]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels)
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for name in ids)


@each_form
def test_options_are_unique_strings(path: Path) -> None:
    for element in loaded(path)["body"]:
        options = element["attributes"].get("options", [])
        texts = [option["label"] if element["type"] == "checkboxes" else option for option in options]
        assert len(set(texts)) == len(texts)
        # YAML reads unquoted yes and no as booleans, and GitHub then rejects the form.
        assert all(isinstance(text, str) for text in texts)


@each_form
def test_every_form_asks_for_no_personal_data(path: Path) -> None:
    (consent,) = (element for element in loaded(path)["body"] if element["type"] == "checkboxes")
    first = consent["attributes"]["options"][0]
    assert "inga namn på personer" in first["label"]
    assert first["required"] is True


def test_the_names_of_forms_are_unique() -> None:
    names = [loaded(path)["name"] for path in FORMS]
    assert len(names) == len(set(names)) == 3


def test_other_matters_are_linked_elsewhere() -> None:
    config = loaded(TEMPLATES / "config.yml")
    assert config["blank_issues_enabled"] is False
    for link in config["contact_links"]:
        assert set(link) == {"name", "url", "about"}
        assert link["url"].startswith("https://")


def test_dependabot_watches_everything_that_is_pinned() -> None:
    config = loaded(GITHUB / "dependabot.yml")
    assert config["version"] == 2
    watched = {
        (update["package-ecosystem"], folder)
        for update in config["updates"]
        for folder in update.get("directories") or [update["directory"]]
    }
    locks = {("npm", f"/{path.parent.relative_to(ROOT).as_posix()}".rstrip(".")) for path in _package_files()}
    assert watched == {("pip", "/"), ("github-actions", "/"), *locks}


def _package_files() -> list[Path]:
    candidates = [ROOT / "package.json", *(ROOT / "tests").glob("*/package.json")]
    return [path for path in candidates if path.with_name("package-lock.json").is_file()]


@pytest.mark.parametrize("update", loaded(GITHUB / "dependabot.yml")["updates"], ids=lambda u: u["package-ecosystem"])
def test_updates_are_weekly_grouped_and_delayed(update: Mapping[str, Any]) -> None:
    assert {"package-ecosystem", "schedule", "groups", "cooldown"} < set(update)
    assert ("directory" in update) != ("directories" in update)
    assert update["schedule"]["interval"] == "weekly"
    assert update["cooldown"]["default-days"] >= 7
    assert all(group["patterns"] == ["*"] for group in update["groups"].values())


def test_code_owners_are_set_for_existing_paths() -> None:
    lines = (GITHUB / "CODEOWNERS").read_text("utf-8").splitlines()
    for pattern, *owners in (line.split() for line in lines if line and not line.startswith("#")):
        assert pattern == "*" or (ROOT / pattern.strip("/")).exists(), pattern
        assert owners
        assert all(re.fullmatch(r"@[\w-]+/[\w-]+", owner) for owner in owners)


def test_pre_commit_runs_the_checks_of_make() -> None:
    config = loaded(ROOT / ".pre-commit-config.yaml")
    hooks = [hook for repository in config["repos"] for hook in repository["hooks"]]
    assert {repository["repo"] for repository in config["repos"]} == {"local"}
    assert {hook["language"] for hook in hooks} == {"system"}
    recipes = (ROOT / "Makefile").read_text("utf-8").replace("$(BIN)", ".venv/bin")
    rules = dict(re.findall(r"^(lint|check):.*\n((?:\t.*\n)+)", recipes, re.MULTILINE))
    commands = {line.strip() for rule in rules.values() for line in rule.splitlines()}
    assert {hook["entry"] for hook in hooks} == commands
