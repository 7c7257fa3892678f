"""The tables of a case store, and the rows that records become.

What a list shows stands in `versions`; the whole of a version, a hundred times as large, is packed in `bodies`, so that a list never reads it.
What can be judged in a version stands in `said`, so that counting never reads a body either.
"""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Boolean, Column, ForeignKey, ForeignKeyConstraint, Integer, LargeBinary, MetaData, String, Table, Text

from soleus.review.records import POSSIBLE, StoreError, Version, subjects

FORMAT = "3"
"""The form of a store. One of the form 1 has no `said`, and one of the form 2 no `grave`; what is missing is filled when the store is opened."""
MOST_BODY = 64_000_000
"""The bytes that a version may unpack to."""
_BETWEEN = "\0"
"""What stands between two things that a version says: no text of a case holds it."""

metadata = MetaData()
about = Table("soleus_store", metadata, Column("key", String(40), primary_key=True), Column("value", Text, nullable=False))
cases = Table("soleus_cases", metadata, Column("id", String(32), primary_key=True), Column("name", String(100), nullable=False, unique=True))
versions = Table(
    "soleus_versions",
    metadata,
    Column("case_id", ForeignKey(cases.c.id), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("saved", String(20), nullable=False),
    Column("triage", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("provisional", Boolean, nullable=False),
    Column("condition", Text, nullable=False),
    Column("condition_name", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("grave", Text, nullable=False, server_default="[]"),
    Column("causes", Text, nullable=False),
    Column("knowledge", Text, nullable=False),
    Column("fingerprint", Text, nullable=False),
)
_VERSION = (["case_id", "number"], [versions.c.case_id, versions.c.number])
bodies = Table(
    "soleus_bodies",
    metadata,
    Column("case_id", String(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("body", LargeBinary, nullable=False),
    ForeignKeyConstraint(*_VERSION),
)
said = Table(
    "soleus_said",
    metadata,
    Column("case_id", String(32), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("things", LargeBinary, nullable=False),
    ForeignKeyConstraint(*_VERSION),
)
verdicts = Table(
    "soleus_verdicts",
    metadata,
    Column("id", String(32), primary_key=True),
    Column("case_id", String(32), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("subject", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("time", String(20), nullable=False),
    Column("says", Text, nullable=False),
    Column("reason", Text, nullable=False),
    ForeignKeyConstraint(*_VERSION),
)


def line_row(case_id: str, version: Version) -> dict[str, Any]:
    """What a list shows of a version."""
    result = version.result
    first, *others = [one for one in result["conditions"] if one["words"] in POSSIBLE] or [{"id": "", "name": "", "words": ""}]
    return {
        "case_id": case_id,
        "number": version.number,
        "saved": version.saved,
        "triage": result["triage"]["level"],
        "title": result["triage"]["title"],
        "provisional": result["triage"]["provisional"],
        "condition": first["id"],
        "condition_name": first["name"],
        "words": first["words"],
        "grave": json.dumps([one["name"] for one in others if one["must_not_miss"]]),
        "causes": json.dumps([one["id"] for one in result["causes"] if one["words"] in POSSIBLE[1:]]),
        "knowledge": f"{result['knowledge']['name']} {result['knowledge']['version']}",
        "fingerprint": result["knowledge"]["fingerprint"],
    }


def body_row(case_id: str, version: Version) -> dict[str, Any]:
    """The whole of a version, packed."""
    return {"case_id": case_id, "number": version.number, "body": packed(version)}


def said_row(case_id: str, version: Version) -> dict[str, Any]:
    """What can be judged in a version, packed: its rules that fired and its conclusions."""
    things = [thing(kind, subject) for kind, known in subjects(version.result).items() for subject in sorted(known)]
    return {"case_id": case_id, "number": version.number, "things": zlib.compress(_BETWEEN.join(things).encode())}


def thing(kind: str, subject: str) -> str:
    """Something that can be judged, in one word: `rule:ID`, `triage:LEVEL`."""
    return f"{kind}:{subject}"


def things_in(rows: Iterable[bytes]) -> list[str]:
    """What can be judged in several versions, from their rows, one after another. Raises `StoreError` when one does not hold it."""
    try:
        text = _BETWEEN.encode().join(map(_bytes, rows)).decode()
    except (zlib.error, ValueError) as error:
        raise StoreError("The case store is damaged: what its cases say cannot be counted. Restore the store.") from error
    return text.split(_BETWEEN)


def packed(version: Version) -> bytes:
    """A version as the store keeps it, without its number and the time that it was kept."""
    body = {"asked": version.asked, "times": dict(version.times), "result": version.result}
    return zlib.compress(json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode())


def unpacked(number: int, saved: str, body: bytes) -> Version:
    """The version that was packed. Raises `StoreError` when its row does not hold one."""
    try:
        data: Mapping[str, Any] = json.loads(_bytes(body))
        return Version(number, saved, tuple(data["asked"]), data["times"], data["result"])
    except (zlib.error, ValueError, KeyError, TypeError, RecursionError) as error:
        raise StoreError("The case store is damaged: a version of a case cannot be read. Restore the store, or forget the case.") from error


def _bytes(packed_bytes: bytes) -> bytes:
    """What was packed, whole. Raises `zlib.error` and `ValueError` for anything else, and for more than a store keeps."""
    unpacker = zlib.decompressobj()
    found = unpacker.decompress(packed_bytes, MOST_BODY)
    if not unpacker.eof:
        raise ValueError("the end is missing")
    return found
