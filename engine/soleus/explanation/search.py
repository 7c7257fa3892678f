"""The fewest changes of answers that reach a goal, found exactly.

First the bounds say which answers are out of the question and which must change in any case. Sizes whose combinations can all be tried are
tried, smallest first. Beyond that the implicit hitting set method goes on (Moreno-Centeno and Karp 2013; MaxHS, Davies and Bacchus 2011): a
*core* is a set of questions of which one must be answered otherwise, proved by the bounds or by trying all that is left; a smallest set that
hits every core is tried; where it fails, it gives a new core. Nothing smaller than it can do.
"""

from __future__ import annotations

import itertools
import math
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from soleus.explanation.hitting import Core, minimum_hitting_set
from soleus.explanation.scene import Change, Domains, Place, Scene


@dataclass(frozen=True, slots=True)
class Limits:
    """How much may be done: `work` as a scene counts it, up to `others` of it to look for more sets once one is found by hitting sets;
    `at_once` combinations of one size; and `sets` to be listed."""

    work: int = 2_000_000
    others: int = 300_000
    at_once: int = 150_000
    sets: int = 400


@dataclass(frozen=True, slots=True)
class Found:
    """The smallest changes, and what was proved.

    `size` is how many answers they have; None when none was found. `complete` says that `changes` are all of that size. `proved` is the size up
    to which no change reaches the goal; None means: whatever its size.
    """

    size: int | None
    changes: tuple[Change, ...]
    complete: bool
    proved: int | None


class _ExhaustedError(Exception):
    """The work that was allowed is done."""


def fewest(scene: Scene, limits: Limits | None = None) -> Found:
    """The smallest changes that reach the goal of a scene, which the answers as they are must not reach."""
    search = _Search(scene, limits or Limits())
    try:
        return search.run()
    except _ExhaustedError:
        size = len(search.found[0]) if search.found else None
        return Found(size, tuple(search.found), False, search.proved)


