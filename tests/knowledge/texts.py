"""Every text of a knowledge base that somebody reads, by kind: what a runner reads, and what is said to a coach."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from soleus import KnowledgeBase
from soleus.knowledge.model import Observable


@dataclass(frozen=True)
class Text:
    """Lines that are read together. `where` names the kind and the item."""

    kind: str
    item: str
    lines: tuple[str, ...]

    @property
    def where(self) -> str:
        return f"{self.kind} of {self.item}"

    def __str__(self) -> str:
        return f"{self.where}: {' / '.join(self.lines)}"


def runner_texts(base: KnowledgeBase) -> list[Text]:
    """What a runner reads in a consultation and its result."""
    return [*_of(chain(_questions(base), _hypotheses(base), _measures(base), _about(base)))]


def coach_texts(base: KnowledgeBase) -> list[Text]:
    """What stands in the knowledge for those who check it: its titles, its evidence, its claims."""
    return [*_of(_checked(base))]


def _of(found: Iterator[tuple[str, str, tuple[str, ...]]]) -> Iterator[Text]:
    for kind, item, lines in found:
        said = tuple(line for line in lines if line)
        if said:
            yield Text(kind, item, said)


def _questions(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for asked in (*base.observables.values(), *base.checklists.values()):
        yield "ask", asked.id, (asked.ask,)
        yield "why", asked.id, (asked.why,)
        if isinstance(asked, Observable):
            yield "choices", asked.id, tuple(asked.choices.values())
            if asked.self_test:
                yield "self-test", asked.id, (*asked.self_test.how, asked.self_test.counts, asked.self_test.stop)


def _hypotheses(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for found in (*base.findings.values(), *base.scores.values()):
        yield "means", found.id, (found.means,)
    for condition in base.conditions.values():
        yield "summary", condition.id, (condition.summary,)
        yield "course", condition.id, (condition.course,)
        for again in condition.follow_up:
            yield "follow-up", condition.id, (again.by, again.expect, again.otherwise)
    for cause in base.causes.values():
        yield "summary", cause.id, (cause.summary,)
        yield "no_measure", cause.id, (cause.no_measure,)
    for rule in base.rules.values():
        yield "because", rule.id, (rule.because,)


def _measures(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for measure in base.measures.values():
        yield "purpose", measure.id, (measure.purpose,)
        yield "how", measure.id, measure.how
        yield "limits", measure.id, (measure.pain_limit, measure.progress, measure.regress)
        yield "avoid", measure.id, measure.avoid
        yield "dose", measure.id, tuple(one for one in (measure.dose.tempo, measure.dose.load, measure.dose.rest, measure.dose.note) if one)


def _about(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    about = base.about
    yield "about", about.id, (about.intended_use, about.not_for)
    for level, words in about.triage.items():
        yield "about", level, (words.title, words.action)
    yield from (("about", f"see_someone {number}", (line,)) for number, line in enumerate(about.see_someone, 1))


def _checked(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield from (("title", rule.id, (rule.title,)) for rule in base.rules.values())
    yield from (("evidence", cause.id, (cause.evidence,)) for cause in base.causes.values())
    yield from (("claim", claim.id, (claim.says, claim.evidence, claim.not_carried)) for claim in base.claims.values())
