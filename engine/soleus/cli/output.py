"""Data on standard output: JSON, or blocks as plain lines or, on a terminal, with rich."""

from __future__ import annotations

import json
import os
import re
import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING, Any

import click

if TYPE_CHECKING:
    from soleus.report.blocks import Block

WIDTH = 100
"""The most columns of a line of text: longer lines are hard to read."""

_OBEYED = re.compile("[\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]")
"""Characters that JSON may hold as they are and that a terminal obeys, or nobody sees."""


def emit_json(data: Any) -> None:
    """Print data, or text that is JSON already, as JSON in UTF-8, whatever the locale. What a terminal would obey is escaped."""
    text = data if isinstance(data, str) else json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    emit_text(_OBEYED.sub(lambda found: json.dumps(found.group())[1:-1], text))


def emit_text(text: str) -> None:
    """Print text as it is, in UTF-8, whatever the locale."""
    if sys.stdout is not None:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8", "backslashreplace"))


def emit(blocks: Iterable[Block], *, plain: bool = False) -> None:
    """Print blocks on standard output."""
    render_to(sys.stdout, blocks, plain=plain)


def render_to(stream: IO[str] | None, blocks: Iterable[Block], *, plain: bool = False) -> None:
    """Print blocks: with rich on a terminal, as plain lines to anything else, or where `plain` says so."""
    from soleus.report import render

    if plain or not is_terminal(stream):
        click.echo(render.plain(blocks, width_of(stream)), file=stream, nl=False)
        return
    from rich.console import Console

    Console(file=stream, width=width_of(stream), highlight=False).print(render.rich(blocks))


def wrapped(text: str, stream: IO[str] | None) -> str:
    """Text whose lines end between words on a terminal, and are as they were anywhere else."""
    if stream is None or not stream.isatty():
        return text
    width = width_of(stream)
    lines = (textwrap.wrap(line, width, break_long_words=False, break_on_hyphens=False) or [""] for line in text.splitlines())
    return "\n".join(line for parts in lines for line in parts)


def is_terminal(stream: IO[str] | None) -> bool:
    """Whether a stream leads to a terminal that can show more than plain lines."""
    return stream is not None and stream.isatty() and os.environ.get("TERM") != "dumb"


def width_of(stream: IO[str] | None) -> int:
    """The columns to fill: those of the terminal, but never more than can be read well."""
    if stream is None or not stream.isatty():
        return WIDTH
    return max(20, min(WIDTH, shutil.get_terminal_size((80, 24)).columns))
