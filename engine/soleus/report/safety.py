"""What was proved of a knowledge base and what was not, as blocks and as plain data."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from soleus.explanation.promises import claim_text, sayings
from soleus.explanation.words import answers_text, in_words, level_text, name_of, value_text
from soleus.knowledge.model import Advise, KnowledgeBase
from soleus.proof.replaying import Concluded, Counterexample
from soleus.proof.values import Value
from soleus.proof.verdicts import Kind, Verdict
from soleus.report.blocks import Block, Heading, Line

PARTS: dict[Kind, str] = {
    "property": "Safety properties, for every set of answers",
    "fires": "Rules that can fire",
    "advises": "Rules whose advice can be in a plan",
    "differs": "Rules that say something of their own",
    "level": "Triage levels that can be reached",
    "condition": "Conditions that can be reached",
    "cause": "Causes that can be reached",
    "measure": "Measures that can be in a plan",
}
"""The heading for each kind of verdict."""


def verdict_blocks(base: KnowledgeBase, verdicts: Iterable[Verdict], folder: str = "") -> Iterator[Block]:
    """How many of each kind were proved, every property by its title, and all that was not proved. Files are named as seen from outside `folder`."""
    given = [*verdicts]
    for kind, title in PARTS.items():
        own = [one for one in given if one.kind == kind]
        if own:
            yield Heading(f"{title}: {sum(one.proved for one in own)} of {len(own)}")
        for one in own:
            if not one.proved or kind == "property":
                yield from _verdict(base, one, folder)
    yield Line(f"Knowledge {base.about.id} {base.about.version}, {base.fingerprint[:12]}", tone="quiet")


def _verdict(base: KnowledgeBase, verdict: Verdict, folder: str) -> Iterator[Block]:
    if verdict.proved:
        yield Line(_titled(base, verdict), 1, label="proved")
        return
    yield Line(_titled(base, verdict), 1, "strong", label="NOT PROVED")
    yield Line(_place(base, verdict, folder), 2, "quiet")
    if verdict.counterexample is None:
        yield Line(verdict.why_not, 2)
        yield from (Line(name, 3, bullet=True) for name in verdict.others)
        yield from _never_together(base, verdict)
    else:
        yield from _counterexample(base, verdict.counterexample)


def _never_together(base: KnowledgeBase, verdict: Verdict) -> Iterator[Block]:
    if verdict.parts:
        yield Line("This is never true:" if len(verdict.parts) == 1 else "These are never true together:", 2)
    for part in verdict.parts:
        yield from (Line(saying.text, depth, bullet=True) for depth, saying in in_words(base, part).lines(3))


def _titled(base: KnowledgeBase, verdict: Verdict) -> str:
    items: Mapping[str, Any] = base.properties if verdict.kind == "property" else base.rules
    title = items[verdict.item].title if verdict.item in items else name_of(base, verdict.item)
    return f"{title} ({verdict.item})" if title != verdict.item else title


def _place(base: KnowledgeBase, verdict: Verdict, folder: str = "") -> str:
    item = base.properties.get(verdict.item) if verdict.kind == "property" else base.rules.get(verdict.item)
    return f"{os.path.join(folder, item.place.file)}:{item.place.line}" if item else f"{verdict.kind}:{verdict.item}"


def _counterexample(base: KnowledgeBase, found: Counterexample) -> Iterator[Block]:
    yield Line(f"It should be that {claim_text(base, found.claim)}.", 2)
    if found.before is None or found.changed is None:
        yield Line(f"A {base.about.person} for whom it is not so:", 2)
        yield from (Line(text, 3, bullet=True) for text in answers_text(base, found.person.answers))
        yield from _concluded(base, "Then", found.person)
    else:
        name = found.changed.observable
        shared = {one: value for one, value in found.person.answers.items() if one != name}
        yield Line(f"A {base.about.person} for whom it is not so when one answer changes:", 2)
        yield from (Line(text, 3, bullet=True) for text in answers_text(base, shared))
        yield from _concluded(base, _answer(base, name, found.changed.before), found.before)
        yield from _concluded(base, _answer(base, name, found.changed.after), found.person)
    for measure in found.measures:
        advising = [rule for rule in found.person.fired if _advises(base, rule, measure)]
        yield Line(f"“{name_of(base, measure)}” is advised by {', '.join(advising)}", 2)


def _advises(base: KnowledgeBase, rule: str, measure: str) -> bool:
    return rule in base.rules and any(isinstance(one, Advise) and measure in one.measures for one in base.rules[rule].then)


def _concluded(base: KnowledgeBase, label: str, person: Concluded) -> Iterator[Line]:
    plan = "; ".join(name_of(base, measure) for measure in person.plan) or "nothing"
    yield Line(f"{level_text(base, person.triage)}. Plan: {plan}.", 2, label=label)


def _answer(base: KnowledgeBase, observable: str, value: Value) -> str:
    return f"{base.observables[observable].short}: {'no answer' if value is None else value_text(base, observable, value)}"


def verdict_data(base: KnowledgeBase, verdicts: Iterable[Verdict]) -> dict[str, Any]:
    """Whether all was proved, the counts of each kind, every property, and what else was not proved."""
    given = [*verdicts]
    kinds = [kind for kind in PARTS if any(one.kind == kind for one in given)]
    return {
        "proved": all(one.proved for one in given),
        "counts": {kind: _counts([one for one in given if one.kind == kind]) for kind in kinds},
        "verdicts": [_data(base, one) for one in given if one.kind == "property" or not one.proved],
        "knowledge": {"name": base.about.id, "version": base.about.version, "fingerprint": base.fingerprint},
    }


def _counts(verdicts: list[Verdict]) -> dict[str, int]:
    return {"asked": len(verdicts), "proved": sum(one.proved for one in verdicts), "searches": sum(one.searches for one in verdicts)}


def _data(base: KnowledgeBase, verdict: Verdict) -> dict[str, Any]:
    found = verdict.counterexample
    return {
        "kind": verdict.kind,
        "item": verdict.item,
        "place": _place(base, verdict),
        "proved": verdict.proved,
        "why_not": verdict.why_not,
        "others": list(verdict.others),
        "never_together": [text for part in verdict.parts for text in sayings(base, part)],
        "counterexample": _counterexample_data(base, found) if found else None,
    }


def _counterexample_data(base: KnowledgeBase, found: Counterexample) -> dict[str, Any]:
    people = {"person": found.person, "before": found.before}
    return {
        "should": claim_text(base, found.claim),
        "measures": list(found.measures),
        "changed": dataclasses.asdict(found.changed) if found.changed else None,
        **{name: _person_data(one) if one else None for name, one in people.items()},
    }


def _person_data(person: Concluded) -> dict[str, Any]:
    return {"answers": dict(person.answers), "triage": person.triage, "plan": list(person.plan)}
