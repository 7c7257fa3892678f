"""Every rule can fire for somebody, as far as its own condition and the findings that it needs can tell."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.checks.gaps.contradictory_parts import exclusions
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase, Rule
from soleus.knowledge.reasoning import Reasoner
from soleus.knowledge.strata import derives, reads


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    dead = _dead_findings(base)
    reasoner = Reasoner(base, dead)
    for rule in base.rules.values():
        if reasoner.can_hold(rule.when) is False and not any(exclusions(reasoner, rule.when)):
            yield _fault(rule, sorted(name for name in dead if f"finding:{name}" in {*reads(rule.when)}))


def _fault(rule: Rule, dead: list[str]) -> Fault:
    if not dead:
        return Fault(
            f"rule:{rule.id}", f"The rule '{rule.id}' can never fire: no answers make its condition true.", "Widen its condition.", word="when"
        )
    what = f"The rule '{rule.id}' can never fire: no rule that can fire derives the finding '{dead[0]}', and it needs it."
    return Fault(f"rule:{rule.id}", what, "Mend the rules that derive the finding, or remove this rule.", word=dead[0])


def _dead_findings(base: KnowledgeBase) -> set[str]:
    """The findings that rules derive, but none that can fire."""
    dead: set[str] = set()
    while True:
        reasoner = Reasoner(base, dead)
        alive = {name for rule in base.rules.values() if reasoner.can_hold(rule.when) is not False for name in derives(rule)}
        made = {name for rule in base.rules.values() for name in derives(rule)}
        found = {name for name in base.findings if f"finding:{name}" in made - alive}
        if found == dead:
            return dead
        dead = found


CHECK = Check("unreachable-rule", "logic", "Every rule can fire", find)
