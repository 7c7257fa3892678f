"""Whether every name in a knowledge base names something, and every tested value can be answered."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from soleus.knowledge.conditions import Answered, Band, Condition, Derived, InBand, OneOf, ScoreTest, SupportTest, walk
from soleus.knowledge.items import WHOLE, Fault, cited, conditions, unknown, unknowns
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, KnowledgeBase, Observable, Withhold
from soleus.knowledge.parsing import RESERVED, is_number
from soleus.knowledge.problems import nearest, number_text, shown

Misfit = tuple[str, str]
"""What is wrong with a test, and the way out."""


def _tests(base: KnowledgeBase) -> Iterator[Fault]:
    for item, condition in conditions(base):
        for part in walk(condition):
            yield from _derived_names(base, item, part)
            if isinstance(part, OneOf | InBand | Answered):
                yield from _asked_names(base, item, part)


def _derived_names(base: KnowledgeBase, item: str, part: Condition) -> Iterator[Fault]:
    """The findings, scores and hypotheses of a test that do not exist."""
    if isinstance(part, Derived):
        yield from unknowns(item, "finding", part.findings, base.findings)
    elif isinstance(part, ScoreTest):
        yield from unknowns(item, "score", [part.score], base.scores)
    elif isinstance(part, SupportTest) and part.key == "cause":
        yield from unknowns(item, "cause", part.hypotheses, base.causes)
    elif isinstance(part, SupportTest):
        yield from unknowns(item, "condition or cause", part.hypotheses, base.hypotheses)


def _asked_names(base: KnowledgeBase, item: str, part: OneOf | InBand | Answered) -> Iterator[Fault]:
    """What is wrong with the test of an answer: its observable does not exist, or never has that value."""
    observable = base.observables.get(part.observable)
    if observable is None:
        yield unknown(item, "observable", part.observable, (*base.observables, *RESERVED))
    elif isinstance(part, InBand):
        yield from (Fault(item, what, hint, word=observable.id) for what, hint in _band_misfits(observable, part.band))
    elif isinstance(part, OneOf):
        found = (misfit for value in part.values for misfit in _MISFITS[observable.kind](observable, value))
        yield from (Fault(item, what, hint, word=observable.id) for what, hint in found)


def _yes_no_misfits(one: Observable, value: object) -> Iterator[Misfit]:
    if not isinstance(value, bool):
        yield f"'{one.id}' is yes_no: it cannot be {shown(value)}.", "Test it for yes or no."


def _choice_misfits(one: Observable, value: object) -> Iterator[Misfit]:
    if value not in one.choices:
        yield f"'{one.id}' cannot be {shown(value)}.", nearest(value, one.choices)


def _number_misfits(one: Observable, value: object) -> Iterator[Misfit]:
    if not is_number(value):
        yield f"'{one.id}' is a number: it cannot be {shown(value)}.", "Test it for a number or a range."
    else:
        yield from _band_misfits(one, Band(value, value))  # type: ignore[arg-type]


_MISFITS: dict[str, Callable[[Observable, object], Iterator[Misfit]]] = {
    "yes_no": _yes_no_misfits,
    "one_of": _choice_misfits,
    "number": _number_misfits,
}


def _band_misfits(one: Observable, band: Band) -> Iterator[Misfit]:
    if one.range is None:
        yield f"'{one.id}' is {one.kind}: a range cannot test it.", "Test it for a value."
        return
    limits = f"'{one.id}' runs from {number_text(one.range.at_least)} to {number_text(one.range.at_most)} {one.unit}"
    outside = [end for end in (band.low, band.high) if end is not None and not one.range.at_least <= end <= one.range.at_most]
    if outside:
        yield f"{limits}: {number_text(outside[0])} lies outside.", "Move the bound, or the range of the observable."
    elif not _can_hold(one, band):
        whole = ", in whole numbers" if one.whole else ""
        yield f"{limits}{whole}: no answer passes this test.", "Check the bounds, and whether they count themselves."


def _can_hold(one: Observable, band: Band) -> bool:
    """Whether some answer to a number lies in a band whose bounds lie in the number's range."""
    assert one.range is not None
    low = one.range.at_least if band.low is None else band.low
    high = one.range.at_most if band.high is None else band.high
    if one.whole:
        low, high = math.ceil(low), math.floor(high)
        low += not band.holds(low)
        high -= not band.holds(high)
        return low <= high
    return low < high or (low == high and band.holds(low))


def _conclusions(base: KnowledgeBase) -> Iterator[Fault]:
    for rule in base.rules.values():
        for conclusion in rule.then:
            for kind, names, known in _named_by(base, conclusion):
                yield from unknowns(f"rule:{rule.id}", kind, names, known)


def _named_by(base: KnowledgeBase, conclusion: Conclusion) -> Iterator[tuple[str, Iterable[str], Iterable[str]]]:
    """The names in a conclusion with their kind and the names that exist."""
    if isinstance(conclusion, Find):
        yield "finding", [conclusion.finding], base.findings
    elif isinstance(conclusion, AddPoints):
        yield "score", [conclusion.score], base.scores
    elif isinstance(conclusion, Argue):
        yield "condition or cause", [conclusion.hypothesis], base.hypotheses
    elif isinstance(conclusion, Withhold):
        yield "group of measures", conclusion.groups, base.about.groups
        yield "measure", conclusion.measures, base.measures
    elif isinstance(conclusion, Advise):
        yield "measure", conclusion.measures, base.measures


def _scores(base: KnowledgeBase) -> Iterator[Fault]:
    """Tests of a score for more points than all its rules together give: such a rule never fires."""
    most: Counter[str] = Counter()
    for rule in base.rules.values():
        for conclusion in rule.then:
            if isinstance(conclusion, AddPoints):
                most[conclusion.score] += conclusion.points
    for item, condition in conditions(base):
        for part in walk(condition):
            if isinstance(part, ScoreTest) and part.score in most and part.points > most[part.score]:
                what = f"The score '{part.score}' never has {part.points} points: all rules together add {most[part.score]}."
                yield Fault(item, what, "Check the points of the test and of the rules.", WHOLE, part.score)


def _items(base: KnowledgeBase) -> Iterator[Fault]:
    phases = [phase.id for phase in base.about.phases]
    for measure in base.measures.values():
        yield from unknowns(f"measure:{measure.id}", "group", measure.groups, base.about.groups)
        yield from unknowns(f"measure:{measure.id}", "phase", measure.phase, phases)
    carriers = {*base.rules, *base.measures, *base.causes, *base.conditions, *base.findings, *base.observables}
    for claim in base.claims.values():
        yield from unknowns(f"claim:{claim.id}", "item", claim.carried_by, carriers)
    for item, sources in cited(base):
        yield from unknowns(item, "source", sources, base.sources)


def _questions(base: KnowledgeBase) -> Iterator[Fault]:
    interview = f"interview:{base.interview.id}"
    questions = {**base.observables, **base.checklists}
    for section in base.interview.sections:
        yield from unknowns(interview, "question", section.ask, questions)
    for checklist in base.checklists.values():
        yield from unknowns(f"checklist:{checklist.id}", "observable", checklist.items, base.observables)


CHECKS: tuple[Callable[[KnowledgeBase], Iterator[Fault]], ...] = (_tests, _conclusions, _scores, _items, _questions)
