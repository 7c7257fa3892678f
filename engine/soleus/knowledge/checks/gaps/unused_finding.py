"""A finding is there so that rules can read it, or to give a name to what a rule concludes besides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import Find, KnowledgeBase, Rule
from soleus.knowledge.strata import reads


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    read = {name for rule in base.rules.values() for name in reads(rule.when)}
    for finding, rules in _derivers(base).items():
        if f"finding:{finding}" not in read and all(len(rule.then) == 1 for rule in rules):
            what = f"No rule reads the finding '{finding}', and the rules that derive it conclude nothing else: it changes no outcome."
            yield Fault(f"finding:{finding}", what, "Write a rule that reads it, or remove it and the rules that derive it.")


def _derivers(base: KnowledgeBase) -> dict[str, list[Rule]]:
    """The rules that derive each finding, for those that some rule derives."""
    found: dict[str, list[Rule]] = defaultdict(list)
    for rule in base.rules.values():
        for conclusion in rule.then:
            if isinstance(conclusion, Find) and conclusion.finding in base.findings:
                found[conclusion.finding].append(rule)
    return found


CHECK = Check("unused-finding", "unused", "Every finding is read by a rule, or names what a rule concludes besides", find)
