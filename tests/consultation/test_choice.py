"""Which question comes next, and when no more is asked: what is proved holds for every answer, and nobody is tested before it is safe."""

from __future__ import annotations

import random

import pytest

from sheets import Sheets
from soleus import Consultation, KnowledgeBase
from soleus.consultation.choice import FIRST, Stop
from soleus.evaluation.simulation import made_up
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import vary
from soleus.inference.columnar_outcome import Row
from soleus.inference.columnar_ranking import in_order
from soleus.inference.program import Program
from soleus.inference.truth import Known, evaluate
from soleus.knowledge.conditions import LEVELS, Scalar, observables_in

from .conftest import Hold

PEOPLE, COMPLETIONS = 8, 200


@pytest.fixture(scope="module")
def people(program: Program) -> list[dict[str, Scalar]]:
    return [one.answers for one in made_up(program, PEOPLE, seed=7)]


def outcome(program: Program, row: Row) -> tuple[object, ...]:
    """What a proof speaks of: the triage, the first conditions in order, the likely causes and the measures of the plan."""
    base, ties = program.base, in_order(program.base, tuple(program.base.conditions))
    best = sorted((name for name in row.support if name in base.conditions), key=lambda name: (-row.support[name], ties.index(name)))
    causes = {name for name in base.causes if row.words.get(name) in ("likely", "very_likely")}
    return row.triage, tuple(best[:FIRST]), causes, set(row.advised) - set(row.withheld)


def completed(program: Program, seeded: Sheets, stopped: Consultation, names: list[str]) -> list[Row]:
    """What follows as things are, and from some other answers to these observables."""
    rng = random.Random(1)
    others = [{name: rng.choice((None, *seeded.values[name])) for name in names} for _ in range(COMPLETIONS)]
    found = engine_for(program).infer(vary(program.base, stopped.answers, [{}, *others]))
    return [found.row(row) for row in range(found.rows)]


def open_names(consultation: Consultation) -> list[str]:
    return [name for question in consultation.open_questions() for name in question.observables]


def test_the_level_of_care_is_proved_when_it_stops(program: Program, seeded: Sheets, people: list[dict[str, Scalar]], hold: Hold) -> None:
    for answers in people:
        stopped = hold(Consultation(program.base), answers)
        assert {row.triage for row in completed(program, seeded, stopped, open_names(stopped))} == {stopped.conclude().triage.level}


def test_what_is_left_out_as_useless_changes_nothing(program: Program, seeded: Sheets, people: list[dict[str, Scalar]], hold: Hold) -> None:
    looked = 0
    for answers in people:
        stopped = hold(Consultation(program.base), answers)
        if stopped.stop is None or stopped.stop.reason == "emergency":
            continue
        useful = set(stopped.stop.open)
        idle = [name for one in stopped.open_questions() if one.id not in useful for name in one.observables]
        rows = completed(program, seeded, stopped, idle)
        looked += bool(idle)
        assert all(outcome(program, row) == outcome(program, rows[0]) for row in rows)
    assert looked


def test_it_proves_that_nothing_can_change_any_more(program: Program, seeded: Sheets, base: KnowledgeBase, hold: Hold) -> None:
    """Only few consultations end by proof: here all but the last questions are answered beforehand."""
    proved = 0
    for one in made_up(program, 3 * PEOPLE, seed=3):
        whole = hold(Consultation(base).ask_everything(), one.answers)
        kept = {name: value for name, value in whole.answers.items() if name not in ("running_years", "sex", "body_mass", "weekly_distance")}
        talk = Consultation.of(base, kept)
        if isinstance(talk.stop, Stop) and talk.stop.reason == "proved":
            proved += 1
            rows = completed(program, seeded, talk, open_names(talk))
            assert all(outcome(program, row) == outcome(program, rows[0]) for row in rows)
    assert proved


def test_a_test_that_may_have_to_be_skipped_waits_for_what_decides_it(base: KnowledgeBase, people: list[dict[str, Scalar]]) -> None:
    for answers in people:
        talk = Consultation(base)
        while (question := talk.next_question()) is not None:
            open_now = set(open_names(talk)) - set(question.observables)
            if question.skip_if is not None and evaluate(question.skip_if, Known(talk.answers)) is None:
                assert open_now.isdisjoint(observables_in(question.skip_if)), question.id
            given = {name: answers.get(name) for name in question.observables}
            talk = talk.answer(question.id, given if question.kind == "checklist" else given[question.id])


def test_danger_comes_first_in_clinical_order(base: KnowledgeBase, people: list[dict[str, Scalar]], hold: Hold) -> None:
    clinical = [one.id for one in Consultation(base).questions]
    for answers in people:
        stopped = hold(Consultation(base), answers)
        safety = [one for one in stopped.asked if stopped.question(one).safety]
        assert stopped.asked[: len(safety)] == tuple(safety)
        assert safety == sorted(safety, key=clinical.index)
        if stopped.stop is not None and stopped.stop.reason != "emergency":
            assert len(safety) == sum(one.safety for one in stopped.questions)


def test_an_emergency_ends_the_questions_unless_one_asks_for_all(base: KnowledgeBase) -> None:
    talk = Consultation(base).answer("emergency_signs", {"breathless": True})
    assert talk.next_question() is None
    assert talk.stop == Stop("emergency")
    assert talk.conclude().triage.level == LEVELS[-1]
    assert talk.ask_everything().stop is None
    assert talk.ask_everything().next_question() is not None


def test_everything_is_asked_in_clinical_order(base: KnowledgeBase, people: list[dict[str, Scalar]], hold: Hold) -> None:
    whole = hold(Consultation(base).ask_everything(), people[0])
    clinical = [one.id for one in whole.questions]
    assert list(whole.asked) == sorted(whole.asked, key=clinical.index)
    assert whole.stop == Stop("all_asked")


def test_the_choice_depends_on_the_answers_alone(base: KnowledgeBase, people: list[dict[str, Scalar]], hold: Hold) -> None:
    for answers in people[:3]:
        stopped = hold(Consultation(base), answers)
        again = Consultation.of(base, dict(reversed(stopped.answers.items())), stopped.asked)
        assert again.stop == stopped.stop


def test_a_stop_says_what_is_left(base: KnowledgeBase, people: list[dict[str, Scalar]], hold: Hold) -> None:
    settled = [hold(Consultation(base), answers) for answers in people]
    stops = [one.stop for one in settled if one.stop is not None and one.stop.reason == "settled"]
    assert stops
    for stop in stops:
        assert stop.open
        assert stop.first < 0.02
