"""The menu after the result: how, why not, what if, what would change it, and the result again."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from soleus.cli import prompts, wording
from soleus.cli.choosing import concluded, matching, not_concluded, questions
from soleus.cli.conclusions import Conclusions
from soleus.cli.given import given_answers
from soleus.cli.replies import Given, answer_text, read_reply
from soleus.cli.terminal import EndOfInputError, Terminal
from soleus.knowledge.problems import SoleusError, shown

if TYPE_CHECKING:
    from soleus.consultation.consultation import Consultation
    from soleus.consultation.result import Result
    from soleus.report.blocks import Block

Choices = Mapping[str, str]
"""What can be chosen: by id, with the name that the person reads."""

MOST_CHOICES = 15


class Closing:
    """The menu after one result. `run` returns when the person is done; nothing here changes the consultation."""

    def __init__(self, consultation: Consultation, result: Result, terminal: Terminal, conclusions: Conclusions) -> None:
        self.consultation, self.result, self.terminal, self.conclusions = consultation, result, terminal, conclusions
        self.base = consultation.base
        self._in_full: Callable[[], Iterable[Block]] | None = None
        self._shown = False

    def run(self) -> None:
        """Show the menu until the person is done."""
        try:
            while self._turn():
                pass
        except (EndOfInputError, KeyboardInterrupt):
            self.terminal.say()

    def _turn(self) -> bool:
        """One reply to the menu, and what it asks for; false when the person is done."""
        self._show_menu()
        word, rest = _word(self.terminal.read())
        if word == "done":
            return False
        try:
            self._do(word, rest)
        except SoleusError as error:
            for line in str(error).splitlines():
                self.terminal.say(line)
        return True

    def _show_menu(self) -> None:
        """The whole menu the first time, and after that one line."""
        self.terminal.gap()
        if self._shown:
            words = [*wording.CLOSING_WORDS, *(["deep"] if self._in_full else [])]
            self.terminal.say(wording.closing_again(words, plain=self.terminal.plain), style="quiet")
            return
        self._shown = True
        self.terminal.say(wording.CLOSING, style="strong")
        for number, (word, text) in enumerate(wording.CLOSING_WORDS.items(), 1):
            self.terminal.item(number, f"{text} ({word})")

    def _do(self, word: str, rest: str) -> None:
        if word == "show":
            self._show_result()
        elif word == "deep":
            self._show_in_full()
        elif word == "what-if":
            self._what_if(rest)
        elif word in wording.WHICH:
            name = self._name(word, rest)
            if name:
                self._explain(word, name)
        else:
            self._shown = False
            self.terminal.say(wording.CLOSING_HELP)

    def _show_result(self) -> None:
        from soleus.report.screen import screen

        self.terminal.show(screen(self.base, self.result))

    def _show_in_full(self) -> None:
        if self._in_full is None:
            self.terminal.say(wording.NOTHING_BEFORE)
        else:
            self.terminal.show(self._in_full())

    # Names

    def _name(self, word: str, typed: str) -> str:
        """The id of what to explain: what was typed, a number being that of the list, or what the person chooses from it; nothing to go back."""
        if typed and not typed.isdecimal():
            return self._named(typed)
        choices = not_concluded(self.base, self.result) if word == "why-not" else concluded(self.result, advice=word == "how")
        if typed:
            return self._chosen(choices, typed)
        self._list(wording.WHICH[word], choices)
        self.terminal.say(wording.OR_A_NAME, style="quiet")
        return self._chosen(choices, self.terminal.read())

    def _chosen(self, choices: Choices, typed: str) -> str:
        if typed.isdecimal() and len(typed) < 5:
            if 1 <= int(typed) <= len(choices):
                return list(choices)[int(typed) - 1]
            self.terminal.say(wording.no_such_choice(typed))
            return ""
        word, rest = _word(typed) if typed else ("", "")
        if rest and word != "help" and not matching(self.base, typed):
            self._do(word, rest)
            return ""
        return self._named(typed) if typed else ""

    def _named(self, typed: str) -> str:
        return self._one_of(matching(self.base, typed), typed)

    def _one_of(self, found: Choices, typed: str) -> str:
        """The one that was meant; where several can be meant, the person chooses."""
        if len(found) == 1:
            return next(iter(found))
        if not found or len(found) > MOST_CHOICES:
            self.terminal.say(wording.too_many(len(found), shown(typed)) if found else wording.no_such_name(shown(typed)))
            return ""
        self._list(wording.SEVERAL, found)
        reply = self.terminal.read()
        if reply and not reply.isdecimal():
            self.terminal.say(wording.no_such_choice(shown(reply)))
            return ""
        return self._chosen(found, reply)

    def _list(self, title: str, choices: Choices) -> None:
        self.terminal.gap()
        self.terminal.say(title, style="strong")
        for number, text in enumerate(choices.values(), 1):
            self.terminal.item(number, text)

    # Explanations

    def _explain(self, word: str, name: str) -> None:
        from soleus.report.banner import too_low

        explain = {"how": self._how, "why-not": self._why_not, "change": self._change}[word]
        self.terminal.gap()
        self.terminal.show([*explain(name), *too_low(self.result)])

    def _how(self, name: str) -> Iterator[Block]:
        from soleus.explanation.brief import brief
        from soleus.explanation.how import how
        from soleus.report.explaining import LONGER_IN_MENU
        from soleus.report.proofs import brief_blocks, proof_blocks

        proof = how(self.base, self.result.trace.steps, name)
        self._in_full = lambda: proof_blocks(self.base, proof)
        return brief_blocks(self.base, brief(self.base, proof), LONGER_IN_MENU)

    def _why_not(self, name: str) -> Iterator[Block]:
        from soleus.explanation.why_not import why_not
        from soleus.report.explaining import LONGER_IN_MENU
        from soleus.report.why_nots import why_not_blocks

        why = self.conclusions.run(why_not, self.base, self.consultation.answers, name)
        self._in_full = lambda: why_not_blocks(self.base, why, f"how {name}", deep=True)
        return why_not_blocks(self.base, why, f"how {name}", longer=LONGER_IN_MENU)

    def _change(self, name: str) -> Iterator[Block]:
        from soleus.explanation.change import what_turns
        from soleus.report.turns import turn_blocks

        self.terminal.say(wording.LOOKING, style="quiet")
        return turn_blocks(self.base, self.conclusions.run(what_turns, self.base, self.consultation.answers, name))

    def _what_if(self, typed: str) -> None:
        from soleus.explanation.what_if import what_if
        from soleus.report.what_ifs import what_if_blocks

        changes = given_answers(typed.split()) if "=" in typed else self._other_answer(typed)
        if changes:
            found = self.conclusions.run(what_if, self.base, self.consultation.answers, changes)
            self.terminal.gap()
            self.terminal.show(what_if_blocks(self.base, found))

    def _other_answer(self, typed: str) -> dict[str, Any]:
        """Another answer to one question, which the person chooses and then answers; nothing to go back."""
        if not typed:
            self.terminal.say(wording.WHICH_ANSWER)
            typed = self.terminal.read()
        name = self._one_of(questions(self.base, typed), typed) if typed else ""
        if not name:
            return {}
        question = self.consultation.question(name)
        prompts.show_supposed(self.terminal, question, answer_text(question, self.consultation.answers))
        reply = read_reply(question, self.terminal.read())
        if not isinstance(reply, Given):
            self.terminal.say(wording.UNCHANGED)
            return {}
        return {name: reply.value}


_TWO_WORDS = re.compile(r"^(why|what)[ _](not|if)\b", re.IGNORECASE)


def _word(typed: str) -> tuple[str, str]:
    """What was typed at the menu: one of its words, by number or by how it begins, and what stands after it; `help` for anything else."""
    first, _, rest = _TWO_WORDS.sub(r"\1-\2", " ".join(typed.split())).partition(" ")
    words = [*wording.CLOSING_WORDS]
    if not first or first.lower() in ("quit", "exit", "q"):
        return "done", ""
    if first.isdecimal() and len(first) < 5:
        return (words[int(first) - 1], rest) if 1 <= int(first) <= len(words) else ("help", "")
    plain = first.lower().replace("_", "-")
    meant = [word for word in (*words, "deep", "help") if word.startswith(plain) or word.replace("-", "").startswith(plain)]
    exact = [word for word in meant if plain in (word, word.replace("-", ""))]
    return ((exact or meant)[0], rest) if len(exact or meant) == 1 else ("help", "")
