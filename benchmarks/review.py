"""How long the case store takes to list, to keep, to read and to forget, with many cases in it.

    python benchmarks/review.py [--cases 10000] [--store URL]

The cases are those of `examples/` again and again, half of them with a verdict. The list is timed in a running program, and as the whole command
`soleus cases list --json` in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from soleus import Consultation, KnowledgeBase
from soleus.consultation.cases import answers_in
from soleus.consultation.journal import Journal, now
from soleus.review.records import KeptCase, Verdict, Version
from soleus.review.store import CaseStore

EXAMPLES = Path(__file__).parents[1] / "examples"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cases", type=int, default=10_000)
    parser.add_argument("--store", metavar="URL", help="an empty store to use (default: a file that is removed)")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        where = given.store or f"{folder}/cases.db"
        print("\n".join(_lines(where, given.cases)))


def _lines(where: str, count: int) -> Iterator[str]:
    base = KnowledgeBase.bundled()
    versions = [_version(base, path) for path in sorted(EXAMPLES.glob("*.yaml"))]
    store = CaseStore(where)
    started = time.perf_counter()
    store.add(_cases(versions, count))
    seconds = time.perf_counter() - started
    yield f"| what, with {count:,} cases | median, ms |\n| --- | ---: |"
    yield _row("list, in a running program", lambda: len(store.lines()) == count or _wrong())
    yield _row("list, opening the store too", lambda: len(CaseStore(where).lines()) == count or _wrong())
    yield _row("the whole command `soleus cases list --json`", lambda: _command(where), 5)
    yield _row("keep one more, safe on disk", lambda: store.keep(Journal(), "one-more", versions[0].asked, versions[0].result), 20)
    yield _row("read one", lambda: store.read("case-00007"))
    names = iter([f"one-more-{number}" for number in range(2, 12)])
    yield _row("forget one", lambda: store.forget(next(names)), 10)
    size = f"; {Path(where).stat().st_size / 1e6:.0f} MB on disk" if Path(where).is_file() else ""
    yield f"\nImported in {seconds:.0f} s{size}."


def _version(base: KnowledgeBase, path: Path) -> Version:
    answers, _ = answers_in(base, str(path))
    time = now()
    return Version(1, time, (), dict.fromkeys(answers, time), Consultation.of(base, answers).conclude().to_dict())


def _cases(versions: list[Version], count: int) -> Iterator[KeptCase]:
    for number in range(count):
        version = versions[number % len(versions)]
        level = version.result["triage"]["level"]
        verdict = Verdict(f"{number:032x}", 1, "triage", level, "Anna", version.saved, "agree", "")
        yield KeptCase(f"{number:032x}", f"case-{number:05}", (version,), (verdict,) * (number % 2))


def _command(where: str) -> None:
    command = [sys.executable, "-c", "from soleus.cli import main; main()", "cases", "list", "--json"]
    subprocess.run(command, env={**os.environ, "SOLEUS_STORE": where}, stdout=subprocess.DEVNULL, check=True)


def _row(what: str, do: Callable[[], object], times: int = 10) -> str:
    return f"| {what} | {statistics.median(_timed(do) for _ in range(times)):.0f} |"


def _timed(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return 1000 * (time.perf_counter() - started)


def _wrong() -> None:
    raise SystemExit("The list is not whole.")


if __name__ == "__main__":
    main()
