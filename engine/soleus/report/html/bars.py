"""The differential as bars: the arguments for a hypothesis to the right, those against it to the left, as long as they are strong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from soleus.consultation.result import ArgumentSaid, Ranked
from soleus.inference.weighing import CONFIRMED, PRIORS, STRENGTHS
from soleus.knowledge.model import KnowledgeBase
from soleus.report.html import wording
from soleus.report.html.records import Bar, Segment

_HALF, _LEAST = 50.0, 30
"""Half a bar, in hundredths, and the decibans that it holds at least, so that one weak argument looks weak."""


def bars(base: KnowledgeBase | None, ranked: Sequence[Ranked]) -> tuple[Bar, ...]:
    """A bar for each hypothesis, all on one scale. Without the knowledge, how common each one is to begin with is not told."""
    scale = _HALF / max([_LEAST, *(_total(one, side) for one in ranked for side in ("for", "against"))])
    return tuple(_bar(base, one, scale) for one in ranked)


def _size(argument: ArgumentSaid) -> int:
    return dict[str, int](**STRENGTHS).get(argument.strength, CONFIRMED)


def _total(ranked: Ranked, side: str) -> int:
    return sum(_size(one) for one in ranked.arguments if one.side == side and one.counted)


def _bar(base: KnowledgeBase | None, ranked: Ranked, scale: float) -> Bar:
    segments = (*_segments(ranked, "for", scale), *_segments(ranked, "against", scale))
    return Bar(ranked.id, ranked.name, ranked.words, ranked.support, _began(base, ranked.id) if base else "", segments)


def _began(base: KnowledgeBase, name: str) -> str:
    prior = base.hypotheses[name].prior
    return wording.begins(prior, PRIORS[prior])


def _segments(ranked: Ranked, side: Literal["for", "against"], scale: float) -> list[Segment]:
    """The counted arguments of one side, from the middle outwards."""
    segments, at = [], 0.0
    for one in ranked.arguments:
        if one.side == side and one.counted:
            length = _size(one) * scale
            start = _HALF + at if side == "for" else _HALF - at - length
            segments.append(Segment(one.step, side, one.strength, one.because, round(start, 2), round(length, 2)))
            at += length
    return segments
