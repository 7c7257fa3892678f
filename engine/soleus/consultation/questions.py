"""What can be put to a person: one observable, or a checklist of several on one screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from soleus.knowledge.conditions import Condition, Scalar
from soleus.knowledge.model import Checklist, KnowledgeBase, Observable, Range, SelfTest

QuestionKind: TypeAlias = Literal["yes_no", "one_of", "number", "checklist"]


@dataclass(frozen=True, slots=True)
class Question:
    """One question.

    `choices` holds the values that `answer` takes with what the person reads, for `yes_no` and `one_of`. A `number` has a `unit` and a
    `range`, both ends included, and takes an int where `whole`. A `checklist` has `items`, each a yes_no question, and takes a mapping
    of their ids to answers. "Not sure" is always possible: it is None.
    """

    id: str
    kind: QuestionKind
    ask: str
    why: str
    section: str
    short: str = ""
    choices: tuple[tuple[Scalar, str], ...] = ()
    unit: str = ""
    range: Range | None = None
    whole: bool = False
    safety: bool = False
    self_test: SelfTest | None = None
    items: tuple[Question, ...] = ()
    skip_if: Condition | None = None

    @property
    def observables(self) -> tuple[str, ...]:
        """The ids of the observables that the question asks for."""
        return tuple(item.id for item in self.items) or (self.id,)


def interview(base: KnowledgeBase) -> Iterator[Question]:
    """Every question in the fixed clinical order."""
    for section in base.interview.sections:
        for name in section.ask:
            if name in base.checklists:
                yield _checklist(base, base.checklists[name], section.title)
            else:
                yield _single(base.observables[name], section.title)


def _checklist(base: KnowledgeBase, checklist: Checklist, section: str) -> Question:
    items = tuple(_single(base.observables[name], section) for name in checklist.items)
    return Question(
        id=checklist.id,
        kind="checklist",
        ask=checklist.ask,
        why=checklist.why,
        section=section,
        safety=any(item.safety for item in items),
        items=items,
        skip_if=checklist.skip_if,
    )


def _single(observable: Observable, section: str) -> Question:
    choices: tuple[tuple[Scalar, str], ...] = tuple(observable.choices.items())
    return Question(
        id=observable.id,
        kind=observable.kind,
        ask=observable.ask,
        why=observable.why,
        section=section,
        short=observable.short,
        choices=((True, "Yes"), (False, "No")) if observable.kind == "yes_no" else choices,
        unit=observable.unit,
        range=observable.range,
        whole=observable.whole,
        safety=observable.safety,
        self_test=observable.self_test,
        skip_if=observable.skip_if,
    )
