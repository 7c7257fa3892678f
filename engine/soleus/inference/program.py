"""The program: the rules of a knowledge base in the order in which they run. Every engine reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from soleus.knowledge.conditions import SupportTest
from soleus.knowledge.model import AddPoints, ConditionItem, Find, KnowledgeBase, Place, Refer, Review, Rule
from soleus.knowledge.strata import STRATA, finding_rules_in_order, stratum_of

TRIAGE_RULE = "triage-of-"
"""How the id of a standing rule starts: the rest is the condition whose triage it asks for."""


@dataclass(frozen=True, eq=False)
class Program:
    """Rules by stratum, each list in running order; the rules that derive each finding and that add to each score.

    `rules` holds every rule by id, the standing ones included: each condition refers to its own triage level when it is likely,
    one that must not be missed as soon as it is possible.
    """

    base: KnowledgeBase
    strata: dict[str, tuple[Rule, ...]]
    rules: dict[str, Rule]
    derivers: dict[str, tuple[Rule, ...]]
    scorers: dict[str, tuple[Rule, ...]]


@lru_cache(maxsize=8)
def compile_program(base: KnowledgeBase) -> Program:
    """The program of a knowledge base; compiled once while it is in use."""
    return program_of(base, (*base.rules.values(), *standing_rules(base)))


def program_of(base: KnowledgeBase, every: Iterable[Rule]) -> Program:
    """The program of these rules, whatever rules the base itself holds; they may name its items only."""
    rules = {rule.id: rule for rule in every}
    strata = {"finding": finding_rules_in_order(rules.values())}
    for stratum in STRATA[1:]:
        strata[stratum] = tuple(sorted((rule for rule in rules.values() if stratum_of(rule) == stratum), key=lambda rule: rule.id))
    derivers: dict[str, list[Rule]] = defaultdict(list)
    scorers: dict[str, list[Rule]] = defaultdict(list)
    for rule in strata["finding"]:
        for conclusion in rule.then:
            if isinstance(conclusion, Find):
                derivers[conclusion.finding].append(rule)
            elif isinstance(conclusion, AddPoints):
                scorers[conclusion.score].append(rule)
    return Program(
        base=base,
        strata=strata,
        rules=rules,
        derivers={finding: tuple(derivers[finding]) for finding in base.findings},
        scorers={score: tuple(scorers[score]) for score in base.scores},
    )


def standing_rules(base: KnowledgeBase) -> Iterator[Rule]:
    """The rule of each condition that needs a level of care: it refers to that level."""
    for condition in base.conditions.values():
        if condition.triage != "self_care":
            yield _standing_rule(condition)


def _standing_rule(condition: ConditionItem) -> Rule:
    word = "possible" if condition.must_not_miss else "likely"
    return Rule(
        id=f"{TRIAGE_RULE}{condition.id}",
        title=f"{condition.name}: the level of care it needs",
        when=SupportTest((condition.id,), word, word),
        then=(Refer(level=condition.triage),),
        because=f"{condition.name} is {word} from your answers.",
        sources=condition.sources,
        review=Review(status="follows from the condition"),
        place=Place(file="", line=0),
    )
