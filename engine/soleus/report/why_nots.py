"""Why something was not concluded, as blocks: what stands against it, then the nearest rules, part by part."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from soleus.explanation.nearness import PartState, Seen
from soleus.explanation.why_not import FiredRule, NearRule, WhyNot
from soleus.explanation.words import in_words, level_text, name_of, value_text
from soleus.inference.weighing import word_for
from soleus.knowledge.conditions import GROUPS, LEVELS, WORDS, AnyOf, AtLeast, Condition, NoneOf, ScoreTest, SupportTest, TriageTest, Unless
from soleus.knowledge.model import KnowledgeBase
from soleus.report import explaining
from soleus.report.blocks import Block, Heading, Line

MOST_RULES = 3
MOST_PARTS = 6


def why_not_blocks(base: KnowledgeBase, why: WhyNot, how: str, *, deep: bool = False, longer: str = explaining.LONGER_ON_COMMAND) -> Iterator[Block]:
    """`how` is what a reader types to see the proof of what was concluded. `deep` shows every rule and every part."""
    if why.concluded:
        yield Line(explaining.concluded(why.name, how), tone="strong")
        return
    yield Line(f"{why.name}: {_standing(base, why)}", tone="strong")
    yield from _fired(explaining.WITHHELD, why.withheld_by)
    yield from _fired(explaining.AGAINST, why.arguments_against)
    yield from _fired(explaining.FOR_BUT, why.arguments_for)
    if why.about == "measure" and why.advised_by:
        return
    yield from _nearest(base, why, deep=deep)
    if not deep and why.rules:
        yield Line(longer, tone="quiet")


def _standing(base: KnowledgeBase, why: WhyNot) -> str:
    """Where it stands, in a sentence or two."""
    match why.about:
        case "condition" | "cause":
            if why.support is None or why.needed is None:
                return explaining.NOTHING_SAID
            return f"{word_for(why.support).replace('_', ' ')}. {explaining.too_little(why.support, why.needed)}"
        case "measure":
            if why.advised_by:
                return explaining.ADVISED_BUT
            return explaining.NOT_ADVISED_AND_LEFT_ALONE if why.withheld_by else explaining.NOT_ADVISED
        case "triage":
            urgent = LEVELS.index(why.level) > LEVELS.index(why.id)
            return explaining.not_this_level(level_text(base, why.level), urgent)
        case "score":
            return explaining.points("0")
        case "rule":
            return explaining.missing(why.rules[0].missing)
    return explaining.KNOWN_NOT_TO_HOLD if why.denied else explaining.NOT_KNOWN_OF


def _fired(title: str, rules: Iterable[FiredRule]) -> Iterator[Block]:
    said = dict.fromkeys((rule.because, rule.strength) for rule in rules if rule.counted)
    if said:
        yield Heading(title, 2)
    for because, strength in said:
        yield Line(because, 1, label=(strength or "").capitalize(), bullet=True)


def _nearest(base: KnowledgeBase, why: WhyNot, *, deep: bool) -> Iterator[Block]:
    if not why.rules:
        yield Line(explaining.NO_RULES_FOR_LEVEL if why.id == LEVELS[0] else explaining.NO_RULES, 1)
        return
    shown = why.rules if deep else why.rules[:MOST_RULES]
    if why.about != "rule":
        yield Heading(explaining.NEAREST[why.about], 2)
    for near in shown:
        yield from _near(base, near, deep=deep)
    if len(shown) < len(why.rules):
        yield Line(explaining.more(len(why.rules) - len(shown)), 1, bullet=True)


def _near(base: KnowledgeBase, near: NearRule, *, deep: bool) -> Iterator[Block]:
    points = explaining.points(str(near.points)) if near.points else ""
    force = ", ".join(part for part in (near.strength or "", points, explaining.missing(near.missing)) if part)
    title = f"{near.title} ({force})"
    yield Line(f"{near.rule}: {title}" if deep else title, 1, bullet=True, tone="strong")
    yield from _part(base, near.condition, 2, deep=deep)
    if near.sources:
        yield Line("; ".join(near.sources), 2, tone="quiet", label=explaining.SOURCES)


# Parts of a condition


def _part(base: KnowledgeBase, part: PartState, indent: int, *, deep: bool) -> Iterator[Block]:
    if not isinstance(part.part, GROUPS):
        yield Line(_test_text(base, part), indent, label=_label(part), tone="plain" if part.fits else "strong")
        return
    if isinstance(part.part, Unless) and part.fits and not deep:
        yield Line(explaining.NO_EXCEPTION, indent, tone="quiet")
        return
    if len(part.parts) == 1 and not isinstance(part.part, NoneOf | Unless):
        yield from _part(base, part.parts[0], indent, deep=deep)
        return
    inner = indent
    if indent > 2 or _needs_a_title(part.part):
        yield Line(in_words(base, part.part).text, indent)
        inner += 1
    shown = part.parts if deep else _worth_showing(part)
    for one in shown:
        yield from _part(base, one, inner, deep=deep)
    if len(shown) < len(part.parts):
        yield Line(explaining.more(len(part.parts) - len(shown)), inner)


def _needs_a_title(group: Condition) -> bool:
    """Whether a group means more than that all its parts must hold, which goes without saying."""
    return isinstance(group, AnyOf | AtLeast | NoneOf | Unless)


def _worth_showing(part: PartState) -> tuple[PartState, ...]:
    """The parts that decide: of a choice that is met those that meet it, of a list of exceptions those that apply, else the nearest few."""
    parts = part.parts
    if isinstance(part.part, AnyOf | AtLeast) and part.fits:
        parts = tuple(one for one in parts if one.fits)
    elif not part.fits and not isinstance(part.part, AnyOf | AtLeast):
        parts = tuple(sorted(parts, key=lambda one: one.fits and isinstance(part.part, NoneOf | Unless)))
    elif isinstance(part.part, AnyOf | AtLeast):
        parts = tuple(sorted(parts, key=lambda one: (one.missing, one.state != "unknown")))
    return parts[:MOST_PARTS]


def _label(part: PartState) -> str:
    if part.fits:
        return explaining.FIT if part.state == "held" else explaining.FIT_NOT_TRUE
    if part.state == "held":
        return explaining.IN_THE_WAY
    if isinstance(part.part, ScoreTest | SupportTest | TriageTest):
        return explaining.NOT_REACHED
    return explaining.FAILS if part.state == "failed" else explaining.NOT_KNOWN


def _test_text(base: KnowledgeBase, part: PartState) -> str:
    """A test in words; where it does not fit, what it saw and the ids to ask on with."""
    text = in_words(base, part.part).text
    if part.fits:
        return text
    seen = "; ".join(_saw(base, part.seen))
    missing = [name for name, _ in (*part.seen.derived, *_best(part.seen))] if part.wanted == "true" else []
    said = [seen] if seen and part.state != "held" else []
    if missing:
        said.append(explaining.ask_on(missing))
    return f"{text} ({'; '.join(said)})" if said else text


def _saw(base: KnowledgeBase, seen: Seen) -> Iterator[str]:
    yield from (explaining.saw(value_text(base, name, value)) for name, value in seen.answers)
    if seen.points is not None:
        yield explaining.saw_points(seen.points)
    if len(seen.derived) > 1:
        yield from (explaining.saw_finding(name_of(base, name), state) for name, state in seen.derived)
    for name, word in _best(seen):
        said = explaining.saw_word(name_of(base, name), word)
        yield said if len(seen.words) == 1 else explaining.nearest(said)
    if seen.level is not None:
        yield explaining.saw_level(level_text(base, seen.level))


def _best(seen: Seen) -> tuple[tuple[str, str], ...]:
    """Of the hypotheses that a test reads, the best supported one."""
    return (max(seen.words, key=lambda one: WORDS.index(one[1])),) if seen.words else ()
