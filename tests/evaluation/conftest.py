"""What the tests of the evaluation share: a small knowledge base of its own, and records of cases made by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from soleus.evaluation.cases import CaseSheet
from soleus.evaluation.scoring import Evaluation, Scored
from soleus.knowledge.conditions import LEVELS
from soleus.knowledge.model import KnowledgeBase

ELBOW = """
- knowledge: elbow
  title: Elbow pain
  version: 1.0.0
  language: 1
  person: player
  intended_use: For tests only.
  not_for: Not for people.
  triage:
    emergency: {title: Emergency, action: Call an ambulance.}
    same_day: {title: Today, action: See someone today.}
    clinician: {title: Soon, action: Book a clinician.}
    self_care: {title: Self-care, action: Start with the plan.}
  see_someone: [See someone if it locks.]
  phases: [{id: calm, title: First days, guide: Day 0 to 3}]
  day_minutes: 30
  groups: {rest: Rest}

- interview: main
  sections: [{title: All, ask: [sore, swollen, new_racket, age]}]

- {observable: sore, kind: yes_no, short: sore, ask: Is it sore?, why: It matters.}
- {observable: swollen, kind: yes_no, short: swollen, ask: Is it swollen?, why: It matters., safety: yes}
- {observable: new_racket, kind: yes_no, short: new racket, ask: Is the racket new?, why: It matters.}
- {observable: age, kind: number, unit: years, range: {at_least: 10, at_most: 100}, short: age, ask: How old are you?, why: It matters.}

- {condition: tennis_elbow, name: Tennis elbow, summary: A sore tendon., prior: common, triage: self_care, sources: [book]}
- {condition: worn_joint, name: Worn joint, summary: A worn joint., prior: uncommon, triage: clinician, sources: [book]}
- condition: septic_joint
  name: Infected joint
  summary: Germs are in the joint.
  prior: rare
  triage: same_day
  must_not_miss: yes
  sources: [book]

- {cause: racket, name: A new racket, summary: It is heavier., evidence: Weak., prior: uncommon, sources: [book]}
- {cause: years, name: The years, summary: Tendons age., evidence: Weak., prior: uncommon, sources: [book]}
- {source: book, cite: Anon. The elbow. 2020., read: seen}

- measure: ease_off
  name: Ease off
  groups: [rest]
  phase: calm
  purpose: Less load.
  dose: {weeks: 1}
  how: [Play less.]
  avoid: [It is hot.]
  sources: [book]

- rule: sore-is-tennis-elbow
  title: A sore elbow is a tennis elbow
  when: {sore: yes}
  then:
    - argue: {for: tennis_elbow, strength: strong, evidence: sore}
    - argue: {for: worn_joint, strength: weak, evidence: sore}
    - advise: [ease_off]
  because: It is sore.
  sources: [book]
  review: not clinically reviewed

- rule: swollen-may-be-infected
  title: A swollen elbow may be infected
  when: {swollen: yes}
  then:
    - argue: {for: septic_joint, strength: strong, evidence: swollen}
    - refer: same_day
  because: It is swollen.
  sources: [book]
  review: not clinically reviewed

- rule: a-new-racket-is-a-cause
  title: A new racket is a cause
  when: {new_racket: yes}
  then: [{argue: {for: racket, strength: strong, evidence: racket}}]
  because: The racket is new.
  sources: [book]
  review: not clinically reviewed

- rule: the-years-are-a-weak-cause
  title: The years count a little
  when: {age: {at_least: 40}}
  then: [{argue: {for: years, strength: weak, evidence: years}}]
  because: You are past forty.
  sources: [book]
  review: not clinically reviewed
"""


@pytest.fixture(scope="session")
def elbow(tmp_path_factory: pytest.TempPathFactory) -> KnowledgeBase:
    """A knowledge base of three conditions, two causes and four rules, none of them about a calf."""
    folder = tmp_path_factory.mktemp("elbow")
    (folder / "elbow.yaml").write_text(ELBOW)
    return KnowledgeBase.load(folder)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Write case sheets, each named by a keyword, into a folder of their own; the folder."""

    def written(**sheets: str) -> Path:
        for name, text in sheets.items():
            (tmp_path / f"{name}.yaml").write_text(text)
        return tmp_path

    return written


def sheet(name: str = "case", *accepted: str, triage: str = "self_care", **other: object) -> CaseSheet:
    """A case sheet made by hand."""
    plain: dict[str, object] = {"source": "book", "answers": {}, "confirmed": True, "causes": ()}
    return CaseSheet(name=name, accepted=accepted, triage=triage, **(plain | other))  # type: ignore[arg-type]


def scored(rank: int, first: str, right: str, given: str = "self_care", level: str = "self_care") -> Scored:
    """A scored case: the rank of the condition `right` ("" where the base has none), what came first, the triage given and the right one."""
    accepted = (right,) if right else ()
    error = LEVELS.index(given) - LEVELS.index(level)
    return Scored(sheet(f"{right}-{rank}", *accepted, triage=level), rank, first, given, error, ())  # type: ignore[arg-type]


@pytest.fixture
def mixed() -> Evaluation:
    """Six cases, right and wrong in every way that is counted."""
    return Evaluation(
        (
            scored(1, "strain", "strain"),
            scored(1, "clot", "clot", given="clinician", level="same_day"),
            scored(2, "strain", "cramp", given="clinician"),
            scored(4, "strain", "cramp", given="self_care", level="clinician"),
            scored(0, "cramp", "strain", given="same_day", level="emergency"),
            scored(0, "cramp", "", given="emergency", level="emergency"),
        )
    )


SHOULDER = Path(__file__).parents[1] / "cli" / "shoulder"


@pytest.fixture(scope="session")
def shoulder() -> KnowledgeBase:
    """A small base with every kind of test and conclusion."""
    return KnowledgeBase.load(SHOULDER)


@pytest.fixture
def edited(tmp_path: Path) -> Callable[..., KnowledgeBase]:
    """The shoulder with edits: pairs of a text that is replaced, everywhere, and the text in its place."""

    def make(*edits: tuple[str, str]) -> KnowledgeBase:
        folder = tmp_path / "edited"
        folder.mkdir(exist_ok=True)
        for path in SHOULDER.glob("*.yaml"):
            text = path.read_text()
            for old, new in edits:
                text = text.replace(old, new)
            (folder / path.name).write_text(text)
        return KnowledgeBase.load(folder)

    return make
