"""Knowledge that lacks a whole kind of thing still asks well: without measures, without conditions, or without any rule."""

from __future__ import annotations

import json
from typing import Any

import pytest

from inference.handmade import STOCK
from soleus import Consultation, KnowledgeBase
from soleus.cli import wording
from soleus.consultation.choice import Stop
from soleus.consultation.stakes import stakes
from soleus.knowledge.loading import check_files

HYPOTHESES = ("condition", "cause")
RULE = {"title": "A rule", "because": "It is so.", "sources": ["book"], "review": "not clinically reviewed"}
LOOK = {"rule": "look", "when": {"b": True}, "then": [{"refer": "clinician"}], **RULE}
SPEAK = {"rule": "speak", "when": {"a": True}, "then": [{"argue": {"for": "strain", "strength": "weak", "evidence": "a"}}], **RULE}


def without(kinds: tuple[str, ...], *rules: Any) -> KnowledgeBase:
    """The stock of questions without these kinds of things, and these rules."""
    items = [item for item in STOCK if not any(kind in item for kind in kinds)]
    checked = check_files({"all.yaml": json.dumps([*items, *rules]).encode()})
    assert checked.base is not None, [str(fault) for fault in checked.faults]
    return checked.base


def test_without_measures_the_largest_effect_still_comes_first() -> None:
    question = Consultation(without(("measure",), SPEAK, LOOK)).next_question()
    assert question is not None
    assert question.id == "b"


@pytest.mark.parametrize("kinds", [("measure", *HYPOTHESES), HYPOTHESES, ("cause",)])
def test_it_asks_until_the_only_rule_is_decided(kinds: tuple[str, ...]) -> None:
    talk = Consultation(without(kinds, LOOK))
    assert stakes(talk, "b").levels[0] == "clinician"
    assert [one.id for one in (talk.next_question(),) if one] == ["b"]
    assert talk.answer("b", False).stop == Stop("proved")


def test_without_rules_nothing_needs_to_be_asked() -> None:
    talk = Consultation(without(("measure", *HYPOTHESES)))
    assert talk.stop == Stop("proved")
    assert talk.conclude().triage.level == "self_care"


def test_a_proof_says_no_more_than_it_proves() -> None:
    """How well the first condition fits can still change: that is no part of the proof, so nobody is told that the whole result stays."""
    more = {"rule": "more", "when": {"b": True}, "then": [{"argue": {"for": "strain", "strength": "strong", "evidence": "b"}}], **RULE}
    talk = Consultation.of(without(("measure", "cause"), SPEAK, more), {"a": True})
    assert talk.stop == Stop("proved")
    words = [one.conclude().conditions[0].words for one in (talk, talk.answer("b", True))]
    assert words == ["possible", "likely"]
    for said in (wording.stopped("proved", 0, soon=False), wording.END_WHY["proved"]):
        assert "result" not in said
        assert "the level of care" in said
