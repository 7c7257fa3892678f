"""Every sentence that the review in the browser says of its own, in one place."""

from __future__ import annotations

from collections.abc import Sequence

CASES, STATS = "Cases", "Rules and verdicts"
SKIP = "Skip to the content"
JUDGE = "Judge this"
AGREE, DISAGREE, NOTE, REASON = "Agree", "Disagree", "Note", "Reason or note"
SAYS = {"agree": ("✓", "agrees"), "disagree": ("✗", "disagrees"), "note": ("✎", "notes")}
NONE_FOUND = "No case fits."
NO_CASES = "There are no cases yet. A consultation that is concluded under a name is kept as one: soleus consult --save NAME"
NO_VERDICTS = "Nobody has judged a rule yet. Open a case, and agree or disagree beside what it says."
UNREVIEWED = "not reviewed"
ALL_LEVELS, ALL_CAUSES = "every level of care", "every cause"
OPEN = "safety questions open"
BESIDE = "What changed since the version before"
LOOK_FOR = "Look for what would change the outcome"
SEARCHING = "This is searched exactly, which can take some seconds."
NO_ALL_CLEAR = "A mild level of care is no all-clear."
AS_KEPT = (
    "This version was concluded with other knowledge than is loaded here. You read what it said then. Danger signs one by one, the picture, "
    "near misses and the texts of its rules need that knowledge: start the review with --kb and the folder of that time."
)

WRONG_HOST = "This server answers only to its own address. Open the address that soleus review serve printed."
WRONG_TOKEN = "This address has no valid token. Open the address that soleus review serve printed; it changes with every start."  # noqa: S105
WRONG_ORIGIN = "This was not sent by a page of this server, so nothing was done."
NOT_FOUND = "There is nothing here."
BUG = "This is a bug in Soleus, not in what you did. Start the server again with SOLEUS_DEBUG=1 to see where."
TOO_LONG = "The form is too large. Shorten the reason."
BROKEN_FORM = "The form cannot be read. Go back, load the page again, and repeat it."


def found(shown: Sequence[object], first: int, total: int) -> str:
    """Which cases of how many are shown."""
    cases = "1 case" if total == 1 else f"{total:,} cases"
    return f"{first:,} to {first + len(shown) - 1:,} of {cases}" if 0 < len(shown) < total else cases


def judged_of(tallies: Sequence[object], fired: int) -> str:
    """How many things of how many rules a list of verdicts holds."""
    things = "1 thing stands" if len(tallies) == 1 else f"{len(tallies):,} things stand"
    return f"{things} here. {fired:,} rules fired in the cases of this store. What was disagreed with most comes first."


def version_of(number: int, last: int, when: str) -> str:
    return f"Version {number} of {last}, kept {when}"


def missing_case(name: str) -> str:
    return f"There is no case {name} in this store. It may have been forgotten, or renamed by an import."


def missing_rule(name: str) -> str:
    return f"The knowledge that is loaded here has no rule {name}."
