"""Cases of the case store as blocks: a list of them, and one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from soleus.knowledge.conditions import Scalar
from soleus.report.banner import kept_banner
from soleus.report.blocks import Block, Heading, Line
from soleus.review.records import POSSIBLE, CaseLine, KeptCase, Verdict, Version

NO_CASES = "There are no cases yet. A consultation that is concluded is kept as one: soleus consult"


def list_blocks(lines: Sequence[CaseLine], fitting: int, every: int, files: Sequence[str], most: int | None) -> Iterator[Block]:
    """Cases in short, of `fitting` that were asked for and `every` one there is; then at most so many names of `files` that are in no store."""
    yield from (Line(_in_short(one), bullet=True) for one in lines)
    if len(lines) < fitting:
        yield _more(fitting - len(lines))
    if files:
        yield Heading("In your own folder, and not in this store: not concluded yet, or elsewhere")
        yield from (Line(name, bullet=True) for name in files[:most])
        if len(files) > len(files[:most]):
            yield _more(len(files) - len(files[:most]))
    if not lines and every:
        yield Line("The only case does not fit." if every == 1 else f"None of the {every:,} cases fits.")
    if not every and not files:
        yield Line(NO_CASES)


def _more(count: int) -> Line:
    return Line(f"And {count:,} more: --all lists them.", tone="quiet")


def _in_short(one: CaseLine) -> str:
    best = f" {one.condition_name} ({one.words})." if one.condition else ""
    still_open = ", with safety questions open" if one.provisional else ""
    return f"{one.name}: {one.title}{still_open}.{best} {counted(one.versions, 'version')}, {counted(one.verdicts, 'verdict')}; {when(one.saved)}"


def case_blocks(case: KeptCase, version: Version) -> Iterator[Block]:
    """One version of a case: what it says in short, the answers with their times, the verdicts, and the knowledge."""
    result = version.result
    knowledge = result["knowledge"]
    yield from short_blocks(case, version)
    yield from _answers(version)
    yield from _verdicts(case.verdicts)
    yield Line(f"Knowledge {knowledge['name']} {knowledge['version']}, {knowledge['fingerprint'][:12]}", tone="quiet")
    yield for_whom(version)


def for_whom(version: Version) -> Line:
    """For whom a version is, and for whom it is not."""
    return Line(f"{version.result['intended_use']} {version.result['not_for']}", tone="quiet")


def short_blocks(case: KeptCase, version: Version) -> Iterator[Block]:
    """What a version says in short: level of care, what it may be and why, the plan."""
    result = version.result
    of = f"version {version.number} of {len(case.versions)}"
    yield Heading(f"{case.name}: {of}, {when(version.saved)}")
    yield kept_banner(result)
    yield from _named("It may be", result["conditions"])
    yield from _named("Why it may have come", result["causes"])
    yield from _measures(result)


def _named(title: str, ranked: Sequence[Mapping[str, Any]]) -> Iterator[Block]:
    yield Heading(title)
    possible = [one for one in ranked if one["words"] in POSSIBLE]
    yield from (Line(f"{one['name']}: {one['words']}", 1, bullet=True) for one in possible)
    if not possible:
        yield Line("nothing that is at least possible", 1)


def _measures(result: Mapping[str, Any]) -> Iterator[Block]:
    """What is advised, and what is withheld: by name where something advised it, and else only how many."""
    wanted = [one["name"] for one in result["withheld"] if one["wanted"]]
    others = len(result["withheld"]) - len(wanted)
    withheld = [*wanted, *([f"{others} {'more ' if wanted else ''}that nothing advised"] if others else [])]
    for title, names in (("Advised", [one["name"] for one in result["plan"]]), ("Withheld", withheld)):
        yield Heading(title)
        yield Line("; ".join(names) if names else "nothing", 1)


def _answers(version: Version) -> Iterator[Block]:
    yield Heading("Answers")
    for name, value in version.answers.items():
        yield Line(f"{name}: {plain_value(value)}, {when(version.times[name])}", 1, bullet=True)
    if not version.answers:
        yield Line("none: everything is unknown", 1)


def _verdicts(verdicts: Sequence[Verdict]) -> Iterator[Block]:
    if verdicts:
        yield Heading("Verdicts")
    for one in verdicts:
        said = f"{one.author} on {one.kind} {one.subject} of version {one.version}: {one.says}, {when(one.time)}"
        yield Line(f"{said}. {one.reason}", 1, bullet=True)


def plain_value(value: Scalar) -> str:
    """An answer as it was given."""
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def when(time: str) -> str:
    """A time of the store as a person reads it."""
    return f"{time[:10]} {time[11:16]} UTC"


def counted(count: int, what: str) -> str:
    return f"{count:,} {what}" if count == 1 else f"{count:,} {what}s"
