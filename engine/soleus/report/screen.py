"""The closing screen of a consultation: triage first, then what it may be, why, what to do, what to leave alone, when to see someone."""

from __future__ import annotations

from collections.abc import Iterator

from soleus import __version__
from soleus.consultation.plan import PlanItem
from soleus.consultation.result import Ranked, RankedCause, RankedCondition, Result
from soleus.knowledge.model import KnowledgeBase
from soleus.report import wording
from soleus.report.banner import triage_banner
from soleus.report.blocks import Block, Heading, Line

MOST_CONDITIONS = 4
MOST_CAUSES = 4
MOST_ARGUMENTS = 3


def screen(base: KnowledgeBase, result: Result) -> tuple[Block, ...]:
    """The blocks of the closing screen. `base` is the knowledge that gave the result."""
    return (
        Line(wording.intended_use(base.about.title, result.intended_use, result.not_for), tone="quiet"),
        triage_banner(result),
        *_conditions(result),
        *_causes(result),
        *_plan(base, result),
        *_withheld(result),
        *_follow_up(result),
        *_see_someone(result),
        Line(wording.made_with(__version__, result.knowledge.name, result.knowledge.version, result.knowledge.fingerprint), tone="quiet"),
    )


def _conditions(result: Result) -> Iterator[Block]:
    yield Heading(wording.PARTS["conditions"])
    shown = _worth_showing(result)
    for condition in shown:
        yield Heading(f"{condition.name}: {condition.words}", 2)
        yield Line(condition.summary, 1)
        if condition.must_not_miss:
            yield Line(wording.MUST_NOT_MISS, 1, tone="strong")
        if condition.course:
            yield Line(condition.course, 1, label=wording.OFTEN)
        yield from _arguments(condition)
    yield Line(wording.NOT_CALIBRATED if shown else wording.NO_CONDITION, tone="quiet")


def _worth_showing(result: Result) -> list[RankedCondition]:
    """The first few that are at least possible, and every one of those that must not be missed."""
    possible = [condition for condition in result.conditions if condition.words != "unlikely"]
    return [condition for place, condition in enumerate(possible) if place < MOST_CONDITIONS or condition.must_not_miss]


def _arguments(ranked: Ranked) -> Iterator[Block]:
    for side, label in (("for", wording.FOR), ("against", wording.AGAINST)):
        sentences = dict.fromkeys(one.because for one in ranked.arguments if one.side == side and one.counted)
        for because in list(sentences)[:MOST_ARGUMENTS]:
            yield Line(because, 1, label=label)


def _causes(result: Result) -> Iterator[Block]:
    yield Heading(wording.PARTS["causes"])
    shown: list[RankedCause] = [cause for cause in result.causes if cause.words != "unlikely"][:MOST_CAUSES]
    for cause in shown:
        yield Heading(f"{cause.name}: {cause.words}", 2)
        yield from (Line(because, 1) for because in dict.fromkeys(one.because for one in cause.arguments if one.counted))
    if not shown:
        yield Line(wording.NO_CAUSE, 1)


def _plan(base: KnowledgeBase, result: Result) -> Iterator[Block]:
    yield Heading(wording.PARTS["plan"])
    for phase in base.about.phases:
        items = [item for item in result.plan if item.phase == phase.id and item.fits]
        if items:
            yield Heading(f"{phase.title} ({phase.guide})", 2)
            for item in items:
                yield from _item(item)
    spare = [item for item in result.plan if not item.fits]
    if spare:
        yield Heading(wording.SPARE, 2)
        yield from (Line(f"{item.name}: {wording.dose(item.dose)}", 1, bullet=True) for item in spare)
    if not result.plan:
        yield Line(wording.NO_PLAN, 1)


def _item(item: PlanItem) -> Iterator[Block]:
    yield Line(item.name, 1, tone="strong", bullet=True)
    yield Line(wording.dose(item.dose), 2, label=wording.DOSE)
    yield from (Line(because, 2, label=wording.WHY) for because in item.because[:2])
    yield Line(" ".join(item.how), 2, label=wording.HOW)
    for label, text in ((wording.LIMIT, item.pain_limit), (wording.NEXT, item.progress), (wording.STOP, " ".join(item.avoid))):
        if text:
            yield Line(text, 2, label=label)


def _withheld(result: Result) -> Iterator[Block]:
    if result.precautions:
        yield Heading(wording.PARTS["withheld"])
    for precaution in result.precautions:
        yield Line("; ".join(precaution.leaves_alone), 1, tone="strong", bullet=True)
        yield Line(precaution.because, 2, label=wording.WHY)


def _follow_up(result: Result) -> Iterator[Block]:
    if result.follow_up:
        yield Heading(wording.PARTS["follow_up"])
    names: dict[tuple[str, str, str], list[str]] = {}
    for again in result.follow_up:
        names.setdefault((again.by, again.expect, again.otherwise), []).append(again.name)
    for (by, expect, otherwise), conditions in names.items():
        yield Line(f"{by} ({'; '.join(conditions)})", 1, tone="strong", bullet=True)
        yield Line(expect, 2, label=wording.EXPECT)
        yield Line(otherwise, 2, label=wording.OTHERWISE)


def _see_someone(result: Result) -> Iterator[Block]:
    yield Heading(wording.PARTS["see"])
    yield from (Line(sentence, 1, bullet=True) for sentence in result.see_someone)
