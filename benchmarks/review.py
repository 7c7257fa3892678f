"""How long the case store takes to list, to filter, to count verdicts, to keep, to read, to report and to forget, with many cases in it.

    python benchmarks/review.py [--cases 10000] [--store URL]

The cases are those of `examples/` again and again, half of them with a verdict. The list and a report are timed in a running program, and as whole
commands in a process of their own. The aims are 200 ms for a list and 300 ms for a report, in a running program.
"""

from __future__ import annotations

import argparse
import itertools
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from starlette.testclient import TestClient

from soleus import Consultation, KnowledgeBase
from soleus.consultation.cases import answers_in
from soleus.consultation.journal import Journal, now
from soleus.report.html.kept import version_page
from soleus.report.html.rendering import html
from soleus.review.records import CaseFilter, KeptCase, Verdict, Version
from soleus.review.store import CaseStore
from soleus.web.app import application
from soleus.web.desk import Desk

EXAMPLES = Path(__file__).parents[1] / "examples"
_SHEETS = sorted(EXAMPLES.glob("*.yaml"))
_NARROW = CaseFilter("self_care", "footwear_change", "case", unreviewed=True)


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
    versions = [_version(base, path) for path in _SHEETS]
    store = CaseStore(where)
    started = time.perf_counter()
    store.add(_cases(versions, count))
    seconds = time.perf_counter() - started
    yield f"| what, with {count:,} cases | median, ms | most, ms |\n| --- | ---: | ---: |"
    yield _row("open the store", lambda: CaseStore(where))
    yield _row("a page of 50, the first, and how many there are", lambda: (len(store.lines(most=50)) == 50 and store.count()) or _wrong())
    yield _row("list, in a running program", lambda: len(store.lines()) == count or _wrong())
    yield _row("list, opening the store too", lambda: len(CaseStore(where).lines()) == count or _wrong())
    yield _row("a page of 50, with every filter", lambda: (store.lines(_NARROW, most=50) and store.count(_NARROW)) or _wrong())
    yield _row("a page of 50, the last", lambda: len(store.lines(most=50, skip=count - 50)) == 50 or _wrong())
    yield _row("the causes to choose from", lambda: store.causes() or _wrong())
    yield _row("what was said of every rule", lambda: len(store.tallies()) > 100 or _wrong())
    yield _row("the whole command `soleus cases list`", lambda: _command(where, "cases", "list"), 5)
    yield _row("the whole command `soleus cases list --json`", lambda: _command(where, "cases", "list", "--json"), 5)
    yield _row("the whole command `soleus review stats`", lambda: _command(where, "review", "stats"), 5)
    yield _row("keep one more, safe on disk", lambda: store.keep(Journal(), "one-more", versions[0].asked, versions[0].result), 20)
    yield _row("keep a verdict, safe on disk", lambda: store.judge("case-00007", "triage", _level(versions[7]), "Ben", "agree"), 20)
    yield _row("read one", lambda: store.read("case-00007"))
    names = iter([f"one-more-{number}" for number in range(2, 12)])
    yield _row("forget one, and make the file anew", lambda: store.forget(next(names)), 3)
    yield from _reports(base, store, where)
    yield from _in_the_browser(base, store)
    size = f"; {Path(where).stat().st_size / 1e6:.0f} MB on disk" if Path(where).is_file() else ""
    yield f"\nImported in {seconds:.0f} s{size}."


def _reports(base: KnowledgeBase, store: CaseStore, where: str) -> Iterator[str]:
    """Pages of kept cases, of each example in turn."""
    html(version_page(base, "case-00000", store.read("case-00000").last))  # builds the engine
    names = (f"case-{number:05}" for number in itertools.count(50))
    yield _row("a report of one case", lambda: html(version_page(base, name := next(names), store.read(name).last)), 2 * len(_SHEETS))
    yield _row("the whole command `soleus report`", lambda: _command(where, "report", "case-00007", "-o", "-"), 5)


def _in_the_browser(base: KnowledgeBase, store: CaseStore) -> Iterator[str]:
    """What the server of `soleus review serve` takes to answer, without the way to the browser."""
    with TestClient(application(Desk(base, store, "Ben"), "token"), base_url="http://127.0.0.1/token/") as client:
        fresh = (f"cases/case-{number:05}" for number in itertools.count(100))
        yield _row("the list in the browser, 50 of them", lambda: client.get("").raise_for_status())
        yield _row("the list in the browser, with a filter", lambda: client.get("?triage=same_day&unreviewed=yes").raise_for_status())
        yield _row("a case in the browser, for the first time", lambda: client.get(next(fresh)).raise_for_status(), 20)
        yield _row("a case in the browser, again", lambda: client.get("cases/case-00100").raise_for_status())
        yield _row("the rules and verdicts in the browser", lambda: client.get("stats").raise_for_status())


def _version(base: KnowledgeBase, path: Path) -> Version:
    answers, _ = answers_in(base, str(path))
    time = now()
    return Version(1, time, (), dict.fromkeys(answers, time), Consultation.of(base, answers).conclude().to_dict())


def _cases(versions: list[Version], count: int) -> Iterator[KeptCase]:
    for number in range(count):
        version = versions[number % len(versions)]
        verdict = Verdict(f"{number:032x}", 1, "triage", _level(version), "Anna", version.saved, "agree", "")
        yield KeptCase(f"{number:032x}", f"case-{number:05}", (version,), (verdict,) * (number // 2 % 2))


def _level(version: Version) -> str:
    return str(version.result["triage"]["level"])


def _command(where: str, *words: str) -> None:
    command = [sys.executable, "-c", "from soleus.cli import main; main()", *words]
    subprocess.run(command, env={**os.environ, "SOLEUS_STORE": where}, stdout=subprocess.DEVNULL, check=True)


def _row(what: str, do: Callable[[], object], times: int = 10) -> str:
    found = [_timed(do) for _ in range(times)]
    return f"| {what} | {statistics.median(found):.0f} | {max(found):.0f} |"


def _timed(do: Callable[[], object]) -> float:
    started = time.perf_counter()
    do()
    return 1000 * (time.perf_counter() - started)


def _wrong() -> None:
    raise SystemExit("The list is not whole.")


if __name__ == "__main__":
    main()
