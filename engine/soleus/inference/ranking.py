"""The order in which a result names conditions and causes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from soleus.knowledge.model import Cause, ConditionItem

if TYPE_CHECKING:
    from soleus.inference.forward import Inference
    from soleus.inference.weighing import Support


def ranked(inference: Inference, hypotheses: Mapping[str, ConditionItem] | Mapping[str, Cause]) -> list[Support]:
    """Support for some hypotheses, best first, equals by `among_equals`."""
    some = (support for name, support in inference.support.items() if name in hypotheses)
    return sorted(some, key=lambda support: (-support.decibans, among_equals(hypotheses[support.hypothesis])))


def among_equals(item: ConditionItem | Cause) -> tuple[bool, str]:
    """By which equally supported hypotheses are ranked, the least first: what must not be missed, then by id."""
    return not (isinstance(item, ConditionItem) and item.must_not_miss), item.id
