"""One fault for each safety property, put into the bundled knowledge: each is found, with answers for which the forward engine shows it."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from proof.conftest import Bundled, Edit
from soleus import Consultation, KnowledgeBase
from soleus.knowledge.conditions import LEVELS, Derived, OneOf
from soleus.knowledge.properties import AddsOnly, Holds, Includes, LeavesOut, NeverHolds, NeverLowers
from soleus.proof.formulas import Person
from soleus.proof.proving import prove_task
from soleus.proof.replaying import Counterexample, TranslationError
from soleus.proof.verdicts import Verdict

ADVISES_TODAY = "  when:\n    triage: {at_least: same_day}\n  then:\n    - advise: [rest_until_seen]\n"
NOT_IN_AN_EMERGENCY = ADVISES_TODAY.replace("  then", "    unless:\n      - triage: {at_least: emergency}\n  then")
HARD_LEG = (
    "          - severe_rising_pain: yes\n          - toe_movement_agony: yes\n          - sudden_numb_weak_leg: yes\n  then:\n    - find: emergency"
)
HARD_LEG_ALONE = "    - find: compartment_suspected\n    - refer: same_day\n"
TOO_LITTLE = "          - walking: known\n        at_least:\n"
COMPARTMENT = "          - severe_rising_pain: yes\n          - tense_calf: yes\n"
BONE = "          - bone_spot: yes\n          - night_bone_pain: yes\n        any:\n"
GAP = "      - tendon_gap: yes\n      - muscle_gap: yes\n      - foot_hangs_less: yes\n"
HEALTH = "      - anticoagulant: yes\n      - recent_surgery: yes\n      - active_cancer: yes\n"
SOCKS = "  prior: uncommon\n  sources: [lagas-2020]\n"
KNEE = "  codes: {icd10cm: M25.569, icd10: M25.5}\n  prior: uncommon\n"
TRAINING = "[exercise, loading, jumping, running, stretching, mobility, deep_drop, technique, massage, ball, heat, compression]"
LIMP = "    walking: limp\n    unless:\n      - finding: both_calves_after_new_session\n"
UNFELT = "\n        unless:\n          - bone_spot: unknown\n"
FRESH = "      - muscle_gap: yes\n    unless:\n      - days_since_onset: {over: 3}\n"
TENDON = "        tendon_pinch: painless\n  then:\n    - find: drug_tendon_suspected"
RUNNING = "    triage: {at_least: clinician}\n  then:\n    - withhold: {groups: [running, jumping]}"


def _without(file: str, text: str, part: str) -> Edit:
    """An edit that takes a part out of a text."""
    return file, text, text.replace(part, "")


FAULTS: dict[str, Edit] = {
    "emergency-signs-mean-emergency": ("red_flags/emergency.yaml", "      - coughing_blood: yes\n", ""),
    "hard-leg-is-an-emergency-until-the-other-signs-are-answered": _without(
        "red_flags/emergency.yaml", HARD_LEG, "          - toe_movement_agony: yes\n"
    ),
    "emergency-leaves-nothing-but-rest": ("advice/general.yaml", ADVISES_TODAY, NOT_IN_AN_EMERGENCY),
    "nothing-is-trained-or-treated-before-help-today": _without("precautions.yaml", TRAINING, "exercise, "),
    "no-running-before-a-clinician-has-looked": ("precautions.yaml", RUNNING, RUNNING.replace("clinician", "same_day")),
    "clot-signs-need-help-today": ("red_flags/clot.yaml", "      - pitting: yes\n", ""),
    "tear-signs-need-help-today": _without("red_flags/tear.yaml", GAP + "      - squeeze_test: foot_still\n", "      - muscle_gap: yes\n"),
    "signs-of-infection-or-pressure-need-help-today": ("red_flags/emergency.yaml", HARD_LEG_ALONE, HARD_LEG_ALONE.replace("same_day", "clinician")),
    "who-is-at-higher-risk-is-always-referred": _without("red_flags/see_someone.yaml", HEALTH, "      - recent_surgery: yes\n"),
    "bone-signs-are-always-referred": ("conditions/findings.yaml", "      - hop: bone_pain\n", ""),
    "not-knowing-enough-is-never-self-care": (
        "red_flags/see_someone.yaml",
        TOO_LITTLE,
        TOO_LITTLE.replace("        at_least", "          - course: known\n        at_least"),
    ),
    "nobody-presses-warms-or-stretches-a-possible-clot": ("safety_findings.yaml", "          - family_clot: yes\n", ""),
    "no-load-on-a-possible-rupture": ("safety_findings.yaml", "          - weak_push_off: yes\n", ""),
    "no-load-on-a-possible-fracture": _without("safety_findings.yaml", BONE, "          - night_bone_pain: yes\n"),
    "no-load-or-wrap-on-possible-pressure": _without("safety_findings.yaml", COMPARTMENT, "          - tense_calf: yes\n"),
    "no-jumping-before-the-calf-is-strong-enough": ("safety_findings.yaml", "heel_raise_count: {at_least: 25}", "heel_raise_count: {at_least: 20}"),
    "fresh-tears-are-left-alone": ("safety_findings.yaml", FRESH, FRESH.replace("over: 3", "over: 2")),
    "pain-above-five-stops-loading": ("precautions.yaml", "pain_now: {over: 5}", "pain_now: {over: 6}"),
    "no-training-with-a-tendon-at-risk-from-a-medicine": _without("red_flags/see_someone.yaml", TENDON, "        tendon_pinch: painless\n"),
    "skin-that-may-not-feel-gets-no-heat-or-cold": ("precautions.yaml", "      - diabetes: yes\n", ""),
    "bleeding-is-not-pressed": ("precautions.yaml", "      - varicose_veins: yes\n", ""),
    "narrow-arteries-are-not-wrapped": ("precautions.yaml", "      - artery_disease: yes\n", ""),
    "heel-bone-pain-stays-on-the-floor": ("precautions.yaml", "      - tendon_pinch: sore_heel\n", ""),
    "everybody-gets-something-to-do": (
        "advice/general.yaml",
        "      - triage: {at_least: same_day}\n  then:\n    - advise: [relative_rest",
        "      - triage: {at_least: clinician}\n  then:\n    - advise: [relative_rest",
    ),
    "one-more-red-flag-never-calms": ("red_flags/see_someone.yaml", LIMP, LIMP + "      - leg_warm: yes\n      - family_clot: yes\n"),
    "not-sure-is-never-milder-than-no": ("advice/tendon_and_bone.yaml", UNFELT, "\n"),
    "what-nobody-has-measured-is-never-called-likely": ("conditions/other.yaml", KNEE, KNEE.replace("uncommon", "common")),
    "what-studies-do-not-bear-out-is-never-called-a-cause": ("causes/habits.yaml", SOCKS, SOCKS.replace("uncommon", "common")),
}
BY_CONSTRUCTION = {"nothing-withheld-is-in-a-plan"}
"""What no knowledge base can break: the engine keeps it, and the fault is put into the engine's translation."""


