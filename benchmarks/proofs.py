"""How long the proofs of the bundled knowledge take, and which form of a sum the solver likes best.

    python benchmarks/proofs.py [--processes 2] [--forms]

The first table has the wall time of everything, as `soleus kb prove` does it, and of each task alone in one process. With `--forms` a second one
compares ways to say "the arguments sum to at least 7": as a pseudo-Boolean constraint, over bit-vectors, over integers, and as plain truths.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Iterator

import z3

from soleus import KnowledgeBase
from soleus.proof import proving
from soleus.proof.solver import Solver

TASKS = ("fires", "reached", "one-more-red-flag-never-calms")
WIDTH = 10
"""The bits of a sum: no hypothesis has arguments for more than 511 decibans."""

Terms = list[tuple[z3.BoolRef, int]]


class Bits(Solver):
    """Sums over bit-vectors."""

    def _sum(self, terms: Terms, least: int) -> z3.BoolRef:
        zero = z3.BitVecVal(0, WIDTH, self.context)
        total = sum((z3.If(truth, z3.BitVecVal(size, WIDTH, self.context), zero) for truth, size in terms), zero)
        return z3.UGE(total, least)


class Integers(Solver):
    """Sums over integers."""

    def _sum(self, terms: Terms, least: int) -> z3.BoolRef:
        return z3.Sum([z3.If(truth, z3.IntVal(size, self.context), z3.IntVal(0, self.context)) for truth, size in terms]) >= least


class Truths(Solver):
    """Sums as truths: for each amount up to the least whether the terms so far reach it."""

    def _sum(self, terms: Terms, least: int) -> z3.BoolRef:
        reached = [z3.BoolVal(amount <= 0, self.context) for amount in range(least + 1)]
        for truth, size in terms:
            for amount in range(least, 0, -1):
                reached[amount] = z3.Or(reached[amount], z3.And(truth, reached[max(0, amount - size)]))
        return reached[least]


FORMS: dict[str, type[Solver]] = {"pseudo-Boolean": Solver, "bit-vectors": Bits, "integers": Integers, "truths": Truths}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--processes", type=int, default=2, help="for the whole (default 2)")
    parser.add_argument("--forms", action="store_true", help="compare forms of a sum")
    given = parser.parse_args()
    base = KnowledgeBase.bundled()
    lines = form_lines(base) if given.forms else time_lines(base, given.processes)
    print("\n".join(lines))


def time_lines(base: KnowledgeBase, processes: int) -> Iterator[str]:
    yield "| what | seconds | searches |\n| --- | ---: | ---: |"
    seconds = timed(lambda: proving.prove(base, processes=processes))
    yield f"| everything, {processes} processes | {seconds:.1f} | |"
    for task in sorted(proving.tasks_of(base), key=list(base.properties).__contains__):
        started = time.perf_counter()
        searches = sum(one.searches for one in proving.prove_task(base, task))
        yield f"| {task} | {time.perf_counter() - started:.2f} | {searches} |"


def form_lines(base: KnowledgeBase) -> Iterator[str]:
    yield f"| form of a sum | {' | '.join(TASKS)} |\n| --- |{' ---: |' * len(TASKS)}"
    for name, solver in FORMS.items():
        proving.Solver = solver  # type: ignore[misc, attr-defined]
        yield f"| {name} | {' | '.join(f'{timed(lambda task=task: proving.prove_task(base, task)):.2f}' for task in TASKS)} |"  # type: ignore[misc]


def timed(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return time.perf_counter() - started


if __name__ == "__main__":
    main()
