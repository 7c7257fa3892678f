"""One person's consultation, as an immutable value: what was answered, what comes next, what follows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from soleus.consultation.questions import Question, interview
from soleus.inference.program import compile_program
from soleus.inference.truth import Known, evaluate
from soleus.knowledge.answers import check_answer, read_answers
from soleus.knowledge.conditions import Scalar
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.problems import AnswerError, Problem, nearest, shown

if TYPE_CHECKING:
    from soleus.consultation.choice import Stop
    from soleus.consultation.result import Result


@dataclass(frozen=True)
class Consultation:
    """Knowledge and answers. Every method that changes something returns a new consultation and leaves this one as it was.

    `answers` maps observables to values; an unknown answer is absent. `asked` holds the ids of the questions that were dealt with,
    "not sure" and skipped ones included, in order. With `everything`, every question is asked. `past` is the consultation that this one came
    from by `answer`, if it is known.
    """

    base: KnowledgeBase
    answers: Mapping[str, Scalar] = field(default_factory=lambda: MappingProxyType({}))
    asked: tuple[str, ...] = ()
    everything: bool = False
    past: Consultation | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, base: KnowledgeBase, answers: Mapping[str, Any], asked: Iterable[str] = ()) -> Consultation:
        """A consultation that begins with these answers. Raises `AnswerError` with everything that is wrong with them."""
        return cls(base, MappingProxyType(read_answers(base, answers, "answers")), tuple(asked))

    @property
    def questions(self) -> tuple[Question, ...]:
        """Every question of the knowledge base, in clinical order."""
        return _questions(self.base)

    def question(self, name: str) -> Question:
        """A question by its id; the id of a checklist's item gives that item. Raises `AnswerError` if there is none."""
        known = _by_id(self.base)
        if name not in known:
            raise AnswerError([Problem("answers", 0, f"There is no question {shown(name)}.", nearest(name, known))])
        return known[name]

    def next_question(self) -> Question | None:
        """The open question that can change the outcome most, signs of danger first; None when no more is needed (`stop` says why).

        Of a checklist, only the items without an answer are asked.
        """
        return self._next if isinstance(self._next, Question) else None

    @property
    def stop(self) -> Stop | None:
        """Why nothing more is asked; None while there is a next question."""
        return None if isinstance(self._next, Question) else self._next

    def ask_everything(self) -> Consultation:
        """The consultation that goes on with every open question, in clinical order, whatever they can still change; see `Choice.in_order`."""
        return replace(self, everything=True)

    @cached_property
    def _next(self) -> Question | Stop:
        questions = tuple(self.open_questions())
        if questions and questions[0].safety and not self.answers:
            return questions[0]
        from soleus.consultation.choice import choice_for  # NumPy: not needed before the first answer

        choice = choice_for(compile_program(self.base), self.questions)
        if self.everything:
            return choice.in_order(self.answers, questions)
        return choice.next(self.answers, questions, self.question(self.asked[-1]).section if self.asked else "")

    def open_questions(self) -> Iterator[Question]:
        """Every question that was not dealt with, is not fully answered, and is not skipped, in clinical order."""
        known = Known(self.answers)
        for question in self.questions:
            if question.id not in self.asked and not _is_skipped(question, known):
                rest = self._unanswered(question, known)
                if rest is not None:
                    yield rest

    def _unanswered(self, question: Question, known: Known) -> Question | None:
        if question.kind != "checklist":
            return None if question.id in self.answers else question
        items = tuple(item for item in question.items if item.id not in self.answers and not _is_skipped(item, known))
        return replace(question, items=items) if items else None

    def answer(self, name: str, value: Any) -> Consultation:
        """The consultation with this question answered; None means "not sure".

        A checklist takes a mapping of its items to answers; items that it leaves out stay as they were, and None leaves out all. A question
        that was answered before gets the new answer. Raises `AnswerError` when the value is not one that the question takes.
        """
        question = self.question(name)
        given = {name: value} if question.kind != "checklist" else self._checklist_values(question, value)
        answers = {one: old for one, old in self.answers.items() if one not in given}
        for one, new in given.items():
            checked = check_answer(self.base, one, new)
            if checked is not None:
                answers[one] = checked
        asked = (*(one for one in self.asked if one != name), name)
        return replace(self, answers=MappingProxyType(answers), asked=asked, past=self)

    def _checklist_values(self, question: Question, value: Any) -> Mapping[str, Any]:
        if value is None:
            return {}
        if not isinstance(value, Mapping):
            raise AnswerError([Problem("answers", 0, f"'{question.id}' is a checklist and takes a mapping of its items, not {shown(value)}.")])
        for one in value:
            if one not in question.observables:
                what = f"{shown(one)} is not on the checklist '{question.id}'."
                raise AnswerError([Problem("answers", 0, what, nearest(one, question.observables))])
        return value

    def back(self) -> Consultation:
        """The consultation before the last question was dealt with. The first one is its own past.

        Where the past is not known, as in a resumed case, it is this one without the last question and its answers.
        """
        if self.past is not None or not self.asked:
            return self.past or self
        gone = self.question(self.asked[-1]).observables
        answers = {name: value for name, value in self.answers.items() if name not in gone}
        return replace(self, answers=MappingProxyType(answers), asked=self.asked[:-1])

    def progress(self) -> tuple[int, int]:
        """How many questions are dealt with, and how many there are at most, if every open one is asked."""
        done = sum(one.id in self.asked for one in self.questions)
        return done, done + sum(1 for _ in self.open_questions())

    def conclude(self) -> Result:
        """Everything that follows from the answers so far. Open questions count as unknown."""
        from soleus.consultation.result import conclude  # the engine: not needed before the first conclusion

        return conclude(self.base, self.answers)


def _is_skipped(question: Question, known: Known) -> bool:
    return question.skip_if is not None and evaluate(question.skip_if, known) is True


@lru_cache(maxsize=8)
def _questions(base: KnowledgeBase) -> tuple[Question, ...]:
    return tuple(interview(base))


@lru_cache(maxsize=8)
def _by_id(base: KnowledgeBase) -> dict[str, Question]:
    return {one.id: one for question in _questions(base) for one in (*question.items, question)}
