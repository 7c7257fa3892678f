"""How a question, a menu, and the explanations at a prompt look. What is typed there is read in `replies`."""

from __future__ import annotations

from soleus.cli import wording
from soleus.cli.replies import Menu, Prompt, answers_possible, limits, words_at
from soleus.cli.terminal import Terminal
from soleus.consultation.consultation import Consultation
from soleus.consultation.questions import Question
from soleus.explanation.why import why_asked
from soleus.explanation.words import level_text, name_of
from soleus.knowledge.model import SelfTest

MOST_RULES = 5
"""The rules that `why` names; it says how many more there are."""

MOST_NAMES = 3
"""The conditions and the causes that `why` names."""

_BELOW_CHOICES = 3
"""The lines below the choices: what to type, the words, and the prompt itself."""


def show_question(terminal: Terminal, question: Question, progress: str) -> None:
    """A question with its number, its self-test if it is a single one, its numbered choices, and the words.

    What does not fit on the terminal repeats the question below.
    """
    terminal.gap()
    before = terminal.said
    terminal.say(progress, style="quiet")
    terminal.say(question.ask, style="strong")
    if question.self_test:
        show_self_test(terminal, question.self_test)
    _show_choices(terminal, question)
    if terminal.height and terminal.said - before > terminal.height - _BELOW_CHOICES:
        terminal.say(question.ask, style="strong")
    if question.kind == "checklist":
        terminal.say(wording.CHECKLIST, style="quiet")
    _show_words(terminal, question)


def show_supposed(terminal: Terminal, question: Question, answer: str) -> None:
    """A question that is only supposed to be answered otherwise, with the answer as it is: no test to do, and no words of a conversation."""
    terminal.gap()
    terminal.say(wording.OTHER_ANSWER, style="quiet")
    terminal.say(question.ask, style="strong")
    _show_choices(terminal, question)
    terminal.say(wording.now_is(answer), style="quiet")


def show_menu(terminal: Terminal, menu: Menu) -> None:
    terminal.gap()
    terminal.say(menu.ask, style="strong")
    for number, (_, text) in enumerate(menu.choices, 1):
        terminal.item(number, text)
    _show_words(terminal, menu)


def show_review(terminal: Terminal, menu: Menu) -> None:
    """The answers so far, numbered, then what can be done with them."""
    terminal.gap()
    terminal.say(wording.REVIEW_HEADING, style="strong")
    for number, (_, text) in enumerate(menu.choices, 1):
        terminal.item(number, text)
    terminal.say(menu.ask)


def _show_choices(terminal: Terminal, question: Question) -> None:
    if question.kind == "number":
        terminal.say(f"A number {limits(question)}. ? means not sure.")
        return
    listed = question.kind == "checklist"
    texts = [_item_text(number, item) for number, item in enumerate(question.items, 1)] if listed else [text for _, text in question.choices]
    texts += [wording.NONE_OF_THESE, wording.NOT_SURE_ALL] if listed else [wording.NOT_SURE]
    for number, text in enumerate(texts, 1):
        terminal.item(number, text)


def _item_text(number: int, item: Question) -> str:
    return f"{item.ask} {wording.able_to_test(number)}" if item.self_test else item.ask


def _show_words(terminal: Terminal, prompt: Prompt) -> None:
    if not terminal.plain:
        terminal.say(" · ".join(words_at(prompt)), style="quiet")


def show_self_test(terminal: Terminal, test: SelfTest) -> None:
    """The steps, what counts, and when to stop."""
    terminal.say(wording.SELF_TEST)
    for step in test.how:
        terminal.say(step, lead="  - ")
    terminal.say(wording.COUNTS + test.counts, lead="  ")
    if test.stop:
        terminal.say(wording.STOP + test.stop, lead="  ", style="strong")


def show_how(terminal: Terminal, checklist: Question, rest: str) -> None:
    """The self-test of the item of a checklist that `rest` numbers; of its only one when nothing is numbered."""
    testable = [number for number, item in enumerate(checklist.items, 1) if item.self_test]
    item = _item(checklist, rest or (str(testable[0]) if len(testable) == 1 else ""))
    if item is None or item.self_test is None:
        terminal.say(wording.which_test(testable))
        return
    terminal.say(item.ask, style="strong")
    show_self_test(terminal, item.self_test)


def _item(question: Question, number: str) -> Question | None:
    return question.items[int(number) - 1] if number.isdecimal() and len(number) < 5 and 1 <= int(number) <= len(question.items) else None


def show_why(terminal: Terminal, consultation: Consultation, prompt: Prompt, rest: str) -> None:
    """Why something is asked, what the answer could change, and the rules that wait for it; of one item where `rest` gives its number."""
    if isinstance(prompt, Menu):
        terminal.say(prompt.why)
        return
    asked = _item(prompt, rest) if rest else prompt
    if asked is None:
        terminal.say(wording.no_such_item(len(prompt.items)))
        return
    why = why_asked(consultation.base, asked.id, asked.why, asked.observables)
    terminal.say(why.why)
    if asked is prompt:
        terminal.say(_at_stake(consultation, prompt))
    titles = list(dict.fromkeys(rule.title for rule in why.rules))
    terminal.say(wording.WHY_LIST if titles else wording.NO_RULES)
    for title in titles[:MOST_RULES]:
        terminal.say(title, lead="  - ")
    if titles[MOST_RULES:]:
        terminal.say(wording.more_rules(len(titles) - MOST_RULES), lead="  ")


def _at_stake(consultation: Consultation, question: Question) -> str:
    """What the answer could change, in one sentence."""
    from soleus.consultation.stakes import stakes  # NumPy: only once somebody asks

    base, found = consultation.base, stakes(consultation, question.id)
    levels = [level_text(base, level) for level in found.levels]
    first, causes = ([name_of(base, one) for one in names] for names in (found.first, found.causes))
    return wording.at_stake(levels, first[:MOST_NAMES], causes[:MOST_NAMES], plan=found.plan)


def show_help(terminal: Terminal, prompt: Prompt) -> None:
    """What can be typed here."""
    terminal.say(f"{answers_possible(prompt)}.")
    if isinstance(prompt, Question):
        terminal.say(wording.HELP_ANSWERS[prompt.kind])
    terminal.say(wording.HELP)
    for word in words_at(prompt):
        terminal.say(wording.WORDS[word], lead=f"  {word}: " if terminal.plain else f"  {word:8}")
