"""The overview of a squad as blocks: who needs care first, then common causes, groups, and how the answers are spread."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soleus.report import squad_wording as words
from soleus.report import wording as shared
from soleus.report.blocks import Banner, Block, Heading, Line
from soleus.report.squad_records import URGENT, HypothesisCount, LevelPeople, Person, Spread, Squad


def squad_blocks(squad: Squad) -> Iterator[Block]:
    """The overview as lines, the most urgent first."""
    knowledge = squad.knowledge
    yield Line(shared.intended_use(squad.title, knowledge.intended_use, knowledge.not_for), tone="quiet")
    yield Banner(words.headline(squad), tuple(_in_short(squad)), squad.worst or "strong")
    yield from (Line(note, tone="strong", label="Note") for note in squad.notes)
    for one in squad.levels:
        yield from _level(one)
    yield Line(words.NO_ALL_CLEAR if squad.concluded else words.NOT_KNOWN, tone="strong")
    if squad.concluded:
        yield from _counts(squad)
    yield from _missing(squad)
    yield Line(shared.made_with(squad.version, knowledge.name, knowledge.version, knowledge.fingerprint), tone="quiet")


def _in_short(squad: Squad) -> Iterator[str]:
    yield from (f"{one.title}: {words.level_count(one)}" for one in squad.levels)
    yield from (said for said in (words.provisional(squad), words.missing(squad.missing)) if said)


# Who


def _level(one: LevelPeople) -> Iterator[Block]:
    if not one.count:
        return
    yield Heading(f"{one.title}: {words.level_count(one)}")
    if one.action:
        yield Line(one.action, tone=one.level)
    for person in one.people:
        yield from _in_full(person) if one.level in URGENT else _in_a_line(person)
    if one.more:
        yield Line(words.more(one.more, one.level), 1, tone="quiet")


def _in_full(person: Person) -> Iterator[Block]:
    yield Line(_called(person), 1, tone="strong", bullet=True)
    yield Line("; ".join(words.raised(person)), 2, label=words.RAISED)
    yield Line(words.supported(person.best), 2, label=words.BEST)
    yield from _grave(person)
    if person.provisional:
        yield Line(words.TOO_LOW, 2)


def _grave(person: Person) -> Iterator[Block]:
    yield from (Line(words.supported(one), 2, label=words.GRAVE) for one in person.grave)


def _in_a_line(person: Person) -> Iterator[Block]:
    said = [words.supported(one) for one in (person.best, person.cause) if one]
    yield Line(". ".join([_called(person), *said, *([words.TOO_LOW] if person.provisional else [])]), 1, bullet=True)
    yield from _grave(person)


def _called(person: Person) -> str:
    return ", ".join(part for part in (words.name_of(person), person.where, person.group) if part)


# Counts


def _counts(squad: Squad) -> Iterator[Block]:
    for part, counts, left in (("causes", squad.causes, squad.more_causes), ("conditions", squad.conditions, squad.more_conditions)):
        yield from _hypotheses(words.PARTS[part], counts, left, squad.concluded)
    yield Line(f"{words.TOP_THREE} {words.IN_FULL}", tone="quiet")
    yield from _measures(squad)
    yield from _groups(squad)
    yield from _spreads(squad)


def _hypotheses(title: str, counts: Sequence[HypothesisCount], left: int, of: int) -> Iterator[Block]:
    yield Heading(title)
    for one in counts:
        grave = f" {shared.MUST_NOT_MISS}" if one.must_not_miss else ""
        said = "; ".join(part for part in (words.counts(one, of), words.unworded(one)) if part)
        yield Line(f"{one.name}: {said}.{grave}", 1, bullet=True)
    if not counts:
        yield Line(words.NOTHING_POSSIBLE, 1)
    if left:
        yield Line(words.more(left), 1, tone="quiet")


def _measures(squad: Squad) -> Iterator[Block]:
    yield Heading(words.PARTS["measures"])
    yield from (Line(f"{one.name}: {words.share(one.count, squad.concluded)}", 1, bullet=True) for one in squad.measures)
    if not squad.measures:
        yield Line(words.NO_MEASURE, 1)
    if squad.more_measures:
        yield Line(words.more(squad.more_measures), 1, tone="quiet")
    yield Line(words.MEASURES, tone="quiet")


def _groups(squad: Squad) -> Iterator[Block]:
    if not squad.group_column:
        return
    yield Heading(f"{words.PARTS['groups']}: {squad.group_column}")
    for row in squad.groups:
        said = (f"{level.title} {count:,}" for level, count in zip(squad.levels, row.counts, strict=True) if count)
        yield Line(f"{row.name or words.NO_GROUP}: {words.people(row.total, squad.person)}. {', '.join(said)}", 1, bullet=True)
    if squad.more_groups:
        yield Line(words.more(squad.more_groups), 1, tone="quiet")


# Answers, and what is left out


def _spreads(squad: Squad) -> Iterator[Block]:
    yield Heading(words.PARTS["spread"])
    for one in squad.spread:
        yield from _spread(one)
    if not squad.answers_there and squad.open_questions:
        yield Line(words.no_answers_here(squad.open_questions), 1)
    elif squad.open_questions:
        yield Line(words.not_asked(squad.open_questions), 1)
    if squad.open_questions:
        yield from _resting(squad)


def _spread(one: Spread) -> Iterator[Block]:
    yield Heading(one.short, 2)
    if one.said:
        yield Line(one.said, 1)
    said = "; ".join(f"{count.label}: {count.count:,}" for count in one.counts)
    still_open = f"{words.UNANSWERED}: {one.unanswered:,}"
    yield Line("; ".join(part for part in (said, still_open) if part), 1)


def _resting(squad: Squad) -> Iterator[Block]:
    if squad.resting_findings or squad.resting_causes:
        yield Line(words.RESTING, 1)
    yield from (Line(f"{one.name}: {words.share(one.count, squad.concluded)}", 2, bullet=True) for one in squad.resting_findings)
    yield from (Line(f"{one.name}: {words.counts(one, squad.concluded)}", 2, bullet=True) for one in squad.resting_causes)


def _missing(squad: Squad) -> Iterator[Block]:
    yield Heading(words.PARTS["missing"])
    yield Line(words.missing(squad.missing), 1)
    for one in squad.missing.first:
        yield Line(words.left_out(one), 1, bullet=True)
    if squad.missing.count > len(squad.missing.first):
        yield Line(words.more(squad.missing.count - len(squad.missing.first)), 1, tone="quiet")
    yield Line(words.ONLY_THIS_TABLE, 1, tone="quiet")
