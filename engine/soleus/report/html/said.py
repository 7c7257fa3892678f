"""The answers of a case with their source, the firings with their rule texts, and what would turn the triage."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from soleus.consultation.consultation import Consultation
from soleus.consultation.questions import Question
from soleus.explanation.change import what_turns
from soleus.explanation.subjects import TRIAGE
from soleus.explanation.words import conclusion_text, in_words, value_text
from soleus.inference.program import Program
from soleus.inference.truth import Known, evaluate
from soleus.knowledge.model import KnowledgeBase, Review
from soleus.report.blocks import Block, Line
from soleus.report.html.known import Fired, grounds_text
from soleus.report.html.records import AnswerSaid, AnswerSection, Cite, Firing, Mark, PartLine, Passage
from soleus.report.turns import turn_blocks


def sections(consultation: Consultation, times: Mapping[str, str]) -> tuple[AnswerSection, ...]:
    """The interview with its answers and their times, section by section."""
    found: dict[str, list[AnswerSaid]] = {}
    for question in consultation.questions:
        found.setdefault(question.section, []).extend(_said(consultation, question, one, times) for one in question.items or (question,))
    return tuple(_section(title, answers) for title, answers in found.items())


def _section(title: str, answers: Iterable[AnswerSaid]) -> AnswerSection:
    given = [*answers]
    return AnswerSection(title, tuple(one for one in given if one.said), tuple(one for one in given if not one.said))


def _said(consultation: Consultation, question: Question, item: Question, times: Mapping[str, str]) -> AnswerSaid:
    asked = question.id in consultation.asked or item.id in consultation.asked
    value = consultation.answers.get(item.id)
    if value is None:
        return AnswerSaid(item.id, item.short, "", "not sure" if asked else "not asked", item.safety, "")
    said = value_text(consultation.base, item.id, value)
    return AnswerSaid(item.id, item.short, said, "asked" if asked else "given", item.safety, times.get(item.id, ""), value is False)


# Firings


def firing(program: Program, known: Known, fired: Fired, drawn: Collection[int]) -> Firing:
    """A firing with its rule's text and evidence."""
    base, rule = program.base, fired.rule
    return Firing(
        step=fired.step,
        rule=rule.id,
        title=rule.title,
        because=rule.because,
        parts=tuple(
            PartLine(depth, saying.text, _mark(evaluate(saying.part, known)), bool(saying.parts))
            for depth, saying in in_words(base, rule.when).lines()
        ),
        stood_on=grounds_text(base, fired.grounds),
        concluded=tuple(conclusion_text(base, one) for one in rule.then),
        sources=tuple(_cite(base, name) for name in rule.sources),
        review=_review(rule.review),
        place=f"{rule.place.file}:{rule.place.line}" if rule.place.file else "",
        drawn=fired.step in drawn,
    )


def _mark(truth: bool | None) -> Mark:
    return "unknown" if truth is None else "held" if truth else "failed"


def _cite(base: KnowledgeBase, name: str) -> Cite:
    return Cite(name, base.sources[name].cite, base.sources[name].read) if name in base.sources else Cite(name, "", "")


def _review(review: Review) -> str:
    return ", ".join(part for part in (review.status, review.who, review.role, review.date) if part)


# What would turn it


def turns(consultation: Consultation) -> tuple[Passage, ...]:
    """The fewest answers that would make the triage more or less urgent, as lines with lists. Needs NumPy."""
    return _passages(turn_blocks(consultation.base, what_turns(consultation.base, consultation.answers, TRIAGE)))


def _passages(blocks: Iterable[Block]) -> tuple[Passage, ...]:
    passages: list[Passage] = []
    for block in blocks:
        if isinstance(block, Line) and block.bullet and passages:
            last = passages.pop()
            passages.append(Passage(last.text, (*last.items, block.text), last.strong))
        elif isinstance(block, Line):
            passages.append(Passage(block.text, (), block.tone == "strong"))
    return tuple(passages)
