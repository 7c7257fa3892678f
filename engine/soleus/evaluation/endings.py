"""How saved cases end with two versions of a knowledge base. The forward engine decides; for many cases the columnar engine does, which
concludes the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

from soleus.consultation.plan import plan
from soleus.evaluation.answer_files import AnswerSheet
from soleus.inference.forward import Inference, infer
from soleus.inference.program import Program, compile_program
from soleus.inference.ranking import ranked
from soleus.inference.weighing import Support
from soleus.knowledge.answers import check_answer
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import AnswerError

MANY = 100
"""From so many cases on it is worth while to compile a base for columns."""

FIRST = 3
"""How many conditions, best first, belong to an ending."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A condition or cause with the word for its support."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Ending:
    """What one person is told: the triage, the first three conditions, every cause that is at least possible, the measures of the plan, those
    that do not fit into the day, and those that are withheld, each by id."""

    triage: str
    conditions: tuple[Standing, ...]
    causes: tuple[Standing, ...]
    plan: tuple[str, ...]
    spare: tuple[str, ...]
    withheld: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CaseChange:
    """A case that ends differently, or whose answers one side does not take: what it says of each answer that it leaves out."""

    name: str
    before: Ending
    after: Ending
    refused_before: tuple[str, ...]
    refused_after: tuple[str, ...]

    @property
    def ends_differently(self) -> bool:
        return self.before != self.after


@dataclass(frozen=True, slots=True)
class _Taken:
    """The answers of a case that a knowledge base takes, and why it does not take the others."""

    answers: Mapping[str, Scalar]
    refused: tuple[str, ...]


def case_changes(old: KnowledgeBase, new: KnowledgeBase, sheets: Sequence[AnswerSheet]) -> tuple[CaseChange, ...]:
    """The cases, in their order, that end differently or have answers that a side does not take."""
    taken = [[_taken(base, sheet) for sheet in sheets] for base in (old, new)]
    ends = [endings(base, [one.answers for one in some]) for base, some in zip((old, new), taken, strict=True)]
    changes = (
        CaseChange(sheet.name, before, after, one.refused, two.refused) for sheet, before, after, one, two in zip(sheets, *ends, *taken, strict=True)
    )
    return tuple(change for change in changes if change.ends_differently or change.refused_before or change.refused_after)


def endings(base: KnowledgeBase, sheets: Sequence[Mapping[str, Scalar]]) -> list[Ending]:
    """How each person ends, from valid answers. Many are concluded in columns, unless NumPy is not there."""
    program = compile_program(base)
    if len(sheets) < MANY or find_spec("numpy") is None:
        return [ending(program, infer(program, sheet)) for sheet in sheets]
    from soleus.evaluation.columnar_endings import inferences

    return [ending(program, inference) for inference in inferences(program, sheets)]


def ending(program: Program, inference: Inference) -> Ending:
    """How a person ends, from what was inferred. It needs neither steps nor arguments."""
    base = program.base
    items = plan(program, inference)
    return Ending(
        triage=inference.triage,
        conditions=_standings(ranked(inference, base.conditions)[:FIRST]),
        causes=_standings([one for one in ranked(inference, base.causes) if one.word != "unlikely"]),
        plan=tuple(item.measure for item in items if item.fits),
        spare=tuple(item.measure for item in items if not item.fits),
        withheld=tuple(sorted(inference.withheld)),
    )


def _standings(some: Sequence[Support]) -> tuple[Standing, ...]:
    return tuple(Standing(one.hypothesis, one.word.replace("_", " ")) for one in some)


def _taken(base: KnowledgeBase, sheet: AnswerSheet) -> _Taken:
    answers: dict[str, Scalar] = {}
    refused = []
    for name, value in sheet.answers.items():
        try:
            known = check_answer(base, name, value)
        except AnswerError as error:
            refused.append(error.problems[0].what)
        else:
            answers |= {} if known is None else {name: known}
    return _Taken({name: answers[name] for name in base.observables if name in answers}, tuple(refused))
