"""What the scenarios and cases expect of their sheets, as checks on columns: a mutant is killed when one of them fails.

A step means here what it means in tests/features/conftest.py and a case what it means in tests/evaluation; a test holds both to it.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from feature_sheets import FEATURES, OF_THE_MACHINE, ROOT, pickles, sheet_of
from sheets import Sheet
from soleus.evaluation.cases import CaseSheet, load_cases
from soleus.inference.program import TRIAGE_RULE
from soleus.knowledge.conditions import LEVELS, WORDS
from soleus.knowledge.model import KnowledgeBase

_BIT_STEPS = (
    ("fired", re.compile(r'the rule "(?P<name>[^"]+)" (?:(?P<yes>fires)|does not fire)')),
    ("finding", re.compile(r'the finding "(?P<name>[^"]+)" is (?:(?P<yes>derived)|not derived)')),
)
_MEASURE = re.compile(r'the measure "(?P<name>[^"]+)" is (?P<outcome>advised|not advised|withheld)')
_ASKS = re.compile(r'the (?P<kind>rule|condition) "(?P<name>[^"]+)" (?:(?P<yes>asks for)|does not ask for) "(?P<level>[^"]+)"')
_LEAVES_ALONE = re.compile(r'the precaution "(?P<name>[^"]+)" leaves alone "(?P<groups>[^"]+)"')
_WORD = re.compile(r'the (?P<kind>condition|cause) "(?P<name>[^"]+)" is at (?P<side>least|most) "(?P<word>[^"]+)"')
_FIRST = re.compile(r'the (?P<kind>condition|cause) "(?P<name>[^"]+)" comes first')
_TRIAGE = re.compile(r'the triage is (?P<least>at least )?"(?P<level>[^"]+)"')
_BESIDE = (re.compile(r'the safety question ".*'), re.compile(r"a runner .*"), re.compile(r"the consultation is concluded"))
"""Steps that no rule can break: which questions are open, the answers, the conclusion itself."""


BITS = ("fired", "finding", "plan", "withheld", "reason")
"""What a sheet either has or has not: rules that fired, findings, measures in the plan, measures withheld, reasons."""


@dataclass
class Expectations:
    """Sheets, a row each, and what is expected of them.

    `bits` holds for each kind of BITS and name the rows where it must hold and those where it must not; the name of a reason is `rule says level`
    or `rule says group`. `words` are
    (hypothesis, row, least, most) with places in WORDS, `first` (kind, row, hypothesis), `triage` (row, least, most) with places in LEVELS.
    `pictures` and `cases` are the case sheets with their rows: each picture must be right, of the cases as many as their bars say.
    """

    sheets: list[Sheet] = field(default_factory=list)
    bits: dict[str, dict[str, tuple[set[int], set[int]]]] = field(
        default_factory=lambda: {kind: defaultdict(lambda: (set(), set())) for kind in BITS}
    )
    words: list[tuple[str, int, int, int]] = field(default_factory=list)
    first: list[tuple[str, int, str]] = field(default_factory=list)
    triage: list[tuple[int, int, int]] = field(default_factory=list)
    pictures: dict[int, CaseSheet] = field(default_factory=dict)
    cases: dict[int, CaseSheet] = field(default_factory=dict)
    checks: int = 0

    def add_sheet(self, sheet: Sheet) -> int:
        self.sheets.append(sheet)
        return len(self.sheets) - 1

    def expect(self, row: int, step: str) -> None:
        """Take in one Then step. Raises `ValueError` for a step that is not known here."""
        if any(take(row, step) for take in (self._bit, self._reason, self._measure, self._ranking, self._level)):
            self.checks += 1
        elif not any(one.fullmatch(step) for one in _BESIDE):
            raise ValueError(
                f"Mutation testing does not know the step “{step}”. Teach it to tests/mutation/expectations.py, or, if its feature is about the "
                "program and not about knowledge, name that in OF_THE_MACHINE of tests/feature_sheets.py."
            )

    def _must(self, kind: str, name: str, row: int, holds: bool) -> None:
        self.bits[kind][name][0 if holds else 1].add(row)

    def _bit(self, row: int, step: str) -> bool:
        for kind, pattern in _BIT_STEPS:
            if match := pattern.fullmatch(step):
                self._must(kind, match["name"], row, bool(match["yes"]))
                return True
        return False

    def _reason(self, row: int, step: str) -> bool:
        """A level that a rule, or a condition's standing rule, asks for, and the groups that a precaution withholds."""
        if match := _ASKS.fullmatch(step):
            rule = match["name"] if match["kind"] == "rule" else TRIAGE_RULE + match["name"]
            self._must("reason", f"{rule} says {match['level']}", row, bool(match["yes"]))
        elif match := _LEAVES_ALONE.fullmatch(step):
            for group in match["groups"].split(","):
                self._must("reason", f"{match['name']} says {group.strip()}", row, True)
        return bool(match)

    def _measure(self, row: int, step: str) -> bool:
        match = _MEASURE.fullmatch(step)
        if match:
            self._must("plan", match["name"], row, match["outcome"] == "advised")
            if match["outcome"] == "withheld":
                self._must("withheld", match["name"], row, True)
        return bool(match)

    def _ranking(self, row: int, step: str) -> bool:
        if match := _WORD.fullmatch(step):
            word = WORDS.index(match["word"].replace(" ", "_"))
            self.words.append((match["name"], row, word if match["side"] == "least" else 0, len(WORDS) if match["side"] == "least" else word))
        elif match := _FIRST.fullmatch(step):
            self.first.append((match["kind"], row, match["name"]))
        return bool(match)

    def _level(self, row: int, step: str) -> bool:
        match = _TRIAGE.fullmatch(step)
        if match:
            level = LEVELS.index(match["level"])
            self.triage.append((row, level, len(LEVELS) if match["least"] else level))
        return bool(match)


def expectations(base: KnowledgeBase) -> Expectations:
    """What all scenarios of the knowledge, all typical pictures and all published cases expect."""
    found = Expectations()
    for sheet, steps in scenarios(base):
        row = found.add_sheet(sheet)
        for step in steps:
            found.expect(row, step)
    for folder, into in (("cases_textbook", found.pictures), ("cases", found.cases)):
        for case in load_cases(base, ROOT / "tests" / folder):
            into[found.add_sheet(dict(case.answers))] = case
    return found


def scenarios(base: KnowledgeBase) -> Iterator[tuple[Sheet, list[str]]]:
    """Every scenario of the knowledge: its answers, and its steps."""
    for path in FEATURES:
        if path.name not in OF_THE_MACHINE:
            for pickle in pickles(path):
                yield _sheet(base, pickle), [step["text"] for step in pickle["steps"]]


def _sheet(base: KnowledgeBase, pickle: Mapping[str, Any]) -> Sheet:
    sheet = sheet_of(base, pickle)
    if sheet is None:
        raise ValueError(f"a scenario without answers: {pickle['name']}")
    return sheet
