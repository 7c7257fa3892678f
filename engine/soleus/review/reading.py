"""Cases as they are read from the tables of a store."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from soleus.knowledge.reading import UNSEEN
from soleus.review.records import KeptCase, Verdict
from soleus.review.tables import bodies, cases, unpacked, verdicts, versions


def names(connection: Connection) -> list[str]:
    """The name of every case, in order."""
    return sorted(connection.execute(select(cases.c.name)).scalars())


def id_called(connection: Connection, name: str) -> str | None:
    """The id of the case of this name, if there is one. A text that no name can be is not asked for: a database may not even take it."""
    if UNSEEN.search(name):
        return None
    return connection.execute(select(cases.c.id).where(cases.c.name == name)).scalar()


def case_called(connection: Connection, name: str) -> KeptCase | None:
    """The whole of the case of this name, if there is one."""
    case_id = id_called(connection, name)
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
        tuple(verdict_of(row) for row in connection.execute(said)),
    )


def verdict_of(row: Row[Any]) -> Verdict:
    """The verdict that a row of the table of verdicts holds."""
    return Verdict(row.id, row.number, row.kind, row.subject, row.author, row.time, row.says, row.reason)
