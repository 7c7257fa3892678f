"""What it means to turn a conclusion, as a condition; the rules that reach it; and a program of just these.

A conclusion turns when it was concluded and is no longer, or when it was not and is (`subjects.is_concluded`). The triage turns upwards or
downwards.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from soleus.explanation.subjects import NAMED, TRIAGE, Subject, advises, withholds
from soleus.inference.program import Program, program_of
from soleus.knowledge.conditions import (
    LEVELS,
    All,
    AnyOf,
    Condition,
    Derived,
    ScoreTest,
    SupportTest,
    TriageTest,
    Unless,
    walk,
)
from soleus.knowledge.model import AddPoints, Advise, Argue, Find, Place, Refer, Review, Rule

Way: TypeAlias = Literal["concluded", "not concluded", "higher", "lower"]

GOAL = "goal of the search"
"""The id of the rule that a program of a goal adds. No knowledge file can hold it: it has spaces."""


@dataclass(frozen=True, slots=True)
class Goal:
    """A turn that is looked for: which way, and the condition that holds when it has come about."""

    way: Way
    condition: Condition


def goals_of(program: Program, subject: Subject, concluded: bool, triage: str) -> tuple[Goal, ...]:
    """The turns of a subject that was concluded or not; for the triage, which has this level, up and down as far as there is any."""
    if subject.id == TRIAGE:
        place = LEVELS.index(triage)
        higher = [Goal("higher", TriageTest(level)) for level in LEVELS[place + 1 : place + 2]]
        lower = [Goal("lower", Unless((TriageTest(triage),))) for _ in LEVELS[:1] if place]
        return (*higher, *lower)
    condition = concludes(program, subject)
    return (Goal("not concluded", Unless((condition,))) if concluded else Goal("concluded", condition),)


def concludes(program: Program, subject: Subject) -> Condition:
    """The condition that is true when the subject is concluded, and not otherwise."""
    name = subject.id
    match subject.about:
        case "condition" | "cause":
            return SupportTest((name,), NAMED, NAMED)
        case "finding":
            return Derived((name,))
        case "score":
            return ScoreTest(name, 1)
        case "measure":
            advice = tuple(rule.when for rule in program.rules.values() if advises(rule, name))
            precautions = tuple(rule.when for rule in program.rules.values() if withholds(program, rule, name))
            return All((AnyOf(advice), Unless(precautions)))
        case "rule":
            return program.rules[name].when
        case "triage":
            above = LEVELS[LEVELS.index(name) + 1 :][:1]
            return All((TriageTest(name), Unless(tuple(TriageTest(level) for level in above))))


def goal_program(program: Program, goal: Goal) -> Program:
    """The rules that reach a goal, and one more, `GOAL`, that fires when it has come about: it concludes what the whole program would."""
    rule = Rule(
        id=GOAL,
        title=GOAL,
        when=goal.condition,
        then=(Advise(measures=()),),
        because=GOAL,
        sources=(),
        review=Review(status=GOAL),
        place=Place(file="", line=0),
    )
    return program_of(program.base, (*_cone(program, goal.condition), rule))


def _cone(program: Program, condition: Condition) -> list[Rule]:
    """The rules on which a condition depends, directly or through other rules."""
    makers = _makers(program)
    found: dict[str, Rule] = {}
    waiting = [condition]
    while waiting:
        for fact in _facts(waiting.pop()):
            new = [rule for rule in makers.get(fact, ()) if rule.id not in found]
            found |= {rule.id: rule for rule in new}
            waiting += [rule.when for rule in new]
    return [rule for rule in program.rules.values() if rule.id in found]


def _facts(condition: Condition) -> Iterator[tuple[str, str]]:
    """What a condition reads of what rules conclude."""
    for part in walk(condition):
        match part:
            case Derived(findings):
                yield from (("finding", one) for one in findings)
            case ScoreTest(score, _):
                yield "score", score
            case SupportTest(hypotheses, _, _):
                yield from (("hypothesis", one) for one in hypotheses)
            case TriageTest(level):
                yield from (("level", one) for one in LEVELS[LEVELS.index(level) :])


def _makers(program: Program) -> dict[tuple[str, str], list[Rule]]:
    """The rules that conclude each thing that a condition can read."""
    makers: dict[tuple[str, str], list[Rule]] = {}
    for rule in program.rules.values():
        for conclusion in rule.then:
            match conclusion:
                case Find():
                    made = ("finding", conclusion.finding)
                case AddPoints():
                    made = ("score", conclusion.score)
                case Argue():
                    made = ("hypothesis", conclusion.hypothesis)
                case Refer():
                    made = ("level", conclusion.level)
                case _:
                    continue
            makers.setdefault(made, []).append(rule)
    return makers
