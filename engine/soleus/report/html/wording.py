"""Every sentence that the page says of its own, in one place. What the other reports say too stands in `report/wording.py`."""

from __future__ import annotations

from collections.abc import Sequence

from soleus.report import wording as shared
from soleus.report.cases import counted

KINDS = {"conditions": "condition", "causes": "cause"}
"""What the bars of a part of the page are about."""

PARTS = {
    "conditions": "What it may be",
    "causes": "Why it may have come",
    "plan": "What to do",
    "withheld": "What to leave alone, and why",
    "follow_up": "When to look again",
    "see": shared.PARTS["see"],
    "findings": "What was found",
    "signs": "Danger signs",
    "picture": "The trace as a picture",
    "turns": "What would change the outcome",
    "near": "Near misses",
    "answers": "The answers",
    "rules": "The rules that fired",
}
"""The parts of the page by their anchors, in order."""

NAV = {
    "conditions": "What",
    "causes": "Why",
    "plan": "Plan",
    "withheld": "Leave alone",
    "follow_up": "Look again",
    "see": "See someone",
    "findings": "Found",
    "signs": "Danger signs",
    "picture": "Picture",
    "turns": "Hinges on",
    "near": "Near misses",
    "answers": "Answers",
    "rules": "Rules",
}
"""The same in short, for the line that stays in sight."""

FLAG_STATES = {"raised": "Raised", "open": "Not settled", "cleared": "Cleared by answers"}
FLAG_BY = {"raised": "From", "open": "Not known", "cleared": "Cleared by"}
SOURCES = {"asked": "asked", "given": "from a file", "not sure": "not sure, or skipped", "not asked": "not asked"}
MARKS = {"held": ("✓", "holds"), "failed": ("✗", "does not hold"), "unknown": ("?", "not known")}
COLUMNS = ("Answers", "Findings", "What and why", "Advice")

AS_KEPT = (
    "This was concluded with other knowledge than is loaded here. You read what it said then. Danger signs one by one, the picture, near misses and "
    "the texts of its rules need the knowledge of that time: name its folder with --kb."
)
NO_ALL_CLEAR = "A cleared sign is cleared by an answer alone. It is no all-clear."
NONE_NEAR = "No rule was kept from firing by one test alone."
NEAR = "Each of these rules did not fire because of one test, though something spoke for it."
NOT_SEARCHED = "This was not looked for, to make the page fast."
PICTURE = (
    "Read it from left to right. Each number is a rule that fired: it leads to the rule's text and evidence. "
    "Solid lines speak for, dashed lines against."
)
POINT = "Point at a box, or tap it, to see what it comes from and what it leads to."
PAST_PICTURE = "Past the picture"
SIDEWAYS = "The picture, which can be moved sideways"
UNLIKELY = "Looked at, and unlikely"
NO_ANSWER = "no answer: it holds until answers rule it out"
IN_SHORT = "In short"
HOW_AND_WHY = "How, why, limit and next step"
MORE_URGENT = "would be more urgent"
NO_FIRINGS = "No rule fired."
SKIP = "Skip to the result"


def begins(prior: str, start: int) -> str:
    """How common a hypothesis is to begin with."""
    return f"{prior.replace('_', ' ')} to begin with ({start})"


def earlier(step: int) -> str:
    """What an earlier step concluded."""
    return f"step {step}"


def more_reasons(count: int) -> str:
    """Further reasons for the level of care, folded away."""
    return f"{count} more reasons"


def measures(count: int) -> str:
    return counted(count, "measure")


def safety_open(count: int) -> str:
    return "safety question open" if count == 1 else "safety questions open"


def kinds(count: int) -> str:
    """How many kinds of measures are to be left alone."""
    return f"{counted(count, 'kind')} of measures"


def not_drawn(count: int) -> str:
    """The rules that the picture leaves out."""
    return "1 more, which leads to nothing that is named here" if count == 1 else f"{count} more, which lead to nothing that is named here"


def left_out(count: int) -> str:
    """What the picture leaves out."""
    if not count:
        return ""
    rules = "1 more rule fired. It leads" if count == 1 else f"{count} more rules fired. They lead"
    return f"{rules} to nothing that is named here. The list of rules has all of them."


def no_to(count: int, ask: str) -> str:
    """Answers of no to several items of one checklist."""
    return f"No to {count} of “{ask}”"


def not_so(name: str) -> str:
    """Something that is known not to hold, or must not."""
    return f"Not: {name}"


def now(text: str, answer: str) -> str:
    """What is missing, beside the answer that there is."""
    return f"{text} (now {answer})"


def points(name: str, count: int) -> str:
    return f"{name}: {count}"


FIRST, MOST = 3, 6
"""How many of several things are shown where one glance must do, and where there is more room."""


def some(texts: Sequence[str], between: str = "; ") -> str:
    """The first few of several texts, and how many more there are."""
    return between.join((*texts[:MOST], *([more(len(texts) - MOST)] if len(texts) > MOST else [])))


def more(count: int) -> str:
    return f"and {count} more" if count else ""
