"""What if: what a result would be with other answers, as the differences between the two, in order of importance."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from soleus.explanation.subjects import NAMED
from soleus.inference.forward import Inference, infer
from soleus.inference.program import Program, compile_program
from soleus.inference.ranking import ranked
from soleus.knowledge.answers import read_answers
from soleus.knowledge.conditions import WORDS, Scalar
from soleus.knowledge.model import KnowledgeBase, Level


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """An answer that is other: `before` and `after`, None where it is not known."""

    observable: str
    before: Scalar | None
    after: Scalar | None


@dataclass(frozen=True, slots=True)
class OtherLevel:
    """A triage level that is other. `because` are the sentences of the rules that ask for the level `after` and did not before."""

    before: Level
    after: Level
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OtherStanding:
    """How a condition or cause stands before and after. The word is `unlikely` where nothing argues about it. Ranks count from 1, over
    those that are at least possible; None for those that are not."""

    id: str
    name: str
    before: str
    after: str
    rank_before: int | None
    rank_after: int | None

    @property
    def is_other(self) -> bool:
        """Whether its word or its rank changes."""
        return (self.before, self.rank_before) != (self.after, self.rank_after)


@dataclass(frozen=True, slots=True)
class Named:
    """A finding or a measure."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A measure that is withheld; `because` is why."""

    id: str
    name: str
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Difference:
    """What changes in a result when answers change, the most important first. Empty fields do not change.

    `open_before` and `open_after` count the safety questions without an answer, which make a result provisional. `withheld` are measures
    newly withheld, `advised` newly in the plan, `no_longer_advised` no longer in it, `released` no longer withheld.
    """

    answers: tuple[OtherAnswer, ...]
    triage: OtherLevel | None
    open_before: int
    open_after: int
    conditions: tuple[OtherStanding, ...]
    causes: tuple[OtherStanding, ...]
    found: tuple[Named, ...]
    no_longer_found: tuple[Named, ...]
    withheld: tuple[LeftAlone, ...]
    advised: tuple[Named, ...]
    no_longer_advised: tuple[Named, ...]
    released: tuple[Named, ...]

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the result changes that this record holds."""
        lists = (self.conditions, self.causes, self.found, self.no_longer_found, self.withheld, self.advised, self.no_longer_advised, self.released)
        return self.triage is None and self.open_before == self.open_after and not any(lists)


def what_if(base: KnowledgeBase, answers: Mapping[str, Scalar], changes: Mapping[str, Any]) -> Difference:
    """What would change if these answers were other; None, or a word such as `unknown`, takes an answer away.

    `answers` are valid ones. Both sides are concluded afresh. Raises `AnswerError` with everything that is wrong with the changes.
    """
    given = read_answers(base, changes, "what-if")
    other = {name: value for name, value in answers.items() if name not in changes} | given
    program = compile_program(base)
    return difference(program, infer(program, answers), infer(program, other))


def difference(program: Program, before: Inference, after: Inference) -> Difference:
    """What is other in the second of two inferences."""
    base = program.base
    return Difference(
        answers=tuple(_answers(base, before.answers, after.answers)),
        triage=_level(program, before, after),
        open_before=_open(base, before.answers),
        open_after=_open(base, after.answers),
        conditions=_standings(base.conditions, before, after),
        causes=_standings(base.causes, before, after),
        found=_named(base.findings, after.findings, before.findings),
        no_longer_found=_named(base.findings, before.findings, after.findings),
        withheld=_withheld(program, before, after),
        advised=_named(base.measures, _planned(after), _planned(before)),
        no_longer_advised=_named(base.measures, _planned(before), _planned(after)),
        released=_named(base.measures, before.withheld, after.withheld),
    )


def _answers(base: KnowledgeBase, before: Mapping[str, Scalar], after: Mapping[str, Scalar]) -> Iterable[OtherAnswer]:
    return (OtherAnswer(name, before.get(name), after.get(name)) for name in base.observables if before.get(name) != after.get(name))


def _open(base: KnowledgeBase, answers: Mapping[str, Scalar]) -> int:
    return sum(one.safety and one.id not in answers for one in base.observables.values())


def _level(program: Program, before: Inference, after: Inference) -> OtherLevel | None:
    if before.triage == after.triage:
        return None
    old = {rule for rules in before.referred.values() for rule in rules}
    new = [program.rules[rule].because for rule in after.referred.get(after.triage, ()) if rule not in old]
    first: Any = before.triage
    second: Any = after.triage
    return OtherLevel(first, second, tuple(dict.fromkeys(new)))


def standings(names: Mapping[str, str], before: Mapping[str, str], after: Mapping[str, str]) -> tuple[OtherStanding, ...]:
    """How hypotheses (their names by id) stand before and after: the most changed word first, then in order of the rank after, then before.

    `before` and `after` hold the words by id, best first; a hypothesis that is not there is `unlikely`.
    """
    ranks = [_ranks(one) for one in (before, after)]
    found = (
        OtherStanding(one, name, before.get(one, WORDS[0]), after.get(one, WORDS[0]), ranks[0].get(one), ranks[1].get(one))
        for one, name in names.items()
    )
    return tuple(sorted(found, key=_importance))


def _standings(items: Mapping[str, Any], before: Inference, after: Inference) -> tuple[OtherStanding, ...]:
    """Those whose word or rank is other."""
    words = [{support.hypothesis: support.word for support in ranked(one, items)} for one in (before, after)]
    return tuple(one for one in standings({name: item.name for name, item in items.items()}, *words) if one.is_other)


def _importance(standing: OtherStanding) -> tuple[int, int, int, str]:
    change = abs(WORDS.index(standing.after) - WORDS.index(standing.before))
    last = 1_000_000
    return -change, standing.rank_after or last, standing.rank_before or last, standing.id


def _ranks(words: Mapping[str, str]) -> dict[str, int]:
    """The rank of each hypothesis that is at least possible, from 1."""
    named = [name for name, word in words.items() if WORDS.index(word) >= WORDS.index(NAMED)]
    return {name: rank for rank, name in enumerate(named, 1)}


def _planned(inference: Inference) -> list[str]:
    """The measures of the plan."""
    return [name for name in inference.advised if name not in inference.withheld]


def _named(items: Mapping[str, Any], there: Iterable[str], not_there: Iterable[str]) -> tuple[Named, ...]:
    gone = set(not_there)
    return tuple(Named(name, items[name].name) for name in there if name not in gone)


def _withheld(program: Program, before: Inference, after: Inference) -> tuple[LeftAlone, ...]:
    new = {name: rules for name, rules in after.withheld.items() if name not in before.withheld}
    return tuple(
        LeftAlone(name, program.base.measures[name].name, tuple(dict.fromkeys(program.rules[rule].because for rule in rules)))
        for name, rules in new.items()
    )
