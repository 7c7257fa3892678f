"""A condition tests a question only for answers that it can have."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import Band, InBand, OneOf, walk
from soleus.knowledge.items import Fault, conditions
from soleus.knowledge.model import KnowledgeBase, Observable
from soleus.knowledge.parsing import is_number
from soleus.knowledge.problems import nearest, number_text, shown

Misfit = tuple[str, str]
"""What is wrong with a test, and the way out."""


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for item, condition in conditions(base):
        for part in walk(condition):
            if isinstance(part, OneOf | InBand) and part.observable in base.observables:
                yield from (Fault(item, what, hint, word=part.observable) for what, hint in _misfits(base.observables[part.observable], part))


def _misfits(one: Observable, part: OneOf | InBand) -> Iterator[Misfit]:
    if isinstance(part, InBand):
        yield from _of_band(one, part.band)
    else:
        for value in part.values:
            yield from _OF_VALUE[one.kind](one, value)


def _of_yes_no(one: Observable, value: object) -> Iterator[Misfit]:
    if not isinstance(value, bool):
        yield f"'{one.id}' is yes_no: it cannot be {shown(value)}.", "Test it for yes or no."


def _of_choice(one: Observable, value: object) -> Iterator[Misfit]:
    if value not in one.choices:
        yield f"'{one.id}' cannot be {shown(value)}.", nearest(value, one.choices)


def _of_number(one: Observable, value: object) -> Iterator[Misfit]:
    if not is_number(value):
        yield f"'{one.id}' is a number: it cannot be {shown(value)}.", "Test it for a number or a range."
    else:
        yield from _of_band(one, Band(value, value))  # type: ignore[arg-type]


_OF_VALUE: dict[str, Callable[[Observable, object], Iterator[Misfit]]] = {"yes_no": _of_yes_no, "one_of": _of_choice, "number": _of_number}


def _of_band(one: Observable, band: Band) -> Iterator[Misfit]:
    if one.range is None:
        yield f"'{one.id}' is {one.kind}: a range cannot test it.", "Test it for a value."
        return
    limits = f"'{one.id}' runs from {number_text(one.range.at_least)} to {number_text(one.range.at_most)} {one.unit}"
    outside = [end for end in (band.low, band.high) if end is not None and not one.range.at_least <= end <= one.range.at_most]
    if outside:
        yield f"{limits}: {number_text(outside[0])} lies outside.", "Move the bound, or the range of the observable."
    elif not _can_hold(one, band):
        whole = ", in whole numbers" if one.whole else ""
        yield f"{limits}{whole}: no answer passes this test.", "Check the bounds, and whether they count themselves."


def _can_hold(one: Observable, band: Band) -> bool:
    """Whether some answer to a number lies in a band whose bounds lie in the number's range."""
    assert one.range is not None
    low = one.range.at_least if band.low is None else band.low
    high = one.range.at_most if band.high is None else band.high
    if one.whole:
        low, high = math.ceil(low), math.floor(high)
        low += not band.holds(low)
        high -= not band.holds(high)
        return low <= high
    return low < high or (low == high and band.holds(low))


CHECK = Check("impossible-answer", "logic", "Every test of an answer can be passed by some answer", find)
