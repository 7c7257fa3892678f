Feature: How signs of the tendon and the shin bone add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.
  Under “What speaks against” some answers do not fit together: runners answer so, and then the word must not get stronger.

  Scenario Outline: Just enough for: achilles pain at the heel
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "achilles_insertional" is at least "<word>"

    Examples:
      | answers                                                                                     | word     |
      | morning_stiffness: yes, pain_onset: gradual, past_achilles: yes                             | possible |
      | morning_stiffness: yes, pain_site: achilles, run_pattern: eases_when_warm, heel_raise: sore | possible |
      | pain_onset: gradual, pain_site: heel_back, run_pattern: eases_when_warm, more_hills: yes    | likely   |

  Scenario Outline: What speaks against: achilles pain at the heel
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "achilles_insertional" is at most "<word>"

    Examples:
      | answers                                                                                                                | word     |
      | pain_onset: sudden, pain_site: heel_back                                                                               | unlikely |
      | morning_stiffness: yes, pain_onset: gradual, pain_site: achilles, run_pattern: eases_when_warm, tendon_pinch: painless | unlikely |
      | tendon_gap: yes, pain_site: heel_back                                                                                  | unlikely |
      | pain_site: deep_low_calf, tendon_pinch: sore_heel, heel_raise: sore                                                    | unlikely |
      | pain_site: whole_leg, tendon_pinch: sore_heel, heel_raise: sore                                                        | unlikely |
      | pain_site: outer_shin, tendon_pinch: sore_heel, heel_raise: sore                                                       | unlikely |
      | pain_site: behind_knee, tendon_pinch: sore_heel, heel_raise: sore                                                      | unlikely |
      | pain_site: upper_inner_calf, tendon_pinch: sore_heel, heel_raise: sore                                                 | unlikely |

  Scenario Outline: Just enough for: achilles pain in the middle of the tendon
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "achilles_midportion" is at least "<word>"

    Examples:
      | answers                                                               | word   |
      | morning_stiffness: yes, pain_site: achilles, heel_raise: sore         | likely |
      | pain_site: achilles, run_pattern: eases_when_warm, past_achilles: yes | likely |

  Scenario Outline: What speaks against: achilles pain in the middle of the tendon
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "achilles_midportion" is at most "<word>"

    Examples:
      | answers                                                                                     | word     |
      | squeeze_test: foot_still, pain_site: achilles                                               | unlikely |
      | tendon_gap: yes, pain_site: achilles                                                        | unlikely |
      | morning_stiffness: yes, pain_onset: gradual, pain_site: deep_low_calf, fluoroquinolone: yes | unlikely |
      | pain_site: whole_calf, run_pattern: eases_when_warm, tendon_pinch: sore_mid                 | unlikely |
      | pain_onset: sudden, pain_site: achilles                                                     | unlikely |
      | pain_site: achilles, tendon_pinch: painless                                                 | unlikely |
      | pain_onset: gradual, pain_site: heel_back, tendon_pinch: sore_mid                           | unlikely |
      | pain_site: behind_knee, run_pattern: eases_when_warm, tendon_pinch: sore_mid                | unlikely |
      | pain_site: whole_leg, run_pattern: eases_when_warm, tendon_pinch: sore_mid                  | unlikely |
      | ease_time: under_5_min, tendon_pinch: sore_mid                                              | unlikely |
      | morning_stiffness: yes, pain_onset: only_on_effort                                          | unlikely |
      | run_pattern: unrelated, past_achilles: yes                                                  | unlikely |
      | pain_site: outer_shin, run_pattern: eases_when_warm, tendon_pinch: sore_mid                 | unlikely |

  Scenario Outline: Just enough for: torn Achilles tendon
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "achilles_rupture" is at least "<word>"

    Examples:
      | answers                                                                | word        |
      | pop_felt: yes, walking: cannot, pain_onset: sudden, heel_raise: cannot | likely      |
      | tendon_gap: yes, pain_site: deep_low_calf                              | possible    |
      | foot_hangs_less: yes, heel_raise: weak_painless                        | possible    |
      | pain_onset: sudden, pain_site: achilles, fluoroquinolone: yes, age: 60 | likely      |
      | tendon_gap: yes, weak_push_off: yes, squeeze_test: foot_still          | very likely |
      | walking: cannot, pain_onset: sudden, ease_time: under_5_min            | possible    |

  Scenario Outline: Just enough for: shin splints
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "medial_tibial_stress" is at least "<word>"

    Examples:
      | answers                                                | word     |
      | pain_onset: gradual                                    | possible |
      | bone_spot: no, pain_site: inner_shin, weekly_jump: yes | likely   |

  Scenario Outline: What speaks against: shin splints
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "medial_tibial_stress" is at most "<word>"

    Examples:
      | answers                                                                                         | word     |
      | night_bone_pain: yes, pain_onset: gradual, pain_site: inner_shin, run_pattern: earlier_each_run | unlikely |
      | numb_or_tingling: yes, pain_onset: gradual                                                      | unlikely |
      | pain_onset: gradual, ease_time: under_5_min                                                     | unlikely |
      | pain_onset: gradual, pain_site: behind_knee                                                     | unlikely |
      | pain_onset: gradual, pain_site: somewhere_in_calf                                               | unlikely |
      | pain_onset: gradual, hop: bone_pain                                                             | unlikely |
      | leg_swollen: yes, pain_onset: gradual                                                           | unlikely |
      | bone_spot: yes, pain_onset: gradual                                                             | unlikely |
      | pain_site: inner_shin, run_pattern: unrelated                                                   | unlikely |
      | pain_onset: gradual, pain_site: whole_leg                                                       | unlikely |
      | pain_onset: gradual, pain_site: deep_low_calf                                                   | unlikely |
      | pain_onset: gradual, pain_site: outer_calf                                                      | unlikely |

  Scenario Outline: Just enough for: another overloaded tendon
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "other_tendinopathy" is at least "<word>"

    Examples:
      | answers                                                                     | word     |
      | morning_stiffness: yes, pain_site: deep_low_calf, tendon_pinch: painless    | possible |
      | morning_stiffness: yes, pain_site: inner_shin, tendon_pinch: painless       | possible |
      | pain_site: outer_shin, run_pattern: eases_when_warm, tendon_pinch: painless | possible |

  Scenario Outline: Just enough for: stress injury of the shin bone
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "tibial_bone_stress" is at least "<word>"

    Examples:
      | answers                                                              | word     |
      | night_bone_pain: yes, weekly_jump: yes                               | possible |
      | pain_site: inner_shin, ease_time: days, missed_periods_low_fuel: yes | possible |

  Scenario Outline: What speaks against: stress injury of the shin bone
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "tibial_bone_stress" is at most "<word>"

    Examples:
      | answers                                                                                       | word     |
      | pain_onset: gradual, pain_site: inner_shin, run_pattern: eases_when_warm, new_to_running: yes | unlikely |
