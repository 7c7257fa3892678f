"""What the search for a goal needs of the knowledge, whoever the person is: made once for each goal, and kept."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from soleus.explanation.alternatives import answer_tests, conditions_to_skip, with_what_skips
from soleus.explanation.goals import GOAL, Goal, goal_program
from soleus.inference.columnar import ColumnarEngine
from soleus.inference.columnar_bounds import Bounds
from soleus.inference.columnar_expressions import Leaf, Node
from soleus.inference.program import Program


class Stage:
    """A goal's program on columns, and the questions that have to do with it. Any number of threads may use one at the same time.

    `questions` are the observables that the program reads and those on which it depends whether they are asked, in order of the interview.
    `tests` are the tests of each in rules and in conditions to skip, `skips` these conditions, `leaves` the nodes that test each.
    """

    def __init__(self, program: Program, goal: Goal) -> None:
        small = goal_program(program, goal)
        self.base, self.skips = program.base, conditions_to_skip(program.base)
        self.engine = ColumnarEngine(small)
        self.bounds = Bounds(self.engine)
        self.goal: Node = self.engine.columns.fired[GOAL]
        conditions = [rule.when for rule in small.rules.values()]
        self.tests = answer_tests((*conditions, *(skip for several in self.skips.values() for skip in several)))
        asked = set(with_what_skips(answer_tests(conditions), self.skips))
        self.questions = tuple(name for name in self.base.observables if name in asked)
        self.leaves = self._leaves()

    def _leaves(self) -> dict[str, list[Node]]:
        found: dict[str, list[Node]] = defaultdict(list)
        for node, one in enumerate(self.engine.columns.expressions):
            if isinstance(one, Leaf) and (name := getattr(one.what, "observable", None)):
                found[name].append(node)
        return dict(found)


@lru_cache(maxsize=8)
def stage_for(program: Program, goal: Goal) -> Stage:
    """The stage of a goal; made once while it is in use."""
    return Stage(program, goal)
