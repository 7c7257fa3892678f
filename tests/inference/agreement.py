"""Where the forward engine and the oracle disagree on one sheet."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from oracle import Case, Opinion
from oracle_conditions import is_false, is_true
from soleus.inference.forward import Inference
from soleus.knowledge.model import Find, KnowledgeBase

_DENIED = re.compile(r"\(denied_([\w-]+)\)")


def disagreements(inference: Inference, opinion: Opinion, denials: frozenset[str]) -> list[str]:
    """One line for each thing on which the two differ. `denials` are the findings that the engine must be able to deny."""
    seen = _seen_by_engine(inference)
    wanted = {name: getattr(opinion, name) for name in seen}
    wanted["denied"] = opinion.denied & denials
    return [
        f"{name}: engine {_only(seen[name], wanted[name])}, oracle {_only(wanted[name], seen[name])}" for name in seen if seen[name] != wanted[name]
    ]


def _seen_by_engine(inference: Inference) -> dict[str, object]:
    return {
        "fired": frozenset(step.rule for step in inference.steps if step.kind == "rule"),
        "findings": frozenset(inference.findings),
        "denied": frozenset(inference.denied),
        "scores": dict(inference.scores),
        "arguments": tuple(sorted(_cases(inference))),
        "support": {name: support.decibans for name, support in inference.support.items()},
        "words": {name: support.word for name, support in inference.support.items()},
        "triage": inference.triage,
        "referred": _sets(inference.referred),
        "withheld": _sets(inference.withheld),
        "advised": _sets(inference.advised),
    }


def _cases(inference: Inference) -> Iterator[Case]:
    for name, support in inference.support.items():
        yield from (Case(one.rule, name, one.favours, one.strength, one.evidence) for one in support.arguments)


def _sets(rules: Mapping[str, Iterable[str]]) -> dict[str, frozenset[str]]:
    return {name: frozenset(some) for name, some in rules.items()}


def _only(mine: object, theirs: object) -> object:
    """What one has and the other has not, so that a failure is short enough to read."""
    if isinstance(mine, dict) and isinstance(theirs, dict):
        return {key: value for key, value in mine.items() if theirs.get(key) != value}
    if isinstance(mine, frozenset | tuple) and isinstance(theirs, frozenset | tuple):
        return sorted(set(mine) - set(theirs))
    return mine


def denials_needed(base: KnowledgeBase) -> frozenset[str]:
    """The findings that some condition needs to be known not to hold: a rule's own, or one behind the denial of another finding."""
    needed: set[str] = set()
    new = {name for rule in base.rules.values() for name in _DENIED.findall(is_true(rule.when))}
    while new - needed:
        needed |= new
        new = {name for rule in base.rules.values() if _derives(rule.then, needed) for name in _DENIED.findall(is_false(rule.when))}
    return frozenset(needed)


def _derives(then: Iterable[object], findings: set[str]) -> bool:
    return any(isinstance(one, Find) and one.finding in findings for one in then)
