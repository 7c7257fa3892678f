"""Every sentence that the overview of a squad says of its own, in one place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from soleus.report.squad_records import HypothesisCount, LeftOut, LevelPeople, Missing, Person, Quartiles, Squad, Supported

PARTS = {
    "who": "Who needs care",
    "causes": "Why it may have come",
    "conditions": "What it may be",
    "measures": "What would help most of them",
    "groups": "By group",
    "spread": "How the answers are spread",
    "missing": "What is left out",
}
"""The parts of the overview by their anchors, in order."""

NO_ALL_CLEAR = "A mild level is no all-clear. It says what these answers raised, and nothing about what was not asked."
TOO_LOW = "Safety questions open: it can only be too low"
RAISED, BEST, GRAVE, CAUSE = "Raised by", "Best supported", "Must not be missed", "Cause"
NO_RULE = "the table does not say"
OR_MORE = "at least possible"
NOTHING_POSSIBLE = "nothing that is at least possible"
NO_CAUSE = "no cause that is at least possible"
NO_MEASURE = "Nothing is advised to anybody."
NO_REASON = "the table does not say why"
FINDINGS = "Findings"
NOT_KNOWN = "It is not known who needs care: no row was concluded."
NO_NAME = "no name"
NO_GROUP = "in no group"
TOP_THREE = "Counted among the three best supported of each person: a table holds no more. A likely one is also counted as possible."
IN_FULL = "Those that must not be missed are counted in full; how likely they are is only known where they are among the three."
MEASURES = "Measures that are advised and not withheld. A plan may leave some out. While somebody must be seen today, only what fits that is advised."
NO_REJECTS = "No reject file lies beside the table. If the screening could not read some rows, they are missing here."
ONLY_THIS_TABLE = "The overview knows this table alone. Rows that 'soleus screen --where' or an edit took out are not in it."
BARS = "The light part of a bar is at least possible, the dark part at least likely."
RESTING = "What rests on such answers:"
UNANSWERED = "no answer"
UNKNOWN_IS_NOT_NO = "No answer is not a no."
SKIP_TO = "Skip to who needs care"


def parts(squad: Squad) -> dict[str, str]:
    """The parts that an overview has: of nobody it says nothing but what is left out."""
    left = {"who", "missing"} if not squad.concluded else PARTS.keys() - ({"groups"} if not squad.group_column else set())
    return {anchor: title for anchor, title in PARTS.items() if anchor in left}


def people(count: int, person: str) -> str:
    """So many people, by the knowledge's word for one."""
    return f"{count:,} {person if count == 1 else persons(person)}"


def persons(person: str) -> str:
    return f"{person}s"


def headline(squad: Squad) -> str:
    """Who must be seen, in one line."""
    if not squad.concluded:
        return f"No {squad.person} of this table was concluded"
    if not squad.urgent:
        doubts = " and ".join(_doubts(squad))
        return f"Nobody of {people(squad.concluded, squad.person)} must be seen today, by these answers{f', but {doubts}' if doubts else ''}"
    return f"{squad.urgent:,} of {people(squad.concluded, squad.person)} must be seen today"


def _doubts(squad: Squad) -> Iterator[str]:
    """Why nobody may be calm where no level is urgent."""
    if squad.provisional:
        yield f"{squad.provisional:,} {'level' if squad.provisional == 1 else 'levels'} can only be too low"
    if squad.missing.count:
        yield f"{rows(squad.missing.count)} could not be concluded"


def rows(count: int) -> str:
    return "1 row" if count == 1 else f"{count:,} rows"


def level_count(one: LevelPeople) -> str:
    """How many need one level, and how many of them provisionally."""
    if not one.provisional:
        return f"{one.count:,}"
    if one.provisional < one.count:
        return f"{one.count:,}; {one.provisional:,} of them provisional"
    return f"{one.count:,}; all of them provisional" if one.count > 1 else "1; provisional"


def provisional(squad: Squad) -> str:
    """What open safety questions mean for the squad, if any are open."""
    if not squad.provisional:
        return ""
    has, they = ("1 has", "It") if squad.provisional == 1 else (f"{squad.provisional:,} have", "They")
    return f"{has} safety questions open, and so a level that can only be too low. {they} should answer them first."


