"""Whether a mutant can be told from the knowledge at all: the fewest answers that do, or a proof that there are none."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from inference.agreement import denials_needed
from sheets import Sheet
from soleus.inference.columnar_expressions import Node
from soleus.knowledge.conditions import Condition, NoneOf
from soleus.knowledge.model import Find, KnowledgeBase
from soleus.proof.formulas import Formulas, Person
from soleus.proof.solver import Solver

from .mutants import Mutant


def told_apart(base: KnowledgeBase, some: Sequence[Mutant]) -> Iterator[tuple[Mutant, Sheet | None]]:
    """For each mutant the fewest answers for which its rule does something else; None where no answers do.

    A mistake in a condition shows where the rule fires with it and not without, or the other way round, or, for a finding whose absence some
    rule needs, where it is known not to hold. A mistake in a conclusion shows at most where the rule fires.
    """
    needed = denials_needed(base)
    formulas = Formulas(base, [condition for mutant in some for condition in _conditions(mutant, needed)])
    person, solver = formulas.person(), Solver(formulas)
    for mutant in some:
        found = (solver.fewest(node) for node in _differing(person, mutant, needed))
        yield mutant, next((sheet for sheet in found if sheet is not None), None)


def _conditions(mutant: Mutant, needed: frozenset[str]) -> Iterator[Condition]:
    """The conditions that have to be compared; an absence is true where the condition is known to be false."""
    if mutant.mutated is not None and mutant.mutated.when != mutant.rule.when:
        yield mutant.mutated.when
        if _is_needed_absent(mutant, needed):
            yield from (NoneOf((rule.when,)) for rule in (mutant.rule, mutant.mutated))


def _is_needed_absent(mutant: Mutant, needed: frozenset[str]) -> bool:
    return any(isinstance(one, Find) and one.finding in needed for one in mutant.rule.then)


def _differing(person: Person, mutant: Mutant, needed: frozenset[str]) -> Iterator[Node]:
    fires = person.fires(mutant.rule.id)
    compared = list(_conditions(mutant, needed))
    if not compared:
        yield fires
    else:
        yield _either(person, fires, person.holds(compared[0]))
    if compared[1:]:
        yield _either(person, *(person.holds(condition) for condition in compared[1:]))


def _either(person: Person, first: Node, second: Node) -> Node:
    """Where one holds and the other does not."""
    stock = person.formulas.stock
    return stock.some([stock.every([first, stock.negated(second)]), stock.every([second, stock.negated(first)])])
