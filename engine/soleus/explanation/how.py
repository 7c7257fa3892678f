"""How a conclusion came about: its proof, from the steps of the trace down to the answers."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soleus.explanation.subjects import TRIAGE, About, Subject, advises, subject_of, withholds
from soleus.inference.program import Program, compile_program
from soleus.inference.trace import Answer, Earlier, Step
from soleus.knowledge.model import Find, KnowledgeBase, Rule
from soleus.knowledge.problems import SoleusError


class NotConcludedError(SoleusError):
    """There is nothing to prove: it was not concluded for these answers."""


@dataclass(frozen=True, slots=True)
class ProofNode:
    """One step of a proof: what it is, its rule's title, sentence and sources (empty for a step that no rule states), the answers that it
    matched, what had to be absent, and the steps that it rests on."""

    step: int
    kind: str
    rule: str
    part: str
    title: str
    because: str
    sources: tuple[str, ...]
    concluded: tuple[str, ...]
    answers: tuple[Answer, ...]
    absent: tuple[str, ...]
    rests_on: tuple[ProofNode, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """Every way in which something was concluded. `about` is `condition`, `cause`, `finding`, `score`, `measure`, `rule` or `triage`."""

    id: str
    about: About
    name: str
    ways: tuple[ProofNode, ...]


def how(base: KnowledgeBase, steps: tuple[Step, ...], name: str) -> Proof:
    """The proof of a conclusion by its id, or of the triage by `triage` or its level.

    Raises `NoSubjectError` for a name that is none, and `NotConcludedError` for what was not concluded.
    """
    program = compile_program(base)
    subject = subject_of(program, name)
    ways = tuple(_node(program, steps, step) for step in steps if _concludes(program, step, subject))
    if not ways:
        raise NotConcludedError(f"'{name}' was not concluded for these answers. To see why: why-not {name}")
    return Proof(subject.id, subject.about, subject.name, ways)


def _concludes(program: Program, step: Step, subject: Subject) -> bool:
    name = subject.id
    match subject.about:
        case "condition" | "cause":
            return step.kind == "weigh" and step.rule == name
        case "score":
            return step.kind == "sum" and step.rule == name
        case "triage":
            return step.kind == "triage" and name in (TRIAGE, step.concluded[0].partition(":")[2])
        case "finding" if step.kind == "denied":
            return step.rule == name
    return step.kind == "rule" and _says(program, program.rules[step.rule], subject)


def _says(program: Program, rule: Rule, subject: Subject) -> bool:
    """Whether a rule is the subject, derives it, or advises or withholds it."""
    match subject.about:
        case "finding":
            return any(isinstance(one, Find) and one.finding == subject.id for one in rule.then)
        case "measure":
            return advises(rule, subject.id) or withholds(program, rule, subject.id)
    return rule.id == subject.id


def _node(program: Program, steps: tuple[Step, ...], step: Step) -> ProofNode:
    rule = program.rules.get(step.rule) if step.kind == "rule" else None
    return ProofNode(
        step=step.n,
        kind=step.kind,
        rule=step.rule,
        part=step.part,
        title=rule.title if rule else "",
        because=rule.because if rule else "",
        sources=rule.sources if rule else (),
        concluded=step.concluded,
        answers=tuple(one for one in step.matched if isinstance(one, Answer)),
        absent=step.absent,
        rests_on=tuple(_node(program, steps, steps[one.step - 1]) for one in step.matched if isinstance(one, Earlier)),
    )


def answers_of(node: ProofNode) -> Iterator[Answer]:
    """Every answer that a proof rests on, in order of the proof, repeats included."""
    yield from node.answers
    for part in node.rests_on:
        yield from answers_of(part)


_WITHIN = ("part", "count")
"""The kinds of step that only say which part of a rule's condition held."""


def own_answers(node: ProofNode) -> Iterator[Answer]:
    """The answers of a step and of the parts of its own rule."""
    yield from node.answers
    for part in node.rests_on:
        if part.kind in _WITHIN:
            yield from own_answers(part)


def own_absent(node: ProofNode) -> Iterator[str]:
    """The slots that had to be empty for a step and for the parts of its own rule."""
    yield from (slot for slot in node.absent if not slot.startswith("part:"))
    for part in node.rests_on:
        if part.kind in _WITHIN:
            yield from own_absent(part)


def conclusions_below(node: ProofNode) -> Iterator[ProofNode]:
    """The conclusions that a step rests on, through the parts of its own rule."""
    for part in node.rests_on:
        if part.kind in _WITHIN:
            yield from conclusions_below(part)
        else:
            yield part
