"""The list of the checks of a knowledge base, out of the checks themselves: what `docs/checks/README.md` holds."""

from __future__ import annotations

from collections.abc import Iterable

from soleus.knowledge.checks import FAULTS, GAPS, Check

_HEAD = """\
# The checks of a knowledge base

`soleus kb check` runs them all on a folder, and says of each thing that it finds where it stands, what is wrong and how to mend it.
`soleus kb check --list` lists them, `--only` and `--skip` choose among them, `--json` is for programs. None of them guesses: a check that misses a
case beats one that cries wolf.

Each page has the same headings: what the check **avoids**, what it **prefers**, and **why**. The tests run the examples, laid on the small base in
`tests/broken_knowledge/base/`. In their comments, `# <- here` marks the line to which the message points, and `# instead:` names the items of that
base for which an example stands.
"""


def listed() -> str:
    """The text of the list."""
    faults = _table("Faults", "What these find keeps a knowledge base from being used.", FAULTS)
    gaps = _table("Gaps", "A knowledge base in which these find something works, but should be mended.", GAPS)
    return "\n".join((_HEAD, faults, gaps))


def _table(title: str, lead: str, checks: Iterable[Check]) -> str:
    rows = [f"| [{check.id}]({check.id}.md) | {check.category} | {check.title} |" for check in checks]
    return "\n".join((f"## {title}", "", lead, "", "| check | category | what is right |", "| --- | --- | --- |", *rows, ""))
