"""Who reviews: the name that stands beside a verdict."""

from __future__ import annotations

import getpass

import click

AUTHOR_VARIABLE = "SOLEUS_AUTHOR"

author_option = click.option(
    "--author",
    metavar="NAME",
    envvar=AUTHOR_VARIABLE,
    help=f"The name that stands beside your verdicts. Also {AUTHOR_VARIABLE}. Without it, the name that you are logged in by.",
)


def author_of(given: str | None) -> str:
    """The name that was given, or the one that the person is logged in by. Raises `click.UsageError` where there is none."""
    if given is not None and given.strip():
        return given.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise click.UsageError(f"Who reviews? Give --author NAME, or set {AUTHOR_VARIABLE}.") from error
