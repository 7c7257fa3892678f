"""Proves everything that can be asked of a knowledge base, task by task, in several processes."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from multiprocessing import get_context
from typing import TypeAlias

from soleus.inference.columnar_expressions import TRUE
from soleus.knowledge import cache
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.properties import OF_ALL_RULES, Property
from soleus.proof.formulas import Formulas
from soleus.proof.reaching import items_are_reached, reach_conditions, rules_advise, rules_differ, rules_fire
from soleus.proof.replaying import replay
from soleus.proof.searches import Search, bounds_in, conditions_in, searches
from soleus.proof.solver import Solver
from soleus.proof.verdicts import Verdict

_ABOUT_RULES = dict(zip(OF_ALL_RULES, (rules_fire, rules_advise, rules_differ, items_are_reached), strict=True))

Tell: TypeAlias = Callable[[str, tuple[Verdict, ...]], None]


def tasks_of(base: KnowledgeBase) -> tuple[str, ...]:
    """The tasks, each of which is proved on its own: the safety properties by id, then what is asked of all rules and items."""
    return (*base.properties, *_ABOUT_RULES)


def prove(base: KnowledgeBase, tasks: Collection[str] | None = None, *, processes: int = 1, tell: Tell | None = None) -> tuple[Verdict, ...]:
    """The verdicts of these tasks, or of all, in the order of `tasks_of`, whatever the number of processes.

    `tell` is called with each task and its verdicts as soon as they are there.
    """
    wanted = [task for task in tasks_of(base) if tasks is None or task in tasks]
    found: dict[str, tuple[Verdict, ...]] = {}
    for task, verdicts in _proved(base, wanted, processes):
        found[task] = verdicts
        if tell:
            tell(task, verdicts)
    return tuple(one for task in wanted for one in found[task])


def _proved(base: KnowledgeBase, tasks: list[str], processes: int) -> Iterator[tuple[str, tuple[Verdict, ...]]]:
    """Each task with its verdicts, as they come; those that take longest are begun first."""
    if processes == 1 or len(tasks) < 2:
        yield from ((task, prove_task(base, task)) for task in tasks)
        return
    # Spawned, not forked: a solver's threads and locks do not survive a fork.
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin, (cache.encode(base),)) as pool:
        longest_first = sorted(tasks, key=lambda task: not (task in base.properties and base.properties[task].change))
        waiting = {pool.submit(_in_process, task): task for task in longest_first}
        yield from ((waiting[done], done.result()) for done in as_completed(waiting))


_given: list[KnowledgeBase] = []
"""The knowledge base of this process, when it is one that proves for another."""


def _begin(encoded: str) -> None:
    base = cache.decode(encoded)
    assert base is not None, "the processes run the same version"
    _given.append(base)


def _in_process(task: str) -> tuple[Verdict, ...]:
    return prove_task(_given[0], task)


def prove_task(base: KnowledgeBase, task: str) -> tuple[Verdict, ...]:
    """The verdicts of one task. They depend on the knowledge alone: every task begins with a solver that has learned nothing."""
    formulas = _formulas(base)
    solver = Solver(formulas)
    if task in base.properties:
        return (_prove_property(solver, base.properties[task]),)
    return tuple(_ABOUT_RULES[task](solver, formulas.person()))


def _formulas(base: KnowledgeBase) -> Formulas:
    return Formulas(base, (*conditions_in(base), *reach_conditions(base)), bounds_in(base))


def _prove_property(solver: Solver, one: Property) -> Verdict:
    """No search may find anything, and the property must speak of somebody."""
    concerned = False
    for search in searches(solver.formulas, one):
        concerned = concerned or search.when == TRUE or solver.can_hold(search.when)
        found = solver.fewest(search.node)
        if found is not None:
            return _refuted(solver, one, search, found)
    why_not = "" if concerned else "It speaks of nobody: no answers make its 'when' true."
    return Verdict("property", one.id, why_not, solver.asked)


def _refuted(solver: Solver, one: Property, search: Search, found: dict[str, bool | int | float | str]) -> Verdict:
    example = replay(solver.formulas.base, one, search, found)
    return Verdict("property", one.id, "There is a counterexample.", solver.asked, counterexample=example)
