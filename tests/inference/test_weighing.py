"""The laws of weighing: order does not matter, one sign counts once, `confirms` beats `excludes`, and more for is never less."""

from __future__ import annotations

import dataclasses

from hypothesis import given
from hypothesis import strategies as st

from oracle import Case, support_of, word
from soleus.inference.weighing import PRIORS, Argument, weigh, word_for
from soleus.knowledge.conditions import WORDS
from soleus.knowledge.model import Prior

PRIOR = st.sampled_from(sorted(PRIORS))
LABELS = st.sampled_from(["sign", "story", "test"])


def _argument(side: tuple[bool, str], label: str) -> Argument:
    return Argument("some-rule", side[0], side[1], label, 1)  # type: ignore[arg-type]


FOR = st.tuples(st.just(True), st.sampled_from(["weak", "moderate", "strong", "confirms"]))
AGAINST = st.tuples(st.just(False), st.sampled_from(["weak", "moderate", "strong", "excludes"]))
ARGUMENTS = st.lists(st.builds(_argument, FOR | AGAINST, LABELS), max_size=8)


def _total(prior: Prior, arguments: list[Argument]) -> int:
    return weigh("it", prior, arguments).decibans


@given(PRIOR, ARGUMENTS)
def test_agrees_with_the_oracle(prior: Prior, arguments: list[Argument]) -> None:
    support = weigh("it", prior, arguments)
    total = support_of(prior, [Case(one.rule, "it", one.favours, one.strength, one.evidence) for one in arguments])
    assert (support.decibans, support.word) == (total, word(total))


@given(PRIOR, ARGUMENTS, st.randoms(use_true_random=False))
def test_order_changes_nothing(prior: Prior, arguments: list[Argument], rng: object) -> None:
    shuffled = sorted(arguments, key=lambda _: rng.random())  # type: ignore[attr-defined]
    assert _total(prior, shuffled) == _total(prior, arguments)


@given(PRIOR, ARGUMENTS)
def test_same_arguments_twice_count_once(prior: Prior, arguments: list[Argument]) -> None:
    assert _total(prior, arguments + arguments) == _total(prior, arguments)


@given(PRIOR, st.builds(_argument, FOR, LABELS), st.builds(_argument, FOR, LABELS))
def test_one_sign_counts_once_and_two_signs_twice(prior: Prior, first: Argument, second: Argument) -> None:
    same, other = (dataclasses.replace(second, evidence=label) for label in (first.evidence, "another sign"))
    assert _total(prior, [first, same]) == max(_total(prior, [first]), _total(prior, [same]))
    assert _total(prior, [first, other]) >= _total(prior, [first, same])


@given(PRIOR, ARGUMENTS)
def test_for_and_against_with_one_label_both_count(prior: Prior, arguments: list[Argument]) -> None:
    """The strongest for and the strongest against: neither side hides the other."""
    counted = {(one.evidence, one.favours) for one in weigh("it", prior, arguments).arguments if one.counted}
    assert counted == {(one.evidence, one.favours) for one in arguments}


@given(PRIOR, ARGUMENTS, st.builds(_argument, FOR, LABELS))
def test_more_for_is_never_less(prior: Prior, arguments: list[Argument], more: Argument) -> None:
    assert _total(prior, [*arguments, more]) >= _total(prior, arguments)


@given(PRIOR, ARGUMENTS, st.builds(_argument, AGAINST, LABELS))
def test_more_against_is_never_more(prior: Prior, arguments: list[Argument], more: Argument) -> None:
    assert _total(prior, [*arguments, more]) <= _total(prior, arguments)


@given(PRIOR, ARGUMENTS)
def test_confirms_beats_excludes(prior: Prior, arguments: list[Argument]) -> None:
    confirms, excludes = _argument((True, "confirms"), "x-ray"), _argument((False, "excludes"), "x-ray")
    assert weigh("it", prior, [*arguments, confirms, excludes]).word == "very_likely"


@given(PRIOR, ARGUMENTS)
def test_excludes_makes_unlikely_unless_confirmed(prior: Prior, arguments: list[Argument]) -> None:
    confirmed = any(one.strength == "confirms" for one in arguments)
    assert weigh("it", prior, [*arguments, _argument((False, "excludes"), "x-ray")]).word == ("very_likely" if confirmed else "unlikely")


@given(st.integers(-60, 60))
def test_words_rise_with_support(total: int) -> None:
    assert WORDS.index(word_for(total)) <= WORDS.index(word_for(total + 1))


def test_bands_begin_where_the_language_says() -> None:
    assert [word_for(total) for total in (14, 15, 6, 7, -4, -3)] == ["likely", "very_likely", "possible", "likely", "unlikely", "possible"]
