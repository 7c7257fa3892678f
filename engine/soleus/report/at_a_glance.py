"""What a comparison of two consultations says on top: what to know first, the changes in a few sentences, and what nobody may read out of them."""

from __future__ import annotations

from collections.abc import Sequence

from soleus.knowledge.conditions import LEVELS
from soleus.report import comparing, explaining
from soleus.report.cases import counted
from soleus.review.sides import AnswerChange, HypothesisChange, SideBySide


def notices(sides: SideBySide) -> tuple[str, ...]:
    """What to know before the changes are read."""
    return tuple(one for one in (_knowledge(sides), _forgotten(sides), _backwards(sides), _files(sides), _persons(sides)) if one)


def _knowledge(sides: SideBySide) -> str:
    if sides.same_knowledge:
        return ""
    what = f"The two were concluded with different knowledge: {sides.then.knowledge}, then {sides.now.knowledge}."
    if not sides.answers:
        return f"{what} The answers are the same, so every change comes from the rules, not from the {sides.person}."
    return f"{what} A change may come from the rules, not from the {sides.person}."


def _forgotten(sides: SideBySide) -> str:
    """What is gone only because nobody knows it any more."""
    gone = {one.id: one.short for one in sides.answers if one.turn == "no longer known"}
    if not gone:
        return ""
    lost = len({one.because for one in sides.reasons.went if gone.keys() & set(one.by)})
    reasons = f" {counted(lost, 'reason')} of then {'is' if lost == 1 else 'are'} gone for want of an answer." if lost else ""
    return f"No longer known: {comparing.some([*gone.values()])}. Unknown is never no, so nothing that rested on it is cleared.{reasons}"


def _backwards(sides: SideBySide) -> str:
    return "The second was kept before the first: read it backwards, or name the earlier one first." if sides.backwards else ""


def _files(sides: SideBySide) -> str:
    files = list(dict.fromkeys(side.case for side in (sides.then, sides.now) if not side.version))
    return f"{' and '.join(files)}: never kept, but concluded just now, with the knowledge of today." if files else ""


def _persons(sides: SideBySide) -> str:
    if sides.one_case:
        return ""
    fixed = [one.short for one in sides.answers if one.fixed and one.turn == "changed"]
    differ = f" They differ in what stays as it is for good: {comparing.some(fixed)}." if fixed else ""
    return f"These are not two versions of one case. Make sure that they are of the same {sides.person}.{differ}"


def summary(sides: SideBySide) -> tuple[str, ...]:
    """What changed at a glance, the most important first: at most five sentences."""
    if sides.is_empty:
        return (_level(sides), comparing.NOTHING)
    said = (_level(sides), _open(sides), _changed_answers(sides.answers), _first(sides), _measures(sides))
    return tuple(one for one in said if one)


def closing(sides: SideBySide) -> str:
    """What nobody may read out of a comparison. The later of the two counts, whichever stands first."""
    last = sides.then if sides.backwards else sides.now
    return f"Fewer signs or a milder level are no all-clear. The level of the latest consultation counts: {last.title}."


def _level(sides: SideBySide) -> str:
    time = comparing.apart(sides.days)
    after = f"{time[0].upper()}{time[1:]}, the" if time else "The"
    if sides.urgency == "the same":
        return f"{after} level of care is the same: {sides.now.title}."
    return f"{after} level of care is {sides.urgency}: {explaining.from_to(sides.then.title, sides.now.title)}."


def _open(sides: SideBySide) -> str:
    then, now = sides.then.open_questions, sides.now.open_questions
    if now:
        was = "" if then == now else f" (then {then})"
        mild = "" if sides.now.level == LEVELS[-1] else ", so the level can only be too mild"
        return f"{counted(now, 'safety question')} {'has' if now == 1 else 'have'} no answer now{was}{mild}."
    return f"Every safety question has an answer now; then {then} had none." if then else ""


def _changed_answers(answers: Sequence[AnswerChange]) -> str:
    """The changed answers in short: safety questions first, then numbers, then others, each in the order of the interview."""
    changed = sorted((one for one in answers if one.turn == "changed"), key=lambda one: 0 if one.safety else 1 if one.difference is not None else 2)
    counts = {turn: sum(one.turn == turn for one in answers) for turn in comparing.TURNS}
    said = [f"{one.short} {explaining.from_to(one.said_then, one.said_now)}" for one in changed[:3]]
    rest = [
        *([f"{counts['changed'] - 3} more changed"] if counts["changed"] > 3 else []),
        *([f"{counts['new']} new"] if counts["new"] else []),
        *([f"{counts['no longer known']} no longer known"] if counts["no longer known"] else []),
    ]
    return f"Answers: {'; '.join((*said, *rest))}." if answers else ""


def _first(sides: SideBySide) -> str:
    """What comes first on both sides, and what is newly possible and must not be missed."""
    then = next((_named(one, one.standing.before) for one in sides.conditions if one.standing.rank_before == 1), comparing.NONE)
    now = next((_named(one, one.standing.after) for one in sides.conditions if one.standing.rank_after == 1), comparing.NONE)
    danger = [_named(one, one.standing.after) for one in sides.conditions if one.must_not_miss and one.way == "came"]
    also = f"; new, and not to be missed: {'; '.join(danger)}" if danger else ""
    if then == now == comparing.NONE:
        return "The answers point to nothing in particular, now as then."
    return f"What it may be, first of all: {now}{', as then' if then == now else f'; then it was {then}'}{also}."


def _named(one: HypothesisChange, word: str) -> str:
    return f"{one.standing.name} ({comparing.word(word)})"


def _measures(sides: SideBySide) -> str:
    plan = sides.plan
    if not plan and not sides.kept_up:
        return f"The plan is the same: {counted(len(plan.stayed), 'measure')}." if plan.stayed else "There was no plan, and there is none."
    parts = [f"{len(some)} {verb}" for some, verb in ((plan.came, "new"), (plan.went, "stopped"), (plan.stayed, "kept")) if some]
    other = f" ({len(sides.kept_up)} otherwise)" if sides.kept_up else ""
    return f"Measures of the plan: {', '.join(parts)}{other}."
