"""How hard a text is to read: the Flesch-Kincaid grade, the years at school that it asks for.

    grade = 0.39 * words per sentence + 11.8 * syllables per word - 15.59        (Kincaid et al. 1975)

A number, with its decimals, is a word of one syllable. A proper word that the knowledge explains, such as a Latin name, counts
as a word but not in the average of syllables: there is no shorter word for it. Syllables are counted by rule; over all texts of the knowledge
the rule was within 0.5 % of the CMU Pronouncing Dictionary, and a little above it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable

_WORD = re.compile(r"[A-Za-z]+(?:['’][a-z]+)?|\d+(?:[.,]\d+)*")
_END = re.compile(r"(?<=[.!?])\s+(?=[A-Z0-9“\"])")

_VOWELS = re.compile(r"[aeiouy]+")
_SILENT = re.compile(r"[^aeiouyl]e$|[aeiouy]le$|[^aeiouytd]ed$|[^aeiouysxzcghl]es$|[aeiouy]les$|[tg]hes$")
"""A last e that is not said: of tape and whole but not of table, of kicked but not of lifted, of stones but not of passes."""
_ONE_MORE = re.compile(r"i[ao]|[aeou]ing|eo(?!u)|ua|uou|ier|ie[nt]|yi|[^aeiouy]ism$")
"""Vowels that stand together and are said apart: of media, going, video, usual."""
_ONE_LESS = re.compile(r"[tcs]i(?:on|a|ou)|[^f]eo[pu]|gua|qua|gio|eful|ement|eless|ely$|^(?:some|fore)[a-z]|^every")
"""Vowels that are said as one, or not at all: of station, people, useful, lately, something."""


def words(text: str) -> list[str]:
    """The words of a text, numbers among them."""
    return _WORD.findall(text)


def sentences(texts: Iterable[str]) -> list[str]:
    """The sentences of some texts: each text ends one, with or without a full stop."""
    return [sentence for text in texts for sentence in _END.split(text) if words(sentence)]


def syllables(word: str) -> int:
    """How many syllables a word has, one or more."""
    word = re.sub(r"['’]s?$", "", word.lower())
    if word[0].isdigit():
        return 1
    count = len(_VOWELS.findall(word)) - len(_SILENT.findall(word)) + len(_ONE_MORE.findall(word)) - len(_ONE_LESS.findall(word))
    return max(1, count)


def grade(texts: Iterable[str], explained: Collection[str] = ()) -> float:
    """The grade of some texts that are read together. `explained` are the proper words, in lower case."""
    said = sentences(texts)
    every = [word for sentence in said for word in words(sentence)]
    plain = [word for word in every if word.lower() not in explained]
    if not plain:
        return 0.0
    return 0.39 * len(every) / len(said) + 11.8 * sum(map(syllables, plain)) / len(plain) - 15.59
