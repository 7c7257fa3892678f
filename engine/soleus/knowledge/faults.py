"""What keeps a knowledge base from being used, beyond its names: ids, questions, order, and the safety of the language."""

from __future__ import annotations

import graphlib
import re
from collections import Counter
from collections.abc import Callable, Iterator

from soleus.knowledge.answers import UNKNOWN
from soleus.knowledge.conditions import (
    LEVELS,
    All,
    AnyOf,
    AtLeast,
    Condition,
    Derived,
    NoneOf,
    ScoreTest,
    SupportTest,
    TriageTest,
    Unless,
    observables_in,
    walk,
)
from soleus.knowledge.items import WHOLE, Fault, conditions, kinds, skips, titled
from soleus.knowledge.model import Argue, KnowledgeBase, Observable, Rule
from soleus.knowledge.parsing import RESERVED
from soleus.knowledge.problems import number_text, shown
from soleus.knowledge.reading import scalar
from soleus.knowledge.strata import STRATA, finding_rules_in_order, readable_from, stratum_of

MOST_ID = 80
MOST_CIRCLES = 20
"""The circles that are looked for: each one found takes another walk through all the rules."""

_ID = re.compile(r"[A-Za-z0-9]+([_-][A-Za-z0-9]+)*")
_WORDS_FOR_TESTS = UNKNOWN | {"known"}


def is_id(name: str) -> bool:
    """Whether a name can be an id."""
    return len(name) <= MOST_ID and _ID.fullmatch(name) is not None


def _ids(base: KnowledgeBase) -> Iterator[Fault]:
    named = [(f"{kind}:{item}", item) for kind, items in kinds(base) for item in items]
    named += [(f"knowledge:{base.about.id}", name) for name in (*base.about.groups, *(phase.id for phase in base.about.phases))]
    hint = f"Use letters, digits, and '_' or '-' between them, at most {MOST_ID}."
    for item, name in named:
        if not is_id(name):
            yield Fault(item, f"The id {shown(name)} is not a plain id.", hint, word=name)
    for name in base.observables.keys() & RESERVED:
        yield Fault(f"observable:{name}", f"'{name}' is a word of the language and cannot name an observable.", "Choose another id.")


# Questions


def _choices(base: KnowledgeBase) -> Iterator[Fault]:
    for one in base.observables.values():
        item = f"observable:{one.id}"
        if one.kind == "one_of" and len(one.choices) < 2:
            what = f"The observable '{one.id}' is one_of, so it must have two or more choices."
            yield Fault(item, what, "Add 'choices', each with what the person reads.")
        if one.kind != "one_of" and one.choices:
            what = f"The observable '{one.id}' is {one.kind}, so it cannot have choices."
            yield Fault(item, what, "Make it one_of, or remove 'choices'.", word="choices")
        for choice in filter(_is_untestable, one.choices):
            what = f"A choice of '{one.id}' cannot be called {shown(choice)}."
            yield Fault(item, what, "Take an id that no rule could read as yes, no, a number, known or unknown.", word=choice)


def _is_untestable(choice: str) -> bool:
    """Whether a rule that tests for this choice would read as another test, or the choice is no id."""
    return choice.lower() in _WORDS_FOR_TESTS or not isinstance(scalar(choice, plain=True), str) or not is_id(choice)


def _numbers(base: KnowledgeBase) -> Iterator[Fault]:
    for one in base.observables.values():
        item = f"observable:{one.id}"
        if one.kind == "number" and not (one.range and one.unit):
            what = f"The observable '{one.id}' is a number, so it must have a unit and a range."
            yield Fault(item, what, "Add unit, and range: {at_least: .., at_most: ..}.")
        if one.kind != "number" and (one.range or one.unit or one.whole):
            what = f"The observable '{one.id}' is {one.kind}, so it cannot have a unit or a range, or be whole."
            yield Fault(item, what, "Make it a number, or remove them.")
        yield from _range(one, item)


