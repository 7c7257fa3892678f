"""What was proved, and what was not: one verdict for each thing that was asked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from soleus.knowledge.conditions import Condition
from soleus.proof.replaying import Counterexample

Kind: TypeAlias = Literal["property", "fires", "advises", "differs", "level", "condition", "cause", "measure"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether something holds of every set of answers (`property`, `differs`), or of some set of answers (all other kinds).

    `kind` and `item` say what was asked:

    property   the safety property holds
    fires      the rule can fire
    advises    what the rule advises can be in a plan while it fires
    differs    no other rule says the same and fires whenever this one does
    level      the triage level can be reached
    condition  the condition can be possible, and can reach the word at which it refers to its own level
    cause      the cause can be possible
    measure    the measure can be in a plan

    `why_not` is empty where it was proved. `searches` counts the questions that were put to the solver. `counterexample` is that of a
    property; `others` names what stands in the way: the rules that say the same, the measures that are always withheld. `parts` are those of
    a rule's condition that are never true together.
    """

    kind: Kind
    item: str
    why_not: str
    searches: int
    others: tuple[str, ...] = ()
    parts: tuple[Condition, ...] = ()
    counterexample: Counterexample | None = None

    @property
    def proved(self) -> bool:
        return not self.why_not
