"""Two consultations side by side: what came, went and changed, and what of it may not be said."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.report.conftest import Example
from tests.sheets import values_of

from soleus import Consultation, KnowledgeBase
from soleus.explanation.what_if import difference
from soleus.inference.forward import infer
from soleus.inference.program import compile_program
from soleus.knowledge.conditions import Scalar
from soleus.report import at_a_glance, comparing
from soleus.report.render import plain
from soleus.report.side_by_side import side_by_side_blocks, side_by_side_data
from soleus.review.records import StoreError, Version
from soleus.review.rests import Rests
from soleus.review.side_by_side import in_order_of_time, side_by_side
from soleus.review.sides import Changes, SideBySide

FIRST, SECOND = "2026-01-31T18:30:00Z", "2026-02-14T09:05:00Z"
WELL = {"chest_pain": False, "numb_arm": False, "odd_shape": False, "fall_height": 0, "began": "slowly", "worst": 6, "spells": 1}
MIRROR = {"came": "went", "went": "came", "up": "down", "down": "up", "same": "same"}
OTHER_WAY = {"more urgent": "less urgent", "less urgent": "more urgent", "the same": "the same"}
OTHER_TURN = {"changed": "changed", "new": "no longer known", "no longer known": "new"}
PARTED = ("reasons", "questions", "findings", "plan", "withheld")


def version(base: KnowledgeBase, answers: Mapping[str, Any], number: int = 1, saved: str = FIRST) -> Version:
    """A version that the base concludes from these answers."""
    result = Consultation.of(base, answers).conclude().to_dict()
    return Version(number, saved, (), dict.fromkeys(result["answers"], saved), result)


def compared(base: KnowledgeBase, then: Mapping[str, Any], now: Mapping[str, Any]) -> SideBySide:
    """Version 1 and version 2 of a case."""
    return side_by_side(base, "anna", version(base, then), "anna", version(base, now, 2, SECOND))


def told(sides: SideBySide) -> str:
    """What the terminal says, without its line ends."""
    return " ".join(plain(side_by_side_blocks(sides)).split())


def without(answers: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in answers.items() if name not in names}


def ids(changes: Changes[Any]) -> tuple[set[str], set[str], set[str]]:
    """The ids of what came, went and stayed."""
    came, went, stayed = ({getattr(one, "id", getattr(one, "rule", "")) for one in some} for some in (changes.came, changes.went, changes.stayed))
    return came, went, stayed


# Laws


@pytest.fixture(scope="session")
def sheets(shoulder: KnowledgeBase) -> st.SearchStrategy[dict[str, Scalar]]:
    """Any answers to any of the questions on the shoulder."""
    return st.fixed_dictionaries({}, optional={name: st.sampled_from(values) for name, values in values_of(shoulder).items()})


LAW = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@LAW
@given(st.data())
def test_a_version_beside_itself_shows_no_change(shoulder: KnowledgeBase, sheets: st.SearchStrategy[dict[str, Scalar]], data: st.DataObject) -> None:
    one = version(shoulder, data.draw(sheets))
    sides = side_by_side(shoulder, "anna", one, "anna", one)
    assert sides.is_empty
    assert sides.days == 0
    assert at_a_glance.summary(sides)[-1] == comparing.NOTHING
    assert not [one for one in (*sides.conditions, *sides.causes) if one.changed or one.way != "same"]


@LAW
@given(st.data())
def test_swapping_the_two_swaps_what_came_and_what_went(
    shoulder: KnowledgeBase, sheets: st.SearchStrategy[dict[str, Scalar]], data: st.DataObject
) -> None:
    one, two = version(shoulder, data.draw(sheets)), version(shoulder, data.draw(sheets), 2, SECOND)
    there, back = side_by_side(shoulder, "anna", one, "anna", two), side_by_side(shoulder, "anna", two, "anna", one)
    assert (back.then, back.now, back.days) == (there.now, there.then, -14)
    assert back.urgency == OTHER_WAY[there.urgency]
    for part in PARTED:
        came, went, stayed = ids(getattr(there, part))
        assert ids(getattr(back, part)) == (went, came, stayed), part
    assert {(one.id, one.then, one.now, one.turn) for one in back.answers} == {
        (one.id, one.now, one.then, OTHER_TURN[one.turn]) for one in there.answers
    }
    assert {(one.id, one.then, one.now) for one in back.scores} == {(one.id, one.now, one.then) for one in there.scores}
    for part in ("conditions", "causes"):
        found = {one.standing.id: (one.way, one.then, one.now, ids(one.arguments)[:2]) for one in getattr(back, part)}
        mirrored = {
            one.standing.id: (MIRROR[one.way], one.now, one.then, (ids(one.arguments)[1], ids(one.arguments)[0])) for one in getattr(there, part)
        }
        assert found == mirrored


@LAW
@given(st.data())
def test_it_says_what_a_what_if_says_and_parts_the_results(
    shoulder: KnowledgeBase, sheets: st.SearchStrategy[dict[str, Scalar]], data: st.DataObject
) -> None:
    """The what-if compares two inferences, this compares two kept results: both see the same."""
    then, now = data.draw(sheets), data.draw(sheets)
    sides, program = compared(shoulder, then, now), compile_program(shoulder)
    expected = difference(program, infer(program, then), infer(program, now))
    assert (sides.urgency == "the same") == (expected.triage is None)
    assert (sides.then.open_questions, sides.now.open_questions) == (expected.open_before, expected.open_after)
    assert [(one.id, one.then, one.now) for one in sides.answers] == [(one.observable, one.before, one.after) for one in expected.answers]
    for changes, standings in ((sides.conditions, expected.conditions), (sides.causes, expected.causes)):
        assert {one.standing for one in changes if one.standing.is_other} == set(standings)
    assert ids(sides.findings)[:2] == ({one.id for one in expected.found}, {one.id for one in expected.no_longer_found})
    assert ids(sides.plan)[:2] == ({one.id for one in expected.advised}, {one.id for one in expected.no_longer_advised})
    assert sides.withheld.came == expected.withheld
    assert ids(sides.withheld)[1] == {one.id for one in expected.released}


@LAW
@given(st.data())
def test_what_is_no_longer_known_is_never_called_no_and_always_told_first(
    shoulder: KnowledgeBase, sheets: st.SearchStrategy[dict[str, Scalar]], data: st.DataObject
) -> None:
    then = data.draw(sheets)
    now = without(then, *data.draw(st.lists(st.sampled_from(sorted(then)), unique=True)) if then else ())
    sides = compared(shoulder, then, now)
    assert {one.id: (one.turn, one.said_now) for one in sides.answers} == dict.fromkeys(then.keys() - now.keys(), ("no longer known", ""))
    assert bool(at_a_glance.notices(sides)) == bool(sides.answers)
    lost = [one for one in sides.reasons.went if set(one.by) & (then.keys() - now.keys())]
    assert len(lost) == len(sides.reasons.went), "answers were only taken away: each reason that went, went for want of one"
    assert all(f"{one.short}: not known (then" in told(sides) for one in sides.answers)


@LAW
@given(st.data())
def test_a_reason_rests_on_answers_of_its_own_side_that_changed(
    shoulder: KnowledgeBase, sheets: st.SearchStrategy[dict[str, Scalar]], data: st.DataObject
) -> None:
    sides = compared(shoulder, data.draw(sheets), data.draw(sheets))
    answers = {one.id: one for one in sides.answers}
    assert all(answers[name].now is not None for one in sides.reasons.came for name in one.by)
    assert all(answers[name].then is not None for one in sides.reasons.went for name in one.by)


@LAW
@given(st.data())
def test_the_summary_is_short_and_the_data_are_json(
    shoulder: KnowledgeBase, sheets: st.SearchStrategy[dict[str, Scalar]], data: st.DataObject
) -> None:
    sides = compared(shoulder, data.draw(sheets), data.draw(sheets))
    said = at_a_glance.summary(sides)
    assert 1 <= len(said) <= 5
    assert all(one.endswith(".") for one in said)
    written = json.loads(json.dumps(side_by_side_data(sides), allow_nan=False))
    assert written["summary"] == list(said)
    assert set(written) == {"notices", "summary", "closing", *(one.name for one in dataclasses.fields(SideBySide))}


# What it says


def test_less_of_a_sign_is_said_with_its_difference_and_is_no_all_clear(shoulder: KnowledgeBase) -> None:
    sides = compared(shoulder, WELL, {**WELL, "worst": 2.5})
    (one,) = sides.answers
    assert (one.then, one.now, one.difference, one.turn) == (6, 2.5, -3.5, "changed")
    assert "worst pain: 6/10 → 2.5/10 (3.5 less), since 2026-02-14" in told(sides)
    assert "14 days later, the level of care is the same: Self-care." in told(sides)
    assert "Fewer signs or a milder level are no all-clear. The level of the latest consultation counts: Self-care." in told(sides)


def test_a_danger_sign_comes_with_its_answer_its_reason_and_what_stops(shoulder: KnowledgeBase) -> None:
    sides = compared(shoulder, WELL, {**WELL, "odd_shape": True})
    assert sides.urgency == "more urgent"
    assert "the level of care is more urgent: Self-care → Today." in told(sides)
    assert "- New reason: The joint may be out of place. By: odd shape: no → yes" in told(sides)
    assert "- Safety question: odd shape: no → yes" in told(sides)
    assert {one.id: one.because for one in sides.plan.went} == dict.fromkeys(("arm_circles", "ice_pack"), ("You need to be seen first.",))
    assert "- Stops: Ice pack; Arm circles Why: You need to be seen first." in told(sides)
    assert "Now to be left alone" not in told(sides), "what stops is told once"


def test_a_milder_level_for_want_of_an_answer_is_said_before_all_else(shoulder: KnowledgeBase) -> None:
    sides = compared(shoulder, {**WELL, "chest_pain": True}, without(WELL, "chest_pain"))
    assert sides.urgency == "less urgent"
    (notice,) = at_a_glance.notices(sides)
    assert (
        notice == "No longer known: chest pain. Unknown is never no, so nothing that rested on it is cleared."
        " 1 reason of then is gone for want of an answer."
    )
    text = told(sides)
    assert text.index(notice) < text.index("less urgent")
    assert "1 safety question has no answer now (then 0), so the level can only be too mild." in text
    assert "Without an answer now: Your chest hurts as well (then yes)" in text
    assert [(one.id, one.elsewhere) for one in sides.findings.went] == [("unsafe", "not found")]


def test_a_finding_that_is_known_not_to_hold_is_told_apart_from_one_that_is_not_found(shoulder: KnowledgeBase) -> None:
    known = compared(shoulder, {**WELL, "chest_pain": True}, WELL)
    assert [(one.id, one.elsewhere) for one in known.findings.went] == [("unsafe", "known not to hold")]
    assert "No longer found: Something unsafe (now known not to hold) By: chest pain: yes → no" in told(known)


def test_an_emergency_cannot_be_too_mild(shoulder: KnowledgeBase) -> None:
    sides = compared(shoulder, WELL, {**without(WELL, "numb_arm"), "chest_pain": True})
    assert "1 safety question has no answer now (then 0)." in at_a_glance.summary(sides)


def test_what_must_not_be_missed_is_named_when_it_comes_and_is_not_out_when_it_goes(shoulder: KnowledgeBase) -> None:
    torn = {**WELL, "began": "at_once", "clicks": True, "reach": False}
    came, went = compared(shoulder, WELL, torn), compared(shoulder, torn, WELL)
    assert came.conditions[0].standing.id == "torn_tendon"
    assert "new, and not to be missed: Torn tendon (possible)." in told(came)
    assert [(one.id, one.then, one.now) for one in came.scores] == [("signs", 0, 2)]
    assert "Signs of a tear: 0 → 2 points" in told(came)
    assert f"unlikely now: Torn tendon: possible → unlikely; support 0 → -13 {comparing.UNLIKELY_IS_NOT_OUT}" in told(went)


def test_only_arguments_that_count_are_told(base: KnowledgeBase, example: Example) -> None:
    then, now = (version(base, example(name).answers) for name in ("weak_hips_gradual_ache", "clot_like"))
    argued = [(one["id"], each) for one in now.result["conditions"] for each in one["arguments"]]
    assert [each for _, each in argued if not each["counted"]]
    sides = side_by_side(base, "anna", then, "anna", now)
    told_now = {(one.standing.id, each.rule, each.side) for one in sides.conditions for each in (*one.arguments.came, *one.arguments.stayed)}
    assert told_now == {(name, each["rule"], each["side"]) for name, each in argued if each["counted"]}


def test_what_may_be_done_again_is_not_advised_by_that(shoulder: KnowledgeBase) -> None:
    sides = compared(shoulder, {**WELL, "odd_shape": True}, WELL)
    assert "No longer to be left alone: Arm circles; Ice pack Until then: You need to be seen first." in told(sides)
    assert comparing.RELEASED_IS_NOT_ADVISED in told(sides)
    assert "- Begins: Arm circles: 2 x 10, every day; Build up Why: Movement helps a sore shoulder." in told(sides)


def test_a_question_that_was_answered_since_is_told_with_its_answer(shoulder: KnowledgeBase) -> None:
    sides = compared(shoulder, without(WELL, "odd_shape", "numb_arm"), WELL)
    assert "Every safety question has an answer now; then 2 had none." in at_a_glance.summary(sides)
    assert "No longer open: The shoulder has an odd shape: no" in told(sides)
    assert "- no: numb arm; odd shape" in told(sides), "new answers of no stand in one line"
    assert "- Safety question: odd shape" not in told(sides)


def test_what_was_expected_then_is_there_to_be_asked(shoulder: KnowledgeBase) -> None:
    assert "- In two weeks: It hurts less. (Sore shoulder)" in told(compared(shoulder, WELL, WELL))


# Where it comes from


def with_knowledge(one: Version, fingerprint: str) -> Version:
    return dataclasses.replace(one, result={**one.result, "knowledge": {**one.result["knowledge"], "version": "0.9", "fingerprint": fingerprint}})


def test_other_knowledge_is_said_first(shoulder: KnowledgeBase) -> None:
    then = with_knowledge(version(shoulder, WELL), "f" * 64)
    sides = side_by_side(shoulder, "anna", then, "anna", version(shoulder, {**WELL, "worst": 3}, 2, SECOND))
    assert not sides.same_knowledge
    assert at_a_glance.notices(sides)[0].endswith("A change may come from the rules, not from the swimmer.")
    assert "shoulder 0.9 (ffffffffffff), then shoulder 1.0.0" in at_a_glance.notices(sides)[0]
    same = side_by_side(shoulder, "anna", then, "anna", version(shoulder, WELL, 2, SECOND))
    assert at_a_glance.notices(same)[0].endswith("The answers are the same, so every change comes from the rules, not from the swimmer.")


def test_a_dose_that_other_knowledge_gives_is_a_change_of_a_measure_that_goes_on(shoulder: KnowledgeBase) -> None:
    then, now = version(shoulder, WELL), version(shoulder, WELL, 2, SECOND)
    plan = [{**one, "dose": {"sets": 3, "reps": 5}, "phase": "calm"} if one["measure"] == "arm_circles" else one for one in then.result["plan"]]
    sides = side_by_side(shoulder, "anna", with_knowledge(dataclasses.replace(then, result={**then.result, "plan": plan}), "f" * 64), "anna", now)
    assert [one.id for one in sides.kept_up] == ["arm_circles"]
    assert not sides.is_empty
    assert "Goes on, otherwise: Arm circles: 3 x 5; First days → 2 x 10, every day; Build up" in told(sides)
    assert "Measures of the plan: 2 kept (1 otherwise)." in at_a_glance.summary(sides)


def test_what_no_question_asks_for_today_is_shown_by_its_id(shoulder: KnowledgeBase) -> None:
    one = version(shoulder, WELL)
    then, now = (
        dataclasses.replace(one, result={**one.result, "answers": {**one.answers, **old}})
        for old in ({"old_number": 0.3, "old_choice": "left"}, {"old_number": 0.1})
    )
    sides = side_by_side(shoulder, "anna", then, "anna", now)
    assert [(one.short, one.said_then, one.said_now, one.difference) for one in sides.answers] == [
        ("old_choice", "“left”", "", None),
        ("old_number", "0.3", "0.1", -0.2),
    ]


@pytest.mark.parametrize(
    ("then", "now", "difference"), [(True, 1, None), (1, 1.0, "same"), (10**400, 0.5, None), (float("inf"), 1, None), (2, "two", None), (7, 4, -3)]
)
def test_a_yes_is_no_number_and_a_number_without_end_has_no_difference(shoulder: KnowledgeBase, then: Scalar, now: Scalar, difference: Any) -> None:
    one = version(shoulder, {})
    two = [dataclasses.replace(one, result={**one.result, "answers": {"clicks": value}}) for value in (then, now)]
    sides = side_by_side(shoulder, "anna", two[0], "anna", two[1])
    assert [one.difference for one in sides.answers] == ([] if difference == "same" else [difference])
    assert told(sides)


def test_two_cases_may_be_two_people(shoulder: KnowledgeBase, base: KnowledgeBase, example: Example) -> None:
    sides = side_by_side(shoulder, "anna", version(shoulder, WELL), "ben", version(shoulder, WELL, 1, SECOND))
    assert at_a_glance.notices(sides) == ("These are not two versions of one case. Make sure that they are of the same swimmer.",)
    assert comparing.title(sides) == "anna@1 and ben@1"
    answers = example("weak_hips_gradual_ache").answers
    other = side_by_side(base, "anna", version(base, answers), "ben", version(base, {**answers, "sex": "male"}))
    assert at_a_glance.notices(other)[0].endswith("They differ in what stays as it is for good: sex.")


def test_the_earlier_one_comes_first_where_times_are_kept(shoulder: KnowledgeBase) -> None:
    early, late, file = (("a", version(shoulder, WELL)), ("b", version(shoulder, WELL, 2, SECOND)), ("c", version(shoulder, WELL, 0, "")))
    assert in_order_of_time(late, early) == in_order_of_time(early, late) == (early, late)
    assert in_order_of_time(file, early) == (file, early)
    assert in_order_of_time(late, file) == (late, file)


def test_read_backwards_it_says_so_and_the_later_level_counts(shoulder: KnowledgeBase) -> None:
    late = version(shoulder, {**WELL, "odd_shape": True}, 2, SECOND)
    sides = side_by_side(shoulder, "anna", late, "anna", version(shoulder, WELL))
    assert "read it backwards" in at_a_glance.notices(sides)[0]
    assert "14 days earlier, the level of care is less urgent" in told(sides)
    assert at_a_glance.closing(sides).endswith("The level of the latest consultation counts: Today.")


def test_a_time_that_is_no_date_has_no_days(shoulder: KnowledgeBase) -> None:
    assert side_by_side(shoulder, "a", version(shoulder, WELL, 1, "2026-19-39T00:00:00Z"), "a", version(shoulder, WELL, 2, SECOND)).days is None


def test_a_word_for_support_that_nobody_knows_is_refused(shoulder: KnowledgeBase) -> None:
    one = version(shoulder, WELL)
    wrong = dataclasses.replace(one, result={**one.result, "causes": [{**one.result["causes"][0], "words": "perhaps"}]})
    with pytest.raises(StoreError, match=r"says 'perhaps' of 'too_much', and Soleus has no such word\. Update Soleus\."):
        side_by_side(shoulder, "anna", wrong, "anna", one)


def test_a_trace_that_goes_in_circles_ends() -> None:
    steps = [
        {"n": 1, "rule": "a", "matched": [{"step": 2}, {"answer": "x", "value": 1}], "concluded": []},
        {"n": 2, "rule": "b", "matched": [{"step": 1}, {"step": 9}, {"answer": "y", "value": 1}], "concluded": ["finding:f"]},
    ]
    assert Rests(steps).on("finding:f", {"x", "y", "z"}) == ("x", "y")
    assert Rests(steps).on("a", {"y"}) == ("y",)
    assert Rests(steps).on("c", {"y"}) == ()


def test_a_conclusion_rests_on_all_that_its_steps_rest_on() -> None:
    steps = [
        {"n": 1, "rule": "a", "matched": [{"answer": "x", "value": 1}], "concluded": []},
        {"n": 2, "rule": "b", "matched": [{"answer": "y", "value": 1}], "concluded": []},
        {"n": 3, "rule": "c", "matched": [{"step": 1}, {"step": 2}], "concluded": ["finding:f"]},
        {"n": 4, "rule": "d", "matched": [{"answer": "z", "value": 1}], "concluded": ["finding:f"]},
    ]
    assert Rests(steps).on("finding:f", {"x", "y", "z"}) == ("x", "y", "z")
    assert Rests(steps).on("c", {"x", "y", "z"}) == ("x", "y")
