"""`soleus review CASE` at the terminal: the conversation, and single verdicts by options."""

from __future__ import annotations

import json
import shlex
import signal
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from tests.cli.conftest import SHOULDER, Invoke, Terminal
from tests.review.conftest import Results

from soleus.consultation.journal import Journal
from soleus.review.records import Verdict, subjects
from soleus.review.store import CaseStore
from soleus.review.things import things
from soleus.review.verdicts import latest

KB = ("--kb", str(SHOULDER))
RULE, OTHER = "danger-is-an-emergency", "no-exercise-until-seen"


@pytest.fixture
def review(invoke: Invoke, kept: CaseStore) -> Callable[..., Result]:
    """Review the case as Anna: the lines are typed."""
    return lambda *lines, args=(): invoke("review", "mine", "--author", "Anna", *KB, *args, lines=lines)


def verdicts(store: CaseStore) -> list[tuple[str, str, str]]:
    return [(f"{one.kind}:{one.subject}", one.says, one.reason) for one in store.read("mine").verdicts]


# The conversation


def test_one_thing_after_another_is_judged_and_kept(review: Any, kept: CaseStore) -> None:
    done = review("agree", "disagree", "It was a bruise.", "a Just so.")
    assert done.exit_code == 0
    assert verdicts(kept) == [
        ("triage:emergency", "agree", ""),
        (f"rule:{RULE}", "disagree", "It was a bruise."),
        (f"rule:{OTHER}", "agree", "Just so."),
    ]
    assert "You review as Anna. 3 things to judge" in done.stderr
    assert "3 verdicts are kept. You have judged all of it." in done.stderr
    assert "soleus review scenario mine" in done.stderr
    assert done.stdout == ""


def test_what_stands_beside_a_thing(review: Any) -> None:
    said = review("", "", "").stderr
    for text in (
        "1 of 3 · Level of care: ",
        "- It may be the heart.",
        "2 of 3 · Rule: Chest pain with a sore shoulder may be the heart (danger-is-an-emergency)",
        "From: chest pain: yes",
        "Concludes: The finding: Something unsafe; Triage at least: ",
        "You gave no verdict. 3 things have none of yours. Go on with: soleus review mine --author Anna --kb ",
    ):
        assert text in said


def test_a_provisional_level_is_told_with_the_case_beside_the_level_and_in_its_why(invoke: Invoke, kept: CaseStore, result_of: Results) -> None:
    kept.keep(Journal(), "mild", (), result_of(began="slowly", reach=True, clicks=True))
    case, beside, why = invoke("review", "mild", "--author", "Anna", *KB, lines=("why", "q")).stderr.split("can only be too mild")[:3]
    assert case.endswith("** SELF-CARE **\n4 safety questions have no answer. This result ")
    assert beside.splitlines()[-1].startswith("  - 4 safety questions")
    assert "Triage: Self-care" in why


def test_why_shows_the_rule_and_its_evidence(review: Any) -> None:
    said = review("w", "", "why").stderr
    assert "How it came" not in said
    assert f"Every step: soleus explain mine@1 how triage --deep --kb {SHOULDER}" in " ".join(said.split())
    for text in (
        "Why: It may be the heart.",
        "- Holds: ",
        "Source: book: Anon. The shoulder. 2020. (seen)",
        "Review: not clinically reviewed",
        "Written in: ",
    ):
        assert text in said


def test_enter_skips_and_back_goes_back(review: Any, kept: CaseStore) -> None:
    done = review("b", "", "back", "a", "q")
    assert "This is the first." in done.stderr
    assert verdicts(kept) == [("triage:emergency", "agree", "")]
    assert "1 verdict is kept. 2 things have none of yours." in done.stderr


def test_a_verdict_given_again_takes_the_place_of_the_first(review: Any, kept: CaseStore) -> None:
    review("a", "b", "d No, on second thoughts.", "q")
    (last,) = latest(kept.read("mine").verdicts)
    assert (last.says, last.reason) == ("disagree", "No, on second thoughts.")
    assert len(kept.read("mine").verdicts) == 2


