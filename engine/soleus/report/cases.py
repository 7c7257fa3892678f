"""Cases of the case store as blocks: a list of them, and one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase
from soleus.report.banner import kept_banner
from soleus.report.blocks import Block, Heading, Line
from soleus.review.records import POSSIBLE, CaseLine, KeptCase, Verdict, Version

MOST_QUESTIONS = 10
NO_CASES = "There are no cases yet. A consultation that is concluded is kept as one: soleus consult"

NOT_A_DIAGNOSIS = "What a case says is not a diagnosis and no substitute for a clinician. For whom it is, and what is open: soleus cases show CASE"


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
    if lines:
        yield Line(NOT_A_DIAGNOSIS, tone="quiet")
    if not lines and every:
        yield Line("The only case does not fit." if every == 1 else f"None of the {every:,} cases fits.")
    if not every and not files:
        yield Line(NO_CASES)


def _more(count: int) -> Line:
    return Line(f"And {count:,} more: --all lists them.", tone="quiet")


def _in_short(one: CaseLine) -> str:
    best = f" {one.condition_name} ({one.words})." if one.condition else ""
    grave = f" Not to be missed: {'; '.join(one.grave)}." if one.grave else ""
    still_open = ", with safety questions open" if one.provisional else ""
    return f"{one.name}: {one.title}{still_open}.{best}{grave} {_counts(one)}"


def _counts(one: CaseLine) -> str:
    return f"{counted(one.versions, 'version')}, {counted(one.verdicts, 'verdict')}; {when(one.saved)}"


def case_blocks(case: KeptCase, version: Version, base: KnowledgeBase) -> Iterator[Block]:
    """One version of a case: what it says in short, the answers with their times, the verdicts, and the knowledge.

    The answers stand in the words of `base` where it concluded the version, and else by their ids.
    """
    result = version.result
    knowledge = result["knowledge"]
    yield from short_blocks(case, version)
    yield from _answers(version, base if knowledge["fingerprint"] == base.fingerprint else None)
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


def _answers(version: Version, base: KnowledgeBase | None) -> Iterator[Block]:
    """What was answered, with times: first all that is no plain no, then every no, by day; and the safety questions without an answer."""
    yield Heading("Answers")
    noes: dict[str, list[str]] = {}
    for name, value in version.answers.items():
        if value is False:
            noes.setdefault(version.times[name][:10], []).append(_short(base, name))
        else:
            yield Line(f"{_answer(base, name, value)}, {when(version.times[name])}", 1, bullet=True)
    yield from (Line(f"No, {day}: {'; '.join(names)}", 1, bullet=True) for day, names in noes.items())
    if not version.answers:
        yield Line("none: everything is unknown", 1)
    yield from _open_questions(version.result["unanswered_safety_questions"])


def _answer(base: KnowledgeBase | None, name: str, value: Scalar) -> str:
    """An answer in words, or as it was given where its knowledge is not at hand."""
    if base is None:
        return f"{name}: {plain_value(value)}"
    from soleus.explanation.words import answer_text

    return answer_text(base, name, value)


def _short(base: KnowledgeBase | None, name: str) -> str:
    return base.observables[name].short if base else name


def _open_questions(questions: Sequence[Mapping[str, str]]) -> Iterator[Block]:
    if questions:
        yield Heading(f"{counted(len(questions), 'safety question')} without an answer, which never counts as a no")
    yield from (Line(one["ask"], 1, bullet=True) for one in questions[:MOST_QUESTIONS])
    if questions[MOST_QUESTIONS:]:
        yield Line(f"and {len(questions) - MOST_QUESTIONS} more", 1, bullet=True)


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
