"""Proofs and traces as blocks: in short the rules that counted and their answers, in full every step."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from soleus.explanation.brief import Brief, BriefReason, Ground
from soleus.explanation.how import Proof, ProofNode, conclusions_below, own_absent, own_answers
from soleus.explanation.words import answer_text, conclusion_text, level_text, name_of
from soleus.inference.program import compile_program
from soleus.inference.trace import Answer, Step
from soleus.inference.weighing import PRIORS, word_for
from soleus.knowledge.model import AddPoints, Argue, Find, KnowledgeBase, Refer
from soleus.report import explaining
from soleus.report.blocks import Block, Line

MOST_REASONS = 7
MOST_ANSWERS = 6


# In short


def brief_blocks(base: KnowledgeBase, brief: Brief, longer: str = explaining.LONGER_ON_COMMAND) -> Iterator[Block]:
    """A proof in short; `longer` says how to see all of it."""
    yield Line(f"{brief.name}: {_outcome_text(base, brief)}", tone="strong")
    if brief.about in ("condition", "cause"):
        prior = base.hypotheses[brief.id].prior
        yield Line(explaining.begins(prior, PRIORS[prior], brief.outcome), tone="quiet")
    for reason in brief.reasons[:MOST_REASONS]:
        yield from _reason(base, reason)
    if brief.reasons[MOST_REASONS:]:
        yield Line(explaining.more(len(brief.reasons) - MOST_REASONS), 0, bullet=True)
    if not brief.reasons:
        yield Line(explaining.NOBODY_ASKED)
        return
    yield Line(longer, tone="quiet")


def _outcome_text(base: KnowledgeBase, brief: Brief) -> str:
    if brief.outcome == "denied":
        return explaining.NOT_TRUE
    match brief.about:
        case "condition" | "cause":
            return word_for(int(brief.outcome)).replace("_", " ")
        case "score":
            return explaining.points(brief.outcome)
        case "triage":
            return level_text(base, brief.outcome)
        case "measure":
            withheld = any(reason.says == "withholds" for reason in brief.reasons)
            return explaining.LEFT_ALONE if withheld else explaining.ADVISED
        case _:
            return explaining.HOLDS[brief.about]


def _reason(base: KnowledgeBase, reason: BriefReason) -> Iterator[Block]:
    label = explaining.argued(reason.says, reason.strength or "") if reason.says else ""
    if reason.title:
        yield Line(reason.title, 0, label=label, bullet=True)
    for ground in reason.grounds:
        yield Line(_ground_text(base, ground), 1, label=explaining.FROM)
    if reason.sources:
        yield Line("; ".join(reason.sources), 1, tone="quiet", label=explaining.SOURCES)


def _ground_text(base: KnowledgeBase, ground: Ground) -> str:
    texts = [answer_text(base, one.answer, one.value) for one in ground.answers[:MOST_ANSWERS]]
    if ground.answers[MOST_ANSWERS:]:
        texts.append(explaining.more(len(ground.answers) - MOST_ANSWERS))
    said = "; ".join(texts) or explaining.BY_THE_UNKNOWN
    named = _ground_name(base, ground)
    return f"{named} ({said})" if named else said


def _ground_name(base: KnowledgeBase, ground: Ground) -> str:
    """What was concluded before; nothing for a rule's own answers."""
    match ground.kind:
        case "answers":
            return ""
        case "triage":
            return level_text(base, ground.outcome)
        case "weigh":
            return explaining.saw_word(name_of(base, ground.id), word_for(int(ground.outcome)))
        case "sum":
            return f"{name_of(base, ground.id)}: {explaining.points(ground.outcome)}"
        case "denied":
            return f"{name_of(base, ground.id)}: {explaining.NOT_TRUE}"
        case _:
            return name_of(base, ground.id)


# In full


def proof_blocks(base: KnowledgeBase, proof: Proof) -> Iterator[Block]:
    """Why something was concluded, from the conclusion down to the answers. A step that was shown before is named only."""
    yield Line(explaining.how_title(proof.name, proof.about), tone="strong")
    yield from _Proof(base).nodes(proof.ways, _TOP.get(proof.about, object), "" if proof.about == "rule" else proof.id, 0)


_TOP: dict[str, type[Any]] = {"finding": Find}
_BELOW: dict[str, type[Any]] = {"weigh": Argue, "sum": AddPoints, "triage": Refer, "rule": Find}
"""Of all that a rule concludes, what matters to the thing that rests on it: by what is proved, and by the kind of the step above."""


