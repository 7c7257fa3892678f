"""Every sentence that an explanation says of its own, in one place, ready to be translated. Conditions in words: `explanation/words.py`."""

from __future__ import annotations

from collections.abc import Sequence

from soleus.inference.weighing import BANDS

FROM, ABSENT, SOURCES, WHY, CONCLUDES = "From", "And nothing known of", "Sources", "Why", "Concludes"

# How


def how_title(name: str, about: str) -> str:
    return f"How it came to: {name} ({about})"


SAYS = {"for": "For it", "against": "Against it", "advises": "Advises it", "withholds": "Withholds it"}
NOT_TRUE = "known not to hold"
HOLDS = {"finding": "it holds", "rule": "it fired"}
ADVISED, LEFT_ALONE = "advised", "left alone"
NOBODY_ASKED = "No rule asks for anything more urgent. That is not an all-clear."
BY_THE_UNKNOWN = "by what is not known"
LONGER_ON_COMMAND = "Every step, with the ids of the rules: the same command with --deep."
LONGER_IN_MENU = "To see every step: deep."


def points(number: str) -> str:
    return f"{number} {'point' if number == '1' else 'points'}"


def begins(prior: str, start: int, total: str) -> str:
    """Where the support of a hypothesis starts, what it comes to, and what its words mean."""
    bands = ", ".join(f"{word.replace('_', ' ')} from {least}" for least, word in reversed(BANDS))
    return f"{prior.replace('_', ' ').capitalize()} to begin with ({start}), {total} in all: {bands}."


def weighed(prior: str, start: int, total: str) -> str:
    return f"{prior.replace('_', ' ')} to begin with ({start}), and the arguments below: {total} decibans in all"


def argued(says: str, strength: str) -> str:
    return f"{SAYS[says]}, {strength}" if strength else SAYS[says]


def more(count: int, of: str = "") -> str:
    return f"and {count} more{f' {of}' if of else ''}"


def rule(name: str, title: str) -> str:
    return f"Rule {name}: {title}"


def outcome(name: str, what: str) -> str:
    return f"{name}: {what}"


def denied(name: str) -> str:
    return f"Known not to hold: {name}"


def score(name: str, number: str) -> str:
    return f"Score {name}: {number}"


def at_step(title: str, step: int) -> str:
    return f"{title} (step {step})"


def shown_before(title: str, step: int) -> str:
    return f"{title}: see step {step} above"


# Traces

NOTHING = "nothing"
TRACE_FROM, TRACE_ABSENT, TRACE_CONCLUDED = "from", "absent", "concluded"


def trace(steps: int) -> str:
    return f"Trace: {steps} steps"


# Why not


def concluded(name: str, how: str) -> str:
    return f"{name}: this was concluded. To see how: {how}"


NOTHING_SAID = "Nothing in the answers speaks for it or against it."
NOT_KNOWN_OF = "It is not known whether it holds."
KNOWN_NOT_TO_HOLD = "It is known not to hold."
NO_RULES = "No rule could conclude it."
NO_RULES_FOR_LEVEL = "No rule asks for this level. It is what is left when no rule asks for more."
ADVISED_BUT = "It is advised, but something keeps it out of the plan."
NOT_ADVISED = "Nothing advises it."
NOT_ADVISED_AND_LEFT_ALONE = "It is left alone, and nothing advises it."
AGAINST, FOR_BUT = "What speaks against it", "What speaks for it, but is not enough"
WITHHELD = "Why it is left alone"
NEAREST = {
    "condition": "What would speak for it, nearest first",
    "cause": "What would speak for it, nearest first",
    "finding": "What would show it, nearest first",
    "score": "What would add points, nearest first",
    "measure": "What would advise it, nearest first",
    "triage": "What would ask for it, nearest first",
    "rule": "What it looks for",
}
FIT, FIT_NOT_TRUE, IN_THE_WAY = "Holds", "Does not hold, as needed", "Stands in the way"
FAILS, NOT_KNOWN, NOT_REACHED = "Fails", "Not known", "Not reached"
NO_EXCEPTION = "No exception applies"


def too_little(support: int, needed: int) -> str:
    return f"Its support is {support}, and it is named from {needed} on."


def not_this_level(level: str, more_urgent: bool) -> str:
    return f"not so, because it is more urgent. The level is: {level}." if more_urgent else f"not reached. The level is: {level}."


def missing(count: int) -> str:
    return "fired" if not count else f"{count} {'part is' if count == 1 else 'parts are'} missing"


