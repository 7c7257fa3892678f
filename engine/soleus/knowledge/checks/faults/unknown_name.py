"""Every name of an item, wherever it is used, names an item that exists."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.conditions import Answered, Condition, Derived, InBand, OneOf, ScoreTest, SupportTest, walk
from soleus.knowledge.items import Fault, cited, conditions, unknown, unknowns
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, KnowledgeBase, Withhold
from soleus.knowledge.parsing import RESERVED


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for search in (_in_conditions, _in_conclusions, _in_items, _in_questions):
        yield from search(base)


def _in_conditions(base: KnowledgeBase) -> Iterator[Fault]:
    for item, condition in conditions(base):
        for part in walk(condition):
            yield from _in_test(base, item, part)


def _in_test(base: KnowledgeBase, item: str, part: Condition) -> Iterator[Fault]:
    if isinstance(part, Derived):
        yield from unknowns(item, "finding", part.findings, base.findings)
    elif isinstance(part, ScoreTest):
        yield from unknowns(item, "score", [part.score], base.scores)
    elif isinstance(part, SupportTest) and part.key == "cause":
        yield from unknowns(item, "cause", part.hypotheses, base.causes)
    elif isinstance(part, SupportTest):
        yield from unknowns(item, "condition or cause", part.hypotheses, base.hypotheses)
    elif isinstance(part, OneOf | InBand | Answered) and part.observable not in base.observables:
        yield unknown(item, "observable", part.observable, (*base.observables, *RESERVED))


def _in_conclusions(base: KnowledgeBase) -> Iterator[Fault]:
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


def _in_items(base: KnowledgeBase) -> Iterator[Fault]:
    phases = [phase.id for phase in base.about.phases]
    for measure in base.measures.values():
        yield from unknowns(f"measure:{measure.id}", "group", measure.groups, base.about.groups)
        yield from unknowns(f"measure:{measure.id}", "phase", measure.phase, phases)
    carriers = {*base.rules, *base.measures, *base.causes, *base.conditions, *base.findings, *base.observables}
    for claim in base.claims.values():
        yield from unknowns(f"claim:{claim.id}", "item", claim.carried_by, carriers)
    for item, sources in cited(base):
        yield from unknowns(item, "source", sources, base.sources)


def _in_questions(base: KnowledgeBase) -> Iterator[Fault]:
    yield from unknowns(f"knowledge:{base.about.id}", "observable", base.about.spread, base.observables)
    interview = f"interview:{base.interview.id}"
    questions = {**base.observables, **base.checklists}
    for section in base.interview.sections:
        yield from unknowns(interview, "question", section.ask, questions)
    for checklist in base.checklists.values():
        yield from unknowns(f"checklist:{checklist.id}", "observable", checklist.items, base.observables)


CHECK = Check("unknown-name", "names", "Every name names an item that exists", find)
