"""Every rule is named by at least one scenario in which it fires and one near miss in which it does not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from soleus import KnowledgeBase

FEATURES = Path(__file__).parents[2] / "features"
SAYS = re.compile(r'the rule "([^"]+)" (fires|does not fire)$')


def _steps() -> Iterator[str]:
    """The text of every step of every scenario, outlines written out."""
    for path in sorted(FEATURES.glob("*.feature")):
        document: Any = Parser().parse(path.read_text("utf-8"))
        for pickle in Compiler().compile({**document, "uri": path.name}):
            yield from (step["text"] for step in pickle["steps"])


def _named() -> dict[str, set[str]]:
    named: dict[str, set[str]] = {"fires": set(), "does not fire": set()}
    for text in _steps():
        if said := SAYS.match(text):
            named[said[2]].add(said[1])
    return named


def test_every_rule_fires_in_a_scenario(base: KnowledgeBase) -> None:
    assert sorted(set(base.rules) - _named()["fires"]) == []


def test_every_rule_has_a_near_miss(base: KnowledgeBase) -> None:
    assert sorted(set(base.rules) - _named()["does not fire"]) == []
