"""In which order rules run, so that every rule sees only what is already complete."""

from __future__ import annotations

import graphlib
from collections import defaultdict
from collections.abc import Iterable, Iterator

from soleus.knowledge.conditions import Condition, Derived, ScoreTest, SupportTest, TriageTest, walk
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, Refer, Rule, Withhold

STRATA = ("finding", "argument", "triage", "precaution", "advice")
"""The strata in the order in which they run; findings and scores share the first."""

_STRATUM_OF: dict[type[Conclusion], str] = {
    Find: "finding",
    AddPoints: "finding",
    Argue: "argument",
    Refer: "triage",
    Withhold: "precaution",
    Advise: "advice",
}


def stratum_of(rule: Rule) -> str:
    """The first stratum that the rule concludes in: it runs there."""
    return min((_STRATUM_OF[type(conclusion)] for conclusion in rule.then), key=STRATA.index)


def readable_from(part: Condition) -> str:
    """The first stratum in which a condition may hold this test: what it reads is complete before."""
    if isinstance(part, SupportTest):
        return "triage"
    return "precaution" if isinstance(part, TriageTest) else "finding"


def reads(condition: Condition) -> Iterator[str]:
    """The findings and scores that a condition reads, as `finding:id` and `score:id`."""
    for part in walk(condition):
        if isinstance(part, Derived):
            yield from (f"finding:{finding}" for finding in part.findings)
        elif isinstance(part, ScoreTest):
            yield f"score:{part.score}"


def derives(rule: Rule) -> Iterator[str]:
    """The findings and scores that a rule derives or adds to, named as in `reads`."""
    for conclusion in rule.then:
        if isinstance(conclusion, Find):
            yield f"finding:{conclusion.finding}"
        elif isinstance(conclusion, AddPoints):
            yield f"score:{conclusion.score}"


def finding_rules_in_order(rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """The rules of the first stratum, each after the rules that derive what it reads; ties by id.

    Raises `graphlib.CycleError`, whose second argument is the circle of rule ids, when there is no such order.
    """
    by_id = {rule.id: rule for rule in rules if stratum_of(rule) == "finding"}
    makers: dict[str, list[str]] = defaultdict(list)
    for rule in by_id.values():
        for name in derives(rule):
            makers[name].append(rule.id)
    graph = {rule.id: {maker for name in reads(rule.when) for maker in makers[name]} for rule in by_id.values()}
    sorter = graphlib.TopologicalSorter(graph)
    sorter.prepare()
    order: list[Rule] = []
    while sorter.is_active():
        ready = sorted(sorter.get_ready())
        order += [by_id[rule] for rule in ready]
        sorter.done(*ready)
    return tuple(order)
