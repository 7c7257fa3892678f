"""Every text of a knowledge base that somebody reads, by kind: what the person reads who answers, and what is said to those who check it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain

from soleus.knowledge.items import titled
from soleus.knowledge.model import Checklist, KnowledgeBase, Observable


@dataclass(frozen=True)
class Text:
    """Lines that are read together: their kind, such as 'why', and the item, as `kind:id`, that they belong to."""

    kind: str
    item: str
    lines: tuple[str, ...]

    @property
    def where(self) -> str:
        return f"'{self.kind}' of the {titled(self.item)}"

    def __str__(self) -> str:
        return f"{self.where}: {' / '.join(self.lines)}"


def person_texts(base: KnowledgeBase) -> list[Text]:
    """What the person who answers reads in a consultation and its result."""
    return [*_of(chain(_questions(base), _hypotheses(base), _measures(base), _about(base)))]


def checker_texts(base: KnowledgeBase) -> list[Text]:
    """What stands in the knowledge for those who check it: its titles, its evidence, its claims."""
    return [*_of(_checked(base))]


def _of(found: Iterator[tuple[str, str, tuple[str, ...]]]) -> Iterator[Text]:
    for kind, item, lines in found:
        said = tuple(line for line in lines if line)
        if said:
            yield Text(kind, item, said)


def _questions(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    questions: tuple[Observable | Checklist, ...] = (*base.observables.values(), *base.checklists.values())
    for asked in questions:
        item = f"{'observable' if isinstance(asked, Observable) else 'checklist'}:{asked.id}"
        yield "ask", item, (asked.ask,)
        yield "why", item, (asked.why,)
        if isinstance(asked, Observable):
            yield "choices", item, tuple(asked.choices.values())
            if asked.self_test:
                yield "self-test", item, (*asked.self_test.how, asked.self_test.counts, asked.self_test.stop)


def _hypotheses(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield from (("means", f"finding:{finding.id}", (finding.means,)) for finding in base.findings.values())
    yield from (("means", f"score:{score.id}", (score.means,)) for score in base.scores.values())
    for condition in base.conditions.values():
        item = f"condition:{condition.id}"
        yield "summary", item, (condition.summary,)
        yield "course", item, (condition.course,)
        for again in condition.follow_up:
            yield "follow-up", item, (again.by, again.expect, again.otherwise)
    for cause in base.causes.values():
        yield "summary", f"cause:{cause.id}", (cause.summary,)
        yield "no_measure", f"cause:{cause.id}", (cause.no_measure,)
    for rule in base.rules.values():
        yield "because", f"rule:{rule.id}", (rule.because,)


def _measures(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    for measure in base.measures.values():
        item = f"measure:{measure.id}"
        yield "purpose", item, (measure.purpose,)
        yield "how", item, measure.how
        yield "limits", item, (measure.pain_limit, measure.progress, measure.regress)
        yield "avoid", item, measure.avoid
        yield "dose", item, tuple(one for one in (measure.dose.tempo, measure.dose.load, measure.dose.rest, measure.dose.note) if one)


def _about(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    about, item = base.about, f"knowledge:{base.about.id}"
    yield "about", item, (about.intended_use, about.not_for)
    yield from (("about", item, (words.title, words.action)) for words in about.triage.values())
    yield from (("about", item, (line,)) for line in about.see_someone)


def _checked(base: KnowledgeBase) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    yield from (("title", f"rule:{rule.id}", (rule.title,)) for rule in base.rules.values())
    for one in base.properties.values():
        yield "title", f"property:{one.id}", (one.title,)
        yield "evidence", f"property:{one.id}", (one.because,)
    yield from (("evidence", f"cause:{cause.id}", (cause.evidence,)) for cause in base.causes.values())
    yield from (("claim", f"claim:{claim.id}", (claim.says, claim.evidence, claim.not_carried)) for claim in base.claims.values())
