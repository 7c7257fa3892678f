"""What a person typed at a prompt, as an answer, a word of the conversation, or a line that says what is possible. Nothing here prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from soleus.cli import wording
from soleus.consultation.questions import Question
from soleus.explanation.words import with_unit
from soleus.knowledge.problems import number_text, shown

_NUMBER = re.compile(r"[-+]?[0-9]{1,15}([.,][0-9]{1,15})?")
_THOUSANDS = re.compile(r"[1-9][0-9]{0,2},[0-9]{3}")
_PICK = re.compile(r"([0-9]{1,4})(\?)?")
_BETWEEN = re.compile(r"(?<=\w)[\s_-]+(?=\w)")
_NOT_SURE = frozenset({"?", "not sure", "notsure", "unsure", "unknown", "don't know", "dont know"})
_NONE = frozenset({"none", "none of these", "no", "n", "0"})
_YES_NO = {"y": True, "yes": True, "n": False, "no": False}
_WITH_REST = frozenset({"why", "how", "save"})


@dataclass(frozen=True, slots=True)
class Menu:
    """A question of the conversation itself. Each choice is a value and what the person reads; Enter takes the default."""

    ask: str
    why: str
    choices: tuple[tuple[str, str], ...]
    default: str


Prompt: TypeAlias = Question | Menu


@dataclass(frozen=True, slots=True)
class Given:
    """An answer in the form that the prompt takes. None is "not sure"; a checklist has one for each item."""

    value: Any


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the conversation, and what was typed after it."""

    word: str
    rest: str = ""


@dataclass(frozen=True, slots=True)
class Wrong:
    """Neither: one line that says what is possible."""

    message: str


Reply: TypeAlias = Given | Word | Wrong


def read_reply(prompt: Prompt, text: str) -> Reply:
    """What a line of text means at a prompt. A whole word of the conversation comes first, then an answer, then the start of a word."""
    typed = " ".join(text.split())
    first, _, rest = typed.partition(" ")
    words = words_at(prompt)
    if first.lower() in words and (not rest or first.lower() in _WITH_REST):
        return Word(first.lower(), rest)
    given = _given(prompt, typed)
    return given if given is not None else _start_of_word(prompt, typed, words)


def words_at(prompt: Prompt) -> tuple[str, ...]:
    """The words that can be typed at a prompt, besides an answer."""
    left_out = {"skip"} if isinstance(prompt, Menu) else set()
    if isinstance(prompt, Menu) or not any(item.self_test for item in prompt.items):
        left_out.add("how")  # a single question shows its test at once
    return tuple(word for word in wording.WORDS if word not in left_out)


def _start_of_word(prompt: Prompt, typed: str, words: Iterable[str]) -> Reply:
    meant = [word for word in words if typed and word.startswith(typed.lower())]
    if len(meant) == 1:
        return Word(meant[0])
    what = f"{shown(typed)} can be {' or '.join(meant)}." if meant else f"{shown(typed)} is no answer here." if typed else "There is no answer yet."
    return Wrong(f"{what} {possible(prompt)}")


def _given(prompt: Prompt, typed: str) -> Given | Wrong | None:
    if isinstance(prompt, Menu):
        return _menu(prompt, typed)
    readers = {"yes_no": _choice, "one_of": _choice, "number": _number, "checklist": _checklist}
    return readers[prompt.kind](prompt, typed.lower())


def _menu(menu: Menu, typed: str) -> Given | None:
    if not typed:
        return Given(menu.default)
    values = [value for value, _ in menu.choices]
    return Given(values[int(typed) - 1]) if typed.isdecimal() and len(typed) < 5 and 1 <= int(typed) <= len(values) else None


def _choice(question: Question, typed: str) -> Given | None:
    """A choice by its number, its value or its text; the number after the last is "not sure"."""
    values = [value for value, _ in question.choices]
    meanings: dict[str, Any] = {_plain(word): value for value, text in question.choices for word in (str(value), text)}
    meanings |= _YES_NO if question.kind == "yes_no" else {}
    meanings |= dict.fromkeys(_NOT_SURE) | {str(number): value for number, value in enumerate((*values, None), 1)}
    return Given(meanings[_plain(typed)]) if _plain(typed) in meanings else None