@dataclass(frozen=True)
class Shown:
    """What a consultation with the answers of a counterexample shows."""

    triage: int
    plan: set[str]

    @classmethod
    def of(cls, base: KnowledgeBase, answers: dict[str, object]) -> Shown:
        result = Consultation.of(base, answers).conclude()
        return cls(LEVELS.index(result.triage.level), {one.measure for one in result.plan})


def _refuted(base: KnowledgeBase, name: str) -> Counterexample:
    (verdict,) = prove_task(base, name)
    assert not verdict.proved
    assert verdict.counterexample is not None
    return verdict.counterexample


@pytest.mark.parametrize("name", FAULTS)
def test_fault_is_found_and_shown(bundled: Bundled, name: str) -> None:
    base = bundled.base([FAULTS[name]])
    found = _refuted(base, name)
    shown = Shown.of(base, dict(found.person.answers))
    assert LEVELS[shown.triage] == found.person.triage
    assert shown.plan == set(found.person.plan)
    _check_broken(base, found, shown)


def _check_broken(base: KnowledgeBase, found: Counterexample, shown: Shown) -> None:
    """Whether the consultation breaks the claim, read from its result alone."""
    match found.claim:
        case Holds(condition=condition):
            assert shown.triage < LEVELS.index(condition.level)  # type: ignore[union-attr]
        case NeverHolds(condition=condition):
            result = Consultation.of(base, dict(found.person.answers)).conclude()
            words = {one.id: one.words for one in (*result.conditions, *result.causes)}
            assert {words[name] for name in condition.hypotheses if name in words} & {"possible", "likely"}  # type: ignore[union-attr]
        case LeavesOut(groups=groups):
            assert found.measures
            assert all(name in shown.plan and set(base.measures[name].groups) & set(groups) for name in found.measures)
        case Includes(measures=measures):
            assert shown.plan.isdisjoint(measures)
        case _:
            assert found.before is not None
            before = Shown.of(base, dict(found.before.answers))
            assert isinstance(found.claim, NeverLowers | AddsOnly)
            assert shown.triage < before.triage if isinstance(found.claim, NeverLowers) else set(found.measures) <= shown.plan - before.plan


