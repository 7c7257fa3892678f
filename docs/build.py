"""Makes what a program can make of the docs: `python docs/build.py (schemas | knowledge | checks | picture | all)`. Made again, no byte changes."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]


def schemas() -> None:
    """The JSON Schemas of knowledge files and of results."""
    from soleus.knowledge.shape import json_schema
    from soleus.report.schema import result_schema

    _write("kb/schema.json", _json(json_schema()))
    _write("docs/result.schema.json", _json(result_schema()))


def knowledge() -> None:
    """The pages of the knowledge, and an example of each rule."""
    from knowledge_pages import built, outdated

    from soleus import KnowledgeBase

    files = built(KnowledgeBase.load(ROOT / "kb"))
    for path in outdated(files):
        path.unlink()
    for name, text in files.items():
        _write(name, text)


def checks() -> None:
    """The list of the checks of a knowledge base."""
    from check_pages import listed

    _write("docs/checks/README.md", listed())


def picture() -> None:
    """The picture of a consultation that opens the README."""
    from picture import consultation_svg

    _write("docs/consultation.svg", consultation_svg())


def _json(data: dict[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _write(name: str, text: str) -> None:
    (ROOT / name).parent.mkdir(parents=True, exist_ok=True)
    (ROOT / name).write_text(text, encoding="utf-8", newline="\n")
    print(f"wrote {name}")


JOBS = {"schemas": schemas, "knowledge": knowledge, "checks": checks, "picture": picture}


def main(words: list[str]) -> int:
    if len(words) != 1 or words[0] not in (*JOBS, "all"):
        print(__doc__, file=sys.stderr)
        return 2
    for name, job in JOBS.items():
        if words[0] in (name, "all"):
            job()
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
