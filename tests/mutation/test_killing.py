"""What kills a mutant: the batch concludes what each mutated program would, and a check sees what its step would see."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from feature_sheets import FEATURES, OF_THE_MACHINE, pickles
from mutation.equivalence import told_apart
from mutation.expectations import Expectations, expectations
from mutation.kills import failing
from mutation.mutants import Mutant, mutants
from mutation.score import BAR, GUARDS_BAR, exclusions, score, scored
from mutation.trial import Crowd, Trial, mutated_program, outcomes
from sheets import Sheet, Sheets
from soleus.inference.columnar import ColumnarEngine
from soleus.inference.columnar_answers import pack
from soleus.inference.columnar_outcome import Row
from soleus.inference.forward import ForwardEngine
from soleus.inference.program import compile_program
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import AnswerError

SHEETS, SAMPLE = 60, 16


@pytest.fixture(scope="module")
def expected(base: KnowledgeBase) -> Expectations:
    return expectations(base)


@pytest.fixture(scope="module")
def crowd(base: KnowledgeBase) -> Crowd:
    seeded = Sheets(base)
    return Crowd(base, [seeded.sheet(number) for number in range(SHEETS)])


# The batch


def _concluded(row: Row) -> dict[str, Any]:
    """A row with rules under their own names, and in no order: a mistake may put a rule into another stratum."""

    def named(rules: tuple[str, ...]) -> frozenset[str]:
        return frozenset(rule.partition("@")[0] for rule in rules)

    fields = {one.name: getattr(row, one.name) for one in dataclasses.fields(row)}
    by_rules = {kind: {name: named(rules) for name, rules in fields[kind].items()} for kind in ("referred", "withheld", "advised")}
    said = frozenset(dataclasses.replace(one, rule=one.rule.partition("@")[0]) for one in row.arguments)
    return {**fields, **by_rules, "fired": named(row.fired), "arguments": said}


def test_a_batch_concludes_what_each_mutated_program_does(base: KnowledgeBase, crowd: Crowd) -> None:
    some = mutants(base)[:: len(mutants(base)) // SAMPLE]
    trial = Trial(base, some)
    for places, outcome in outcomes(trial, crowd):
        for place in places:
            alone = ColumnarEngine(mutated_program(base, some[place])).infer(pack(base, crowd.sheets))
            for row in range(SHEETS):
                together = outcome.row((place - places.start) * crowd.rows + row)
                assert _concluded(together) == _concluded(alone.row(row)), some[place].id


def test_a_mutated_program_concludes_the_same_on_the_forward_engine(base: KnowledgeBase, crowd: Crowd) -> None:
    for mutant in mutants(base)[7 :: len(mutants(base)) // 4]:
        program = mutated_program(base, mutant)
        engine, outcome = ForwardEngine(program), ColumnarEngine(program).infer(pack(base, crowd.sheets))
        for row, sheet in enumerate(crowd.sheets[:10]):
            inference, columns = engine.infer(sheet), outcome.row(row)
            assert {name: one.decibans for name, one in inference.support.items()} == columns.support
            assert (inference.triage, set(inference.withheld), set(inference.advised)) == (
                columns.triage,
                set(columns.withheld),
                set(columns.advised),
            )


# The checks


def test_the_knowledge_passes_every_check(base: KnowledgeBase, expected: Expectations) -> None:
    assert failing(base, expected) == ()


def test_every_step_of_the_features_is_a_check(expected: Expectations) -> None:
    texts = [step["text"] for path in FEATURES if path.name not in OF_THE_MACHINE for pickle in pickles(path) for step in pickle["steps"]]
    beside = ("a runner ", "the consultation is concluded", "the safety question ")
    assert expected.checks == len([text for text in texts if not text.startswith(beside)])
    assert len(expected.pictures) == len(list((Path(__file__).parents[1] / "cases_textbook").glob("*.yaml")))
    assert len(expected.cases) == len(list((Path(__file__).parents[1] / "cases").glob("*.yaml")))


CLOT: Sheet = {"leg_swollen": True, "leg_warm": True, "throbbing_pain": True, "pain_onset": "hours_to_days"}
STEPS = [
    ('the rule "one-sided-swelling-warmth-or-colour-needs-help-today" fires', "does not fire", "fires"),
    ('the finding "clot_sign" is derived', "not derived", "derived"),
    ('the condition "deep_vein_thrombosis" comes first', "soleus_strain", "deep_vein_thrombosis"),
    ('the condition "deep_vein_thrombosis" is at least "likely"', "very likely", "likely"),
    ('the condition "deep_vein_thrombosis" is at most "likely"', "possible", "likely"),
    ('the cause "hip_weakness" is at most "unlikely"', 'least "possible', 'most "unlikely'),
    ('the triage is "same_day"', "emergency", "same_day"),
    ('the triage is at least "same_day"', "emergency", "same_day"),
    ('the measure "heat" is withheld', "advised", "withheld"),
    ('the measure "rest_until_seen" is advised', "not advised", "advised"),
    ('the measure "rest_until_seen" is advised', "withheld", "advised"),
    ('the rule "one-sided-swelling-warmth-or-colour-needs-help-today" asks for "same_day"', "does not ask", "asks"),
    ('the rule "one-sided-swelling-warmth-or-colour-needs-help-today" asks for "same_day"', "clinician", "same_day"),
    ('the condition "deep_vein_thrombosis" asks for "same_day"', "does not ask", "asks"),
    ('the precaution "no-training-until-seen-today" leaves alone "massage, ball"', "cold", "ball"),
]


@pytest.mark.parametrize(("step", "wrong", "right"), STEPS)
def test_a_check_passes_where_its_step_does_and_fails_where_it_does_not(base: KnowledgeBase, step: str, wrong: str, right: str) -> None:
    for text, fails in ((step, False), (step.replace(right, wrong), True)):
        expected = Expectations()
        row = expected.add_sheet(dict(CLOT))
        expected.expect(row, text)
        assert bool(failing(base, expected)) is fails, text


def test_a_step_that_is_not_known_is_an_error() -> None:
    expected = Expectations()
    with pytest.raises(ValueError, match="does not know the step “the moon is full”"):
        expected.expect(expected.add_sheet({}), "the moon is full")


# The score


def _mutant(base: KnowledgeBase, number: int) -> Mutant:
    return mutants(base)[number]


def test_a_killer_sees_only_what_the_killers_before_it_left_alive(base: KnowledgeBase) -> None:
    first, second, third = mutants(base)[:3]
    seen: list[list[str]] = []

    def killing(*dead: Mutant) -> Any:
        def kill(some: Any) -> Mapping[str, tuple[str, ...]]:
            seen.append([mutant.id for mutant in some])
            return {mutant.id: ("x",) if mutant in dead else () for mutant in some}

        return kill

    found = scored([first, second, third], [killing(first), killing()], [third.id, "no such mutant", first.id])
    assert seen == [[first.id, second.id, third.id], [second.id, third.id]]
    assert (found.killed, found.survivors, found.excluded) == ((first,), (second,), (third,))
    assert found.wrongly_excluded == tuple(sorted(["no such mutant", first.id]))
    assert found.share == 0.5
    assert not found.is_good


def test_what_is_left_out_has_a_reason_and_is_proved_to_behave_like_the_knowledge(base: KnowledgeBase) -> None:
    by_id = {mutant.id: mutant for mutant in mutants(base)}
    assert [name for name in exclusions() if name not in by_id] == []
    assert all(reason.endswith(".") for reason in exclusions().values())
    shown = {mutant.id: sheet for mutant, sheet in told_apart(base, [by_id[name] for name in exclusions()]) if sheet is not None}
    assert shown == {}, "these answers tell them from the knowledge: write a scenario with them, and take the mutants out of equivalent.yaml"


def test_answers_that_tell_a_mutant_apart_do(base: KnowledgeBase) -> None:
    """On the columnar engine, its rule fires on one side only."""
    some = [mutant for mutant in mutants(base) if mutant.mutated and mutant.mutated.when != mutant.rule.when][::400]
    sheets = dict(told_apart(base, some))
    assert any(sheets.values())
    for mutant, sheet in sheets.items():
        fired = [
            ColumnarEngine(program).infer(pack(base, [sheet or {}])).row(0).fired
            for program in (compile_program(base), mutated_program(base, mutant))
        ]
        assert sum(mutant.rule.id in rules for rules in fired) == (1 if sheet is not None else 2 * (mutant.rule.id in fired[0])), mutant.id


@pytest.mark.nightly
def test_the_whole_score_is_above_its_bars(base: KnowledgeBase) -> None:
    found = score(base)
    assert found.wrongly_excluded == ()
    assert [mutant.id for mutant in found.survivors if mutant.guards] == []
    assert found.guards_share >= GUARDS_BAR
    assert found.share >= BAR, f"{found.share:.1%}: python -m tests.mutation lists the survivors"


def test_the_score_of_one_rule(base: KnowledgeBase) -> None:
    found = score(base, "no-training-until-seen-today")
    assert found.killed
    assert {mutant.rule.id for mutant in found.killed} == {"no-training-until-seen-today"}
    assert found.is_good


def test_answers_that_a_feature_gets_wrong_are_an_error(base: KnowledgeBase) -> None:
    from mutation.expectations import _sheet

    pickle = {"name": "x", "steps": [{"text": 'a runner who answers "pain_site: elbow"'}]}
    with pytest.raises(AnswerError):
        _sheet(base, pickle)
