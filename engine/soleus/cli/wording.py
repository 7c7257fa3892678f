"""Every sentence that the conversation says of its own, in one place. Sentences on the subject stand in the knowledge base."""

from __future__ import annotations

WORDS = {
    "why": "why this is asked, and what hangs on it; with a number, for one item of a list",
    "how": "how to do a self-test; with a number, for one item of a list",
    "back": "go back one question and answer it anew",
    "skip": "leave this question open and go on",
    "review": "see your answers so far, and change any",
    "save": "say where this is saved; 'save NAME' gives it a name",
    "quit": "stop here; you can go on later",
    "help": "this list",
}
"""What can be typed at a prompt besides an answer."""

HELP = "Or one of these words; their first letters do where they can mean one word only:"
HELP_ANSWERS = {
    "yes_no": "? also means not sure.",
    "one_of": "? also means not sure.",
    "number": "2.5 and 2,5 are the same.",
    "checklist": "1 4 means that 1 and 4 are true and the others are not. 2? means not sure about 2.",
}

NOT_SURE = "Not sure"
NONE_OF_THESE = "None of these"
NOT_SURE_ALL = "Not sure about any of these"

OPENING = (
    "Danger signs come first. Then it asks what can change the result most, and stops when enough is known. "
    "Every answer is saved as you give it, on this computer only. Type help at any question to see what else you can do."
)
UNDONE = "Your last change is undone."
CHANGING = "Changing an answer"
DOES_NOT_FIT = "That lies outside."
FIRST_QUESTION = "This is the first question."
NOTHING_YET = "Nothing is answered yet."
SKIPPED_SAFETY = "Left open. An open safety question never counts as a no: the result will say that it is missing."
UNCHANGED = "Nothing is changed."
NO_ANSWER = "no answer"
WHY_LIST = "The rules that wait for it:"
NOTHING_AT_STAKE = "From where you are, hardly any answer to it would change the result."
NO_RULES = "No rule reads it."
SELF_TEST = "How to test it:"
COUNTS = "What counts: "
STOP = "When to stop: "
CHECKLIST = "Type what is true, such as 1 4: the others count as no. 2? is not sure about 2."

SHOW_RESULT = "Show the result"
STOP_HERE = "Stop here and show the result"
GO_ON = "Go on with the questions"
STOP_QUESTION = "Stop here? Enter stops."
STOP_WHY = "What you answered needs help now. No further answer can make it less urgent."
END_QUESTION = "Enter shows the result. 'back' or 'review' change an answer."
END_WHY = {
    "emergency": "What you answered needs help now. No further answer can make it less urgent.",
    "proved": (
        "Whatever you would answer to the questions left: the level of care, the first three conditions, the likely causes and the plan would "
        "stay as they are. How well each of them fits may still change."
    ),
    "settled": "The level of care is proved: no question left can change it. What comes first would be another for few people with your answers.",
    "all_asked": "Every question that applies to you was asked.",
}
REVIEW_QUESTION = "Type the number of the answer to change. Enter goes on with the questions."
REVIEW_WHY = "You can change any answer; what follows from it changes with it."
REVIEW_HEADING = "Your answers so far"

NOT_SAVED_QUIT = "Your answers are not saved. 'save FILE' saves them elsewhere; 'quit' once more leaves without them."
NOTHING_TO_SAVE = "Nothing is answered yet, so nothing was saved."
LOST = "Your answers could not be saved, and are gone."


def reviewed(short: str, section: str, ask: str, answer: str) -> str:
    """A question with its answer. A checklist has no short name: its section and its question stand for it."""
    return f"{short}: {answer}" if short else f"{section}. {ask} {answer[:1].upper()}{answer[1:]}"


def able_to_test(number: int) -> str:
    return f"(test: how {number})"


def which_test(numbers: list[int]) -> str:
    return f"Type how and the number of an item that has a test: {', '.join(map(str, numbers))}."


def no_such_item(last: int) -> str:
    return f"Type why alone, or why and a number from 1 to {last}." if last else "Type why alone."


def at_stake(levels: list[str], first: list[str], causes: list[str], *, plan: bool) -> str:
    """What an answer could change, in one sentence."""
    parts = [f"how soon to see someone ({either(levels)})"] if levels else []
    parts += [f"what fits best ({either(first)})"] if first else []
    parts += [f"why it came ({either(causes)})"] if causes else []
    parts += ["what to do"] if plan else []
    return f"Your answer could change {'; '.join(parts)}." if parts else NOTHING_AT_STAKE


def either(names: list[str]) -> str:
    return " or ".join(filter(None, (", ".join(names[:-1]), names[-1])))


def more_rules(count: int) -> str:
    return f"and {count} more"


