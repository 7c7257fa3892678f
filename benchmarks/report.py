"""How fast the page of a case is made, in this process, once the engine is built.

    python benchmarks/report.py [--repeats 15] [--json]

Of each example: the whole page (aim: under 300 ms), the search for what would change the outcome by itself, and how large the page is. Every
figure is a median. The first page of each is not counted: it makes what later pages of the same knowledge share. docs/performance.md says what
the figures mean.
"""

from __future__ import annotations

import argparse
import json

from run import ROOT, machine, repeated

from soleus import Consultation, KnowledgeBase
from soleus.knowledge.answers import load_answers
from soleus.report.html.page import report_page
from soleus.report.html.rendering import html
from soleus.report.html.said import turns

EXAMPLES = tuple(path.stem for path in sorted((ROOT / "examples").glob("*.yaml")))
MOST_MS = 300


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=15, help="pages of each example (default 15)")
    parser.add_argument("--json", action="store_true", help="print JSON")
    given = parser.parse_args()
    base = KnowledgeBase.bundled()
    figures = [figures_of(base, name, given.repeats) for name in EXAMPLES]
    print(json.dumps({"machine": machine(), "aim_ms": MOST_MS, "figures": figures}, indent=2) if given.json else as_table(figures))


def figures_of(base: KnowledgeBase, name: str, repeats: int) -> dict[str, object]:
    """The figures of one example, times in milliseconds."""
    consultation = Consultation.of(base, load_answers(base, ROOT / "examples" / f"{name}.yaml"))
    size = len(html(report_page(consultation, name)).encode())
    times = sorted(repeated(repeats, lambda: html(report_page(consultation, name))))
    search = sorted(repeated(repeats, lambda: turns(consultation)))
    page = times[len(times) // 2]
    return {
        "example": name,
        "page_ms": round(page, 1),
        "most_ms": round(times[-1], 1),
        "met": page < MOST_MS,
        "search_ms": round(search[len(search) // 2], 1),
        "kilobytes": round(size / 1000),
    }


def as_table(figures: list[dict[str, object]]) -> str:
    lines = [f"{'example':24}  {'page ms':>8}  {'most ms':>8}  {'search ms':>9}  {'kB':>5}  under {MOST_MS} ms"]
    for one in figures:
        times = f"{one['page_ms']:8}  {one['most_ms']:8}  {one['search_ms']:9}  {one['kilobytes']:5}"
        lines.append(f"{one['example']:24}  {times}  {'met' if one['met'] else 'MISSED'}")
    return "\n".join((*lines, "", ", ".join(f"{key} {value}" for key, value in machine().items())))


if __name__ == "__main__":
    main()
