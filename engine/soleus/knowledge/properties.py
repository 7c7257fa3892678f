"""Safety properties: what must hold of every person, whatever the answers. They are proved of the rules; nothing is concluded from them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from soleus.knowledge.conditions import Band, Condition, Scalar
from soleus.knowledge.model import KnowledgeBase, Observable, Place, Review

EVERY: Literal["every"] = "every"
SAFETY: Literal["safety"] = "safety"
"""What a change may name in place of questions: all of them, or those that are safety questions."""

OF_ALL_RULES = ("fires", "advises", "differs", "reached")
"""What is proved of all rules and items beside the properties, and named where a property may be named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """The condition is known to be true."""

    condition: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverHolds:
    """The condition is not known to be true."""

    condition: Condition


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavesOut:
    """The plan holds no measure of these groups and none of these measures; with `withheld`, none that a precaution withholds."""

    groups: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()
    withheld: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Includes:
    """The plan holds at least one of these measures."""

    measures: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverLowers:
    """The change of an answer does not lower the triage."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AddsOnly:
    """The change of an answer brings no measure into the plan but those of these groups and these measures."""

    groups: tuple[str, ...] = ()
    measures: tuple[str, ...] = ()


Claimed: TypeAlias = Holds | NeverHolds | LeavesOut | Includes | NeverLowers | AddsOnly
"""What a property says of a person, or in its last two forms of a change of one answer."""

OF_A_CHANGE = (NeverLowers, AddsOnly)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """Some of the answers to a question: these values, the numbers of a band, or none at all (`unknown`)."""

    values: tuple[Scalar, ...] = ()
    band: Band | None = None
    unknown: bool = False

    def fits(self, value: Scalar | None) -> bool:
        """Whether a valid answer, None for no answer, is one of these."""
        if value is None:
            return self.unknown
        if self.band is not None and not isinstance(value, bool | str):
            return self.band.holds(float(value))
        return any(value == one and isinstance(value, bool) is isinstance(one, bool) for one in self.values)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One answer changes from one of `before` to another one of `after`; all others stay.

    `questions` are observables and checklists, or the one word `every` or `safety`; then those count that can be answered so.
    """

    questions: tuple[str, ...]
    before: Answer
    after: Answer

    def observables(self, base: KnowledgeBase) -> Iterator[Observable]:
        """The observables whose answer may change so, in the order of the interview."""
        named = {one for name in self.questions for one in (base.checklists[name].items if name in base.checklists else (name,))}
        for one in base.observables.values():
            whole = self.questions == (EVERY,) or (self.questions == (SAFETY,) and one.safety)
            if one.id in named or (whole and self._can_change(one)):
                yield one

    def _can_change(self, one: Observable) -> bool:
        """Whether some answers to the observable pass the tests of values; a band passes for every number."""
        values: tuple[Scalar, ...] = (True, False) if one.kind == "yes_no" else tuple(one.choices)
        return all(
            answer.unknown or any(map(answer.fits, values)) or (answer.band is not None and one.kind == "number")
            for answer in (self.before, self.after)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """What must hold, whatever the answers: of every person for whom `when` is true, or of every such `change` of an answer.

    With both, `when` is true before the change. Without either the property speaks of everybody.
    """

    id: str
    title: str
    then: tuple[Claimed, ...]
    because: str
    sources: tuple[str, ...]
    review: Review
    place: Place
    when: Condition | None = None
    change: tuple[Change, ...] = field(default=())


def conditions_of(one: Property) -> Iterator[Condition]:
    """Every condition in a property."""
    if one.when is not None:
        yield one.when
    yield from (claim.condition for claim in one.then if isinstance(claim, Holds | NeverHolds))
