"""What keeps a knowledge base from being used."""

from __future__ import annotations

from soleus.knowledge.checks.check import Check
from soleus.knowledge.checks.faults import (
    circle,
    dangerous_self_care,
    excluded_danger,
    impossible_answer,
    missing_level,
    no_minutes,
    not_asked_once,
    odd_id,
    open_under_none,
    repeated_phase,
    reserved_id,
    skipped_safety,
    too_early,
    unknown_name,
    unreachable_score,
    unreadable,
    unsettled_claim,
    unsourced,
    wrong_checklist,
    wrong_choices,
    wrong_commonness,
    wrong_property,
    wrong_range,
    wrong_skip,
)

UNREADABLE = unreadable.CHECK

FAULTS: tuple[Check, ...] = (
    *(UNREADABLE, odd_id.CHECK, reserved_id.CHECK, repeated_phase.CHECK, no_minutes.CHECK),
    *(
        unknown_name.CHECK,
        not_asked_once.CHECK,
        wrong_checklist.CHECK,
        wrong_choices.CHECK,
        wrong_range.CHECK,
        wrong_commonness.CHECK,
        wrong_skip.CHECK,
    ),
    *(too_early.CHECK, circle.CHECK, open_under_none.CHECK, impossible_answer.CHECK, unreachable_score.CHECK),
    *(skipped_safety.CHECK, dangerous_self_care.CHECK, excluded_danger.CHECK, missing_level.CHECK),
    *(wrong_property.CHECK, unsourced.CHECK, unsettled_claim.CHECK),
)
"""In the order in which an author mends them: first what can be read, then what names what, then what it says."""
