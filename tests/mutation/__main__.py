"""Mutation testing of the knowledge: `python -m tests.mutation [--rule ID] [--suggest] [--json]`. Exit code 1 below the bars.

Each mutant is one rule with one mistake in it. Every scenario of `features/`, every typical picture and every published case is tried against
it; a mutant that passes them all is a survivor, listed with the file and line of its rule. docs/maintaining.md tells what to do with one.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from soleus.knowledge.files import read_files
from soleus.knowledge.model import KnowledgeBase

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests"))  # the tests are no package of their own

from mutation.mutants import Mutant, mutants, place_of  # noqa: E402
from mutation.score import BAR, GUARDS_BAR, Score, score  # noqa: E402

KB = ROOT / "kb"
PROVED_EQUIVALENT = "no answers: it is proved to behave like the knowledge, and may go into equivalent.yaml with its reason"


def main(words: list[str]) -> int:
    options = _parser().parse_args(words)
    base = KnowledgeBase.load(KB)
    if options.rule and options.rule not in {mutant.rule.id for mutant in mutants(base)}:
        print(f"There is no rule '{options.rule}' (soleus kb rules lists them).", file=sys.stderr)
        return 2
    found = score(base, options.rule)
    written = {name: content.decode("utf-8") for name, content in read_files(KB).items()}
    places = {mutant.rule.id: place_of(base, mutant.rule, written) for mutant in found.survivors}
    answers = _suggested(base, found) if options.suggest else {}
    if options.json:
        print(json.dumps(_data(found, places, answers), ensure_ascii=False, indent=2))
    else:
        print("\n".join(_lines(found, places, answers)))
    return 0 if found.is_good else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.mutation", description="Mutation testing of the knowledge in kb/.")
    parser.add_argument("--rule", default="", metavar="ID", help="only the mutants of this rule")
    parser.add_argument("--suggest", action="store_true", help="for each survivor the fewest answers for which its rule does something else")
    parser.add_argument("--json", action="store_true", help="print JSON")
    return parser


def _suggested(base: KnowledgeBase, found: Score) -> dict[str, str]:
    """For each survivor, by id, the fewest answers for which its rule does something else, as a feature writes them."""
    from mutation.equivalence import told_apart

    return {mutant.id: PROVED_EQUIVALENT if sheet is None else flow(sheet) for mutant, sheet in told_apart(base, found.survivors)}


def flow(sheet: Mapping[str, object]) -> str:
    """Answers as a scenario writes them in one line: `age: 40, leg_swollen: yes`."""
    plain = {name: {True: "yes", False: "no"}[value] if isinstance(value, bool) else value for name, value in sheet.items()}
    return ", ".join(f"{name}: {value}" for name, value in plain.items()) or "nobody answered anything"


def _lines(found: Score, places: dict[str, str], answers: Mapping[str, str]) -> Iterator[str]:
    """The survivors, file by file, each with its answers if there are any, then the score."""
    for mutant in sorted(found.survivors, key=lambda one: (places[one.rule.id].rpartition(":")[0], one.rule.place.line, one.id)):
        guards = "precaution or red flag, " if mutant.guards else ""
        yield f"kb/{places[mutant.rule.id]}: {mutant.rule.id}: {mutant.what} ({guards}{mutant.kind})"
        if mutant.id in answers:
            yield f"    {answers[mutant.id]}"
    for name in found.wrongly_excluded:
        yield f"tests/mutation/equivalent.yaml: not an equivalent mutant, or none at all: {name}"
    alive, dead = Counter(one.kind for one in found.survivors), Counter(one.kind for one in found.killed)
    for kind in sorted(alive | dead):
        yield f"{kind}: {dead[kind]} of {dead[kind] + alive[kind]} killed"
    yield f"all: {len(found.killed)} of {len(found.killed) + len(found.survivors)} killed, {found.share:.1%} (needed {BAR:.0%})"
    guards = [sum(one.guards for one in some) for some in (found.killed, found.survivors)]
    yield f"precautions and red flags: {guards[0]} of {sum(guards)} killed, {found.guards_share:.1%} (needed {GUARDS_BAR:.0%})"
    yield f"left out as equivalent: {len(found.excluded)}"


def _data(found: Score, places: Mapping[str, str], answers: Mapping[str, str]) -> dict[str, object]:
    counts = {"killed": len(found.killed), "excluded": len(found.excluded), "wrongly_excluded": list(found.wrongly_excluded)}
    survivors = [_survivor(one, places[one.rule.id], answers.get(one.id)) for one in found.survivors]
    return {"score": found.share, "guards_score": found.guards_share, **counts, "survivors": survivors}


def _survivor(one: Mutant, place: str, answers: str | None) -> dict[str, object]:
    data = {"place": f"kb/{place}", "rule": one.rule.id, "kind": one.kind, "what": one.what, "guards": one.guards}
    return data if answers is None else data | {"answers": answers}


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
