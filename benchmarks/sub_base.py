"""A smaller knowledge base cut from a larger one, for figures that can be compared while the knowledge grows."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace

from soleus import KnowledgeBase
from soleus.knowledge.model import Argue
from soleus.knowledge.strata import derives, reads


def first_rules(base: KnowledgeBase, count: int) -> KnowledgeBase:
    """A base of about `count` rules, never more: the first by id whose rules for findings and scores still fit, with those rules.

    Hypotheses that none of them argues about, and findings and scores that none of them derives, are left out.
    """
    makers: dict[str, set[str]] = defaultdict(set)
    for rule in base.rules.values():
        for made in derives(rule):
            makers[made].add(rule.id)
    kept: set[str] = set()
    for name in base.rules:
        with_needs = kept | _with_needs(base, makers, name)
        if len(with_needs) <= count:
            kept = with_needs
    return _only(base, kept)


def _with_needs(base: KnowledgeBase, makers: dict[str, set[str]], name: str) -> set[str]:
    """A rule and all that derive what it reads, directly or not."""
    found, waiting = set(), {name}
    while waiting:
        found |= waiting
        waiting = {maker for rule in waiting for read in reads(base.rules[rule].when) for maker in makers[read]} - found
    return found


def _only(base: KnowledgeBase, kept: set[str]) -> KnowledgeBase:
    rules = {name: rule for name, rule in base.rules.items() if name in kept}
    argued = {one.hypothesis for rule in rules.values() for one in rule.then if isinstance(one, Argue)}
    made = {name for rule in rules.values() for name in derives(rule)}
    return replace(
        base,
        fingerprint=f"{base.fingerprint}-{len(rules)}",
        rules=rules,
        conditions={name: item for name, item in base.conditions.items() if name in argued},
        causes={name: item for name, item in base.causes.items() if name in argued},
        findings={name: item for name, item in base.findings.items() if f"finding:{name}" in made},
        scores={name: item for name, item in base.scores.items() if f"score:{name}" in made},
    )
