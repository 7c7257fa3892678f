"""A version of a case under review, as blocks: what stands beside each thing that can be judged, why it was said, and the verdicts on it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from soleus.consultation.result import ArgumentSaid, Ranked
from soleus.explanation.brief import brief
from soleus.explanation.how import how
from soleus.explanation.subjects import TRIAGE
from soleus.inference.trace import Answer, Step
from soleus.knowledge.model import KnowledgeBase
from soleus.report import explaining, wording
from soleus.report.banner import open_questions, too_low
from soleus.report.blocks import Block, Line
from soleus.report.cases import counted, plain_value, when
from soleus.report.html.records import Firing, ReportPage
from soleus.report.proofs import brief_blocks
from soleus.review.records import Remark, Says, Verdict
from soleus.review.things import Thing

MOST_LINES = 6
KINDS = {
    "triage": "Level of care",
    "condition": "It may be",
    "cause": "Why it may have come",
    "finding": "Finding",
    "score": "Score",
    "measure": "Measure",
    "rule": "Rule",
}
SAYS: dict[Says, str] = {"agree": "agrees", "disagree": "disagrees", "note": "notes"}
_STRONGEST_FIRST = ("confirms", "excludes", "strong", "moderate", "weak")
_MARKS = {"held": explaining.FIT, "failed": explaining.FAILS, "unknown": explaining.NOT_KNOWN}
_NOT_AT_HAND = "The text of this rule stands in the knowledge that concluded the case, which is not loaded here."


def title(page: ReportPage, thing: Thing) -> str:
    """What is judged, in one line: a rule by its title and its id."""
    if thing.kind == "rule":
        name = firing_of(page, thing).title
        return f"{KINDS['rule']}: {name} ({thing.subject})" if name != thing.subject else f"{KINDS['rule']}: {thing.subject}"
    said = "" if thing.kind == "triage" else f", {thing.says}"
    return f"{KINDS[thing.kind]}: {thing.name}{said}"


def firing_of(page: ReportPage, thing: Thing) -> Firing:
    """The firing of a rule that is judged."""
    return next(one for one in page.firings if one.rule == thing.subject)


# What it stands on


def thing_blocks(page: ReportPage, thing: Thing) -> Iterator[Block]:
    """What a reviewer needs to see of a thing at first sight: what a conclusion rests on, what a rule stood on and concluded."""
    if thing.kind == "rule":
        firing = firing_of(page, thing)
        stood_on = firing.stood_on if page.whole else tuple(dict.fromkeys(_plain_grounds(page.result.trace.steps, firing.step)))
        yield Line(_some(stood_on) or explaining.BY_THE_UNKNOWN, 1, label=explaining.FROM)
        yield Line("; ".join(firing.concluded), 1, label=explaining.CONCLUDES)
    elif thing.kind in ("condition", "cause"):
        yield from _arguments(next(one for one in (*page.result.conditions, *page.result.causes) if one.id == thing.subject))
    else:
        yield from _listed(_reasons(page, thing))


def _plain_grounds(steps: Sequence[Step], number: int) -> Iterator[str]:
    """What a step stood on by its ids, through the parts of its own rule: each part once, however deep and often a kept trace may nest it."""
    seen, waiting = {number}, [*reversed(steps[number - 1].matched)]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Answer):
            yield f"{one.answer}: {plain_value(one.value)}"
        elif steps[one.step - 1].kind not in ("part", "count"):
            yield f"{steps[one.step - 1].kind} {steps[one.step - 1].rule}"
        elif one.step not in seen:
            seen.add(one.step)
            waiting.extend(reversed(steps[one.step - 1].matched))


def _arguments(ranked: Ranked) -> Iterator[Block]:
    counting = sorted((one for one in ranked.arguments if one.counted), key=_weight)
    for one in counting[:MOST_LINES]:
        yield Line(one.because, 1, label=explaining.argued(one.side, one.strength), bullet=True)
    if counting[MOST_LINES:]:
        yield Line(explaining.more(len(counting) - MOST_LINES), 1, bullet=True)


def _weight(argument: ArgumentSaid) -> tuple[bool, int]:
    """What speaks for it first, and of that the strongest."""
    return argument.side == "against", _STRONGEST_FIRST.index(argument.strength)


def _reasons(page: ReportPage, thing: Thing) -> tuple[str, ...]:
    """The sentences that the result gives for a level, for advice, or for what is withheld."""
    result = page.result
    if thing.kind == "triage":
        still_open = open_questions(result)
        because = dict.fromkeys(one.because for one in result.triage.reasons)
        return (*([wording.provisional(still_open)] if still_open else []), *(because or [explaining.NOBODY_ASKED]))
    found = [one.because for one in result.plan if one.measure == thing.subject]
    return next(iter([*found, *(one.reasons for one in result.withheld if one.measure == thing.subject)]), ())


def _listed(texts: Sequence[str]) -> Iterator[Block]:
    yield from (Line(text, 1, bullet=True) for text in texts[:MOST_LINES])
    if texts[MOST_LINES:]:
        yield Line(explaining.more(len(texts) - MOST_LINES), 1, bullet=True)


def _some(texts: Sequence[str]) -> str:
    more = [explaining.more(len(texts) - MOST_LINES)] if texts[MOST_LINES:] else []
    return "; ".join([*texts[:MOST_LINES], *more])


# Why


def why_blocks(base: KnowledgeBase, page: ReportPage, thing: Thing, explain: Callable[[str], str]) -> Iterator[Block]:
    """Why it was said: of a rule its text, its evidence and its review, of a conclusion the rules that counted with their sources.

    `explain` makes the command that shows every step to what it is given.
    """
    if thing.kind == "rule":
        yield from _rule(firing_of(page, thing))
    elif page.whole:
        name = TRIAGE if thing.kind == "triage" else thing.subject
        yield from brief_blocks(base, brief(base, how(base, page.result.trace.steps, name)), f"Every step: {explain(name)}")
        yield from too_low(page.result) if thing.kind == "triage" else ()
    else:
        yield from thing_blocks(page, thing)
        yield Line(_sources(page, thing) or explaining.NOTHING, 1, label=explaining.SOURCES, tone="quiet")


def _rule(firing: Firing) -> Iterator[Block]:
    if firing.because:
        yield Line(firing.because, 1, label=explaining.WHY)
    for part in firing.parts:
        yield Line(part.text, part.depth + 1, label="" if part.group else _MARKS[part.mark], bullet=not part.group)
    for one in firing.sources:
        seen = f" ({one.read})" if one.read else ""
        yield Line(f"{one.id}: {one.cite}{seen}", 1, label="Source", tone="quiet")
    if firing.review:
        yield Line(firing.review, 1, label="Review", tone="quiet")
    if firing.place:
        yield Line(firing.place, 1, label="Written in", tone="quiet")
    if not firing.parts:
        yield Line(_NOT_AT_HAND, 1, tone="quiet")


def _sources(page: ReportPage, thing: Thing) -> str:
    """The sources that the result kept, of a version whose knowledge is not at hand."""
    result = page.result
    items = {
        "triage": [one.sources for one in result.triage.reasons],
        "measure": [one.sources for one in result.plan if one.measure == thing.subject],
    }
    hypotheses = [one.sources for ranked in (*result.conditions, *result.causes) if ranked.id == thing.subject for one in ranked.arguments]
    return "; ".join(dict.fromkeys(source for sources in items.get(thing.kind, hypotheses) for source in sources))


# Verdicts


def verdict_blocks(verdicts: Iterable[Verdict]) -> Iterator[Block]:
    """What was said of a thing so far, a line each."""
    for one in verdicts:
        yield Line(said_by(one.author, one.says, one.time, one.reason), 1, bullet=True)


def remark_blocks(remarks: Iterable[Remark]) -> Iterator[Block]:
    """The remarks of a tally that say why, and where each stands."""
    for one in remarks:
        if one.reason:
            yield Line(f"{one.case}, version {one.version}. {said_by(one.author, one.says, one.time, one.reason)}", 1, bullet=True)


def said_by(author: str, says: Says, time: str, reason: str) -> str:
    """A verdict in one sentence, and its reason."""
    return f"{author} {SAYS[says]}, {when(time)}." + (f" {reason}" if reason else "")


def told(agreed: int, disagreed: int, noted: int) -> str:
    """The verdicts in numbers: 1 agrees, 2 disagree."""
    parts = [f"{agreed:,} {'agrees' if agreed == 1 else 'agree'}"] if agreed else []
    parts += [f"{disagreed:,} {'disagrees' if disagreed == 1 else 'disagree'}"] if disagreed else []
    parts += [counted(noted, "note")] if noted else []
    return ", ".join(parts) or "no verdict"
