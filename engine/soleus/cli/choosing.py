"""What a person can choose after a result: what it says, what it does not say, and everything whose name holds a word."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from soleus.cli import wording
from soleus.explanation.subjects import TRIAGE, named_items
from soleus.inference.program import compile_program
from soleus.knowledge.conditions import LEVELS, WORDS

if TYPE_CHECKING:
    from soleus.consultation.result import Ranked, Result
    from soleus.knowledge.model import KnowledgeBase

_MOST = 5
"""The most of one kind in a list."""

Choices = dict[str, str]


def concluded(result: Result, *, advice: bool) -> Choices:
    """The triage, and the first of what the result names: conditions, causes, and with `advice` what is advised and left alone."""
    ranked = [*_named(result.conditions), *_named(result.causes)]
    measures = {one.measure: wording.advised(one.name) for one in result.plan[:_MOST]} | _left_alone(result)
    return {TRIAGE: f"{wording.TRIAGE}: {result.triage.title}", **dict(ranked), **(measures if advice else {})}


def _left_alone(result: Result) -> Choices:
    """The first measures that rules advised and precautions withhold."""
    return {one.measure: wording.left_alone(one.name) for one in result.withheld[:_MOST] if one.wanted}


def _named(ranked: Iterable[Ranked]) -> Iterator[tuple[str, str]]:
    named = (one for one in ranked if one.words != WORDS[0])
    return ((one.id, f"{one.name}: {one.words}") for one in itertools.islice(named, _MOST))


def not_concluded(base: KnowledgeBase, result: Result) -> Choices:
    """What the result does not say: the levels above, dangers that nothing points to, conditions and causes that are unlikely, advice withheld."""
    above = LEVELS[LEVELS.index(result.triage.level) + 1 :]
    levels: Choices = {level: words.title for level, words in base.about.triage.items() if level in above}
    words = {one.id: one.words for one in (*result.conditions, *result.causes)}
    dangers = [one for one in base.conditions.values() if one.must_not_miss and words.get(one.id, WORDS[0]) == WORDS[0]]
    unlikely = [one for ranked in (result.conditions, result.causes) for one in [one for one in ranked if one.words == WORDS[0]][:_MOST]]
    return {
        **{level: levels[level] for level in reversed(above)},
        **{one.id: one.name for one in (*dangers[:_MOST], *unlikely)},
        **_left_alone(result),
    }


def matching(base: KnowledgeBase, typed: str) -> Choices:
    """Everything that can be explained and whose id, name or level holds all words that were typed; one whose id or name is just that alone."""
    named = [(TRIAGE, wording.TRIAGE), *((level, words.title) for level, words in base.about.triage.items())]
    program = compile_program(base)
    for about, items in named_items(program).items():
        named += [(one.id, one.title if about == "rule" else one.name) for one in items.values()]
    without_rules = [(name, text) for name, text in named if name not in program.rules]
    return _holding(named, typed, exact=True) or _holding(without_rules, typed) or _holding(named, typed)


def questions(base: KnowledgeBase, typed: str) -> Choices:
    """The observables whose id, short name or question holds all words that were typed; their short names and questions."""
    named = [(one.id, one.short) for one in base.observables.values()]
    asked = [(one.id, f"{one.short}: {one.ask}") for one in base.observables.values()]
    found = _holding(named, typed, exact=True) or _holding(asked, typed)
    return {name: base.observables[name].short for name in found}


def _holding(named: Iterable[tuple[str, str]], typed: str, *, exact: bool = False) -> Choices:
    plain = typed.lower().replace("_", " ").split()
    if exact:
        return {name: text for name, text in named if plain in (name.lower().replace("_", " ").split(), text.lower().split())}
    return {name: text for name, text in named if all(word in f"{name.replace('_', ' ')} {text}".lower() for word in plain)}
