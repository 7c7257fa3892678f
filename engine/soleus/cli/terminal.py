"""The conversation's two ends: lines on standard error, replies from standard input. It needs no rich: the first question must not wait."""

from __future__ import annotations

import os
import shutil
import sys
import textwrap
from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

import click

from soleus.cli.output import is_terminal, render_to, width_of

if TYPE_CHECKING:
    from soleus.report.blocks import Block

MOST_TYPED = 4096
"""The characters of a reply that are read; what follows on the same line is dropped."""

_STYLES: dict[str, dict[str, bool]] = {"strong": {"bold": True}, "quiet": {"dim": True}, "": {}}


class EndOfInputError(Exception):
    """There is nothing more to read."""


class Terminal:
    """Speaks and listens. Everything it says is harmless first: no text can move the cursor or change a colour.

    `width` and `height` are those of the terminal, 0 where they do not matter; `said` counts the lines so far. `interactive` says whether
    a person sits at both ends.
    """

    def __init__(self, *, plain: bool = False) -> None:
        self.plain = plain
        self.width = width_of(sys.stderr) if is_terminal(sys.stderr) else 0
        self.height = shutil.get_terminal_size((80, 24)).lines if self.width and not plain else 0
        self.said = 0
        self.interactive = sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None and sys.stderr.isatty()
        self.styled = not plain and is_terminal(sys.stderr) and not os.environ.get("NO_COLOR")

    def say(self, text: str = "", *, style: str = "", lead: str = "") -> None:
        """One paragraph, wrapped on a terminal. `lead` stands before its first line, and the other lines are indented by as much."""
        from soleus.report.render import harmless

        safe = harmless(text)
        lines = [safe]
        if self.width:
            lines = textwrap.wrap(safe, max(20, self.width - len(lead)), break_on_hyphens=False) or [""]
        for number, line in enumerate(lines):
            self._write((lead if number == 0 else " " * len(lead)) + line, style)

    def _write(self, line: str, style: str) -> None:
        self.said += 1
        click.echo(click.style(line, **_STYLES[style]) if self.styled and line else line.rstrip(), err=True, color=self.styled)

    def gap(self) -> None:
        """An empty line between one thing and the next; a screen reader needs none."""
        if not self.plain:
            self._write("", "")

    def item(self, number: int, text: str, *, style: str = "") -> None:
        """One numbered choice."""
        self.say(text, style=style, lead=f"{number}. " if self.plain else f"{number:4}  ")

    def show(self, blocks: Iterable[Block]) -> None:
        """Blocks of a report, as the result shows them."""
        render_to(sys.stderr, blocks, plain=self.plain)

    def read(self) -> str:
        """One reply, without spaces around it. Raises `EndOfInputError`."""
        click.echo("Answer: " if self.plain else "> ", err=True, nl=False)
        line = sys.stdin.readline(MOST_TYPED) if sys.stdin is not None else ""
        if not line:
            self._write("", "")
            raise EndOfInputError
        _drop_rest_of_line(line, sys.stdin)
        return line.strip()


def _drop_rest_of_line(line: str, stream: IO[str]) -> None:
    while line and not line.endswith("\n") and len(line) >= MOST_TYPED:
        line = stream.readline(MOST_TYPED)
