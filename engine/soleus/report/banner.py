"""The level of care as a banner: what to do, why, and what open safety questions mean for it. And what every explanation ends with."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from soleus.report import wording
from soleus.report.blocks import Banner, Block, Line

if TYPE_CHECKING:  # a list of cases has no use for the engine, which takes long to import
    from soleus.consultation.result import Result
    from soleus.knowledge.model import About, KnowledgeBase

MILD = ("self_care", "clinician")


def triage_banner(result: Result) -> Banner:
    """The banner of a result."""
    one = result.triage
    return _banner(one.level, one.title, one.action, (reason.because for reason in one.reasons), open_questions(result))


def kept_banner(result: Mapping[str, Any]) -> Banner:
    """The banner of a result that was kept as plain data."""
    one = result["triage"]
    return _banner(one["level"], one["title"], one["action"], (reason["because"] for reason in one["reasons"]), kept_open_questions(result))


def open_questions(result: Result) -> int:
    """How many safety questions could still raise the level: none where it is provisional no more, or cannot rise."""
    return _could_raise(result.triage.level, result.triage.provisional, len(result.unanswered_safety_questions))


def kept_open_questions(result: Mapping[str, Any]) -> int:
    """The same of a result that was kept as plain data."""
    return _could_raise(result["triage"]["level"], result["triage"]["provisional"], len(result["unanswered_safety_questions"]))


def _could_raise(level: str, provisional: bool, count: int) -> int:
    return count if provisional and level != "emergency" else 0


def _banner(level: Any, title: str, action: str, reasons: Iterable[str], still_open: int) -> Banner:
    """A mild level that rests on open safety questions says so first."""
    known = (action, *(f"- {because}" for because in dict.fromkeys(reasons)))
    unknown = (wording.provisional(still_open),) if still_open else ()
    return Banner(title, (*unknown, *known) if level in MILD else (*known, *unknown), level)


def standing(base: KnowledgeBase, result: Result) -> Iterator[Block]:
    """What stands below every explanation of a result: whether the level can only be too low, and for whom all of this is."""
    yield from too_low(result)
    yield intended_use(base.about)


def intended_use(about: About) -> Line:
    """For whom this knowledge is, and for whom it is not."""
    return Line(wording.intended_use(about.title, about.intended_use, about.not_for), tone="quiet")


def too_low(result: Result) -> Iterator[Block]:
    """What open safety questions mean for the level, where there are any."""
    if still_open := open_questions(result):
        yield Line(wording.provisional(still_open), tone="strong")
