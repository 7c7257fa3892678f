"""Who asks a person to try something says how to try it, what counts, and when to stop.

Only wordings that cannot mean anything else are looked for: "how many ... can you", "how well can you", "what happens when you",
"in the ... test", "with a tape". A question about what somebody remembers is let alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from soleus.knowledge.checks.check import Beside, Check
from soleus.knowledge.items import Fault
from soleus.knowledge.model import KnowledgeBase

_TRIES = re.compile(
    r"\bhow (?:many|well|steadily|high|long)\b[^.?]*\bcan you (?!remember|recall|say|tell|name)"
    r"|\bwhat happens (?:when|if) you\b"
    r"|\bin the [\w-]+(?: [\w-]+)? test\b"
    r"|\b(?:with|by) (?:a|the) (?:tape|ruler|stopwatch|watch|scale)\b",
    re.IGNORECASE,
)


def find(base: KnowledgeBase, _: Beside) -> Iterator[Fault]:
    for one in base.observables.values():
        if one.kind != "yes_no" and one.self_test is None and _TRIES.search(one.ask):
            what = f"The observable '{one.id}' asks to try something, but has no self-test."
            hint = "Say under 'self_test' how to do it, what counts, and when to stop."
            yield Fault(f"observable:{one.id}", what, hint, word="ask")


CHECK = Check("missing-self-test", "unfinished", "A question that asks to try something says how", find)
