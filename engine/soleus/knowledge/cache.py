"""The compiled form of a knowledge base: JSON of its records, kept under the fingerprint of its files.

Reading it needs neither YAML nor pydantic. It lives in the user's own cache folder, readable by nobody else, and beside the bundled
knowledge in an installed wheel. A compiled form that cannot be read is read anew from the YAML, never trusted in part.
"""

from __future__ import annotations

import contextlib
import dataclasses
import hashlib
import json
import os
import tempfile
from pathlib import Path
from typing import Any

from soleus.knowledge import conditions, model
from soleus.knowledge.model import KnowledgeBase

BUNDLED = "compiled.json"
_RECORDS: dict[str, type[Any]] = {
    name: record
    for module in (conditions, model)
    for name, record in vars(module).items()
    if isinstance(record, type) and dataclasses.is_dataclass(record)
}
_FORMAT = hashlib.sha256(repr([(name, tuple(record.__dataclass_fields__)) for name, record in sorted(_RECORDS.items())]).encode()).hexdigest()[:16]


def encode(base: KnowledgeBase) -> str:
    """A knowledge base as JSON text; `decode` gives an equal one back."""
    return json.dumps({"format": _FORMAT, "base": _plain(base)}, ensure_ascii=False, separators=(",", ":"))


def decode(text: str) -> KnowledgeBase | None:
    """The knowledge base in a JSON text, or None when the text is not one of this version."""
    try:
        data = json.loads(text, object_hook=_record)
        base = data["base"] if data["format"] == _FORMAT else None
    except (ValueError, TypeError, KeyError, RecursionError):
        return None
    return base if isinstance(base, KnowledgeBase) else None


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {"@": type(value).__name__, **{name: _plain(getattr(value, name)) for name in value.__dataclass_fields__}}
    if isinstance(value, dict):
        return {key: _plain(one) for key, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, tuple) else value


def _record(data: dict[str, Any]) -> Any:
    fields = {key: tuple(value) if isinstance(value, list) else value for key, value in data.items()}
    return _RECORDS[fields.pop("@")](**fields) if "@" in fields else fields


def find(fingerprint: str, folder: Path | None) -> KnowledgeBase | None:
    """The compiled base with this fingerprint: beside the files in `folder` if that is given, or in the user's cache."""
    for path in (*((folder / BUNDLED,) if folder else ()), _path(fingerprint)):
        with contextlib.suppress(OSError, UnicodeDecodeError):
            base = decode(path.read_text("utf-8"))
            if base is not None and base.fingerprint == fingerprint:
                return base
    return None


def keep(base: KnowledgeBase) -> None:
    """Write the compiled base to the user's cache, whole or not at all. A cache that cannot be written only costs time."""
    path = _path(base.fingerprint)
    with contextlib.suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent)
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(encode(base))
        os.replace(name, path)


def _path(fingerprint: str) -> Path:
    """Where the compiled form of a base is kept."""
    import platformdirs

    folder = platformdirs.user_cache_dir("soleus", appauthor=False)
    return Path(folder) / f"{fingerprint}-{_FORMAT}.json"
