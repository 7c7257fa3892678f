"""A report as blocks: what is said, without how it looks. One list of blocks, two renderings (`render.py`)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

Tone: TypeAlias = Literal["emergency", "same_day", "clinician", "self_care", "strong", "quiet", "plain"]


@dataclass(frozen=True, slots=True)
class Banner:
    """The most important thing: a title and the lines below it."""

    title: str
    lines: tuple[str, ...]
    tone: Tone


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; `level` 1 opens a part of the report, 2 a part of that."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, `indent` steps to the right. `label` stands before it."""

    text: str
    indent: int = 0
    tone: Tone = "plain"
    label: str = ""
    bullet: bool = False


Block: TypeAlias = Banner | Heading | Line
