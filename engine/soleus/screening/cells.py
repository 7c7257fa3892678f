"""Cells of text, as people fill in spreadsheets, read as answers. What could mean two things is refused, never guessed."""

from __future__ import annotations

import re

from soleus.knowledge.answers import UNKNOWN, check_answer
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase, Observable
from soleus.knowledge.problems import AnswerError, shown

YES = frozenset({"yes", "y", "true", "ja", "j", "wahr", "x", "✓", "✔"})
NO = frozenset({"no", "n", "false", "nein", "falsch"})
OPEN = UNKNOWN | {"", "?", "-", "n/a", "na", "null", "none", "nan"}
"""What a cell says that holds no answer. An empty cell is never a no."""

_TOTAL = re.compile(r"(grand |sub)?totals?|sum|average|mean|median|count|(gesamt)?summe|gesamt|mittelwert|(durch)?schnitt|anzahl")
_NUMBER = re.compile(r"[+-]?\d+([.,]\d+)?")
_THOUSANDS = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}")


class CellError(Exception):
    """A cell that is no answer: what is wrong, and the way out."""


def read_cell(base: KnowledgeBase, observable: str, text: str) -> Scalar | None:
    """The answer in a cell, None where it says that it is not known. Raises `CellError`."""
    one = base.observables[observable]
    value = _value(one, text.strip())
    if value not in one.choices and text.strip().casefold() in OPEN:
        return None
    return checked(base, observable, value)


def checked(base: KnowledgeBase, observable: str, value: object) -> Scalar | None:
    """A value in the form of an answer. Raises `CellError`."""
    try:
        return check_answer(base, observable, value)
    except AnswerError as error:
        raise CellError(str(error)) from None


def _value(one: Observable, text: str) -> Scalar:
    """The value that a cell means, or its text where it means none."""
    word = text.casefold()
    if one.kind == "yes_no":
        return True if word in YES else False if word in NO else text
    if one.kind == "one_of":
        return next((choice for choice, said in one.choices.items() if word in _names(choice, said)), text)
    return _number(one, text) if _NUMBER.fullmatch(text) else text


def _names(choice: str, said: str) -> tuple[str, ...]:
    return choice.casefold(), choice.casefold().replace("_", " "), said.casefold()


def _number(one: Observable, text: str) -> float:
    """A number with a point or a comma before its decimals. `1.500` is refused: it may be one and a half, or fifteen hundred."""
    if _THOUSANDS.fullmatch(text):
        digits = re.sub("[.,]", "", text)
        raise CellError(f"'{one.id}' is {shown(text)}: that can mean {float(text.replace(',', '.')):g} or {digits}. Write the one without a sign.")
    return float(text.replace(",", "."))


def is_total(first: str) -> bool:
    """Whether a row that begins with this cell adds up the others."""
    return _TOTAL.fullmatch(first.strip().rstrip(":").casefold()) is not None
