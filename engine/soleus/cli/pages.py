"""Where a page goes: into a file of its owner alone, or to standard output."""

from __future__ import annotations

from pathlib import Path

import click


def page_target(output: str) -> Path | None:
    """Where to write a page, None for standard output (`-`). Only a page is ever replaced, so that a slip of the pen destroys no other file."""
    if output == "-":
        return None
    path = Path(output)
    if path.suffix.lower() not in (".html", ".htm"):
        raise click.UsageError("-o needs a name that ends in .html.")
    return path


def write_page(path: Path | None, text: str, what: str) -> None:
    """Write a page, or print it, and say where the `what` is. Raises `OSError`."""
    from soleus.knowledge.files import write_private
    from soleus.knowledge.problems import printable

    if path is None:
        click.echo(text.encode(), nl=False)
        return
    write_private(path, text)
    click.echo(f"The {what} is in {printable(str(path))}.", err=True)