def progress(number: int, section: str, *, plain: bool) -> str:
    return f"Question {number}" + (f". {section}." if plain else f" · {section}")


def stopped(reason: str, useful: int, *, soon: bool) -> str:
    """Why no more is asked. `useful` is how many of the questions left could still change something; `soon` says that help is needed today."""
    if reason == "settled" and soon:
        return "Enough is known to say how soon to see someone, and what fits best. Help today comes before more questions."
    if reason == "settled":
        still = "1 more question" if useful == 1 else f"Up to {useful} more questions"
        return f"Enough is known to say how soon to see someone, and what fits best. {still} could look for why it came, and fit the plan to you."
    return {
        "emergency": "Help comes first now, so no more is asked.",
        "proved": "Enough is known: no other answer can change the level of care, what fits best, or the plan.",
        "all_asked": "That was the last question.",
    }[reason]


def ask_everything(left: int) -> str:
    return f"Ask me everything ({left} more {'question' if left == 1 else 'questions'})"


def so_far(triage: str) -> str:
    """A level that needs haste, but not so much that the questions should stop."""
    return f"From your answers so far: {triage}. The result says why; more answers make it more exact."


def going_on(count: int) -> str:
    return f"{count} {'question is' if count == 1 else 'questions are'} dealt with already."


def not_saved(folder: str, why: str) -> str:
    return f"Your answers cannot be saved in {folder}: {why}. The consultation goes on, unsaved."


def not_moved(path: str, why: str) -> str:
    return f"Nothing could be saved as {path}: {why}."


def saved_again(case: str) -> str:
    return f"Your answers are saved again: {case}"


def go_on_later(resume: str, conclude: str, *, whole: bool) -> str:
    saved = "Your answers are saved." if whole else "Your last answers could not be saved, those before are."
    return f"{saved} Go on with: {resume}\nFor the result so far: {conclude}"


def saved_as(case: str, command: str) -> str:
    return f"Saved as {case}. Go on later with: {command}"


def in_short(triage: str, best: str, others: list[str], *, still_open: bool) -> str:
    """What stands at the top of the result, which has moved out of sight. `others` are what must not be missed besides the first."""
    parts = [f"In short: {triage}{', with safety questions open' if still_open else ''}."]
    parts += [f"It may be: {best}."] if best else []
    parts += [f"Not to be missed: {'; '.join(others)}."] if others else []
    return " ".join(parts)


def concluded(case: str) -> str:
    return f"Saved as {case}. To see why it says this: soleus explain {case} how triage"


def not_kept(why: str) -> str:
    return f"The case is saved, but not in the case store. {why}"


def kept_as(case: str) -> str:
    return f"In the case store it is called {case}: another case has its name."


def understood(true: list[str], unsure: list[str], others: int) -> str:
    """What a checklist holds: what is true, what is not known, and how many are not true."""
    parts = [f"yes to {', '.join(true)}"] if true else []
    parts += [f"not sure about {', '.join(unsure)}"] if unsure else []
    if others:
        parts.append(f"no to the other {others}" if parts else "no to all")
    return "; ".join(parts)


def noted(what: str) -> str:
    return f"Noted: {what}."


# After the result

CLOSING = "What next? Type a number or a word. Enter is done."
CLOSING_WORDS = {
    "how": "How it came to this",
    "why-not": "Why not something else",
    "what-if": "What if an answer were another",
    "change": "What would turn a conclusion",
    "show": "Show the result again",
    "done": "Done",
}
CLOSING_HELP = "With a name at once: how triage, why-not emergency, what-if NAME=VALUE, change triage. 'deep' shows the last one in full."
WHICH = {
    "how": "How it came to what?",
    "why-not": "Why not what?",
    "change": "What should turn?",
}
OR_A_NAME = "Type a number, or a word of its name. Enter goes back."
WHICH_ANSWER = "Which answer? Type a word of its question, such as its first one. Enter goes back."
SEVERAL = "Which of these?"
OTHER_ANSWER = "Another answer, only to see what changes. Nothing is saved."
LOOKING = "Looking for the fewest answers."
NOTHING_BEFORE = "There is nothing to show in full yet."
TRIAGE = "The level of care"


def closing_again(words: list[str], *, plain: bool) -> str:
    return f"What next? {(', ' if plain else ' · ').join(words)}"


def advised(name: str) -> str:
    return f"Advised: {name}"


def left_alone(name: str) -> str:
    return f"To be left alone: {name}"


def too_many(count: int, typed: str) -> str:
    return f"{count} names hold {typed}: type more of it."


def no_such_name(typed: str) -> str:
    return f"No name holds {typed}."


def no_such_choice(typed: str) -> str:
    return f"{typed} is none of these."


def now_is(answer: str) -> str:
    return f"Your answer: {answer}."