def _plain(text: str) -> str:
    return _BETWEEN.sub(" ", text.lower()).strip()


def _number(question: Question, typed: str) -> Given | Wrong | None:
    """A number, with or without its unit, a comma or a point before its decimals."""
    if _plain(typed) in _NOT_SURE:
        return Given(None)
    bare = typed.removesuffix(question.unit.lower()).strip()
    if _THOUSANDS.fullmatch(bare):
        return Wrong(f"{shown(bare)} can be read in two ways: write {bare.replace(',', '')}, or {bare.replace(',', '.')} with a point.")
    if not _NUMBER.fullmatch(bare):
        return None
    number = float(bare.replace(",", "."))
    return Given(int(number) if number == int(number) else number)


def _checklist(question: Question, typed: str) -> Given | Wrong | None:
    """The items whose numbers stand here are true, those with a question mark unknown, and the others not true."""
    none, unsure = len(question.items) + 1, len(question.items) + 2
    if typed in _NONE or typed == str(none):
        return Given({item.id: False for item in question.items})
    if _plain(typed) in _NOT_SURE or typed == str(unsure):
        return Given(dict.fromkeys(question.observables))
    picks = [_PICK.fullmatch(part) for part in re.split(r"[\s,;]+", typed.replace(" and ", " ").strip(" ,;"))]
    if not picks or None in picks:
        return None
    return _picked(question, [(int(pick[1]), bool(pick[2])) for pick in picks if pick])


def _picked(question: Question, picks: list[tuple[int, bool]]) -> Given | Wrong | None:
    last = len(question.items)
    if any(number in (last + 1, last + 2) for number, _ in picks):
        return Wrong(f"{last + 1} and {last + 2} go with no other number. {possible(question)}")
    if not all(1 <= number <= last for number, _ in picks):
        return None
    sure = {number for number, doubt in picks if not doubt}
    doubted = {number for number, doubt in picks if doubt}
    if sure & doubted:
        return Wrong(f"{min(sure & doubted)} stands here as true and as not sure. {possible(question)}")
    return Given({item.id: None if number in doubted else number in sure for number, item in enumerate(question.items, 1)})


def possible(prompt: Prompt) -> str:
    """What can be typed at a prompt."""
    return f"{answers_possible(prompt)}, or {', '.join(words_at(prompt))}."


def answers_possible(prompt: Prompt) -> str:
    """Which answers a prompt takes."""
    if isinstance(prompt, Menu):
        return f"Type a number from 1 to {len(prompt.choices)}, or Enter" if prompt.choices else "Press Enter"
    if prompt.kind == "number":
        return f"Type a number {limits(prompt)}, or ? if you are not sure"
    if prompt.kind == "checklist":
        last = len(prompt.items)
        return f"Type the numbers that are true (1 to {last}), {last + 1} or 'none' for none, {last + 2} or 'not sure'"
    letters = ", y, n" if prompt.kind == "yes_no" else ""
    return f"Type a number from 1 to {len(prompt.choices) + 1}{letters}"


def limits(question: Question) -> str:
    """The range of a number, with its unit."""
    ends = question.range
    size = f"from {number_text(ends.at_least)} to {number_text(ends.at_most)}" if ends else "of any size"
    unit = f" ({question.unit})" if question.unit and not question.unit.startswith("/") else ""
    return f"{size}{unit}{', a whole one' if question.whole else ''}"


def answer_text(question: Question, answers: Mapping[str, Any]) -> str:
    """What was answered to a question, in words."""
    if question.kind == "checklist":
        return _checklist_text(question, answers)
    if question.id not in answers:
        return wording.NO_ANSWER
    value = answers[question.id]
    if question.kind == "number":
        return with_unit(number_text(value), question.unit)
    return dict(question.choices).get(value, str(value))


def _checklist_text(question: Question, answers: Mapping[str, Any]) -> str:
    true = [item.short for item in question.items if answers.get(item.id) is True]
    unsure = [item.short for item in question.items if item.id not in answers]
    if len(unsure) == len(question.items):
        return wording.NO_ANSWER
    return wording.understood(true, unsure, len(question.items) - len(true) - len(unsure))
