"""What somebody reads who is in pain and alone is short and plain. The measure is the grade of Kincaid, made for English."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.readability import grade, sentences, syllables, words
from soleus.knowledge.texts import Text, checker_texts, person_texts

HARDEST, HARDEST_TO_DO, HARDEST_FOR_CHECKERS = 10, 8, 12
"""The highest grades: of any one text, of one that says what to answer or to do, of one for those who check the knowledge."""
TO_DO = ("ask", "self-test", "how", "follow-up", "limits", "avoid")
TOO_SHORT_TO_GRADE = 8
"""The formula means nothing for a few words."""
LONGEST_SENTENCE = 30
_NAMED = 4
"""The hard words that a message names."""


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for text in person_texts(base):
        yield from _hard(text, HARDEST_TO_DO if text.kind in TO_DO else HARDEST, base)
    for text in checker_texts(base):
        yield from _hard(text, HARDEST_FOR_CHECKERS, base)


def _hard(text: Text, most: float, base: KnowledgeBase) -> Iterator[Fault]:
    for line in text.lines:
        for sentence in sentences([line]):
            if len(words(sentence)) > LONGEST_SENTENCE:
                what = f"A sentence of the {text.where} has {len(words(sentence))} words, more than {LONGEST_SENTENCE}."
                yield Fault(text.item, what, "Make two of it.", word=line)
    found = grade(text.lines, base.about.terms)
    if len(words(" ".join(text.lines))) >= TOO_SHORT_TO_GRADE and found > most:
        what = f"The {text.where} is hard to read: grade {found:.1f}, more than {most}."
        hint = f"Write shorter sentences, and shorter words than {_hard_words(text, base)}."
        yield Fault(text.item, what, hint, word=text.lines[0])


def _hard_words(text: Text, base: KnowledgeBase) -> str:
    """The words with the most syllables, in the order in which they stand in the text."""
    said = dict.fromkeys(word.lower() for word in words(" ".join(text.lines)) if word.lower() not in base.about.terms)
    longest = sorted(said, key=lambda word: -syllables(word))[:_NAMED]
    return ", ".join(f"'{word}'" for word in said if word in longest)


CHECK = Check("hard-wording", "wording", "No text is hard to read", find)
