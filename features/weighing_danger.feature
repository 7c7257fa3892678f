Feature: How signs of an emergency and of infection add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.

  Scenario Outline: Just enough for: sudden loss of blood to the leg
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "acute_limb_ischaemia" is at least "<word>"

    Examples:
      | answers                                                                             | word        |
      | severe_rising_pain: yes, cold_pale_leg: yes, sudden_numb_weak_leg: yes, smoker: yes | very likely |
      | cold_pale_leg: yes                                                                  | possible    |
      | sudden_numb_weak_leg: yes, pain_now: 8, smoker: yes, artery_disease: yes            | likely      |
      | sudden_numb_weak_leg: yes, artery_disease: yes                                      | possible    |

  Scenario Outline: Just enough for: squeezed nerves low in the back
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "cauda_equina_syndrome" is at least "<word>"

    Examples:
      | answers                                                              | word     |
      | saddle_numbness: yes, bladder_bowel_change: yes                      | likely   |
      | sudden_numb_weak_leg: yes, saddle_numbness: yes, both_legs_weak: yes | likely   |
      | bladder_bowel_change: yes                                            | possible |

  Scenario Outline: Just enough for: skin infection
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "cellulitis" is at least "<word>"

    Examples:
      | answers                                                                 | word        |
      | very_ill: yes, leg_discoloured: yes, skin_break: yes                    | likely      |
      | very_ill: yes, spreading_skin: yes, leg_swollen: yes, skin_break: yes   | very likely |
      | very_ill: yes, spreading_skin: yes                                      | likely      |
      | very_ill: yes, spreading_skin: yes, calf_difference: 3, skin_break: yes | very likely |

  Scenario Outline: Just enough for: severe, fast-spreading infection
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "necrotising_infection" is at least "<word>"

    Examples:
      | answers                                          | word     |
      | tense_calf: yes, very_ill: yes, leg_swollen: yes | possible |
