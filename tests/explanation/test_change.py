"""What turns a conclusion: every set does, no smaller one does, and nothing is offered that cannot be."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.explanation.trying import Trying
from tests.inference.handmade import knowledge, rule_sets, sheets
from tests.sheets import Sheet, Sheets

from soleus import KnowledgeBase
from soleus.explanation.change import Turn, WhatTurns, what_turns
from soleus.explanation.search import Limits, fewest
from soleus.explanation.subjects import TRIAGE, NoSubjectError, Subject, is_concluded, subject_of
from soleus.inference.forward import infer
from soleus.inference.program import compile_program
from soleus.knowledge.conditions import LEVELS


def _subjects(base: KnowledgeBase, rng: random.Random, count: int) -> list[str]:
    kinds: list[list[str]] = [[*base.conditions], [*base.causes], [*base.findings], [*base.measures], [*base.rules], [*LEVELS], [TRIAGE]]
    return [rng.choice(kind) for kind in kinds][:count]


def _sheet(base: KnowledgeBase, seed: int) -> Sheet:
    return Sheets(base).cleared(seed) if seed % 2 else Sheets(base).sheet(seed)


def _changes(turn: Turn) -> Iterator[dict[str, Any]]:
    return ({one.observable: one.after for one in several} for several in turn.sets)


def _assert_turned(base: KnowledgeBase, answers: Sheet, found: WhatTurns, turn: Turn, change: dict[str, Any]) -> None:
    """The forward engine agrees, on the answers as they would be."""
    program = compile_program(base)
    before, after = infer(program, answers), infer(program, {**answers, **change})
    if turn.way in ("higher", "lower"):
        step = LEVELS.index(after.triage) - LEVELS.index(before.triage)
        assert step > 0 if turn.way == "higher" else step < 0
    else:
        assert is_concluded(before, subject_of(program, found.id)) is found.concluded
        assert is_concluded(after, subject_of(program, found.id)) is not found.concluded
        assert (turn.way == "concluded") is not found.concluded


@pytest.mark.parametrize("seed", range(4))
def test_every_set_turns_it_and_no_single_answer_does_where_more_are_said_to_be_needed(base: KnowledgeBase, seed: int) -> None:
    rng = random.Random(seed)
    answers = _sheet(base, seed)
    trying = Trying(base, answers)
    for name in _subjects(base, rng, 7):
        found = what_turns(base, answers, name)
        subject = subject_of(compile_program(base), name)
        for turn in found.turns:
            for change in rng.sample([*_changes(turn)], min(3, len(turn.sets))):
                assert len(change) == turn.size
                assert trying.can_be_given(change)
                _assert_turned(base, answers, found, turn, change)
            if turn.proved != 0:
                assert next(trying.turning(subject, turn.way, 1), None) is None, (name, turn.way)


@pytest.mark.parametrize("seed", range(4))
def test_all_sets_of_the_smallest_size_are_there(base: KnowledgeBase, seed: int) -> None:
    """The questions of the sets that are found by trying all single answers are those of the search."""
    rng = random.Random(100 + seed)
    answers = _sheet(base, seed)
    trying = Trying(base, answers)
    for name in _subjects(base, rng, 7):
        for turn in what_turns(base, answers, name).turns:
            if turn.size == 1 and turn.complete:
                tried = {tuple(change) for change in trying.turning(subject_of(compile_program(base), name), turn.way, 1)}
                assert {tuple(change) for change in _changes(turn)} == tried, name


SMALL = settings(deadline=None, max_examples=25)
LIMITS, WORK = st.sampled_from((1, 150_000)), st.sampled_from((200, 1_000, 2_000_000))


@SMALL
@given(rules=rule_sets(), answers=sheets(), limit=LIMITS, work=WORK)
def test_on_small_bases_nothing_smaller_is_missed(rules: Any, answers: Sheet, limit: int, work: int) -> None:
    _check_small(rules, answers, limit, work)


@pytest.mark.nightly
@settings(SMALL, max_examples=500)
@given(rules=rule_sets(), answers=sheets(), limit=LIMITS, work=WORK)
def test_on_many_small_bases_nothing_smaller_is_missed(rules: Any, answers: Sheet, limit: int, work: int) -> None:
    _check_small(rules, answers, limit, work)


def _check_small(rules: Any, answers: Sheet, limit: int, work: int) -> None:
    """Against all answers to four questions, both by trying sizes and by hitting sets, with enough work and with too little."""
    base = knowledge(rules)
    program = compile_program(base)
    trying = Trying(base, answers)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("soleus.explanation.search.fewest", lambda scene: fewest(scene, Limits(at_once=limit, work=work)))
        for name in (TRIAGE, *LEVELS, *base.hypotheses, *base.findings, *base.measures, *base.scores, *base.rules):
            subject = subject_of(program, name)
            for turn in what_turns(base, answers, name).turns:
                _assert_exact(trying, subject, turn)


def _assert_exact(trying: Trying, subject: Subject, turn: Turn) -> None:
    """The smallest size, the questions of all sets of that size, and that each set turns it; of a search that ran out of work what it proved."""
    if not turn.complete:
        assert turn.proved is not None
        assert not any(list(trying.turning(subject, turn.way, size)) for size in range(1, turn.proved + 1))
        assert all(trying.turns(subject, turn.way, change) for change in _changes(turn))
        assert turn.size in (None, turn.proved + 1)
        return
    for size in range(1, len(trying.others) + 1):
        tried = list(trying.turning(subject, turn.way, size))
        if tried:
            assert turn.size == size
            assert turn.complete
            assert {frozenset(change) for change in _changes(turn)} == {frozenset(change) for change in tried}
            assert all(trying.turns(subject, turn.way, change) for change in _changes(turn))
            return
    assert (turn.size, turn.sets, turn.proved) == (None, (), None)


@pytest.mark.parametrize("seed", range(1, 4))
def test_hitting_sets_find_what_trying_finds(base: KnowledgeBase, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    rng = random.Random(200 + seed)
    answers = _sheet(base, seed)
    for name in _subjects(base, rng, 3):
        tried = what_turns(base, answers, name)
        with monkeypatch.context() as patch:
            patch.setattr("soleus.explanation.search.fewest", lambda scene: fewest(scene, Limits(at_once=1)))
            by_sets = what_turns(base, answers, name)
        for one, other in zip(by_sets.turns, tried.turns, strict=True):
            assert one.size == other.size, name
            found, every = {repr(several) for several in one.sets}, {repr(several) for several in other.sets}
            assert found <= every if other.complete else found, name
            assert found == every or not (one.complete and other.complete), name


def test_a_search_that_runs_out_of_work_says_what_it_proved(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("soleus.explanation.search.fewest", lambda scene: fewest(scene, Limits(work=60_000)))
    turn = what_turns(base, {}, "towel_stretch").turns[0]
    assert turn.size is None or not turn.complete
    assert turn.proved is not None
    whole = what_turns(base, {}, "clot_not_ruled_out").turns[0]
    assert whole.proved == (whole.size or 0) - 1


def test_what_cannot_be_is_proved(base: KnowledgeBase) -> None:
    """An emergency whose sign stays is never less urgent for an answer that has nothing to do with it; and nothing is above it."""
    answers = {"chest_pain": True}
    found = what_turns(base, answers, TRIAGE)
    assert [turn.way for turn in found.turns] == ["lower"]
    for change in _changes(found.turns[0]):
        assert "chest_pain" in change


def test_a_known_answer_never_becomes_unknown(base: KnowledgeBase) -> None:
    for seed in range(6):
        for turn in what_turns(base, _sheet(base, seed), TRIAGE).turns:
            assert all(one.after is not None and one.after != one.before for several in turn.sets for one in several)


def test_what_is_fixed_is_offered_only_to_be_found_out(base: KnowledgeBase) -> None:
    fixed = {one.id for one in base.observables.values() if one.fixed}
    assert {"age", "sex", "past_clot", "family_clot"} <= fixed
    offered = set()
    for seed in range(4):
        answers = _sheet(base, seed)
        for name in _subjects(base, random.Random(seed), 7):
            for turn in what_turns(base, answers, name).turns:
                changed = {one.observable for several in turn.sets for one in several if one.before is not None}
                offered |= {one.observable for several in turn.sets for one in several if one.before is None}
                assert not changed & fixed
    assert offered & fixed


def test_what_is_not_safe_to_test_is_not_offered(base: KnowledgeBase) -> None:
    """A hop is not asked of somebody who felt a pop, so no hop turns anything for them unless the pop goes as well."""
    answers = {"pop_felt": True}
    skipped = [one.id for one in base.observables.values() if one.skip_if is not None]
    assert "hop" in skipped
    for name in [*base.conditions][::4]:
        for turn in what_turns(base, answers, name).turns:
            for change in _changes(turn):
                assert "hop" not in change or change.get("pop_felt") is False, name


def test_an_unknown_name_says_the_nearest(base: KnowledgeBase) -> None:
    with pytest.raises(NoSubjectError, match="Did you mean 'hip_weakness'"):
        what_turns(base, {}, "hip_weaknes")


def test_the_same_answers_give_the_same_sets(base: KnowledgeBase) -> None:
    answers = _sheet(base, 3)
    turned = dict(reversed(answers.items()))
    assert what_turns(base, answers, TRIAGE) == what_turns(base, turned, TRIAGE)
