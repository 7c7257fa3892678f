"""What makes a verdict one: it is about something that the case says, and somebody stands for it with a reason."""

from __future__ import annotations

import secrets
import time
from collections.abc import Iterable
from typing import TypeAlias, cast, get_args

from soleus.consultation.journal import now
from soleus.knowledge.problems import nearest, shown
from soleus.knowledge.reading import UNSEEN
from soleus.review.records import KeptCase, Kind, Says, StoreError, Verdict, subjects

About: TypeAlias = tuple[int, Kind, str, str]
"""What a verdict is about and whose it is: the version, the kind and id of the thing, the author."""

MOST_AUTHOR = 200
MOST_REASON = 4_000
_UNSEEN = "it holds a control character. Remove it: texts are plain."


def verdict_on(case: KeptCase, version: int | None, kind: str, subject: str, author: str, says: str, reason: str = "") -> Verdict:
    """A new verdict on a version of a case, the newest where it is None. Raises `StoreError` where it cannot be one.

    It never has an earlier time than what its author said of the same thing before, whatever the clock says: the last that was given counts.
    """
    about = (case.last.number if version is None else version, cast(Kind, kind), subject, author.strip())
    last = next(reversed(_of_one(case.verdicts, about)), None)
    given = max(now(), last.time if last else "")
    verdict = Verdict(_id_after(last), *about, given, cast(Says, says), reason.strip())
    if wrong := fault(case, verdict):
        raise StoreError(f"This is no verdict on {shown(case.name)}: {wrong}")
    return verdict


def said_again(verdicts: Iterable[Verdict], verdict: Verdict) -> Verdict | None:
    """The last verdict of the same author on the same thing, where it says the same in the same words: a form that was sent twice."""
    before = _of_one(verdicts, _about(verdict))
    return before[-1] if before and (before[-1].says, before[-1].reason) == (verdict.says, verdict.reason) else None


def latest(verdicts: Iterable[Verdict]) -> tuple[Verdict, ...]:
    """Of the verdicts on one case, those that count: every note, and of what an author says of one thing of one version the last `agree` or
    `disagree`. They are taken in the order of `KeptCase.verdicts`, which is that in which they were given, and given back in it."""
    every = tuple(verdicts)
    last = {_about(one): one.id for one in every if one.says != "note"}
    return tuple(one for one in every if one.says == "note" or last[_about(one)] == one.id)


def _about(verdict: Verdict) -> About:
    return verdict.version, verdict.kind, verdict.subject, verdict.author


def _of_one(verdicts: Iterable[Verdict], about: About) -> list[Verdict]:
    """What one author said of one thing of one version."""
    return [one for one in verdicts if _about(one) == about]


def _id_after(last: Verdict | None) -> str:
    """An id of 32 hex digits that begins with the time to the nanosecond: verdicts of one second stay in the order in which they were given.

    Where the clock was set back, or stands, it is the next after the last one.
    """
    own = f"{time.time_ns():016x}{secrets.token_hex(8)}"
    return own if last is None or own > last.id else f"{(int(last.id, 16) + 1) % 16**32:032x}"


def fault(case: KeptCase, verdict: Verdict) -> str:
    """Why this is no verdict on the case, or nothing when it is one."""
    version = next((one for one in case.versions if one.number == verdict.version), None)
    if version is None:
        return f"there is no version {verdict.version}. It has {len(case.versions)}."
    return _subject_fault(verdict, subjects(version.result)) or _words_fault(verdict)


def _subject_fault(verdict: Verdict, known: dict[Kind, frozenset[str]]) -> str:
    if verdict.kind not in known:
        return f"{shown(verdict.kind)} is nothing to judge. {nearest(verdict.kind, known)}"
    if verdict.subject not in known[verdict.kind]:
        return f"version {verdict.version} has no {verdict.kind} {shown(verdict.subject)}. {nearest(verdict.subject, known[verdict.kind])}"
    return ""


def _words_fault(verdict: Verdict) -> str:
    if verdict.says not in get_args(Says):
        return f"it cannot say {shown(verdict.says)}. {nearest(verdict.says, get_args(Says))}"
    if wrong := author_fault(verdict.author):
        return wrong
    if len(verdict.reason) > MOST_REASON:
        return f"its reason has more than {MOST_REASON:,} characters."
    if not verdict.reason and verdict.says != "agree":
        return f"'{verdict.says}' needs a reason."
    return _UNSEEN if UNSEEN.search(verdict.reason) else ""


def author_fault(author: str) -> str:
    """Why nobody can be called so beside a verdict, or nothing."""
    if not author or len(author) > MOST_AUTHOR:
        return f"it needs an author, in at most {MOST_AUTHOR} characters."
    return _UNSEEN if UNSEEN.search(author) else ""