class _Search:
    """One search. `proved` is the size up to which nothing reaches the goal so far, `found` the smallest changes so far."""

    def __init__(self, scene: Scene, limits: Limits) -> None:
        self.scene, self.limits = scene, limits
        self.proved = 0
        self.found: list[Change] = []
        self.domains: dict[Place, list[int]] = {}

    def run(self) -> Found:
        domains = self._tightened({place: list(range(len(values))) for place, values in enumerate(self.scene.values)})
        if domains is None:
            return Found(None, (), True, None)
        self.domains = domains
        forced = [place for place, values in domains.items() if 0 not in values]
        self.proved = max(0, len(forced) - 1)
        for size in range(self.proved + 1, len(domains) + 1):
            if self._combinations(forced, size) > self.limits.at_once:
                return self._by_hitting_sets(forced)
            self._take(self.scene.reaching(self._of_size(forced, size)))
            if self.found:
                return self._done()
            self.proved = size
        return Found(None, (), True, None)

    def _done(self) -> Found:
        kept = self.found[: self.limits.sets]
        return Found(len(kept[0]), tuple(kept), len(kept) == len(self.found), self.proved)

    def _take(self, changes: Iterable[Change]) -> None:
        self.found += itertools.islice(changes, self.limits.sets + 1 - len(self.found))
        self._check()

    def _check(self) -> None:
        if self.scene.work > self.limits.work:
            raise _ExhaustedError

    # Bounds

    def _tightened(self, domains: Domains) -> dict[Place, list[int]] | None:
        """The domains without the values that cannot be part of any change that reaches the goal; None when there is none.

        A question that can only stay as it is falls out.
        """
        left = {place: list(values) for place, values in domains.items()}
        while True:
            picks = [(place, value) for place, values in left.items() for value in values]
            may = self.scene.may_reach(left, only=picks)
            self._check()
            if not may.any():
                return None
            if may.all():
                return {place: values for place, values in left.items() if values != [0]}
            for (place, value), possible in zip(picks, may, strict=True):
                if not possible:
                    left[place].remove(value)
            if not all(left.values()):
                return None

    # All of a size

    def _combinations(self, forced: Collection[Place], size: int) -> int:
        """How many changes of this size there are that change all that must change."""
        counts = [1] + [0] * (size - len(forced))
        for place, values in self.domains.items():
            if place not in forced:
                for taken in range(len(counts) - 1, 0, -1):
                    counts[taken] += counts[taken - 1] * (len(values) - 1)
        return counts[-1] * math.prod(len(self.domains[place]) for place in forced)

    def _of_size(self, forced: Sequence[Place], size: int) -> Iterator[Change]:
        free = [place for place in self.domains if place not in forced]
        picks = {place: [(place, value) for value in values if value] for place, values in self.domains.items()}
        for more in itertools.combinations(free, size - len(forced)):
            yield from itertools.product(*[picks[place] for place in sorted((*forced, *more))])

    # Hitting sets

    def _by_hitting_sets(self, forced: Iterable[Place]) -> Found:
        cores: list[Core] = [frozenset((place,)) for place in forced]
        tried: list[Core] = []
        while (hit := minimum_hitting_set(cores, tried)) is not None:
            if self.found and len(hit) > len(self.found[0]):
                break
            floor = self.proved
            self.proved = max(floor, len(hit) - 1)
            if len(hit) > floor and self._holds_a_way({place: [value for value in self.domains[place] if value] for place in sorted(hit)}):
                tried.append(hit)
            else:
                cores.append(self._core(hit))
            if len(self.found) > self.limits.sets:
                break
            if self.found and self.scene.work > self.limits.others:
                return Found(len(self.found[0]), tuple(self.found), False, self.proved)
        return self._done() if self.found else Found(None, (), True, None)

    def _holds_a_way(self, domains: Domains) -> bool:
        """Find every change within these domains, and say whether there is any."""
        before = len(self.found)
        self._look_into(domains)
        return len(self.found) > before

    def _look_into(self, domains: Domains) -> None:
        left = self._tightened(domains)
        if left is None:
            return
        if math.prod(map(len, left.values())) <= _MANY:
            self._take(self.scene.reaching(itertools.product(*([(place, value) for value in values] for place, values in left.items()))))
            return
        widest = max(left, key=lambda place: len(left[place]))
        for value in left[widest]:
            self._look_into({**left, widest: [value]})

    def _core(self, hit: Core) -> Core:
        """Questions of which one must be answered otherwise, when changes within `hit` do not do: as few as are soon found."""
        others = [place for place in self.domains if place not in hit]
        if others and not self.scene.may_reach(self.domains, [hit])[0]:
            may = self.scene.may_reach(self.domains, [hit | {place} for place in others])
            others = [place for place, possible in zip(others, may, strict=True) if not possible]
        grown = self._grown(hit, others)
        return frozenset(self.domains) - grown

    def _grown(self, hit: Core, others: Sequence[Place]) -> Core:
        """As many of the other questions beside `hit` as can be seen not to help: all up to the first that may, and so on after it."""
        grown, rest = hit, list(others)
        while rest:
            self._check()
            may = self.scene.may_reach(self.domains, [grown.union(rest[: count + 1]) for count in range(len(rest))])
            certain = int(may.argmax()) if may.any() else len(rest)
            grown = grown.union(rest[:certain])
            if rest[certain:] and self._fails(grown.union(rest[certain : certain + 1])):
                grown = grown.union(rest[certain : certain + 1])
            rest = rest[certain + 1 :]
        return grown

    def _fails(self, places: Core) -> bool:
        """Whether trying shows that no change within these questions reaches the goal; false where there are too many to try."""
        domains = {place: self.domains[place] for place in sorted(places)}
        if math.prod(map(len, domains.values())) > _FEW:
            return False
        every = itertools.product(*([(place, value) for value in values] for place, values in domains.items()))
        return next(self.scene.reaching(every), None) is None


_MANY = 50_000
"""The most combinations of the answers to some questions that are tried before one of the questions is split up."""

_FEW = 4_096
"""The most combinations that are tried where the bounds do not see that a set of questions is of no help."""
