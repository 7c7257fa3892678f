"""What would turn a conclusion, as blocks: the fewest answers, said once where several sets share them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from soleus.explanation.change import NewAnswer, Turn, WhatTurns
from soleus.explanation.words import answers_text, numbers_text, value_text
from soleus.knowledge.conditions import Band
from soleus.knowledge.model import KnowledgeBase
from soleus.report import explaining
from soleus.report.blocks import Block, Line

MOST_SETS = 10


def turn_blocks(base: KnowledgeBase, found: WhatTurns) -> Iterator[Block]:
    """Each way in which the conclusion can turn."""
    for turn in found.turns:
        yield Line(explaining.turn_title(found.name, turn.way), tone="strong")
        if turn.size is None:
            yield Line(explaining.no_turn(turn.proved), 1)
        else:
            yield Line(explaining.takes(turn.size), 1)
            yield from _singles(base, turn) if turn.size == 1 else _sets(base, turn)
            if not turn.complete:
                yield Line(explaining.NOT_ALL, 1, tone="quiet")
    if any(turn.size for turn in found.turns):
        yield Line(explaining.HINGES, tone="quiet")


def _singles(base: KnowledgeBase, turn: Turn) -> Iterator[Block]:
    """Single answers, those of one question in one line, and so are questions of one checklist that turn it by the same answer."""
    by_question: dict[str, list[NewAnswer]] = {}
    for (one,) in turn.sets:
        by_question.setdefault(one.observable, []).append(one)
    lines: dict[object, list[list[NewAnswer]]] = {}
    for name, answers in by_question.items():
        first, checklist = answers[0], _checklist(base, name)
        lines.setdefault((checklist, first.before, first.after) if checklist else name, []).append(answers)
    yield Line(explaining.ANY_ONE, 1)
    for several in list(lines.values())[:MOST_SETS]:
        yield Line(_instead(base, several[0]) if len(several) == 1 else _any_of(base, [one for one, *_ in several]), 1, bullet=True)
    if len(lines) > MOST_SETS:
        yield Line(explaining.more(sum(map(len, list(lines.values())[MOST_SETS:]))), 1, bullet=True)


def _checklist(base: KnowledgeBase, name: str) -> str:
    """The checklist that an observable stands on; nothing if it stands alone."""
    return next((one.id for one in base.checklists.values() if name in one.items), "")


def _any_of(base: KnowledgeBase, answers: Sequence[NewAnswer]) -> str:
    """The same answer to any of several questions."""
    first = answers[0]
    before = None if first.before is None else value_text(base, first.observable, first.before)
    return explaining.any_of(value_text(base, first.observable, first.after), [base.observables[one.observable].short for one in answers], before)


def _sets(base: KnowledgeBase, turn: Turn) -> Iterator[Block]:
    """Sets of answers: what all of them share, then what else is in each."""
    common = [one for one in turn.sets[0] if all(one in several for several in turn.sets)]
    rests = [tuple(one for one in several if one not in common) for several in turn.sets]
    if common:
        yield Line(explaining.IN_EVERY_CASE, 1)
        yield from (Line(text, 1, bullet=True) for text in _together(base, common))
    rests = [rest for rest in rests if rest]
    if rests:
        yield Line(explaining.AND_ONE_OF if common else explaining.EACH_DOES, 1)
        merged = _merged(rests)
        for answers in merged[:MOST_SETS]:
            yield Line(explaining.at_once([_instead(base, several) for several in answers]), 1, bullet=True)
        if merged[MOST_SETS:]:
            yield Line(explaining.more(len(merged) - MOST_SETS), 1, bullet=True)


def _merged(sets: Iterable[tuple[NewAnswer, ...]]) -> list[list[list[NewAnswer]]]:
    """Sets of equal size as fewer ones, which hold for each question the answers that do: two that differ in one question only become one."""
    merged = [[[one] for one in several] for several in sets]
    for place in reversed(range(len(merged[0]))):
        found: dict[object, list[list[NewAnswer]]] = {}
        for several in merged:
            others = tuple(tuple(answers) for at, answers in enumerate(several) if at != place)
            same = found.setdefault((others, several[place][0].observable), several)
            if same is not several:
                same[place] = [*same[place], *several[place]]
        merged = list(found.values())
    return merged


def _together(base: KnowledgeBase, answers: Sequence[NewAnswer]) -> Iterator[str]:
    """Answers that belong together; a whole checklist that is answered with no is one line."""
    to_find_out = {one.observable: one.after for one in answers if one.before is None and one.band is None}
    if to_find_out:
        yield from (f"{text} ({explaining.IF_FOUND_OUT})" for text in answers_text(base, to_find_out))
    yield from (_instead(base, [one]) for one in answers if one.observable not in to_find_out)


def _instead(base: KnowledgeBase, answers: Sequence[NewAnswer]) -> str:
    """Answers to one question, any of which would do."""
    first = answers[0]
    one = base.observables[first.observable]
    bands = _joined([answer.band for answer in answers if answer.band is not None])
    values = [numbers_text(one, band) for band in bands] or [value_text(base, one.id, answer.after) for answer in answers]
    before = None if first.before is None else value_text(base, one.id, first.before)
    return explaining.instead(one.short, explaining.either(values), before)


def _joined(bands: Iterable[Band]) -> list[Band]:
    """Bands in order, those that touch as one."""
    joined: list[Band] = []
    for band in sorted(bands, key=lambda band: (band.low or 0, not band.low_in)):
        if joined and joined[-1].high == band.low and (joined[-1].high_in or band.low_in):
            before = joined.pop()
            band = Band(before.low, band.high, before.low_in, band.high_in)
        joined.append(band)
    return joined
