"""The commands: data on standard output, conversation and errors on standard error.

This module imports click and nothing of the engine: `soleus --version` and the first question must not wait for it. Each command is
imported when it is called. Exit codes: 0 done, 1 error, 2 usage.
"""

from __future__ import annotations

import os
import signal
import sys
from importlib import import_module
from typing import Any, NoReturn

import click

from soleus import __version__

_HOMES = {
    **{"consult": "consult", "explain": "explain", "trace": "explain", "cases": "cases"},
    **{"report": "report", "compare": "compare", "review": "review", "kb": "kb", "screen": "screen", "squad": "squad"},
}
"""Every command, with the module of this package that holds it."""


class FailureError(click.ClickException):
    """An error that the person can mend: its message on standard error, exit code 1."""

    def show(self, file: Any = None) -> None:
        from soleus.cli.output import wrapped

        click.echo(wrapped(self.message, sys.stderr) if file is None else self.message, file=file, err=file is None)


class Commands(click.Group):
    """A group that imports its commands when they are called, and ends every error with a message and an exit code."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click calls it
        return list(_HOMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002 - click calls it
        if cmd_name not in _HOMES:
            return None
        command: click.Command = getattr(import_module(f"soleus.cli.{_HOMES[cmd_name]}"), cmd_name)
        return command

    def invoke(self, ctx: click.Context) -> Any:
        try:
            try:
                done = super().invoke(ctx)
            except click.exceptions.Exit:
                _flush()
                raise
            _flush()
        except (click.ClickException, click.Abort, click.exceptions.Exit):
            raise
        except Exception as error:
            _fail(error)
        return done


def _flush() -> None:
    """Write out what waits, here, where a full disk or a closed pipe can still be told."""
    if sys.stdout is not None:
        sys.stdout.flush()


def _fail(error: Exception) -> NoReturn:
    """End with a message in place of a traceback."""
    from soleus.knowledge.problems import SoleusError, printable

    if isinstance(error, BrokenPipeError):
        _drop_output()
        raise click.exceptions.Exit(1) from error
    if isinstance(error, SoleusError):
        raise FailureError(str(error)) from error
    if isinstance(error, OSError):
        _drop_output()
        name = f" {error.filename}:" if error.filename else ""
        raise FailureError(printable(f"Reading or writing failed:{name} {error.strerror or error}.")) from error
    if os.environ.get("SOLEUS_DEBUG"):
        raise error
    what = printable(f"{type(error).__name__}: {error}")[:200]
    raise FailureError(f"This is a bug in Soleus, not in what you did: {what} Run it again with SOLEUS_DEBUG=1 to see where.") from error


def _drop_output() -> None:
    """Let nothing more go to a standard output that takes nothing more, or Python would complain of it at its end."""
    try:
        descriptor = sys.stdout.fileno()
    except (OSError, ValueError, AttributeError):
        return
    os.dup2(os.open(os.devnull, os.O_WRONLY), descriptor)


_EXAMPLES = """\b
Examples:
  soleus consult                           questions, then what it may be
  soleus consult --save anna               the same, under this name
  soleus consult --resume anna             go on with it, or change an answer
  soleus consult --answers me.yaml --json  a result from a file of answers
  soleus cases list                        the cases that are kept
  soleus explain anna how triage           why it says what it says
  soleus review anna                       judge what it says, as a coach
  soleus kb check my_knowledge/            what is wrong with your knowledge
"""


@click.group(cls=Commands, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110})
@click.version_option(__version__, "-V", "--version", prog_name="soleus")
def cli() -> None:
    """A rule-based expert system whose every conclusion can be walked back to answers and evidence.

    It is not a diagnosis, not a medical device and no substitute for a clinician. In an emergency, call an ambulance.
    """


def main() -> None:
    """Run the command line. Characters that cannot be read or shown are replaced: they are never an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        cli(prog_name="soleus")
    finally:
        signal.signal(signal.SIGINT, signal.SIG_IGN)  # a second Ctrl-C must not tear up the last words
