"""The trace as a picture: answers, findings, hypotheses and advice in columns, and between them the rules that fired.

Only the firings are drawn that reach something that the result names; the list of rules holds all of them.
"""

from __future__ import annotations

import textwrap
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from soleus.consultation.result import Result
from soleus.explanation.words import answer_text, level_text, name_of
from soleus.inference.program import Program
from soleus.inference.trace import Answer
from soleus.knowledge.model import AddPoints, Advise, Argue, Conclusion, Find, KnowledgeBase, Refer, Withhold
from soleus.report.html import wording
from soleus.report.html.known import Fired
from soleus.report.html.picture_lines import lines, threads
from soleus.report.html.records import Chip, DrawnFiring, Node, Path, Picture, Tone
from soleus.report.render import harmless

Key: TypeAlias = tuple[str, str]
"""A box: its kind (`answer`, `no`, `finding`, `denied`, `score`, `hypothesis`, `triage`, `measure`, `withheld`), and what it is about."""

_COLUMN = {"answer": 0, "no": 0, "finding": 1, "denied": 1, "score": 1, "hypothesis": 2, "triage": 3, "measure": 3, "withheld": 3}
_KINDS = {"finding": "finding", "denied": "denied", "sum": "score", "weigh": "hypothesis", "triage": "triage"}
"""The kind of box for each kind of thing that a firing stood on."""

_WIDTH, _GAP, _TOP, _BELOW = 222.0, 96.0, 40.0, 26.0
_SPACES = (9.0, 24.0, 24.0, 9.0)
"""The room between the boxes of each column: lines pass between those in the middle."""
_LINE, _PAD, _CHARS, _LINES = 15.0, 7.0, 31, 3
_CHIP, _CHIP_HEIGHT, _CHIPS = 30.0, 22.0, 7


@dataclass(slots=True)
class _Links:
    """One firing: the boxes it stood on and those that it led to, each with the tone."""

    fired: Fired
    sources: tuple[Key, ...]
    targets: tuple[tuple[Key, Tone], ...]


@dataclass(slots=True)
class _Place:
    """Where a box stands; `firings` are the steps that concluded it."""

    column: int
    y: float
    height: float
    chips_at: float
    firings: list[int] = field(default_factory=list)
    width: float = _WIDTH

    @property
    def x(self) -> float:
        return self.column * (_WIDTH + _GAP)


def picture(program: Program, result: Result, firings: Iterable[Fired]) -> Picture:
    """The picture of a result's firings. A pure function of them: the same result, the same picture."""
    every = [_Links(one, (), ()) for one in firings]
    for links in every:
        links.sources = tuple(dict.fromkeys(_sources(program.base, links.fired)))
        links.targets = tuple(dict.fromkeys(_targets(result, links.fired)))
    drawn = _reaching([one for one in every if one.targets])
    columns = _columns(result, drawn)
    places = _places(program.base, result, columns, drawn)
    number = {key: place for place, key in enumerate(places)}
    pairs = [(number[source], number[key]) for one in drawn for key, _ in one.targets if key in number for source in one.sources if source in number]
    found = threads(len(places), pairs)
    curves = lines([*places.values()], pairs)
    drawing = zip((curves[pair] for pair in pairs), found.lines, strict=True)
    return Picture(
        width=4 * _WIDTH + 3 * _GAP,
        height=max((place.y + place.height for place in places.values()), default=_TOP) + _BELOW,
        columns=tuple((title, place * (_WIDTH + _GAP)) for place, title in enumerate(wording.COLUMNS)),
        nodes=tuple(_node(program.base, result, key, place, found.boxes[number[key]]) for key, place in places.items()),
        firings=tuple(_drawn(one, places, drawing) for one in drawn),
        left_out=len(every) - len(drawn),
    )


# What leads to what


def _sources(base: KnowledgeBase, fired: Fired) -> Iterator[Key]:
    for ground in fired.grounds:
        if ground.kind == "answers":
            yield from (_answer_key(base, one) for one in ground.answers)
        else:
            yield _KINDS[ground.kind], "" if ground.kind == "triage" else ground.id


def _answer_key(base: KnowledgeBase, answer: Answer) -> Key:
    """The box of an answer; the items of a checklist that were answered with no share one."""
    if answer.value is False:
        checklist = next((one.id for one in base.checklists.values() if answer.answer in one.items), None)
        if checklist:
            return "no", checklist
    return "answer", answer.answer


def _targets(result: Result, fired: Fired) -> Iterator[tuple[Key, Tone]]:
    for conclusion in fired.rule.then:
        yield from _targets_of(result, fired, conclusion)


def _targets_of(result: Result, fired: Fired, conclusion: Conclusion) -> Iterator[tuple[Key, Tone]]:
    match conclusion:
        case Find():
            yield ("finding", conclusion.finding), "find"
        case AddPoints():
            yield ("score", conclusion.score), "find"
        case Argue():
            if conclusion.hypothesis in _named(result):
                yield ("hypothesis", conclusion.hypothesis), "for" if conclusion.favours else "against"
        case Refer():
            yield ("triage", ""), "refer"
        case Withhold():
            yield ("withheld", fired.rule.id), "withhold"
        case Advise():
            planned = {item.measure for item in result.plan}
            yield from ((("measure", one), "advise") for one in conclusion.measures if one in planned)


def _named(result: Result) -> list[str]:
    """The hypotheses that are at least possible, best first, conditions before causes."""
    return [one.id for one in (*result.conditions, *result.causes) if one.words != "unlikely"]


