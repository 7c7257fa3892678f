"""What does not keep a knowledge base from being used, but should be mended: what is missing, useless, or cannot be meant."""

from __future__ import annotations

from soleus.knowledge.checks.check import Check
from soleus.knowledge.checks.gaps import (
    aimless_cause,
    always_withheld,
    contradictory_conclusions,
    contradictory_parts,
    duplicate_rule,
    empty_group,
    hard_wording,
    late_skip,
    missing_codes,
    missing_follow_up,
    missing_scenario,
    missing_self_test,
    overdue_review,
    redundant_part,
    standing_referral,
    subsumed_rule,
    unadvised,
    unargued,
    uncited,
    underived,
    unfinished_measure,
    unreachable_rule,
    unused_finding,
    unused_observable,
    unused_score,
)

GAPS: tuple[Check, ...] = (
    *(late_skip.CHECK, missing_self_test.CHECK),
    *(unused_observable.CHECK, underived.CHECK, unused_finding.CHECK, unused_score.CHECK),
    *(unargued.CHECK, unadvised.CHECK, empty_group.CHECK, uncited.CHECK),
    *(missing_follow_up.CHECK, missing_codes.CHECK, aimless_cause.CHECK, unfinished_measure.CHECK, missing_scenario.CHECK),
    *(unreachable_rule.CHECK, contradictory_parts.CHECK, redundant_part.CHECK),
    *(contradictory_conclusions.CHECK, always_withheld.CHECK, duplicate_rule.CHECK, subsumed_rule.CHECK, standing_referral.CHECK),
    *(overdue_review.CHECK, hard_wording.CHECK),
)
"""In the order in which they are listed."""
