"""The statistics of verdicts: as blocks to read, and as CSV for the person who edits the rules."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from soleus.inference.program import compile_program
from soleus.knowledge.model import KnowledgeBase
from soleus.knowledge.spreadsheets import defused
from soleus.report.blocks import Block, Line
from soleus.report.cases import counted
from soleus.report.render import harmless
from soleus.report.reviewing import remark_blocks, said_by, told
from soleus.review.records import Tally

COLUMNS = ("kind", "id", "title", "said", "agreed", "disagreed", "noted", "remarks")
NO_CASES = "No rule fired yet: there are no cases in this store."
NO_VERDICTS = "Nobody judged anything of this yet: soleus review CASE"


Titles: TypeAlias = Mapping[tuple[str, str], str]
"""What the knowledge calls everything that can be judged, by kind and id."""


def titles_of(base: KnowledgeBase) -> Titles:
    """The titles of a knowledge base, those of the rules that follow from its conditions among them."""
    titles: dict[tuple[str, str], str] = {("triage", level): words.title for level, words in base.about.triage.items()}
    titles |= {("rule", one.id): one.title for one in compile_program(base).rules.values()}
    for kind in ("condition", "cause", "finding", "score", "measure"):
        titles |= {(kind, one.id): one.name for one in getattr(base, f"{kind}s").values()}
    return titles


def none_fits(kind: str | None, *, disagreed: bool) -> str:
    """What is said where the cases have nothing that was asked for."""
    what = "anything" if kind is None else f"a {kind}"
    return f"Nobody disagrees with {what}." if disagreed else f"Nobody judged {what} yet."


def tally_blocks(tallies: Sequence[Tally], titles: Titles, *, every: bool) -> Iterator[Block]:
    """Tallies with their remarks; rules that nobody judged only with `every`, or else as a number."""
    judged = [one for one in tallies if every or is_judged(one)]
    for one in judged:
        title = f" {titles[one.kind, one.subject]}." if (one.kind, one.subject) in titles else ""
        tone = "strong" if one.disagreed else "plain"
        yield Line(f"{one.kind} {one.subject}: {told(one.agreed, one.disagreed, one.noted)}.{title} {_said(one)}.", tone=tone)  # type: ignore[arg-type]
        yield from remark_blocks(one.remarks)
    if not judged:
        yield Line(NO_VERDICTS if tallies else NO_CASES)
    if len(judged) < len(tallies):
        left = len(tallies) - len(judged)
        yield Line(f"{counted(left, 'rule')} fired that nobody judged: --all lists {'it' if left == 1 else 'them'}.", tone="quiet")


def is_judged(tally: Tally) -> bool:
    """Whether a verdict on it counts."""
    return bool(tally.agreed or tally.disagreed or tally.noted)


def _said(tally: Tally) -> str:
    return f"{'Fired' if tally.kind == 'rule' else 'Said'} in {counted(tally.said, 'version')}"


def tally_csv(tallies: Sequence[Tally], titles: Titles) -> str:
    """A line for each tally, with a header; the remarks stand in one cell. A cell that a spreadsheet would run is defused."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in tallies:
        words = (one.kind, one.subject, titles.get((one.kind, one.subject), ""))
        remarks = " | ".join(f"{said.case} {said.version}: {said_by(said.author, said.says, said.time, said.reason)}" for said in one.remarks)
        writer.writerow([*map(_cell, words), one.said, one.agreed, one.disagreed, one.noted, _cell(remarks)])
    return text.getvalue()


def _cell(text: str) -> str:
    return defused(harmless(text))
