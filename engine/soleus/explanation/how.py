"""How a conclusion came about: its proof, from the steps of the trace down to the answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from soleus.inference.program import Program, compile_program
from soleus.inference.trace import Answer, Earlier, Step
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import Advise, Cause, Conclusion, ConditionItem, Find, Finding, KnowledgeBase, Measure, Score, Withhold
from soleus.knowledge.problems import SoleusError, nearest, shown


class NotConcludedError(SoleusError):
    """There is nothing to prove: no such conclusion, or it was not reached for these answers."""


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
    about: str
    name: str
    ways: tuple[ProofNode, ...]


def how(base: KnowledgeBase, steps: tuple[Step, ...], name: str) -> Proof:
    """The proof of a conclusion by its id, or of the triage by `triage` or its level. Raises `NotConcludedError`, with the way out."""
    program = compile_program(base)
    about, title = _subject(program, name)
    ways = tuple(_node(program, steps, step) for step in steps if _concludes(program, step, about, name))
    if not ways:
        raise NotConcludedError(f"'{name}' was not concluded for these answers.")
    return Proof(name, about, title, ways)


def _subject(program: Program, name: str) -> tuple[str, str]:
    base = program.base
    if name == "triage" or name in LEVELS:
        return "triage", base.about.triage[name].title if name in base.about.triage else "Triage"
    named: dict[str, Mapping[str, ConditionItem | Cause | Finding | Score | Measure]] = {
        "condition": base.conditions,
        "cause": base.causes,
        "finding": base.findings,
        "score": base.scores,
        "measure": base.measures,
    }
    for about, items in named.items():
        if name in items:
            return about, items[name].name
    if name in program.rules:
        return "rule", program.rules[name].title
    known = (*base.hypotheses, *base.findings, *base.scores, *base.measures, *program.rules, *LEVELS, "triage")
    raise NotConcludedError(f"There is no conclusion {shown(name)}. {nearest(name, known)}")


def _concludes(program: Program, step: Step, about: str, name: str) -> bool:
    if about in ("condition", "cause"):
        return step.kind == "weigh" and step.rule == name
    if about == "score":
        return step.kind == "sum" and step.rule == name
    if about == "triage":
        return step.kind == "triage" and name in ("triage", step.concluded[0].partition(":")[2])
    if step.kind == "denied":
        return about == "finding" and step.rule == name
    return step.kind == "rule" and (step.rule == name or any(_is_about(program, one, name) for one in program.rules[step.rule].then))


def _is_about(program: Program, conclusion: Conclusion, name: str) -> bool:
    """Whether a conclusion derives this finding, or advises or withholds this measure."""
    match conclusion:
        case Find():
            return conclusion.finding == name
        case Advise():
            return name in conclusion.measures
        case Withhold():
            groups = program.base.measures[name].groups if name in program.base.measures else ()
            return name in conclusion.measures or bool(set(groups) & set(conclusion.groups))
        case _:
            return False


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
