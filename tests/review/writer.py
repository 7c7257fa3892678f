"""Writes to a case store at random until it is killed: `python -m tests.review.writer STORE SEED COUNT`.

Before each write it prints what it will write, and after it `done`. The test that kills it holds the store to that.
"""

from __future__ import annotations

import json
import random
import sys
from pathlib import Path

from soleus import Consultation
from soleus.consultation.journal import Journal
from soleus.knowledge.loading import check
from soleus.review.store import CaseStore

SHOULDER = Path(__file__).parents[1] / "cli" / "shoulder"
CASES = 8


def main(where: str, seed: int, count: int) -> None:
    base = check(SHOULDER).base
    assert base is not None
    results = [Consultation.of(base, {"worst": worst}).conclude().to_dict() for worst in range(11)]
    store, chance = CaseStore(where), random.Random(seed)
    journals: dict[str, Journal] = {}
    for number in range(count):
        name = f"case-{seed}-{chance.randrange(CASES)}"
        do = chance.choices(("keep", "judge", "forget"), (12, 6, 2))[0] if name in journals else "keep"
        worst = number % 11
        print(json.dumps([do, name, worst, number]), flush=True)
        if do == "keep":
            journals[name] = journals.get(name, Journal()).noted({"worst": worst})
            store.keep(journals[name], name, ("worst",), results[worst])
        elif do == "judge":
            level = store.read(name).last.result["triage"]["level"]
            store.judge(name, "triage", level, "Anna", "note", f"note {number}")
        else:
            store.forget(name)
            del journals[name]
        print("done", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
