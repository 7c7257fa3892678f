"""Lists of cases: what the newest versions say in short, filtered and cut into pages by the database."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, exists, false, func, select

from soleus.knowledge.reading import UNSEEN
from soleus.review.names import MOST
from soleus.review.records import CaseFilter, CaseLine
from soleus.review.tables import cases, verdicts, versions

_SAID = CaseLine._fields[3:-1]
"""The fields of a line that are columns of a version."""
_LISTS = CaseLine._fields.index("grave")
"""Where the two fields stand that are lists, in the database as JSON: `grave` and after it `causes`."""
_later = versions.alias("later")


def lines(connection: Connection, wanted: CaseFilter, most: int | None, skip: int) -> tuple[CaseLine, ...]:
    """The wanted cases in short, at most so many after so many, the one that was kept last first; those of one second by name."""
    order = (versions.c.saved.desc(), cases.c.name)
    page = _newest(wanted, versions.c.case_id, versions.c.number).order_by(*order).limit(most).offset(skip or None).subquery()
    judged = select(func.count()).where(verdicts.c.case_id == versions.c.case_id).scalar_subquery()
    query = (
        select(cases.c.name, cases.c.id, versions.c.number, *(versions.c[name] for name in _SAID), judged)
        .join_from(page, versions, (versions.c.case_id == page.c.case_id) & (versions.c.number == page.c.number))
        .join(cases, cases.c.id == versions.c.case_id)
    )
    rows = connection.execute(query.order_by(*order)).all()
    return tuple(CaseLine._make((*row[:_LISTS], *map(_listed, row[_LISTS : _LISTS + 2]), *row[_LISTS + 2 :])) for row in rows)


def count(connection: Connection, wanted: CaseFilter) -> int:
    """How many cases are wanted."""
    return int(connection.execute(_newest(wanted, func.count())).scalar_one())


def likely_causes(connection: Connection) -> tuple[str, ...]:
    """The ids of all causes that are likely in some newest version, sorted."""
    texts = connection.execute(_newest(CaseFilter(), versions.c.causes).distinct()).scalars()
    return tuple(sorted({one for text in texts for one in _listed(text)}))


def _newest(wanted: CaseFilter, *columns: Any) -> Select[Any]:
    """Columns of the newest version of each case that is wanted."""
    newer = exists().where(_later.c.case_id == versions.c.case_id, _later.c.number > versions.c.number)
    return select(*columns).join_from(versions, cases, cases.c.id == versions.c.case_id).where(~newer, *_tests(wanted))


def _tests(wanted: CaseFilter) -> Iterator[ColumnElement[bool]]:
    if UNSEEN.search(wanted.triage + wanted.cause + wanted.name) or len(wanted.name) > MOST:
        yield false()  # no case holds such a text, and a database may not even take it
        return
    if wanted.triage:
        yield versions.c.triage == wanted.triage
    if wanted.cause:
        yield _names(wanted.cause)
    if wanted.name:
        yield cases.c.name.icontains(wanted.name, autoescape=True)
    if wanted.unreviewed:
        yield ~exists().where(verdicts.c.case_id == versions.c.case_id, verdicts.c.number == versions.c.number)


def _names(cause: str) -> ColumnElement[bool]:
    """Whether the list of causes, which is JSON, holds this one.

    A quote within a text of JSON stands behind a backslash, so only the start of an item reads `["` or `, "`. To take a text out and look whether
    something is gone means the same to every database, down to the case of letters.
    """
    item = json.dumps(cause)
    without = func.replace(func.replace(versions.c.causes, f"[{item}", ""), f", {item}", "")
    return without != versions.c.causes


@lru_cache(maxsize=1_000)
def _listed(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
