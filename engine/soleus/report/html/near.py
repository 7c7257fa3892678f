"""Near misses: the rules that one test kept from firing, though something spoke for them."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from soleus.explanation.nearness import PartState, beside
from soleus.explanation.words import conclusion_text, in_words, value_text
from soleus.inference.program import Program
from soleus.inference.truth import Known
from soleus.inference.weighing import STRENGTHS
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import Argue, KnowledgeBase, Rule
from soleus.report.html import wording
from soleus.report.html.flags import seen_text
from soleus.report.html.records import NearMiss


def near_misses(program: Program, known: Known, fired: Collection[str]) -> tuple[NearMiss, ...]:
    """The rules that one test kept from firing and of which another test holds.

    Those that would make the triage more urgent come first, then those whose missing test is not known rather than failed, then the
    strongest arguments.
    """
    states = [(rule, beside(rule.when, known)) for rule in program.rules.values() if rule.id not in fired]
    near = [(rule, _near(program, known, rule, state)) for rule, state in states if state.missing == 1 and any(_speaking(state))]
    return tuple(one for _, one in sorted(near, key=lambda pair: (not pair[1].urgent, not pair[1].unknown, -_force(pair[0]), pair[0].id)))


def _speaking(state: PartState) -> Iterator[PartState]:
    """The tests that hold, of those that a rule needs to hold."""
    return (test for test in state.tests() if test.fits and test.wanted == "true")


def _near(program: Program, known: Known, rule: Rule, state: PartState) -> NearMiss:
    base, missing = program.base, [*_missing(state)]
    return NearMiss(
        rule=rule.id,
        title=rule.title,
        would=tuple(conclusion_text(base, one) for one in rule.then),
        held=tuple(dict.fromkeys(text for test in _speaking(state) for text in seen_text(base, test))),
        missing=tuple(dict.fromkeys(_missing_text(base, test) for test in missing)),
        unknown=all(test.state == "unknown" for test in missing),
        urgent=LEVELS.index(rule.level or LEVELS[0]) > LEVELS.index(known.triage or LEVELS[0]),
    )


def _missing(state: PartState) -> Iterator[PartState]:
    """The tests of which one would have to come out otherwise."""
    if not state.parts:
        yield state
    for part in state.parts:
        if not part.fits and part.missing == 1:
            yield from _missing(part)


def _missing_text(base: KnowledgeBase, test: PartState) -> str:
    """What a test wants, and the answer that there is instead."""
    text = in_words(base, test.part).text if test.wanted == "true" else wording.not_so(in_words(base, test.part).text)
    now = "; ".join(value_text(base, name, value) for name, value in test.seen.answers)
    return wording.now(text, now) if now and test.wanted == "true" else text


def _force(rule: Rule) -> int:
    return max((STRENGTHS.get(one.strength, 0) for one in rule.then if isinstance(one, Argue)), default=0)
