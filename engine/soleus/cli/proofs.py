"""Proofs and traces as blocks: the rules that fired, the answers that they stand on, and what followed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from soleus.explanation.how import Proof, ProofNode
from soleus.explanation.words import conclusion_text, level_text, name_of, value_text
from soleus.inference.program import compile_program
from soleus.inference.trace import Answer, Step
from soleus.inference.weighing import PRIORS, word_for
from soleus.knowledge.model import AddPoints, Argue, Find, KnowledgeBase, Refer
from soleus.report.blocks import Block, Line

_INNER = ("part", "count")
"""The kinds of step that only say which part of a rule held: in a proof their answers belong to the rule."""


def proof_blocks(base: KnowledgeBase, proof: Proof) -> Iterator[Block]:
    """Why something was concluded, from the conclusion down to the answers. A step that was shown before is named only."""
    yield Line(f"How it came to: {proof.name} ({proof.about})", tone="strong")
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
                yield Line(f"{title}: see step {node.step} above", indent, bullet=True)
                continue
            self.shown.add(node.step)
            yield Line(f"{title} (step {node.step})", indent, tone="strong", bullet=True)
            yield from self._said(node, wanted, about, indent + 1)
            yield from self.nodes(_below(node), _BELOW.get(node.kind, object), node.rule, indent + 1)

    def _said(self, node: ProofNode, wanted: type[Any], about: str, indent: int) -> Iterator[Block]:
        """What stands below a step's title."""
        if node.kind == "weigh":
            yield Line(_weighed(self.base, node), indent)
        elif node.kind == "rule":
            yield Line(node.because, indent, label="Why")
            for conclusion in self.rules[node.rule].then:
                if isinstance(conclusion, wanted) and about in ("", getattr(conclusion, "hypothesis", about)):
                    yield Line(conclusion_text(self.base, conclusion), indent, label="Concludes")
        yield from _listed("From", dict.fromkeys(_answer_text(self.base, one) for one in _answers(node)), indent)
        yield from _listed("And nothing known of", dict.fromkeys(_slot_text(self.base, slot) for slot in _absent(node)), indent)
        yield from _listed("Sources", node.sources, indent)


def _title(base: KnowledgeBase, node: ProofNode) -> str:
    if node.kind == "rule":
        return f"Rule {node.rule}: {node.title}"
    if node.kind == "weigh":
        decibans = int(node.concluded[0].rpartition("=")[2])
        return f"{name_of(base, node.rule)}: {word_for(decibans).replace('_', ' ')}"
    if node.kind == "triage":
        return f"Triage: {level_text(base, node.concluded[0].partition(':')[2])}"
    if node.kind == "denied":
        return f"Known not to hold: {name_of(base, node.rule)}"
    return f"Score {name_of(base, node.rule)}: {node.concluded[0].rpartition('=')[2]}"


def _listed(label: str, texts: Iterable[str], indent: int) -> Iterator[Block]:
    text = "; ".join(texts)
    if text:
        yield Line(text, indent, label=label)


def _weighed(base: KnowledgeBase, node: ProofNode) -> str:
    prior = base.hypotheses[node.rule].prior
    total = node.concluded[0].rpartition("=")[2]
    return f"{prior.replace('_', ' ')} to begin with ({PRIORS[prior]}), and the arguments below: {total} decibans in all"


def _answers(node: ProofNode) -> Iterator[Answer]:
    """The answers of a step and of the parts of its own rule."""
    yield from node.answers
    for part in node.rests_on:
        if part.kind in _INNER:
            yield from _answers(part)


def _absent(node: ProofNode) -> Iterator[str]:
    """What had to be absent, without the parts of rules: those have no name that says anything."""
    yield from (slot for slot in node.absent if not slot.startswith("part:"))
    for part in node.rests_on:
        if part.kind in _INNER:
            yield from _absent(part)


def _below(node: ProofNode) -> Iterator[ProofNode]:
    for part in node.rests_on:
        if part.kind in _INNER:
            yield from _below(part)
        else:
            yield part


def _answer_text(base: KnowledgeBase, answer: Answer) -> str:
    return f"{base.observables[answer.answer].short}: {value_text(base, answer.answer, answer.value)}"


def _slot_text(base: KnowledgeBase, slot: str) -> str:
    kind, _, name = slot.partition(":")
    return base.observables[name].short if kind == "answer" and name in base.observables else name_of(base, name)


# Traces


def trace_blocks(base: KnowledgeBase, steps: tuple[Step, ...]) -> Iterator[Block]:
    """Every step in order, with the ids that `kb show` takes."""
    rules = compile_program(base).rules
    yield Line(f"Trace: {len(steps)} steps", tone="strong")
    for step in steps:
        title = f"{step.rule}: {rules[step.rule].title}" if step.kind == "rule" else step.rule + (f", {step.part}" if step.part else "")
        yield Line(f"{step.n} {step.kind} {title}", 0, tone="strong")
        yield Line(", ".join(_matched(one) for one in step.matched) or "nothing", 1, label="from")
        if step.absent:
            yield Line(", ".join(step.absent), 1, label="absent")
        yield Line(", ".join(step.concluded), 1, label="concluded")


def _matched(one: object) -> str:
    if isinstance(one, Answer):
        value = {True: "yes", False: "no"}.get(one.value, one.value) if isinstance(one.value, bool) else one.value
        return f"{one.answer} = {value}"
    return f"step {getattr(one, 'step', '?')}"
