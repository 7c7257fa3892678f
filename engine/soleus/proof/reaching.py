"""Whether nothing in a knowledge base is dead or double: every rule can fire, can have its say and says something of its own; every level,
condition, cause and measure can be reached."""

from __future__ import annotations

from collections.abc import Iterator

from soleus.inference.columnar_expressions import TRUE
from soleus.knowledge.conditions import LEVELS, WORDS, All, Condition, SupportTest
from soleus.knowledge.model import Advise, KnowledgeBase, Rule
from soleus.knowledge.properties import NeverHolds
from soleus.proof.formulas import Formulas, Person
from soleus.proof.solver import Solver
from soleus.proof.verdicts import Kind, Verdict


def reach_conditions(base: KnowledgeBase) -> Iterator[Condition]:
    """Every condition that is asked about here: formulas need to know them from the start."""
    for name in base.hypotheses:
        yield from (_at_least(name, word) for word in ("possible", "likely"))


def _at_least(hypothesis: str, word: str) -> SupportTest:
    return SupportTest((hypothesis,), word, word)


def rules_fire(solver: Solver, person: Person) -> Iterator[Verdict]:
    """Every rule can fire."""
    for rule in person.formulas.base.rules.values():
        if solver.can_hold(person.fires(rule.id)):
            yield Verdict("fires", rule.id, "", 1)
        else:
            yield Verdict("fires", rule.id, "No answers make this rule fire.", 1, parts=_never_together(person.formulas.base, rule))


def _never_together(base: KnowledgeBase, rule: Rule) -> tuple[Condition, ...]:
    """Parts of a condition that no answers make true together, and none of them to spare."""
    parts = [*rule.when.parts] if isinstance(rule.when, All) else [rule.when]
    formulas = Formulas(base, parts)
    solver, person = Solver(formulas), formulas.person()
    for part in tuple(parts):
        rest = [one for one in parts if one is not part]
        if rest and not solver.can_hold(formulas.both(*map(person.holds, rest))):
            parts = rest
    return tuple(parts)


def rules_advise(solver: Solver, person: Person) -> Iterator[Verdict]:
    """Everything that a rule advises can be in a plan while the rule fires."""
    for rule in person.formulas.base.rules.values():
        advised = [name for one in rule.then if isinstance(one, Advise) for name in one.measures]
        if not advised:
            continue
        lost = [name for name in advised if not solver.can_hold(person.formulas.both(person.fires(rule.id), person.planned(name)))]
        why_not = "Whenever this rule fires, a precaution withholds what it advises." if lost else ""
        yield Verdict("advises", rule.id, why_not, len(advised), tuple(lost))


def rules_differ(solver: Solver, person: Person) -> Iterator[Verdict]:
    """No rule fires only when another one does that says the same and perhaps more."""
    rules = person.formulas.base.rules
    for rule in rules.values():
        same = [other.id for other in rules.values() if other is not rule and set(rule.then) <= set(other.then)]
        needless = [other for other in same if not solver.can_hold(_only(person, rule, other))]
        why_not = "Whenever this rule fires, another one fires that says the same." if needless else ""
        yield Verdict("differs", rule.id, why_not, len(same), tuple(needless))


def _only(person: Person, rule: Rule, other: str) -> int:
    """Where a rule fires and the other one does not."""
    return person.formulas.both(person.fires(rule.id), person.formulas.stock.negated(person.fires(other)))


def items_are_reached(solver: Solver, person: Person) -> Iterator[Verdict]:
    """Every triage level, condition, cause and measure can be reached."""
    base, stock = person.formulas.base, person.formulas.stock
    for level, above in zip(LEVELS, (*LEVELS[1:], None), strict=True):
        exactly = stock.every([person.triage_at_least(level), stock.negated(person.triage_at_least(above)) if above else TRUE])
        yield _reached(solver, "level", level, exactly, "No answers lead to this triage level.")
    for name in base.hypotheses:
        yield _weighed(solver, person, name)
    for measure in base.measures:
        yield _reached(solver, "measure", measure, person.planned(measure), "No answers bring this measure into a plan.")


def _weighed(solver: Solver, person: Person, name: str) -> Verdict:
    """A condition or cause must be able to be possible, and a condition to refer to its own level, unless a property says that it never is."""
    base = person.formulas.base
    kind: Kind = "condition" if name in base.conditions else "cause"
    for count, word in enumerate(_words_needed(base, name), 1):
        if name not in meant_never(base, word) and not solver.can_hold(person.holds(_at_least(name, word))):
            own = ", so its own triage level never applies" if word == "likely" else ""
            return Verdict(kind, name, f"No answers make this {kind} {word}{own}.", count)
    return Verdict(kind, name, "", count)


def _words_needed(base: KnowledgeBase, name: str) -> tuple[str, ...]:
    condition = base.conditions.get(name)
    refers_when_likely = condition is not None and condition.triage != LEVELS[0] and not condition.must_not_miss
    return ("possible", "likely") if refers_when_likely else ("possible",)


def meant_never(base: KnowledgeBase, word: str) -> frozenset[str]:
    """The conditions and causes of which a safety property says that they never are so much supported: somebody means it so."""
    tests = (
        claim.condition
        for one in base.properties.values()
        for claim in one.then
        if isinstance(claim, NeverHolds) and one.when is None and isinstance(claim.condition, SupportTest)
    )
    return frozenset(name for test in tests if WORDS.index(test.word) <= WORDS.index(word) for name in test.hypotheses)


def _reached(solver: Solver, kind: Kind, item: str, node: int, why_not: str) -> Verdict:
    return Verdict(kind, item, "" if solver.can_hold(node) else why_not, 1)
