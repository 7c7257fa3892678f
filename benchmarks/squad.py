"""How fast the overview of a squad is made: the whole command `soleus squad`, from a screened table to the page.

    python benchmarks/squad.py [--most 1000000] [--rounds 3] [--json]

The rows are those of `screening_rows`, screened with their answers, with a name and one of eight groups each. Every figure is the median of the
rounds. docs/squad.md says what the figures mean.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import tempfile
import time
from pathlib import Path
from statistics import median

import numpy as np
import pyarrow as pa
import pyarrow.parquet as pq
import screening_rows
from run import SOLEUS, machine

from soleus import KnowledgeBase

SIZES = (40, 1_000, 10_000, 100_000, 1_000_000)
MOST_CSV = 100_000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--most", type=int, default=SIZES[-1], help=f"the most rows (default {SIZES[-1]})")
    parser.add_argument("--rounds", type=int, default=3, help="pages of each table (default 3)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    figures = [
        figures_of(rows, ending, given.rounds)
        for rows in SIZES
        for ending in ("csv", "parquet")
        if rows <= given.most and (ending == "parquet" or rows <= MOST_CSV)
    ]
    print(json.dumps({"machine": machine(), "figures": figures}, indent=2) if given.json else as_table(figures))


def figures_of(rows: int, ending: str, rounds: int) -> dict[str, object]:
    """The figures of one table: the median of the command in seconds, its memory at its highest in MB, the page in kB."""
    with tempfile.TemporaryDirectory() as folder:
        source, screened, page = (Path(folder) / name for name in ("in.parquet", f"out.{ending}", "page.html"))
        pq.write_table(named(screening_rows.table(KnowledgeBase.bundled(), rows)), source)
        subprocess.run([*SOLEUS, "screen", source, "-o", screened, "--with-answers"], check=True, capture_output=True)
        made = [command(screened, page) for _ in range(rounds)]
        size = page.stat().st_size
    return {
        "table": ending,
        "rows": rows,
        "seconds": round(median(seconds for seconds, _ in made), 2),
        "memory_mb": round(max(memory for _, memory in made)),
        "page_kb": round(size / 1000),
    }


def named(table: pa.Table) -> pa.Table:
    """The table with a name and a group for each row in front."""
    keys = np.arange(table.num_rows)
    names, groups = pa.array([f"Person {key}" for key in keys]), pa.array([f"Group {key % 8}" for key in keys])
    return table.drop_columns("key").add_column(0, "name", names).add_column(1, "group", groups)


def command(screened: Path, page: Path) -> tuple[float, float]:
    """The seconds that the command takes, and its memory at its highest in MB."""
    start = time.perf_counter()
    process = subprocess.Popen([*SOLEUS, "squad", str(screened), "-o", str(page), "--by", "group"], stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"soleus squad ended with {process.returncode}.")
    return time.perf_counter() - start, used.ru_maxrss / 1024


def as_table(figures: list[dict[str, object]]) -> str:
    lines = [f"{'table':8}  {'rows':>9}  {'seconds':>7}  {'memory MB':>9}  {'page kB':>7}"]
    lines += [f"{one['table']:8}  {one['rows']:9,}  {one['seconds']:7}  {one['memory_mb']:9}  {one['page_kb']:7}" for one in figures]
    return "\n".join((*lines, "", ", ".join(f"{key} {value}" for key, value in machine().items())))


if __name__ == "__main__":
    main()
