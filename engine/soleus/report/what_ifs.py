"""The differences that other answers make, as blocks, the most important first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from soleus.explanation.what_if import Difference, LeftAlone, Named, OtherAnswer, OtherStanding
from soleus.explanation.words import level_text, value_text
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase
from soleus.report import explaining
from soleus.report.blocks import Block, Heading, Line

MOST_NAMES = 8


def what_if_blocks(base: KnowledgeBase, found: Difference) -> Iterator[Block]:
    """What changes, and nothing of what stays."""
    if not found.answers:
        yield Line(explaining.SAME_ANSWERS)
        return
    yield Line(explaining.what_if_title([_other(base, one) for one in found.answers]), tone="strong")
    if found.is_empty:
        yield Line(explaining.NOTHING_CHANGES)
    yield from _triage(base, found)
    yield from _standings(explaining.CONDITIONS, found.conditions)
    yield from _standings(explaining.CAUSES, found.causes)
    yield from _lists(explaining.FINDINGS, {explaining.NOW_FOUND: found.found, explaining.NO_LONGER_FOUND: found.no_longer_found})
    yield from _measures(found)


def _other(base: KnowledgeBase, one: OtherAnswer) -> str:
    before, after = (_answer(base, one.observable, value) for value in (one.before, one.after))
    return explaining.other_answer(base.observables[one.observable].short, before, after)


def _answer(base: KnowledgeBase, name: str, value: Scalar | None) -> str:
    return explaining.UNKNOWN if value is None else value_text(base, name, value)


def _triage(base: KnowledgeBase, found: Difference) -> Iterator[Block]:
    if found.triage or found.open_before != found.open_after:
        yield Heading(explaining.TRIAGE, 2)
    if found.triage:
        before, after = (level_text(base, level) for level in (found.triage.before, found.triage.after))
        yield Line(explaining.from_to(before, after), 1, tone=found.triage.after)
        yield from (Line(because, 1, bullet=True) for because in found.triage.because)
    if found.open_before != found.open_after:
        yield Line(explaining.open_questions(found.open_before, found.open_after), 1)


def _standings(title: str, standings: Iterable[OtherStanding]) -> Iterator[Block]:
    """Those whose word changes, a line each; those that only move up or down, in one line."""
    said = tuple(standings)
    if not said:
        return
    yield Heading(title, 2)
    moved = []
    for one in said:
        before, after = one.before.replace("_", " "), one.after.replace("_", " ")
        text = explaining.standing(one.name, before, after, one.rank_before, one.rank_after)
        if one.before == one.after:
            moved.append(text)
        else:
            yield Line(text, 1, bullet=True)
    if moved:
        yield Line(explaining.moved(moved), 1, tone="quiet", bullet=True)


def _measures(found: Difference) -> Iterator[Block]:
    withheld = {one.id for one in found.withheld}
    gone = tuple(one for one in found.no_longer_advised if one.id not in withheld)
    lists = {explaining.NEWLY_ADVISED: found.advised, explaining.NO_LONGER_ADVISED: gone, explaining.RELEASED: found.released}
    if found.withheld or any(lists.values()):
        yield Heading(explaining.PLAN, 2)
    yield from _withheld(found.withheld, {one.id for one in found.no_longer_advised})
    yield from _lists("", lists)


def _withheld(measures: Iterable[LeftAlone], advised_before: set[str]) -> Iterator[Block]:
    """By reason: what to leave alone now, those that were advised before first."""
    by_reason: dict[str, list[LeftAlone]] = {}
    for one in sorted(measures, key=lambda one: one.id not in advised_before):
        by_reason.setdefault(one.because[0], []).append(one)
    for because, those in by_reason.items():
        yield Line(_names(those), 1, label=explaining.NEWLY_WITHHELD, bullet=True)
        yield Line(because, 2, label=explaining.WHY)


def _lists(title: str, lists: dict[str, tuple[Named, ...]]) -> Iterator[Block]:
    if title and any(lists.values()):
        yield Heading(title, 2)
    for label, those in lists.items():
        if those:
            yield Line(_names(those), 1, label=label, bullet=True)


def _names(those: Iterable[Named | LeftAlone]) -> str:
    names = [one.name for one in those]
    rest = len(names) - MOST_NAMES
    return "; ".join([*names[:MOST_NAMES], *([explaining.more(rest)] if rest > 0 else [])])
