"""A condition without what is only a way of writing it: the order of parts, groups in groups of the same kind, groups of one part."""

from __future__ import annotations

from collections import Counter
from typing import Any, TypeAlias

from soleus.knowledge.conditions import GROUPS, All, AnyOf, AtLeast, Condition, OneOf

Normal: TypeAlias = tuple[type[Condition], object, frozenset[Any]]
"""The kind of a condition, what it says besides its parts, and its parts; of a list of answers, the answers."""


def normal(condition: Condition) -> Normal:
    """Two conditions with one normal form are the same condition. Two with different ones may be the same as well."""
    kind = type(condition)
    if isinstance(condition, OneOf):
        return kind, condition.observable, frozenset(condition.values)
    if not isinstance(condition, GROUPS):
        return kind, condition, frozenset()
    parts = [normal(part) for part in condition.parts]
    if isinstance(condition, AtLeast):
        return kind, condition.count, frozenset(Counter(parts).items())
    if kind not in (All, AnyOf):
        return kind, None, frozenset(parts)
    flat = frozenset(inner for part in parts for inner in (part[2] if part[0] is kind else (part,)))
    return next(iter(flat)) if len(flat) == 1 else (kind, None, flat)


def needed(condition: Condition) -> frozenset[Normal]:
    """The parts of a condition that must all hold, in their normal form."""
    own = normal(condition)
    return own[2] if own[0] is All else frozenset([own])
