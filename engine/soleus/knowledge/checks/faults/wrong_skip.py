"""Whether a question is skipped depends on answers alone, and not on its own."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import Derived, ScoreTest, SupportTest, TriageTest, observables_in, walk
from soleus.knowledge.items import Fault, skips, titled
from soleus.knowledge.model import KnowledgeBase


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for item, condition in skips(base):
        if any(isinstance(part, Derived | ScoreTest | SupportTest | TriageTest) for part in walk(condition)):
            what = f"The 'skip_if' of the {titled(item)} may test answers only."
            yield Fault(item, what, "Test the observables that the finding stands on.", word="skip_if")
        if item.partition(":")[2] in observables_in(condition):
            yield Fault(item, f"The 'skip_if' of the {titled(item)} tests the question itself.", "Test another observable.", word="skip_if")


CHECK = Check("wrong-skip", "questions", "A 'skip_if' tests the answers to other questions", find)
