"""What a verdict asks for, in the Then steps of `features/`: what was said shall hold, or shall not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from soleus.inference.program import TRIAGE_RULE
from soleus.knowledge.conditions import LEVELS, WORDS
from soleus.knowledge.model import KnowledgeBase
from soleus.review.records import Kind

MARK = "DECIDE"
"""The mark of a line that a person must finish."""

_LEVEL = "LEVEL"
"""What stands for a level that a person must name. It is none, so a scenario with it cannot pass."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What a scenario is called, its Then steps, and what a person must decide of them, a sentence each."""

    title: str
    steps: tuple[str, ...]
    to_decide: tuple[str, ...] = ()


def wanted_steps(base: KnowledgeBase, result: Mapping[str, Any], kind: Kind, subject: str, *, holds: bool) -> Wanted:
    """What a result says of a subject as steps: that it holds, or where it is wrong that it does not. They use ids of this knowledge alone."""
    found = _WRITERS[kind](base, result, subject, holds)
    return found or _gone(kind, subject)


def _gone(kind: Kind, subject: str) -> Wanted:
    what = f"The knowledge no longer has the {kind} {subject}, or it cannot be named in a step. Say what must hold, and put a level for {_LEVEL}."
    return Wanted(f"What was said of the {kind} {subject}", (f'the triage is "{_LEVEL}"',), (what,))


def _title(kind: str, name: str, holds: bool) -> str:
    return f"The {kind} “{name}” {'is right' if holds else 'is wrong'} here"


def _triage(_: KnowledgeBase, result: Mapping[str, Any], level: str, holds: bool) -> Wanted | None:
    if level not in LEVELS:
        return None
    title = f"The level of care {level} {'is right' if holds else 'is wrong'} here"
    rules = ", ".join(dict.fromkeys(one["rule"] for one in result["triage"]["reasons"]))
    asked = f" These rules asked for it: {rules}." if rules else " No rule asked for more."
    if holds:
        return Wanted(title, (f'the triage is "{level}"',))
    if level == LEVELS[0]:
        return Wanted(title, (f'the triage is at least "{LEVELS[1]}"',), (f"How urgent is it?{asked}",))
    others = ", ".join(one for one in LEVELS if one != level)
    return Wanted(title, (f'the triage is "{_LEVEL}"',), (f"Put the right level for {_LEVEL}: {others}. It said {level}.{asked}",))


def _rule(base: KnowledgeBase, _: Mapping[str, Any], rule: str, holds: bool) -> Wanted | None:
    if rule in base.rules:
        return Wanted(_title("rule", base.rules[rule].title, holds), (_fires(rule, holds),))
    condition = base.conditions.get(rule.removeprefix(TRIAGE_RULE)) if rule.startswith(TRIAGE_RULE) else None
    if condition is None:
        return None
    step = f'the condition "{condition.id}" {"asks" if holds else "does not ask"} for "{condition.triage}"'
    return Wanted(_title("level of care for", condition.name, holds), (step,))


def _fires(rule: str, holds: bool) -> str:
    return f'the rule "{rule}" {"fires" if holds else "does not fire"}'


def _hypothesis(kind: str, items: str) -> Callable[[KnowledgeBase, Mapping[str, Any], str, bool], Wanted | None]:
    def write(base: KnowledgeBase, result: Mapping[str, Any], name: str, holds: bool) -> Wanted | None:
        word = next(one["words"] for one in result[items] if one["id"] == name).replace(" ", "_")
        item = getattr(base, items).get(name)
        if item is None or word not in WORDS:
            return None
        rank, about = WORDS.index(word), f'the {kind} "{name}" is at'
        title = _title(kind, item.name, holds)
        if holds:
            return Wanted(title, (f'{about} least "{_spaced(word)}"',))
        if rank == 0:
            return Wanted(title, (f'{about} least "{_spaced(WORDS[1])}"',), (f"It said {_spaced(word)}. How likely is it?",))
        decide = f"It said {_spaced(word)}. If that is too little, write: at least"
        return Wanted(title, (f'{about} most "{_spaced(WORDS[rank - 1])}"',), (f"{decide}, and a word from {', '.join(map(_spaced, WORDS))}.",))

    return write


def _spaced(word: str) -> str:
    return word.replace("_", " ")


def _finding(base: KnowledgeBase, _: Mapping[str, Any], name: str, holds: bool) -> Wanted | None:
    if name not in base.findings:
        return None
    return Wanted(_title("finding", base.findings[name].name, holds), (f'the finding "{name}" is {"derived" if holds else "not derived"}',))


def _score(base: KnowledgeBase, result: Mapping[str, Any], name: str, holds: bool) -> Wanted | None:
    """No step names a score: the rules that gave it points stand for it."""
    steps = {one["n"]: one for one in result["trace"]["steps"]}
    total = next((one for one in steps.values() if (one["kind"], one["rule"]) == ("sum", name)), {"matched": ()})
    rules = [steps[one["step"]]["rule"] for one in total["matched"] if one.get("step") in steps]
    fires = _fire(base, rules, holds)
    if name not in base.scores or not fires:
        return None
    return Wanted(_title("score", base.scores[name].name, holds), fires, () if holds else ("Which of these rules gives points that it should not?",))


def _fire(base: KnowledgeBase, rules: Iterable[str], holds: bool) -> tuple[str, ...]:
    return tuple(_fires(rule, holds) for rule in dict.fromkeys(rules) if rule in base.rules)


def _measure(base: KnowledgeBase, result: Mapping[str, Any], name: str, holds: bool) -> Wanted | None:
    if name not in base.measures:
        return None
    title = base.measures[name].name
    kept_out = next((one for one in result["withheld"] if one["measure"] == name), None)
    if kept_out is None:
        return Wanted(_title("advice", title, holds), (f'the measure "{name}" is {"advised" if holds else "not advised"}',))
    return _withheld(base, kept_out, _title("withholding of", title, holds), holds)


def _withheld(base: KnowledgeBase, kept_out: Mapping[str, Any], title: str, holds: bool) -> Wanted | None:
    name = kept_out["measure"]
    fires = _fire(base, kept_out["rules"], holds)
    if holds:
        return Wanted(title, (f'the measure "{name}" is withheld',))
    if kept_out["wanted"]:
        rules = ", ".join(kept_out["rules"])
        return Wanted(title, (f'the measure "{name}" is advised',), (f"These rules withhold it: {rules}. If one of them is right, say so.",))
    return Wanted(title, fires, ("Nothing advised it. Which of these rules should not withhold it?",)) if fires else None


_WRITERS: dict[Kind, Callable[[KnowledgeBase, Mapping[str, Any], str, bool], Wanted | None]] = {
    "triage": _triage,
    "condition": _hypothesis("condition", "conditions"),
    "cause": _hypothesis("cause", "causes"),
    "finding": _finding,
    "score": _score,
    "measure": _measure,
    "rule": _rule,
}
