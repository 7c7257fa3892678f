"""What reviewers say of every rule and conclusion, counted over all kept versions without reading a single body."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import Connection, select

from soleus.review.reading import verdict_of
from soleus.review.records import Remark, Tally, Verdict
from soleus.review.tables import cases, said, thing, things_in, verdicts
from soleus.review.verdicts import latest

_AT_A_TIME = 500
"""The versions that are unpacked at once: each has about a hundred things to count."""
_ORDER = ("disagree", "note", "agree")


def tallies(connection: Connection) -> tuple[Tally, ...]:
    """A tally for each rule that fired in a kept version, and for each conclusion that was judged.

    Most disagreed first, then what was said in most versions, then by id.
    """
    times = _times_said(connection)
    judged: dict[str, list[tuple[str, Verdict]]] = defaultdict(list)
    for name, verdict in _verdicts_that_count(connection):
        judged[thing(verdict.kind, verdict.subject)].append((name, verdict))
    wanted = {one for one in times if one.startswith(thing("rule", ""))} | judged.keys()
    found = (_tally(one, times[one], judged.get(one, ())) for one in wanted)
    return tuple(sorted(found, key=lambda one: (-one.disagreed, -one.said, one.subject, one.kind)))


def _times_said(connection: Connection) -> Counter[str]:
    """In how many versions each thing that can be judged was said."""
    times: Counter[str] = Counter()
    for rows in connection.execute(select(said.c.things)).scalars().partitions(_AT_A_TIME):
        times.update(things_in(rows))
    return times


def _verdicts_that_count(connection: Connection) -> Iterator[tuple[str, Verdict]]:
    """Each with the name of its case."""
    query = select(cases.c.name, verdicts).join(cases, cases.c.id == verdicts.c.case_id).order_by(verdicts.c.time, verdicts.c.id)
    by_case: dict[str, list[Verdict]] = defaultdict(list)
    for row in connection.execute(query):
        by_case[row.name].append(verdict_of(row))
    return ((name, verdict) for name, every in by_case.items() for verdict in latest(every))


def _tally(one: str, times: int, judged: Iterable[tuple[str, Verdict]]) -> Tally:
    kind, _, subject = one.partition(":")
    says = Counter(verdict.says for _, verdict in judged)
    remarks = [_remark(name, verdict) for name, verdict in judged]
    remarks.sort(key=lambda remark: (remark.time, remark.verdict), reverse=True)
    remarks.sort(key=lambda remark: _ORDER.index(remark.says))
    return Tally(kind, subject, times, says["agree"], says["disagree"], says["note"], tuple(remarks))  # type: ignore[arg-type]


def _remark(name: str, verdict: Verdict) -> Remark:
    return Remark(name, verdict.version, verdict.author, verdict.time, verdict.says, verdict.reason, verdict.id)
