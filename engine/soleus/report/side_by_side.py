"""Two consultations side by side as blocks, the most important first, and as plain data."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from soleus.explanation.what_if import LeftAlone
from soleus.report import at_a_glance, comparing, explaining
from soleus.report.blocks import Banner, Block, Heading, Line
from soleus.review.sides import FindingTurn, HypothesisChange, MeasureTurn, ReasonTurn, SideBySide


def side_by_side_data(sides: SideBySide) -> dict[str, Any]:
    """The record as plain data, after the sentences on top of it."""
    said = {"notices": at_a_glance.notices(sides), "summary": at_a_glance.summary(sides), "closing": at_a_glance.closing(sides)}
    return {**said, **dataclasses.asdict(sides)}


def side_by_side_blocks(sides: SideBySide) -> Iterator[Block]:
    """What to know first, the changes at a glance, then each kind of them."""
    yield Heading(comparing.title(sides))
    for label, side in ((comparing.THEN, sides.then), (comparing.NOW, sides.now)):
        yield Line(comparing.kept(side), label=label)
    yield from (Line(one, tone="strong", bullet=True) for one in at_a_glance.notices(sides))
    yield Banner(sides.now.title, (*at_a_glance.summary(sides), at_a_glance.closing(sides)), sides.now.level)
    for anchor in comparing.parts(sides):
        yield Heading(comparing.PARTS[anchor])
        yield from _TOLD[anchor](sides)
    yield Line(comparing.knowledge(sides), tone="quiet")
    yield Line(f"{sides.intended_use.strip()} {sides.not_for.strip()}", tone="quiet")


def _triage(sides: SideBySide) -> Iterator[Block]:
    levels = sides.now.title if sides.urgency == "the same" else explaining.from_to(sides.then.title, sides.now.title)
    yield Line(levels, 1, tone=sides.now.level)
    for way, label in comparing.REASONS.items():
        for one in getattr(sides.reasons, way):
            yield Line(one.because, 1, "quiet" if way == "stayed" else "plain", label=label, bullet=True)
            yield from _resting(sides, one)
    for way, label in comparing.QUESTIONS.items():
        asked = [comparing.question(one, way) for one in getattr(sides.questions, way)]
        yield from (Line(one, 1, label=label, bullet=True) for one in asked[: comparing.MOST])
        if len(asked) > comparing.MOST:
            yield Line(explaining.more(len(asked) - comparing.MOST), 2, tone="quiet")


def _answers(sides: SideBySide) -> Iterator[Block]:
    for turn, title in comparing.TURNS.items():
        if any(one.turn == turn for one in sides.answers):
            yield Heading(title, 2)
        for one in comparing.said_singly(sides.answers, turn):
            since = f", {comparing.SINCE.lower()} {comparing.since(one)}" if one.since else ""
            text = f"{comparing.answer(one)}{since}"
            yield Line(text, 1, label=comparing.SAFETY.capitalize() if one.safety else "", bullet=True)
        if turn == "new" and (denied := comparing.plain_no(sides.answers)):
            yield Line(comparing.some([one.short for one in denied]), 1, label="no", bullet=True)


def _hypotheses(every: Sequence[HypothesisChange]) -> Iterator[Block]:
    named = [one for one in every if one.named]
    for one in named:
        if one.changed:
            yield Line(f"{one.standing.name}: {comparing.standing(one)}", 1, label=comparing.way(one), bullet=True)
            if one.must_not_miss and one.way == "went":
                yield Line(comparing.UNLIKELY_IS_NOT_OUT, 3, "strong")
            yield from _arguments(one)
    same = [f"{one.standing.name} ({comparing.word(one.standing.after)})" for one in named if not one.changed]
    if same:
        yield Line(comparing.some(same), 1, "quiet", label=comparing.WAYS["same"], bullet=True)


def _arguments(one: HypothesisChange) -> Iterator[Block]:
    for way, label in comparing.ARGUMENTS.items():
        for argument in getattr(one.arguments, way):
            yield Line(argument.because, 3, label=f"{label}, {argument.side} it, {argument.strength}")


def _findings(sides: SideBySide) -> Iterator[Block]:
    for way in ("came", "went"):
        for one in getattr(sides.findings, way):
            yield Line(comparing.finding(one), 1, label=comparing.FINDINGS[way], bullet=True)
            yield from _resting(sides, one)
    yield from (Line(comparing.score(one), 1, bullet=True) for one in sides.scores)


def _resting(sides: SideBySide, one: ReasonTurn | FindingTurn) -> Iterator[Block]:
    if said := comparing.by(sides, one):
        yield Line(said, 3, label=comparing.BY)


def _plan(sides: SideBySide) -> Iterator[Block]:
    plan = sides.plan
    for one in plan.came:
        yield Line(f"{one.name}: {comparing.in_short(one.now)}", 1, label=comparing.PLAN["came"], bullet=True)
        yield Line(one.because[0], 3, label=explaining.WHY)
    yield from _by_reason(comparing.PLAN["went"], explaining.WHY, plan.went, comparing.NOT_ADVISED)
    for one in sides.kept_up:
        text = f"{one.name}: {explaining.from_to(comparing.prescribed(one.then), comparing.prescribed(one.now))}"
        yield Line(text, 1, label=comparing.PLAN["kept"], bullet=True)
    same = [one.name for one in plan.stayed if not one.changed]
    if same:
        yield Line(comparing.some(same), 1, "quiet", label=comparing.PLAN["stayed"], bullet=True)


def _withheld(sides: SideBySide) -> Iterator[Block]:
    yield from _by_reason(comparing.WITHHELD["came"], explaining.WHY, comparing.also_left_alone(sides))
    yield from _by_reason(comparing.WITHHELD["went"], comparing.WAS, sides.withheld.went)
    if sides.withheld.went:
        yield Line(comparing.RELEASED_IS_NOT_ADVISED, 1, tone="quiet")


def _by_reason(label: str, why: str, measures: Iterable[MeasureTurn | LeftAlone], otherwise: str = "") -> Iterator[Block]:
    for because, names in comparing.by_reason(measures):
        yield Line(comparing.some(names), 1, label=label, bullet=True)
        yield Line(because or otherwise, 3, label=why)


def _expected(sides: SideBySide) -> Iterator[Block]:
    yield Line(comparing.EXPECTED, 1, tone="quiet")
    yield from (Line(f"{one.expect} ({one.name})", 1, label=one.by, bullet=True) for one in sides.expected)


_TOLD: dict[str, Callable[[SideBySide], Iterator[Block]]] = {
    "triage": _triage,
    "answers": _answers,
    "conditions": lambda sides: _hypotheses(sides.conditions),
    "causes": lambda sides: _hypotheses(sides.causes),
    "findings": _findings,
    "plan": _plan,
    "withheld": _withheld,
    "expected": _expected,
}
"""How each part is told, by its anchor."""
