"""Mutants of a knowledge base: each is one rule with one mistake in it, such as a tired author makes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from soleus.explanation.words import conclusion_text, name_of
from soleus.inference.program import TRIAGE_RULE, standing_rules
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, KnowledgeBase, Level, Refer, Rule, Strength, Withhold
from soleus.knowledge.strata import derives, reads

from .conditions import slips

LOSE, WEAKEN, TURN, REMOVE, LOWER = "drop a conclusion", "weaken an argument", "turn an argument", "remove a precaution", "lower a level"

WEAKER: dict[Strength, Strength] = {"strong": "moderate", "moderate": "weak", "confirms": "strong", "excludes": "strong"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """One mistake: the rule as it stands, the kind of mistake, what is wrong, and the rule with it; None where nothing is left of it.

    `guards` tells that the rule is a precaution or a red flag, or that one of those rests on what it finds.
    """

    rule: Rule
    kind: str
    what: str
    mutated: Rule | None
    guards: bool

    @property
    def id(self) -> str:
        """What the mutant is called where it is excluded: the same as long as the rule says the same."""
        return f"{self.rule.id}: {self.what}"


def mutants(base: KnowledgeBase) -> tuple[Mutant, ...]:
    """Every mutant of the rules of a base, and of the standing rules by which conditions refer; equal ones once."""
    rules = (*base.rules.values(), *standing_rules(base))
    guards = _guarding(rules)
    return tuple(mutant for rule in rules for mutant in _told_apart(_of_rule(base, rule, rule.id in guards)))


def _told_apart(some: Iterable[Mutant]) -> Iterator[Mutant]:
    """The mutants of one rule, equal ones once; of those that read the same, the later ones with a number."""
    seen: set[tuple[object, ...]] = set()
    read: Counter[str] = Counter()
    for mutant in some:
        what = (mutant.mutated.when, mutant.mutated.then) if mutant.mutated else ()
        if what not in seen:
            seen.add(what)
            read[mutant.what] += 1
            times = read[mutant.what]
            yield mutant if times == 1 else replace(mutant, what=f"{mutant.what} ({times})")


def _guarding(rules: Iterable[Rule]) -> set[str]:
    """The rules that refer or withhold, and those that derive what such a rule reads, however far behind it."""
    rules = tuple(rules)
    guards = {rule.id for rule in rules if any(isinstance(one, Refer | Withhold) for one in rule.then)}
    while True:
        needed = {name for rule in rules if rule.id in guards for name in reads(rule.when)}
        more = {rule.id for rule in rules if needed & set(derives(rule))} - guards
        if not more:
            return guards
        guards |= more


def _of_rule(base: KnowledgeBase, rule: Rule, guards: bool) -> Iterator[Mutant]:
    for slip in slips(base, rule.when):
        yield Mutant(rule, slip.kind, slip.what, replace(rule, when=slip.condition), guards)
    for place, conclusion in enumerate(rule.then):
        for kind, what, other in _wrong(base, conclusion):
            then = (*rule.then[:place], *other, *rule.then[place + 1 :])
            yield Mutant(rule, kind, what, replace(rule, then=then) if then else None, guards)


def _wrong(base: KnowledgeBase, conclusion: Conclusion) -> Iterator[tuple[str, str, tuple[Conclusion, ...]]]:
    """Every mistake in one conclusion: its kind, what is wrong, and what stands there instead."""
    said = conclusion_text(base, conclusion)
    match conclusion:
        case Argue():
            yield LOSE, f"does not say “{said}”", ()
            for kind, other in _arguments(base, conclusion):
                yield kind, f"“{conclusion_text(base, other)}” instead of “{said}”", (other,)
        case Withhold():
            yield REMOVE, f"does not say “{said}”", ()
            yield from ((REMOVE, f"does not withhold “{gone}”", (rest,)) for gone, rest in _fewer(base, conclusion))
        case Advise(measures=measures):
            for gone in measures:
                rest = tuple(one for one in measures if one != gone)
                yield LOSE, f"does not advise “{name_of(base, gone)}”", (Advise(measures=rest),) if rest else ()
        case Refer(level=level):
            yield LOWER, f"does not say “{said}”", ()
            yield from ((LOWER, f"refers to “{lower}” instead of “{level}”", (Refer(level=lower),)) for lower in _lower(level))
        case AddPoints(score=score, points=points):
            yield LOSE, f"does not say “{said}”", ()
            for other in (points - 1, points + 1):
                yield from [(WEAKEN, f"{other} points for {score} instead of {points}", (replace(conclusion, points=other),))] if other else []
        case Find():
            yield LOSE, f"does not say “{said}”", ()


def _arguments(base: KnowledgeBase, one: Argue) -> Iterator[tuple[str, Argue]]:
    if one.strength in WEAKER:
        yield WEAKEN, replace(one, strength=WEAKER[one.strength])
    yield TURN, replace(one, favours=not one.favours, strength=_turned(base, one))


def _turned(base: KnowledgeBase, one: Argue) -> Strength:
    """The strength of an argument that speaks for the other side: what must not be missed cannot be excluded."""
    hypothesis = base.conditions.get(one.hypothesis)
    if one.strength == "excludes":
        return "confirms"
    if one.strength == "confirms":
        return "strong" if hypothesis and hypothesis.must_not_miss else "excludes"
    return one.strength


def _fewer(base: KnowledgeBase, one: Withhold) -> Iterator[tuple[str, Withhold]]:
    """What is no longer withheld, and all the rest: one of several groups or measures is gone."""
    if len(one.groups) + len(one.measures) > 1:
        for gone in one.groups:
            yield base.about.groups[gone], replace(one, groups=tuple(group for group in one.groups if group != gone))
        for gone in one.measures:
            yield name_of(base, gone), replace(one, measures=tuple(measure for measure in one.measures if measure != gone))


def _lower(level: Level) -> Iterator[Level]:
    """The next lower level, unless it is the lowest, which is to refer to nobody."""
    below = LEVELS[LEVELS.index(level) - 1]
    if below == "clinician" or below == "same_day":
        yield below


def place_of(base: KnowledgeBase, rule: Rule, written: dict[str, str]) -> str:
    """File and line of a rule; of a standing rule those of its condition. `written` holds the text of each knowledge file by name."""
    if not rule.id.startswith(TRIAGE_RULE):
        return f"{rule.place.file}:{rule.place.line}"
    head = f"- condition: {rule.id.removeprefix(TRIAGE_RULE)}"
    lines = ((name, number, line) for name, text in written.items() for number, line in enumerate(text.splitlines(), 1))
    return next((f"{name}:{number}" for name, number, line in lines if line.split("#")[0].rstrip() == head), "")
