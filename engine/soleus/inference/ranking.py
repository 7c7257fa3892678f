"""The order in which a result names conditions and causes."""

from __future__ import annotations

from collections.abc import Mapping

from soleus.inference.forward import Inference
from soleus.inference.weighing import Support
from soleus.knowledge.model import Cause, ConditionItem


def ranked(inference: Inference, hypotheses: Mapping[str, ConditionItem] | Mapping[str, Cause]) -> list[Support]:
    """Support for some hypotheses, best first. Of equals, one that must not be missed comes first, then by id."""

    def place(support: Support) -> tuple[int, bool, str]:
        item = hypotheses[support.hypothesis]
        return -support.decibans, not (isinstance(item, ConditionItem) and item.must_not_miss), support.hypothesis

    return sorted((support for name, support in inference.support.items() if name in hypotheses), key=place)
