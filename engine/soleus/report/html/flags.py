"""Every rule that asks for a level of care: raised, cleared by answers, or open. A rule that rests on what is unlikely is never cleared by that."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from soleus.explanation.nearness import PartState, beside
from soleus.explanation.words import answer_text, in_words, level_text, name_of
from soleus.inference.program import Program
from soleus.inference.truth import Known
from soleus.knowledge.conditions import LEVELS, WORDS, Answered, AnyOf, AtLeast, InBand, NoneOf, OneOf, Unless
from soleus.knowledge.model import KnowledgeBase, Rule
from soleus.report import explaining
from soleus.report.html.known import Fired, grounds_text
from soleus.report.html.records import Flag

_STATES = ("raised", "open", "cleared")


def flags(program: Program, known: Known, firings: Iterable[Fired]) -> tuple[Flag, ...]:
    """The flags: raised before open before cleared, the most urgent level first, then by id.

    The standing rule of a condition, which rests on its support alone, is only among them where it fired.
    """
    by_rule = {one.rule.id: one for one in firings}
    found = [
        _flag(program.base, known, rule, by_rule.get(rule.id))
        for rule in program.rules.values()
        if rule.level and (rule.id in by_rule or rule.id in program.base.rules)
    ]
    return tuple(sorted(found, key=lambda one: (_STATES.index(one.state), -LEVELS.index(one.level), one.rule)))


def _flag(base: KnowledgeBase, known: Known, rule: Rule, firing: Fired | None) -> Flag:
    level = rule.level or LEVELS[0]
    said = (rule.id, rule.title, level, level_text(base, level))
    if firing:
        return Flag(*said, "raised", rule.because, grounds_text(base, firing.grounds), firing.step)
    condition = beside(rule.when, known)
    if condition.state == "unknown":
        return Flag(*said, "open", rule.because, _once(_open_text(base, test) for test in condition.tests() if _is_open(test)), 0)
    return Flag(*said, "cleared", rule.because, _once(text for test in cleared_by(condition) for text in seen_text(base, test)), 0)


def _once(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def cleared_by(part: PartState) -> tuple[PartState, ...]:
    """The tests by which a part is known not to hold; none where it is not known so."""
    if part.state != "failed":
        return ()
    if not part.parts:
        return (part,)
    if isinstance(part.part, NoneOf | Unless):
        in_the_way = next(one for one in part.parts if one.state == "held")
        return tuple(test for test in in_the_way.tests() if test.state == "held")
    found = [one for one in part.parts if one.state == "failed"][: _least_failing(part)]
    return tuple(test for one in found for test in cleared_by(one))


def _least_failing(part: PartState) -> int:
    """How many parts of a group must fail for it to fail."""
    size = len(part.parts)
    if isinstance(part.part, AnyOf):
        return size
    return size - part.part.count + 1 if isinstance(part.part, AtLeast) else 1


def _is_open(test: PartState) -> bool:
    return not test.fits and test.state == "unknown"


def _open_text(base: KnowledgeBase, test: PartState) -> str:
    if isinstance(test.part, OneOf | InBand | Answered):
        return base.observables[test.part.observable].short
    return in_words(base, test.part).text


def seen_text(base: KnowledgeBase, test: PartState) -> Iterator[str]:
    """What a test saw in words: answers, findings, hypotheses that are at least possible; where it saw none of them, the test itself."""
    said = [answer_text(base, name, value) for name, value in test.seen.answers]
    said += [explaining.saw_finding(name_of(base, name), state) for name, state in test.seen.derived]
    said += [explaining.saw_word(name_of(base, name), word) for name, word in test.seen.words if word != WORDS[0]]
    yield from said or [in_words(base, test.part).text]
