"""Blocks to text: plain lines for files and screen readers, or rich renderables for a terminal. Hostile text is shown harmless."""

from __future__ import annotations

import textwrap
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from soleus.report.blocks import Banner, Block, Heading, Line

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, Group, RenderableType

WIDTH = 100
_EDGES = 6
"""What the corners of a box and the gaps beside its title take of its width."""
_STYLES = {
    "emergency": "bold white on red",
    "same_day": "bold yellow",
    "clinician": "bold cyan",
    "self_care": "bold green",
    "strong": "bold",
    "quiet": "dim",
    "plain": "",
}
_UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""The kinds of characters that are not shown: what a terminal obeys, what nobody sees, and other ends of a line."""
_BORDERS = {"emergency": "red", "same_day": "yellow", "clinician": "cyan", "self_care": "green"}


def harmless(text: str) -> str:
    """Text on one line, without control characters, terminal escapes and marks that turn the direction of writing."""
    if text.isprintable():  # nearly all is, and most of the time of a page was spent on looking at each letter
        return text.strip()
    return "".join(char if unicodedata.category(char) not in _UNSEEN else " " for char in text).strip()


def plain(blocks: Iterable[Block], width: int = WIDTH) -> str:
    """The blocks as plain lines, at most `width` columns wide, for any reader of text."""
    return "\n".join(line for block in blocks for line in _plain_block(block, width)) + "\n"


def _plain_block(block: Block, width: int) -> Iterator[str]:
    match block:
        case Banner():
            yield from ("", f"** {harmless(block.title).upper()} **")
            for line in block.lines:
                yield from _wrapped(harmless(line), "", width)
            yield ""
        case Heading():
            if block.level == 1:
                yield ""
            yield harmless(block.text).upper() if block.level == 1 else "  " + harmless(block.text)
        case Line():
            yield from _wrapped(_text(block), "  " * block.indent, width)


def _text(line: Line) -> str:
    label = f"{harmless(line.label)}: " if line.label else ""
    return ("- " if line.bullet else "") + label + harmless(line.text)


def _wrapped(text: str, indent: str, width: int) -> list[str]:
    hang = "  " if text.startswith("- ") else ""
    return textwrap.wrap(text, width, initial_indent=indent, subsequent_indent=indent + hang, break_on_hyphens=False)


def rich(blocks: Iterable[Block]) -> Group:
    """The blocks as one rich renderable."""
    from rich.console import Group

    return Group(*(one for block in blocks for one in _rich_block(block)))


def _rich_block(block: Block) -> Iterator[RenderableType]:
    from rich.padding import Padding
    from rich.text import Text

    match block:
        case Banner():
            yield Padding(_Box(block), (1, 0, 0, 0))
        case Heading():
            style = "bold underline" if block.level == 1 else "bold"
            yield Padding(Text(harmless(block.text), style=style), (1, 0, 0, 0 if block.level == 1 else 1))
        case Line():
            yield Padding(_rich_line(block), (0, 0, 0, 2 * block.indent))


@dataclass(frozen=True, slots=True)
class _Box:
    """A banner in a box. Its title stands in the upper edge, or in the box where the edge is too short for it: it is never cut."""

    banner: Banner

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> Iterator[RenderableType]:
        from rich.panel import Panel
        from rich.text import Text

        title = Text(f" {harmless(self.banner.title)} ", style=_STYLES[self.banner.tone])
        body = Text("\n".join(harmless(line) for line in self.banner.lines))
        fits = title.cell_len <= options.max_width - _EDGES
        inside = body if fits else Text("\n").join([Text(harmless(self.banner.title), style=_STYLES[self.banner.tone]), body])
        yield Panel(inside, title=title if fits else None, title_align="left", border_style=_BORDERS.get(self.banner.tone, ""), padding=(0, 1))


def _rich_line(line: Line) -> RenderableType:
    from rich.table import Table
    from rich.text import Text

    text = Text(harmless(line.text), style=_STYLES[line.tone])
    if line.label:
        text = Text.assemble((f"{harmless(line.label)}: ", "italic dim"), text)
    if not line.bullet:
        return text
    row = Table.grid(padding=(0, 1))
    row.add_row(Text("•"), text)
    return row
