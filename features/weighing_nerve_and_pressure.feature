Feature: How signs of nerves and pressure add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.
  Under “What speaks against” some answers do not fit together: runners answer so, and then the word must not get stronger.

  Scenario Outline: Just enough for: dangerous pressure inside the leg
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "acute_compartment_syndrome" is at least "<word>"

    Examples:
      | answers                                                                                | word        |
      | tense_calf: yes, toe_movement_agony: yes, numb_or_tingling: yes, ease_time: not_at_all | very likely |
      | tense_calf: yes, run_pattern: since_one_moment, course: worse                          | possible    |
      | tense_calf: yes, foot_drop: yes                                                        | possible    |
      | severe_rising_pain: yes, after_unusual_session: yes                                    | possible    |

  Scenario Outline: Just enough for: pinched nerve in the leg
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "nerve_entrapment" is at least "<word>"

    Examples:
      | answers                                                                          | word        |
      | numb_or_tingling: yes, nerve_tap: yes, pain_site: outer_shin, pain_feel: burning | very likely |
      | foot_drop: yes                                                                   | possible    |
      | foot_drop: yes, numb_or_tingling: yes, pain_onset: only_on_effort                | likely      |
      | numb_or_tingling: yes, pain_site: outer_calf, pain_feel: burning                 | likely      |
      | cough_sit_worse: yes, numb_or_tingling: yes, pain_feel: burning                  | possible    |

  Scenario Outline: What speaks against: pinched nerve in the leg
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "nerve_entrapment" is at most "<word>"

    Examples:
      | answers                                                                          | word     |
      | foot_drop: yes, back_pain: yes, cough_sit_worse: yes, numb_or_tingling: yes      | unlikely |
      | bone_spot: yes, numb_or_tingling: yes, pain_site: outer_shin, pain_feel: burning | possible |

  Scenario Outline: Just enough for: irritated nerve in the lower back
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "s1_radiculopathy" is at least "<word>"

    Examples:
      | answers                                                     | word     |
      | foot_drop: yes, numb_or_tingling: yes, pain_site: whole_leg | possible |
      | back_pain: yes, numb_or_tingling: yes, pain_feel: burning   | likely   |
