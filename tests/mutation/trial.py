"""Many mutants in one program: a hidden question says which mistake is made, and the columnar engine concludes every sheet under every mistake.

(Mutant schemata: Untch, Offutt and Harrold 1993.) A rule that has mutants keeps its condition and adds "and none of its mistakes is made"; each
mutant stands beside it as a copy with "and this mistake is made". The hidden question is always answered, so the copies neither share a
row nor leave anything unknown, and a row concludes exactly what the mutated program would. A test holds the two against each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from sheets import Sheet
from soleus.inference.columnar import ColumnarEngine
from soleus.inference.columnar_answers import WORD, AnswerBlock, pack
from soleus.inference.columnar_outcome import Outcome
from soleus.inference.program import Program, program_of, standing_rules
from soleus.knowledge.conditions import All, OneOf, Unless
from soleus.knowledge.model import KnowledgeBase, Observable, Rule

from .mutants import Mutant

HIDDEN = "mutant"
"""The question that says which mistake is made: `m1` is the first of the batch."""

BATCH = 400
"""Mutants in one program."""

ROWS = 65_536
"""The most rows to conclude at a time."""


@dataclass(frozen=True, eq=False)
class Trial:
    """A batch of mutants in one program."""

    base: KnowledgeBase
    mutants: Sequence[Mutant]

    @cached_property
    def choices(self) -> tuple[str, ...]:
        return tuple(f"m{number}" for number in range(1, len(self.mutants) + 1))

    @cached_property
    def program(self) -> Program:
        hidden = Observable(id=HIDDEN, kind="one_of", short="", ask="", why="", choices={**dict.fromkeys(self.choices, ""), "none": ""})
        base = replace(
            self.base, observables={**self.base.observables, HIDDEN: hidden}, fingerprint=f"{self.base.fingerprint} with {self.mutants[0].id}"
        )
        return program_of(base, self._rules())

    def _rules(self) -> Iterator[Rule]:
        own: dict[str, list[str]] = {}
        for choice, mutant in zip(self.choices, self.mutants, strict=True):
            own.setdefault(mutant.rule.id, []).append(choice)
            if mutant.mutated:
                yield replace(mutant.mutated, id=_copy(mutant.rule.id, choice), when=All((OneOf(HIDDEN, (choice,)), mutant.mutated.when)))
        for rule in (*self.base.rules.values(), *standing_rules(self.base)):
            yield replace(rule, when=All((Unless((OneOf(HIDDEN, tuple(own[rule.id])),)), rule.when))) if rule.id in own else rule

    def copies(self, some: range) -> Iterator[tuple[int, Mutant, Rule]]:
        """Of some mutants those of which something is left: the place, the mutant, and the copy that stands for its rule."""
        for place in some:
            name = _copy(self.mutants[place].rule.id, self.choices[place])
            if name in self.program.rules:
                yield place, self.mutants[place], self.program.rules[name]


def mutated_program(base: KnowledgeBase, mutant: Mutant) -> Program:
    """The program with this one mistake, for engines and proofs that take one program at a time."""
    rules = (*base.rules.values(), *standing_rules(base))
    return program_of(base, [rule if rule.id != mutant.rule.id else mutant.mutated for rule in rules if rule.id != mutant.rule.id or mutant.mutated])


def _copy(rule: str, choice: str) -> str:
    return f"{rule}@{choice}"


@dataclass(frozen=True, eq=False)
class Crowd:
    """Sheets in columns, filled up to whole words with empty sheets, so that a plane is cut between mutants without shifting bits."""

    base: KnowledgeBase
    sheets: Sequence[Sheet]

    @property
    def words(self) -> int:
        return -(-len(self.sheets) // WORD)

    @property
    def rows(self) -> int:
        return self.words * WORD

    @cached_property
    def block(self) -> AnswerBlock:
        return pack(self.base, [*self.sheets, *({} for _ in range(self.rows - len(self.sheets)))])

    def times(self, places: Sequence[int]) -> AnswerBlock:
        """The sheets once under each of these mistakes, by the places of their choices, from 1."""
        one, count = self.block, len(places)
        hidden = np.repeat(np.array(places, np.uint16), self.rows)
        return AnswerBlock(
            rows=self.rows * count,
            yes={name: np.tile(plane, count) for name, plane in one.yes.items()},
            no={name: np.tile(plane, count) for name, plane in one.no.items()},
            places={HIDDEN: hidden, **{name: np.tile(column, count) for name, column in one.places.items()}},
            numbers={name: np.tile(column, count) for name, column in one.numbers.items()},
        )


def outcomes(trial: Trial, crowd: Crowd) -> Iterator[tuple[range, Outcome]]:
    """The outcome under every mistake of the trial, a few mutants at a time: which ones, and their rows, one mutant after the other."""
    engine = ColumnarEngine(trial.program)
    at_once = max(1, ROWS // max(1, crowd.rows))
    for start in range(0, len(trial.mutants), at_once):
        some = range(start, min(start + at_once, len(trial.mutants)))
        yield some, engine.infer(_fitting(trial, crowd.times([place + 1 for place in some])))


def _fitting(trial: Trial, block: AnswerBlock) -> AnswerBlock:
    """The hidden question in the smallest type that the engine reads it in."""
    kind = np.uint8 if len(trial.choices) + 1 < 256 else np.uint16
    return replace(block, places={**block.places, HIDDEN: block.places[HIDDEN].astype(kind)})


def trials(base: KnowledgeBase, mutants: Sequence[Mutant]) -> Iterator[Trial]:
    """All mutants in batches. Those of one rule stand together as far as a batch allows."""
    return (Trial(base, mutants[start : start + BATCH]) for start in range(0, len(mutants), BATCH))


def planes(outcome: Outcome, kind: str, names: Iterable[str], mutants: int) -> NDArray[np.uint64]:
    """For each mutant and name a plane of the sheets: (mutants, names, words). Names that the outcome does not have never hold."""
    source = getattr(outcome, kind)
    at = {name: place for place, name in enumerate(source.names)}
    lines = source.bits.reshape(len(source.names), mutants, -1)
    wanted = [lines[at[name]] if name in at else np.zeros(lines.shape[1:], np.uint64) for name in names]
    return np.stack(wanted, axis=1) if wanted else np.zeros((mutants, 0, lines.shape[2]), np.uint64)
