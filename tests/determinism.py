"""The bytes of many results, as one digest: `python tests/determinism.py`. The same on every hash seed and Python, or something is wrong."""

from __future__ import annotations

import hashlib
import random

from soleus import Consultation, KnowledgeBase
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import Observable

SHEETS = 25


def sheet(base: KnowledgeBase, seed: int) -> dict[str, Scalar]:
    """A random answer sheet, about half of it unknown."""
    draw = random.Random(seed)
    return {one.id: _value(one, draw) for one in base.observables.values() if draw.random() < 0.5}


def _value(one: Observable, draw: random.Random) -> Scalar:
    if one.kind == "yes_no":
        return draw.random() < 0.3
    if one.kind == "one_of":
        return draw.choice(list(one.choices))
    assert one.range is not None
    return draw.randint(int(one.range.at_least), int(one.range.at_most))


def digest(base: KnowledgeBase) -> str:
    """SHA-256 over the JSON of the results of the sheets."""
    texts = (Consultation(base, sheet(base, seed)).conclude().to_json() for seed in range(SHEETS))
    return hashlib.sha256("".join(texts).encode()).hexdigest()


if __name__ == "__main__":
    print(digest(KnowledgeBase.bundled()))
