"""The page of a version as it was kept: whole where the knowledge that concluded it is at hand, and else what the version itself says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from soleus import __version__
from soleus.consultation.consultation import Consultation
from soleus.consultation.result import Result
from soleus.inference.trace import Answer, Step
from soleus.knowledge.model import KnowledgeBase
from soleus.report import wording as shared
from soleus.report.cases import plain_value, when
from soleus.report.html import wording
from soleus.report.html.bars import bars
from soleus.report.html.page import report_page
from soleus.report.html.records import AnswerSaid, AnswerSection, Firing, PhasePlan, Picture, ReportPage
from soleus.review.exchange import result_reader
from soleus.review.records import Version

_NO_PICTURE = Picture(0, 0, (), (), (), 0)


def version_page(base: KnowledgeBase, case: str, version: Version, *, quick: bool = True) -> ReportPage:
    """The page of a version, called `case`. It says what was said then: where this knowledge would say something else now, only what was kept.

    `quick` does not look for what would change the outcome.
    """
    if version.result["knowledge"]["fingerprint"] == base.fingerprint:
        page = report_page(consultation_of(base, version), case, times=shown_times(version.times), quick=quick)
        if page.result.to_dict() == version.result:
            return page
    return _as_kept(case, version)


def consultation_of(base: KnowledgeBase, version: Version) -> Consultation:
    """The consultation of a version that this knowledge concluded."""
    return Consultation(base, MappingProxyType(dict(version.answers)), version.asked)


def shown_times(times: Mapping[str, str]) -> dict[str, str]:
    """The times of answers as a person reads them."""
    return {name: when(time) for name, time in times.items()}


def _as_kept(case: str, version: Version) -> ReportPage:
    result: Result = result_reader().validate_python(version.result)
    return ReportPage(
        case=case,
        title=result.knowledge.name,
        version=__version__,
        result=result,
        flags=(),
        conditions=bars(None, result.conditions),
        causes=bars(None, result.causes),
        phases=tuple(_phases(result)),
        doses={item.measure: shared.dose(item.dose) for item in result.plan},
        sections=(AnswerSection("", tuple(_answers(version)), ()),),
        picture=_NO_PICTURE,
        firings=tuple(_firings(result)),
        near_misses=(),
        more_near_misses=0,
        turns=None,
        whole=False,
    )


def _phases(result: Result) -> Iterator[PhasePlan]:
    """The plan by the ids of its phases; their titles stand in the knowledge."""
    for phase in dict.fromkeys(item.phase for item in result.plan):
        yield PhasePlan(phase.replace("_", " "), "", tuple(place for place, item in enumerate(result.plan) if item.phase == phase))


def _answers(version: Version) -> Iterator[AnswerSaid]:
    times = shown_times(version.times)
    for name, value in version.answers.items():
        yield AnswerSaid(name, name, plain_value(value), "asked" if name in version.asked else "given", False, times.get(name, ""), value is False)


def _firings(result: Result) -> Iterator[Firing]:
    """The rules that fired, by their ids, with the sentences that the result kept of them."""
    said = dict(_sentences(result))
    for step in result.trace.steps:
        if step.kind == "rule":
            because = said.get(step.rule, "")
            yield Firing(step.n, step.rule, step.rule, because, (), tuple(_stood_on(step)), step.concluded, (), "", "", False)


def _stood_on(step: Step) -> Iterator[str]:
    for one in step.matched:
        yield f"{one.answer}: {plain_value(one.value)}" if isinstance(one, Answer) else wording.earlier(one.step)


def _sentences(result: Result) -> Iterator[tuple[str, str]]:
    """Each rule of which the result kept the sentence, with it."""
    yield from ((one.rule, one.because) for one in (*result.triage.reasons, *result.triage.lower_reasons))
    yield from ((one.rule, one.because) for one in result.precautions)
    yield from ((one.rule, one.because) for ranked in (*result.conditions, *result.causes) for one in ranked.arguments)
    yield from (pair for item in result.plan if len(item.rules) == len(item.because) for pair in zip(item.rules, item.because, strict=True))
