"""The gallery of broken knowledge: each example is one file with one mistake, laid on the small right base.

The comments at the head of an example say what is wrong, and how it is tested:

    # A rule tests an observable that does not exist.
    # says: Unknown observable 'swellin' | Did you mean 'swelling'?    the parts that one message must hold; one line a message
    # instead: rule broken, interview main                             items of the base that the example stands for
    # line: 6                                                          where no comment can stand; 0 when no line applies
    # today: 2026-11-22                                                the day on which the knowledge is checked
    # scenarios: every rule but broken                                 the rules that have scenarios; without it, nothing is known of scenarios

The messages point to the lines that end in `# <- here`. All messages of all examples stand in `messages.txt`. After a change of wording,
`python -m tests.knowledge.gallery --record` writes them anew: read the diff as a user would read the message.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from soleus.knowledge.examples import NAME
from soleus.knowledge.loading import Checked, check_files

FOLDER = Path(__file__).parents[1] / "broken_knowledge"
RECORD = FOLDER / "messages.txt"
BASE = {path.name: path.read_text("utf-8") for path in sorted((FOLDER / "base").glob("*.yaml"))}

_HEAD = re.compile(r"^# (says|instead|line|today|scenarios): (.+)$", re.MULTILINE)
_RULE = re.compile(r"^- rule: ([\w-]+)", re.MULTILINE)


@dataclass(frozen=True)
class Example:
    """One file of the gallery: its name, its text, and what its head says."""

    name: str
    text: str

    @property
    def says(self) -> list[list[str]]:
        """The parts that each message must hold."""
        return [line.split(" | ") for line in self._heads("says")]

    @property
    def lines(self) -> set[int]:
        """The lines that messages may point to."""
        marked = {number for number, line in enumerate(self.text.splitlines(), 1) if line.endswith("# <- here")}
        return marked or {int(line) for line in self._heads("line")}

    def files(self) -> dict[str, bytes]:
        """The base with this example in it, as the loader wants it."""
        files = dict(BASE)
        for item in (item for line in self._heads("instead") for item in line.split(", ")):
            files = {name: _without(text, *item.split()) for name, text in files.items()}
        return {name: text.encode() for name, text in {**files, f"{self.name}.yaml": self.text}.items()}

    def check(self) -> Checked:
        """What is wrong with the base and this example in it."""
        today = next(map(date.fromisoformat, self._heads("today")), None)
        with TemporaryDirectory() as folder:
            self._write_scenarios(Path(folder))
            return check_files(self.files(), today=today, folder=folder)

    def _write_scenarios(self, folder: Path) -> None:
        """The examples that lie beside the knowledge, if the head speaks of scenarios: what a check asks is only for which rules."""
        for said in self._heads("scenarios"):
            without = said.removeprefix("every rule").removeprefix(" but ").split(", ")
            rules = {rule for text in self.files().values() for rule in _RULE.findall(text.decode())}
            data = {rule: {"fires": {}, "does_not_fire": {}} for rule in sorted(rules - {*without})}
            (folder / NAME).write_text(json.dumps(data), "utf-8")

    def _heads(self, key: str) -> list[str]:
        return [value for found, value in _HEAD.findall(self.text) if found == key]


def _without(text: str, kind: str, name: str) -> str:
    """A file without one item; the lines of the others stay where they are, and a file that held no other is an empty list."""
    item = re.search(rf"^- {kind}: {name}\n(  .*\n|\n)*", text, re.MULTILINE)
    if not item:
        return text
    rest = text[: item.start()] + "\n" * item.group().count("\n") + text[item.end() :]
    return rest if re.search(r"^- ", rest, re.MULTILINE) else "[]\n"


def examples(folder: str) -> list[Example]:
    """The examples in `faults`, `gaps` or `good`, by name."""
    return [Example(path.stem, path.read_text("utf-8")) for path in sorted((FOLDER / folder).glob("*.yaml"))]


def record() -> str:
    """Every message of every example, as one text."""
    parts = []
    for folder in ("faults", "gaps", "good"):
        for example in examples(folder):
            checked = example.check()
            found = [f"  {problem}" for problem in (*checked.faults, *checked.gaps)]
            parts.append("\n".join((f"{folder}/{example.name}", *(found or ["  (nothing is wrong)"]))))
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__" and sys.argv[1:] == ["--record"]:
    RECORD.write_text(record(), "utf-8")
