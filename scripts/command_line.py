"""Click in Swedish: commands, parameter types and error messages."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from pathlib import Path

import click

from scripts.errors import UsageError
from scripts.text.suggestions import did_you_mean

PROGRAM = "python -m scripts"

_HEADINGS = {"Options": "Flaggor", "Positional arguments": "Värden", "Commands": "Kommandon"}


class _Formatter(click.HelpFormatter):
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Användning: ")

    def write_heading(self, heading: str) -> None:
        super().write_heading(_HEADINGS[heading])


class _Context(click.Context):
    formatter_class = _Formatter


class _SwedishCommand(click.Command):
    context_class = _Context

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option `--help` with a Swedish explanation."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "Visa den här hjälpen."
        return option

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, and record the command in any error."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            error.ctx = error.ctx or ctx
            raise


class Command(_SwedishCommand):
    """A command with Swedish help."""

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return the parts of the usage line."""
        return ["[FLAGGOR]", *super().collect_usage_pieces(ctx)[1:]]

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Parse the arguments, and reject superfluous ones."""
        ctx.allow_extra_args = True
        if extra := super().parse_args(ctx, args):
            raise click.UsageError(f'Kommandot tar inte emot "{extra[0]}".', ctx)
        return extra


class Group(_SwedishCommand, click.Group):
    """A group that lists its commands in order of definition."""

    command_class = Command

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """Return the names of the commands."""
        return list(self.commands)


class Option(click.Option):
    """An option whose help text is shown without the additions of Click."""

    def get_help_record(self, ctx: click.Context) -> tuple[str, str]:
        """Return the spelling of the option, and its help text."""
        return self.get_help_spec(ctx), self.help or ""


def existing_path(value: str | Path) -> Path:
    """Parse the path of an existing file, folder or symbolic link. A dangling link counts as existing."""
    path = Path(value)
    if not os.path.lexists(path):
        raise click.BadParameter(f'"{path}" finns inte.')
    return path


def folder(value: str | Path) -> Path:
    """Parse the path of a folder that need not exist."""
    path = Path(value)
    if path.exists() and not path.is_dir():
        raise click.BadParameter(f'"{path}" är ingen mapp.')
    return path


def existing_folder(value: str | Path) -> Path:
    """Parse the path of an existing folder."""
    path = folder(existing_path(value))
    if not path.exists():
        raise click.BadParameter(f'"{path}" är en länk som inte leder någonstans.')
    return path


def number(minimum: int, maximum: int) -> Callable[[str | int], int]:
    """Return a parser of integers within a range, both ends included."""

    def parse(value: str | int) -> int:
        text = str(value)
        if not (re.fullmatch("[0-9]{1,9}", text) and minimum <= int(text) <= maximum):
            raise click.BadParameter(f'skriv ett heltal från {minimum} till {maximum} i stället för "{text}".')
        return int(text)

    return parse


def one_of(words: Collection[str]) -> Callable[[str], str]:
    """Return a parser that accepts only the given words."""

    def parse(value: str) -> str:
        if value not in words:
            raise click.BadParameter(f'skriv {either(words)} i stället för "{value}".')
        return value

    return parse


def either(words: Collection[str]) -> str:
    """Join alternatives: `text, github eller json`."""
    *first, last = words
    return f"{', '.join(first)} eller {last}"


def run(group: Group, arguments: Sequence[str]) -> int:
    """Run the command named on the command line.

    Args:
        group: The commands.
        arguments: The command line arguments, without the name of the program.

    Returns:
        The exit code of the command, or 0 after help.

    Raises:
        UsageError: When the command line is invalid.
    """
    try:
        with group.make_context(PROGRAM, list(arguments)) as context:
            return int(group.invoke(context))
    except click.exceptions.Exit as exit_request:
        return exit_request.exit_code
    except click.UsageError as error:
        command = error.ctx.command_path if error.ctx else PROGRAM
        raise UsageError(f"{_sentence(error)} Hjälp: {command} --help") from None


def _sentence(error: click.UsageError) -> str:
    """Return a Swedish message for a usage error."""
    match error:
        case click.NoSuchOption(option_name=name):
            return _joined(f'Flaggan "{name}" finns inte.', did_you_mean(name, _options(error.ctx)))
        case click.exceptions.NoSuchCommand(command_name=name, ctx=click.Context(command=Group(commands=commands))):
            return _joined(f'Kommandot "{name}" finns inte.', did_you_mean(name, commands))
        case click.MissingParameter(param=click.Parameter(opts=[name, *_])):
            return f"Flaggan {name} saknas."
        case click.BadOptionUsage(option_name=name):
            takes_none = name in _options(error.ctx, flags=True)
            return f"Flaggan {name} {'tar inget' if takes_none else 'behöver ett'} värde."
        case click.BadParameter(param=click.Option() as option):
            return f"{option.opts[0]}: {error.message}"
        case click.BadParameter() | click.UsageError(ctx=click.Context(command=Command())):
            return error.message
        case _:
            return "Skriv vilket kommando du vill köra."


def _options(context: click.Context | None, *, flags: bool = False) -> Iterator[str]:
    """Yield the names of the options of a command; with `flags`, only of those that take no value."""
    for param in context.command.get_params(context) if context else ():
        if isinstance(param, click.Option) and (param.is_flag or not flags):
            yield from param.opts


def _joined(*sentences: str) -> str:
    return " ".join(filter(None, sentences))
