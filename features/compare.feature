Feature: Two consultations side by side
  A runner comes back. The coach sees at a glance what changed: the level of care, the answers, what it may be, the plan. What changed because nobody
  knows an answer any more, or because the rules are others, is said before all else. Less pain is no all-clear.

  Background:
    Given a runner with the answers of "weak_hips_gradual_ache"

  Scenario: Less pain two weeks later
    Given two weeks later the runner answers
      | pain_now | 0      |
      | course   | better |
    When the two consultations are compared
    Then the level of care is "the same" as then
    And the answer to "pain_now" went from "2/10" to "0/10", which is "2 less"
    And the comparison says "Fewer signs or a milder level are no all-clear."

  Scenario: A swollen leg two weeks later
    Given two weeks later the runner answers
      | leg_swollen | yes |
    When the two consultations are compared
    Then the level of care is "more urgent" than then
    And "leg_swollen" is the answer behind the new reason "one-sided-swelling-warmth-or-colour-needs-help-today"
    And the condition "deep_vein_thrombosis" is new
    And the measure "two_leg_heel_raise" stops, and is to be left alone

  Scenario: What somebody is no longer sure of is not a no
    Given the runner had answered
      | leg_swollen | yes |
    And two weeks later the runner answers
      | leg_swollen | not sure |
    When the two consultations are compared
    Then the answer to "leg_swollen" is no longer known
    And the comparison says first "Unknown is never no"
    And the comparison says "1 safety question has no answer now"

  Scenario: A safety question that was answered since
    Given the runner had answered
      | lump | not sure |
    And two weeks later the runner answers
      | lump | no |
    When the two consultations are compared
    Then the comparison says "Every safety question has an answer now; then 1 had none."

  Scenario: Other rules, the same runner
    Given two weeks later the runner answers
      | pain_now | 2 |
    And the first consultation was concluded with other knowledge
    When the two consultations are compared
    Then the comparison says first "every change comes from the rules, not from the runner"

  Scenario: Nothing changed
    Given two weeks later the runner answers
      | pain_now | 2 |
    When the two consultations are compared
    Then the comparison says "Nothing changed: the answers and what follows from them are the same."
