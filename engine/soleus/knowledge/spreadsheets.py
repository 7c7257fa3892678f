"""What a spreadsheet would take for a formula, and so run, in a cell of a file that came from outside."""

from __future__ import annotations

import re

FORMULA = r"^\s*[=+\-@＝＋－＠]|^[\t\r\n]"
"""The beginning of a cell that a spreadsheet would run."""

NUMBER = r"^\s*[+-]?\d+([.,]\d+)?\s*$"
"""A plain number, which begins like a formula where it is below zero and is none."""


_PARTED = re.compile(r"(;\s*)(?=[=+\-@＝＋－＠])")
"""What parts cells in half of the world's spreadsheets, even in a file with commas, and a formula behind it."""


def defused(text: str) -> str:
    """The text of a cell; with an apostrophe in front where it, or what stands behind a semicolon in it, would start a formula."""
    parted = _PARTED.sub(r"\1'", text)
    return f"'{parted}" if re.search(FORMULA, text) and not re.search(NUMBER, text) else parted
