"""The pages of `docs/knowledge/`: every rule, condition, cause and measure under the headings of `soleus kb show`, a page for each knowledge file."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from rule_examples import examples

from soleus import KnowledgeBase
from soleus.cli.items import find_item, item_blocks
from soleus.knowledge.examples import Example
from soleus.knowledge.model import Rule
from soleus.knowledge.properties import Property
from soleus.report.blocks import Block, Heading, Line

ROOT = Path(__file__).parents[1]
KB = ROOT / "kb"
PAGES = PurePosixPath("docs/knowledge")
SHOWN = ("condition", "cause", "finding", "score", "measure", "rule", "property")
"""The kinds of item that have a place on a page."""
LISTED = {"condition": "Conditions: what it may be", "cause": "Causes: why it may have come", "measure": "Measures: what to do"}
"""The kinds that the index lists by name."""
FOLDERS = {
    "red_flags": "Red flags: how soon to be seen",
    "conditions": "Conditions: what it may be",
    "causes": "Causes: why it may have come",
    "advice": "Advice: which measure for whom",
    "measures": "Measures: how each is done",
    "": "Precautions, safety findings and safety properties",
}

_ITEM = re.compile(r"^- (\w+): (\S+)$", re.MULTILINE)
_HEAD = re.compile(r"\A# yaml-language-server.*\n((?:#.*\n)*)")
_BUILT = "<!-- Built from kb/ and features/ by `python docs/build.py knowledge`: edit those, not this. -->"


@dataclass(frozen=True)
class Topic:
    """A knowledge file with items that are shown: its name, what it holds, and its items as (kind, id) in order."""

    file: PurePosixPath
    about: str
    items: tuple[tuple[str, str], ...]

    @property
    def page(self) -> PurePosixPath:
        return PAGES / self.file.with_suffix(".md")

    @property
    def title(self) -> str:
        return self.file.stem.replace("_", " ").capitalize()

    def count(self, kind: str) -> int:
        return sum(one == kind for one, _ in self.items)


def built(base: KnowledgeBase) -> dict[str, str]:
    """Every file that is built of the knowledge, by its path below the root."""
    found = examples(base)
    maker = _Pages(base, {rule: Example(**one) for rule, one in found.items()})
    texts = {topic.page: maker.topic(topic) for topic in maker.topics}
    texts |= {PAGES / "README.md": maker.index(), PAGES / "sources.md": maker.sources(), PAGES / "claims.md": maker.claims()}
    texts[PurePosixPath("kb/examples.json")] = "{\n" + ",\n".join(f"{json.dumps(rule)}: {json.dumps(one)}" for rule, one in found.items()) + "\n}\n"
    return {str(path): text for path, text in texts.items()}


def outdated(files: Iterable[str]) -> list[Path]:
    """The pages on disk that are no longer built."""
    kept = {ROOT / name for name in files}
    return [path for path in sorted((ROOT / PAGES).rglob("*.md")) if path not in kept]


def _topic(path: Path) -> Topic:
    text = path.read_text("utf-8")
    head = _HEAD.match(text)
    about = " ".join(line.lstrip("# ") for line in head[1].splitlines()) if head else ""
    return Topic(PurePosixPath(path.relative_to(KB).as_posix()), about, tuple((kind, name) for kind, name in _ITEM.findall(text) if kind in SHOWN))


class _Pages:
    """Writes pages that link to each other."""

    def __init__(self, base: KnowledgeBase, found: dict[str, Example]) -> None:
        self.base, self.examples = base, found
        self.topics = [topic for path in sorted(KB.rglob("*.yaml")) if (topic := _topic(path)).items]
        self.homes = {name: topic.page for topic in self.topics for _, name in topic.items}

    def link(self, here: PurePosixPath, name: str, text: str = "") -> str:
        """A link to an item, from a page; only its name where the item has no page."""
        if name in self.homes:
            return f"[{text or name}]({_way(here, self.homes[name])}#{name})"
        return f"[{text or name}]({_way(here, PAGES / 'sources.md')}#{name})" if name in self.base.sources else text or name

    def topic(self, topic: Topic) -> str:
        home = f"[All topics]({_way(topic.page, PAGES / 'README.md')}) · [{_at(topic.file)}]({_way(topic.page, PurePosixPath('kb') / topic.file)})"
        parts = [f"# {topic.title}", _BUILT, home, _plain(topic.about)]
        return _joined([*parts, *(part for kind, name in topic.items for part in self.item(topic.page, kind, name))])

    def item(self, here: PurePosixPath, kind: str, name: str) -> Iterator[str]:
        """An item: its heading, then its parts as `soleus kb show` says them."""
        item = find_item(self.base, f"{kind}:{name}")[1]
        yield f'<a id="{name}"></a>\n\n## {_plain(item.title if kind in ("rule", "property") else item.name)}\n\n{kind.capitalize()} `{name}`'
        blocks = item_blocks(self.base, kind, item, self.examples.get(name))
        for title, lines in _parts(blocks):
            said = [*self.lines(here, item, title, lines)]
            yield f"**{title}.** {said[0]}" if len(said) == 1 and not said[0].startswith("- ") else "\n".join([f"**{title}.**", "", *said])

    def lines(self, here: PurePosixPath, item: Any, title: str, lines: list[Line]) -> Iterator[str]:
        if title.startswith("Sources"):
            yield from (f"- {self.source(here, name)}" for name in item.sources)
        elif title == "Where it stands" and isinstance(item, Rule | Property):
            among = lines[0].text.partition(", ")[2]
            yield f"[{_at(item.place.file)}]({_way(here, PurePosixPath('kb') / item.place.file)}), {among}."
        elif any(line.bullet for line in lines):
            yield from (f"{'  ' * (line.indent - 1)}- {self.linked(here, line.text)}" for line in lines)
        else:
            yield " ".join(_plain(line.text if line.text.endswith((".", "!", "?")) else f"{line.text}.") for line in lines)

    def linked(self, here: PurePosixPath, text: str) -> str:
        """A line that may begin with the id of an item: then the rest of it links there."""
        name, colon, rest = text.partition(": ")
        return self.link(here, name, _plain(rest)) if colon and name in self.homes else _plain(text)

    def source(self, here: PurePosixPath, name: str) -> str:
        source = self.base.sources[name]
        return f"{self.link(here, name)}: {source.read}{f' ({_plain(source.where)})' if source.where else ''}"

    def index(self) -> str:
        here = PAGES / "README.md"
        parts = ["# What Soleus believes", _BUILT, self.introduction(here)]
        for folder, title in FOLDERS.items():
            topics = [topic for topic in self.topics if str(topic.file.parent) == (folder or ".")]
            rows = [f"| [{topic.title}]({_way(here, topic.page)}) | {_plain(topic.about)} | {topic.count('rule') or ''} |" for topic in topics]
            parts.append("\n".join([f"## {title}\n", "| topic | what it holds | rules |", "| --- | --- | --- |", *rows]))
        for kind, title in LISTED.items():
            named = sorted(
                (find_item(self.base, f"{kind}:{name}")[1] for topic in self.topics for one, name in topic.items if one == kind), key=_by_name
            )
            parts.append(f"## {title}, by name\n\n" + "\n".join(f"- {self.link(here, one.id, _plain(one.name))}" for one in named))
        return _joined(parts)

    def introduction(self, here: PurePosixPath) -> str:
        base = self.base
        return (
            f"Version {base.about.version}: {len(base.rules)} rules, {len(base.conditions)} conditions, {len(base.causes)} causes, "
            f"{len(base.measures)} measures, {len(base.sources)} sources. No clinician has reviewed a rule unless its page says so.\n\n"
            "Every rule stands under the same headings: what it looks for, what it concludes, what it says to the runner, its sources and how far\n"
            "each was read, answers for which it fires, and answers near to them for which it does not. `soleus kb show ID` says the same.\n\n"
            f"See also [what becomes of each claim of the seed article]({_way(here, PAGES / 'claims.md')}), [all sources]"
            f"({_way(here, PAGES / 'sources.md')}), and [the language of the knowledge]({_way(here, PurePosixPath('docs/knowledge_language.md'))})."
        )

    def sources(self) -> str:
        parts = ["# Sources", _BUILT, "How far each was read: *seen* is what was read in an abstract, page or table; *recalled* is from memory."]
        for source in self.base.sources.values():
            read = "; ".join(one for one in (source.read, source.where) if one)
            parts.append(f'<a id="{source.id}"></a>**{source.id}** ({_plain(read)}): {_plain(source.cite)}')
        return _joined(parts)

    def claims(self) -> str:
        here = PAGES / "claims.md"
        parts = ["# The claims of the seed article", _BUILT, "Each with what the evidence says of it, and what carries it in the knowledge."]
        for claim in sorted(self.base.claims.values(), key=lambda claim: (len(claim.id), claim.id)):
            carried = ", ".join(self.link(here, name) for name in claim.carried_by)
            parts.append(f'<a id="{claim.id}"></a>\n\n## {claim.id}: {claim.verdict}\n\n{_plain(claim.says)}\n\n{_plain(claim.evidence)}')
            parts.append(f"Carried by {carried}." if carried else f"Not carried: {_plain(claim.not_carried)}")
            parts.append(f"Sources: {', '.join(self.link(here, name) for name in claim.sources)}" if claim.sources else "No source was found.")
        return _joined(parts)


def _parts(blocks: Iterable[Block]) -> Iterator[tuple[str, list[Line]]]:
    """The parts of an item: each heading with the lines below it."""
    parts: list[tuple[str, list[Line]]] = []
    for block in blocks:
        if isinstance(block, Heading):
            parts.append((block.text, []))
        elif isinstance(block, Line) and parts:
            parts[-1][1].append(block)
    yield from parts


def _by_name(item: Any) -> str:
    return str(item.name).casefold()


def _at(file: object) -> str:
    return f"kb/{file}"


def _way(here: PurePosixPath, there: PurePosixPath) -> str:
    """The relative path from one file to another."""
    return os.path.relpath(there, here.parent).replace(os.sep, "/")


def _plain(text: str) -> str:
    """A text that Markdown shows as it is written."""
    return re.sub(r"([*`\[\]|<>]|(?<!\w)_|_(?!\w))", r"\\\1", text)


def _joined(parts: Iterable[str]) -> str:
    return "\n\n".join(part for part in parts if part) + "\n"
