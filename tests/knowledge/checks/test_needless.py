"""What the checks of logic call needless, unreachable or in vain is so for every person: shown by every sheet, with and without it."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings

from inference.handmade import Rules, knowledge, rule_sets
from soleus.inference.columnar import ColumnarEngine
from soleus.inference.columnar_answers import pack
from soleus.inference.columnar_outcome import Row
from soleus.inference.program import compile_program
from soleus.knowledge.checks import CHECKS
from soleus.knowledge.checks.check import Beside
from soleus.knowledge.checks.conclusions import advised, finds, withholds
from soleus.knowledge.checks.gaps.redundant_part import needless_parts
from soleus.knowledge.model import AddPoints, KnowledgeBase
from soleus.knowledge.reasoning import Reasoner

MANY = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
SIZES = (None, 0, 2.5, 3, 5, 6, 7.5, 8, 10)


def _sheets() -> Iterator[dict[str, Any]]:
    for a, b, shade, size in itertools.product((None, True, False), (None, True, False), (None, "red", "green", "blue"), SIZES):
        yield {name: value for name, value in (("a", a), ("b", b), ("shade", shade), ("size", size)) if value is not None}


SHEETS = [*_sheets()]


def _rows(base: KnowledgeBase) -> list[Row]:
    outcome = ColumnarEngine(compile_program(base)).infer(pack(base, SHEETS))
    return [outcome.row(number) for number in range(len(SHEETS))]


def _outcomes(base: KnowledgeBase) -> list[object]:
    """Everything that a person is told, sheet by sheet, but for which rules said it."""
    return [(row.findings, row.scores, row.support, row.words, row.triage, {*row.withheld}, {*row.advised} - {*row.withheld}) for row in _rows(base)]


def _named_by(check: str, base: KnowledgeBase) -> list[str]:
    """The rules that a check names."""
    find = CHECKS[check].find
    assert find is not None
    return sorted({fault.item.removeprefix("rule:") for fault in find(base, Beside()) if fault.item.startswith("rule:")})


def _without(base: KnowledgeBase, rule: str) -> KnowledgeBase:
    rules = {name: one for name, one in base.rules.items() if name != rule}
    return replace(base, rules=rules, fingerprint=f"{base.fingerprint} without {rule}")


def _check_needless(rules: Rules) -> None:
    base = knowledge(rules)
    named = {*_named_by("subsumed-rule", base), *_named_by("duplicate-rule", base)}
    for rule in sorted(named):
        if not any(isinstance(one, AddPoints) for one in base.rules[rule].then):
            assert _outcomes(_without(base, rule)) == _outcomes(base), rule


def _check_parts(rules: Rules) -> None:
    base = knowledge(rules)
    for rule in base.rules.values():
        for _, rest in needless_parts(Reasoner(base), rule.when, wholly=finds(rule)):
            other = replace(base, rules={**base.rules, rule.id: replace(rule, when=rest)}, fingerprint=f"{base.fingerprint} {rest}")
            assert _outcomes(other) == _outcomes(base), (rule.id, rest)


def _check_unreachable(rules: Rules) -> None:
    base = knowledge(rules)
    fired = {rule for row in _rows(base) for rule in row.fired}
    assert fired.isdisjoint(_named_by("unreachable-rule", base))


def _check_withheld(rules: Rules) -> None:
    base = knowledge(rules)
    for rule in _named_by("always-withheld", base):
        in_vain = [name for name in advised(base.rules[rule]) if any(withholds(base, one, name) for one in base.rules.values())]
        assert any(all(name in row.withheld for row in _rows(base) if rule in row.fired) for name in in_vain), rule


LAWS = [_check_needless, _check_parts, _check_unreachable, _check_withheld]


@pytest.mark.parametrize("law", LAWS)
@MANY
@given(rules=rule_sets())
def test_what_is_said_is_true(law: Callable[[Rules], None], rules: Rules) -> None:
    law(rules)


@pytest.mark.nightly
@pytest.mark.parametrize("law", LAWS)
@settings(MANY, max_examples=1_000)
@given(rules=rule_sets())
def test_what_is_said_is_true_of_many_bases(law: Callable[[Rules], None], rules: Rules) -> None:
    law(rules)


def test_these_laws_have_something_to_say() -> None:
    """One base in which each check of the laws finds something, so that no law holds of nothing."""
    advise, refer = [{"advise": ["rub"]}], [{"refer": "clinician"}]
    base = knowledge(
        [
            ({"a": True}, refer),
            ({"a": True, "b": True}, refer),
            ({"all": [{"a": True}, {"a": "known"}]}, advise),
            ({"a": "known"}, [{"withhold": {"groups": ["soothe"]}}]),
            ({"at_least": {"count": 2, "of": [{"shade": "red"}, {"shade": "blue"}]}}, advise),
        ]
    )
    assert _named_by("subsumed-rule", base) == ["r1"]
    assert _named_by("always-withheld", base) == ["r2"]
    assert _named_by("unreachable-rule", base) == ["r4"]
    assert _named_by("redundant-part", base) == ["r2"]
