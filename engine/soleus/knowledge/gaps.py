"""What is not wrong with a knowledge base but not finished: items that nothing uses, carries or fills."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from soleus.knowledge.conditions import GROUPS, LEVELS, Condition, NoneOf, SupportTest, Unless, observables_in
from soleus.knowledge.items import Fault, cited, skips, titled
from soleus.knowledge.model import Advise, Argue, KnowledgeBase, Measure, Rule
from soleus.knowledge.strata import derives

_WRITE = "Write a rule that does, or remove it."
_CODES = ("icd10cm", "icd10")


def _unused_observables(base: KnowledgeBase) -> Iterator[Fault]:
    read = {name for rule in base.rules.values() for name in observables_in(rule.when)}
    for name in base.observables:
        if name not in read:
            yield Fault(f"observable:{name}", f"No rule reads the observable '{name}'.", "Write a rule that does, or remove the question.")


def _late_skips(base: KnowledgeBase) -> Iterator[Fault]:
    rank = {name: number for number, name in enumerate(base.observables)}
    for item, condition in skips(base):
        name = item.partition(":")[2]
        own = min(rank[one] for one in (base.checklists[name].items if name in base.checklists else (name,)))
        for late in dict.fromkeys(one for one in observables_in(condition) if rank[one] > own):
            what = f"The 'skip_if' of the {titled(item)} tests '{late}', which is asked later."
            yield Fault(item, what, "Move one of the two in the interview, or test an earlier answer.", word=late)


def _underived(base: KnowledgeBase) -> Iterator[Fault]:
    made = {name for rule in base.rules.values() for name in derives(rule)}
    for kind, items in (("finding", base.findings), ("score", base.scores)):
        for name in items:
            if f"{kind}:{name}" not in made:
                yield Fault(f"{kind}:{name}", f"No rule derives the {kind} '{name}'.", _WRITE)


def _unargued(base: KnowledgeBase) -> Iterator[Fault]:
    argued = {part.hypothesis for rule in base.rules.values() for part in rule.then if isinstance(part, Argue)}
    for kind, items in (("condition", base.conditions), ("cause", base.causes)):
        for name in items:
            if name not in argued:
                yield Fault(f"{kind}:{name}", f"No rule argues for or against the {kind} '{name}'.", _WRITE)


def _unfinished_conditions(base: KnowledgeBase) -> Iterator[Fault]:
    for condition in base.conditions.values():
        item = f"condition:{condition.id}"
        if not condition.follow_up and LEVELS.index(condition.triage) < LEVELS.index("same_day"):
            what = f"The condition '{condition.id}' does not say when to look again."
            yield Fault(item, what, "Write under 'follow_up' what should be better by when, and what to do if it is not.")
        if missing := [code for code in _CODES if code not in condition.codes]:
            what = f"The condition '{condition.id}' has no {' and no '.join(missing)} code."
            yield Fault(item, what, "Write it under 'codes'.", word="codes")


def _unmet_causes(base: KnowledgeBase) -> Iterator[Fault]:
    aimed = {cause: rule.id for rule in base.rules.values() if _advises(rule) for cause in _aims(rule.when)}
    for cause in base.causes.values():
        if cause.id not in aimed and not cause.no_measure:
            hint = "Write a rule that tests the cause and advises one, or say under 'no_measure' why nothing should be done about it."
            yield Fault(f"cause:{cause.id}", f"No measure is aimed at the cause '{cause.id}'.", hint)
        if cause.id in aimed and cause.no_measure:
            what = f"The cause '{cause.id}' says why no measure is aimed at it, but the rule '{aimed[cause.id]}' advises one."
            yield Fault(f"cause:{cause.id}", what, "Remove one of the two.", word="no_measure")


def _advises(rule: Rule) -> bool:
    return any(isinstance(part, Advise) for part in rule.then)


def _aims(condition: Condition) -> Iterator[str]:
    """The conditions and causes that have to be there for this to hold, or may have to."""
    if isinstance(condition, SupportTest):
        yield from condition.hypotheses
    elif isinstance(condition, GROUPS) and not isinstance(condition, NoneOf | Unless):
        for part in condition.parts:
            yield from _aims(part)


def _unadvised(base: KnowledgeBase) -> Iterator[Fault]:
    advised = {measure for rule in base.rules.values() for part in rule.then if isinstance(part, Advise) for measure in part.measures}
    for measure in base.measures.values():
        if measure.id not in advised:
            yield Fault(f"measure:{measure.id}", f"No rule advises the measure '{measure.id}'.", _WRITE)
        yield from _unfinished(measure)


def _unfinished(measure: Measure) -> Iterator[Fault]:
    if not any(getattr(measure.dose, key) is not None for key in measure.dose.__dataclass_fields__):
        yield Fault(f"measure:{measure.id}", f"The measure '{measure.id}' has no dose.", "Say how much, how often.", word="dose")
    for key in ("phase", "avoid", "how"):
        if not getattr(measure, key):
            yield Fault(f"measure:{measure.id}", f"The measure '{measure.id}' has an empty '{key}'.", "Fill it.", word=key)


def _empty_groups(base: KnowledgeBase) -> Iterator[Fault]:
    filled = {group for measure in base.measures.values() for group in measure.groups}
    for group in base.about.groups:
        if group not in filled:
            yield Fault(f"knowledge:{base.about.id}", f"No measure belongs to the group '{group}'.", "Put one in, or remove the group.", word=group)


def _unused_sources(base: KnowledgeBase) -> Iterator[Fault]:
    used = {name for _, sources in cited(base) for name in sources}
    for name in base.sources:
        if name not in used:
            yield Fault(f"source:{name}", f"Nothing cites the source '{name}'.", "Cite it where it is used, or remove it.")


CHECKS: tuple[Callable[[KnowledgeBase], Iterator[Fault]], ...] = (
    *(_unused_observables, _late_skips, _underived, _unargued, _unfinished_conditions, _unmet_causes),
    *(_unadvised, _empty_groups, _unused_sources),
)
