"""The steps of features/consultation.feature."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from soleus import AnswerError, Consultation, KnowledgeBase, Question
from soleus.knowledge.answers import load_answers
from soleus.knowledge.reading import Document, read_document
from soleus.report.render import plain
from soleus.report.screen import screen

ROOT = Path(__file__).parents[2]

scenarios(str(ROOT / "features" / "consultation.feature"))


@dataclass
class Talk:
    """A consultation that the steps carry on, the questions that were asked, and the last refusal."""

    now: Consultation
    asked: list[Question] = field(default_factory=list)
    person: dict[str, Any] = field(default_factory=dict)
    refusal: str = ""

    def answer(self, name: str, value: Any) -> None:
        try:
            self.now = self.now.answer(name, value)
        except AnswerError as error:
            self.refusal = str(error)

    def not_sure(self) -> None:
        question = self.now.next_question()
        assert question is not None
        self.asked.append(question)
        self.now = self.now.answer(question.id, None)

    def ask(self) -> None:
        """Ask the person until it stops."""
        while question := self.now.next_question():
            self.asked.append(question)
            given = {name: self.person.get(name) for name in question.observables}
            self.now = self.now.answer(question.id, given if question.kind == "checklist" else given[question.id])

    @property
    def asked_for(self) -> set[str]:
        return {name for question in self.asked for name in question.observables}


def _value(text: str) -> Any:
    if text == "not sure":
        return None
    document = read_document((f"{{{text}}}" if ": " in text else text).encode(), "feature")
    assert isinstance(document, Document), document
    return document.data


@given("a new consultation", target_fixture="talk")
def _new(base: KnowledgeBase) -> Talk:
    return Talk(Consultation(base))


@given(parsers.parse('a consultation that begins with "{answers}"'), target_fixture="talk")
def _begun(base: KnowledgeBase, answers: str) -> Talk:
    return Talk(Consultation.of(base, _value(answers)))


@given(parsers.parse('a runner in a consultation, with the answers of "{example}"'), target_fixture="talk")
def _person(base: KnowledgeBase, example: str) -> Talk:
    return Talk(Consultation(base), person=dict(load_answers(base, ROOT / "examples" / f"{example}.yaml")))


@when("the runner is asked until it stops")
def _ask(talk: Talk) -> None:
    talk.ask()


@when("the runner is asked everything until it stops")
def _ask_all(talk: Talk) -> None:
    talk.now = talk.now.ask_everything()
    talk.ask()


@when("the runner wants to be asked everything")
def _everything(talk: Talk) -> None:
    talk.now = talk.now.ask_everything()


@when(parsers.parse('"{name}" is answered with "{value}"'))
def _answer(talk: Talk, name: str, value: str) -> None:
    talk.answer(name, _value(value))


@when('every question is answered with "not sure"')
def _all_not_sure(talk: Talk) -> None:
    while talk.now.next_question():
        talk.not_sure()


@when(parsers.parse('the questions before "{name}" are answered with "not sure"'))
def _until(talk: Talk, name: str) -> None:
    while (question := talk.now.next_question()) and question.id != name:
        talk.not_sure()


@when("the runner goes back")
def _back(talk: Talk) -> None:
    talk.now = talk.now.back()


@then(parsers.parse('the first section is "{title}"'))
def _first_section(talk: Talk, title: str) -> None:
    question = talk.now.next_question()
    assert question is not None
    assert question.section == title


@then("every question of the first section is a safety question")
def _first_is_safety(talk: Talk) -> None:
    first = talk.now.questions[0].section
    assert all(question.safety for question in talk.now.questions if question.section == first)


@then("every safety question was asked")
def _safety_asked(base: KnowledgeBase, talk: Talk) -> None:
    assert {one.id for one in base.observables.values() if one.safety} <= talk.asked_for


@then(parsers.re(r'"(?P<name>[^"]+)" (?P<outcome>was asked|was not asked)'))
def _asked(talk: Talk, name: str, outcome: str) -> None:
    assert (name in talk.asked_for) is (outcome == "was asked")


@then(parsers.parse('nothing more is asked, since "{reason}"'))
def _stopped(talk: Talk, reason: str) -> None:
    assert talk.now.next_question() is None
    assert talk.now.stop is not None
    assert talk.now.stop.reason == reason


@then(parsers.parse('"{first}" was asked before "{second}"'))
def _before(talk: Talk, first: str, second: str) -> None:
    order = [question.id for question in talk.asked]
    assert order.index(first) < (order.index(second) if second in order else len(order))


@then(parsers.parse("fewer than {count:d} questions were asked"))
def _fewer(talk: Talk, count: int) -> None:
    assert len(talk.asked) < count


@then("being asked everything gives the same level of care")
def _same_level(base: KnowledgeBase, talk: Talk) -> None:
    whole = Talk(Consultation(base).ask_everything(), person=talk.person)
    whole.ask()
    assert len(whole.asked) > len(talk.asked)
    assert whole.now.conclude().triage.level == talk.now.conclude().triage.level


@then(parsers.parse('the answer to "{name}" is unknown'))
def _unknown(talk: Talk, name: str) -> None:
    assert name not in talk.now.answers


@then(parsers.parse('the answer to "{name}" is "{value}"'))
def _known(talk: Talk, name: str, value: str) -> None:
    assert talk.now.answers[name] == _value(value)


@then(parsers.parse('the result lists "{name}" as an unanswered safety question'))
def _listed(talk: Talk, name: str) -> None:
    result = talk.now.conclude()
    assert name in {one.id for one in result.unanswered_safety_questions}
    assert result.triage.provisional


@then(parsers.parse('the next question is "{name}"'))
def _next(talk: Talk, name: str) -> None:
    question = talk.now.next_question()
    assert question is not None
    assert question.id == name


@then(parsers.parse('it does not ask for "{name}"'))
def _not_for(talk: Talk, name: str) -> None:
    question = talk.now.next_question()
    assert question is not None
    assert name not in question.observables


@then(parsers.parse('the answer is refused with "{word}"'))
def _refused(talk: Talk, word: str) -> None:
    assert word in talk.refusal


@then(parsers.parse("the same answers in {count:d} other orders give the same result, byte for byte"))
def _any_order(base: KnowledgeBase, talk: Talk, count: int) -> None:
    wanted = talk.now.conclude().to_json()
    items = list(talk.now.answers.items())
    for seed in range(count):
        random.Random(seed).shuffle(items)
        assert Consultation(base, dict(items)).conclude().to_json() == wanted


@then(parsers.parse('the result says "{words}"'))
def _says(base: KnowledgeBase, talk: Talk, words: str) -> None:
    result = talk.now.conclude()
    assert words in " ".join(plain(screen(base, result)).split())
    assert words in result.to_json()


@pytest.fixture
def talk(base: KnowledgeBase) -> Talk:
    """A new consultation, unless a Given step begins one."""
    return Talk(Consultation(base))
