Feature: Every clot question counts
  Massage and stretching wait until every sign and every risk of a clot was answered with no. One question that stays open is enough to wait.

  Scenario: Every question answered with no
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks"
    When the consultation is concluded
    Then the finding "clot_not_ruled_out" is not derived

  Scenario Outline: One open question
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks"
    And a runner who answers "<question>: not sure"
    When the consultation is concluded
    Then the finding "clot_not_ruled_out" is derived
    And the measure "finger_massage" is withheld
    And the measure "wall_stretch_straight" is withheld

    Examples:
      | question            |
      | leg_swollen         |
      | whole_leg_swollen   |
      | leg_warm            |
      | leg_discoloured     |
      | throbbing_pain      |
      | hard_sore_vein      |
      | new_veins           |
      | pitting             |
      | red_spreading_patch |
      | past_clot           |
      | active_cancer       |
      | leg_immobilised     |
      | bed_rest            |
      | recent_surgery      |
      | long_travel         |
      | long_sitting        |
      | oestrogen           |
      | pregnant            |
      | family_clot         |