def _range(one: Observable, item: str) -> Iterator[Fault]:
    if one.range and one.range.at_least >= one.range.at_most:
        yield Fault(item, f"The range of '{one.id}' is empty.", "at_least must be smaller than at_most.", word="range")
    elif one.range and one.whole and not (one.range.at_least.is_integer() and one.range.at_most.is_integer()):
        limits = f"{number_text(one.range.at_least)} to {number_text(one.range.at_most)}"
        yield Fault(item, f"'{one.id}' is whole, but its range is {limits}.", "Give the range in whole numbers.", word="range")


def _asked_once(base: KnowledgeBase) -> Iterator[Fault]:
    asked = Counter(name for section in base.interview.sections for name in section.ask)
    listed = Counter(name for checklist in base.checklists.values() for name in checklist.items)
    for name in base.checklists:
        if asked[name] != 1:
            hint = "It belongs in one section of the interview, once."
            yield Fault(f"checklist:{name}", f"The checklist '{name}' is asked {_times(asked[name])}.", hint, WHOLE)
    for name in base.observables:
        if asked[name] + listed[name] != 1:
            hint = "It belongs in one checklist or one section of the interview, once."
            yield Fault(f"observable:{name}", f"The observable '{name}' is asked {_times(asked[name] + listed[name])}.", hint, WHOLE)


def _times(count: int) -> str:
    return {0: "nowhere", 2: "twice"}.get(count, f"{count} times")


def _checklists(base: KnowledgeBase) -> Iterator[Fault]:
    for checklist in base.checklists.values():
        item = f"checklist:{checklist.id}"
        if not checklist.items:
            yield Fault(item, f"The checklist '{checklist.id}' has no items.", "Name its yes_no observables.")
        for name in checklist.items:
            observable = base.observables.get(name)
            if observable and observable.kind != "yes_no":
                what = f"A checklist holds yes_no observables, and '{name}' is {observable.kind}."
                yield Fault(item, what, "Ask it on its own, in a section of the interview.", word=name)


def _skips(base: KnowledgeBase) -> Iterator[Fault]:
    for item, condition in skips(base):
        if any(isinstance(part, Derived | ScoreTest | SupportTest | TriageTest) for part in walk(condition)):
            what = f"The 'skip_if' of the {titled(item)} may test answers only."
            yield Fault(item, what, "Test the observables that the finding stands on.", word="skip_if")
        if item.partition(":")[2] in observables_in(condition):
            yield Fault(item, f"The 'skip_if' of the {titled(item)} tests the question itself.", "Test another observable.", word="skip_if")
    for item in _skipped_safety(base):
        what = f"The {titled(item)} is a safety question, and those are never skipped."
        yield Fault(item, what, "Remove 'skip_if', or 'safety' if no danger hangs on it.", word="skip_if")


def _skipped_safety(base: KnowledgeBase) -> Iterator[str]:
    """The safety questions, and the checklists that hold one, that have a `skip_if`."""
    safety = {one.id for one in base.observables.values() if one.safety}
    for item, _ in skips(base):
        kind, _, name = item.partition(":")
        if safety & ({name} if kind == "observable" else {*base.checklists[name].items}):
            yield item


# Evidence


def _sources(base: KnowledgeBase) -> Iterator[Fault]:
    for kind, items in (("rule", base.rules), ("measure", base.measures), ("cause", base.causes), ("condition", base.conditions)):
        for item in items.values():
            if not item.sources:
                yield Fault(f"{kind}:{item.id}", f"The {kind} '{item.id}' has no source.", "Name at least one item of kind 'source'.", word="sources")


def _claims(base: KnowledgeBase) -> Iterator[Fault]:
    for claim in base.claims.values():
        if bool(claim.carried_by) == bool(claim.not_carried):
            what = f"The claim '{claim.id}' must be carried by something, or say why not."
            yield Fault(f"claim:{claim.id}", what, "Give exactly one of carried_by and not_carried.")


# Order and safety


