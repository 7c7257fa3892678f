"""A question that offers choices offers two or more, and a rule can test for each of them."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.answers import UNKNOWN
from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault, is_id
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import shown
from soleus.knowledge.reading import scalar

_WORDS_FOR_TESTS = UNKNOWN | {"known"}


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for one in base.observables.values():
        item = f"observable:{one.id}"
        if one.kind == "one_of" and len(one.choices) < 2:
            what = f"The observable '{one.id}' is one_of, so it must have two or more choices."
            yield Fault(item, what, "Add 'choices', each with what the person reads.")
        if one.kind != "one_of" and one.choices:
            what = f"The observable '{one.id}' is {one.kind}, so it cannot have choices."
            yield Fault(item, what, "Make it one_of, or remove 'choices'.", word="choices")
        for choice in filter(_is_untestable, one.choices):
            what = f"A choice of '{one.id}' cannot be called {shown(choice)}."
            yield Fault(item, what, "Take an id that no rule could read as yes, no, a number, known or unknown.", word=choice)


def _is_untestable(choice: str) -> bool:
    """Whether a rule that tests for this choice would read as another test, or the choice is no id."""
    return choice.lower() in _WORDS_FOR_TESTS or not isinstance(scalar(choice, plain=True), str) or not is_id(choice)


CHECK = Check("wrong-choices", "questions", "A one_of question has two or more choices that rules can test for, other questions none", find)
