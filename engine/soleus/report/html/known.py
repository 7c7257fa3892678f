"""What is known at the end of a result, and the firings of its trace with what each stood on."""

from __future__ import annotations

from dataclasses import dataclass

from soleus.consultation.result import Result
from soleus.explanation.brief import Ground, brief
from soleus.explanation.how import how
from soleus.explanation.words import answer_text, level_text, name_of
from soleus.inference.program import Program
from soleus.inference.trace import Step
from soleus.inference.truth import Known
from soleus.inference.weighing import word_for
from soleus.knowledge.model import KnowledgeBase, Rule
from soleus.report import explaining


@dataclass(frozen=True, slots=True)
class Fired:
    """A rule that fired, at which step, and what it stood on."""

    step: int
    rule: Rule
    grounds: tuple[Ground, ...]


def known_at_end(result: Result) -> Known:
    """Everything that is known at the end of a result: answers, findings that hold and that are known not to, scores, supports, the triage."""
    denied = {step.rule: False for step in result.trace.steps if step.kind == "denied"}
    findings = {**{one.id: True for one in result.findings}, **denied}
    words = {one.id: one.words.replace(" ", "_") for one in (*result.conditions, *result.causes)}
    return Known(result.answers, findings, {one.id: one.points for one in result.scores}, words, result.triage.level)


def fired(program: Program, steps: tuple[Step, ...]) -> tuple[Fired, ...]:
    """The firings of a trace, in its order."""
    return tuple(
        Fired(step.n, program.rules[step.rule], brief(program.base, how(program.base, steps, step.rule)).reasons[0].grounds)
        for step in steps
        if step.kind == "rule"
    )


def grounds_text(base: KnowledgeBase, grounds: tuple[Ground, ...]) -> tuple[str, ...]:
    """What a firing stood on, in words, answers first, each once."""
    said: dict[str, None] = {}
    for ground in grounds:
        if ground.kind != "answers":
            said[_derived_text(base, ground)] = None
        said |= dict.fromkeys(answer_text(base, one.answer, one.value) for one in ground.answers)
    return tuple(said)


def _derived_text(base: KnowledgeBase, ground: Ground) -> str:
    match ground.kind:
        case "triage":
            return explaining.saw_level(level_text(base, ground.outcome))
        case "weigh":
            return explaining.saw_word(name_of(base, ground.id), word_for(int(ground.outcome)))
        case "sum":
            return f"{name_of(base, ground.id)}: {explaining.points(ground.outcome)}"
        case "denied":
            return explaining.saw_finding(name_of(base, ground.id), "failed")
    return explaining.saw_finding(name_of(base, ground.id), "held")
