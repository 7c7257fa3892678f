"""Support: the prior plus the arguments, in decibans, and the word for it.

A deciban is a tenth of the base-10 logarithm of a likelihood ratio (I. J. Good), so that independent evidence adds. The numbers say
how arguments are weighed against each other; they are not calibrated, and no probability is ever shown.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from soleus.knowledge.model import Prior, Strength

PRIORS: dict[Prior, int] = {"common": -5, "uncommon": -10, "rare": -15, "very_rare": -20}
STRENGTHS: dict[Strength, int] = {"weak": 3, "moderate": 7, "strong": 10}
"""Bands of likelihood ratios of about 2, 5 and 10."""

BANDS = ((15, "very_likely"), (7, "likely"), (-3, "possible"))
"""The least support of each word, best first; below the last it is `unlikely`."""

CONFIRMED, EXCLUDED = 20, -20
"""`confirms` lifts support to at least this, `excludes` lowers it to at most this."""


@dataclass(frozen=True, slots=True)
class Argument:
    """What one rule says for (`favours`) or against one hypothesis. `step` is the number of the step in the trace, from 1.

    `counted` is false where a stronger argument with the same evidence label, on the same side, counts instead.
    """

    rule: str
    favours: bool
    strength: Strength
    evidence: str
    step: int
    counted: bool = True


@dataclass(frozen=True, slots=True)
class Support:
    """How well a hypothesis is supported: decibans, the word for them, and every argument in order of the trace."""

    hypothesis: str
    decibans: int
    word: str
    arguments: tuple[Argument, ...]


def weigh(hypothesis: str, prior: Prior, arguments: Iterable[Argument]) -> Support:
    """Weigh the arguments of one hypothesis. The order of the arguments does not change decibans or word."""
    marked = _counted(tuple(arguments))
    total = PRIORS[prior] + sum(_decibans(argument) for argument in marked if argument.counted)
    settled = {argument.strength for argument in marked}
    if "confirms" in settled:
        total = max(total, CONFIRMED)
    elif "excludes" in settled:
        total = min(total, EXCLUDED)
    return Support(hypothesis, total, word_for(total), marked)


def word_for(decibans: int) -> str:
    """The word of the band that the support falls into."""
    return next((word for least, word in BANDS if decibans >= least), "unlikely")


def _decibans(argument: Argument) -> int:
    size = STRENGTHS.get(argument.strength, 0)
    return size if argument.favours else -size


def _counted(arguments: tuple[Argument, ...]) -> tuple[Argument, ...]:
    """The arguments, marked so that of those with one label and side only the strongest counts, the first of equals."""
    best: dict[tuple[str, bool], list[int]] = defaultdict(list)
    for place, argument in enumerate(arguments):
        best[argument.evidence, argument.favours].append(place)
    counting = {max(places, key=lambda place: (abs(_decibans(arguments[place])), -place)) for places in best.values()}
    return tuple(
        Argument(one.rule, one.favours, one.strength, one.evidence, one.step, place in counting or one.strength in ("confirms", "excludes"))
        for place, one in enumerate(arguments)
    )