def test_every_property_has_a_fault(base: KnowledgeBase) -> None:
    assert {*FAULTS, *BY_CONSTRUCTION} == set(base.properties)


def test_a_translation_that_forgets_precautions_is_found_out(base: KnowledgeBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """No knowledge can put into a plan what it withholds. A translation that says so is told from the truth by the forward engine."""
    monkeypatch.setattr(Person, "planned", Person.advised)
    with pytest.raises(TranslationError, match="nothing-withheld-is-in-a-plan"):
        prove_task(base, "nothing-withheld-is-in-a-plan")


# What is asked of rules and items

DOUBLE = """
- rule: said-twice
  title: A cough with blood, once more
  when:
    coughing_blood: yes
    age: {at_least: 40}
  then:
    - find: lung_clot_suspected
    - refer: emergency
  because: You cough up blood.
  sources: [nhs-dvt]
  review: not clinically reviewed
"""


def _unproved(bundled: Bundled, task: str, *edits: Edit) -> list[Verdict]:
    return [one for one in prove_task(bundled.base(edits), task) if not one.proved]


def test_a_rule_that_no_answers_fire_is_found(bundled: Bundled) -> None:
    edit = (
        "conditions/bone.yaml",
        "    run_pattern: eases_when_warm\n  then:",
        "    run_pattern: eases_when_warm\n    finding: outer_leg_site\n  then:",
    )
    (found,) = _unproved(bundled, "fires", edit)
    assert found.item == "shin-pain-that-warms-up-is-shin-splints"
    assert found.parts == (OneOf("pain_site", ("inner_shin",)), Derived(("outer_leg_site",)))


def test_a_rule_that_says_what_a_wider_one_says_is_found(bundled: Bundled) -> None:
    head = "- finding: emergency_flag\n"
    (found,) = _unproved(bundled, "differs", ("red_flags/emergency.yaml", head, DOUBLE + head))
    assert (found.item, found.others) == ("said-twice", ("chest-trouble-with-a-sore-leg-is-an-emergency",))


def test_two_equal_rules_are_both_found(bundled: Bundled) -> None:
    head, old = "- finding: emergency_flag\n", "    coughing_blood: yes\n    age: {at_least: 40}\n"
    dark = DOUBLE.replace(old, "    any:\n      - dark_urine: yes\n").replace("find: lung_clot_suspected", "find: emergency_flag")
    found = _unproved(bundled, "differs", ("red_flags/emergency.yaml", head, dark + head))
    assert {one.item for one in found} == {"said-twice", "dark-urine-with-sore-muscles-is-an-emergency"}


def test_advice_that_is_always_withheld_is_found(bundled: Bundled) -> None:
    old = "    likely: night_cramp\n    unless:\n      - worse_stretch: [knee_straight, both]\n"
    new = "    likely: night_cramp\n    pain_now: {over: 5}\n"
    (found,) = _unproved(bundled, "advises", ("advice/soreness.yaml", old, new))
    assert (found.item, found.others) == ("night-cramps-are-stretched-at-bedtime", ("bedtime_stretch",))
    (lost,) = _unproved(bundled, "reached", ("advice/soreness.yaml", old, new))
    assert (lost.kind, lost.item) == ("measure", "bedtime_stretch")


def test_a_condition_that_is_never_possible_is_found(bundled: Bundled) -> None:
    old = "  codes: {icd10cm: I87.2, icd10: I87.2}\n  prior: uncommon\n"
    (found,) = _unproved(bundled, "reached", ("conditions/other.yaml", old, old.replace("uncommon", "rare")))
    assert (found.kind, found.item) == ("condition", "venous_insufficiency")


def test_a_condition_whose_own_level_never_applies_is_found(bundled: Bundled) -> None:
    old = "likely: [knee_referred_pain, muscle_illness"
    (found,) = _unproved(bundled, "reached", ("safety.yaml", old, "likely: [muscle_illness"))
    assert (found.kind, found.item) == ("condition", "knee_referred_pain")
    assert "level never applies" in found.why_not


def test_a_property_that_speaks_of_nobody_is_not_proved(bundled: Bundled) -> None:
    old = "  when:\n    pain_now: {over: 5}\n  then:\n    - leaves_out"
    base = bundled.base([("safety.yaml", old, old.replace("{over: 5}", "{over: 5}\n    any:\n      - pain_now: unknown"))])
    (found,) = prove_task(base, "pain-above-five-stops-loading")
    assert not found.proved
    assert found.why_not.startswith("It speaks of nobody")
