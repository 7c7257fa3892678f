"""The mutation score: which mutants are killed, which survive, and which are left out because they are no mistake at all."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.reading import Document, read_document

from .expectations import expectations
from .kills import failing, killed_by_columns
from .mutants import Mutant, mutants

EQUIVALENT = Path(__file__).parent / "equivalent.yaml"
"""The mutants that behave like the knowledge for every set of answers, each with the reason: a list of `reason` and `mutants`."""

BAR, GUARDS_BAR = 0.95, 1.0
"""The least share of mutants that must be killed: of all, and of those of precautions and red flags."""

Killer = Callable[[Sequence[Mutant]], Mapping[str, tuple[str, ...]]]
"""Tries to kill mutants: for each, by id, what killed it. Another one, such as the proofs, sees only those that are still alive."""


@dataclass(frozen=True, slots=True)
class Score:
    """Mutants by their fate. `wrongly_excluded` are ids that name no mutant, or one that was killed and so is not equivalent."""

    killed: tuple[Mutant, ...]
    survivors: tuple[Mutant, ...]
    excluded: tuple[Mutant, ...]
    wrongly_excluded: tuple[str, ...]

    @property
    def share(self) -> float:
        return _share(len(self.killed), len(self.survivors))

    @property
    def guards_share(self) -> float:
        """The share among precautions and red flags, and the findings that these rest on."""
        return _share(*(sum(one.guards for one in some) for some in (self.killed, self.survivors)))

    @property
    def is_good(self) -> bool:
        return self.share >= BAR and self.guards_share >= GUARDS_BAR and not self.wrongly_excluded


def _share(killed: int, alive: int) -> float:
    return killed / (killed + alive) if killed + alive else 1.0


def score(base: KnowledgeBase, only: str = "") -> Score:
    """The score of the knowledge, or of one of its rules. Raises `ValueError` when the knowledge itself fails a check."""
    expected = expectations(base)
    if wrong := failing(base, expected):
        raise ValueError(f"The knowledge itself fails checks of {', '.join(wrong)}: mend that first (python -m pytest tests/features).")
    some = [mutant for mutant in mutants(base) if only in ("", mutant.rule.id)]
    return scored(some, [partial(killed_by_columns, base, expected)], [one for one in exclusions() if one.startswith(f"{only}: " if only else "")])


def scored(some: Sequence[Mutant], killers: Iterable[Killer], excluded: Iterable[str]) -> Score:
    """The fates of some mutants under these killers, one after the other, with these left out."""
    alive, dead = list(some), []
    for kill in killers:
        by = kill(alive)
        dead += [mutant for mutant in alive if by[mutant.id]]
        alive = [mutant for mutant in alive if not by[mutant.id]]
    named = set(excluded)
    left_out = tuple(mutant for mutant in alive if mutant.id in named)
    survivors = tuple(mutant for mutant in alive if mutant.id not in named)
    return Score(tuple(dead), survivors, left_out, tuple(sorted(named - {mutant.id for mutant in left_out})))


def exclusions() -> dict[str, str]:
    """The reason for each mutant that is left out, by the mutant's id."""
    document = read_document(EQUIVALENT.read_bytes(), EQUIVALENT.name)
    if not isinstance(document, Document):
        raise ValueError(str(document))  # noqa: TRY004 - the text is wrong, not a type
    return {one: entry["reason"] for entry in document.data for one in entry["mutants"]}
