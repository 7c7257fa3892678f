"""Every sentence that a review in the terminal says of its own, in one place."""

from __future__ import annotations

WORDS = {
    "agree": "it is right here; a reason may follow",
    "disagree": "it is wrong here; a reason must follow",
    "note": "a remark, neither of the two",
    "skip": "leave it, and go on; Enter does the same",
    "rest": "leave the rest of this kind: the other rules, the other measures",
    "back": "go back to the one before",
    "why": "why it was said: the text of the rule, its evidence, what it stood on",
    "case": "see the case again, with its answers",
    "quit": "stop here; every verdict is kept already",
    "help": "this list",
}
"""What can be typed, in the order in which a first letter means them."""

PROMPT = "a agree · d disagree · n note · Enter next · why · back · quit · ? help"
PROMPT_PLAIN = "Type a to agree, d to disagree, n to note, Enter for the next, or why, back, quit. ? is help."
HELP = "Type a word or its first letters. A reason may stand behind it: d Nobody asked about the swelling."
ASK_REASON = {
    "disagree": "What is wrong here? It reaches the person who edits the rules. Enter goes back.",
    "note": "What do you want to say? Enter goes back.",
}
NO_REASON = "Nothing is kept: it needs a reason."
NO_WORDS = ("no", "not")
"""What people say who disagree. Neither is short for a note, though it begins like one."""
FIRST = "This is the first."
NOTHING_TO_JUDGE = "There is nothing left to judge here."
OTHER_KNOWLEDGE = (
    "This version was concluded with other knowledge than is loaded here. You read what it said then; the texts of its rules need "
    "--kb and the folder of that time."
)


def opening(author: str, count: int, judged: int) -> str:
    """Who reviews, and how much there is."""
    things = "1 thing" if count == 1 else f"{count} things"
    done = f" You judged {judged} before: --all shows {'it' if judged == 1 else 'them'} again." if judged else ""
    return f"You review as {author}. {things} to judge; every verdict is kept at once.{done}"


def left_out(count: int) -> str:
    """What has no turn of its own."""
    those = "1 more thing in the case has" if count == 1 else f"{count} more things in the case have"
    return f"{those} no turn here, such as what is unlikely, or withheld though nothing advised it. --json lists them, --on judges them."


def place(number: int, count: int, *, plain: bool) -> str:
    return f"{number} of {count}" + (". " if plain else " · ")


def kept(says: str, on: str, reason: str) -> str:
    return f"Kept: {says}, {on}." + (f" {reason}" if reason else "")


def unknown(typed: str) -> str:
    return f"{typed} means nothing here, and nothing is kept. To disagree type d and the reason, to note something n and the note."


def no_reason_but_a_word(typed: str) -> str:
    return f"Nothing is kept: {typed} is a word of the review, and no reason. Type it again, or d and the reason in one line."


def no_rest(kind: str) -> str:
    return f"Left: the rest of “{kind}”."


def closing(given: int, left: int, command: str) -> str:
    """How many verdicts were given, and how to go on with what has none."""
    verdicts = {0: "You gave no verdict.", 1: "1 verdict is kept."}.get(given, f"{given} verdicts are kept.")
    if not left:
        return f"{verdicts} You have judged all of it."
    things = "1 thing has" if left == 1 else f"{left} things have"
    return f"{verdicts} {things} none of yours. Go on with: {command}"


def what_next(name: str) -> str:
    return f"Your disagreements as scenarios: soleus review scenario {name}. All verdicts: soleus review stats"
