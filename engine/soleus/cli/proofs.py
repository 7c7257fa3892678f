"""Proofs and traces as blocks: the rules that fired, the answers that they stand on, and what followed."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.cli.sentences import conclusion_text, level_text, name_of, value_text
from soleus.explanation.how import Proof, ProofNode
from soleus.inference.program import compile_program
from soleus.inference.trace import Answer, Step
from soleus.inference.weighing import PRIORS, word_for
from soleus.knowledge.model import KnowledgeBase
from soleus.report.blocks import Block, Heading, Line

_INNER = ("part", "count")
"""The kinds of step that only say which part of a rule held: in a proof their answers belong to the rule."""


def proof_blocks(base: KnowledgeBase, proof: Proof) -> Iterator[Block]:
    """Why something was concluded, from the conclusion down to the answers. A step that was shown before is named only."""
    yield Heading(f"How: {proof.name} ({proof.about})")
    shown: set[int] = set()
    for way in proof.ways:
        yield from _node(base, way, 0, shown)


def _node(base: KnowledgeBase, node: ProofNode, indent: int, shown: set[int]) -> Iterator[Block]:
    title = _title(base, node)
    if node.step in shown:
        yield Line(f"{title}: see step {node.step} above", indent, bullet=True)
        return
    shown.add(node.step)
    yield Line(f"{title} (step {node.step})", indent, tone="strong", bullet=True)
    yield from _said(base, node, indent + 1)
    for part in _below(node):
        yield from _node(base, part, indent + 1, shown)


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


def _said(base: KnowledgeBase, node: ProofNode, indent: int) -> Iterator[Block]:
    """What stands below a step's title."""
    if node.kind == "weigh":
        prior = base.hypotheses[node.rule].prior
        total = node.concluded[0].rpartition("=")[2]
        yield Line(f"{prior.replace('_', ' ')} to begin with ({PRIORS[prior]}), and the arguments below: {total} decibans in all", indent)
    elif node.kind == "rule":
        yield Line(node.because, indent, label="Why")
        for conclusion in compile_program(base).rules[node.rule].then:
            yield Line(conclusion_text(base, conclusion), indent, label="Concludes")
    answers = dict.fromkeys(_answers(node))
    if answers:
        yield Line("; ".join(_answer_text(base, one) for one in answers), indent, label="From")
    absent = dict.fromkeys(_absent(node))
    if absent:
        yield Line("; ".join(_slot_text(base, slot) for slot in absent), indent, label="And nothing known of")
    if node.sources:
        yield Line(", ".join(node.sources), indent, label="Sources")


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
    yield Heading(f"Trace: {len(steps)} steps")
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
