"""Whether the items of a knowledge base fit together: names, types, order, safety of the language.

`faults` keep a base from being used. `gaps` do not, but somebody should close them: `soleus kb check` reports both.
"""

from __future__ import annotations

import graphlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from soleus.knowledge.conditions import (
    LEVELS,
    All,
    AnyOf,
    AtLeast,
    Condition,
    Derived,
    InBand,
    NoneOf,
    OneOf,
    ScoreTest,
    SupportTest,
    TriageTest,
    Unless,
    observables_in,
    walk,
)
from soleus.knowledge.model import (
    AddPoints,
    Advise,
    Argue,
    Conclusion,
    Find,
    KnowledgeBase,
    Measure,
    Observable,
    Place,
    Withhold,
)
from soleus.knowledge.parsing import RESERVED, is_number
from soleus.knowledge.problems import Problem, nearest, shown
from soleus.knowledge.strata import STRATA, derives, finding_rules_in_order, readable_from, stratum_of

Places = dict[str, Place]
Fault = tuple[str, str, str]
"""The item as `kind:id`, what is wrong, the way out."""

_ID = re.compile(r"[A-Za-z][A-Za-z0-9]*([_-][A-Za-z0-9]+)*|[0-9]+[a-z0-9]*(-[a-z0-9]+)+")


def faults(base: KnowledgeBase, places: Places) -> list[Problem]:
    """Everything that keeps the base from being used."""
    found = [fault for check in _FAULT_CHECKS for fault in check(base)]
    return _placed(found, places)


def gaps(base: KnowledgeBase, places: Places) -> list[Problem]:
    """What is not wrong but not finished: items that nothing uses or carries."""
    return _placed([gap for check in _GAP_CHECKS for gap in check(base)], places)


def _placed(found: Iterable[Fault], places: Places) -> list[Problem]:
    nowhere = Place(file="knowledge.yaml", line=0)
    return [Problem((at := places.get(item, nowhere)).file, at.line, what, hint) for item, what, hint in found]


def _conditions(base: KnowledgeBase) -> Iterator[tuple[str, str, Condition]]:
    """Every condition with the item that holds it, as `kind:id`, and whether it is a rule or a question."""
    for rule in base.rules.values():
        yield f"rule:{rule.id}", "rule", rule.when
    for kind, asked in (("observable", base.observables), ("checklist", base.checklists)):
        for one in asked.values():
            if one.skip_if is not None:
                yield f"{kind}:{one.id}", "question", one.skip_if


def _kinds(base: KnowledgeBase) -> tuple[tuple[str, Mapping[str, Any]], ...]:
    """Every kind of item that has several, with its items by id."""
    return (
        ("observable", base.observables),
        ("checklist", base.checklists),
        ("finding", base.findings),
        ("score", base.scores),
        ("condition", base.conditions),
        ("cause", base.causes),
        ("measure", base.measures),
        ("rule", base.rules),
        ("claim", base.claims),
        ("source", base.sources),
    )


