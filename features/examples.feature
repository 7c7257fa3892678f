Feature: The example answer sheets
  Each sheet in examples/ is a runner that anyone can try: `soleus consult --answers examples/new_shoes.yaml`. Here stands what
  Soleus must say of each: how soon to see someone, what it most likely is, and why it probably came.

  Scenario Outline: A sheet, and what comes first
    Given a runner with the answers of "<sheet>"
    When the consultation is concluded
    Then the triage is "<triage>"
    And the condition "<condition>" comes first
    And the condition "<condition>" is at least "likely"
    And the cause "<cause>" comes first
    And the cause "<cause>" is at least "possible"

    Examples: Care at home can begin
      | sheet                      | triage    | condition              | cause           |
      | weak_hips_gradual_ache     | self_care | soleus_strain          | hip_weakness    |
      | new_shoes                  | self_care | load_related_tightness | footwear_change |
      | long_run_jump              | self_care | gastrocnemius_strain_1 | load_spike      |
      | achilles_morning_stiffness | self_care | achilles_midportion    | intensity_jump  |
      | after_race_cramp           | self_care | exercise_cramp         | load_spike      |

    Examples: Someone must look first
      | sheet          | triage    | condition          | cause                   |
      | sore_shin_bone | clinician | tibial_bone_stress | low_energy_availability |
      | pop_and_gap    | same_day  | achilles_rupture   | intensity_jump          |

  Scenario Outline: Where danger comes first, no cause matters
    Given a runner with the answers of "<sheet>"
    When the consultation is concluded
    Then the triage is "<triage>"
    And the condition "<condition>" comes first
    And the condition "<condition>" is at least "likely"
    And the cause "load_spike" is at most "unlikely"
    And the cause "hip_weakness" is at most "unlikely"
    And the measure "rest_until_seen" is advised
    And the measure "straight_knee_heel_raise" is not advised
    And the measure "ball_massage" is not advised

    Examples:
      | sheet     | triage    | condition            |
      | clot_like | same_day  | deep_vein_thrombosis |
      | emergency | emergency | pulmonary_embolism   |

  Scenario: Weak hips are trained, and the sore muscle with them
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the consultation is concluded
    Then the measure "side_lying_hip_abduction" is advised
    And the measure "bent_knee_heel_raise" is advised
    And the measure "rope_jumps" is not advised

  Scenario: New shoes are changed for slowly
    Given a runner with the answers of "new_shoes"
    When the consultation is concluded
    Then the measure "phased_shoe_switch" is advised

  Scenario: A sheet of unknowns is no all-clear
    Given a runner with the answers of "all_unknown"
    When the consultation is concluded
    Then the triage is at least "clinician"
    And the safety question "breathless" is unanswered
    And the safety question "leg_swollen" is unanswered
    And the safety question "pop_felt" is unanswered
    And the measure "relative_rest" is advised
    And the measure "straight_knee_heel_raise" is not advised
    And the measure "ball_massage" is not advised
    And the measure "towel_stretch" is not advised
