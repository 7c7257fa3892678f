"""A proof in short: the rules that counted, the answers that each of them stands on, and its sources. One glance for a coach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from soleus.explanation.how import Proof, ProofNode, answers_of, conclusions_below, own_answers
from soleus.explanation.subjects import About, advises
from soleus.inference.program import Program, compile_program
from soleus.inference.trace import Answer
from soleus.inference.weighing import STRENGTHS
from soleus.knowledge.conditions import Derived, walk
from soleus.knowledge.model import Argue, Find, KnowledgeBase, Strength


@dataclass(frozen=True, slots=True)
class Ground:
    """What a rule stands on: answers of its own, or something that was concluded before, with the answers below that.

    `kind` is `answers`, or that of the step: `finding`, `denied`, `sum`, `weigh`, `triage`; `id` is then what it is about, and `outcome` what
    followed: a score's points, a hypothesis's decibans or a level, as text.
    """

    kind: str
    id: str
    outcome: str
    answers: tuple[Answer, ...]


@dataclass(frozen=True, slots=True)
class BriefReason:
    """One rule that counted. `says` is `for`, `against`, `advises`, `withholds` or nothing, `strength` that of an argument."""

    rule: str
    title: str
    says: str
    strength: Strength | None
    grounds: tuple[Ground, ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Brief:
    """A proof in short. `outcome` is what was concluded, as text: decibans, points, a level, `denied`, or nothing."""

    id: str
    about: About
    name: str
    outcome: str
    reasons: tuple[BriefReason, ...]


def brief(base: KnowledgeBase, proof: Proof) -> Brief:
    """The rules directly below a conclusion: the strongest arguments first, those for it before those against it."""
    program = compile_program(base)
    reasons = sorted((_reason(program, proof, node) for way in proof.ways for node in _counted(way)), key=_weight)
    return Brief(proof.id, proof.about, proof.name, _outcome(proof.ways[0]), tuple(reasons))


def _counted(way: ProofNode) -> tuple[ProofNode, ...]:
    return way.rests_on if way.kind in ("weigh", "sum", "triage") else (way,)


def _weight(reason: BriefReason) -> tuple[bool, int]:
    return reason.says == "against", -STRENGTHS.get(reason.strength, max(STRENGTHS.values()) + 1) if reason.strength else 0


def _outcome(way: ProofNode) -> str:
    """What a step concluded: the number of a sum, the level of the triage."""
    if way.kind in ("weigh", "sum"):
        return way.concluded[0].rpartition("=")[2]
    if way.kind == "triage":
        return way.concluded[0].partition(":")[2]
    return way.kind if way.kind == "denied" else ""


def _reason(program: Program, proof: Proof, node: ProofNode) -> BriefReason:
    says, strength = _said(program, proof, node)
    return BriefReason(node.rule, node.title, says, strength, tuple(_grounds(program, node)), node.sources)


def _said(program: Program, proof: Proof, node: ProofNode) -> tuple[str, Strength | None]:
    if node.kind != "rule":
        return "", None
    rule = program.rules[node.rule]
    argument = next((one for one in rule.then if isinstance(one, Argue) and one.hypothesis == proof.id), None)
    if argument:
        return "for" if argument.favours else "against", argument.strength
    if proof.about == "measure":
        return "advises" if advises(rule, proof.id) else "withholds", None
    return "", None


def _grounds(program: Program, node: ProofNode) -> Iterator[Ground]:
    """The answers of a rule and of its parts, then what else it rests on."""
    own = tuple(dict.fromkeys(own_answers(node)))
    if own:
        yield Ground("answers", "", "", own)
    below: dict[tuple[str, str, str], list[Answer]] = {}
    for part in conclusions_below(node):
        kind, name = ("finding", _derived(program, node, part)) if part.kind == "rule" else (part.kind, part.rule)
        below.setdefault((kind, name, _outcome(part)), []).extend(answers_of(part))
    for (kind, name, outcome), answers in below.items():
        yield Ground(kind, name, outcome, tuple(dict.fromkeys(answers)))


def _derived(program: Program, node: ProofNode, below: ProofNode) -> str:
    """The finding that the rule below derived: of several, one that the rule above reads."""
    found = [one.finding for one in program.rules[below.rule].then if isinstance(one, Find)]
    read = {name for part in walk(program.rules[node.rule].when) if isinstance(part, Derived) for name in part.findings}
    return next((name for name in found if name in read), found[0])