class _Proof:
    """The blocks of one proof; `shown` holds the steps that stand in it already."""

    def __init__(self, base: KnowledgeBase) -> None:
        self.base = base
        self.rules = compile_program(base).rules
        self.shown: set[int] = set()

    def nodes(self, nodes: Iterable[ProofNode], wanted: type[Any], about: str, indent: int) -> Iterator[Block]:
        """Steps, each with what it rests on below it. Of a rule's conclusions, those of the `wanted` type, and about `about` if it is given."""
        for node in nodes:
            title = _title(self.base, node)
            if node.step in self.shown:
                yield Line(explaining.shown_before(title, node.step), indent, bullet=True)
                continue
            self.shown.add(node.step)
            yield Line(explaining.at_step(title, node.step), indent, tone="strong", bullet=True)
            yield from self._said(node, wanted, about, indent + 1)
            yield from self.nodes(conclusions_below(node), _BELOW.get(node.kind, object), node.rule, indent + 1)

    def _said(self, node: ProofNode, wanted: type[Any], about: str, indent: int) -> Iterator[Block]:
        """What stands below a step's title."""
        if node.kind == "weigh":
            prior = self.base.hypotheses[node.rule].prior
            yield Line(explaining.weighed(prior, PRIORS[prior], node.concluded[0].rpartition("=")[2]), indent)
        elif node.kind == "rule":
            yield Line(node.because, indent, label=explaining.WHY)
            for conclusion in self.rules[node.rule].then:
                if isinstance(conclusion, wanted) and about in ("", getattr(conclusion, "hypothesis", about)):
                    yield Line(conclusion_text(self.base, conclusion), indent, label=explaining.CONCLUDES)
        answers = dict.fromkeys(answer_text(self.base, one.answer, one.value) for one in own_answers(node))
        yield from _listed(explaining.FROM, answers, indent)
        yield from _listed(explaining.ABSENT, dict.fromkeys(_slot_text(self.base, slot) for slot in own_absent(node)), indent)
        yield from _listed(explaining.SOURCES, node.sources, indent)


def _title(base: KnowledgeBase, node: ProofNode) -> str:
    if node.kind == "rule":
        return explaining.rule(node.rule, node.title)
    if node.kind == "weigh":
        decibans = int(node.concluded[0].rpartition("=")[2])
        return explaining.outcome(name_of(base, node.rule), word_for(decibans).replace("_", " "))
    if node.kind == "triage":
        return explaining.outcome(explaining.TRIAGE, level_text(base, node.concluded[0].partition(":")[2]))
    if node.kind == "denied":
        return explaining.denied(name_of(base, node.rule))
    return explaining.score(name_of(base, node.rule), node.concluded[0].rpartition("=")[2])


def _listed(label: str, texts: Iterable[str], indent: int) -> Iterator[Block]:
    text = "; ".join(texts)
    if text:
        yield Line(text, indent, label=label)


def _slot_text(base: KnowledgeBase, slot: str) -> str:
    kind, _, name = slot.partition(":")
    return base.observables[name].short if kind == "answer" and name in base.observables else name_of(base, name)


# Traces


def trace_blocks(base: KnowledgeBase, steps: tuple[Step, ...]) -> Iterator[Block]:
    """Every step in order, with the ids that `kb show` takes."""
    rules = compile_program(base).rules
    yield Line(explaining.trace(len(steps)), tone="strong")
    for step in steps:
        title = f"{step.rule}: {rules[step.rule].title}" if step.kind == "rule" else step.rule + (f", {step.part}" if step.part else "")
        yield Line(f"{step.n} {step.kind} {title}", 0, tone="strong")
        yield Line(", ".join(_matched(one) for one in step.matched) or explaining.NOTHING, 1, label=explaining.TRACE_FROM)
        if step.absent:
            yield Line(", ".join(step.absent), 1, label=explaining.TRACE_ABSENT)
        yield Line(", ".join(step.concluded), 1, label=explaining.TRACE_CONCLUDED)


def _matched(one: object) -> str:
    if isinstance(one, Answer):
        value = {True: "yes", False: "no"}.get(one.value, one.value) if isinstance(one.value, bool) else one.value
        return f"{one.answer} = {value}"
    return f"step {getattr(one, 'step', '?')}"
