"""What many people's answers lead to, from columns, in the form of the forward engine; steps, arguments and answers are left out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from soleus.inference.columnar import BLOCK, engine_for
from soleus.inference.columnar_answers import pack
from soleus.inference.columnar_outcome import Row
from soleus.inference.forward import Inference
from soleus.inference.program import Program
from soleus.inference.weighing import Support
from soleus.knowledge.conditions import Scalar


def inferences(program: Program, sheets: Sequence[Mapping[str, Scalar]]) -> Iterator[Inference]:
    """What follows for each sheet of valid answers, in their order."""
    engine = engine_for(program)
    for start in range(0, len(sheets), BLOCK):
        outcome = engine.infer(pack(program.base, sheets[start : start + BLOCK]))
        yield from (_inference(outcome.row(row)) for row in range(outcome.rows))


def _inference(row: Row) -> Inference:
    return Inference(
        answers={},
        steps=(),
        findings=row.findings,
        denied=row.denied,
        scores=row.scores,
        support={name: Support(name, decibans, row.words[name], ()) for name, decibans in row.support.items()},
        triage=row.triage,
        referred=row.referred,
        withheld=row.withheld,
        advised=row.advised,
    )
