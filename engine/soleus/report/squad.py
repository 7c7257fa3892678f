"""The overview of a squad, from a table that `soleus screen` wrote: who needs care, common causes, how the answers are spread."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from soleus import __version__
from soleus.explanation.words import name_of
from soleus.inference.program import TRIAGE_RULE, compile_program
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import KnowledgeBase, Level
from soleus.knowledge.problems import nearest, shown
from soleus.report import squad_wording as wording
from soleus.report.squad_records import GroupRow, HypothesisCount, ItemCount, LeftOut, LevelPeople, MadeWith, Missing, Person, Squad, Supported
from soleus.report.squad_spread import resting, spreads
from soleus.screening.overview import Found, Overview, counted_first, overview
from soleus.screening.problems import refuse
from soleus.screening.reading_back import Rejects, ScreenedTable, rejects_beside

MOST_PEOPLE = 100
"""How many people of one level a page names."""
MOST_HYPOTHESES, MOST_MEASURES, MOST_GROUPS, MOST_LEFT_OUT = 12, 12, 40, 50

_POSSIBLE = ("possible", "likely", "very likely")
_DOWN: tuple[Level, ...] = ("emergency", "same_day", "clinician", "self_care")


def squad(table: ScreenedTable, *, name: str = "", by: str = "", most: int = MOST_PEOPLE) -> Squad:
    """The overview of a screened table.

    `name` is the column of names; without it the first carried column of text is one. `by` is the column of groups; without it there are none. `most`
    is how many people of each level are named. Raises `ScreenError`.
    """
    _refuse_unknown(table, [one for one in (name, by) if one])
    base = table.base
    name_column = name or next((one for one in table.texts if one != by), "")
    asked = [one for one in base.about.spread if one in table.answered]
    counts = overview(table, name=name_column, by=by, spread=asked, most=most)
    causes, conditions = (_hypotheses(base, counts, items) for items in (base.causes, base.conditions))
    measures = _items(base, counted_first(counts.advised, base.measures, len(counts.advised)))
    groups = _groups(counts) if by else ()
    return Squad(
        name=table.path.stem,
        title=base.about.title,
        version=__version__,
        person=base.about.person,
        knowledge=MadeWith(base.about.id, base.about.version, base.fingerprint, base.about.intended_use, base.about.not_for),
        name_column=name_column,
        group_column=by,
        notes=tuple(_notes(table, counts)),
        concluded=counts.concluded,
        provisional=counts.provisional.total(),
        levels=tuple(_level(base, table.unit, counts, level) for level in _DOWN),
        missing=_missing(table.unit, counts, rejects_beside(table.path, name_column, MOST_LEFT_OUT)),
        conditions=_most_common(conditions),
        more_conditions=len(conditions) - len(_most_common(conditions)),
        causes=causes[:MOST_HYPOTHESES],
        more_causes=len(causes[MOST_HYPOTHESES:]),
        measures=measures[:MOST_MEASURES],
        more_measures=len(measures[MOST_MEASURES:]),
        groups=groups[:MOST_GROUPS],
        more_groups=len(groups[MOST_GROUPS:]),
        answers_there=bool(table.answered),
        spread=spreads(base, counts, asked),
        open_questions=tuple(base.observables[one].short for one in base.about.spread if one not in table.answered),
        resting_findings=tuple(_resting_findings(base, counts)),
        resting_causes=tuple(one for one in causes if one.id in resting(base).causes),
    )


def _refuse_unknown(table: ScreenedTable, columns: Iterable[str]) -> None:
    for column in columns:
        if column not in table.carried:
            what = f"The table carries no column {shown(column)} along."
            raise refuse(what, nearest(column, table.carried), file=str(table.path))


# Doubts


def _notes(table: ScreenedTable, counts: Overview) -> Iterator[str]:
    here, rows = table.base.fingerprint, counts.concluded
    if len(counts.knowledge) > 1:
        yield wording.mixed(len(counts.knowledge))
    yield from (wording.of_other(count, rows, other, here) for other, count in sorted(counts.knowledge.items()) if other != here)
    if counts.unsigned:
        yield wording.unsigned(counts.unsigned, rows)
    if counts.unread:
        yield wording.unread(counts.unread)


def _missing(unit: str, counts: Overview, rejects: Rejects | None) -> Missing:
    first = [LeftOut(f"{unit} {one.number}", one.name, one.problem) for one in counts.missing]
    first += [LeftOut(f"{unit} {number}", "", why) for number, why in counts.refused]
    in_table = counts.unconcluded + len(counts.refused)
    if rejects is None:
        return Missing(in_table, 0, "", tuple(first[:MOST_LEFT_OUT]))
    first += [LeftOut(wording.of_the_answers(where), name, why) for where, name, why in rejects.first]
    first += [LeftOut(wording.line_of(number, rejects.name), "", why) for number, why in rejects.unread]
    return Missing(in_table, rejects.count, rejects.name, tuple(first[:MOST_LEFT_OUT]))


# Who


def _level(base: KnowledgeBase, unit: str, counts: Overview, level: Level) -> LevelPeople:
    words, found = base.about.triage[level], counts.people[level]
    people = tuple(_person(base, unit, level, one) for one in found)
    count = counts.levels[level]
    action = words.action if level != LEVELS[0] else ""  # it speaks to the person, of a plan that is not here
    return LevelPeople(level, words.title, action, count, counts.provisional[level], people, count - len(people))


def _person(base: KnowledgeBase, unit: str, level: Level, found: Found) -> Person:
    rules = compile_program(base).rules
    asking = [rules[rule] for rule in found.fired if rule in rules and rules[rule].level == level]
    conditions = _conditions(base, found)
    best = next((one for one in conditions if one.words in _POSSIBLE), None)
    return Person(
        where=f"{unit} {found.number}",
        name=found.name,
        group=found.group,
        provisional=found.provisional,
        raised=tuple(rule.title for rule in asking if rule.id in base.rules) or tuple(rule.title for rule in asking),
        unknown_rules=sum(rule not in rules for rule in found.fired),
        best=best,
        grave=tuple(one for one in conditions if one.must_not_miss and one != best),
        cause=next((_supported(base, *one) for one in found.causes if one[1] in _POSSIBLE), None),
    )


def _conditions(base: KnowledgeBase, found: Found) -> list[Supported]:
    """The conditions that are at least possible: the best supported ones, then those that only a standing rule tells of."""
    ranked = [_supported(base, *one) for one in found.conditions if one[1] in _POSSIBLE]
    standing = [rule.removeprefix(TRIAGE_RULE) for rule in found.fired if rule.startswith(TRIAGE_RULE)]
    known = {one.id for one in ranked}
    return ranked + [_supported(base, one, wording.OR_MORE) for one in standing if one in base.conditions and one not in known]


def _supported(base: KnowledgeBase, name: str, words: str) -> Supported:
    return Supported(name, name_of(base, name), words, _must_not_miss(base, name))


def _must_not_miss(base: KnowledgeBase, name: str) -> bool:
    return name in base.conditions and base.conditions[name].must_not_miss


# Counts


def _hypotheses(base: KnowledgeBase, counts: Overview, items: Iterable[str]) -> tuple[HypothesisCount, ...]:
    """The hypotheses that are possible for somebody: those that are possible for most first, of equals those that are likely for more.

    The standing rule of a condition that must not be missed fires wherever it is possible, so those are counted in full.
    """
    found = (_hypothesis(base, counts, one) for one in items)
    return tuple(sorted((one for one in found if one.possible), key=lambda one: (-one.possible, -one.likely, one.id)))


def _hypothesis(base: KnowledgeBase, counts: Overview, name: str) -> HypothesisCount:
    must_not_miss, among_three = _must_not_miss(base, name), counts.possible[name]
    possible = max(among_three, counts.fired[TRIAGE_RULE + name]) if must_not_miss else among_three
    return HypothesisCount(name, name_of(base, name), must_not_miss, possible, counts.likely[name], possible - among_three)


def _most_common(counts: Sequence[HypothesisCount]) -> tuple[HypothesisCount, ...]:
    """The first ones, and every one that must not be missed."""
    return tuple(one for place, one in enumerate(counts) if place < MOST_HYPOTHESES or one.must_not_miss)


def _items(base: KnowledgeBase, counted: Iterable[tuple[str, int]]) -> tuple[ItemCount, ...]:
    return tuple(ItemCount(name, name_of(base, name), count) for name, count in counted)


def _groups(counts: Overview) -> tuple[GroupRow, ...]:
    """The groups, those with the most urgent people first, then by name."""
    names = {name for (name, _), count in counts.groups.items() if count}
    rows = [
        GroupRow(name, tuple(counts.groups[name, level] for level in _DOWN), sum(counts.groups[name, level] for level in LEVELS)) for name in names
    ]
    return tuple(sorted(rows, key=lambda row: (*(-count for count in row.counts[:-1]), row.name)))


def _resting_findings(base: KnowledgeBase, counts: Overview) -> Iterator[ItemCount]:
    named = _items(base, counted_first(counts.findings, base.findings, len(counts.findings)))
    return (one for one in named if one.id in resting(base).findings)
