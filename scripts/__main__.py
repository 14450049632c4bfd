"""The commands of `python -m scripts`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from scripts.diagnostics import FORMATS, Problem, mistakes
from scripts.errors import CommandError, UsageError
from scripts.settings import Folders, Settings


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command.

    Args:
        arguments: The words on the command line; those of the process by default.

    Returns:
        0 when all is well, 1 when the data has mistakes or a build fails, 2 when the command is
        used in the wrong way.
    """
    options = _parser().parse_args(arguments)
    try:
        result: int = options.run(options, Settings.from_environment())
    except CommandError as error:
        error.show()
        return error.exit_code
    except KeyboardInterrupt:
        return 130
    return result


def _parser() -> argparse.ArgumentParser:
    from scripts.build.engines import ENGINES

    defaults = Folders()
    parser = argparse.ArgumentParser(prog="python -m scripts", description="Från fallfiler till webbplats.")
    commands = parser.add_subparsers(required=True, metavar="kommando")

    def command(name: str, text: str, *folders: str) -> argparse.ArgumentParser:
        found = commands.add_parser(name, help=text, description=text)
        found.set_defaults(run=globals()[f"_{name}"])
        for folder in folders:
            found.add_argument(f"--{folder}", type=Path, default=getattr(defaults, folder), metavar="MAPP")
        return found

    checking = command("check", "Läs och kontrollera data.", "cases")
    checking.add_argument("--format", choices=FORMATS, default="text", help="hur problemen skrivs")
    checking.add_argument("--since", metavar="VERSION", help="säg också vilka adresser som har försvunnit sedan dess")
    checking.add_argument("paths", nargs="*", type=Path, metavar="FIL", help="bara de här filerna eller mapparna")
    command("generate", "Skriv sidorna som Markdown, och data för andra program.", "cases", "docs")
    building = command("build", "Skriv sidorna, bygg webbplatsen och gör den sökbar.", "cases", "docs", "site")
    building.add_argument("--engine", choices=ENGINES, default="mkdocs", help="vad som bygger webbplatsen")
    command("pdf", "Skriv boken och bladen att skriva ut, som PDF.", "cases", "site")
    serving = command("serve", "Bygg och visa webbplatsen, och igen vid varje ändring.", "cases", "docs", "site")
    serving.add_argument("--port", type=int, default=8000)
    reviewing = command("review", "Berätta vad en ändring gör, i Markdown för GitHub.", "cases")
    reviewing.add_argument("--event", type=Path, metavar="FIL", help="GitHubs händelse om en pull request, i JSON")
    reviewing.add_argument("--since", metavar="VERSION", help="vad ändringen utgår från: annars händelsens, eller HEAD")
    command("new", "Börja på en ny fil om en sluss.", "cases")
    command("schema", "Skriv JSON Schema för redigerare.", "cases")
    command("verify", "Kontrollera den byggda webbplatsen innan den publiceras.", "docs", "site")
    command("sbom", "Skriv vad webbplatsen är gjord av, med licenser, som CycloneDX.")
    command("links", "Skriv de webbadresser som data hänvisar till, en på varje rad.", "cases")
    tending = command("upkeep", "Skriv vad som behöver ses över: döda länkar och gamla uppgifter.", "cases")
    tending.add_argument("--report", type=Path, required=True, metavar="FIL", help="rapporten från lychee, som JSON")
    tending.add_argument("--years", type=int, default=3, metavar="ANTAL", help="så gammalt är gammalt")
    tending.add_argument("--issue", action="store_true", help="lägg det i ett ärende på GitHub i stället")
    return parser


def _check(options: argparse.Namespace, _settings: Settings) -> int:
    from scripts.checks import check
    from scripts.checks.lost_urls import lost_addresses
    from scripts.git.snapshot import read_at
    from scripts.loading.dataset import read, shown

    missing = [path for path in options.paths if not path.exists()]
    if missing or not options.cases.is_dir():
        name = missing[0] if missing else options.cases
        raise UsageError(f'"{name}" finns inte')
    inside = options.cases.resolve()
    extra = [path for path in options.paths if path.is_file() and inside not in path.resolve().parents]
    dataset = read(options.cases, extra)
    problems: Sequence[Problem] = check(dataset)
    if options.since is not None:
        problems = sorted([*problems, *lost_addresses(read_at(options.since, options.cases), dataset)])
    if options.paths:
        wanted = {shown(path) for path in options.paths}
        problems = [found for found in problems if any(_is_within(found.file, path) for path in wanted)]
    sys.stdout.write(FORMATS[options.format](problems))
    return 1 if mistakes(problems) else 0


