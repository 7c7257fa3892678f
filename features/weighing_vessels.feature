Feature: How signs of veins and arteries add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.

  Scenario Outline: Just enough for: blood clot in a deep leg vein
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "deep_vein_thrombosis" is at least "<word>"

    Examples:
      | answers                                                        | word     |
      | long_travel: yes, pain_onset: sudden, course: worse            | likely   |
      | leg_discoloured: yes, throbbing_pain: yes, hard_sore_vein: yes | likely   |
      | pitting: yes, past_clot: yes                                   | possible |
      | leg_warm: yes, active_cancer: yes                              | possible |
      | leg_warm: yes, leg_immobilised: yes                            | possible |
      | leg_warm: yes, oestrogen: yes                                  | possible |

  Scenario Outline: Just enough for: burst cyst behind the knee
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "ruptured_bakers_cyst" is at least "<word>"

    Examples:
      | answers                                                                         | word     |
      | leg_swollen: yes, lump: yes, knee_arthritis: yes                                | possible |
      | leg_warm: yes, knee_fullness: yes, ankle_bruise: yes, pain_onset: hours_to_days | likely   |
