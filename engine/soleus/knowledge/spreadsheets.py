"""What a spreadsheet would take for a formula, and so run, in a cell of a file that came from outside."""

from __future__ import annotations

import re

FORMULA = r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]"
"""The beginning of a cell that a spreadsheet would run."""

NUMBER = r"^\s*[+-]?\d+([.,]\d+)?\s*$"
"""A plain number, which begins like a formula where it is below zero and is none."""


def defused(text: str) -> str:
    """The text of a cell; with an apostrophe in front where it would start a formula."""
    return f"'{text}" if re.search(FORMULA, text) and not re.search(NUMBER, text) else text
