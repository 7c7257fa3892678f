"""What changed between two bases: what each kind of edit is called, and that every mistake in a rule is told as one change of that rule."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from mutation.mutants import mutants
from soleus.evaluation.condition_differences import Detail
from soleus.evaluation.differences import Change, differences
from soleus.inference.program import TRIAGE_RULE
from soleus.knowledge.model import KnowledgeBase

Edit = Callable[..., tuple[Change, ...]]


@pytest.fixture
def edit(shoulder: KnowledgeBase, edited: Callable[..., KnowledgeBase]) -> Edit:
    """The differences that edits of the shoulder make."""
    return lambda *edits: differences(shoulder, edited(*edits))


def details(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    """Each detail as its part, with the groups around it, what is gone, and what is there now."""
    return [(" > ".join((one.part, *one.within)), one.gone, one.now) for change in changes for one in change.details]


def test_nothing_changed(edit: Edit) -> None:
    assert edit() == ()


def test_the_order_of_items_and_their_lines_are_no_change(edit: Edit) -> None:
    assert edit(("- rule: a-high-fall-needs-help", "\n\n# moved down\n- rule: a-high-fall-needs-help")) == ()


UNLESS = "Unless this is known to hold:"
ANY = "Any of these:"
NONE = "None of these, each known not to hold:"

EDITS = [
    ("a part of a condition is gone", [("      - clicks: known\n", "")], [("when", "clicks: any answer", "")]),
    ("a part is new", [("      - clicks: known\n", "      - clicks: known\n      - odd_shape: no\n")], [("when", "", "odd shape: no")]),
    (
        "an exception is new",
        [("  when: {began: at_once}\n", "  when:\n    began: at_once\n    unless: [{reach: yes}]\n")],
        [("when", "", f"{UNLESS} reach up: yes")],
    ),
    ("a threshold is shifted", [("over: 3", "over: 4")], [(f"when > {ANY}", "fall: over 3 m", "fall: over 4 m")]),
    (
        "a test within a group reads otherwise",
        [("worst: {at_least: 8}", "worst: {at_most: 8}")],
        [(f"when > {NONE}", "worst pain: at least 8/10", "worst pain: at most 8/10")],
    ),
    ("a count is other", [("      count: 1\n", "      count: 2\n")], [("when", "At least 1 of these:", "At least 2 of these:")]),
    (
        "a value is taken in",
        [("began: slowly\n    none", "began: [slowly, back]\n    none")],
        [("when", "", "how it began: “With back pain”")],
    ),
    ("a strength is other", [("for: too_much, strength: moderate", "for: too_much, strength: weak")], None),
    (
        "a level is other",
        [("when: {odd_shape: yes}\n  then:\n    - refer: same_day", "when: {odd_shape: yes}\n  then:\n    - refer: clinician")],
        None,
    ),
    ("a withheld measure is gone", [(", measures: [ice_pack]", "")], None),
    ("a measure is no longer advised", [("advise: [arm_circles, ice_pack]", "advise: [ice_pack]")], None),
    (
        "a reason reads otherwise",
        [("because: It may be the heart.", "because: It may be your heart.")],
        [("because", "It may be the heart.", "It may be your heart.")],
    ),
    ("a dose is other", [("reps: 10", "reps: 12")], None),
    (
        "a self-test ends otherwise",
        [("stop: Stop at the first pain.", "stop: Stop when it hurts.")],
        [("self_test.stop", "Stop at the first pain.", "Stop when it hurts.")],
    ),
    ("a choice reads otherwise", [("slowly: Bit by bit", "slowly: Over days")], [("choices.slowly", "Bit by bit", "Over days")]),
    ("a range is wider", [("at_most: 5000", "at_most: 6000")], [("range.at_most", "5000", "6000")]),
    (
        "a question is skipped otherwise",
        [("skip_if: {odd_shape: yes}", "skip_if: {numb_arm: yes}")],
        [("skip_if", "odd shape: yes", "numb arm: yes")],
    ),
]


@pytest.mark.parametrize(("edits", "expected"), [one[1:] for one in EDITS], ids=[one[0] for one in EDITS])
def test_an_edit_is_told_in_words(edit: Edit, edits: list[tuple[str, str]], expected: list[tuple[str, str, str]] | None) -> None:
    changes = edit(*edits)
    assert {change.how for change in changes} == {"changed"}
    assert len(changes) == 1
    assert details(changes) == expected if expected else len(details(changes)) == 1


def test_what_a_precaution_no_longer_withholds(edit: Edit) -> None:
    assert [(part, bool(gone), now) for part, gone, now in details(edit((", measures: [ice_pack]", "")))] == [("then > Leave alone", True, "")]


def test_an_item_that_is_new_and_one_that_is_gone(edit: Edit) -> None:
    found = edit(("rule: one-moment-adds", "rule: a-moment-adds"), ("You can name the moment.", "You know the moment."))
    assert [(one.kind, one.id, one.how) for one in found] == [("rule", "one-moment-adds", "removed"), ("rule", "a-moment-adds", "added")]


def test_an_item_that_has_only_another_id_is_renamed(edit: Edit) -> None:
    (change,) = edit(("rule: one-moment-adds", "rule: a-moment-adds"))
    assert (change.id, change.how, change.details) == ("a-moment-adds", "renamed", (Detail("id", (), "one-moment-adds", "a-moment-adds"),))


def test_where_both_read_the_same_the_ids_are_told(edit: Edit) -> None:
    found = {change.id: change for change in edit(("at_once", "suddenly"))}
    (detail,) = found["one-moment-adds"].details
    assert (detail.gone, detail.now) == ("how it began: “At one moment” (began, at_once)", "how it began: “At one moment” (began, suddenly)")


def test_every_mistake_in_a_rule_is_told_as_a_change_of_that_rule(base: KnowledgeBase) -> None:
    """No detail reads the same on both sides: who reads it could not tell what changed."""
    some = [mutant for mutant in mutants(base) if mutant.mutated and not mutant.rule.id.startswith(TRIAGE_RULE)][::7]
    assert len(some) > 500
    for mutant in some:
        assert mutant.mutated
        other = replace(base, rules={**base.rules, mutant.rule.id: mutant.mutated}, fingerprint=mutant.id)
        (change,) = differences(base, other)
        assert (change.kind, change.id, change.how) == ("rule", mutant.rule.id, "changed"), mutant.id
        assert change.details, mutant.id
        assert all(one.gone != one.now for one in change.details), mutant.id
