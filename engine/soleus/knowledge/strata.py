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

    Raises `graphlib.CycleError`, whose second argument is the circle of rule ids, each waiting for the next, from the first by name.
    """
    by_id = {rule.id: rule for rule in rules if stratum_of(rule) == "finding"}
    sorter = graphlib.TopologicalSorter(_waits(by_id))
    try:
        sorter.prepare()
    except graphlib.CycleError as error:
        raise graphlib.CycleError("rules wait for each other", _circle(error.args[1])) from None
    order: list[Rule] = []
    while sorter.is_active():
        ready = sorter.get_ready()
        order += [by_id[rule] for rule in sorted(node for node in ready if isinstance(node, str))]
        sorter.done(*ready)
    return tuple(order)


_Node = str | tuple[str]
"""A rule, or in a tuple the finding or score that stands between the rules that make it and those that read it."""


def _waits(rules: dict[str, Rule]) -> dict[_Node, list[_Node]]:
    """What each rule waits for: the findings and scores that it reads, and for each of these the rules that make it."""
    makers: dict[_Node, list[_Node]] = defaultdict(list)
    for rule in rules.values():
        for name in derives(rule):
            makers[(name,)].append(rule.id)
    readers: dict[_Node, list[_Node]] = {rule.id: [(name,) for name in reads(rule.when) if (name,) in makers] for rule in rules.values()}
    return makers | readers


def _circle(path: list[_Node]) -> list[str]:
    """The rules on a path that ends where it began, each before the one it waits for."""
    circle = [node for node in path[:0:-1] if isinstance(node, str)]
    start = circle.index(min(circle))
    return circle[start:] + circle[:start]