def test_a_note_stays_where_it_is_and_all_are_kept(review: Any, kept: CaseStore) -> None:
    review("n One.", "note", "Two.", "a", "q")
    assert verdicts(kept) == [("triage:emergency", "note", "One."), ("triage:emergency", "note", "Two."), ("triage:emergency", "agree", "")]


def test_rest_leaves_the_rest_of_a_kind(review: Any, kept: CaseStore) -> None:
    done = review("", "rest")
    assert "Left: the rest of “Rule”." in done.stderr
    assert "3 of 3" not in done.stderr
    assert verdicts(kept) == []


def test_a_disagreement_without_a_reason_is_not_kept(review: Any, kept: CaseStore) -> None:
    done = review("d", "", "n", "", "q")
    assert done.stderr.count("Nothing is kept: it needs a reason.") == 2
    assert verdicts(kept) == []


def test_what_was_judged_before_is_skipped_and_can_be_shown_again(review: Any, kept: CaseStore) -> None:
    review("a", "d Not so.", "q")
    again = review("q").stderr
    assert "1 thing to judge" in again
    assert "You judged 2 before: --all shows them again." in again
    assert "1 of 1 · Rule: " in again
    whole = review("q", args=("--all",)).stderr
    assert "3 things to judge" in whole
    assert "- Anna agrees, " in whole
    assert "--all" in whole.splitlines()[-1]
    review("a", "q")
    assert "There is nothing left to judge here." in review().stderr


def test_what_others_said_is_shown_and_left_to_judge(review: Any, kept: CaseStore) -> None:
    kept.judge("mine", "triage", "emergency", "Ben", "disagree", "It was a bruise.")
    said = review("q").stderr
    assert "3 things to judge" in said
    assert "- Ben disagrees, " in said
    assert "It was a bruise." in said


@pytest.mark.parametrize("typed", ["x", "1", "aggree", "quit now", "why not", "yes", "\x1b[31m", "d" * 5000, "no", "not true", "No she limped."])
def test_what_is_no_reply_is_told_and_asked_again(review: Any, kept: CaseStore, typed: str) -> None:
    done = review(typed, "q")
    assert done.exit_code == 0
    assert "means nothing here, and nothing is kept." in done.stderr
    assert "\x1b" not in done.stderr
    assert verdicts(kept) == []


@pytest.mark.parametrize("word", ["back", "quit", "?", "Why", "agree", "q", "B", "ca"])
@pytest.mark.parametrize("says", ["d", "n"])
def test_a_word_of_the_review_is_no_reason(review: Any, kept: CaseStore, says: str, word: str) -> None:
    done = review(says, word, "q")
    assert f"Nothing is kept: '{word}' is a word of the review, and no reason." in done.stderr
    assert verdicts(kept) == []
    review(f"{says} {word}", "q")
    assert [reason for _, _, reason in verdicts(kept)] == [word]


def test_what_is_kept_is_read_back(review: Any) -> None:
    assert "Kept: agree, triage:emergency. bit too mild" in review("a bit too mild", "q").stderr


def test_for_whom_it_is_stands_on_the_review(review: Any) -> None:
    assert "For tests of the commands only. Not for people." in review("q").stderr


