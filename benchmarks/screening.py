"""How fast many runners are screened, against CLIPS, against experta, and against the limit: reading and writing the same columns with Polars.

    python benchmarks/screening.py [--rows 200000] [--most 1000000] [--rounds 3] [--json]

All on the same knowledge and the same rows, in one run. Every figure is the median of the rounds, in which each measurement takes its turn, so
that a slow moment of the machine hits all of them. `--most 10000000` shows the memory that ten million rows take; it needs about 3 GB of disk.
docs/screening.md says what the figures mean.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import Any

import polars as pl
import screening_rows

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from oracle import Oracle  # noqa: E402 - the oracle of the tests is CLIPS through clipspy
from soleus import KnowledgeBase  # noqa: E402
from soleus.inference.columnar import BLOCK, ColumnarEngine  # noqa: E402
from soleus.inference.columnar_answers import vary  # noqa: E402
from soleus.inference.forward import ForwardEngine  # noqa: E402
from soleus.inference.program import compile_program  # noqa: E402
from soleus.knowledge import conditions as c  # noqa: E402
from soleus.knowledge.model import Argue, Rule  # noqa: E402
from soleus.screening.columns import read_answers  # noqa: E402

SOLEUS = [str(Path(sys.executable).parent / "soleus")]
FEW = 40
"""The rows that row engines get: they take tens of milliseconds for each."""
WHAT_IF = 200


@dataclass(frozen=True)
class Aim:
    """What the issue asks for, and whether it is met."""

    what: str
    figure: str
    met: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=200_000, help="rows of the comparison (default 200,000)")
    parser.add_argument("--most", type=int, default=1_000_000, help="the most rows of the growth (default 1,000,000)")
    parser.add_argument("--rounds", type=int, default=3, help="rounds of every measurement (default 3)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    data = measured(given.rows, given.most, given.rounds)
    print(json.dumps(data, indent=2) if given.json else as_text(data))


def measured(rows: int, most: int, rounds: int) -> dict[str, Any]:
    base = KnowledgeBase.bundled()
    with tempfile.TemporaryDirectory() as folder:
        compared = comparison(base, rows, rounds, Path(folder))
        return {
            "machine": machine(),
            "knowledge": {"rules": len(base.rules), "questions": len(base.observables), "fingerprint": base.fingerprint[:12]},
            "rows": rows,
            **compared,
            "aims": [dataclasses.asdict(aim) for aim in aims(compared)],
            "by_rows": by_rows(base, most, Path(folder)),
            "by_rules": by_rules(base, min(rows, 100_000), rounds),
        }


# Side by side


def comparison(base: KnowledgeBase, rows: int, rounds: int, folder: Path) -> dict[str, Any]:
    """Seconds for a row on each engine, and for the files."""
    table = screening_rows.table(base, rows).combine_chunks()
    sheets = list(screening_rows.sheets(table.slice(0, FEW)))
    program = compile_program(base)
    forward, oracle, columnar = ForwardEngine(program), Oracle(base), ColumnarEngine(program)
    source, target = folder / "in.parquet", folder / "out.parquet"
    screening_rows.write(base, rows, source)
    screen(source, target)
    written = pl.read_parquet(target)
    changes = [{name: None} for name in list(base.observables) * 2][:WHAT_IF]
    jobs: dict[str, Callable[[], float]] = {
        "experta": lambda: timed(lambda: [forward.infer(sheet) for sheet in sheets]) / len(sheets),
        "CLIPS": lambda: timed(lambda: [oracle.judge(sheet) for sheet in sheets]) / len(sheets),
        "columnar": lambda: timed(lambda: infer_all(base, columnar, table)) / rows,
        "soleus screen": lambda: screen(source, target)[0] / rows,
        "Polars, read": lambda: timed(lambda: pl.read_parquet(source)) / rows,
        "Polars, write": lambda: timed(lambda: written.write_parquet(folder / "again.parquet")) / rows,
        "what-if": lambda: min(timed(lambda: columnar.infer(vary(base, sheets[0], changes))) for _ in range(20)),
    }
    times = []
    for number in range(1, rounds + 1):
        print(f"round {number} of {rounds} ...", file=sys.stderr, flush=True)
        times.append({name: job() for name, job in jobs.items()})
    return {"seconds": {name: median(one[name] for one in times) for name in jobs}, "what_if_least": min(one["what-if"] for one in times)}


def infer_all(base: KnowledgeBase, engine: ColumnarEngine, table: Any) -> None:
    """A table in memory, block by block: reading its columns and concluding."""
    for batch in table.to_batches(max_chunksize=BLOCK):
        columns = dict(zip(batch.schema.names, batch.columns, strict=True))
        columns.pop("key")
        engine.infer(read_answers(base, columns, batch.num_rows).block)


def screen(source: Path, target: Path) -> tuple[float, int]:
    """The whole command, from its start to its end, in seconds; and the most memory that it took, in bytes."""
    command = [sys.executable, "-c", _MEASURE, *SOLEUS, "screen", str(source), "-o", str(target)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    seconds, memory = done.stdout.split()
    return float(seconds), int(memory) * (1 if sys.platform == "darwin" else 1024)


_MEASURE = """
import resource, subprocess, sys, time
start = time.perf_counter()
subprocess.run(sys.argv[1:], check=True, stderr=subprocess.DEVNULL)
print(time.perf_counter() - start, resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
"""A small process in between: a child's memory counts from what its parent had, and this one has a lot."""


def timed(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start


def aims(compared: dict[str, Any]) -> Iterable[Aim]:
    seconds = compared["seconds"]
    clips, experta = seconds["CLIPS"] / seconds["columnar"], seconds["experta"] / seconds["columnar"]
    limit = seconds["soleus screen"] / (seconds["Polars, read"] + seconds["Polars, write"])
    yield Aim("columnar, at least 100 times CLIPS", f"{clips:,.0f} times", clips >= 100)
    yield Aim("columnar, at least 2,000 times experta", f"{experta:,.0f} times", experta >= 2_000)
    yield Aim("soleus screen, at most 8 times reading and writing", f"{limit:.1f} times", limit <= 8)
    least = compared["what_if_least"]
    said = f"{seconds['what-if'] * 1000:.1f} ms, at best {least * 1000:.1f} ms"
    yield Aim(f"{WHAT_IF} what-if rows in under 5 ms", said, least < 0.005)


# Growth


def by_rows(base: KnowledgeBase, most: int, folder: Path) -> list[dict[str, Any]]:
    """Seconds and memory of the whole command for 1,000 rows, ten times as many, and so on."""
    source, target = folder / "growing.parquet", folder / "grown.parquet"
    found = []
    rows = 1_000
    while rows <= most:
        print(f"{rows:,} rows ...", file=sys.stderr, flush=True)
        screening_rows.write(base, rows, source)
        seconds, memory = screen(source, target)
        found.append({"rows": rows, "seconds": seconds, "rows_a_second": rows / seconds, "memory_mb": memory / 1e6})
        rows *= 10
    return found


def by_rules(base: KnowledgeBase, rows: int, rounds: int) -> list[dict[str, Any]]:
    """Seconds of the columnar engine with the rules once, twice and four times."""
    table = screening_rows.table(base, rows).combine_chunks()
    found = []
    for times in (1, 2, 4):
        print(f"rules, {times} times ...", file=sys.stderr, flush=True)
        larger = multiplied(base, times)
        engine = ColumnarEngine(compile_program(larger))
        seconds = median(timed(lambda engine=engine: infer_all(base, engine, table)) for _ in range(rounds))  # type: ignore[misc]
        found.append({"times": times, "rules": len(larger.rules), "seconds": seconds, "rows_a_second": rows / seconds})
    return found


def multiplied(base: KnowledgeBase, times: int) -> KnowledgeBase:
    """The knowledge with copies of its rules, of which each asks other yes-or-no questions and argues on evidence of its own."""
    rules = dict(base.rules)
    yes_no = [one.id for one in base.observables.values() if one.kind == "yes_no"]
    for copy in range(1, times):
        other = {name: yes_no[(place + 7 * copy) % len(yes_no)] for place, name in enumerate(yes_no)}
        rules |= {f"{rule.id}-{copy}": copied(rule, copy, other) for rule in base.rules.values()}
    return dataclasses.replace(base, rules=rules, fingerprint=f"{base.fingerprint}-{times}")


def copied(rule: Rule, copy: int, other: dict[str, str]) -> Rule:
    then = tuple(dataclasses.replace(one, evidence=f"{one.evidence}-{copy}") if isinstance(one, Argue) else one for one in rule.then)
    return dataclasses.replace(rule, id=f"{rule.id}-{copy}", when=asking(rule.when, other), then=then)


def asking(condition: c.Condition, other: dict[str, str]) -> c.Condition:
    """A condition that asks other questions."""
    if isinstance(condition, c.GROUPS):
        return dataclasses.replace(condition, parts=tuple(asking(part, other) for part in condition.parts))
    if isinstance(condition, c.OneOf | c.Answered) and condition.observable in other:
        return dataclasses.replace(condition, observable=other[condition.observable])
    return condition


# Rendering


def machine() -> dict[str, object]:
    return {
        "date": datetime.now(UTC).date().isoformat(),
        "python": platform.python_version(),
        "polars": pl.__version__,
        "system": platform.system(),
        "cpus": os.cpu_count(),
        "load": round(os.getloadavg()[0], 1),
    }


def as_text(data: dict[str, Any]) -> str:
    seconds = data["seconds"]
    lines = [
        f"{data['knowledge']['rules']} rules, {data['rows']:,} rows (row engines: {FEW})",
        "",
        f"{'what':16} {'µs a row':>12} {'rows a second':>15}",
    ]
    for name, value in seconds.items():
        if name != "what-if":
            lines.append(f"{name:16} {value * 1e6:12,.2f} {1 / value:15,.0f}")
    lines += ["", *(f"{aim['what']}: {aim['figure']} {'(met)' if aim['met'] else '(MISSED)'}" for aim in data["aims"])]
    lines += ["", f"{'rows':>12} {'seconds':>9} {'rows a second':>15} {'memory, MB':>11}   soleus screen, Parquet to Parquet"]
    lines += [f"{one['rows']:12,} {one['seconds']:9.2f} {one['rows_a_second']:15,.0f} {one['memory_mb']:11,.0f}" for one in data["by_rows"]]
    lines += ["", f"{'rules':>12} {'seconds':>9} {'rows a second':>15}   columnar"]
    lines += [f"{one['rules']:12,} {one['seconds']:9.2f} {one['rows_a_second']:15,.0f}" for one in data["by_rules"]]
    return "\n".join([*lines, "", ", ".join(f"{key} {value}" for key, value in data["machine"].items())])


if __name__ == "__main__":
    main()
