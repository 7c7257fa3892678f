Feature: A coach says where the rules are wrong
  What a coach says lies over a case and changes nothing in it. It reaches the person who edits the rules.

  Background:
    Given the consultation of "weak_hips_gradual_ache" is kept as "anna"

  Scenario: A coach disagrees with a rule, and the statistics show why
    When "Ben" says "disagree" to the rule "weak-hips-load-the-calf" of "anna" because "She dropped the hip on purpose."
    Then the rule "weak-hips-load-the-calf" fired in 1 version, and 0 agree and 1 disagrees
    And the first reason is "She dropped the hip on purpose."
    And the rule "weak-hips-load-the-calf" stands first in the statistics
    And the list of cases without a verdict is empty

  Scenario: Nothing in the case changes
    When "Ben" says "disagree" to the rule "weak-hips-load-the-calf" of "anna" because "She dropped the hip on purpose."
    Then the case "anna" is as it was

  Scenario: A later verdict takes the place of the earlier one
    When "Ben" says "disagree" to the rule "weak-hips-load-the-calf" of "anna" because "She dropped the hip on purpose."
    And "Ben" says "agree" to the rule "weak-hips-load-the-calf" of "anna"
    Then the rule "weak-hips-load-the-calf" fired in 1 version, and 1 agrees and 0 disagree
    And both verdicts are kept

  Scenario: Two coaches may think otherwise
    When "Ben" says "disagree" to the cause "hip_weakness" of "anna" because "The hips are fine."
    And "Carla" says "agree" to the cause "hip_weakness" of "anna"
    Then of the cause "hip_weakness" 1 agrees and 1 disagrees

  Scenario: Every note stays
    When "Ben" says "note" to the triage "self_care" of "anna" because "Ask again on Monday."
    And "Ben" says "note" to the triage "self_care" of "anna" because "She is better."
    Then of the triage "self_care" 2 are notes

  Scenario: Who disagrees says why
    When "Ben" says "disagree" to the rule "weak-hips-load-the-calf" of "anna"
    Then the verdict is refused because it "needs a reason"

  Scenario: Only what the case says can be judged
    When "Ben" says "disagree" to the rule "one-sided-swelling-warmth-or-colour-needs-help-today" of "anna" because "It did not fire."
    Then the verdict is refused because it "has no rule"

  Scenario: A disagreement becomes a scenario that fails until the rule is mended
    When "Ben" says "disagree" to the rule "weak-hips-load-the-calf" of "anna" because "She dropped the hip on purpose."
    Then the disagreement is a scenario with the step "the rule "weak-hips-load-the-calf" does not fire"
    And the scenario gives all answers of "anna"
    And the scenario names neither "anna" nor "Ben"
