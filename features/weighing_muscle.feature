Feature: How signs of a muscle tear add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.
  Under “What speaks against” some answers do not fit together: runners answer so, and then the word must not get stronger.

  Scenario Outline: Just enough for: calf strain, small tear of the big calf muscle
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_1" is at least "<word>"

    Examples:
      | answers                                                             | word     |
      | pain_site: mid_calf, worse_stretch: knee_straight, heel_raise: sore | likely   |
      | past_calf_strain: yes                                               | possible |
      | run_pattern: since_one_moment                                       | possible |
      | pain_feel: tight, effect_on_run: kept_running, worse_stretch: both  | possible |
      | pain_onset: sudden, pain_site: mid_calf, age: 40                    | likely   |
      | pop_felt: yes, pain_site: upper_inner_calf                          | possible |

  Scenario Outline: What speaks against: calf strain, small tear of the big calf muscle
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_1" is at most "<word>"

    Examples:
      | answers                                                                               | word     |
      | leg_swollen: yes, pain_onset: sudden, pain_site: upper_inner_calf, bruise: large      | unlikely |
      | pop_felt: yes, pain_onset: sudden, age: 45, heel_raise: cannot                        | unlikely |
      | weak_push_off: yes, pain_onset: sudden, effect_on_run: had_to_stop                    | unlikely |
      | growing_lump: yes, pain_onset: sudden, course: worse                                  | unlikely |
      | walking: limp, pain_onset: sudden, heel_raise: painless                               | unlikely |
      | walking: cannot, pain_onset: sudden                                                   | unlikely |
      | pain_onset: sudden, pain_site: deep_low_calf                                          | unlikely |
      | squeeze_test: foot_still, pain_onset: sudden                                          | unlikely |
      | pain_onset: only_on_effort, pain_site: upper_inner_calf                               | unlikely |
      | pain_onset: gradual, worse_stretch: knee_straight                                     | unlikely |
      | pain_onset: sudden, pain_sides: both                                                  | unlikely |
      | pain_site: mid_calf, worse_stretch: knee_bent, heel_raise: sore                       | unlikely |
      | night_cramp: yes, nerve_tap: yes, pain_onset: sudden                                  | unlikely |
      | leg_warm: yes, pain_onset: sudden, pain_site: outer_calf, effect_on_run: kept_running | unlikely |
      | muscle_gap: yes, pain_onset: sudden                                                   | unlikely |
      | pain_onset: sudden, pain_site: inner_shin                                             | unlikely |
      | pain_site: whole_calf, heel_raise: sore                                               | unlikely |
      | pain_site: upper_inner_calf, heel_raise: weak_painless                                | unlikely |
      | pain_onset: hours_to_days, pain_site: somewhere_in_calf                               | unlikely |
      | numb_or_tingling: yes, pain_site: somewhere_in_calf                                   | unlikely |
      | pain_site: mid_calf, ease_time: under_5_min, heel_raise: sore                         | unlikely |
      | muscle_knot: yes, pain_onset: sudden, worse_stretch: knee_straight                    | possible |
      | pain_onset: sudden, pain_site: whole_leg                                              | unlikely |
      | whole_leg_swollen: yes, pain_site: upper_inner_calf                                   | unlikely |
      | pain_site: mid_calf, run_pattern: unrelated                                           | unlikely |
      | pain_site: mid_calf, run_pattern: creeps_in                                           | unlikely |
      | pain_feel: tight, worse_stretch: neither                                              | unlikely |
      | pain_onset: sudden, pain_site: deep_low_calf, bruise: small, heel_raise: sore         | unlikely |
      | pain_onset: sudden, pain_feel: tight, course: worse, worse_stretch: neither           | unlikely |

  Scenario Outline: Just enough for: calf strain, partial tear of the big calf muscle
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_2" is at least "<word>"

    Examples:
      | answers                                                                                              | word        |
      | pop_felt: yes, pain_onset: sudden, effect_on_run: had_to_stop, age: 45, worse_stretch: knee_straight | very likely |
      | pain_site: somewhere_in_calf, run_pattern: since_one_moment, past_calf_strain: yes                   | possible    |
      | leg_swollen: yes, pain_onset: sudden, bruise: large                                                  | likely      |
      | pain_onset: sudden, bruise: large, heel_raise: cannot                                                | likely      |
      | walking: cannot, pain_onset: sudden, pain_site: upper_inner_calf                                     | likely      |
      | pop_felt: yes, pain_site: mid_calf, worse_stretch: knee_straight                                     | likely      |
      | pop_felt: yes, pain_onset: sudden, pain_site: upper_inner_calf, effect_on_run: had_to_stop           | very likely |

  Scenario Outline: What speaks against: calf strain, partial tear of the big calf muscle
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_2" is at most "<word>"

    Examples:
      | answers                                                                             | word     |
      | walking: limp, pain_onset: sudden, heel_raise: painless                             | unlikely |
      | walking: limp, pain_onset: sudden, heel_raise: weak_painless                        | unlikely |
      | pop_felt: yes, effect_on_run: had_to_stop, ease_time: under_5_min                   | unlikely |
      | pain_onset: sudden, pain_site: deep_low_calf, effect_on_run: had_to_stop            | unlikely |
      | walking: cannot, pain_onset: sudden, pain_sides: both                               | unlikely |
      | leg_swollen: yes, pain_onset: sudden, pain_site: whole_leg                          | unlikely |
      | pop_felt: yes, pain_onset: gradual, age: 40                                         | unlikely |
      | pain_site: outer_calf, worse_stretch: knee_straight                                 | unlikely |
      | night_cramp: yes, pain_onset: sudden                                                | unlikely |
      | pain_onset: sudden, pain_site: whole_calf                                           | unlikely |
      | pop_felt: yes, squeeze_test: foot_still                                             | unlikely |
      | pain_onset: only_on_effort, pain_site: upper_inner_calf                             | unlikely |
      | pain_onset: sudden, worse_stretch: knee_bent, heel_raise: cannot                    | unlikely |
      | walking: limp, pain_onset: sudden, run_pattern: creeps_in                           | unlikely |
      | pop_felt: yes, pain_site: achilles, age: 45                                         | unlikely |
      | pop_felt: yes, pain_onset: hours_to_days, effect_on_run: had_to_stop                | unlikely |
      | pop_felt: yes, pain_feel: tight, effect_on_run: had_to_stop, worse_stretch: neither | unlikely |
      | pain_onset: sudden, pain_site: mid_calf, worse_stretch: relieves                    | unlikely |
      | pop_felt: yes, pain_onset: only_on_effort, age: 45                                  | unlikely |

  Scenario Outline: Just enough for: calf strain, full or nearly full tear of the big calf muscle
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_3" is at least "<word>"

    Examples:
      | answers                                                                            | word     |
      | leg_swollen: yes, pain_onset: sudden, pain_site: somewhere_in_calf, bruise: large  | likely   |
      | pop_felt: yes, effect_on_run: had_to_stop, worse_stretch: knee_straight            | possible |
      | muscle_gap: yes, pain_onset: sudden, heel_raise: cannot                            | likely   |
      | weak_push_off: yes, pain_onset: sudden, pain_site: mid_calf                        | possible |
      | walking: cannot, pain_onset: sudden, pain_site: upper_inner_calf, heel_raise: sore | possible |
      | pain_onset: sudden, effect_on_run: had_to_stop, bruise: small                      | possible |

  Scenario Outline: What speaks against: calf strain, full or nearly full tear of the big calf muscle
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_3" is at most "<word>"

    Examples:
      | answers                                                                                        | word     |
      | pop_felt: yes, pain_onset: sudden, pain_site: upper_inner_calf, effect_on_run: kept_running    | unlikely |
      | walking: cannot, pain_onset: sudden, pain_sides: both                                          | unlikely |
      | leg_swollen: yes, pain_onset: sudden, pain_site: deep_low_calf                                 | unlikely |
      | pain_onset: sudden, pain_site: achilles, effect_on_run: had_to_stop, bruise: large             | unlikely |
      | pain_onset: sudden, effect_on_run: had_to_stop, worse_stretch: knee_bent, heel_raise: cannot   | unlikely |
      | pain_onset: sudden, pain_site: mid_calf, bruise: large, heel_raise: painless                   | unlikely |
      | pain_onset: only_on_effort, pain_site: upper_inner_calf, bruise: large                         | unlikely |
      | muscle_gap: yes, pain_onset: gradual, pain_site: somewhere_in_calf                             | unlikely |
      | muscle_gap: yes, pain_onset: hours_to_days, pain_site: mid_calf                                | unlikely |
      | pain_onset: sudden, pain_site: upper_inner_calf, bruise: small, heel_raise: sore               | unlikely |
      | pop_felt: yes, pain_onset: sudden, pain_site: deep_low_calf, bruise: large                     | unlikely |
      | pop_felt: yes, muscle_gap: no, walking: normal, pain_onset: sudden, heel_raise: cannot         | unlikely |
      | pain_onset: sudden, pain_site: upper_inner_calf, pain_sides: both, bruise: small               | unlikely |
      | pain_onset: gradual, pain_site: somewhere_in_calf, bruise: large, worse_stretch: knee_straight | unlikely |

  Scenario Outline: Just enough for: bleed in the calf muscle
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "haematoma" is at least "<word>"

    Examples:
      | answers                                                                                | word        |
      | leg_swollen: yes, pain_onset: sudden, course: worse, bruise: large, anticoagulant: yes | very likely |
      | leg_swollen: yes, lump: yes, anticoagulant: yes                                        | possible    |
      | pain_onset: sudden, bruise: small, anticoagulant: yes                                  | possible    |

  Scenario Outline: Just enough for: torn thin calf tendon
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "plantaris_injury" is at least "<word>"

    Examples:
      | answers                                                                       | word     |
      | pop_felt: yes, pain_site: mid_calf, worse_stretch: knee_straight              | possible |
      | pain_onset: sudden, pain_site: upper_inner_calf, worse_stretch: knee_straight | possible |
      | pop_felt: yes, pain_site: behind_knee, worse_stretch: knee_straight           | possible |

  Scenario Outline: What speaks against: torn thin calf tendon
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "plantaris_injury" is at most "<word>"

    Examples:
      | answers                                                                                             | word     |
      | pop_felt: yes, pain_onset: sudden, pain_site: heel_back                                             | unlikely |
      | pop_felt: yes, pain_onset: sudden, pain_site: whole_calf                                            | unlikely |
      | pop_felt: yes, pain_onset: gradual, pain_site: behind_knee, worse_stretch: knee_straight            | unlikely |
      | pain_onset: sudden, pain_site: mid_calf, worse_stretch: knee_bent                                   | unlikely |
      | pop_felt: yes, pain_onset: hours_to_days, pain_site: upper_inner_calf, worse_stretch: knee_straight | unlikely |
      | pop_felt: yes, pain_onset: sudden, pain_site: inner_shin, worse_stretch: knee_straight              | unlikely |
      | pop_felt: yes, pain_onset: sudden, worse_stretch: knee_bent                                         | unlikely |

  Scenario Outline: Just enough for: deep calf strain
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "soleus_strain" is at least "<word>"

    Examples:
      | answers                                                            | word     |
      | pain_onset: sudden, pain_site: mid_calf, age: 40                   | possible |
      | pain_site: upper_inner_calf, ease_time: days, heel_raise: sore     | possible |
      | pain_site: somewhere_in_calf                                       | possible |
      | past_calf_strain: yes                                              | possible |
      | pain_site: outer_calf                                              | possible |
      | days_since_onset: 14, course: better                               | possible |
      | pain_feel: tight, effect_on_run: kept_running, worse_stretch: both | possible |
      | pain_site: outer_calf, pain_sides: both                            | possible |

  Scenario Outline: What speaks against: deep calf strain
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "soleus_strain" is at most "<word>"

    Examples:
      | answers                                                                                            | word     |
      | red_spreading_patch: yes, pain_site: outer_calf                                                    | unlikely |
      | pain_site: deep_low_calf, ease_time: under_5_min                                                   | unlikely |
      | pop_felt: yes, pain_onset: sudden, pain_site: mid_calf, age: 40                                    | unlikely |
      | pain_onset: gradual, pain_site: deep_low_calf, worse_stretch: knee_bent, heel_raise: weak_painless | possible |
      | pain_onset: only_on_effort, forefoot_change: yes                                                   | unlikely |
      | pain_onset: gradual, pain_site: behind_knee                                                        | unlikely |
      | cold_foot_on_effort: yes, more_speed: yes                                                          | unlikely |
      | pain_site: heel_back, worse_stretch: knee_bent                                                     | unlikely |
      | pain_site: outer_calf, worse_stretch: knee_straight                                                | unlikely |
      | pain_site: upper_inner_calf, past_calf_strain: yes                                                 | unlikely |
      | foot_drop: yes, ease_time: not_at_all                                                              | unlikely |
      | pain_site: whole_leg, run_pattern: creeps_in                                                       | unlikely |
      | numb_or_tingling: yes, pain_site: somewhere_in_calf                                                | unlikely |
      | pain_site: somewhere_in_calf, pain_sides: both                                                     | unlikely |
      | leg_discoloured: yes, pain_site: outer_calf                                                        | unlikely |
      | pain_site: somewhere_in_calf, bruise: large                                                        | unlikely |
      | pain_onset: gradual, run_pattern: since_one_moment                                                 | unlikely |
      | nerve_tap: yes, pain_site: somewhere_in_calf                                                       | unlikely |
      | growing_lump: yes, pain_onset: gradual                                                             | unlikely |
      | ease_time: not_at_all, tendon_pinch: sore_mid                                                      | unlikely |
      | pain_site: mid_calf, run_pattern: unrelated                                                        | unlikely |
      | pain_site: outer_calf, worse_stretch: relieves                                                     | unlikely |
      | bone_spot: yes, pain_onset: gradual, pain_site: outer_shin                                         | unlikely |
      | pain_site: behind_knee, worse_stretch: knee_bent                                                   | unlikely |
      | foot_drop: yes, run_pattern: creeps_in                                                             | unlikely |
      | cold_foot_on_effort: yes, pain_onset: gradual, returned_early: yes                                 | unlikely |
      | bone_spot: yes, pain_site: outer_calf                                                              | unlikely |