def _strata(base: KnowledgeBase) -> Iterator[Fault]:
    hint = f"The order is {', '.join(STRATA)}; split the rule, or test a finding instead."
    for rule in base.rules.values():
        own = stratum_of(rule)
        if any(STRATA.index(readable_from(part)) > STRATA.index(own) for part in walk(rule.when)):
            what = f"The rule '{rule.id}' concludes in the stratum '{own}', before what it tests is known."
            yield Fault(f"rule:{rule.id}", what, hint, word="when")


def _circles(base: KnowledgeBase) -> Iterator[Fault]:
    rules = dict(base.rules)
    for _ in range(MOST_CIRCLES):
        circle = _circle(rules)
        if not circle:
            return
        what = f"These rules wait for each other in a circle: {' -> '.join((*circle, circle[0]))}."
        yield Fault(f"rule:{circle[0]}", what, "Take one of these findings out of a condition.", word="when")
        for rule in circle:
            del rules[rule]


def _circle(rules: dict[str, Rule]) -> list[str]:
    """The ids of some rules that wait for each other; none when there is an order."""
    try:
        finding_rules_in_order(rules.values())
    except graphlib.CycleError as error:
        return list(error.args[1])
    return []


def _open_tests(base: KnowledgeBase) -> Iterator[Fault]:
    for item, condition in conditions(base):
        if any(isinstance(part, SupportTest | ScoreTest | TriageTest) for part in _known_false_parts(condition, False)):
            what = f"In the {titled(item)}, a test of support, score or triage stands under 'none', but it is never known to be false."
            yield Fault(item, what, "Use 'unless'.", word="none")


def _known_false_parts(condition: Condition, negated: bool) -> Iterator[Condition]:
    """The tests that must be known to be false for the condition to be true."""
    if isinstance(condition, NoneOf | Unless):
        inner = isinstance(condition, NoneOf) and not negated
    elif isinstance(condition, All | AnyOf | AtLeast):
        inner = negated
    else:
        yield from [condition] if negated else []
        return
    for part in condition.parts:
        yield from _known_false_parts(part, inner)


def _dangerous_conditions(base: KnowledgeBase) -> Iterator[Fault]:
    for condition in base.conditions.values():
        if condition.must_not_miss and condition.triage == "self_care":
            what = f"'{condition.id}' must not be missed, so self-care cannot be its triage."
            yield Fault(f"condition:{condition.id}", what, "Give it clinician or more.", word="triage")
    dangerous = {condition.id for condition in base.conditions.values() if condition.must_not_miss}
    for rule in base.rules.values():
        for conclusion in rule.then:
            if isinstance(conclusion, Argue) and conclusion.strength == "excludes" and conclusion.hypothesis in dangerous:
                what = f"The rule '{rule.id}' excludes '{conclusion.hypothesis}', which must not be missed."
                yield Fault(f"rule:{rule.id}", what, "No answer or self-test clears it: argue against it at most strongly.", word="excludes")


def _about(base: KnowledgeBase) -> Iterator[Fault]:
    item = f"knowledge:{base.about.id}"
    for level in LEVELS:
        if level not in base.about.triage:
            yield Fault(item, f"The words for the triage level '{level}' are missing.", "Add its title and action.", word="triage")
    if base.about.day_minutes < 1:
        yield Fault(item, f"'day_minutes' is {base.about.day_minutes}, so no plan could hold anything.", "Give it 1 or more.", word="day_minutes")
    for phase, count in Counter(phase.id for phase in base.about.phases).items():
        if count > 1:
            yield Fault(item, f"The phase '{phase}' stands in the list {_times(count)}.", "Keep one of them.", word="phases")


CHECKS: tuple[Callable[[KnowledgeBase], Iterator[Fault]], ...] = (
    *(_ids, _choices, _numbers, _asked_once, _checklists, _skips),
    *(_sources, _claims, _strata, _circles, _open_tests, _dangerous_conditions, _about),
)
