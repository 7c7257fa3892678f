"""What the case store keeps: cases, their versions, and verdicts on them. None of them is ever changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple, TypeAlias

from soleus.knowledge.conditions import Scalar
from soleus.knowledge.problems import SoleusError

Says: TypeAlias = Literal["agree", "disagree", "note"]
Kind: TypeAlias = Literal["triage", "condition", "cause", "finding", "score", "measure", "rule"]

POSSIBLE = ("possible", "likely", "very likely")
"""The words for support from which on a hypothesis is worth a line in a list."""


class StoreError(SoleusError):
    """A case store that cannot be used, or something that is not in it or does not belong there."""


@dataclass(frozen=True, slots=True)
class Version:
    """One concluded consultation: when it was kept (UTC), the questions dealt with, the time of every answer, and the whole result.

    The result is that of `Result.to_dict()`: it holds the answers, the trace and the fingerprint of the knowledge. It stays as it was made,
    whatever the knowledge says today.
    """

    number: int
    saved: str
    asked: tuple[str, ...]
    times: Mapping[str, str]
    result: Mapping[str, Any]

    @property
    def answers(self) -> Mapping[str, Scalar]:
        """The answers that were given, by observable."""
        answers: Mapping[str, Scalar] = self.result["answers"]
        return answers

    def same_as(self, other: Version) -> bool:
        """Whether both hold the same consultation, whenever they were kept and whatever their number."""
        return (self.asked, self.times, self.result) == (other.asked, other.times, other.result)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a reviewer says of one firing or conclusion of one version of a case.

    Verdicts are only ever added. Of what one author says of one thing of one version, the last `agree` or `disagree` counts, and takes the place
    of those before it; every `note` counts. `latest` in `review/verdicts.py` chooses those that count.
    """

    id: str
    version: int
    kind: Kind
    subject: str
    author: str
    time: str
    says: Says
    reason: str


@dataclass(frozen=True, slots=True)
class KeptCase:
    """A case: its id (32 hex digits, the same in every store), its name in this store, its versions from 1 on, its verdicts by time."""

    id: str
    name: str
    versions: tuple[Version, ...]
    verdicts: tuple[Verdict, ...] = ()

    @property
    def last(self) -> Version:
        """The newest version."""
        return self.versions[-1]

    def version(self, number: int) -> Version:
        """The version of this number. Raises `StoreError` when there is none."""
        found = next((one for one in self.versions if one.number == number), None)
        if found is None:
            raise StoreError(f"The case {self.name} has no version {number}. Its newest is {self.last.number}.")
        return found


class CaseLine(NamedTuple):
    """A case as a list shows it: what its newest version says in short, and how many versions and verdicts it has. A tuple: lists are long.

    `condition` is the id of the first condition that is at least possible, or nothing; `grave` are the names of the others that are at least
    possible and must not be missed; `causes` are the ids of the causes that are likely.
    """

    name: str
    id: str
    versions: int
    saved: str
    triage: str
    title: str
    provisional: bool
    condition: str
    condition_name: str
    words: str
    grave: tuple[str, ...]
    causes: tuple[str, ...]
    knowledge: str
    fingerprint: str
    verdicts: int


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """Which cases a list shows, by what their newest versions say. An empty field lets every case through.

    `triage` is a level; `cause` the id of a cause that is likely; `name` a part of the name, in any case of letters; `unreviewed` asks for
    cases whose newest version has no verdict.
    """

    triage: str = ""
    cause: str = ""
    name: str = ""
    unreviewed: bool = False


EVERY_CASE = CaseFilter()


@dataclass(frozen=True, slots=True)
class Remark:
    """A verdict that counts, and where it is: on which version of which case, who, when (UTC), and the id of the verdict."""

    case: str
    version: int
    author: str
    time: str
    says: Says
    reason: str
    verdict: str


@dataclass(frozen=True, slots=True)
class Tally:
    """What reviewers say of a rule or a conclusion in all kept versions.

    `said` is in how many versions the rule fired, or the conclusion was drawn. `agreed`, `disagreed` and `noted` count the verdicts that count.
    `remarks` are those verdicts: who disagrees first, then notes, then who agrees; of each the last first.
    """

    kind: Kind
    subject: str
    said: int
    agreed: int
    disagreed: int
    noted: int
    remarks: tuple[Remark, ...]


@dataclass(frozen=True, slots=True)
class Kept:
    """Where a consultation was kept: the name of its case in the store, its version there, and whether that is new."""

    name: str
    version: int
    new: bool


def subjects(result: Mapping[str, Any]) -> dict[Kind, frozenset[str]]:
    """What a verdict can be about: the ids of everything that this result concluded, and of the rules that fired."""
    steps = result["trace"]["steps"]
    return {
        "triage": frozenset({result["triage"]["level"]}),
        "condition": _ids(result["conditions"]),
        "cause": _ids(result["causes"]),
        "finding": _ids(result["findings"]),
        "score": _ids(result["scores"]),
        "measure": _ids(result["plan"], "measure") | _ids(result["withheld"], "measure"),
        "rule": frozenset(step["rule"] for step in steps if step["kind"] == "rule"),
    }


def _ids(items: Any, key: str = "id") -> frozenset[str]:
    return frozenset(item[key] for item in items)
