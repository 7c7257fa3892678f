"""Two consultations side by side: what changed between them. It reads what was kept, and never needs the knowledge of that day."""

from __future__ import annotations

import math
from collections.abc import Callable, Container, Iterable, Mapping
from datetime import datetime
from typing import Any, TypeVar

from soleus import __version__
from soleus.consultation.cases import CaseKnowledge
from soleus.consultation.result import LookAgain
from soleus.explanation.what_if import LeftAlone, OtherStanding, standings
from soleus.explanation.words import value_text
from soleus.knowledge.conditions import LEVELS, WORDS, Scalar
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import shown
from soleus.review.records import StoreError, Version
from soleus.review.rests import Rests
from soleus.review.sides import (
    AnswerChange,
    ArgumentTurn,
    Changes,
    FindingTurn,
    HypothesisChange,
    MeasureTurn,
    Prescription,
    ReasonTurn,
    SafetyQuestion,
    ScoreChange,
    Side,
    SideBySide,
    Standing,
    Turn,
    Urgency,
    Way,
)

Data = Mapping[str, Any]
_T = TypeVar("_T")


def side_by_side(base: KnowledgeBase, name_a: str, version_a: Version, name_b: str, version_b: Version) -> SideBySide:
    """What changed from the first version to the second, each called by the name of its case. `base` gives words to answers alone.

    A version of number 0 was never kept: its time is not told. Raises `StoreError` for a result with a word that means nothing here.
    """
    then, now = version_a.result, version_b.result
    answers = tuple(_answers(base, version_a, version_b))
    other = {one.id for one in answers}
    return SideBySide(
        then=_side(name_a, version_a),
        now=_side(name_b, version_b),
        days=_days(version_a.saved, version_b.saved),
        same_knowledge=then["knowledge"]["fingerprint"] == now["knowledge"]["fingerprint"],
        urgency=_urgency(then["triage"]["level"], now["triage"]["level"]),
        reasons=_parted(_reasons(then, other), _reasons(now, other)),
        questions=_questions(base, then, now),
        answers=answers,
        conditions=_hypotheses(then["conditions"], now["conditions"]),
        causes=_hypotheses(then["causes"], now["causes"]),
        findings=_parted(_found(then, now, other), _found(now, then, other)),
        scores=tuple(_scores(then, now)),
        plan=_plan(base, then, now),
        withheld=_parted(_withheld(then), _withheld(now)),
        expected=tuple(LookAgain(**{key: one[key] for key in LookAgain.__dataclass_fields__}) for one in then["follow_up"]),
        title=base.about.title,
        person=base.about.person,
        intended_use=base.about.intended_use,
        not_for=base.about.not_for,
        version=__version__,
    )


def in_order_of_time(first: tuple[str, Version], second: tuple[str, Version]) -> tuple[tuple[str, Version], tuple[str, Version]]:
    """Two named versions, the earlier one first. Those of which a time is not kept, or that have one time, stay in their order."""
    times = first[1].saved, second[1].saved
    return (second, first) if all(times) and times[1] < times[0] else (first, second)


def _side(name: str, version: Version) -> Side:
    result, knowledge = version.result, version.result["knowledge"]
    triage = result["triage"]
    return Side(
        case=name,
        version=version.number,
        saved=version.saved,
        level=triage["level"],
        title=triage["title"],
        action=triage["action"],
        open_questions=len(result["unanswered_safety_questions"]),
        knowledge=CaseKnowledge(knowledge["name"], knowledge["version"], knowledge["fingerprint"]),
    )


def _days(first: str, second: str) -> int | None:
    """The days from one date to the other; None where one is not kept, or is no date."""
    try:
        dates = [datetime.fromisoformat(one).date() for one in (first, second)]
    except ValueError:
        return None
    return (dates[1] - dates[0]).days


def _urgency(then: str, now: str) -> Urgency:
    ranks = LEVELS.index(then), LEVELS.index(now)
    return "the same" if ranks[0] == ranks[1] else "more urgent" if ranks[1] > ranks[0] else "less urgent"


