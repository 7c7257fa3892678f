"""The form of a store: a new one is made, one of an older form is brought to that of today, and one of a later form is left alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import partial

from sqlalchemy import Connection, insert, inspect, select, text, update

from soleus.knowledge.problems import shown
from soleus.review.records import StoreError, Version
from soleus.review.tables import FORMAT, about, bodies, line_row, metadata, said, said_row, unpacked, versions


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


def _fill(connection: Connection, said_too: bool) -> None:
    """Of each version the other conditions that must not be missed, and in a store of the form 1 what can be judged."""
    connection.execute(text("ALTER TABLE soleus_versions ADD COLUMN grave TEXT NOT NULL DEFAULT '[]'"))
    for case_id, version in _readable(connection):
        this = (versions.c.case_id == case_id) & (versions.c.number == version.number)
        connection.execute(update(versions).where(this).values(grave=line_row(case_id, version)["grave"]))
        if said_too:
            connection.execute(insert(said), [said_row(case_id, version)])


def _readable(connection: Connection) -> Iterator[tuple[str, Version]]:
    """Every version, each with the id of its case, one at a time. One that is damaged is passed over: reading it says so."""
    keys = connection.execute(select(versions.c.case_id, versions.c.number).order_by(versions.c.case_id, versions.c.number)).all()
    for case_id, number in keys:
        body = connection.execute(select(bodies.c.body).where(bodies.c.case_id == case_id, bodies.c.number == number)).scalar()
        try:
            yield case_id, unpacked(number, "", body or b"")
        except StoreError:
            continue


_UPGRADES: Mapping[str, Callable[[Connection], None]] = {"1": partial(_fill, said_too=True), "2": partial(_fill, said_too=False)}
