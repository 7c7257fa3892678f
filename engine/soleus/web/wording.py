"""Every sentence that the review in the browser says of its own, in one place."""

from __future__ import annotations

from collections.abc import Sequence

from soleus.report.cases import counted
from soleus.review.records import Remark, Tally

CASES, STATS = "Cases", "Rules and verdicts"
NOT_DONE, NOT_KEPT = "Not done", "Not kept."
SKIP = "Skip to the content"
AGREE, DISAGREE, NOTE, REASON = "Agree", "Disagree", "Note", "Reason or note"
SAYS = {"agree": ("✓", "agrees"), "disagree": ("✗", "disagrees"), "note": ("✎", "notes")}
NONE_FOUND = "No case fits."
NO_CASES = "There are no cases yet. A consultation that is concluded under a name is kept as one:"
SAVE_ONE = "soleus consult --save NAME"
NO_VERDICTS = "Nobody has judged a rule yet. Open a case, and agree or disagree beside what it says."
UNREVIEWED = "not reviewed"
ALL_LEVELS, ALL_CAUSES = "every level of care", "every cause"
OPEN = "safety questions open"
NOT_TO_BE_MISSED = "Not to be missed:"
BESIDE = "What changed since the version before"
LOOK_FOR = "Look for what would change the outcome"
SEARCHING = "This is searched exactly, which can take some seconds."
VERSIONS, MORE_CASES, REVIEW = "Versions", "More cases", "Review"
COLUMNS = ("Case", "Level of care", "First condition", "Likely causes", "Kept", "Verdicts")
TALLIES = ("What", "Said", "Agreed", "Disagreed", "Notes")
LEVEL, CAUSE, NAME, ONLY_UNREVIEWED, SHOW = "Level of care", "Likely cause", "Name", "Only not reviewed", "Show"
NEWER, OLDER, ALL_CASES = "Newer", "Older", "All cases"
JUDGED_RULES, EVERY_RULE, TABLE = "Only what was judged", "Every rule that fired", "For a spreadsheet"
AS_SCENARIO = "as a scenario"
OR_NOTE = f"{DISAGREE} or note"
CONCLUDES, WHEN, EVIDENCE, REVIEWED = "Concludes", "When", "Evidence", "Review"
SAID_OF_RULE = "What was said of it"
NEVER_FIRED = "It fired in no case that is kept here."

SCRIPT = {
    "lost": "Not kept, as far as is known: the server did not answer. See whether soleus review serve still runs, and send it again. "
    "What you typed is still here; if the server was started again, copy it, and open the new address.",
    "unread": "The server did not answer. See whether soleus review serve still runs. If it was started again, open the new address.",
    "refused": NOT_KEPT,
    "waiting": "Being kept.",
    "kept": "Kept.",
}
"""What `review.js` says, by what happened: no answer to a verdict, no answer to anything else, a verdict refused, on its way, kept."""

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


def tally_of(tally: Tally) -> str:
    """In how many versions a rule fired, and what was said of it."""
    return f"Fired in {counted(tally.said, 'version')}; agreed {tally.agreed}, disagreed {tally.disagreed}, notes {tally.noted}."


def version(number: int) -> str:
    return f"Version {number}"


def remark_on(remark: Remark) -> str:
    """Where a remark stands."""
    return f"{remark.case}, version {remark.version}"


def version_of(number: int, last: int, when: str) -> str:
    return f"Version {number} of {last}, kept {when}"


def missing_case(name: str) -> str:
    return f"There is no case {name} in this store. It may have been forgotten, or renamed by an import."


def missing_rule(name: str) -> str:
    return f"The knowledge that is loaded here has no rule {name}."
