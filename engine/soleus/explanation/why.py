"""Why a question is asked: what is said of it, and the rules that wait for its answer."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from soleus.knowledge.conditions import observables_in
from soleus.knowledge.model import KnowledgeBase, Rule
from soleus.knowledge.strata import stratum_of


@dataclass(frozen=True, slots=True)
class WaitingRule:
    """A rule that reads the answer: its id, title and stratum."""

    id: str
    title: str
    stratum: str


@dataclass(frozen=True, slots=True)
class WhyAsked:
    """Why something is asked: the sentence for the person, and the rules that read the answer, the most urgent first."""

    question: str
    why: str
    rules: tuple[WaitingRule, ...]


_URGENCY = ("triage", "finding", "precaution", "argument", "advice")


def why_asked(base: KnowledgeBase, question: str, why: str, observables: Iterable[str]) -> WhyAsked:
    """Why these observables are asked on one screen."""
    asked = set(observables)
    waiting = [_waiting(rule) for rule in base.rules.values() if asked & set(observables_in(rule.when))]
    return WhyAsked(question, why, tuple(sorted(waiting, key=lambda one: (_URGENCY.index(one.stratum), one.id))))


def _waiting(rule: Rule) -> WaitingRule:
    return WaitingRule(rule.id, rule.title, stratum_of(rule))
