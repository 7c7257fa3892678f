"""Items of a knowledge base as blocks and as plain data: what `soleus kb show` shows. Every rule has the same headings."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from soleus.cli.sentences import condition_lines
from soleus.explanation.promises import change_text, claim_text
from soleus.explanation.words import answers_text, conclusion_text, level_text, name_of
from soleus.knowledge.conditions import GROUPS, SupportTest, observables_in, walk
from soleus.knowledge.examples import Example
from soleus.knowledge.model import (
    AddPoints,
    Advise,
    Argue,
    Cause,
    Checklist,
    Claim,
    Conclusion,
    ConditionItem,
    Find,
    Finding,
    KnowledgeBase,
    Measure,
    Observable,
    Review,
    Rule,
    Score,
    Source,
    Withhold,
)
from soleus.knowledge.problems import SoleusError, nearest, number_text, shown
from soleus.knowledge.properties import Change, Claimed, Property
from soleus.knowledge.property_writing import written_change, written_claim
from soleus.knowledge.strata import reads, stratum_of
from soleus.knowledge.writing import written_conclusion, written_condition
from soleus.report import wording
from soleus.report.blocks import Block, Heading, Line


class NoSuchItemError(SoleusError):
    """No item has this id, or several have."""


def kinds(base: KnowledgeBase) -> dict[str, Mapping[str, Any]]:
    """The items of a base by kind, and then by id."""
    return {
        "rule": base.rules,
        "measure": base.measures,
        "condition": base.conditions,
        "cause": base.causes,
        "finding": base.findings,
        "score": base.scores,
        "observable": base.observables,
        "checklist": base.checklists,
        "claim": base.claims,
        "source": base.sources,
        "property": base.properties,
    }


def find_item(base: KnowledgeBase, name: str) -> tuple[str, Any]:
    """An item by its id, or by `kind:id` where two kinds share the id. Raises `NoSuchItemError`, with the way out."""
    kind, _, bare = name.rpartition(":")
    found = [(one, items[bare]) for one, items in kinds(base).items() if bare in items and kind in ("", one)]
    if len(found) > 1:
        raise NoSuchItemError(f"{shown(name)} is the id of several items. Write {' or '.join(f'{one}:{bare}' for one, _ in found)}.")
    if not found:
        known = [one for items in kinds(base).values() for one in items]
        raise NoSuchItemError(f"There is no item {shown(name)}. {nearest(bare, known)}")
    return found[0]


def item_blocks(base: KnowledgeBase, kind: str, item: Any, example: Example | None = None) -> Iterator[Block]:
    """An item under headings; a rule with the example that is given."""
    title = next((getattr(item, key) for key in ("title", "name", "short") if getattr(item, key, "")), "")
    yield Line(f"{kind} {item.id}" + (f": {title}" if title else ""), tone="strong")
    yield from _rule(base, item, example) if isinstance(item, Rule) else _WRITERS[type(item)](base, item)


def _part(title: str, *texts: str) -> Iterator[Block]:
    """A heading with a line for each text; nothing when there is none."""
    said = [text for text in texts if text]
    if said:
        yield Heading(title)
        yield from (Line(text, 1) for text in said)


def _list(title: str, texts: Iterable[str]) -> Iterator[Block]:
    said = list(texts)
    if said:
        yield Heading(title)
        yield from (Line(text, 1, bullet=True) for text in said)


def _rule(base: KnowledgeBase, rule: Rule, example: Example | None) -> Iterator[Block]:
    yield Heading("Looks for")
    yield from condition_lines(base, rule.when)
    yield from _list("Concludes", (conclusion_text(base, conclusion) for conclusion in rule.then))
    yield from _part("Why", rule.because)
    yield from _sources(base, rule.sources)
    if example:
        yield from _list("Fires for", answers_text(base, example.fires))
        yield Heading("Does not fire for")
        yield from _near_miss(base, example)
    yield from _part("Review", _review(rule.review))
    yield from _part("Where it stands", f"{rule.place.file}:{rule.place.line}, among the rules for {_STRATA[stratum_of(rule)]}")


def _review(review: Review) -> str:
    return "; ".join(one for one in (review.status, review.who, review.role, review.date) if one)


def _near_miss(base: KnowledgeBase, example: Example) -> Iterator[Block]:
    """Answers for which a rule does not fire: what is other about them, where they share some with those for which it does."""
    fires, near = example.fires, example.does_not_fire
    other = {name: value for name, value in near.items() if fires.get(name) != value}
    lines = [*(answers_text(base, other) if other else ()), *(f"{base.observables[name].short}: no answer" for name in fires if name not in near)]
    if len(other) < len(near) or (fires and not near):
        yield Line("The same answers, but:", 1)
        yield from (Line(line, 2, bullet=True) for line in lines)
    else:
        yield from (Line(line, 1, bullet=True) for line in answers_text(base, near))


_STRATA = {"finding": "findings and scores", "argument": "arguments", "triage": "triage", "precaution": "precautions", "advice": "advice"}


def _sources(base: KnowledgeBase, names: Iterable[str]) -> Iterator[Block]:
    """The sources, and how far each was read: that is how strong it is."""
    yield from _list("Sources, and how strong they are", (f"{name} ({_how_read(base.sources[name])}): {base.sources[name].cite}" for name in names))


def _how_read(source: Source) -> str:
    return "; ".join(one for one in (source.read, source.where) if one)


def _measure(base: KnowledgeBase, measure: Measure) -> Iterator[Block]:
    phases = {phase.id: phase.title for phase in base.about.phases}
    dose = {key: value for key in measure.dose.__dataclass_fields__ if (value := getattr(measure.dose, key)) is not None}
    yield from _part("What for", measure.purpose)
    yield from _part("When", ", ".join(phases[phase] for phase in measure.phase))
    yield from _part("Dose", wording.dose(dose))
    yield from _list("How", measure.how)
    yield from _part("Limit", measure.pain_limit)
    yield from _part("Harder, easier", measure.progress, measure.regress)
    yield from _list("Not if", measure.avoid)
    yield from _part("Withheld together with", "; ".join(base.about.groups[group] for group in measure.groups))
    yield from _uses(base, "measure", measure)
    yield from _sources(base, measure.sources)


def _condition(base: KnowledgeBase, condition: ConditionItem) -> Iterator[Block]:
    yield from _part("What it is", condition.summary)
    yield from _part("What usually happens", condition.course)
    yield from _list("When to look again", (f"{again.by}: {again.expect} If not: {again.otherwise}" for again in condition.follow_up))
    yield from _part("How common to begin with", condition.prior.replace("_", " "))
    must = wording.MUST_NOT_MISS if condition.must_not_miss else ""
    yield from _part("Level of care", level_text(base, condition.triage), must)
    yield from _part("Codes", ", ".join(f"{scheme} {code}" for scheme, code in condition.codes.items()))
    yield from _uses(base, "condition", condition)
    yield from _sources(base, condition.sources)


def _cause(base: KnowledgeBase, cause: Cause) -> Iterator[Block]:
    yield from _part("What it is", cause.summary)
    yield from _part("What the evidence says", cause.evidence)
    yield from _part("How common to begin with", cause.prior.replace("_", " "))
    yield from _part("Why no measure is aimed at it", cause.no_measure)
    yield from _uses(base, "cause", cause)
    yield from _sources(base, cause.sources)


def _finding(base: KnowledgeBase, finding: Finding) -> Iterator[Block]:
    yield from _part("What it means", finding.means)
    yield from _uses(base, "finding", finding)


def _score(base: KnowledgeBase, score: Score) -> Iterator[Block]:
    yield from _part("What it means", score.means)
    yield from _uses(base, "score", score)
    yield from _sources(base, score.sources)


def _observable(base: KnowledgeBase, one: Observable) -> Iterator[Block]:
    yield from _part("Asks", one.ask)
    yield from _part("Why", one.why)
    yield from _list("Answers", answers_taken(one))
    if one.self_test:
        yield from _list("How to test it", one.self_test.how)
        yield from _part("What counts", one.self_test.counts)
        yield from _part("When to stop", one.self_test.stop)
    yield from _part("Safety", "A safety question: the result says so when it has no answer." if one.safety else "")
    if one.skip_if is not None:
        yield Heading("Not asked when")
        yield from condition_lines(base, one.skip_if)
    yield from _uses(base, "observable", one)


def answers_taken(one: Observable) -> list[str]:
    """The values that an answer file can hold for a question, each with what it means."""
    if one.kind == "yes_no":
        return ["yes", "no"]
    if one.range is not None:
        whole = "a whole number" if one.whole else "a number"
        return [f"{whole} from {number_text(one.range.at_least)} to {number_text(one.range.at_most)} ({one.unit})"]
    return [f"{value}: {text}" for value, text in one.choices.items()]


def _checklist(base: KnowledgeBase, checklist: Checklist) -> Iterator[Block]:
    yield from _part("Asks", checklist.ask)
    yield from _part("Why", checklist.why)
    yield from _list("Items", (f"{name}: {base.observables[name].ask}" for name in checklist.items))


def _claim(base: KnowledgeBase, claim: Claim) -> Iterator[Block]:
    yield from _part("Says", claim.says)
    yield from _part("Verdict", claim.verdict)
    yield from _part("What the evidence says", claim.evidence)
    yield from _list("Carried by", (_with_name(base, name) for name in claim.carried_by))
    yield from _part("Not carried, because", claim.not_carried)
    yield from _sources(base, claim.sources)


def _with_name(base: KnowledgeBase, item: str) -> str:
    name = base.rules[item].title if item in base.rules else name_of(base, item)
    return item if name == item else f"{item}: {name}"


def _source(base: KnowledgeBase, source: Source) -> Iterator[Block]:
    yield from _part("Cite", source.cite)
    yield from _part("Read", _how_read(source))
    cited = [f"{kind} {item.id}" for kind, items in kinds(base).items() for item in items.values() if source.id in getattr(item, "sources", ())]
    yield from _list("Cited by", cited)


def _property(base: KnowledgeBase, one: Property) -> Iterator[Block]:
    if one.when is not None:
        yield Heading("When")
        yield from condition_lines(base, one.when)
    yield from _list("When one answer changes", (change_text(base, change) for change in one.change))
    yield from _list("It must be that", (claim_text(base, claim) for claim in one.then))
    yield from _part("Why", one.because)
    yield from _sources(base, one.sources)
    yield from _part("Review", _review(one.review))
    yield from _part("Where it stands", f"{one.place.file}:{one.place.line}, among the safety properties")


_WRITERS: dict[type[Any], Callable[[KnowledgeBase, Any], Iterator[Block]]] = {
    Measure: _measure,
    ConditionItem: _condition,
    Cause: _cause,
    Finding: _finding,
    Score: _score,
    Observable: _observable,
    Checklist: _checklist,
    Claim: _claim,
    Source: _source,
    Property: _property,
}


# Which rules use an item


_USES = {
    "find": "Rules that derive it",
    "score": "Rules that add to it",
    "for": "Rules that speak for it",
    "against": "Rules that speak against it",
    "advise": "Rules that advise it",
    "withhold": "Rules that withhold it",
    "read": "Rules that read it",
}


def _uses(base: KnowledgeBase, kind: str, item: Any) -> Iterator[Block]:
    for use, rules in rules_using(base, kind, item).items():
        yield from _list(_USES[use], (_with_name(base, rule) for rule in rules))


def rules_using(base: KnowledgeBase, kind: str, item: Any) -> dict[str, list[str]]:
    """The ids of the rules that use an item, by what they do with it: a key of `_USES` for each use that there is."""
    found: dict[str, list[str]] = {}
    for rule in base.rules.values():
        uses = {use for conclusion in rule.then if (use := _use(conclusion, item))}
        for use in uses | ({"read"} if f"{kind}:{item.id}" in _read_by(base, rule) else set()):
            found.setdefault(use, []).append(rule.id)
    return {use: found[use] for use in _USES if use in found}


def _read_by(base: KnowledgeBase, rule: Rule) -> set[str]:
    """What a rule reads, as `kind:id`."""
    tests = [part for part in walk(rule.when) if isinstance(part, SupportTest)]
    hypotheses = {f"{'condition' if name in base.conditions else 'cause'}:{name}" for part in tests for name in part.hypotheses}
    return {f"observable:{name}" for name in observables_in(rule.when)} | set(reads(rule.when)) | hypotheses


def _use(conclusion: Conclusion, item: Any) -> str:
    """What a conclusion does with an item, or nothing."""
    match conclusion, item:
        case Find(finding=name), Finding(id=own) if name == own:
            return "find"
        case AddPoints(score=name), Score(id=own) if name == own:
            return "score"
        case Argue(hypothesis=name, favours=favours), ConditionItem(id=own) | Cause(id=own) if name == own:
            return "for" if favours else "against"
        case Advise(measures=names), Measure(id=own) if own in names:
            return "advise"
        case Withhold(measures=names, groups=groups), Measure(id=own) if own in names or set(groups) & set(item.groups):
            return "withhold"
    return ""


# As plain data


def item_data(base: KnowledgeBase, kind: str, item: Any) -> dict[str, Any]:
    """An item as plain data: its kind under `item`, its fields as a knowledge file has them, and for most kinds the rules that use it."""
    data: dict[str, Any] = {"item": kind} | {one.name: _plain(getattr(item, one.name)) for one in dataclasses.fields(item)}
    if kind == "rule":
        data["stratum"] = stratum_of(item)
    elif kind not in ("checklist", "claim", "source", "property"):
        data["rules"] = rules_using(base, kind, item)
    return data


def _plain(value: Any) -> Any:
    if isinstance(value, Conclusion):
        return written_conclusion(value)
    if isinstance(value, Claimed):
        return written_claim(value)
    if isinstance(value, Change):
        return written_change(value)
    if isinstance(value, GROUPS) or type(value).__module__.endswith("knowledge.conditions"):
        return written_condition(value)
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {one.name: _plain(getattr(value, one.name)) for one in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value
