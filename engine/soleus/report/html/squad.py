"""The overview of a squad as a page: one file, no script, nothing from elsewhere. Needs the extra `report`."""

from __future__ import annotations

from dataclasses import dataclass

from soleus.report import squad_wording
from soleus.report.html.rendering import rendered
from soleus.report.squad_records import URGENT, Quartiles, Squad

_GAP = 0.4
"""What stands between two parts of a bar, in hundredths of it."""


@dataclass(frozen=True, slots=True)
class Share:
    """A part of the bar of levels, where it begins and how long it is, in hundredths; `kind` is a level, or `left_out`."""

    kind: str
    start: float
    length: float


def squad_html(squad: Squad) -> str:
    """The page of a squad as HTML in UTF-8: the same record gives the same text."""
    return rendered("squad.html.j2", squad=squad, say=squad_wording, urgent=URGENT, shares=shares(squad), along=along)


def shares(squad: Squad) -> tuple[Share, ...]:
    """The people by level and those without one, as parts of one bar."""
    counts = [*((one.level, one.count) for one in squad.levels), ("left_out", squad.missing.count)]
    total = sum(count for _, count in counts)
    made, at = list[Share](), 0.0
    for kind, count in counts:
        if count:
            length = 100 * count / total
            made.append(Share(kind, round(at, 2), round(max(length - _GAP, _GAP), 2)))
            at += length
    return tuple(made)


def along(quartiles: Quartiles, number: float) -> float:
    """Where a number lies between the least and the most, in hundredths."""
    width = quartiles.most - quartiles.least
    return round(100 * (number - quartiles.least) / width, 2) if width else 50.0