def _cited(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """Every item that names sources: its kind, its id and the ids of the sources."""
    for kind, items in _kinds(base):
        for item in items.values():
            if hasattr(item, "sources"):
                yield kind, item.id, item.sources


def _unknown(item: str, kind: str, name: str, names: Iterable[str]) -> Fault:
    return item, f"Unknown {kind} {shown(name)} in the {item.replace(':', ' ')}.", nearest(name, names)


# Faults


def _ids(base: KnowledgeBase) -> Iterator[Fault]:
    for kind, items in _kinds(base):
        for item in items:
            if not _ID.fullmatch(item) or len(item) > 80:
                yield f"{kind}:{item}", f"The id {shown(item)} is not a plain id.", "Use letters, digits, and single '_' or '-' between them, at most 80."
    for observable in base.observables:
        if observable in RESERVED:
            yield f"observable:{observable}", f"'{observable}' is a word of the language and cannot name an observable.", "Choose another id."


def _observable_shapes(base: KnowledgeBase) -> Iterator[Fault]:
    for one in base.observables.values():
        if (one.kind == "one_of") != bool(one.choices) or len(one.choices) == 1:
            yield f"observable:{one.id}", f"The observable '{one.id}' is {one.kind}, so it must have {'two or more' if one.kind == 'one_of' else 'no'} choices.", ""
        if (one.kind == "number") != (one.range is not None and bool(one.unit)):
            needs = "a unit and a range" if one.kind == "number" else "neither unit nor range"
            yield f"observable:{one.id}", f"The observable '{one.id}' is {one.kind}, so it must have {needs}.", ""
        if one.range and one.range.at_least >= one.range.at_most:
            yield f"observable:{one.id}", f"The range of '{one.id}' is empty.", "at_least must be smaller than at_most."


def _tests(base: KnowledgeBase) -> Iterator[Fault]:
    for item, _, condition in _conditions(base):
        for part in walk(condition):
            yield from _test_names(base, item, part)


def _test_names(base: KnowledgeBase, item: str, part: Condition) -> Iterator[Fault]:
    if isinstance(part, Derived):
        yield from (_unknown(item, "finding", name, base.findings) for name in part.findings if name not in base.findings)
    elif isinstance(part, ScoreTest) and part.score not in base.scores:
        yield _unknown(item, "score", part.score, base.scores)
    elif isinstance(part, SupportTest):
        names: Iterable[str] = base.causes if part.key == "cause" else base.hypotheses
        kind = "cause" if part.key == "cause" else "condition or cause"
        yield from (_unknown(item, kind, name, names) for name in part.hypotheses if name not in names)
    for name in [] if isinstance(part, All | AnyOf | NoneOf | Unless | AtLeast) else observables_in(part):
        observable = base.observables.get(name)
        if observable is None:
            yield _unknown(item, "observable", name, (*base.observables, *RESERVED))
        else:
            yield from ((item, what, hint) for what, hint in _misfits(observable, part))


def _misfits(observable: Observable, part: Condition) -> Iterator[tuple[str, str]]:
    """What is wrong with the value that a condition tests an observable for."""
    name, kind = observable.id, observable.kind
    if isinstance(part, InBand):
        if observable.range is None:
            yield f"'{name}' is {kind}: a range cannot test it.", "Test it for a value."
            return
        ends = [end for end in (part.band.low, part.band.high) if end is not None]
        outside = [end for end in ends if not observable.range.at_least <= end <= observable.range.at_most]
        if outside:
            limits = f"{observable.range.at_least:g} to {observable.range.at_most:g} {observable.unit}"
            yield f"'{name}' runs from {limits}: {outside[0]:g} lies outside.", "Move the bound, or the range of the observable."
        if len(ends) == 2 and ends[0] > ends[1]:
            yield f"No number lies in this range of '{name}'.", "Swap the two bounds."
    elif isinstance(part, OneOf):
        for value in part.values:
            if kind == "yes_no" and not isinstance(value, bool):
                yield f"'{name}' is yes_no: it cannot be {shown(value)}.", "Test it for yes or no."
            elif kind == "number" and not is_number(value):
                yield f"'{name}' is a number: it cannot be {shown(value)}.", "Test it for a number or a range."
            elif kind == "one_of" and value not in observable.choices:
                yield f"'{name}' cannot be {shown(value)}.", nearest(value, observable.choices)


def _conclusion_names(base: KnowledgeBase) -> Iterator[Fault]:
    for rule in base.rules.values():
        for conclusion in rule.then:
            for kind, name, names in _named_by(base, conclusion):
                if name not in names:
                    yield _unknown(f"rule:{rule.id}", kind, name, names)


def _named_by(base: KnowledgeBase, conclusion: Conclusion) -> Iterator[tuple[str, str, Iterable[str]]]:
    """Each name in a conclusion with its kind and the names that exist."""
    if isinstance(conclusion, Find):
        yield "finding", conclusion.finding, base.findings
    elif isinstance(conclusion, AddPoints):
        yield "score", conclusion.score, base.scores
    elif isinstance(conclusion, Argue):
        yield "condition or cause", conclusion.hypothesis, base.hypotheses
    elif isinstance(conclusion, Withhold):
        yield from (("group of measures", group, base.about.groups) for group in conclusion.groups)
        yield from (("measure", measure, base.measures) for measure in conclusion.measures)
    elif isinstance(conclusion, Advise):
        yield from (("measure", measure, base.measures) for measure in conclusion.measures)


def _item_names(base: KnowledgeBase) -> Iterator[Fault]:
    phases = [phase.id for phase in base.about.phases]
    for measure in base.measures.values():
        yield from (_unknown(f"measure:{measure.id}", "group", name, base.about.groups) for name in measure.groups if name not in base.about.groups)
        yield from (_unknown(f"measure:{measure.id}", "phase", name, phases) for name in measure.phase if name not in phases)
    carriers = {*base.rules, *base.measures, *base.causes, *base.conditions, *base.findings, *base.observables}
    for claim in base.claims.values():
        yield from (_unknown(f"claim:{claim.id}", "item", name, carriers) for name in claim.carried_by if name not in carriers)
    for kind, item, sources in _cited(base):
        yield from (_unknown(f"{kind}:{item}", "source", name, base.sources) for name in sources if name not in base.sources)


def _sources(base: KnowledgeBase) -> Iterator[Fault]:
    kinds = (("rule", base.rules), ("measure", base.measures), ("cause", base.causes), ("condition", base.conditions))
    for kind, items in kinds:
        for item in items.values():
            if not item.sources:
                yield f"{kind}:{item.id}", f"The {kind} '{item.id}' has no source.", "Name at least one item of sources.yaml."


def _claims(base: KnowledgeBase) -> Iterator[Fault]:
    for claim in base.claims.values():
        if bool(claim.carried_by) == bool(claim.not_carried):
            yield f"claim:{claim.id}", f"The claim '{claim.id}' must be carried by something, or say why not.", "Give exactly one of carried_by and not_carried."


def _questions_asked_once(base: KnowledgeBase) -> Iterator[Fault]:
    asked = [name for section in base.interview.sections for name in section.ask]
    in_lists = [item for checklist in base.checklists.values() for item in checklist.items]
    for name in asked:
        if name not in base.observables and name not in base.checklists:
            yield _unknown(f"interview:{base.interview.id}", "question", name, (*base.observables, *base.checklists))
    for checklist in base.checklists.values():
        yield from _checklist_items(base, f"checklist:{checklist.id}", checklist.items)
        if checklist.id not in asked:
            yield f"checklist:{checklist.id}", f"The checklist '{checklist.id}' is never asked.", "Add it to a section of the interview."
    times = Counter((*asked, *in_lists))
    for name in base.observables:
        if times[name] != 1:
            yield f"observable:{name}", f"The observable '{name}' is asked {times[name]} times.", "It belongs in one checklist or one section of the interview, once."


def _checklist_items(base: KnowledgeBase, checklist: str, items: Iterable[str]) -> Iterator[Fault]:
    for name in items:
        observable = base.observables.get(name)
        if observable is None:
            yield _unknown(checklist, "observable", name, base.observables)
        elif observable.kind != "yes_no":
            yield checklist, f"A checklist holds yes_no observables, and '{name}' is {observable.kind}.", "Ask it on its own."


def _skips_read_answers_only(base: KnowledgeBase) -> Iterator[Fault]:
    for item, kind, condition in _conditions(base):
        if kind == "question" and any(isinstance(part, Derived | ScoreTest | SupportTest | TriageTest) for part in walk(condition)):
            yield item, f"The 'skip_if' of the {item.replace(':', ' ')} may test answers only.", "Test the observables that the finding stands on."


def _strata(base: KnowledgeBase) -> Iterator[Fault]:
    for rule in base.rules.values():
        own = stratum_of(rule)
        for part in walk(rule.when):
            if STRATA.index(readable_from(part)) > STRATA.index(own):
                yield f"rule:{rule.id}", f"The rule '{rule.id}' concludes in the stratum '{own}', before what it tests is known.", _STRATA_HINT
    try:
        finding_rules_in_order(base.rules.values())
    except graphlib.CycleError as error:
        circle = " -> ".join(error.args[1])
        yield f"rule:{error.args[1][0]}", f"These rules wait for each other in a circle: {circle}.", "Take one of these findings out of a condition."


_STRATA_HINT = f"The order is {', '.join(STRATA)}; split the rule, or test a finding instead."


def _open_tests(base: KnowledgeBase) -> Iterator[Fault]:
    for item, _, condition in _conditions(base):
        if any(isinstance(part, SupportTest | ScoreTest | TriageTest) for part in _known_false_parts(condition, False)):
            yield item, f"In the {item.replace(':', ' ')}, a test of support, score or triage stands under 'none', but it is never known to be false.", "Use 'unless'."


def _known_false_parts(condition: Condition, negated: bool) -> Iterator[Condition]:
    """The tests that must be known to be false for the condition to be true."""
    if isinstance(condition, NoneOf):
        for part in condition.parts:
            yield from _known_false_parts(part, not negated)
    elif isinstance(condition, Unless):
        for part in condition.parts:
            yield from _known_false_parts(part, False)
    elif isinstance(condition, All | AnyOf | AtLeast):
        for part in condition.parts:
            yield from _known_false_parts(part, negated)
    elif negated:
        yield condition


def _dangerous_conditions(base: KnowledgeBase) -> Iterator[Fault]:
    for condition in base.conditions.values():
        if condition.must_not_miss and condition.triage == "self_care":
            yield f"condition:{condition.id}", f"'{condition.id}' must not be missed, so self-care cannot be its triage.", "Give it clinician or more."
    for rule in base.rules.values():
        for conclusion in rule.then:
            if isinstance(conclusion, Argue) and conclusion.strength == "excludes":
                condition_item = base.conditions.get(conclusion.hypothesis)
                if condition_item and condition_item.must_not_miss:
                    what = f"The rule '{rule.id}' excludes '{conclusion.hypothesis}', which must not be missed."
                    yield f"rule:{rule.id}", what, "No answer or self-test clears it: argue against it at most strongly."


def _about(base: KnowledgeBase) -> Iterator[Fault]:
    for level in LEVELS:
        if level not in base.about.triage:
            yield f"knowledge:{base.about.id}", f"The words for the triage level '{level}' are missing.", "Add its title and action."


_FAULT_CHECKS: tuple[Callable[[KnowledgeBase], Iterator[Fault]], ...] = (
    _ids,
    _about,
    _observable_shapes,
    _tests,
    _conclusion_names,
    _item_names,
    _sources,
    _claims,
    _questions_asked_once,
    _skips_read_answers_only,
    _strata,
    _open_tests,
    _dangerous_conditions,
)


# Gaps


def _unused_observables(base: KnowledgeBase) -> Iterator[Fault]:
    read = {name for _, kind, condition in _conditions(base) if kind == "rule" for name in observables_in(condition)}
    for name in base.observables:
        if name not in read:
            yield f"observable:{name}", f"No rule reads the observable '{name}'.", "Write a rule that does, or remove the question."


def _underived(base: KnowledgeBase) -> Iterator[Fault]:
    made = {name for rule in base.rules.values() for name in derives(rule)}
    for kind, items in (("finding", base.findings), ("score", base.scores)):
        for name in items:
            if f"{kind}:{name}" not in made:
                yield f"{kind}:{name}", f"No rule derives the {kind} '{name}'.", "Write a rule that does, or remove it."


def _unargued(base: KnowledgeBase) -> Iterator[Fault]:
    argued = {part.hypothesis for rule in base.rules.values() for part in rule.then if isinstance(part, Argue)}
    for kind, items in (("condition", base.conditions), ("cause", base.causes)):
        for name in items.keys() - argued:
            yield f"{kind}:{name}", f"No rule argues for or against '{name}'.", "Write one, or remove it."


def _unadvised(base: KnowledgeBase) -> Iterator[Fault]:
    advised = {measure for rule in base.rules.values() for part in rule.then if isinstance(part, Advise) for measure in part.measures}
    for measure in base.measures.values():
        if measure.id not in advised:
            yield f"measure:{measure.id}", f"No rule advises the measure '{measure.id}'.", "Write one, or remove it."
        yield from _unfinished(measure)


def _unfinished(measure: Measure) -> Iterator[Fault]:
    if not any(getattr(measure.dose, key) is not None for key in measure.dose.__dataclass_fields__):
        yield f"measure:{measure.id}", f"The measure '{measure.id}' has no dose.", "Say how much, how often."
    for key in ("phase", "avoid", "how"):
        if not getattr(measure, key):
            yield f"measure:{measure.id}", f"The measure '{measure.id}' has no '{key}'.", "Add it."


def _unused_sources(base: KnowledgeBase) -> Iterator[Fault]:
    cited = {name for _, _, sources in _cited(base) for name in sources}
    for name in base.sources:
        if name not in cited:
            yield f"source:{name}", f"Nothing cites the source '{name}'.", "Cite it where it is used, or remove it."


_GAP_CHECKS: tuple[Callable[[KnowledgeBase], Iterator[Fault]], ...] = (
    _unused_observables,
    _underived,
    _unargued,
    _unadvised,
    _unused_sources,
)
