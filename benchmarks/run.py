"""How fast Soleus starts and concludes, against a bare `python -c "import click"` in the same run.

    python benchmarks/run.py [--repeats 11] [--json]

Every figure is a median. The cold ones are whole processes, each kind in turn in every round, so that a slow moment of the machine
hits all of them; the cache of compiled knowledge is warm unless the line says otherwise. docs/performance.md says what the figures mean.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

import sub_base
from first_prompt import until_first_prompt

from soleus import Consultation, KnowledgeBase
from soleus.inference.forward import ForwardEngine
from soleus.inference.program import compile_program
from soleus.knowledge.answers import load_answers

ROOT = Path(__file__).parents[1]
SHEET = ROOT / "examples" / "weak_hips_gradual_ache.yaml"
SOLEUS = [str(Path(sys.executable).parent / "soleus")]
BASELINE = 'python -c "import click"'
MOST_RATIO, MOST_MS = 5, 60


@dataclass(frozen=True)
class Figure:
    """One line: what was measured, the times in milliseconds, the aim in words, and whether it is met (None: there is no aim)."""

    name: str
    times: tuple[float, ...]
    aim: str = ""
    met: bool | None = None

    @property
    def median(self) -> float:
        return median(self.times)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=11, help="rounds of every cold start (default 11)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    figures = [*cold_starts(given.repeats), *engine_figures()]
    print(json.dumps(as_data(figures), indent=2) if given.json else as_table(figures))


def cold_starts(repeats: int) -> list[Figure]:
    """Whole processes, from their start until they end or until the first question waits for its answer."""
    with tempfile.TemporaryDirectory() as warm:
        jobs: dict[str, Callable[[], float]] = {
            BASELINE: lambda: until_end([sys.executable, "-c", "import click"], warm),
            "soleus --version": lambda: until_end([*SOLEUS, "--version"], warm),
            "soleus consult, to the first question": lambda: until_first_prompt([*SOLEUS, "consult"], at_home(warm)),
            "the same, knowledge not compiled yet": lambda: until_prompt_without_cache(repeats),
            "soleus consult --answers FILE --json": lambda: until_end([*SOLEUS, "consult", "--answers", str(SHEET), "--json"], warm),
        }
        for job in jobs.values():
            job()
        rounds = [{name: job() for name, job in jobs.items()} for _ in range(repeats)]
    times = {name: tuple(one[name] for one in rounds) for name in jobs}
    aimed = "soleus consult, to the first question"
    met = median(times[aimed]) <= MOST_RATIO * median(times[BASELINE])
    return [Figure(name, those, *((f"within {MOST_RATIO} times", met) if name == aimed else ())) for name, those in times.items()]


def at_home(folder: str) -> dict[str, str]:
    """The environment with a home of its own, so that no cache and no case of the user is read or written."""
    return {**os.environ, "HOME": folder, "XDG_CACHE_HOME": f"{folder}/cache", "XDG_DATA_HOME": f"{folder}/data", "TERM": "xterm"}


def until_end(command: list[str], home: str) -> float:
    start = time.perf_counter()
    subprocess.run(command, env=at_home(home), check=True, stdout=subprocess.DEVNULL)
    return since(start)


def until_prompt_without_cache(_: int) -> float:
    with tempfile.TemporaryDirectory() as empty:
        return until_first_prompt([*SOLEUS, "consult"], at_home(empty))


def engine_figures() -> list[Figure]:
    """Building an engine and concluding with it, in this process, for about 100 rules and for the whole base."""
    base = KnowledgeBase.bundled()
    figures = []
    for one in (sub_base.first_rules(base, 100), base):
        rules = f"{len(one.rules)} rules"
        answers = {name: value for name, value in load_answers(base, SHEET).items() if name in one.observables}
        program = compile_program(one)
        builds = repeated(5, lambda program=program: ForwardEngine(program))
        consultation = Consultation.of(one, answers)
        concludes = repeated(31, consultation.conclude)
        aim = (f"under {MOST_MS} ms", median(concludes) < MOST_MS) if len(one.rules) <= 100 else ()
        figures += [Figure(f"engine build, {rules}", builds), Figure(f"whole conclusion, {rules}, {len(answers)} answers", concludes, *aim)]
    return figures


def repeated(count: int, do: Callable[[], object]) -> tuple[float, ...]:
    """The times of `count` calls, after one that is not counted."""
    do()
    times = []
    for _ in range(count):
        start = time.perf_counter()
        do()
        times.append(since(start))
    return tuple(times)


def since(start: float) -> float:
    """Milliseconds since `start`."""
    return (time.perf_counter() - start) * 1000


def machine() -> dict[str, object]:
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "system": platform.system(),
        "cpus": os.cpu_count(),
    }


def as_data(figures: list[Figure]) -> dict[str, object]:
    bare = figures[0].median
    lines = [
        {
            "name": one.name,
            "median_ms": round(one.median, 1),
            "least_ms": round(min(one.times), 1),
            "most_ms": round(max(one.times), 1),
            "ratio": round(one.median / bare, 2),
            "repeats": len(one.times),
            "aim": one.aim,
            "met": one.met,
        }
        for one in figures
    ]
    return {"machine": machine(), "baseline": BASELINE, "figures": lines}


def as_table(figures: list[Figure]) -> str:
    bare = figures[0].median
    width = max(len(one.name) for one in figures)
    lines = [f"{'what':{width}}  {'median ms':>9}  {'ratio':>5}  aim"]
    for one in figures:
        aim = f"{one.aim}: {'met' if one.met else 'MISSED'}" if one.aim else ""
        lines.append(f"{one.name:{width}}  {one.median:9.1f}  {one.median / bare:5.2f}  {aim}".rstrip())
    about = ", ".join(f"{key} {value}" for key, value in machine().items())
    return "\n".join((*lines, "", about))


if __name__ == "__main__":
    main()
