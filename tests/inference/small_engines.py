"""The same few rules on experta as it comes and on the guarded engine, so that a test can hold the two side by side.

Run as a program it prints in which order equal rules fire: once for each kind of engine.
"""

from __future__ import annotations

from typing import Any

from soleus.inference.experta_adapter import NOT, Fact, KnowledgeEngine, P, Rule, SafeEngine

KINDS: dict[str, type[Any]] = {"plain": KnowledgeEngine, "guarded": SafeEngine}
EQUAL_RULES = 6


class Observation(Fact):  # type: ignore[misc]
    """What every rule waits for."""


class Block(Fact):  # type: ignore[misc]
    """Blocks the rule of its number."""


class Person(Fact):  # type: ignore[misc]
    """The name of the person of a consultation."""


class Age(Fact):  # type: ignore[misc]
    """An age; a text in its place makes the comparison fail while rules are matched."""


def equal_rules(kind: str) -> Any:
    """An engine of six equal rules, each of which fires on an observation unless its own block is there; `fired` says which did."""

    def rule(number: int) -> Any:
        def fire(engine: Any) -> None:
            engine.fired.append(number)

        fire.__name__ = f"rule{number}"
        return Rule(Observation(), NOT(Block(number=number)))(fire)

    body = {f"rule{number}": rule(number) for number in range(EQUAL_RULES)}
    engine = type("EqualRules", (KINDS[kind],), {**body, "fired": []})()
    engine.reset()
    return engine


def greeter(kind: str) -> Any:
    """An engine that greets the person it is told of, and matches ages; `fired` holds who was greeted."""

    def greet_anna(engine: Any) -> None:
        engine.fired.append("Anna")

    def note_age(engine: Any) -> None:
        engine.fired.append("over 40")

    body = {"greet_anna": Rule(Person(name="Anna"))(greet_anna), "note_age": Rule(Age(years=P(lambda years: years > 40)))(note_age)}
    engine = type("Greeter", (KINDS[kind],), {**body, "fired": []})()
    engine.reset()
    return engine


def observe_then_block(kind: str) -> tuple[list[int], list[int]]:
    """Observe first, then block rules 1 and 4, then run: the blocked rules that fired all the same, and the others that fired."""
    engine = equal_rules(kind)
    engine.declare(Observation())
    engine.declare(Block(number=1))
    engine.declare(Block(number=4))
    engine.run()
    return [rule for rule in engine.fired if rule in (1, 4)], [rule for rule in engine.fired if rule not in (1, 4)]


def order(kind: str) -> list[int]:
    """In which order the equal rules fire on one observation."""
    engine = equal_rules(kind)
    engine.declare(Observation())
    engine.run()
    return list(engine.fired)


if __name__ == "__main__":
    print({kind: order(kind) for kind in KINDS})
