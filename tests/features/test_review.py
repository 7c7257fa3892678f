"""Runs features/review.feature."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from gherkin.parser import Parser
from gherkin.pickles.compiler import Compiler
from pytest_bdd import parsers, scenarios, then, when

from feature_sheets import sheet_of
from soleus import KnowledgeBase
from soleus.review.records import CaseFilter, StoreError, Tally
from soleus.review.scenarios import skeletons

if TYPE_CHECKING:
    from tests.features.case_steps import Shelf

pytest_plugins = ["tests.features.case_steps"]

scenarios(str(Path(__file__).parents[2] / "features" / "review.feature"))


@when(
    parsers.re(
        r'"(?P<author>[^"]+)" says "(?P<says>\w+)" to the (?P<kind>\w+) "(?P<subject>[^"]+)" of "(?P<name>[^"]+)"( because "(?P<reason>[^"]+)")?'
    )
)
def _judged(shelf: Shelf, author: str, says: str, kind: str, subject: str, name: str, reason: str | None) -> None:
    try:
        shelf.store.judge(name, kind, subject, author, says, reason or "")
    except StoreError as error:
        shelf.refusal = str(error)


def _tally(shelf: Shelf, kind: str, subject: str) -> Tally:
    (tally,) = (one for one in shelf.store.tallies() if (one.kind, one.subject) == (kind, subject))
    return tally


@then(
    parsers.re(r'the rule "(?P<rule>[^"]+)" fired in (?P<said>\d+) versions?, and (?P<agreed>\d+) agrees? and (?P<disagreed>\d+) disagrees?'),
    target_fixture="tally",
)
def _fired(shelf: Shelf, rule: str, said: str, agreed: str, disagreed: str) -> Tally:
    tally = _tally(shelf, "rule", rule)
    assert (tally.said, tally.agreed, tally.disagreed) == (int(said), int(agreed), int(disagreed))
    return tally


@then(parsers.re(r'of the (?P<kind>\w+) "(?P<subject>[^"]+)" (?P<agreed>\d+) agrees? and (?P<disagreed>\d+) disagrees?'))
def _counted(shelf: Shelf, kind: str, subject: str, agreed: str, disagreed: str) -> None:
    tally = _tally(shelf, kind, subject)
    assert (tally.agreed, tally.disagreed) == (int(agreed), int(disagreed))


@then(parsers.parse('of the {kind} "{subject}" {count:d} are notes'))
def _noted(shelf: Shelf, kind: str, subject: str, count: int) -> None:
    assert _tally(shelf, kind, subject).noted == count


@then(parsers.parse('the first reason is "{reason}"'))
def _reason(tally: Tally, reason: str) -> None:
    assert tally.remarks[0].reason == reason


@then(parsers.parse('the rule "{rule}" stands first in the statistics'))
def _first(shelf: Shelf, rule: str) -> None:
    assert shelf.store.tallies()[0].subject == rule


@then("the list of cases without a verdict is empty")
def _all_reviewed(shelf: Shelf) -> None:
    assert shelf.store.lines(CaseFilter(unreviewed=True)) == ()


@then(parsers.parse('the case "{name}" is as it was'))
def _as_it_was(shelf: Shelf, name: str) -> None:
    assert shelf.store.read(name).versions == shelf.before[name].versions
    assert shelf.store.read(name).verdicts != ()


@then("both verdicts are kept")
def _both(shelf: Shelf) -> None:
    assert [one.says for one in shelf.store.read("anna").verdicts] == ["disagree", "agree"]


@then(parsers.parse('the verdict is refused because it "{why}"'))
def _refused(shelf: Shelf, why: str) -> None:
    assert why in shelf.refusal
    assert shelf.store.read("anna").verdicts == ()


# Scenarios


@then(parsers.re(r'the disagreement is a scenario with the step "(?P<step>.*)"'), target_fixture="skeleton")
def _scenario(base: KnowledgeBase, shelf: Shelf, step: str) -> str:
    case = shelf.store.read("anna")
    text = skeletons(base, case, case.verdicts)
    assert _pickle(text)["steps"][-1]["text"] == step
    return text


@then(parsers.parse('the scenario gives all answers of "{name}"'))
def _all_answers(base: KnowledgeBase, shelf: Shelf, skeleton: str, name: str) -> None:
    assert sheet_of(base, _pickle(skeleton)) == shelf.store.read(name).last.answers


@then(parsers.parse('the scenario names neither "{name}" nor "{author}"'))
def _nameless(skeleton: str, name: str, author: str) -> None:
    assert name not in skeleton
    assert author not in skeleton


def _pickle(text: str) -> Any:
    document: Any = Parser().parse(text)
    (pickle,) = Compiler().compile({**document, "uri": "x"})
    return pickle