def _reaching(links: list[_Links]) -> list[_Links]:
    """The firings that reach what the result names, or a finding that one of those stands on."""
    while True:
        read = {key for one in links for key in one.sources}
        kept = [one for one in links if any(key[0] not in ("finding", "score") or key in read for key, _ in one.targets)]
        if len(kept) == len(links):
            return kept
        links = kept


# Where it stands


def _columns(result: Result, links: list[_Links]) -> list[list[Key]]:
    """The boxes of each column, from top to bottom: advice and hypotheses by rank, the others near to what they lead to."""
    used = {key for one in links for key in (*one.sources, *(key for key, _ in one.targets))} | {("triage", "")}
    used = {key for key in used if key[0] not in ("finding", "score") or any(key in one.sources for one in links)}
    rank = {one: place for place, one in enumerate(_named(result))}
    advice: list[Key] = [("triage", ""), *(("measure", one.measure) for one in result.plan), *(("withheld", one.rule) for one in result.precautions)]
    ranked = sorted((key for key in used if key[0] == "hypothesis"), key=lambda key: (rank.get(key[1], len(rank)), key))
    columns: list[list[Key]] = [[], [], ranked, [key for key in advice if key in used]]
    for number in (1, 0):
        own = sorted(key for key in used if _COLUMN[key[0]] == number)
        columns[number] = _ordered(own, columns[number + 1 :], links)
    return columns


def _ordered(keys: list[Key], right: list[list[Key]], links: list[_Links]) -> list[Key]:
    """Boxes by the middle of what they lead to, further right."""
    heights = {key: place / max(1, len(column)) for column in right for place, key in enumerate(column)}
    led: dict[Key, list[float]] = defaultdict(list)
    for one in links:
        for key in one.sources:
            led[key] += [heights[target] for target, _ in one.targets if target in heights]
    return sorted(keys, key=lambda key: (sum(led[key]) / len(led[key]) if led[key] else 1.0, key))


def _places(base: KnowledgeBase, result: Result, columns: list[list[Key]], links: list[_Links]) -> dict[Key, _Place]:
    firings: dict[Key, list[int]] = defaultdict(list)
    for one in links:
        for key, _ in one.targets:
            firings[key].append(one.fired.step)
    places: dict[Key, _Place] = {}
    for number, column in enumerate(columns):
        y = _TOP
        for key in column:
            text = 2 * _PAD + _LINE * len(_lines(_title(base, result, key)))
            rows = -(-len(firings[key]) // _CHIPS)
            places[key] = _Place(number, y, text + rows * _CHIP_HEIGHT, text - _PAD / 2, firings[key])
            y += places[key].height + _SPACES[number]
    _centre(columns, places)
    return places


def _centre(columns: list[list[Key]], places: dict[Key, _Place]) -> None:
    """Spread the boxes of short columns over the height of the longest."""
    ends = [max((places[key].y + places[key].height for key in column), default=_TOP) for column in columns]
    for column, end in zip(columns, ends, strict=True):
        spare = min((max(ends) - end) / (len(column) + 1), 60.0)
        for number, key in enumerate(column):
            places[key].y = round(places[key].y + spare * number, 1)


# What is drawn


def _drawn(links: _Links, places: dict[Key, _Place], drawing: Iterator[tuple[str, tuple[int, ...]]]) -> DrawnFiring:
    """A firing with its lines, which are taken from `drawing` in order."""
    targets = [(key, tone) for key, tone in links.targets if key in places]
    paths = tuple(Path(tone, *next(drawing)) for _, tone in targets for source in links.sources if source in places)
    chips = tuple(_chip(places[key], links.fired.step, tone) for key, tone in targets)
    passing = tuple(sorted({one for path in paths for one in path.threads}))
    return DrawnFiring(links.fired.step, links.fired.rule.title, paths, chips, passing)


def _chip(place: _Place, step: int, tone: Tone) -> Chip:
    row, column = divmod(place.firings.index(step), _CHIPS)
    return Chip(tone, round(place.x + _PAD + column * _CHIP, 1), round(place.y + place.chips_at + row * _CHIP_HEIGHT, 1))


def _node(base: KnowledgeBase, result: Result, key: Key, place: _Place, passing: tuple[int, ...]) -> Node:
    title = _title(base, result, key)
    kind = f"{key[0]} {result.triage.level}" if key[0] == "triage" else key[0]
    return Node(kind, title, _lines(title), place.x, place.y, _WIDTH, place.height, passing)


def _title(base: KnowledgeBase, result: Result, key: Key) -> str:
    kind, name = key
    match kind:
        case "answer":
            return answer_text(base, name, result.answers[name])
        case "no":
            items = base.checklists[name].items
            return wording.no_to(sum(result.answers.get(item) is False for item in items), base.checklists[name].ask)
        case "denied":
            return wording.not_so(name_of(base, name))
        case "score":
            return wording.points(name_of(base, name), next((one.points for one in result.scores if one.id == name), 0))
        case "hypothesis":
            words = next((one.words for one in (*result.conditions, *result.causes) if one.id == name), "")
            return f"{name_of(base, name)}: {words}"
        case "triage":
            return level_text(base, result.triage.level)
        case "withheld":
            return "; ".join(next(one.leaves_alone for one in result.precautions if one.rule == name))
    return name_of(base, name)


def _lines(title: str) -> tuple[str, ...]:
    return tuple(textwrap.wrap(harmless(title), _CHARS, max_lines=_LINES, placeholder=" …")) or ("",)
