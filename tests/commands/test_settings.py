"""Settings are read from the environment and validated."""

from __future__ import annotations

from dataclasses import fields

import pytest

from scripts.__main__ import main
from scripts.settings import VARIABLES, Settings, SettingsError
from tests.conftest import SMALL

FULL = {
    "SITE_URL": "https://example.org/ideslussar",
    "REPOSITORY_URL": "https://example.org/kod",
    "PUBLISHER_NAME": "Exempelstads kommun",
    "PUBLISHER_CONTACT": "redaktionen@example.org",
    "SITE_PUBLISHED": "2026-12-01",
    "SITE_PDF": "1",
    "SOURCE_DATE_EPOCH": "1767225600",
}

WRONG = [
    ("SITE_URL", "example.org", "en webbadress som"),
    ("SITE_URL", "ftp://example.org", "en webbadress som"),
    ("SITE_URL", "https://", "en webbadress som"),
    ("SITE_URL", "https://example.org/a b", "en webbadress som"),
    ("SITE_URL", "https://example.org/?sida=1", "en webbadress som"),
    ("SITE_URL", "https://example.org/#start", "en webbadress som"),
    ("SITE_URL", "https://example.org:port/", "en webbadress som"),
    ("SITE_URL", "https://[::1/", "en webbadress som"),
    ("SITE_URL", 'https://example.org/"><script>', "en webbadress som"),
    ("REPOSITORY_URL", "git@example.org:kod.git", "en webbadress som"),
    ("PUBLISHER_NAME", "Exempelstads\nkommun", "ett namn på en rad"),
    ("PUBLISHER_CONTACT", "mailto:redaktionen@example.org", "utan mailto:"),
    ("PUBLISHER_CONTACT", "redaktionen", "en e-postadress som"),
    ("PUBLISHER_CONTACT", "a@b.se, c@d.se", "en e-postadress som"),
    ("SITE_PUBLISHED", "1 december 2026", "ett datum som 2026-12-01"),
    ("SITE_PUBLISHED", "2026-02-30", "ett datum som 2026-12-01"),
    ("SITE_PUBLISHED", "20261201", "ett datum som 2026-12-01"),
    ("SITE_PDF", "ja", "1 eller 0"),
    ("SOURCE_DATE_EPOCH", "i går", "ett antal sekunder sedan 1970"),
    ("SOURCE_DATE_EPOCH", "-1", "ett antal sekunder sedan 1970"),
    ("SOURCE_DATE_EPOCH", "1e9", "ett antal sekunder sedan 1970"),
    ("SOURCE_DATE_EPOCH", "١٢٣", "ett antal sekunder sedan 1970"),
    ("SOURCE_DATE_EPOCH", "4294967296", "ett antal sekunder sedan 1970"),
    ("SOURCE_DATE_EPOCH", "9" * 5000, "ett antal sekunder sedan 1970"),
]


@pytest.fixture(autouse=True)
def _empty(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES.values():
        monkeypatch.delenv(name, raising=False)


def read(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> Settings:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    return Settings.from_environment()


def test_without_variables_the_settings_are_those_of_a_local_build() -> None:
    assert Settings.from_environment() == Settings()


def test_every_setting_has_a_variable() -> None:
    assert list(VARIABLES) == [field.name for field in fields(Settings)]
    assert set(VARIABLES.values()) == set(FULL)


def test_every_variable_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    assert read(monkeypatch, FULL) == Settings(
        site_url="https://example.org/ideslussar",
        repository_url="https://example.org/kod",
        publisher="Exempelstads kommun",
        contact="redaktionen@example.org",
        published="2026-12-01",
        pdf=True,
        source_date_epoch=1_767_225_600,
    )


@pytest.mark.parametrize("variables", [FULL, {}, {"SOURCE_DATE_EPOCH": "0", "SITE_PDF": "0"}])
def test_a_child_process_reads_the_same_settings(monkeypatch: pytest.MonkeyPatch, variables: dict[str, str]) -> None:
    settings = read(monkeypatch, variables)
    assert read(monkeypatch, settings.as_environment()) == settings


def test_surrounding_whitespace_and_a_trailing_slash_are_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    given = {name: f" {value}\n" for name, value in FULL.items()} | {"SITE_URL": " https://example.org/ideslussar/ "}
    assert read(monkeypatch, given) == read(monkeypatch, FULL)
    assert read(monkeypatch, dict.fromkeys(FULL, " ")) == Settings()


@pytest.mark.parametrize(("name", "value", "expected"), WRONG)
def test_an_invalid_value_is_reported_with_what_to_write(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, expected: str
) -> None:
    with pytest.raises(SettingsError, match=f"^Miljövariabeln {name} ska vara .*{expected}.*, men är ") as caught:
        read(monkeypatch, {name: value})
    assert str(caught.value).isprintable()
    assert len(str(caught.value)) < 400


def test_an_invalid_setting_is_a_usage_error(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SITE_URL", "example.org")
    assert main(["check", "--cases", str(SMALL)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith("Miljövariabeln SITE_URL ska vara en webbadress")