def _is_within(file: str, path: str) -> bool:
    return path in {file, "."} or file.startswith(f"{path.rstrip('/')}/")


def _generate(options: argparse.Namespace, settings: Settings) -> int:
    from scripts.build.pipeline import generate

    written, removed = generate(Folders(options.cases, options.docs), settings)
    print(f"{written} filer skrivna, {removed} borttagna")
    return 0


def _build(options: argparse.Namespace, settings: Settings) -> int:
    from scripts.build.pipeline import build

    build(Folders(options.cases, options.docs, options.site), settings, options.engine)
    return 0


def _pdf(options: argparse.Namespace, settings: Settings) -> int:
    from scripts.build.pdf_files import print_all
    from scripts.build.pipeline import library_of

    printed = print_all(library_of(options.cases), settings, options.site)
    for found in printed:
        if found.too_long:
            print(f"{found.path} är längre än det ska vara, fast det som behövs minst är utelämnat", file=sys.stderr)
    print(f"{len(printed)} PDF-filer skrivna")
    return 0


def _serve(options: argparse.Namespace, settings: Settings) -> int:
    from scripts.commands.serve.server import serve

    return serve(Folders(options.cases, options.docs, options.site), settings, options.port)


def _review(options: argparse.Namespace, settings: Settings) -> int:
    from scripts.checks import check
    from scripts.checks.lost_urls import lost_addresses
    from scripts.commands.review.github_event import read_event
    from scripts.commands.review.summary import summary
    from scripts.git.snapshot import read_at
    from scripts.loading.dataset import read

    if not options.cases.is_dir():
        raise UsageError(f'"{options.cases}" finns inte')
    event = read_event(options.event) if options.event else None
    since = options.since if options.since is not None else event.base if event else "HEAD"
    before = read_at(since, options.cases)
    now = read(options.cases)
    problems = sorted([*check(now), *lost_addresses(before, now)])
    newcomer = event is not None and event.newcomer
    sys.stdout.write(summary(before, now, problems, settings, newcomer=newcomer))
    return 0


def _new(options: argparse.Namespace, _settings: Settings) -> int:
    from scripts.commands.new.command import start

    return start(options.cases)


def _schema(options: argparse.Namespace, _settings: Settings) -> int:
    from scripts.model.json_schema import write_schemas

    print(f"{write_schemas(options.cases / 'schema')} scheman skrivna")
    return 0


def _verify(options: argparse.Namespace, settings: Settings) -> int:
    from scripts.commands.verify import verify

    faults = verify(options.site, options.docs, settings)
    sys.stdout.writelines(f"{fault}\n" for fault in faults)
    return 1 if faults else 0


def _sbom(_: argparse.Namespace, settings: Settings) -> int:
    from scripts.settings import ROOT

    try:
        from scripts.commands.sbom import bill_of_materials
    except ModuleNotFoundError as error:
        raise CommandError(f"Paketet {error.name} är inte installerat. Installera och skriv med: make sbom") from None
    sys.stdout.write(bill_of_materials(ROOT, settings.source_date_epoch))
    return 0


def _links(options: argparse.Namespace, _settings: Settings) -> int:
    from scripts.commands.upkeep.cited_urls import as_list, cited_addresses
    from scripts.loading.dataset import read

    sys.stdout.write(as_list(cited_addresses(read(options.cases))))
    return 0


def _upkeep(options: argparse.Namespace, settings: Settings) -> int:
    from scripts.commands.upkeep import look_after

    print(look_after(options.cases, options.report, options.years, settings, in_issue=options.issue))
    return 0


if __name__ == "__main__":
    sys.exit(main())
