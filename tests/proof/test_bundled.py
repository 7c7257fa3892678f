"""Everything is proved of the bundled knowledge, and the verdicts do not depend on how they were come by."""

from __future__ import annotations

import pytest

from soleus import KnowledgeBase
from soleus.knowledge.conditions import LEVELS
from soleus.proof.proving import prove, prove_task, tasks_of

WANTED = {
    "emergency-signs-mean-emergency",
    "emergency-leaves-nothing-but-rest",
    "nobody-presses-warms-or-stretches-a-possible-clot",
    "nothing-withheld-is-in-a-plan",
    "no-load-on-a-possible-rupture",
    "no-load-on-a-possible-fracture",
    "no-load-or-wrap-on-possible-pressure",
    "no-jumping-before-the-calf-is-strong-enough",
    "not-sure-is-never-milder-than-no",
    "one-more-red-flag-never-calms",
    "everybody-gets-something-to-do",
    "who-is-at-higher-risk-is-always-referred",
}
"""What the knowledge may not stop promising."""


@pytest.mark.nightly  # .ci/run proves them all with the command
@pytest.mark.parametrize("task", tasks_of(KnowledgeBase.bundled()))
def test_it_is_proved(base: KnowledgeBase, task: str) -> None:
    verdicts = prove_task(base, task)
    assert verdicts
    assert [(one.item, one.why_not, one.others, one.counterexample) for one in verdicts if not one.proved] == []


def test_no_promise_was_dropped(base: KnowledgeBase) -> None:
    assert set(base.properties) >= WANTED


def test_every_item_is_asked_about(base: KnowledgeBase) -> None:
    asked: dict[str, set[str]] = {}
    for one in (*prove_task(base, "reached"), *prove_task(base, "fires")):
        asked.setdefault(one.kind, set()).add(one.item)
    wanted = {"level": set(LEVELS), "condition": set(base.conditions), "cause": set(base.causes), "measure": set(base.measures)}
    assert asked == {**wanted, "fires": set(base.rules)}


def test_two_processes_give_the_same_verdicts_in_the_same_order(base: KnowledgeBase) -> None:
    tasks = ("tear-signs-need-help-today", "bleeding-is-not-pressed", "everybody-gets-something-to-do")
    heard: list[str] = []
    found = prove(base, tasks, processes=2, tell=lambda task, _: heard.append(task))
    assert found == prove(base, tasks)
    assert sorted(heard) == sorted(tasks)


def test_the_change_of_one_answer_is_asked_of_every_question_that_can_be_answered_so(base: KnowledgeBase) -> None:
    yes_no = [one for one in base.observables.values() if one.kind == "yes_no"]
    unsure = base.properties["not-sure-is-never-milder-than-no"].change[0]
    assert [*unsure.observables(base)] == yes_no
    flags = base.properties["one-more-red-flag-never-calms"].change[0]
    assert [*flags.observables(base)] == [one for one in yes_no if one.safety]
