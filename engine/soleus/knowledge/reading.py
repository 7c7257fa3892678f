"""YAML text to plain data with line numbers, for text that nobody has reason to trust.

The data is built from the parser's events with a stack of our own, so that no depth of nesting can exhaust another stack: composing a
deeply nested document crashes PyYAML's C loader. Anchors, aliases and tags are refused (they make small files expand or
build objects), duplicate keys too (the later would silently win).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

import yaml

from soleus.knowledge.problems import Problem, shown

MOST_BYTES = 4_000_000
MOST_DEPTH = 40
MOST_EVENTS = 400_000

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE = re.compile(r"[-+]?[0-9]{1,30}")
_DECIMAL = re.compile(r"[-+]?([0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30}|[0-9]{1,30}(?=[eE]))([eE][-+]?[0-9]{1,2})?")
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_WORDS = {"yes": True, "true": True, "no": False, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data (dict, tuple, str, int, float, bool, None) and the line, from 1, of every value and key by its path."""

    file: str
    data: Any
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)

    def line(self, path: tuple[str | int, ...]) -> int:
        """The line of the value at `path`, or of the nearest value around it."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


class _RefusedError(Exception):
    def __init__(self, line: int, what: str, hint: str = "") -> None:
        self.line, self.what, self.hint = line, what, hint


@dataclass(slots=True)
class _Open:
    """A mapping or list that is still being read."""

    path: tuple[str | int, ...]
    items: Any
    key: str | None = None


def scalar(text: str, *, plain: bool) -> Any:
    """The value of a scalar. Plain text is a yes or no, nothing, a number, or itself; quoted text is itself.

    Narrower than YAML 1.1 on purpose: there `9:1` is the number 541, `012` is ten, and `on` is true. The numbers of JSON are all read.
    """
    if not plain:
        return text
    if text.lower() in _WORDS:
        return _WORDS[text.lower()]
    if _WHOLE.fullmatch(text):
        return int(text)
    return float(text) if _DECIMAL.fullmatch(text) else text


def read_document(content: bytes, file: str) -> Document | Problem:
    """Read one YAML or JSON text. Returns the document, or the one problem that kept it from being read."""
    if len(content) > MOST_BYTES:
        return Problem(file, 0, f"The file has {len(content):,} bytes, more than {MOST_BYTES:,}.", "Split it by topic.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return Problem(file, line, "This is not UTF-8 text.", "Save the file as UTF-8.")
    try:
        return _Builder(file).build(text)
    except _RefusedError as refused:
        return Problem(file, refused.line, refused.what, refused.hint)
    except yaml.YAMLError as error:
        return _syntax_problem(error, file)


def _syntax_problem(error: yaml.YAMLError, file: str) -> Problem:
    mark = getattr(error, "problem_mark", None)
    line = mark.line + 1 if mark else 0
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    return Problem(file, line, f"This is not valid YAML: {shown(what).strip(chr(39))}.", "Check indentation, colons and quotes here.")


class _Builder:
    """Builds one document from parser events."""

    def __init__(self, file: str) -> None:
        self.document = Document(file, None)
        self.root: list[Any] = []
        self.stack: list[_Open] = []

    def build(self, text: str) -> Document:
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if count > MOST_EVENTS:
                raise _RefusedError(line, f"The file holds more than {MOST_EVENTS:,} values.", "Split it.")
            self._take(event, line)
        data = self.root[0] if self.root else None
        return Document(self.document.file, data, self.document.lines)

    def _take(self, event: Any, line: int) -> None:
        self._refuse_tricks(event, line)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close()

    def _refuse_tricks(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(line, "Anchors and aliases (& and *) are not allowed.", "Write the value out, or quote the text.")
        if getattr(event, "tag", None):
            raise _RefusedError(line, f"The tag {shown(event.tag)} is not allowed.", "Remove it, or quote the text.")
        if isinstance(event, yaml.ScalarEvent) and (unseen := _UNSEEN.search(event.value)):
            raise _RefusedError(line, f"This text holds a control character, U+{ord(unseen.group()):04X}.", "Remove it: texts are plain.")
        if isinstance(event, yaml.DocumentStartEvent) and self.root:
            raise _RefusedError(line, "A second document starts here.", "Keep one list of items in a file, without '---' between them.")

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> None:
        place = self.stack[-1] if self.stack else None
        if place and isinstance(place.items, dict) and place.key is None:
            if event.value in place.items:
                raise _RefusedError(line, f"The key {shown(event.value)} stands here twice.", "Remove or rename one of the two.")
            place.key = event.value
        else:
            self._put(scalar(event.value, plain=event.style is None or event.style == ""), line)

    def _open(self, items: Any, line: int) -> None:
        if len(self.stack) >= MOST_DEPTH:
            raise _RefusedError(line, f"Values are nested more than {MOST_DEPTH} deep.", "Split the condition into findings.")
        place = self.stack[-1] if self.stack else None
        if place and isinstance(place.items, dict) and place.key is None:
            raise _RefusedError(line, "A key must be a word.", "Quote it, or check the indentation.")
        path = self._path()
        self.document.lines[path] = line
        self.stack.append(_Open(path, items))

    def _close(self) -> None:
        done = self.stack.pop()
        self._put(done.items if isinstance(done.items, dict) else tuple(done.items), None)

    def _path(self) -> tuple[str | int, ...]:
        if not self.stack:
            return ()
        place = self.stack[-1]
        step = place.key if isinstance(place.items, dict) else len(place.items)
        return (*place.path, step if step is not None else "")

    def _put(self, value: Any, line: int | None) -> None:
        if line is not None:
            self.document.lines[self._path()] = line
        if not self.stack:
            self.root.append(value)
            return
        place = self.stack[-1]
        if isinstance(place.items, dict):
            place.items[place.key] = value
            place.key = None
        else:
            place.items.append(value)
