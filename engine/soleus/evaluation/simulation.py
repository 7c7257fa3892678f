"""Made-up people who know everything about themselves: whole answer sheets that fit together, for measuring how a consultation asks.

Each person gets a condition, drawn by how common it is, and answers to everything, drawn by how common they are among people with that condition as
the rules see it: an answer that adds ten decibans to the condition's support is ten times as common. They are no patients: they know no more than
the rules do, so they can tell how long a consultation is, not whether it is right.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from soleus.consultation.commonness import Likely, common_answers
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import code_of, coded_block, unpacked
from soleus.inference.program import Program
from soleus.inference.weighing import PRIORS
from soleus.knowledge.conditions import Scalar

Codes = dict[str, NDArray[np.float64]]


@dataclass(frozen=True, slots=True)
class MadeUp:
    """A person who was made up: the condition that the answers were drawn towards, and the answers."""

    condition: str
    answers: dict[str, Scalar]


def made_up(program: Program, count: int, seed: int = 0) -> Iterator[MadeUp]:
    """So many people; the same for the same knowledge and seed, everywhere."""
    random = np.random.RandomState(seed)
    conditions = list(program.base.conditions.values())
    shares = np.array([10 ** (PRIORS[one.prior] / 10) for one in conditions])
    drawn = random.choice(len(conditions), size=count, p=shares / shares.sum())
    codes = _Drawn(program, random, [conditions[place].id for place in drawn]).codes()
    values = {name: {code_of(program.base, name, one.value): one.value for one in given} for name, given in common_answers(program).items()}
    for row, place in enumerate(drawn):
        yield MadeUp(conditions[place].id, {name: values[name][float(column[row])] for name, column in codes.items()})


class _Drawn:
    """Draws all people at once, one observable after the other, each given the answers that stand already (one round of Gibbs sampling)."""

    def __init__(self, program: Program, random: np.random.RandomState, towards: list[str]) -> None:
        self.program, self.random, self.towards = program, random, towards
        self.common = common_answers(program)
        self.engine = engine_for(program)
        lines = {scale.hypothesis: line for line, scale in enumerate(self.engine.columns.scales)}
        self.lines = np.array([lines[name] for name in towards])

    def codes(self) -> Codes:
        codes = {name: self._pick(name, self._shares(given)) for name, given in self.common.items()}
        names = list(codes)
        for place in self.random.permutation(len(names)):
            self._draw_again(codes, names[place])
        return codes

    def _shares(self, given: tuple[Likely, ...]) -> NDArray[np.float64]:
        return np.repeat([[one.share] for one in given], len(self.towards), axis=1)

    def _draw_again(self, codes: Codes, name: str) -> None:
        """Draw one answer of everybody anew, given all the others."""
        given = self.common[name]
        support = np.array([self._support({**codes, name: self._all(name, one.value)}) for one in given])
        shares = self._shares(given) * 10.0 ** ((support - support.max(axis=0)) / 10)
        codes[name] = self._pick(name, shares)

    def _all(self, name: str, value: Scalar) -> NDArray[np.float64]:
        return np.full(len(self.towards), code_of(self.program.base, name, value))

    def _support(self, codes: Codes) -> NDArray[np.float64]:
        """How well each person's own condition is supported."""
        outcome = self.engine.infer(coded_block(self.program.base, codes))
        rows = np.arange(outcome.rows)
        argued = unpacked(outcome.argued.bits, outcome.rows)[self.lines, rows]
        return np.where(
            argued, outcome.support[self.lines, rows], np.array([PRIORS[self.program.base.conditions[one].prior] for one in self.towards])
        )

    def _pick(self, name: str, shares: NDArray[np.float64]) -> NDArray[np.float64]:
        """One answer for each person, by the shares: a line for each answer."""
        ends = np.cumsum(shares, axis=0)
        chosen = (self.random.random_sample(len(self.towards)) * ends[-1] >= ends[:-1]).sum(axis=0)
        codes: NDArray[np.float64] = np.array([code_of(self.program.base, name, one.value) for one in self.common[name]])
        drawn: NDArray[np.float64] = codes[chosen]
        return drawn
