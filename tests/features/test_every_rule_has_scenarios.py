"""Every rule is named by at least one scenario in which it fires and one near miss in which it does not."""

from __future__ import annotations

import re

from feature_sheets import FEATURES, steps
from soleus import KnowledgeBase

SAYS = re.compile(r'the rule "([^"]+)" (fires|does not fire)$')


def _named() -> dict[str, set[str]]:
    named: dict[str, set[str]] = {"fires": set(), "does not fire": set()}
    for text in (text for path in FEATURES for text in steps(path)):
        if said := SAYS.match(text):
            named[said[2]].add(said[1])
    return named


def test_every_rule_fires_in_a_scenario(base: KnowledgeBase) -> None:
    assert sorted(set(base.rules) - _named()["fires"]) == []


def test_every_rule_has_a_near_miss(base: KnowledgeBase) -> None:
    assert sorted(set(base.rules) - _named()["does not fire"]) == []
