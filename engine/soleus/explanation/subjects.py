"""What can be explained: a condition, cause, finding, score, measure, rule, the triage, or one of its levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, TypeAlias

from soleus.inference.forward import Inference
from soleus.inference.program import Program
from soleus.inference.truth import Known
from soleus.knowledge.conditions import LEVELS, WORDS
from soleus.knowledge.model import Advise, Rule, Withhold
from soleus.knowledge.problems import SoleusError, nearest, shown

About: TypeAlias = Literal["triage", "condition", "cause", "finding", "score", "measure", "rule"]

TRIAGE = "triage"
NAMED = WORDS[1]
"""The least word with which a result names a condition or cause. Below it, it counts as not concluded."""


class NoSubjectError(SoleusError):
    """There is nothing of this name to explain, or not in this way."""


@dataclass(frozen=True, slots=True)
class Subject:
    """What is explained: its id, what it is, and its name. The id of the triage is `triage` or one of the levels."""

    id: str
    about: About
    name: str


def subject_of(program: Program, name: str) -> Subject:
    """The subject of this id. Raises `NoSubjectError`, with the nearest right name."""
    base = program.base
    if name == TRIAGE:
        return Subject(name, "triage", TRIAGE.capitalize())
    for level, words in base.about.triage.items():
        if name == level:
            return Subject(name, "triage", words.title)
    for about, items in named_items(program).items():
        if name in items:
            return Subject(name, about, items[name].title if about == "rule" else items[name].name)
    known = (*(one for items in named_items(program).values() for one in items), *LEVELS, TRIAGE)
    raise NoSubjectError(f"There is no conclusion {shown(name)}. {nearest(name, known)}")


def named_items(program: Program) -> dict[About, Mapping[str, Any]]:
    """What can be explained besides the triage: by what it is, and then by id."""
    base = program.base
    return {
        "condition": base.conditions,
        "cause": base.causes,
        "finding": base.findings,
        "score": base.scores,
        "measure": base.measures,
        "rule": program.rules,
    }


def known_from(inference: Inference) -> Known:
    """Everything that is known at the end of an inference. Of it, each rule that fired is true, and no other."""
    findings = {**dict.fromkeys(inference.findings, True), **dict.fromkeys(inference.denied, False)}
    words = {name: support.word for name, support in inference.support.items()}
    return Known(inference.answers, findings, inference.scores, words, inference.triage)


def is_concluded(inference: Inference, subject: Subject) -> bool:
    """Whether it was concluded: a hypothesis that is at least possible, a finding that was derived, a score with points, a measure that the
    plan advises, a rule that fired, the level that the triage has. The triage itself always is."""
    match subject.about:
        case "triage":
            return subject.id in (TRIAGE, inference.triage)
        case "condition" | "cause":
            return subject.id in inference.support and WORDS.index(inference.support[subject.id].word) >= WORDS.index(NAMED)
        case "finding":
            return subject.id in inference.findings
        case "score":
            return subject.id in inference.scores
        case "measure":
            return subject.id in inference.advised and subject.id not in inference.withheld
        case "rule":
            return any(step.kind == "rule" and step.rule == subject.id for step in inference.steps)


# Which rules conclude it


def advises(rule: Rule, measure: str) -> bool:
    """Whether a rule advises this measure."""
    return any(isinstance(one, Advise) and measure in one.measures for one in rule.then)


def withholds(program: Program, rule: Rule, measure: str) -> bool:
    """Whether a rule withholds this measure, by its id or one of its groups."""
    groups = program.base.measures[measure].groups
    said = (one for one in rule.then if isinstance(one, Withhold))
    return any(measure in one.measures or not set(groups).isdisjoint(one.groups) for one in said)
