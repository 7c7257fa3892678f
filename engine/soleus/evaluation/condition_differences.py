"""Which parts of a condition changed: equal parts are matched first, then parts about the same thing; what is left is gone or new."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soleus.explanation.words import Saying, in_words
from soleus.knowledge.conditions import (
    GROUPS,
    All,
    Answered,
    AtLeast,
    Condition,
    Derived,
    Group,
    InBand,
    OneOf,
    Scalar,
    ScoreTest,
    SupportTest,
    TriageTest,
    walk,
)
from soleus.knowledge.model import KnowledgeBase

CONDITIONS = (*GROUPS, OneOf, InBand, Answered, Derived, ScoreTest, SupportTest, TriageTest)


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing that is other about an item: the field, with dots where it lies deeper; `gone` as it was, `now` as it is, one of them empty
    where something is only gone or only new. `within` are the groups of a condition around it, outermost first."""

    part: str
    within: tuple[str, ...]
    gone: str
    now: str


def condition_details(old: KnowledgeBase, new: KnowledgeBase, part: str, before: Condition, after: Condition) -> Iterator[Detail]:
    """The smallest parts of two conditions that differ."""
    if isinstance(before, All) != isinstance(after, All):
        before, after = (one if isinstance(one, All) else All((one,)) for one in (before, after))
    yield from _details(old, new, part, (), before, after)


def _details(old: KnowledgeBase, new: KnowledgeBase, part: str, within: tuple[str, ...], before: Condition, after: Condition) -> Iterator[Detail]:
    if isinstance(before, GROUPS) and isinstance(after, GROUPS) and type(before) is type(after):
        yield from _group_details(old, new, part, within, before, after)
    elif _shares_names(before, after):
        yield from _names(old, new, part, within, before, after)
    else:
        yield _of_both(part, within, (old, before), (new, after))


def _group_details(old: KnowledgeBase, new: KnowledgeBase, part: str, within: tuple[str, ...], before: Group, after: Group) -> Iterator[Detail]:
    if isinstance(before, AtLeast) and isinstance(after, AtLeast) and before.count != after.count:
        yield Detail(part, within, in_words(old, before).text, in_words(new, after).text)
    inner = within if isinstance(after, All) else (*within, in_words(new, after).text)
    for one, other in _pairs(before, after):
        if one is None or other is None:
            yield Detail(part, inner, "" if one is None else one_line(old, one), "" if other is None else one_line(new, other))
        else:
            yield from _details(old, new, part, inner, one, other)


def _shares_names(before: Condition, after: Condition) -> bool:
    """Whether two tests differ only in the values or names of which one must be there, and still have some in common."""
    match before, after:
        case OneOf(observable=one), OneOf(observable=other):
            same = one == other
        case Derived(), Derived():
            same = True
        case SupportTest(word=one), SupportTest(word=other):
            same = one == other
        case _:
            same = False
    return same and not set(_alternatives(before)).isdisjoint(_alternatives(after))


def _names(old: KnowledgeBase, new: KnowledgeBase, part: str, within: tuple[str, ...], before: Condition, after: Condition) -> Iterator[Detail]:
    """A line for each value or name that is gone, and for each that is new."""
    first, second = _alternatives(before), _alternatives(after)
    for name, one in first.items():
        if name not in second:
            yield Detail(part, within, one_line(old, one), "")
    for name, one in second.items():
        if name not in first:
            yield Detail(part, within, "", one_line(new, one))
    if first.keys() == second.keys():
        yield Detail(part, within, one_line(old, before), one_line(new, after))


def _alternatives(test: Condition) -> dict[Scalar, Condition]:
    """A test that is passed by one of several values or names, as one test for each."""
    match test:
        case OneOf(observable, values):
            return {one: OneOf(observable, (one,)) for one in values}
        case Derived(findings):
            return {one: Derived((one,)) for one in findings}
        case SupportTest(hypotheses, word, key):
            return {one: SupportTest((one,), word, key) for one in hypotheses}
        case _:
            return {}


def _of_both(part: str, within: tuple[str, ...], before: tuple[KnowledgeBase, Condition], after: tuple[KnowledgeBase, Condition]) -> Detail:
    """A part as it was and as it is. Where both read the same, because something has another id now, the ids are told too."""
    first, second = one_line(*before), one_line(*after)
    if first == second:
        first, second = (f"{text} ({', '.join(_ids(one))})" for text, (_, one) in ((first, before), (second, after)))
    return Detail(part, within, first, second)


def _ids(condition: Condition) -> Iterator[str]:
    """The ids and values that the tests of a condition name."""
    for one in walk(condition):
        match one:
            case OneOf(observable, values):
                yield from (observable, *map(str, values))
            case InBand(observable=name) | Answered(observable=name) | ScoreTest(score=name):
                yield name
            case Derived(names) | SupportTest(names):
                yield from names


def _pairs(before: Group, after: Group) -> Iterator[tuple[Condition | None, Condition | None]]:
    """The parts that differ, side by side where they are about the same thing."""
    left = list(after.parts)
    rest = []
    for one in before.parts:
        if one in left:
            left.remove(one)
        else:
            rest.append(one)
    for one in rest:
        other = next((two for two in left if _about(two) == _about(one)), None)
        if other is not None:
            left.remove(other)
        yield one, other
    yield from ((None, other) for other in left)


def _about(condition: Condition) -> tuple[str, str]:
    """What a part is about: the observable or score that a test reads, or the kind of test or group."""
    match condition:
        case OneOf(observable=name) | InBand(observable=name) | Answered(observable=name):
            return "answer", name
        case ScoreTest(score=name):
            return "score", name
        case _:
            return type(condition).__name__, ""


def one_line(base: KnowledgeBase, condition: Condition) -> str:
    """A condition in words on one line, the parts of a group in round brackets where they could be taken for those of another."""
    return _joined(in_words(base, condition))


def _joined(saying: Saying, depth: int = 0) -> str:
    if not saying.parts:
        return saying.text
    text = f"{saying.text} {'; '.join(_joined(part, depth + 1) for part in saying.parts)}"
    return f"({text})" if depth else text
