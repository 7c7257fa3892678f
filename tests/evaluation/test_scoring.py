"""Scores: what is counted as right for one case, and every figure over many."""

from __future__ import annotations

import pytest

from soleus.evaluation.scoring import Evaluation, evaluate, score
from soleus.knowledge.model import KnowledgeBase

from .conftest import scored, sheet

SORE = {"sore": True}
SORE_AND_SWOLLEN = {"sore": True, "swollen": True}

# One case


def test_the_condition_with_most_support_has_rank_one(elbow: KnowledgeBase) -> None:
    one = score(elbow, sheet("a", "tennis_elbow", answers=SORE))
    assert (one.rank, one.first, one.triage, one.triage_error) == (1, "tennis_elbow", "self_care", 0)


def test_the_rank_is_that_of_the_best_accepted_condition_in_any_order(elbow: KnowledgeBase) -> None:
    assert score(elbow, sheet("a", "septic_joint", "tennis_elbow", answers=SORE_AND_SWOLLEN)).rank == 1
    assert score(elbow, sheet("a", "worn_joint", "septic_joint", answers=SORE_AND_SWOLLEN)).rank == 2


def test_a_condition_that_nothing_argues_about_is_not_ranked(elbow: KnowledgeBase) -> None:
    one = score(elbow, sheet("a", "septic_joint", answers=SORE))
    assert (one.rank, one.first) == (0, "tennis_elbow")


def test_a_case_without_an_accepted_condition_is_not_ranked(elbow: KnowledgeBase) -> None:
    assert score(elbow, sheet("a", answers=SORE)).rank == 0


def test_without_answers_nothing_comes_first(elbow: KnowledgeBase) -> None:
    one = score(elbow, sheet("a", "tennis_elbow"))
    assert (one.rank, one.first) == (0, "")


@pytest.mark.parametrize(
    ("answers", "right", "error"),
    [
        (SORE, "self_care", 0),
        (SORE, "clinician", -1),
        (SORE, "emergency", -3),
        (SORE_AND_SWOLLEN, "same_day", 0),
        (SORE_AND_SWOLLEN, "clinician", 1),
        (SORE_AND_SWOLLEN, "self_care", 2),
        (SORE_AND_SWOLLEN, "emergency", -1),
    ],
)
def test_the_triage_error_counts_levels_and_is_negative_below(elbow: KnowledgeBase, answers: dict[str, bool], right: str, error: int) -> None:
    assert score(elbow, sheet("a", triage=right, answers=answers)).triage_error == error


def test_only_named_causes_that_are_at_least_possible_are_found(elbow: KnowledgeBase) -> None:
    answers = {"new_racket": True, "age": 50}  # the years stay unlikely: -10 + 3
    assert score(elbow, sheet("a", answers=answers, causes=("years", "racket"))).causes_found == ("racket",)
    assert score(elbow, sheet("a", answers=answers)).causes_found == ()
    assert score(elbow, sheet("a", causes=("racket",))).causes_found == ()


def test_the_case_itself_stands_in_its_score(elbow: KnowledgeBase) -> None:
    cases = (sheet("b", answers=SORE), sheet("a", answers=SORE))
    assert tuple(one.case for one in evaluate(elbow, iter(cases)).cases) == cases


# Many cases


def test_top_counts_ranks_up_to_the_limit_over_all_cases(mixed: Evaluation) -> None:
    assert [mixed.top(most) for most in (1, 2, 3, 4, 99)] == [2 / 6, 3 / 6, 3 / 6, 4 / 6, 4 / 6]
    assert mixed.top(0) == 0


def test_mean_reciprocal_rank_gives_nothing_for_what_is_not_ranked(mixed: Evaluation) -> None:
    assert mixed.mean_reciprocal_rank == pytest.approx((1 + 1 + 1 / 2 + 1 / 4) / 6)


def test_ranked_are_the_cases_whose_condition_the_base_knows(mixed: Evaluation) -> None:
    assert mixed.ranked == mixed.cases[:5]


def test_every_case_is_exact_under_or_over(mixed: Evaluation) -> None:
    assert (mixed.triage_exact, mixed.under_triage, mixed.over_triage) == (2 / 6, 3 / 6, 1 / 6)


def test_dangerous_is_less_than_needed_for_an_emergency_or_same_day(mixed: Evaluation) -> None:
    assert mixed.dangerous == (mixed.cases[1], mixed.cases[4])


def test_a_higher_level_than_needed_is_not_dangerous() -> None:
    assert not Evaluation((scored(1, "clot", "clot", given="emergency", level="same_day"),)).dangerous


def test_confusion_counts_pairs_of_right_and_first_with_the_most_frequent_first(mixed: Evaluation) -> None:
    assert mixed.confusion == (("cramp", "strain", 2), ("strain", "cramp", 1))


def test_equally_frequent_pairs_stand_in_order_of_names() -> None:
    pairs = [("b", "x"), ("a", "y"), ("a", "x")]
    assert Evaluation(tuple(scored(2, first, right) for right, first in pairs)).confusion == (("a", "x", 1), ("a", "y", 1), ("b", "x", 1))


def test_the_more_frequent_pair_stands_first_whatever_its_name() -> None:
    pairs = [("a", "x"), ("z", "x"), ("z", "x")]
    assert Evaluation(tuple(scored(2, first, right) for right, first in pairs)).confusion == (("z", "x", 2), ("a", "x", 1))


def test_confusion_names_the_first_accepted_condition(elbow: KnowledgeBase) -> None:
    one = sheet("a", "worn_joint", "septic_joint", answers=SORE_AND_SWOLLEN)
    assert evaluate(elbow, [one]).confusion == (("worn_joint", "tennis_elbow", 1),)


def test_one_right_case_is_a_full_share() -> None:
    one = Evaluation((scored(1, "strain", "strain"),))
    assert (one.top(1), one.mean_reciprocal_rank, one.triage_exact) == (1, 1, 1)


def test_misses_are_wrong_first_or_wrong_in_triage(mixed: Evaluation) -> None:
    assert mixed.misses == mixed.cases[1:]


def test_no_cases_give_no_figures_and_no_error() -> None:
    none = Evaluation(())
    shares = (none.top(1), none.mean_reciprocal_rank, none.triage_exact, none.under_triage, none.over_triage)
    assert shares == (0, 0, 0, 0, 0)
    assert (none.ranked, none.dangerous, none.confusion, none.misses) == ((), (), (), ())
