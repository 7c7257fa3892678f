"""Cases as they are read from the tables of a store."""

from __future__ import annotations

import json
from functools import lru_cache

from sqlalchemy import Connection, func, select

from soleus.review.records import CaseLine, KeptCase, Verdict
from soleus.review.tables import bodies, cases, unpacked, verdicts, versions

_SAID = CaseLine._fields[3:-1]
"""The fields of a line that are columns of a version."""
_CAUSES = CaseLine._fields.index("causes")


def names(connection: Connection) -> list[str]:
    """The name of every case, in order."""
    return sorted(connection.execute(select(cases.c.name)).scalars())


def has_name(connection: Connection, name: str) -> bool:
    """Whether a case has this name."""
    return connection.execute(select(cases.c.id).where(cases.c.name == name)).scalar() is not None


def case_called(connection: Connection, name: str) -> KeptCase | None:
    """The whole of the case of this name, if there is one."""
    case_id = connection.execute(select(cases.c.id).where(cases.c.name == name)).scalar()
    return case_with(connection, case_id) if case_id is not None else None


def case_with(connection: Connection, case_id: str) -> KeptCase | None:
    """The whole of the case with this id, if there is one."""
    name = connection.execute(select(cases.c.name).where(cases.c.id == case_id)).scalar()
    if name is None:
        return None
    same = (bodies.c.case_id == versions.c.case_id) & (bodies.c.number == versions.c.number)
    kept = select(versions.c.number, versions.c.saved, bodies.c.body).join(bodies, same).where(versions.c.case_id == case_id)
    said = select(verdicts).where(verdicts.c.case_id == case_id).order_by(verdicts.c.time, verdicts.c.id)
    return KeptCase(
        case_id,
        name,
        tuple(unpacked(*row) for row in connection.execute(kept.order_by(versions.c.number))),
        tuple(Verdict(row.id, row.number, row.kind, row.subject, row.author, row.time, row.says, row.reason) for row in connection.execute(said)),
    )


def all_lines(connection: Connection) -> tuple[CaseLine, ...]:
    """Every case in short, the one that was kept last first; those of one second by name."""
    newest = select(versions.c.case_id, func.max(versions.c.number).label("number")).group_by(versions.c.case_id).subquery()
    judged = select(verdicts.c.case_id, func.count().label("verdicts")).group_by(verdicts.c.case_id).subquery()
    last = (versions.c.case_id == newest.c.case_id) & (versions.c.number == newest.c.number)
    said = [versions.c[name] for name in _SAID]
    query = (
        select(cases.c.name, cases.c.id, versions.c.number, *said, func.coalesce(judged.c.verdicts, 0))
        .join_from(versions, newest, last)
        .join(cases, cases.c.id == versions.c.case_id)
        .outerjoin(judged, judged.c.case_id == versions.c.case_id)
    )
    rows = connection.execute(query.order_by(versions.c.saved.desc(), cases.c.name)).all()
    return tuple(CaseLine._make((*row[:_CAUSES], _ids(row[_CAUSES]), *row[_CAUSES + 1 :])) for row in rows)


@lru_cache(maxsize=1_000)
def _ids(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))
