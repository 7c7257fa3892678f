"""Minimum hitting sets: the fewest elements that have one in common with each of some sets."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

Core = frozenset[int]


def minimum_hitting_set(cores: Iterable[Core], refused: Collection[Core] = ()) -> Core | None:
    """A smallest set that shares an element with each core, and is none of the refused ones; None when there is none of any size.

    Refused sets count only where nothing smaller is left, so a set that holds a refused one and more is never given. The answer depends on
    the sets alone, not on their order.
    """
    ordered = sorted(set(cores), key=lambda core: (len(core), sorted(core)))
    search = _Search(_without_supersets(ordered), frozenset(refused))
    search.extend((), search.cores)
    return search.best


def _without_supersets(cores: Sequence[Core]) -> list[Core]:
    """The cores that hold no other one: what hits those hits all."""
    kept: list[Core] = []
    for core in cores:
        if not any(other <= core for other in kept):
            kept.append(core)
    return kept


class _Search:
    """Branch and bound. Each branch takes one element of a core that is not hit, and leaves alone the elements that came before it there."""

    def __init__(self, cores: list[Core], refused: frozenset[Core]) -> None:
        self.cores, self.refused = cores, refused
        self.best: Core | None = None

    def extend(self, taken: tuple[int, ...], open_cores: Sequence[Core]) -> None:
        """Look for the best set that holds `taken`; `open_cores` are those that are not hit, without the elements that are left alone."""
        if not open_cores:
            if frozenset(taken) not in self.refused:
                self.best = frozenset(taken)
            return
        if self.best is not None and len(taken) + _disjoint(open_cores) >= len(self.best):
            return
        smallest = min(open_cores, key=len)
        counts = {element: sum(element in core for core in open_cores) for element in smallest}
        gone: set[int] = set()
        for element in sorted(smallest, key=lambda one: (-counts[one], one)):
            rest = [core - gone for core in open_cores if element not in core]
            if all(rest):
                self.extend((*taken, element), rest)
            gone.add(element)


def _disjoint(cores: Iterable[Core]) -> int:
    """How many cores share no element with each other, at least: each of them costs one."""
    used: set[int] = set()
    count = 0
    for core in sorted(cores, key=len):
        if used.isdisjoint(core):
            used |= core
            count += 1
    return count