def test_the_steps_of_an_older_version_in_another_store_are_found_by_the_command_that_is_told(
    invoke: Invoke, result_of: Results, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    where, journal = str(tmp_path / "team store.db"), Journal()
    for answers in ({"began": "at_once", "clicks": True, "reach": False}, {"chest_pain": True}):
        CaseStore(where).keep(journal, "two", (), result_of(**answers))
    said = invoke("review", "two", "--version", "1", "--store", where, *KB, lines=("", "why", "q")).stderr
    line = " ".join(said.split()).partition("Every step: ")[2].partition(str(SHOULDER))[0] + str(SHOULDER)
    store, *words = shlex.split(line)
    monkeypatch.setenv(*store.split("="))
    done = invoke(*words[1:])
    assert done.exit_code == 0, done.stderr
    assert "Two signs speak for a tear" in " ".join(done.stdout.split())


def test_what_cannot_be_a_reason_is_told_and_asked_again(review: Any, kept: CaseStore) -> None:
    done = review("d a\x07b", "d Fine.", "q")
    assert "control character" in done.stderr
    assert verdicts(kept) == [("triage:emergency", "disagree", "Fine.")]


def test_help_lists_every_word(review: Any) -> None:
    said = review("?", "help", "q").stderr
    for word in ("agree", "disagree", "note", "skip", "rest", "back", "why", "case", "quit", "help"):
        assert said.count(f"  {word}: ") == 2


def test_case_shows_the_answers_again(review: Any) -> None:
    said = review("case", "q").stderr
    assert "- chest pain: yes, " in said
    assert "3 SAFETY QUESTIONS WITHOUT AN ANSWER, WHICH NEVER COUNTS AS A NO\n  - The arm is numb\n" in said


def test_plain_is_for_screen_readers(review: Any) -> None:
    said = review("q", args=("--plain",)).stderr
    assert "1 of 3. Level of care" in said
    assert "·" not in said


def test_a_version_of_other_knowledge_is_read_as_it_was_kept(invoke: Invoke, kept: CaseStore) -> None:
    done = invoke("review", "mine", "--author", "Anna", lines=("w", "", "w", "d Not so.", "q"))
    said = done.stderr
    assert "concluded with other knowledge than is loaded here" in said
    assert f"2 of 3 · Rule: {RULE}\n" in said
    assert "From: chest_pain: yes" in said
    assert "The text of this rule stands in the knowledge that concluded the case" in " ".join(said.split())
    assert verdicts(kept) == [(f"rule:{RULE}", "disagree", "Not so.")]


def test_an_older_version_can_be_judged(invoke: Invoke, kept: CaseStore, result_of: Results) -> None:
    journal = Journal()
    for answers in ({"began": "at_once"}, {"chest_pain": True}):
        kept.keep(journal, "two", (), result_of(**answers))
    assert invoke("review", "two", "--version", "1", "--author", "Anna", *KB, lines=("", "d Not so.")).exit_code == 0
    (said,) = kept.read("two").verdicts
    assert (said.version, said.subject) == (1, "one-moment-adds")
    assert "has no version 3. Its newest is 2." in invoke("review", "two", "--version", "3").stderr


def test_a_case_that_is_forgotten_meanwhile_is_told(review: Any, kept: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    judge = CaseStore.judge

    def forget_first(self: CaseStore, *args: Any, **options: Any) -> Verdict:
        kept.forget("mine")
        return judge(self, *args, **options)

    monkeypatch.setattr(CaseStore, "judge", forget_first)
    done = review("a", "q")
    assert done.exit_code == 0
    assert "There is no case 'mine'" in done.stderr
    assert "You gave no verdict." in done.stderr


def test_every_verdict_is_safe_when_the_review_is_killed(kept: CaseStore, terminal: Callable[..., Terminal]) -> None:
    one = terminal("review", "mine", "--author", "Anna", *KB)
    one.read_until("1 of 3")
    one.type("d It was a bruise.\n")
    one.read_until("2 of 3")
    one.process.kill()
    assert verdicts(kept) == [("triage:emergency", "disagree", "It was a bruise.")]


def test_control_c_ends_with_how_to_go_on(kept: CaseStore, terminal: Callable[..., Terminal]) -> None:
    one = terminal("review", "mine", "--author", "Anna", *KB)
    one.read_until("> ")
    one.process.send_signal(signal.SIGINT)
    assert "Go on with: soleus review mine" in " ".join(one.read_all().split())


# A name


@pytest.mark.parametrize("name", ["stats", "case", "serve", "scenario"])
def test_a_case_that_is_called_like_a_command(invoke: Invoke, kept: CaseStore, result_of: Results, name: str) -> None:
    kept.keep(Journal(), name, (), result_of(chest_pain=True))
    done = invoke("review", "case", name, "--author", "Anna", *KB, lines=("q",))
    assert f"{name.upper()}: VERSION 1 OF 1" in done.stderr
    assert f"soleus review case {name} --author Anna" in done.stderr


def test_a_slip_in_a_command_is_told_as_one(invoke: Invoke, kept: CaseStore) -> None:
    done = invoke("review", "stat")
    assert done.exit_code == 1
    assert "There is no case 'stat'" in done.stderr
    assert "Or did you mean the command: soleus review stats?" in done.stderr
    assert "did you mean the command" not in invoke("review", "mime").stderr


def test_options_may_come_first(invoke: Invoke, kept: CaseStore) -> None:
    assert json.loads(invoke("review", "--json", "mine").stdout)["case"] == "mine"


def test_the_author_comes_from_outside_or_is_the_login_name(invoke: Invoke, kept: CaseStore, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LOGNAME", "ben")
    assert "You review as ben." in invoke("review", "mine", *KB, lines=("q",)).stderr
    monkeypatch.setenv("SOLEUS_AUTHOR", "Dr Who")
    assert "You review as Dr Who." in invoke("review", "mine", *KB, lines=("q",)).stderr


# Without a person


def test_one_verdict_by_options(invoke: Invoke, kept: CaseStore) -> None:
    args = ("review", "mine", "--on", f"rule:{RULE}", "--say", "disagree", "--reason", "It was a bruise.", "--author", "Anna")
    assert invoke(*args).stdout == f"Kept: Anna on rule {RULE} of version 1 of mine: disagree.\n"
    data = json.loads(invoke(*args, "--json").stdout)
    assert (data["case"], data["kind"], data["subject"], data["says"], data["version"]) == ("mine", "rule", RULE, "disagree", 1)
    assert [one.id for one in kept.read("mine").verdicts][-1] == data["id"]


@pytest.mark.parametrize(
    ("args", "code", "message"),
    [
        (("--on", "rule:dangr-is-an-emergency", "--say", "agree"), 1, f"This version has no rule 'dangr-is-an-emergency'. Did you mean '{RULE}'?"),
        (("--on", RULE, "--say", "agree"), 1, f"does not say what to judge. Did you mean rule:{RULE}?"),
        (("--on", "x", "--say", "agree"), 1, "'x' does not say what to judge. Write KIND:ID, such as rule:ID"),
        (("--on", "rul:x", "--say", "agree"), 1, "'rul' is nothing to judge. Did you mean 'rule'?"),
        (("--on", "triage:emergency", "--say", "disagree"), 1, "'disagree' needs a reason."),
        (("--on", "triage:emergency", "--say", "no"), 2, "--say cannot be 'no'."),
        (("--on", "triage:emergency"), 2, "Give --on and --say together"),
        (("--say", "agree"), 2, "Give --on and --say together"),
        (("--reason", "x"), 2, "Give --on and --say together"),
        (("--on", "triage:emergency", "--say", "agree", "--author", "a\x1b[1m"), 2, "it holds a control character"),
        (("--on", "triage:\x1b[1m", "--say", "agree"), 1, "This version has no triage"),
        (("--version", "2"), 1, "The case mine has no version 2. Its newest is 1."),
    ],
)
def test_what_cannot_be_judged_is_told(invoke: Invoke, kept: CaseStore, args: tuple[str, ...], code: int, message: str) -> None:
    done = invoke("review", "mine", *args)
    assert done.exit_code == code
    assert message in done.stderr
    assert "\x1b" not in done.stderr
    assert verdicts(kept) == []


def test_json_lists_all_that_can_be_judged(invoke: Invoke, kept: CaseStore) -> None:
    kept.judge("mine", "triage", "emergency", "Anna", "disagree", "No.")
    kept.judge("mine", "triage", "emergency", "Anna", "agree")
    data = json.loads(invoke("review", "mine", "--json").stdout)
    known = subjects(kept.read("mine").last.result)
    assert sorted(one["on"] for one in data["things"]) == sorted(f"{kind}:{one}" for kind, ids in known.items() for one in ids)
    assert [(said["author"], said["says"]) for said in data["things"][0]["verdicts"]] == [("Anna", "agree")]


def test_the_things_are_what_a_verdict_can_be_about(base: Any) -> None:
    from soleus import Consultation
    from soleus.knowledge.answers import load_answers

    for path in sorted((Path(__file__).parents[2] / "examples").glob("*.yaml")):
        result = Consultation.of(base, load_answers(base, path)).conclude().to_dict()
        found = things(result)
        assert len({one.on for one in found}) == len(found)
        assert {(one.kind, one.subject) for one in found} == {(kind, one) for kind, ids in subjects(result).items() for one in ids}
