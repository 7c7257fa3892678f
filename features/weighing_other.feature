Feature: How signs of a lump, a rarer illness and the knee add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.

  Scenario Outline: Just enough for: pain that comes from the knee
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "knee_referred_pain" is at least "<word>"

    Examples:
      | answers                                          | word     |
      | pain_site: behind_knee                           | possible |
      | knee_arthritis: yes, pain_site: upper_inner_calf | possible |

  Scenario Outline: Just enough for: growing lump in the calf
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "soft_tissue_tumour" is at least "<word>"

    Examples:
      | answers                         | word     |
      | night_bone_pain: yes, lump: yes | possible |

  Scenario Outline: Just enough for: muscle illness
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "muscle_illness" is at least "<word>"

    Examples:
      | answers                                                               | word     |
      | pain_sides: both, run_pattern: unrelated, inflammatory_arthritis: yes | possible |
