"""The command line of `python -m scripts`, and its exit codes.

The docstring of a command is its help text. Each command imports its own dependencies, so that `check` starts quickly.
"""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

import click

from scripts import command_line
from scripts.build.engines import DEFAULT_ENGINE, ENGINES
from scripts.command_line import either, existing_folder, existing_path, folder, number, one_of
from scripts.diagnostics import FORMATS
from scripts.errors import CommandError
from scripts.settings import Folders, Settings

_DEFAULTS = Folders()

_cases = click.option(
    "--cases", type=existing_folder, default=_DEFAULTS.cases, metavar="MAPP", help="Mappen med data. Förval: cases."
)
_docs = click.option(
    "--docs", type=folder, default=_DEFAULTS.docs, metavar="MAPP", help="Mappen med sidorna. Förval: docs."
)
_site = click.option(
    "--site", type=folder, default=_DEFAULTS.site, metavar="MAPP", help="Mappen med webbplatsen. Förval: site."
)


@click.group(
    cls=command_line.Group,
    options_metavar="",
    subcommand_metavar="KOMMANDO [FLAGGOR] [FIL]...",
    epilog="Hjälp om ett kommando: python -m scripts KOMMANDO --help",
)
@click.pass_context
def commands(context: click.Context) -> None:
    """Bygg en webbplats av filerna om idéslussar."""
    context.obj = Settings.from_environment()


@commands.command()
@_cases
@click.option(
    "--format", "output_format", type=one_of(FORMATS), default="text", metavar="FORMAT",
    help=f"Utdataformat: {either(FORMATS)}. Förval: text.",
)  # fmt: skip
@click.option(
    "--since", metavar="VERSION",
    help="Visa också vilka adresser som har försvunnit sedan en gren, tagg eller hash i Git.",
)  # fmt: skip
@click.argument(
    "paths", type=existing_path, nargs=-1, metavar="[FIL]...",
    help="Filer eller mappar. Bara deras problem visas. Förval: alla.",
)  # fmt: skip
@click.pass_obj
def check(settings: Settings, cases: Path, paths: Sequence[Path], output_format: str, since: str | None) -> int:
    """Läs och kontrollera data."""
    from scripts.commands.check import run

    return run(cases, paths, output_format, since, settings)


@commands.command()
@_cases
@_docs
@click.pass_obj
def generate(settings: Settings, cases: Path, docs: Path) -> int:
    """Skriv sidorna som Markdown, och data för andra program."""
    from scripts.commands.generate import run

    return run(Folders(cases, docs), settings)


@commands.command()
@_cases
@_docs
@_site
@click.option(
    "--engine", type=one_of(ENGINES), default=DEFAULT_ENGINE, metavar="NAMN",
    help=f"Programmet som bygger webbplatsen: {either(ENGINES)}. Förval: {DEFAULT_ENGINE}.",
)  # fmt: skip
@click.pass_obj
def build(settings: Settings, cases: Path, docs: Path, site: Path, engine: str) -> int:
    """Skriv sidorna, bygg webbplatsen och gör den sökbar."""
    from scripts.commands.build import run

    return run(Folders(cases, docs, site), settings, engine)


@commands.command()
@_cases
@_site
@click.pass_obj
def pdf(settings: Settings, cases: Path, site: Path) -> int:
    """Skapa boken och utskriftsbladen som PDF."""
    from scripts.commands.pdf import run

    return run(cases, site, settings)


@commands.command()
@_cases
@_docs
@_site
@click.option(
    "--port", type=number(0, 65535), default=8000, metavar="NUMMER",
    help="Porten på den egna datorn. 0 väljer en ledig. Förval: 8000.",
)  # fmt: skip
@click.pass_obj
def serve(settings: Settings, cases: Path, docs: Path, site: Path, port: int) -> int:
    """Bygg och visa webbplatsen, och bygg igen vid varje ändring."""
    from scripts.commands.serve.server import run

    return run(Folders(cases, docs, site), settings, port)


@commands.command()
@_cases
@click.option("--event", type=Path, metavar="FIL", help="GitHubs händelse för en pull request, som JSON.")
@click.option(
    "--since", metavar="VERSION",
    help="Versionen som ändringen utgår från. Förval: den i händelsen, eller utan händelse den senaste i Git.",
)  # fmt: skip
@click.pass_obj
def review(settings: Settings, cases: Path, event: Path | None, since: str | None) -> int:
    """Sammanfatta en ändring, i Markdown för GitHub."""
    from scripts.commands.review.command import run

    return run(cases, event, since, settings)


@commands.command()
@_cases
def new(cases: Path) -> int:
    """Skapa en fil för en ny sluss."""
    from scripts.commands.new.command import run

    return run(cases)


@commands.command()
@_cases
def schema(cases: Path) -> int:
    """Skriv JSON-scheman för textredigerare."""
    from scripts.commands.schema import run

    return run(cases)


@commands.command()
@_docs
@_site
@click.pass_obj
def verify(settings: Settings, docs: Path, site: Path) -> int:
    """Kontrollera den byggda webbplatsen innan den publiceras."""
    from scripts.commands.verify import run

    return run(site, docs, settings)


@commands.command()
@click.pass_obj
def sbom(settings: Settings) -> int:
    """Skriv en programvaruförteckning med licenser (CycloneDX)."""
    try:
        from scripts.commands.sbom import run
    except ModuleNotFoundError as error:
        raise CommandError(f"Paketet {error.name} är inte installerat. Installera och skriv med: make sbom") from None

    return run(settings)


@commands.command()
@_cases
def links(cases: Path) -> int:
    """Lista webbadresserna som data hänvisar till."""
    from scripts.commands.links import run

    return run(cases)


@commands.command()
@_cases
@click.option(
    "--report",
    cls=command_line.Option,
    type=Path,
    required=True,
    metavar="FIL",
    help="Länkrapporten från lychee, som JSON. Måste anges.",
)
@click.option(
    "--years", type=number(1, 1000), default=3, metavar="ANTAL",
    help="Antal år utan ändring innan en uppgift räknas som gammal. Förval: 3.",
)  # fmt: skip
@click.option("--issue", is_flag=True, help="Skriv listan i ett ärende på GitHub i stället.")
@click.pass_obj
def upkeep(settings: Settings, cases: Path, report: Path, years: int, *, issue: bool) -> int:
    """Lista det som behöver ses över, som döda länkar."""
    from scripts.commands.upkeep.command import run

    return run(cases, report, years, settings, in_issue=issue)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The command line arguments; by default those of the process.

    Returns:
        The exit code: 0 on success, 1 when the data has mistakes or a build fails, 2 on wrong usage, 130 when
        interrupted, and 141 when the reader of standard output has closed it.
    """
    try:
        try:
            code = command_line.run(commands, sys.argv[1:] if arguments is None else arguments)
        except CommandError as error:
            error.show()
            code = error.exit_code
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Python flushes standard output at exit, which would raise the same error again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 141
    except OSError as error:
        path = f" {error.filename}" if error.filename else ""
        print(f"Det går inte att läsa eller skriva{path}: {error.strerror}", file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        # Letters that the terminal cannot encode are shown as escapes.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    sys.exit(main())
