"""The trace: every step of an inference, numbered, each with what it matched and what it concluded."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from soleus.knowledge.conditions import Scalar

StepKind: TypeAlias = Literal["rule", "part", "denied", "count", "sum", "weigh", "triage"]


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer that a step matched: the observable's id, and its value."""

    answer: str
    value: Scalar


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier step, by its number, whose conclusion a step matched."""

    step: int


Matched: TypeAlias = Answer | Earlier


@dataclass(frozen=True, slots=True)
class Step:
    """One step.

    `kind` says what it is: a `rule` that fired; a `part` of a rule's condition that held, or was known not to; a finding `denied` because
    every rule that could derive it is known not to hold; a `count` of parts; the `sum` of a score; the support that was `weigh`ed;
    the `triage` level.
    `rule` is the rule's id, or for the last five kinds what the step is about. `part` is the path of the part in the condition.
    `absent` names the facts whose absence let the step happen: slots such as `finding:x`, `answer:x`, or parts of the same rule.
    `concluded` holds what followed, as text: `finding:x`, `argue:x`, `score:x`, `refer:level`, `withhold:x`, `advise:x`, `part:...`.
    """

    n: int
    kind: StepKind
    rule: str
    part: str
    matched: tuple[Matched, ...]
    absent: tuple[str, ...]
    concluded: tuple[str, ...]