def _parted(then: Mapping[Any, _T], now: Mapping[Any, _T]) -> Changes[_T]:
    """What came, went and stayed, by key. What stayed is told as it is now."""
    return Changes(
        came=tuple(one for key, one in now.items() if key not in then),
        went=tuple(one for key, one in then.items() if key not in now),
        stayed=tuple(one for key, one in now.items() if key in then),
    )


def _by(items: Iterable[Data], key: str, made: Callable[[Data], _T]) -> dict[str, _T]:
    return {one[key]: made(one) for one in items}


def _reasons(result: Data, other: Container[str]) -> dict[str, ReasonTurn]:
    """The reasons for the level, then those for lower ones, by rule."""
    triage, rests = result["triage"], Rests(result["trace"]["steps"])
    return _by(
        (*triage["reasons"], *triage["lower_reasons"]), "rule", lambda one: ReasonTurn(one["rule"], one["because"], rests.on(one["rule"], other))
    )


def _withheld(result: Data) -> dict[str, LeftAlone]:
    return _by(result["withheld"], "measure", lambda one: LeftAlone(one["measure"], one["name"], tuple(one["reasons"])))


# Questions and answers


def _questions(base: KnowledgeBase, then: Data, now: Data) -> Changes[SafetyQuestion]:
    def open_in(result: Data) -> dict[str, SafetyQuestion]:
        return _by(
            result["unanswered_safety_questions"],
            "id",
            lambda one: SafetyQuestion(
                one["id"], one["ask"], _said(base, one["id"], then["answers"].get(one["id"])), _said(base, one["id"], now["answers"].get(one["id"]))
            ),
        )

    return _parted(open_in(then), open_in(now))


def _answers(base: KnowledgeBase, first: Version, second: Version) -> Iterable[AnswerChange]:
    """The answers that are other, in the order of the interview; those that no question asks for today come last, by id."""
    unasked = sorted({*first.answers, *second.answers} - base.observables.keys())
    for name in (*base.observables, *unasked):
        then, now = first.answers.get(name), second.answers.get(name)
        if not _same(then, now):
            yield _answer(base, name, then, now, second.times.get(name, ""))


def _same(then: Scalar | None, now: Scalar | None) -> bool:
    """Whether two answers are one; a yes is not the number 1."""
    return isinstance(then, bool) == isinstance(now, bool) and then == now


def _answer(base: KnowledgeBase, name: str, then: Scalar | None, now: Scalar | None, since: str) -> AnswerChange:
    question = base.observables.get(name)
    turn: Turn = "new" if then is None else "no longer known" if now is None else "changed"
    return AnswerChange(
        id=name,
        short=question.short if question else name,
        turn=turn,
        then=then,
        now=now,
        said_then=_said(base, name, then),
        said_now=_said(base, name, now),
        since=since,
        difference=_difference(then, now),
        safety=bool(question and question.safety),
        fixed=bool(question and question.fixed),
    )


def _difference(then: Scalar | None, now: Scalar | None) -> float | None:
    """Now minus then, to nine places, so that 0.3 less 0.1 is 0.2. None for what are no numbers, or too large for one."""
    if isinstance(then, bool | str | None) or isinstance(now, bool | str | None):
        return None
    try:
        difference = round(now - then, 9)
        return difference if math.isfinite(difference) else None
    except OverflowError:
        return None


def _said(base: KnowledgeBase, name: str, value: Scalar | None) -> str:
    return "" if value is None else value_text(base, name, value)


# What it may be and why


def _hypotheses(then: Iterable[Data], now: Iterable[Data]) -> tuple[HypothesisChange, ...]:
    """How each stands on both sides: first one that must not be missed and is more likely now, then the most changed word."""
    old, new = _by(then, "id", dict), _by(now, "id", dict)
    names = {name: one["name"] for name, one in {**old, **new}.items()}
    found = standings(names, {name: _word(one) for name, one in old.items()}, {name: _word(one) for name, one in new.items()})
    changes = [_hypothesis(one, old.get(one.id), new.get(one.id)) for one in found]
    return tuple(sorted(changes, key=lambda one: not (one.must_not_miss and one.named and one.way in ("came", "up"))))


