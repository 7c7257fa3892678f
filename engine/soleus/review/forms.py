"""The form of a store: a new one is made, one of an older form is brought to that of today, and one of a later form is left alone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, insert, inspect, select, update

from soleus.knowledge.problems import shown
from soleus.review.records import StoreError
from soleus.review.tables import FORMAT, about, bodies, metadata, said, said_row, unpacked, versions

_AT_A_TIME = 200
"""The versions that an upgrade holds in memory."""


def is_of_today(connection: Connection) -> bool:
    """Whether a store has the form of today, so that nothing is to be made."""
    return inspect(connection).has_table(about.name) and _form(connection) == FORMAT


def bring_to_form(connection: Connection, where: str) -> bool:
    """Make the tables that are missing, and fill those that an older form does not have; whether the store is new.

    All of it happens in the transaction of the connection: a store is of one form or of the next. Raises `StoreError` for an unknown form; `where` is
    what messages call the store.
    """
    metadata.create_all(connection)
    form = _form(connection)
    if form is None:
        connection.execute(insert(about), [{"key": "format", "value": FORMAT}])
        return True
    if form != FORMAT:
        if form not in _UPGRADES:
            raise StoreError(f"The case store {where} is of the form {shown(form)}, and only {FORMAT} is known here. Update Soleus.")
        _UPGRADES[form](connection)
        connection.execute(update(about).where(about.c.key == "format").values(value=FORMAT))
    return False


def _form(connection: Connection) -> str | None:
    return connection.execute(select(about.c.value).where(about.c.key == "format")).scalar()


def _fill_said(connection: Connection) -> None:
    """What each version says. One that is damaged stays as it is, and is not counted: reading it says so."""
    keys = connection.execute(select(versions.c.case_id, versions.c.number).order_by(versions.c.case_id, versions.c.number)).all()
    for start in range(0, len(keys), _AT_A_TIME):
        rows = [row for case_id, number in keys[start : start + _AT_A_TIME] for row in _rows(connection, case_id, number)]
        if rows:
            connection.execute(insert(said), rows)


def _rows(connection: Connection, case_id: str, number: int) -> list[dict[str, object]]:
    body = connection.execute(select(bodies.c.body).where(bodies.c.case_id == case_id, bodies.c.number == number)).scalar()
    try:
        return [said_row(case_id, unpacked(number, "", body or b""))]
    except StoreError:
        return []


_UPGRADES: Mapping[str, Callable[[Connection], None]] = {"1": _fill_said}
