"""Proofs are faithful: what they cite carries the conclusion, and without it nothing that carried it is left."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from tests.sheets import Sheets

from soleus import KnowledgeBase
from soleus.explanation.brief import brief
from soleus.explanation.how import NotConcludedError, Proof, ProofNode, answers_of, how
from soleus.explanation.subjects import NoSubjectError, Subject, is_concluded, subject_of
from soleus.inference.forward import Inference, infer
from soleus.inference.program import Program, compile_program

SEEDS = range(0, 100, 20)


def _proved(program: Program, inference: Inference) -> Iterator[tuple[Subject, Proof]]:
    """Everything that was concluded, with its proof, as far as that rests on answers."""
    base = program.base
    for name in (inference.triage, *base.hypotheses, *base.findings, *base.scores, *base.measures):
        subject = subject_of(program, name)
        if is_concluded(inference, subject):
            proof = how(base, inference.steps, name)
            if _cited(proof):
                yield subject, proof


def _cited(proof: Proof) -> set[str]:
    return {one.answer for way in proof.ways for one in answers_of(way)}


def _nodes(nodes: tuple[ProofNode, ...]) -> Iterator[ProofNode]:
    for node in nodes:
        yield node
        yield from _nodes(node.rests_on)


def _rules(proof: Proof) -> set[str]:
    return {node.rule for node in _nodes(proof.ways) if node.kind in ("rule", "denied")}


@pytest.mark.parametrize("seed", SEEDS)
def test_without_the_answers_that_a_proof_cites_nothing_is_left_of_it(base: KnowledgeBase, seed: int) -> None:
    """What is still concluded then rests on something else: a rule that these answers had kept away, an argument that did not count, or a rule
    that asked for a lower level."""
    program = compile_program(base)
    inference = infer(program, Sheets(base).sheet(seed))
    idle = {one.rule for support in inference.support.values() for one in support.arguments if not one.counted}
    idle |= {rule for level, rules in inference.referred.items() if level != inference.triage for rule in rules}
    before = {step.rule for step in inference.steps if step.kind in ("rule", "denied")} - idle
    for subject, proof in _proved(program, inference):
        cited = _cited(proof)
        rest = infer(program, {name: value for name, value in inference.answers.items() if name not in cited})
        if is_concluded(rest, subject):
            again = how(base, rest.steps, subject.id)
            assert not _cited(again) & cited
            on_nothing = {node.rule for node in _nodes(proof.ways) if node.kind == "rule" and not list(answers_of(node))}
            assert _rules(again) - before or _rules(again) <= on_nothing, subject.id


@pytest.mark.parametrize("seed", SEEDS)
def test_the_answers_that_a_proof_cites_carry_every_rule_in_it(base: KnowledgeBase, seed: int) -> None:
    """With these answers alone each rule of the proof fires, unless one of them bars it that another answer had held back."""
    program = compile_program(base)
    inference = infer(program, Sheets(base).sheet(seed))
    known = {step.rule for step in inference.steps}
    for subject, proof in _proved(program, inference):
        alone = infer(program, {name: inference.answers[name] for name in _cited(proof)})
        fired = {step.rule for step in alone.steps}
        if fired <= known:
            assert _rules(proof) <= fired, subject.id


@pytest.mark.parametrize("seed", SEEDS)
def test_in_short_is_what_counted(base: KnowledgeBase, seed: int) -> None:
    """The rules and the answers of a proof in short are those of the whole proof, each answer under a rule that rests on it."""
    program = compile_program(base)
    inference = infer(program, Sheets(base).sheet(seed))
    for _, proof in _proved(program, inference):
        short = brief(base, proof)
        answers = {one.answer for reason in short.reasons for ground in reason.grounds for one in ground.answers}
        assert answers == _cited(proof)
        if proof.about in ("condition", "cause"):
            counted = [one for one in inference.support[proof.id].arguments if one.counted]
            said = [(reason.rule, reason.says == "for") for reason in short.reasons]
            assert sorted(said) == sorted((one.rule, one.favours) for one in counted)
            assert short.outcome == str(inference.support[proof.id].decibans)


def test_an_unknown_name_says_the_nearest(base: KnowledgeBase) -> None:
    with pytest.raises(NoSubjectError, match="Did you mean 'soleus_strain'"):
        how(base, (), "soleus_strains")


def test_what_was_not_concluded_points_to_why_not(base: KnowledgeBase) -> None:
    inference = infer(compile_program(base), {})
    with pytest.raises(NotConcludedError, match="why-not soleus_strain"):
        how(base, inference.steps, "soleus_strain")