def _word(ranked: Data) -> str:
    word = str(ranked["words"]).replace(" ", "_")
    if word not in WORDS:
        raise StoreError(f"The result says {shown(ranked['words'])} of {shown(ranked['id'])}, and Soleus has no such word. Update Soleus.")
    return word


def _hypothesis(standing: OtherStanding, then: Data | None, now: Data | None) -> HypothesisChange:
    support = tuple(None if one is None else one["support"] for one in (then, now))
    return HypothesisChange(
        standing=standing,
        way=_way(standing, *support),
        then=support[0],
        now=support[1],
        must_not_miss=bool((now or then or {}).get("must_not_miss", False)),
        arguments=_parted(_arguments(then), _arguments(now)),
    )


def _way(standing: OtherStanding, then: int | None, now: int | None) -> Way:
    if (standing.rank_before is None) != (standing.rank_after is None):
        return "came" if standing.rank_before is None else "went"
    before, after = (WORDS.index(word) for word in (standing.before, standing.after))
    if before == after and then is not None and now is not None:
        before, after = then, now
    return "same" if before == after else "up" if after > before else "down"


def _arguments(ranked: Data | None) -> dict[tuple[str, ...], ArgumentTurn]:
    """The arguments that count, by what they say: one that gives way to a stronger one with the same evidence does not count."""
    counted = (one for one in (ranked or {"arguments": ()})["arguments"] if one["counted"])
    return {
        (one["rule"], one["side"], one["strength"], one["evidence"]): ArgumentTurn(one["rule"], one["side"], one["strength"], one["because"])
        for one in counted
    }


# Findings and scores


def _found(here: Data, there: Data, other: Container[str]) -> dict[str, FindingTurn]:
    """The findings of one side, each with how it stands on the other."""
    holds = {one["id"] for one in there["findings"]}
    denied = {step["rule"] for step in there["trace"]["steps"] if step["kind"] == "denied"}
    rests = Rests(here["trace"]["steps"])

    def turned(one: Data) -> FindingTurn:
        elsewhere: Standing = "holds" if one["id"] in holds else "known not to hold" if one["id"] in denied else "not found"
        return FindingTurn(one["id"], one["name"], elsewhere, rests.on(f"finding:{one['id']}", other))

    return _by(here["findings"], "id", turned)


def _scores(then: Data, now: Data) -> Iterable[ScoreChange]:
    """The scores with other points, in the order of now, then of then."""
    old, new = _by(then["scores"], "id", dict), _by(now["scores"], "id", dict)
    for name in dict.fromkeys((*new, *old)):
        points = [one[name]["points"] if name in one else 0 for one in (old, new)]
        if points[0] != points[1]:
            yield ScoreChange(name, new.get(name, old.get(name, {}))["name"], *points)


# The plan


def _plan(base: KnowledgeBase, then: Data, now: Data) -> Changes[MeasureTurn]:
    titles = {phase.id: phase.title for phase in base.about.phases}
    old, new = _by(then["plan"], "measure", dict), _by(now["plan"], "measure", dict)
    left = {name: one.because for name, one in _withheld(now).items()}

    def turned(name: str) -> MeasureTurn:
        item, before, after = new.get(name) or old[name], old.get(name), new.get(name)
        because = tuple(item["because"]) if before is None else () if after else left.get(name, ())
        return MeasureTurn(name, item["name"], _prescription(titles, before), _prescription(titles, after), because)

    return _parted({name: turned(name) for name in old}, {name: turned(name) for name in new})


def _prescription(titles: Mapping[str, str], item: Data | None) -> Prescription | None:
    if item is None:
        return None
    return Prescription(item["dose"], item["phase"], titles.get(item["phase"], item["phase"]), item["fits"])
