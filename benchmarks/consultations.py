"""How long a consultation is, and what it costs to stop early: python benchmarks/consultations.py [--people 2000] [--json]

Everybody is asked twice: as a consultation asks, until it stops by itself, and everything. The two outcomes are compared. The people are the cases of
tests/cases, with every yes_no that the source is silent about answered "not sure", and made-up people who know everything about themselves.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from soleus import Consultation, KnowledgeBase
from soleus.consultation.questions import Question
from soleus.evaluation.cases import load_cases
from soleus.evaluation.simulation import made_up
from soleus.inference.columnar import engine_for
from soleus.inference.columnar_answers import pack
from soleus.inference.columnar_outcome import Row
from soleus.inference.columnar_ranking import in_order
from soleus.inference.program import compile_program
from soleus.knowledge.conditions import Scalar

CASES = Path(__file__).parents[1] / "tests" / "cases"


@dataclass(frozen=True, slots=True)
class Talk:
    """One consultation: how many questions (screens) it asked and how many there are, why it stopped, how long each choice took in seconds, and
    whether its outcome is that of the whole sheet."""

    asked: int
    all: int
    reason: str
    seconds: tuple[float, ...]
    triage: bool
    first: bool
    three: bool
    causes: bool
    plan: bool


def talk(answers: Mapping[str, Scalar]) -> Talk:
    """Hold one consultation with somebody who has these answers."""
    base = KnowledgeBase.bundled()
    short, seconds = _asked(Consultation(base), answers)
    whole, _ = _asked(Consultation(base).ask_everything(), answers)
    stop = short.stop
    ended, right = (_outcome(base, one.answers) for one in (short, whole))
    return Talk(len(short.asked), len(whole.asked), stop.reason if stop else "", tuple(seconds), *(ended[part] == right[part] for part in ended))


def _asked(consultation: Consultation, answers: Mapping[str, Scalar]) -> tuple[Consultation, list[float]]:
    seconds = []
    while True:
        start = time.perf_counter()
        question = consultation.next_question()
        seconds.append(time.perf_counter() - start)
        if question is None:
            return consultation, seconds
        consultation = consultation.answer(question.id, _reply(question, answers))


def _reply(question: Question, answers: Mapping[str, Scalar]) -> Any:
    given = {name: answers.get(name) for name in question.observables}
    return given if question.kind == "checklist" else given[question.id]


def _outcome(base: KnowledgeBase, answers: Mapping[str, Scalar]) -> dict[str, object]:
    row = engine_for(compile_program(base)).infer(pack(base, [answers])).row(0)
    best = _best(base, row)
    likely = frozenset(name for name in base.causes if row.words.get(name) in ("likely", "very_likely"))
    plan = frozenset(row.advised) - frozenset(row.withheld)
    return {"triage": row.triage, "first": best[:1], "three": frozenset(best), "causes": likely, "plan": plan}


def _best(base: KnowledgeBase, row: Row) -> tuple[str, ...]:
    ties = in_order(base, tuple(base.conditions))
    return tuple(sorted((name for name in row.support if name in base.conditions), key=lambda name: (-row.support[name], ties.index(name)))[:3])


def measured(people: Iterable[Mapping[str, Scalar]]) -> list[Talk]:
    """A talk with each of them, on two processes."""
    with ProcessPoolExecutor(2) as pool:
        return list(pool.map(talk, people, chunksize=10))


def figures(talks: Sequence[Talk]) -> dict[str, Any]:
    """What is reported of some talks. Counts are screens; shares are percent."""
    asked, every = [one.asked for one in talks], [one.all for one in talks]
    agreed = {name: _percent([getattr(one, name) for one in talks]) for name in ("triage", "first", "three", "causes", "plan")}
    apart = [one for one in talks if one.reason != "emergency"]
    choices = sorted(1000 * second for one in talks for second in one.seconds)
    return {
        "people": len(talks),
        "asked": {"median": statistics.median(asked), "p90": _at(sorted(asked), 0.9), "most": max(asked)},
        "all": {"median": statistics.median(every), "p90": _at(sorted(every), 0.9)},
        "same as the whole sheet, %": agreed,
        "first, without emergencies, %": _percent([one.first for one in apart]),
        "stopped": dict(sorted(Counter(one.reason for one in talks).items())),
        "next question, ms": {"median": round(statistics.median(choices), 1), "p95": round(_at(choices, 0.95), 1)},
    }


def _percent(truths: Sequence[bool]) -> float:
    return round(100 * sum(truths) / len(truths), 2) if truths else 0.0


def _at(ordered: Sequence[float], share: float) -> float:
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def main() -> None:
    """Measure and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--people", type=int, default=2000, help="how many people to make up")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    base = KnowledgeBase.bundled()
    groups = {
        "cases": [case.answers for case in load_cases(base, CASES)],
        "made up": [one.answers for one in made_up(compile_program(base), given.people, given.seed)],
    }
    found = {name: figures(measured(people)) for name, people in groups.items()}
    print(json.dumps(found, indent=2) if given.json else "\n".join(_lines(found)))


def _lines(found: Mapping[str, Mapping[str, Any]]) -> Iterable[str]:
    for group, parts in found.items():
        yield f"{group}:"
        yield from (
            f"  {name}: {value if not isinstance(value, dict) else ', '.join(f'{key} {one}' for key, one in value.items())}"
            for name, value in parts.items()
        )


if __name__ == "__main__":
    main()
