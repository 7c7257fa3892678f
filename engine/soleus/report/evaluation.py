"""The scores of a knowledge base on cases, as blocks and as plain data."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from soleus.evaluation.scoring import Evaluation, Scored
from soleus.knowledge.model import KnowledgeBase
from soleus.report.blocks import Block, Heading, Line

UNKNOWN = "nothing"
"""What stands first where no condition is ranked."""


def evaluation_blocks(base: KnowledgeBase, evaluation: Evaluation) -> Iterator[Block]:
    """The figures, then the confusion by condition, then each case that is not right."""
    yield Heading(f"{len(evaluation.cases)} cases")
    for label, value in figures(evaluation).items():
        yield Line(f"{value:.3f}" if label == "mean reciprocal rank" else f"{value:.1%}", 1, label=label)
    yield Heading("Under-triage of an emergency or same-day case")
    yield from (Line(f"{one.case.name}: {one.triage} instead of {one.case.triage}", 1, "strong", bullet=True) for one in evaluation.dangerous)
    if not evaluation.dangerous:
        yield Line("none", 1)
    yield Heading("Confusion: right, and what came first instead")
    yield from (Line(f"{right}, {first or UNKNOWN} ({count})", 1, bullet=True) for right, first, count in evaluation.confusion)
    yield Heading("Misses")
    yield from (Line(_miss(one), 1, bullet=True) for one in evaluation.misses)
    yield Line(f"Knowledge {base.about.id} {base.about.version}, {base.fingerprint[:12]}", tone="quiet")


def figures(evaluation: Evaluation) -> dict[str, float]:
    """Every figure by its name; shares run from 0 to 1."""
    return {
        "top-1": evaluation.top(1),
        "top-3": evaluation.top(3),
        "mean reciprocal rank": evaluation.mean_reciprocal_rank,
        "triage exact": evaluation.triage_exact,
        "under-triage": evaluation.under_triage,
        "over-triage": evaluation.over_triage,
    }


def _miss(one: Scored) -> str:
    rank = f"right one at {one.rank}" if one.rank else "right one not ranked"
    triage = "triage right" if not one.triage_error else f"triage {one.triage} instead of {one.case.triage}"
    right = "" if one.rank == 1 else f"{one.first or UNKNOWN} first, {rank} ({', '.join(one.case.accepted) or 'not in this knowledge'}); "
    return f"{one.case.name}: {right}{triage}"


def evaluation_data(evaluation: Evaluation) -> dict[str, Any]:
    """The figures, and for each case the rank, what came first and the triage."""
    return {
        "figures": figures(evaluation),
        "under_triage_of_danger": [one.case.name for one in evaluation.dangerous],
        "confusion": [{"right": right, "first": first, "count": count} for right, first, count in evaluation.confusion],
        "cases": [
            {
                "case": one.case.name,
                "accepted": list(one.case.accepted),
                "rank": one.rank,
                "first": one.first,
                "triage": one.triage,
                "right_triage": one.case.triage,
                "confirmed": one.case.confirmed,
                "causes": list(one.case.causes),
                "causes_found": list(one.causes_found),
            }
            for one in evaluation.cases
        ],
    }
