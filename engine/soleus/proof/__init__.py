"""Proofs: what holds of every set of answers, open ones included. It needs the extra `proof`: `pip install 'soleus[proof]'`.

The program is translated into formulas over the answers, and a solver (z3) looks for answers that break what should hold. Where it can
find none there are none.
"""

from __future__ import annotations

from importlib.util import find_spec

from soleus.knowledge.problems import SoleusError


class MissingSolverError(SoleusError, ImportError):
    """The solver is not installed."""


if find_spec("z3") is None:
    raise MissingSolverError("Proofs need the package z3-solver, which is not installed. Install it with: pip install 'soleus[proof]'")
