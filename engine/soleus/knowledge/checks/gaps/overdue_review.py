"""What somebody reviewed is reviewed again within two years. What nobody reviewed says so, and is not overdue."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault, kinds
from soleus.knowledge.model import KnowledgeBase, Review

MOST_MONTHS = 24


def find(base: KnowledgeBase, beside: Beside) -> Iterator[Fault]:
    for item, review in _dated(base):
        try:
            day = date.fromisoformat(review.date)
        except ValueError:
            what = f"The review date '{review.date}' is not a day."
            yield Fault(item, what, "Write year, month and day: 2026-01-31.", word=review.date)
            continue
        if beside.today:
            yield from _out_of_time(item, day, beside.today)


def _dated(base: KnowledgeBase) -> Iterator[tuple[str, Review]]:
    for kind, items in kinds(base):
        for item in items.values():
            review = getattr(item, "review", None)
            if isinstance(review, Review) and review.date:
                yield f"{kind}:{item.id}", review


def _out_of_time(item: str, day: date, today: date) -> Iterator[Fault]:
    kind, _, name = item.partition(":")
    if day > today:
        yield Fault(item, f"The {kind} '{name}' was reviewed on {day}, a day to come.", "Write the day of the review.", word=f"{day}")
    elif _months(day, today) >= MOST_MONTHS:
        what = f"The last review of the {kind} '{name}' was on {day}, {MOST_MONTHS} months ago or more."
        yield Fault(item, what, "Read its sources again, then write the new day; or write 'not clinically reviewed'.", word=f"{day}")


def _months(day: date, today: date) -> int:
    """The whole months between two days."""
    return 12 * (today.year - day.year) + today.month - day.month - (today.day < day.day)


CHECK = Check("overdue-review", "evidence", f"No review is older than {MOST_MONTHS} months", find)
