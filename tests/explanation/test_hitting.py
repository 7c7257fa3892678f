"""Minimum hitting sets, against trying every set."""

from __future__ import annotations

import itertools
import random

from hypothesis import given
from hypothesis import strategies as st

from soleus.explanation.hitting import Core, minimum_hitting_set

SIZE = 7
CORES = st.lists(st.frozensets(st.integers(0, SIZE - 1), min_size=1, max_size=4), max_size=7)


def _hitting(cores: list[Core], size: int) -> set[Core]:
    """Every set of this size that hits all cores."""
    every = (frozenset(some) for some in itertools.combinations(range(SIZE), size))
    return {some for some in every if all(some & core for core in cores)}


@given(cores=CORES)
def test_it_is_a_smallest_one(cores: list[Core]) -> None:
    found = minimum_hitting_set(cores)
    assert found is not None
    assert found in _hitting(cores, len(found))
    assert not any(_hitting(cores, size) for size in range(len(found)))


@given(cores=CORES)
def test_refusing_each_that_is_found_lists_all_of_the_smallest(cores: list[Core]) -> None:
    first = minimum_hitting_set(cores)
    assert first is not None
    found: list[Core] = []
    while (one := minimum_hitting_set(cores, found)) is not None and len(one) == len(first):
        found.append(one)
    assert len(set(found)) == len(found)
    assert set(found) == _hitting(cores, len(first))


@given(cores=CORES, seed=st.integers(0, 9))
def test_the_order_of_the_sets_does_not_matter(cores: list[Core], seed: int) -> None:
    other = list(cores)
    random.Random(seed).shuffle(other)
    assert minimum_hitting_set(cores) == minimum_hitting_set(other)


def test_an_empty_core_is_hit_by_nothing() -> None:
    assert minimum_hitting_set([frozenset()]) is None
    assert minimum_hitting_set([frozenset({1}), frozenset()]) is None


def test_nothing_to_hit_needs_nothing() -> None:
    assert minimum_hitting_set([]) == frozenset()
    assert minimum_hitting_set([], [frozenset()]) is None
