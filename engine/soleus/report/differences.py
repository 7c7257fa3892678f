"""What changed between two knowledge bases, and which cases end differently, as blocks and as plain data."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from soleus.evaluation.condition_differences import Detail
from soleus.evaluation.differences import Change
from soleus.evaluation.endings import CaseChange, Standing
from soleus.explanation.words import level_text, name_of
from soleus.knowledge.model import KnowledgeBase
from soleus.report.blocks import Block, Heading, Line

NOTHING = "Nothing changed."
ALL_THE_SAME = "Every case ends as before."
NONE = "nothing"
NOW, BEFORE, GONE, NEW = "now", "before", "gone", "new"
HOWS = {"removed": "removed", "added": "new", "renamed": "renamed", "changed": "changed"}

PARTS = {
    "when": "condition",
    "then": "conclusion",
    "because": "reason given",
    "prior": "how common",
    "triage": "level of care",
    "must_not_miss": "must not be missed",
    "ask": "question",
    "asks": "questions",
    "cite": "citation",
}
"""Fields of items that read better under another name; all others read as they are called."""


def difference_blocks(
    old: KnowledgeBase, new: KnowledgeBase, changes: Sequence[Change], cases: Sequence[CaseChange] | None, count: int
) -> Iterator[Block]:
    """The changes by kind, then, unless `cases` is None, those that end differently, out of so many; those with the same changes together."""
    yield Line(f"Before: {_named(old)}", tone="quiet")
    yield Line(f"Now: {_named(new)}", tone="quiet")
    if not changes:
        yield Line(NOTHING)
    for kind in dict.fromkeys(change.kind for change in changes):
        yield from _kind_blocks(kind, [change for change in changes if change.kind == kind])
    if cases is not None:
        yield from _case_blocks(old, new, cases, count)


def _named(base: KnowledgeBase) -> str:
    return f"{base.about.id} {base.about.version}, {base.fingerprint[:12]}"


def _kind_blocks(kind: str, changes: Sequence[Change]) -> Iterator[Block]:
    counts: Counter[str] = Counter(change.how for change in changes)
    yield Heading(f"{kind}: {', '.join(f'{counts[how]} {word}' for how, word in HOWS.items() if counts[how])}")
    for change in changes:
        yield Line(f"{change.id}{f' ({change.name})' if change.name else ''}", 1, "strong", label=HOWS[change.how], bullet=True)
        for detail in change.details:
            yield from _detail_lines(detail)


def _detail_lines(detail: Detail) -> Iterator[Line]:
    """One line where something is only gone or only new, two where it reads otherwise now."""
    within = "".join(f"{group.rstrip(':')}: " for group in detail.within)
    part = part_text(detail.part)
    if detail.gone and detail.now:
        yield Line(f"{within}{detail.now}", 2, label=f"{part}, {NOW}")
        yield Line(f"{within}{detail.gone}", 2, "quiet", label=f"{part}, {BEFORE}")
    else:
        yield Line(f"{within}{detail.gone or detail.now or NONE}", 2, label=f"{part}, {GONE if detail.gone else NEW}")


def part_text(part: str) -> str:
    """A field as it reads, the outermost first: `dose.days_a_week` is `dose, days a week`."""
    return ", ".join(PARTS.get(step, step).replace("_", " ") for step in part.split("."))


# Cases


def _case_blocks(old: KnowledgeBase, new: KnowledgeBase, cases: Sequence[CaseChange], count: int) -> Iterator[Block]:
    changed = sum(case.ends_differently for case in cases)
    yield Heading(f"{changed} of {count} cases end differently" if count != 1 else f"{changed} of 1 case ends differently")
    if not cases:
        yield Line(ALL_THE_SAME, 1)
    alike: dict[tuple[Line, ...], list[str]] = {}
    for case in sorted(cases, key=_importance):
        lines = (*_refusals("before", case.refused_before), *_refusals("now", case.refused_after), *_ending_lines(old, new, case))
        alike.setdefault(lines, []).append(case.name)
    for lines, names in alike.items():
        yield Line(", ".join(names), 1, "strong", label="" if len(names) == 1 else f"{len(names)} cases", bullet=True)
        yield from lines


def _importance(case: CaseChange) -> tuple[bool, ...]:
    """Another triage comes first, then other conditions, causes, measures to do, measures to leave alone."""
    before, after = case.before, case.after
    return tuple(getattr(before, name) == getattr(after, name) for name in ("triage", "conditions", "causes", "plan", "withheld"))


def _refusals(side: str, refused: Sequence[str]) -> Iterator[Line]:
    return (Line(f"{what} The answer was left out there.", 2, label=f"answer not known {side}") for what in refused)


def _ending_lines(old: KnowledgeBase, new: KnowledgeBase, case: CaseChange) -> Iterator[Line]:
    before, after = case.before, case.after
    if before.triage != after.triage:
        yield from _both("triage", level_text(new, after.triage), level_text(old, before.triage))
    for label, standings in (("conditions", (before.conditions, after.conditions)), ("causes", (before.causes, after.causes))):
        if standings[0] != standings[1]:
            yield from _both(label, _ranked(new, standings[1]), _ranked(old, standings[0]))
    for label, (first, second) in {
        "plan": (before.plan, after.plan),
        "for lack of time": (before.spare, after.spare),
        "withheld": (before.withheld, after.withheld),
    }.items():
        yield from _gone_and_new(old, new, label, first, second)


def _both(label: str, now: str, before: str) -> Iterator[Line]:
    yield Line(now, 2, label=f"{label}, {NOW}")
    yield Line(before, 2, "quiet", label=f"{label}, {BEFORE}")


def _ranked(base: KnowledgeBase, standings: Sequence[Standing]) -> str:
    return "; ".join(f"{number}. {name_of(base, one.id)}: {one.words}" for number, one in enumerate(standings, 1)) or NONE


def _gone_and_new(old: KnowledgeBase, new: KnowledgeBase, label: str, first: Sequence[str], second: Sequence[str]) -> Iterator[Line]:
    """The measures that are gone and those that are new; where there are neither, that their order is another."""
    gone, added = ([one for one in some if one not in others] for some, others in ((first, second), (second, first)))
    for measures, base, word in ((gone, old, GONE), (added, new, NEW)):
        if measures:
            yield Line("; ".join(name_of(base, one) for one in measures), 2, label=f"{label}, {word}")
    if first != second and not gone and not added:
        yield from _both(label, "; ".join(name_of(new, one) for one in second), "; ".join(name_of(old, one) for one in first))


def difference_data(
    old: KnowledgeBase, new: KnowledgeBase, changes: Sequence[Change], cases: Sequence[CaseChange] | None, count: int
) -> dict[str, Any]:
    """The same as plain data; `cases` is null where none were compared."""
    compared = [dataclasses.asdict(case) | {"ends_differently": case.ends_differently} for case in cases or ()]
    return {
        "old": _named_data(old),
        "new": _named_data(new),
        "changes": [dataclasses.asdict(change) for change in changes],
        "cases": None if cases is None else {"count": count, "changed": compared},
    }


def _named_data(base: KnowledgeBase) -> dict[str, str]:
    return {"name": base.about.id, "version": base.about.version, "fingerprint": base.fingerprint}
