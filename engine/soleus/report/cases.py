"""Cases of the case store as blocks: a list of them, and one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from soleus.report.blocks import Banner, Block, Heading, Line
from soleus.review.records import POSSIBLE, CaseLine, KeptCase, Verdict, Version

NO_CASES = "There are no cases yet. A consultation that is concluded is kept as one: soleus consult"
_YES_NO = {True: "yes", False: "no"}


def list_blocks(lines: Sequence[CaseLine], files: Sequence[str], most: int | None) -> Iterator[Block]:
    """The cases in short, at most so many of them, and the names of `files` that are not in the store."""
    shown = lines[:most]
    yield from (Line(_in_short(one), bullet=True) for one in shown)
    if len(shown) < len(lines):
        yield Line(f"And {len(lines) - len(shown):,} more: --all lists them.", tone="quiet")
    if files:
        yield Heading("In your own folder, and not in this store: not concluded yet, or elsewhere")
        yield from (Line(name, bullet=True) for name in files[:most])
        if len(files) > len(files[:most]):
            yield Line(f"And {len(files) - len(files[:most]):,} more: --all lists them.", tone="quiet")
    if not lines and not files:
        yield Line(NO_CASES)


def _in_short(one: CaseLine) -> str:
    best = f" {one.condition_name} ({one.words})." if one.condition else ""
    still_open = ", with safety questions open" if one.provisional else ""
    return f"{one.name}: {one.title}{still_open}.{best} {counted(one.versions, 'version')}, {counted(one.verdicts, 'verdict')}; {when(one.saved)}"


def case_blocks(case: KeptCase, version: Version) -> Iterator[Block]:
    """One version of a case in short: level of care, what it may be and why, the plan, the answers with their times, and the verdicts."""
    result = version.result
    triage, knowledge = result["triage"], result["knowledge"]
    of = f"version {version.number} of {len(case.versions)}"
    yield Heading(f"{case.name}: {of}, {when(version.saved)}")
    reasons = dict.fromkeys(one["because"] for one in triage["reasons"])
    yield Banner(triage["title"], (triage["action"], *(f"- {one}" for one in reasons)), triage["level"])
    yield from _named("It may be", result["conditions"])
    yield from _named("Why it may have come", result["causes"])
    yield from _measures(result)
    yield from _answers(version)
    yield from _verdicts(case.verdicts)
    yield Line(f"Knowledge {knowledge['name']} {knowledge['version']}, {knowledge['fingerprint'][:12]}", tone="quiet")
    yield Line(f"{result['intended_use']} {result['not_for']}", tone="quiet")


def _named(title: str, ranked: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    yield Heading(title)
    possible = [one for one in ranked if one["words"] in POSSIBLE]
    yield from (Line(f"{one['name']}: {one['words']}", 1, bullet=True) for one in possible)
    if not possible:
        yield Line("nothing that is at least possible", 1)


def _measures(result: Mapping[str, Any]) -> Iterator[Block]:
    for title, key in (("Advised", "plan"), ("Withheld", "withheld")):
        names = [one["name"] for one in result[key]]
        yield Heading(title)
        yield Line("; ".join(names) if names else "nothing", 1)


def _answers(version: Version) -> Iterator[Block]:
    yield Heading("Answers")
    for name, value in version.answers.items():
        yield Line(f"{name}: {_YES_NO[value] if isinstance(value, bool) else value}, {when(version.times[name])}", 1, bullet=True)
    if not version.answers:
        yield Line("none: everything is unknown", 1)


def _verdicts(verdicts: Sequence[Verdict]) -> Iterator[Block]:
    if verdicts:
        yield Heading("Verdicts")
    for one in verdicts:
        said = f"{one.author} on {one.kind} {one.subject} of version {one.version}: {one.says}, {when(one.time)}"
        yield Line(f"{said}. {one.reason}", 1, bullet=True)


def when(time: str) -> str:
    """A time of the store as a person reads it."""
    return f"{time[:10]} {time[11:16]} UTC"


def counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
