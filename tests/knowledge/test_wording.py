"""What a runner reads is short, plain and kind: easy to read, no blame, no false comfort, no certainty, whole sentences."""

from __future__ import annotations

import re
from collections import defaultdict

import pytest

from soleus import KnowledgeBase
from soleus.knowledge.checks.check import Beside
from soleus.knowledge.checks.gaps.hard_wording import CHECK, HARDEST_TO_DO, TOO_SHORT_TO_GRADE
from soleus.knowledge.readability import grade, sentences, syllables, words
from soleus.knowledge.texts import Text, checker_texts, person_texts

_BASE = KnowledgeBase.bundled()
RUNNER, COACH = person_texts(_BASE), checker_texts(_BASE)

MEAN, MEAN_FOR_COACHES = 6, 7
"""The highest grades of a kind of text on average. What no single text may have, the check `hard-wording` says."""


def _grade(text: Text) -> float:
    return grade(text.lines, _BASE.about.terms)


def _count(text: Text) -> int:
    return len(words(" ".join(text.lines)))


def _too_hard(texts: list[Text], most: float) -> list[str]:
    return [f"grade {_grade(text):.1f}: {text}" for text in texts if _count(text) >= TOO_SHORT_TO_GRADE and _grade(text) > most]


def _means(texts: list[Text]) -> dict[str, float]:
    kinds: dict[str, list[float]] = defaultdict(list)
    for text in texts:
        kinds[text.kind].append(_grade(text))
    return {kind: sum(grades) / len(grades) for kind, grades in kinds.items()}


def test_each_kind_of_text_is_easy_on_average() -> None:
    assert {kind: round(mean, 1) for kind, mean in _means(RUNNER).items() if mean > MEAN} == {}
    assert {kind: round(mean, 1) for kind, mean in _means(COACH).items() if mean > MEAN_FOR_COACHES} == {}


def test_no_text_is_hard() -> None:
    assert CHECK.find is not None
    assert [fault.what for fault in CHECK.find(_BASE, Beside())] == []


def test_few_reasons_are_above_grade_eight() -> None:
    reasons = [text for text in RUNNER if text.kind in ("because", "why")]
    assert len(_too_hard(reasons, HARDEST_TO_DO)) < len(reasons) / 10


@pytest.mark.parametrize(("word", "explanation"), _BASE.about.terms.items())
def test_a_medical_word_is_explained_where_it_is_used(word: str, explanation: str) -> None:
    items: dict[str, str] = defaultdict(str)
    for text in RUNNER:
        items[text.item] += " ".join(text.lines) + " "
    for kind, named in (("condition", _BASE.conditions), ("cause", _BASE.causes)):
        for one in named.values():
            items[f"{kind}:{one.id}"] += one.name
    assert any(word in said.lower() and explanation in said for said in items.values())


DIAGNOSES = "strain|tear|rupture|clot|fracture|infection|tendinopathy|syndrome|tumour|cyst|bleed|entrapment|sciatica|thrombosis|embolism|shin splints"
BANNED = {
    "blame": "blam(?:e|ed|es|ing)|your (?:own )?fault|should have|careless|lazy|stupid|foolish",
    "making light of it": "just|simply|merely|obviously|of course",
    "false comfort": "nothing (?:to worry|serious|dangerous)|(?:do not|don't|no need to) worry|you (?:are|will be) fine|"
    "all clear|harmless|no danger|not dangerous",
    "certainty": rf"you (?:have|suffer from|have got) (?:an? |the )?(?:[\w-]+ ){{0,2}}(?:{DIAGNOSES})s?(?! before)|"
    "you (?:tore|ruptured|strained) your|(?:it|this) is (?:certainly|definitely)|for certain|guaranteed?",
    "an all-clear": r"rules? out|ruled out|cannot be (?:an? )?(?:\w+ )?(?:clot|rupture|tear)|you have no (?:\w+ )?(?:clot|rupture|tear)",
}
"""What a runner should never read, by what is wrong with it."""
ALLOWED = "not (?:been )?(?:all )?ruled out|not rule out|ruled out by a clinician|until .{0,40}ruled out|clot sign"
EXAMPLES = {
    "blame": "You should have warmed up.",
    "making light of it": "It is just a sore calf.",
    "false comfort": "That is nothing to worry about.",
    "certainty": "You have a small calf strain.",
    "an all-clear": "This test rules out a clot.",
}


def _says(wrong: str, line: str) -> bool:
    return bool(re.search(rf"\b(?:{BANNED[wrong]})\b", re.sub(ALLOWED, "", line, flags=re.IGNORECASE), re.IGNORECASE))


@pytest.mark.parametrize("wrong", BANNED)
def test_nothing_is_said_that_a_careful_physio_would_not_say(wrong: str) -> None:
    assert _says(wrong, EXAMPLES[wrong])
    assert [str(text) for text in RUNNER for line in text.lines if _says(wrong, line)] == []


WHOLE_SENTENCES = ("why", "self-test", "means", "summary", "course", "because", "no_measure", "purpose", "how", "limits", "avoid")


def test_sentences_end() -> None:
    lines = [(text, line) for text in RUNNER if text.kind in WHOLE_SENTENCES for line in text.lines]
    lines += [(text, line) for text in RUNNER if text.kind == "follow-up" for line in text.lines[1:]]
    assert [str(text) for text, line in lines if not line.rstrip().endswith((".", "!", "?"))] == []


def test_a_reason_is_one_sentence() -> None:
    assert [str(text) for text in RUNNER if text.kind == "because" and len(sentences(text.lines)) != 1] == []


def test_no_two_rules_say_the_same() -> None:
    rules: dict[str, list[str]] = defaultdict(list)
    for rule in _BASE.rules.values():
        rules[rule.because].append(rule.id)
    assert {because: same for because, same in rules.items() if len(same) > 1} == {}


def test_no_word_stands_twice() -> None:
    assert [str(text) for text in (*RUNNER, *COACH) if re.search(r"\b([A-Za-z]+) \1\b|  ", "\n".join(text.lines))] == []


SYLLABLES = {
    1: "calf calves tape whole kicked bones knee 10 hurts",
    2: "table lifted passes muscle aching tissue station people running swollen something",
    3: "clinician physio however family",
    4: "tendinitis gastrocnemius",
}


@pytest.mark.parametrize(("count", "of"), SYLLABLES.items())
def test_syllables(count: int, of: str) -> None:
    assert {word: syllables(word) for word in of.split()} == dict.fromkeys(of.split(), count)


def test_grades() -> None:
    assert grade(["The cat sat on the mat."]) < 0
    assert 3 < grade(["Your calf hurts when you stand on your toes, and it feels better when you rest."]) < 6
    assert grade(["Considerable deterioration necessitates immediate multidisciplinary examination."]) > 20
    assert grade(["Fluoroquinolone."]) > grade(["Fluoroquinolone."], {"fluoroquinolone"}) == 0
