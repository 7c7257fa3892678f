"""Every part of a condition changes when it holds.

Only parts that test something that the rest tests as well are looked at: another part says nothing of what they ask.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.checks.conclusions import finds
from soleus.knowledge.checks.gaps.contradictory_parts import exclusions
from soleus.knowledge.conditions import GROUPS, All, AnyOf, AtLeast, Condition, Group, NoneOf, Unless
from soleus.knowledge.items import Fault, conditions, titled
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.reasoning import FALSE, TRUE, UNKNOWN, Reasoner, Thing, key_of, things_in
from soleus.knowledge.writing import short


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    reasoner = Reasoner(base)
    for item, condition in conditions(base):
        if reasoner.can_hold(condition) is False or any(exclusions(reasoner, condition)):
            continue
        for part, rest in needless_parts(reasoner, condition, wholly=_matters_when_false(base, item)):
            what = f"In the {titled(item)}, the part '{short(part)}' changes nothing: the condition is the same without it."
            yield Fault(item, what, "Remove the part, or write what it was meant to say.", word=key_of(_shared(part, rest)[0]))


def _matters_when_false(base: KnowledgeBase, item: str) -> bool:
    """Whether anything hangs on the condition being false rather than unknown: where a finding is derived, and in a property."""
    kind, _, name = item.partition(":")
    return finds(base.rules[name]) if kind == "rule" else kind == "property"


def needless_parts(reasoner: Reasoner, condition: Condition, *, wholly: bool) -> Iterator[tuple[Condition, Condition]]:
    """Every part that tests what the rest tests, and without which the condition is true, and `wholly`: false, in the same states.

    Yields the part and the rest.
    """
    for one in _shortened(condition, upright=True):
        if _shared(one.part, one.rest) and _is_same(reasoner, condition, one, wholly=wholly):
            yield one.part, one.rest


def _shared(part: Condition, rest: Condition) -> list[Thing]:
    """What a part tests that the rest tests as well."""
    of_rest = {*things_in(rest)}
    return [thing for thing in things_in(part) if thing in of_rest]


class _Shortened(NamedTuple):
    """A condition with a part taken out: the part, the rest, and whether the rest holds in more states than the whole, rather than in fewer.

    The two can only differ where the truth of the part is one of `decisive`.
    """

    part: Condition
    rest: Condition
    wider: bool
    decisive: int


_DECISIVE: dict[type[Condition], int] = {All: FALSE | UNKNOWN, AnyOf: TRUE | UNKNOWN, NoneOf: TRUE | UNKNOWN, Unless: TRUE}


def _shortened(condition: Condition, *, upright: bool) -> Iterator[_Shortened]:
    """The condition without each part that can be taken out. It is `upright` where no `none` or `unless` turns it round."""
    if not isinstance(condition, GROUPS):
        return
    inside = upright != isinstance(condition, NoneOf | Unless)
    for number, part in enumerate(condition.parts):
        before, after = condition.parts[:number], condition.parts[number + 1 :]
        if (before or after) and type(condition) in _DECISIVE:
            yield _Shortened(part, _with(condition, (*before, *after)), upright != isinstance(condition, AnyOf), _DECISIVE[type(condition)])
        for inner in _shortened(part, upright=inside):
            yield inner._replace(rest=_with(condition, (*before, inner.rest, *after)))


def _with(group: Group, parts: tuple[Condition, ...]) -> Condition:
    """A group of the same kind with these parts."""
    return AtLeast(group.count, parts) if isinstance(group, AtLeast) else type(group)(parts)


def _is_same(reasoner: Reasoner, whole: Condition, one: _Shortened, *, wholly: bool) -> bool:
    """Whether a condition without a part is true, and `wholly`: false, in the same states as the whole."""
    more, less = (one.rest, whole) if one.wider else (whole, one.rest)
    ways = [(FALSE | UNKNOWN, TRUE), *([(FALSE, TRUE | UNKNOWN)] if wholly else [])]
    return all(reasoner.possible([(one.part, one.decisive), (less, first), (more, second)]) is False for first, second in ways)


CHECK = Check("redundant-part", "logic", "Every part of a condition changes when it holds", find)
