"""Safety properties in words: what must hold, and of whom."""

from __future__ import annotations

from soleus.explanation.words import in_words, name_of, value_text
from soleus.knowledge.conditions import Condition, InBand
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.properties import EVERY, SAFETY, AddsOnly, Answer, Change, Claimed, Holds, Includes, LeavesOut, NeverHolds, NeverLowers

_QUESTIONS = {EVERY: "any question", SAFETY: "any safety question"}


def claim_text(base: KnowledgeBase, claim: Claimed) -> str:
    """What a property says must hold, as it goes on after "it should be that"."""
    match claim:
        case Holds(condition=condition):
            return f"this is so: {'; '.join(sayings(base, condition))}"
        case NeverHolds(condition=condition):
            return f"this is not so: {'; '.join(sayings(base, condition))}"
        case LeavesOut(withheld=True):
            return "the plan holds nothing that a precaution withholds"
        case LeavesOut():
            return f"the plan leaves out {_measures(base, claim)}"
        case Includes(measures=measures):
            return f"the plan holds {' or '.join(name_of(base, one) for one in measures)}"
        case NeverLowers():
            return "the change does not lower the triage"
        case AddsOnly():
            return f"the change brings nothing into the plan but {_measures(base, claim)}"


def sayings(base: KnowledgeBase, condition: Condition) -> list[str]:
    """A condition in words, a text for each part."""
    return [saying.text for _, saying in in_words(base, condition).lines()]


def _measures(base: KnowledgeBase, claim: LeavesOut | AddsOnly) -> str:
    """Groups by their ids, which read as words, and measures by their names."""
    return ", ".join((*(group.replace("_", " ") for group in claim.groups), *(f"“{name_of(base, one)}”" for one in claim.measures)))


def change_text(base: KnowledgeBase, change: Change) -> str:
    """A change of an answer: of which questions, from what to what."""
    if len(change.questions) == 1 and change.questions[0] in _QUESTIONS:
        asked = _QUESTIONS[change.questions[0]]
        return f"{asked}: from {_any(change.before)} to {_any(change.after)}"
    of = " or ".join(base.observables[one].short if one in base.observables else f"“{base.checklists[one].ask}”" for one in change.questions)
    first = next(change.observables(base)).id
    return f"{of}: from {_answer(base, first, change.before)} to {_answer(base, first, change.after)}"


def _any(answer: Answer) -> str:
    """Answers to no question in particular."""
    words = ["yes" if value is True else "no" if value is False else str(value) for value in answer.values]
    return " or ".join([*words, *(["no answer"] if answer.unknown else [])])


def _answer(base: KnowledgeBase, observable: str, answer: Answer) -> str:
    """Answers to one question, or to the first of several that are answered alike."""
    if answer.band is not None:
        return in_words(base, InBand(observable, answer.band)).text.partition(": ")[2]
    values = [value_text(base, observable, value) for value in answer.values]
    return " or ".join([*values, *(["no answer"] if answer.unknown else [])])
