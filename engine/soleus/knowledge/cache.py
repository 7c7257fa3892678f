"""The compiled form of a knowledge base: JSON of its records, kept under the fingerprint of its files.

Reading it needs neither YAML nor pydantic. It lives in the user's own cache folder, readable by nobody else, and beside the bundled
knowledge in an installed wheel. A compiled form that is damaged, of another version or another user's is never used, not even in part: the
YAML is read anew.
"""

from __future__ import annotations

import contextlib
import dataclasses
import functools
import hashlib
import json
import os
from pathlib import Path
from typing import Any

import soleus
from soleus.knowledge import conditions, model, properties
from soleus.knowledge.files import MOST_BYTES, read_private, write_private
from soleus.knowledge.model import KnowledgeBase

BUNDLED = "compiled.json"
MOST_KEPT = 8
"""The compiled forms that stay in the cache folder: each edit of a file makes a new one."""

_RECORDS: dict[str, type[Any]] = {
    name: record
    for module in (conditions, model, properties)
    for name, record in vars(module).items()
    if isinstance(record, type) and dataclasses.is_dataclass(record)
}


def encode(base: KnowledgeBase) -> str:
    """A knowledge base as JSON text; `decode` gives an equal one back."""
    body = json.dumps(_plain(base), ensure_ascii=False, separators=(",", ":"))
    return f"{_head(body)}{body}}}"


def decode(text: str) -> KnowledgeBase | None:
    """The knowledge base in a JSON text, or None when the text is not one that this version wrote, to the last byte."""
    body = text[len(_head("")) : -1]
    if text != f"{_head(body)}{body}}}":
        return None
    try:
        base = json.loads(body, object_hook=_record)
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return base if isinstance(base, KnowledgeBase) else None


def _head(body: str) -> str:
    """What stands before the body: always of one length."""
    digest = hashlib.sha256(body.encode("utf-8", "surrogatepass")).hexdigest()
    return f'{{"format":"{_format()}","digest":"{digest}","base":'


@functools.cache
def _format() -> str:
    """What the compiled form depends on besides the YAML: the code that reads and checks it."""
    digest = hashlib.sha256(soleus.__version__.encode())
    here = Path(__file__).parent
    for path in sorted((*here.glob("*.py"), *here.glob("checks/faults/*.py"))):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {"@": type(value).__name__, **{name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}}
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()} if "@" not in value else {"@": "", "items": [*map(_plain, value.items())]}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _record(data: dict[str, Any]) -> Any:
    fields: dict[str, Any] = {key: _tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    if "@" not in fields:
        return fields
    name: str = fields.pop("@")
    return _RECORDS[name](**fields) if name else dict(fields["items"])


def _tuple(value: list[Any]) -> tuple[Any, ...]:
    return tuple(_tuple(one) if isinstance(one, list) else one for one in value)


def find(fingerprint: str, folder: Path | None) -> KnowledgeBase | None:
    """The compiled base with this fingerprint: beside the files in `folder` if that is given, or in the user's cache.

    `folder` must be one that is trusted as the code is: its owner and rights are not looked at.
    """
    for text in (_beside(folder), read_private(_path(fingerprint), 2 * MOST_BYTES)):
        base = decode(text) if text else None
        if base is not None and base.fingerprint == fingerprint:
            return base
    return None


def _beside(folder: Path | None) -> str | None:
    with contextlib.suppress(OSError, ValueError):
        return (folder / BUNDLED).read_text("utf-8") if folder else None
    return None


def keep(base: KnowledgeBase) -> None:
    """Write the compiled base to the user's cache, whole or not at all. A cache that cannot be written only costs time."""
    path = _path(base.fingerprint)
    with contextlib.suppress(OSError):
        write_private(path, encode(base))
        _forget_old(path.parent)


def _forget_old(folder: Path) -> None:
    """Remove all compiled forms but the newest ones."""
    by_age = sorted(folder.glob("*.json"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    for path in by_age[MOST_KEPT:]:
        os.unlink(path)


def _path(fingerprint: str) -> Path:
    """Where the compiled form of a base is kept."""
    import platformdirs

    folder = platformdirs.user_cache_dir("soleus", appauthor=False)
    return Path(folder) / "knowledge" / f"{fingerprint}-{_format()}.json"
