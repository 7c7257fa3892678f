"""Verdicts as scenarios: a skeleton in Gherkin, in the steps of `features/`, that the person who edits the rules finishes.

A disagreement becomes a scenario that fails until the rules say what the reviewer says; an agreement one that holds today and shall go on to hold.
What only a person can say is marked. A scenario goes into a public repository: it names no case and no author unless that is asked for.
"""

from __future__ import annotations

import re
import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from soleus.knowledge.answers import check_answer
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import AnswerError, number_text, printable
from soleus.review.records import KeptCase, Verdict, Version
from soleus.review.steps import MARK, wanted_steps

_HEAD = f"""\
Feature: What reviewers said of rules and conclusions
  Finish each scenario, and move it to the feature that it belongs to. {MARK} marks what only you can say.
  The answers and reasons are those of real people. Leave out what does not matter here, and whatever could tell who it was.
"""
_WIDTH = 110
_PLAIN_WORD = re.compile(r"(?!(yes|no|true|false|null)$)[A-Za-z][A-Za-z0-9_-]*", re.IGNORECASE)
_DID = {"agree": "Agreed", "disagree": "Disagreed", "note": "Noted"}


def skeleton(base: KnowledgeBase, case: KeptCase, verdict: Verdict, *, named: bool = False) -> str:
    """A feature with the scenario of one verdict; see `skeletons`."""
    return skeletons(base, case, [verdict], named=named)


def skeletons(base: KnowledgeBase, case: KeptCase, verdicts: Iterable[Verdict], *, named: bool = False) -> str:
    """A feature with a scenario for each thing that the verdicts on a case are about, in their order.

    The steps are those of `features/`, for this knowledge: what it no longer asks or says stands in a comment. `named` adds the case and the authors.
    """
    about: dict[tuple[int, str, str], list[Verdict]] = defaultdict(list)
    for one in verdicts:
        about[one.version, one.kind, one.subject].append(one)
    parts = ["\n".join(_scenario(base, case, every, named)) for every in about.values()]
    return "\n\n".join([_HEAD.rstrip("\n"), *parts]) + "\n"


def _scenario(base: KnowledgeBase, case: KeptCase, verdicts: Sequence[Verdict], named: bool) -> Iterator[str]:
    """The lines of one scenario, all verdicts being on one thing of one version."""
    first = verdicts[0]
    version = case.version(first.version)
    says = next((one for one in ("disagree", "agree") if any(verdict.says == one for verdict in verdicts)), "note")
    wanted = wanted_steps(base, version.result, first.kind, first.subject, holds=says != "disagree")
    yield from (f"  # {line}" for line in _comments(base, case, version, verdicts, named))
    yield f"  Scenario: {printable(wanted.title)}"
    given, unknown = _known_answers(base, version.answers)
    yield from (f"    # The knowledge no longer takes this answer: {printable(one)}" for one in unknown)
    yield from _given(base, given)
    yield "    When the consultation is concluded"
    yield from (f"    # {MARK}: {printable(one)}" for one in wanted.to_decide)
    yield from (f"    {'And' if number else 'Then'} {step}" for number, step in enumerate(wanted.steps))


def _comments(base: KnowledgeBase, case: KeptCase, version: Version, verdicts: Sequence[Verdict], named: bool) -> Iterator[str]:
    for one in verdicts:
        by = f" by {printable(one.author)}" if named else ""
        yield f"{_DID[one.says]} on {one.time[:10]}{by}, verdict {one.id}."
        lines = [line for text in one.reason.splitlines() for line in textwrap.wrap(printable(text), _WIDTH)]
        yield from (f"  > {line}" for line in lines)  # the mark keeps a reason from being read as anything else, such as a language
    fingerprint = version.result["knowledge"]["fingerprint"]
    of_today = "" if fingerprint == base.fingerprint else f" It is not that of today, {base.fingerprint[:12]}: see whether this still holds."
    of_case = f" of {printable(case.name)}" if named else " of a case"
    yield f"Version {version.number}{of_case}, concluded with the knowledge {printable(fingerprint)[:12]}.{of_today}"


def _known_answers(base: KnowledgeBase, answers: Mapping[str, Scalar]) -> tuple[dict[str, Scalar], list[str]]:
    """The answers that this knowledge takes, in the order of its questions, and the others as text."""
    known: dict[str, Any] = {}
    unknown = []
    for name, value in answers.items():
        try:
            known[name] = check_answer(base, name, value)
        except AnswerError:
            unknown.append(f"{name}: {_value(value)}")
    return {name: known[name] for name in base.observables if name in known}, unknown


def _given(base: KnowledgeBase, answers: Mapping[str, Scalar]) -> Iterator[str]:
    """The steps that give the answers: a checklist that was answered with no throughout in one, the others in a table."""
    all_no = [one for one in base.checklists.values() if all(answers.get(item) is False for item in one.items)]
    person = f"a {printable(base.about.person)}"
    folded = {item for one in all_no for item in one.items}
    rows = {name: _value(value) for name, value in answers.items() if name not in folded}
    if rows or not all_no:
        yield f"    Given {person} who answers" if rows else f'    Given {person} who answers ""'
    widths = [max(map(len, column), default=0) for column in (rows, rows.values())]
    yield from (f"      | {name.ljust(widths[0])} | {value.ljust(widths[1])} |" for name, value in rows.items())
    if all_no:
        yield f'    {"And" if rows else "Given"} {person} who answered "no" to every question of "{", ".join(one.id for one in all_no)}"'


def _value(value: Scalar) -> str:
    """An answer as a table of a feature holds it: YAML reads it back as it was."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        return value if _PLAIN_WORD.fullmatch(value) else f'"{value}"'
    return number_text(value)
