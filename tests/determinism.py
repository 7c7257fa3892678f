"""The bytes of many results, and the questions of some consultations, as one digest: `python tests/determinism.py`.

It is the same on every hash seed and Python, or something is wrong.
"""

from __future__ import annotations

import hashlib
import random

from soleus import Consultation, KnowledgeBase
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import Observable

SHEETS, TALKS = 15, 1


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


def talk(base: KnowledgeBase, answers: dict[str, Scalar]) -> str:
    """The questions that somebody with these answers, and with a no where none is given, is asked, and why no more; danger signs are all denied."""
    consultation = Consultation(base)
    while question := consultation.next_question():
        given = {item.id: answers.get(item.id, False) and not item.safety for item in question.items} or answers.get(question.id)
        consultation = consultation.answer(question.id, given)
    return f"{consultation.asked} {consultation.stop}"


def digest(base: KnowledgeBase) -> str:
    """SHA-256 over the JSON of the results of the sheets, and the talks with some of these people."""
    texts = [Consultation(base, sheet(base, seed)).conclude().to_json() for seed in range(SHEETS)]
    talks = [talk(base, sheet(base, seed)) for seed in range(TALKS)]
    return hashlib.sha256("".join((*texts, *talks)).encode()).hexdigest()


if __name__ == "__main__":
    print(digest(KnowledgeBase.bundled()))
