"""Every sentence that a comparison of two consultations says of its own, in one place, ready to be translated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from soleus.explanation.what_if import LeftAlone
from soleus.knowledge.problems import number_text
from soleus.report import explaining
from soleus.report.cases import counted, when
from soleus.report.wording import dose
from soleus.review.sides import (
    AnswerChange,
    FindingTurn,
    HypothesisChange,
    MeasureTurn,
    Prescription,
    ReasonTurn,
    SafetyQuestion,
    ScoreChange,
    Side,
    SideBySide,
)

THEN, NOW = "Then", "Now"
READ_FIRST = "Read this first"
QUESTION, SINCE, MEASURE = "Question", "Since", "Measure"
PARTS = {
    "triage": "Level of care",
    "answers": "The answers",
    "conditions": "What it may be",
    "causes": "Why it may have come",
    "findings": "Findings and scores",
    "plan": "What to do",
    "withheld": "What to leave alone",
    "expected": "What was expected then",
}
"""The parts of a comparison by their anchors, in order."""

TURNS = {"changed": "Changed", "new": "New", "no longer known": "No longer known"}
WAYS = {"came": "new", "went": "unlikely now", "up": "up", "down": "down", "same": "as before"}
AS_LIKELY = "as likely"
REASONS = {"came": "New reason", "went": "No longer a reason", "stayed": "Still a reason"}
QUESTIONS = {"came": "Without an answer now", "went": "No longer open", "stayed": "Still without an answer"}
ARGUMENTS = {"came": "Counts now", "went": "No longer counts"}
PLAN = {"came": "Begins", "went": "Stops", "kept": "Goes on, otherwise", "stayed": "Goes on as before"}
WITHHELD = {"came": explaining.NEWLY_WITHHELD, "went": explaining.RELEASED, "stayed": "Still to be left alone"}
FINDINGS = {"came": explaining.NOW_FOUND, "went": explaining.NO_LONGER_FOUND, "stayed": "Still found"}

UNLIKELY_IS_NOT_OUT = "It must not be missed. Unlikely does not rule it out."
BY = "By"
SAFETY = "safety question"
NO_LONGER_ASKED = "no safety question by the knowledge of now"
NOTHING = "Nothing changed: the answers and what follows from them are the same."
NONE, UNKNOWN = "nothing", explaining.UNKNOWN
SPARE = "if there is time for more"
NOT_ADVISED = "Nothing advises it now."
RELEASED_IS_NOT_ADVISED = "What is no longer to be left alone is not advised by that: only the plan says what to do."
WAS = "Until then"
EXPECTED = "This was said then. Ask how it came out."

MOST = 8
"""How many names of one kind a line holds."""


# Names


def title(sides: SideBySide) -> str:
    """What is compared with what."""
    if sides.one_case:
        return f"{sides.now.case}: version {sides.then.version} and version {sides.now.version}"
    return f"{called(sides.then)} and {called(sides.now)}"


def called(side: Side) -> str:
    """A side by its name, as it is typed."""
    return f"{side.case}@{side.version}" if side.version else side.case


def kept(side: Side) -> str:
    """Which version of which case it is, and when it was kept."""
    if not side.version:
        return f"{side.case}, from a file"
    return f"{side.case}, version {side.version}, {when(side.saved)}"


def apart(days: int | None) -> str:
    """How far apart the two are; nothing where that is not known."""
    if days is None:
        return ""
    return "the same day" if days == 0 else f"{counted(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"


# Parts


def parts(sides: SideBySide) -> tuple[str, ...]:
    """The anchors of the parts in which something changed, and of those that are always told."""
    there = {
        "answers": bool(sides.answers),
        "conditions": any(one.named and one.changed for one in sides.conditions),
        "causes": any(one.named and one.changed for one in sides.causes),
        "findings": bool(sides.findings or sides.scores),
        "plan": bool(sides.plan or sides.kept_up),
        "withheld": bool(also_left_alone(sides) or sides.withheld.went),
        "expected": bool(sides.expected),
    }
    return tuple(anchor for anchor in PARTS if there.get(anchor, True))


def word(word: str) -> str:
    return word.replace("_", " ")


def answer(one: AnswerChange) -> str:
    """An answer that changed, with how much a number changed."""
    if one.turn == "new":
        return f"{one.short}: {one.said_now}"
    if one.turn == "no longer known":
        return f"{one.short}: {explaining.UNKNOWN} (then {one.said_then})"
    return f"{one.short}: {explaining.from_to(one.said_then, one.said_now)}{f' ({difference(one)})' if difference(one) else ''}"


def difference(one: AnswerChange) -> str:
    """How much more or less a number is now; nothing for what is no number."""
    if one.difference is None:
        return ""
    return f"{number_text(abs(one.difference))} {'more' if one.difference > 0 else 'less'}"


def since(one: AnswerChange) -> str:
    """Since which day (UTC) an answer has its value; nothing where that is not kept."""
    return one.since[:10]


def by(sides: SideBySide, one: ReasonTurn | FindingTurn) -> str:
    """The changed answers that a reason or a finding rests on."""
    return some([answer(each) for each in sides.answers if each.id in one.by])


def question(one: SafetyQuestion, way: str) -> str:
    """A safety question that came, went or stayed, with the answer that it has now, or had."""
    if way == "went":
        return f"{one.ask}: {one.now or NO_LONGER_ASKED}"
    return f"{one.ask} (then {one.then})" if one.then else one.ask


def open_questions(side: Side) -> str:
    """How many safety questions have no answer."""
    if not side.open_questions:
        return "Every safety question has an answer."
    return f"Without an answer: {counted(side.open_questions, 'safety question')}"


def standing(one: HypothesisChange) -> str:
    """The words of both sides, with the rank and the support where they are other."""
    stands = one.standing
    words = explaining.move(word(stands.before), word(stands.after), stands.rank_before, stands.rank_after)
    return f"{words}; {support(one)}" if support(one) else words


def support(one: HypothesisChange) -> str:
    """The support on both sides, where something argued about it on both, and it is other."""
    if one.then is None or one.now is None or one.then == one.now:
        return ""
    return f"support {explaining.from_to(str(one.then), str(one.now))}"


def way(one: HypothesisChange) -> str:
    """In which way it changed."""
    return AS_LIKELY if one.way == "same" and one.changed else WAYS[one.way]


def finding(one: FindingTurn) -> str:
    return f"{one.name} (now {one.elsewhere})" if one.elsewhere == "known not to hold" else one.name


def score(one: ScoreChange) -> str:
    return f"{one.name}: {explaining.from_to(str(one.then), explaining.points(str(one.now)))}"


_COUNTS = ("sets", "reps", "hold_seconds", "minutes", "times_a_day", "days_a_week", "weeks")


def in_short(one: Prescription | None) -> str:
    """The counts of the dose, and the phase."""
    if one is None:
        return ""
    counts = dose({key: value for key, value in one.dose.items() if key in _COUNTS})
    return "; ".join(part for part in (counts, one.phase_title, "" if one.fits else SPARE) if part)


def prescribed(one: Prescription | None) -> str:
    """The dose, the phase, and whether the day has time for it."""
    if one is None:
        return ""
    return "; ".join(part for part in (dose(one.dose), one.phase_title, "" if one.fits else SPARE) if part)


def by_reason(measures: Iterable[MeasureTurn | LeftAlone]) -> Iterator[tuple[str, list[str]]]:
    """The names of measures with one first reason together; nothing is a reason as well."""
    groups: dict[str, list[str]] = {}
    for one in measures:
        groups.setdefault(next(iter(one.because), ""), []).append(one.name)
    yield from groups.items()


def also_left_alone(sides: SideBySide) -> tuple[LeftAlone, ...]:
    """What is newly to be left alone, without the measures that stop: the plan tells of those."""
    stopped = {one.id for one in sides.plan.went}
    return tuple(one for one in sides.withheld.came if one.id not in stopped)


def plain_no(answers: Iterable[AnswerChange]) -> tuple[AnswerChange, ...]:
    """The new answers of no: they are many, and read best in one line."""
    return tuple(one for one in answers if one.turn == "new" and one.now is False)


def said_singly(answers: Iterable[AnswerChange], turn: str) -> tuple[AnswerChange, ...]:
    """The answers of one turn that stand on a line of their own."""
    return tuple(one for one in answers if one.turn == turn and (turn != "new" or one.now is not False))


def some(texts: Sequence[str]) -> str:
    """The first few of several texts, and how many more there are."""
    return "; ".join((*texts[:MOST], *([explaining.more(len(texts) - MOST)] if len(texts) > MOST else [])))


def knowledge(sides: SideBySide) -> str:
    """Which knowledge concluded the two."""
    if sides.same_knowledge:
        return f"Knowledge {sides.now.knowledge}"
    return f"Knowledge then {sides.then.knowledge}, now {sides.now.knowledge}"
