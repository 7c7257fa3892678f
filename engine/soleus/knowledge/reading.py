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

from soleus.knowledge.problems import MOST_PROBLEMS, Problem, shown

MOST_BYTES = 2_000_000
MOST_DEPTH = 40
MOST_EVENTS = 200_000

_TOO_DEEP = (f"Values are nested more than {MOST_DEPTH} deep.", "Split what stands here: a condition into findings.")
_TOO_DEEP_FOR_LIBYAML = "exceeded maximum nesting depth"
"""What libyaml says of a text that is nested far deeper than that. From 0.2.6 on it reads ahead, and may say so before it has told of any value."""

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WHOLE = re.compile(r"[-+]?[0-9]{1,30}")
_DECIMAL = re.compile(r"[-+]?([0-9]{1,30}\.[0-9]{0,30}|\.[0-9]{1,30}|[0-9]{1,30}(?=[eE]))([eE][-+]?[0-9]{1,2})?")
UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Characters that no text holds: a reader would not see them, or a terminal would obey them."""
_WORDS = {"yes": True, "true": True, "no": False, "false": False, "null": None, "~": None, "": None}


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data (dict, tuple, str, int, float, bool, None) and the line, from 1, of every value by its path.

    The line of a mapping's value is that of its key. `problems` holds what is wrong with the text; the data is then what could be
    read of it, fit for finding more problems and for nothing else. It is `whole` unless the reading ended early.
    """

    file: str
    data: Any
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    whole: bool = True

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
    """Read one YAML or JSON text. Returns the document, or the first problem that keeps it from being used."""
    document = read_all(content, file)
    return document.problems[0] if document.problems else document


def read_all(content: bytes, file: str) -> Document:
    """Read one YAML or JSON text as far as it goes, and note everything that is wrong with it."""
    if len(content) > MOST_BYTES:
        return _nothing(file, 0, f"The file has {len(content):,} bytes, more than {MOST_BYTES:,}.", "Split it by topic.")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        return _nothing(file, line, "This is not UTF-8 text.", "Save the file as UTF-8.")
    return _Builder(file).build(text)


def _nothing(file: str, line: int, what: str, hint: str) -> Document:
    return Document(file, None, {}, (Problem(file, line, what, hint),), False)


def _syntax_problem(error: yaml.YAMLError, file: str, text: str) -> Problem:
    """Where the parser gave up, and where the part began that it could not finish: that is often the line to mend."""
    mark, began = getattr(error, "problem_mark", None), getattr(error, "context_mark", None)
    line = mark.line + 1 if mark else 0
    what = getattr(error, "problem", None) or getattr(error, "reason", None) or "it cannot be read"
    if what == _TOO_DEEP_FOR_LIBYAML:
        return Problem(file, line, *_TOO_DEEP)
    start = f"from line {began.line + 1} on" if mark and began and began.line < mark.line else "here"
    hint = "Indent the line with spaces, not with a tab." if _tabbed(text, line) else f"Check indentation, colons, brackets and quotes {start}."
    return Problem(file, line, f"This is not valid YAML: {shown(what)[1:-1]}.", hint)


def _tabbed(text: str, line: int) -> bool:
    """Whether a tab stands before the first word of a line."""
    written = "".join(text.split("\n")[line - 1 : line])
    return "\t" in written[: len(written) - len(written.lstrip())]


class _Builder:
    """Builds one document from parser events. What can be passed over is noted; what cannot ends the reading."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.root: list[Any] = []
        self.stack: list[_Open] = []
        self.lines: dict[tuple[str | int, ...], int] = {}
        self.problems: list[Problem] = []

    def build(self, text: str) -> Document:
        whole = False
        try:
            self._read(text)
            whole = True
        except _RefusedError as refused:
            self._note(refused.line, refused.what, refused.hint)
        except yaml.YAMLError as error:
            self.problems.append(_syntax_problem(error, self.file, text))
        return Document(self.file, self._data(), self.lines, tuple(sorted(self.problems)), whole)

    def _data(self) -> Any:
        """What was read: of a text that ends too early, the whole items of its outermost list."""
        if self.root:
            return self.root[0]
        return tuple(self.stack[0].items) if self.stack and isinstance(self.stack[0].items, list) else None

    def _read(self, text: str) -> None:
        for count, event in enumerate(yaml.parse(text, Loader=_LOADER)):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if count > MOST_EVENTS:
                raise _RefusedError(line, f"The file holds more than {MOST_EVENTS:,} values.", "Split it by topic.")
            if len(self.problems) > MOST_PROBLEMS:
                raise _RefusedError(line, "The rest of the file was not read.", "Mend the problems above it first.")
            self._take(event, line)

    def _note(self, line: int, what: str, hint: str) -> None:
        self.problems.append(Problem(self.file, line, what, hint))

    def _take(self, event: Any, line: int) -> None:
        self._note_tricks(event, line)
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event.value, not event.style, line)
        elif isinstance(event, yaml.AliasEvent):
            self._scalar(f"*{event.anchor}", False, line)
        elif isinstance(event, yaml.MappingStartEvent):
            self._open({}, line)
        elif isinstance(event, yaml.SequenceStartEvent):
            self._open([], line)
        elif isinstance(event, yaml.MappingEndEvent | yaml.SequenceEndEvent):
            self._close()

    def _note_tricks(self, event: Any, line: int) -> None:
        if isinstance(event, yaml.DocumentStartEvent) and self.root:
            raise _RefusedError(line, "A second document starts here.", "Keep one list of items in a file, without '---' between them.")
        if getattr(event, "anchor", None):
            self._note(line, "Anchors and aliases (& and *) are not allowed.", "Write the value out, or quote the text.")
        if getattr(event, "tag", None):
            self._note(line, f"The tag {shown(event.tag)} is not allowed.", "Remove it, or quote the text.")
        if isinstance(event, yaml.ScalarEvent) and (unseen := UNSEEN.search(event.value)):
            self._note(line, f"This text holds a control character, U+{ord(unseen.group()):04X}.", "Remove it: texts are plain.")

    def _scalar(self, text: str, plain: bool, line: int) -> None:
        place = self._awaiting_key()
        if place is None:
            self._put(scalar(text, plain=plain), line)
            return
        if text in place.items:
            self._note(line, f"The key {shown(text)} stands here twice.", "Remove or rename one of the two.")
        place.key = text
        self.lines[self._path()] = line

    def _awaiting_key(self) -> _Open | None:
        """The innermost open mapping if its next part is a key."""
        place = self.stack[-1] if self.stack else None
        return place if place and isinstance(place.items, dict) and place.key is None else None

    def _open(self, items: Any, line: int) -> None:
        if len(self.stack) >= MOST_DEPTH:
            raise _RefusedError(line, *_TOO_DEEP)
        if self._awaiting_key():
            raise _RefusedError(line, "A key must be a word.", "Quote it, or check the indentation.")
        path = self._path()
        self.lines.setdefault(path, line)
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
            self.lines.setdefault(self._path(), line)
        if not self.stack:
            self.root.append(value)
            return
        place = self.stack[-1]
        if isinstance(place.items, dict):
            place.items[place.key] = value
            place.key = None
        else:
            place.items.append(value)
