"""For each rule the scenario in which it fires and the nearest one in which it does not, out of `features/`: what `kb/examples.json` holds."""

from __future__ import annotations

import itertools
import re
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler

from soleus import KnowledgeBase
from soleus.knowledge.answers import load_answers, parse_answers
from soleus.knowledge.conditions import Scalar

ROOT = Path(__file__).parents[1]
FEATURES = ROOT / "features"

Answers = dict[str, Scalar]

_SAYS = re.compile(r'the rule "([^"]+)" (fires|does not fire)')
_IN_ONE_LINE = re.compile(r'a runner who answers "(.*)"')
_ALL_NO = re.compile(r'a runner who answered "no" to every question of "(.*)"')
_FROM_EXAMPLE = re.compile(r'a runner with the answers of "(.*)"')


def examples(base: KnowledgeBase) -> dict[str, dict[str, Answers]]:
    """For each rule that scenarios name: `fires` and `does_not_fire`, the two nearest and then the shortest that there are."""
    found: dict[str, dict[str, list[Answers]]] = defaultdict(lambda: {"fires": [], "does not fire": []})
    for answers, rule, outcome in _outcomes(base):
        found[rule][outcome].append(answers)
    pairs = {
        rule: _nearest(said["fires"], said["does not fire"]) for rule, said in sorted(found.items()) if rule in base.rules and all(said.values())
    }
    return {rule: {"fires": fires, "does_not_fire": near} for rule, (fires, near) in pairs.items()}


def _nearest(fires: list[Answers], near: list[Answers]) -> tuple[Answers, Answers]:
    return min(itertools.product(fires, near), key=lambda pair: (len(pair[0].items() ^ pair[1].items()), len(pair[0]) + len(pair[1])))


def _outcomes(base: KnowledgeBase) -> Iterator[tuple[Answers, str, str]]:
    """What the scenarios say of rules: the runner's answers, the rule, and whether it fires."""
    for path in sorted(FEATURES.glob("*.feature")):
        document: Any = Parser().parse(path.read_text("utf-8"))
        for pickle in Compiler().compile({**document, "uri": path.name}):
            said = [match for step in pickle["steps"] if (match := _SAYS.fullmatch(step["text"]))]
            if said:
                answers = _answers(base, pickle["steps"])
                yield from ((answers, match[1], match[2]) for match in said)


def _answers(base: KnowledgeBase, steps: list[dict[str, Any]]) -> Answers:
    """The answers that the Given steps of a scenario gather: what is said of one question wins over what is said of a whole checklist."""
    given: Answers = {}
    no: Answers = {}
    for step in steps:
        text = step["text"]
        if text == "a runner who answers":
            rows = step["argument"]["dataTable"]["rows"]
            given |= _flow(base, ", ".join(": ".join(cell["value"] for cell in row["cells"]) for row in rows))
        elif match := _IN_ONE_LINE.fullmatch(text):
            given |= _flow(base, match[1])
        elif match := _ALL_NO.fullmatch(text):
            no |= {item: False for name in match[1].split(",") for item in base.checklists[name.strip()].items}
        elif match := _FROM_EXAMPLE.fullmatch(text):
            given |= load_answers(base, ROOT / "examples" / f"{match[1]}.yaml")
    every = no | given
    return {name: every[name] for name in base.observables if name in every}


def _flow(base: KnowledgeBase, text: str) -> Answers:
    return parse_answers(base, f"{{{text}}}".encode(), "feature")
