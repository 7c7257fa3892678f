"""What makes a verdict one: it is about something that the case says, and somebody stands for it with a reason."""

from __future__ import annotations

import uuid
from typing import get_args

from soleus.consultation.journal import now
from soleus.knowledge.problems import nearest, shown
from soleus.knowledge.reading import UNSEEN
from soleus.review.records import KeptCase, Kind, Says, StoreError, Verdict, subjects

MOST_AUTHOR = 200
MOST_REASON = 4_000


def verdict_on(case: KeptCase, version: int | None, kind: Kind, subject: str, author: str, says: Says, reason: str = "") -> Verdict:
    """A new verdict on a version of a case, the newest where it is None. Raises `StoreError` where it cannot be one."""
    verdict = Verdict(uuid.uuid4().hex, version or case.last.number, kind, subject, author.strip(), now(), says, reason.strip())
    if wrong := fault(case, verdict):
        raise StoreError(f"This is no verdict on {shown(case.name)}: {wrong}")
    return verdict


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
    if not verdict.author or len(verdict.author) > MOST_AUTHOR:
        return f"it needs an author, in at most {MOST_AUTHOR} characters."
    if len(verdict.reason) > MOST_REASON:
        return f"its reason has more than {MOST_REASON:,} characters."
    if not verdict.reason and verdict.says != "agree":
        return f"'{verdict.says}' needs a reason."
    if UNSEEN.search(verdict.author + verdict.reason):
        return "it holds a control character. Remove it: texts are plain."
    return ""