def saw(answer: str) -> str:
    return f"the answer is {answer}"


def saw_points(number: int) -> str:
    return f"it has {points(str(number))}"


def saw_finding(name: str, state: str) -> str:
    return f"{name}: {'known not to hold' if state == 'failed' else 'not known' if state == 'unknown' else 'holds'}"


def saw_word(name: str, word: str) -> str:
    return f"{name} is {word.replace('_', ' ')}"


def nearest(said: str) -> str:
    return f"nearest: {said}"


def saw_level(level: str) -> str:
    return f"the level is {level}"


def ask_on(names: Sequence[str]) -> str:
    """The ids with which a reader can ask on."""
    return f"more: why-not {', why-not '.join(names)}"


# What if

NOTHING_CHANGES = (
    "Nothing changes. Compared were the level of care, what it may be and why (word and rank), what was found, the plan and what to leave alone. "
    "The arguments behind them may be others."
)
SAME_ANSWERS = "These are the answers that were given."
UNKNOWN = "not known"
TRIAGE, CONDITIONS, CAUSES, FINDINGS, PLAN = "Triage", "What it may be", "Why it may have come", "Findings", "What to do"
NOW_FOUND, NO_LONGER_FOUND = "Now found", "No longer found"
NEWLY_ADVISED, NO_LONGER_ADVISED, NEWLY_WITHHELD, RELEASED = "Now advised", "No longer advised", "Now to be left alone", "No longer to be left alone"


def what_if_title(answers: Sequence[str]) -> str:
    return f"What if {'; '.join(answers)}"


def other_answer(short: str, before: str, after: str) -> str:
    return f"{short}: {after} (now {before})"


def from_to(before: str, after: str) -> str:
    return f"{before} → {after}"


def standing(name: str, before: str, after: str, rank_before: int | None, rank_after: int | None) -> str:
    return f"{name}: {move(before, after, rank_before, rank_after)}"


def move(before: str, after: str, rank_before: int | None, rank_after: int | None) -> str:
    """The words for a hypothesis before and after, and its rank where that is other."""
    words = from_to(before, after) if before != after else after
    if rank_after is None or rank_before == rank_after:
        return words
    return f"{words}, now {ordinal(rank_after)}" + (f" (was {ordinal(rank_before)})" if rank_before else "")


def moved(names: Sequence[str]) -> str:
    return f"Only the rank changes: {'; '.join(names)}"


def ordinal(rank: int) -> str:
    return {1: "first", 2: "second", 3: "third"}.get(rank, f"number {rank}")


def open_questions(before: int, after: int) -> str:
    return f"Safety questions without an answer: {from_to(str(before), str(after))}"


# What would turn it

HINGES = "These answers show what it hinges on. They are no goal: answer what is true."
IF_FOUND_OUT = "if you found out"
IN_EVERY_CASE, AND_ONE_OF, EACH_DOES = "In every case:", "and one of these:", "Each of these does it:"
ANY_ONE = "Any one of these does it:"
NOT_ALL = "There may be more of that size."
TURNS = {
    "not concluded": "what would undo it",
    "concluded": "what would bring it about",
    "higher": "what would make it more urgent",
    "lower": "what would make it less urgent",
}


def turn_title(name: str, way: str) -> str:
    return f"{name}: {TURNS[way]}"


def takes(size: int) -> str:
    return "One other answer is enough." if size == 1 else f"It takes {size} other answers at once; fewer never do."


def no_turn(proved: int | None) -> str:
    if proved is None:
        return "No answers do that: whatever else the person answered, it would stay as it is."
    if proved == 0:
        return "None was found in the time that a search is given."
    return f"No change of up to {proved} {'answer does' if proved == 1 else 'answers does'} that. Larger ones were not all tried."


def instead(short: str, values: str, before: str | None) -> str:
    """An answer that would be other, or that is not known yet."""
    return f"{short}: {values}" + (f" (now {before})" if before is not None else f" ({IF_FOUND_OUT})")


def any_of(value: str, shorts: Sequence[str], before: str | None) -> str:
    """The same answer to any of several questions."""
    return f"{value} to any of: {'; '.join(shorts)}" + (f" (now {before})" if before is not None else f" ({IF_FOUND_OUT})")


def either(values: Sequence[str]) -> str:
    return " or ".join(values)


def at_once(answers: Sequence[str]) -> str:
    return "; and ".join(answers)
