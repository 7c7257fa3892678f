"""Every sentence that a report says of its own, in one place, ready to be translated. Sentences on the subject stand in the knowledge base."""

from __future__ import annotations

from collections.abc import Mapping

NO_CONDITION = "Your answers do not point to anything in particular. That is not an all-clear."
NO_CAUSE = "Your answers do not point to a reason."
NO_PLAN = "Nothing is advised here beyond the box at the top."
NOT_CALIBRATED = "The words weigh your answers against each other. They are not a probability, and not a diagnosis."
MUST_NOT_MISS = "It must not be missed, so it counts even if it is only possible."

PARTS = {
    "conditions": "What it may be",
    "causes": "Why it may have come",
    "plan": "What to do",
    "withheld": "What to leave alone, and why",
    "follow_up": "When to look again",
    "see": "When to see someone, whatever this says",
}
FOR_WHOM = "Not a diagnosis. Not for an emergency. More"
SPARE = "If you have time for more"
EXPECT, OTHERWISE = "Should be better", "If not"
FOR, AGAINST, OFTEN = "Speaks for it", "Speaks against it", "What usually happens"
DOSE, WHY, HOW, LIMIT, NEXT, STOP = "Dose", "Why", "How", "Limit", "Next step", "Not if"


def provisional(count: int) -> str:
    """What open safety questions mean for the result."""
    questions, them = ("1 safety question has", "it") if count == 1 else (f"{count} safety questions have", "them")
    return f"{questions} no answer. This result can only be too mild: answer {them}, or ask somebody who can examine you."


def intended_use(title: str, intended: str, not_for: str) -> str:
    return f"{title}. {intended.strip()} {not_for.strip()}"


def made_with(version: str, knowledge: str, knowledge_version: str, fingerprint: str) -> str:
    return f"soleus {version} · {knowledge} {knowledge_version} · {fingerprint[:12]}"


def dose(values: Mapping[str, int | str]) -> str:
    """A dose in words, in the order in which a person needs it."""
    amount = _amount(values)
    rest = [f"{label} {values[key]}".strip() for key, label in (("tempo", "tempo:"), ("load", "load:"), ("rest", "rest:")) if key in values]
    note = [str(values["note"])] if "note" in values else []
    return "; ".join(part for part in (", ".join(amount), *rest, *note) if part)


def _amount(values: Mapping[str, int | str]) -> list[str]:
    parts = []
    held = "hold_seconds" in values and values.get("reps", 1) == 1 and "sets" in values
    if held:
        parts.append(f"{values['sets']} {_plural(values['sets'], 'hold')} of {values['hold_seconds']} s")
    elif "sets" in values and "reps" in values:
        parts.append(f"{values['sets']} x {values['reps']}")
    else:
        parts += [f"{values[key]} {_plural(values[key], word)}" for key, word in (("sets", "set"), ("reps", "time")) if key in values]
    if "hold_seconds" in values and not held:
        parts.append(f"hold {values['hold_seconds']} s")
    if "minutes" in values:
        parts.append(f"about {values['minutes']} min")
    if "times_a_day" in values:
        parts.append(f"{values['times_a_day']} {_plural(values['times_a_day'], 'time')} a day")
    if "days_a_week" in values:
        parts.append("every day" if values["days_a_week"] == 7 else f"{values['days_a_week']} {_plural(values['days_a_week'], 'day')} a week")
    if "weeks" in values:
        parts.append(f"for {values['weeks']} {_plural(values['weeks'], 'week')}")
    return parts


def _plural(count: int | str, word: str) -> str:
    return word if str(count) == "1" else word + "s"
