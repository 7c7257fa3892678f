Feature: Every conclusion can be questioned
  A coach asks how something came about, why something else did not, what another answer would do, and which answers the result hinges on.

  Scenario: How a cause came about, in one glance
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the consultation is concluded
    Then "hip_weakness" came about by the rule "weak-hips-load-the-calf" from "pain_onset, hip_strength"

  Scenario: Why a cause was not named: a part that failed, with the value it saw
    Given a runner who answers "hip_strength: steady, pain_onset: gradual"
    When the consultation is concluded
    Then "hip_weakness" is not concluded, and of "weak-hips-load-the-calf" the part "hip_strength" failed because it is "steady"

  Scenario: Why a cause was not named: a part that is not known
    Given a runner who answers "pain_onset: gradual"
    When the consultation is concluded
    Then "hip_weakness" is not concluded, and of "weak-hips-load-the-calf" the part "hip_strength" is not known

  Scenario: Why a measure is not advised: what withholds it
    Given a runner who answers "leg_swollen: yes"
    When the consultation is concluded
    Then "ball_massage" is not concluded, and the rule "no-hands-heat-wrap-or-stretch-while-a-clot-is-possible" withholds it

  Scenario: What if a leg were swollen
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the consultation is concluded
    Then with "leg_swollen: yes" the triage would be "same_day"
    And with "leg_swollen: yes" the condition "deep_vein_thrombosis" would be at least "possible"
    And with "leg_swollen: yes" the measure "bridge" would no longer be advised

  Scenario: What if nobody had tested the hips
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the consultation is concluded
    Then without "hip_strength" the cause "hip_weakness" would be "unlikely"

  Scenario: What a cause hinges on
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the consultation is concluded
    Then one other answer turns "hip_weakness", and "hip_strength" is one that does

  Scenario: Nobody gets younger
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the consultation is concluded
    Then no answer to "age, sex, past_clot, family_clot" is among those that turn "triage"

  Scenario: A clot is ruled out by all its questions, not by some
    Given a runner with the answers of "all_unknown"
    When the consultation is concluded
    Then "clot_not_ruled_out" turns only when every question of "clot_signs" is answered with "no"
