"""The record of a page, built from a consultation: nothing is decided here that the result and the explanations do not say."""

from __future__ import annotations

from collections.abc import Mapping

from soleus import __version__
from soleus.consultation.consultation import Consultation
from soleus.consultation.result import Result
from soleus.inference.program import compile_program
from soleus.knowledge.model import KnowledgeBase
from soleus.report import wording
from soleus.report.html.bars import bars
from soleus.report.html.flags import flags
from soleus.report.html.known import fired, known_at_end
from soleus.report.html.near import near_misses
from soleus.report.html.picture import picture
from soleus.report.html.records import PhasePlan, ReportPage
from soleus.report.html.said import firing, sections, turns

MOST_NEAR = 12


def report_page(consultation: Consultation, case: str, *, times: Mapping[str, str] | None = None, quick: bool = False) -> ReportPage:
    """The page of a case, which is called `case` on it.

    `times` are the times of the answers, by observable, as they are to be shown, where they are kept. `quick` does not look for what would
    change the outcome, which takes the longest.
    """
    base, program = consultation.base, compile_program(consultation.base)
    result = consultation.conclude()
    known, firings = known_at_end(result), fired(program, result.trace.steps)
    drawn = picture(program, result, firings)
    near = near_misses(program, known, {one.rule.id for one in firings})
    return ReportPage(
        case=case,
        title=base.about.title,
        version=__version__,
        result=result,
        flags=flags(program, known, firings),
        conditions=bars(base, result.conditions),
        causes=bars(base, result.causes),
        phases=_phases(base, result),
        doses={item.measure: wording.dose(item.dose) for item in result.plan},
        sections=sections(consultation, times or {}),
        picture=drawn,
        firings=tuple(firing(program, known, one, {each.step for each in drawn.firings}) for one in firings),
        near_misses=near[:MOST_NEAR],
        more_near_misses=len(near[MOST_NEAR:]),
        turns=None if quick else turns(consultation),
    )


def _phases(base: KnowledgeBase, result: Result) -> tuple[PhasePlan, ...]:
    """The plan by phase, then what the day has no time for."""
    places = list(enumerate(result.plan))
    own = [
        PhasePlan(phase.title, phase.guide, tuple(place for place, item in places if item.phase == phase.id and item.fits))
        for phase in base.about.phases
    ]
    spare = PhasePlan(wording.SPARE, "", tuple(place for place, item in places if not item.fits))
    return tuple(one for one in (*own, spare) if one.measures)
