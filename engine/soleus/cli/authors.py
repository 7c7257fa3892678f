"""Who reviews: the name that stands beside a verdict."""

from __future__ import annotations

import getpass

import click

from soleus.knowledge.problems import shown

AUTHOR_VARIABLE = "SOLEUS_AUTHOR"

author_option = click.option(
    "--author",
    metavar="NAME",
    envvar=AUTHOR_VARIABLE,
    help=f"The name that stands beside your verdicts. Also {AUTHOR_VARIABLE}. Without it, the name that you are logged in by.",
)


def author_of(given: str | None) -> str:
    """The name that was given, or the one that the person is logged in by.

    Raises `click.UsageError` where there is none, or where no verdict could carry it: better now than with the first verdict.
    """
    from soleus.review.verdicts import author_fault

    name = (given or "").strip() or _logged_in()
    if wrong := author_fault(name):
        raise click.UsageError(f"{shown(name)} cannot stand beside a verdict: {wrong} Give --author NAME, or set {AUTHOR_VARIABLE}.")
    return name


def _logged_in() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError) as error:
        raise click.UsageError(f"Who reviews? Give --author NAME, or set {AUTHOR_VARIABLE}.") from error