def missing(one: Missing) -> str:
    """What could not be concluded, and where it is told."""
    if not one.count:
        return NO_REJECTS
    where = [f"{one.in_table:,} in the table"] * bool(one.in_table) + [f"{one.in_file:,} in {one.file}"] * bool(one.in_file)
    said = f"{rows(one.count)} could not be concluded: {' and '.join(where)}. It is not known how urgent {'it is' if one.count == 1 else 'they are'}."
    return said if one.file else f"{said} {NO_REJECTS}"


def of_the_answers(where: str) -> str:
    """A line or row of the table that was screened, not of the one that came out."""
    return f"{where} of the answers"


def line_of(number: int, file: str) -> str:
    """A line of the reject file that holds no row."""
    return f"line {number} of {file}"


def left_out(one: LeftOut) -> str:
    """A row that could not be concluded: where, who, why."""
    return f"{', '.join(part for part in (one.where, one.name) if part)}: {one.why or NO_REASON}"


def of_other(count: int, rows: int, fingerprint: str, here: str) -> str:
    """A table that was screened with other knowledge."""
    which = "The table was" if count == rows else f"{count:,} of {rows:,} rows were"
    return f"{which} screened with other knowledge ({fingerprint[:12]}). The words are those of this one ({here[:12]}). Screen the answers again."


def mixed(count: int) -> str:
    return f"The table mixes rows of {count} different knowledge bases, so its levels do not compare."


def unsigned(count: int, rows: int) -> str:
    """Rows that do not say what concluded them."""
    does, it = ("does", "it") if count in (1, rows) else ("do", "them")
    which = "The table" if count == rows else f"{count:,} of {rows:,} rows"
    return f"{which} {does} not say which knowledge concluded {it}. The words are those of this one. Screen the answers again."


def unread(count: int) -> str:
    return f"{count:,} of the answers in the table cannot be read, and count as no answer."


def unknown_rules(count: int) -> str:
    return f"{count} rules that fired, and that this knowledge does not have"


def raised(person: Person) -> list[str]:
    """What asks for a person's level."""
    rules = [*person.raised, *([unknown_rules(person.unknown_rules)] if person.unknown_rules else [])]
    return rules or [NO_RULE]


def supported(one: Supported | None) -> str:
    """A hypothesis with its word, or that there is none."""
    return f"{one.name}: {one.words}" if one else NOTHING_POSSIBLE


def name_of(person: Person) -> str:
    return person.name or NO_NAME


def more(count: int, level: str = "") -> str:
    """How many more there are, and where they are."""
    where = f" The table has all of them: keep the rows with triage {level}." if level else ""
    return f"And {count:,} more.{where}" if count else ""


def share(count: int, of: int) -> str:
    return f"{count:,} of {of:,}"


def counts(one: HypothesisCount, of: int) -> str:
    """For how many a hypothesis is at least possible, and likely."""
    return share(one.possible, of) + (f", likely for {one.likely:,}" if one.likely else "")


def unworded(one: HypothesisCount) -> str:
    """For how many the table does not say how likely it is, if there are any."""
    return f"for {one.unworded:,} the table has no word" if one.unworded else ""


def no_answers_here(short: Sequence[str]) -> str:
    return (
        f"The answers are not in this table. To see how they are spread ({'; '.join(short)}), "
        "screen again with: soleus screen IN -o OUT --with-answers"
    )


def not_asked(short: Sequence[str]) -> str:
    return f"The table has no answers to: {'; '.join(short)}."


def numbers(quartiles: Quartiles, count: int, unit_text: Sequence[str]) -> str:
    """Numbers in words. `unit_text` are the five of them with their unit, from the least to the most."""
    least, first, median, third, most = unit_text
    if quartiles.least == quartiles.most:
        return f"All who answered said {least}." if count > 1 else f"The one answer is {least}."
    if count < 4:
        return f"From {least} to {most}; the median is {median}."
    return f"Half of those who answered lie between {first} and {third}; the median is {median}. The least is {least}, the most {most}."
