Feature: How signs of soreness, tightness and cramp add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.
  Under “What speaks against” some answers do not fit together: runners answer so, and then the word must not get stronger.

  Scenario Outline: Just enough for: ordinary muscle soreness after exercise
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "delayed_onset_soreness" is at least "<word>"

    Examples:
      | answers                                                                         | word     |
      | days_since_onset: 1, course: better                                             | possible |
      | after_unusual_session: yes, pain_site: whole_calf, run_pattern: eases_when_warm | possible |

  Scenario Outline: What speaks against: ordinary muscle soreness after exercise
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "delayed_onset_soreness" is at most "<word>"

    Examples:
      | answers                                                                                                     | word     |
      | leg_warm: yes, after_unusual_session: yes, pain_sides: both                                                 | unlikely |
      | growing_lump: yes, pain_onset: hours_to_days                                                                | unlikely |
      | numb_or_tingling: yes, pain_onset: hours_to_days                                                            | unlikely |
      | pain_onset: hours_to_days, pain_site: achilles                                                              | unlikely |
      | pain_site: whole_calf, ease_time: under_5_min                                                               | unlikely |
      | pain_onset: only_on_effort, pain_site: whole_calf                                                           | unlikely |
      | pain_onset: gradual, pain_site: whole_calf                                                                  | unlikely |
      | spreading_skin: yes, pain_onset: hours_to_days                                                              | unlikely |
      | pain_onset: sudden, pain_site: whole_calf                                                                   | unlikely |
      | pain_onset: hours_to_days, days_since_onset: 14, course: better                                             | unlikely |
      | after_unusual_session: yes, pain_site: whole_calf, pain_sides: one, run_pattern: eases_when_warm            | unlikely |
      | pop_felt: yes, pain_onset: hours_to_days                                                                    | unlikely |
      | pain_site: whole_calf, bruise: large                                                                        | unlikely |
      | tense_calf: yes, pain_onset: hours_to_days                                                                  | unlikely |
      | lump: yes, pain_site: whole_calf                                                                            | unlikely |
      | calf_difference: 3, pain_onset: hours_to_days                                                               | unlikely |
      | pain_site: behind_knee                                                                                      | unlikely |
      | dark_urine: yes, pain_onset: hours_to_days, days_since_onset: 1, course: better                             | unlikely |
      | pain_onset: hours_to_days, pain_site: whole_calf, ease_time: under_5_min                                    | unlikely |
      | after_unusual_session: yes, pain_onset: only_on_effort, pain_site: whole_calf, run_pattern: eases_when_warm | unlikely |
      | pop_felt: yes, after_unusual_session: yes, pain_site: whole_calf, run_pattern: eases_when_warm              | unlikely |
      | calf_difference: 3, after_unusual_session: yes, pain_site: whole_calf, run_pattern: eases_when_warm         | unlikely |
      | after_unusual_session: yes, pain_site: whole_calf, run_pattern: eases_when_warm, bruise: large              | unlikely |
      | spreading_skin: yes, after_unusual_session: yes, pain_site: whole_calf, run_pattern: eases_when_warm        | unlikely |
      | growing_lump: yes, pain_onset: hours_to_days, pain_site: whole_calf                                         | unlikely |
      | pain_onset: hours_to_days, pain_site: behind_knee                                                           | unlikely |

  Scenario Outline: Just enough for: calf cramp during exercise
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "exercise_cramp" is at least "<word>"

    Examples:
      | answers                                                   | word     |
      | muscle_knot: yes, pain_feel: cramp                        | likely   |
      | pain_site: whole_calf                                     | possible |
      | run_pattern: late_in_hard_effort, worse_stretch: relieves | likely   |

  Scenario Outline: What speaks against: calf cramp during exercise
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "exercise_cramp" is at most "<word>"

    Examples:
      | answers                                                  | word     |
      | pop_felt: yes, worse_stretch: relieves                   | unlikely |
      | walking: limp, pain_onset: sudden, pain_site: whole_calf | unlikely |
      | pain_onset: sudden, bruise: large                        | unlikely |
      | leg_swollen: yes, pain_site: whole_calf                  | unlikely |
      | pain_site: whole_leg, pain_feel: cramp                   | unlikely |
      | pain_onset: sudden, ease_time: not_at_all                | unlikely |
      | night_cramp: yes, pain_onset: sudden                     | unlikely |
      | pain_onset: hours_to_days, worse_stretch: relieves       | unlikely |
      | pain_onset: sudden, pain_site: behind_knee               | unlikely |
      | run_pattern: unrelated, worse_stretch: relieves          | unlikely |
      | pain_site: front_shin, worse_stretch: relieves           | unlikely |
      | leg_discoloured: yes, worse_stretch: relieves            | unlikely |
      | calf_difference: 3, worse_stretch: relieves              | unlikely |
      | pain_onset: gradual, worse_stretch: relieves             | unlikely |
      | bruise: large, worse_stretch: relieves                   | unlikely |
      | ease_time: days, worse_stretch: relieves                 | unlikely |

  Scenario Outline: Just enough for: tight, overworked calf
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "load_related_tightness" is at least "<word>"

    Examples:
      | answers                                                                                         | word     |
      | pain_onset: gradual, pain_site: somewhere_in_calf, run_pattern: same_distance, ease_time: hours | likely   |
      | run_pattern: creeps_in                                                                          | possible |
      | days_since_onset: 14, course: better                                                            | possible |
      | pain_feel: tight, worse_stretch: neither                                                        | possible |

  Scenario Outline: What speaks against: tight, overworked calf
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "load_related_tightness" is at most "<word>"

    Examples:
      | answers                                                                             | word     |
      | cold_foot_on_effort: yes, more_speed: yes                                           | unlikely |
      | pain_onset: sudden, pain_site: whole_calf                                           | unlikely |
      | pain_site: somewhere_in_calf, run_pattern: unrelated, ease_time: hours              | unlikely |
      | leg_warm: yes, pain_site: whole_calf, ease_time: hours                              | unlikely |
      | dark_urine: yes, pain_onset: gradual, pain_site: mid_calf                           | unlikely |
      | pop_felt: yes, pain_onset: gradual                                                  | unlikely |
      | pain_site: mid_calf, ease_time: days                                                | unlikely |
      | pain_onset: only_on_effort, pain_site: somewhere_in_calf                            | unlikely |
      | after_unusual_session: yes, pain_sides: both                                        | unlikely |
      | red_spreading_patch: yes, weekly_jump: yes                                          | unlikely |
      | growing_lump: yes, pain_site: somewhere_in_calf                                     | unlikely |
      | bruise: large, returned_early: yes                                                  | unlikely |
      | foot_drop: yes, new_to_running: yes                                                 | unlikely |
      | pain_site: somewhere_in_calf, ease_time: under_5_min                                | unlikely |
      | muscle_gap: yes, weekly_jump: yes                                                   | unlikely |
      | lump: yes, pain_site: somewhere_in_calf                                             | unlikely |
      | pain_onset: gradual, run_pattern: since_one_moment                                  | unlikely |
      | pain_onset: gradual, pain_site: behind_knee                                         | unlikely |
      | numb_or_tingling: yes, pain_site: mid_calf                                          | unlikely |
      | pain_onset: gradual, heel_raise: weak_painless                                      | unlikely |
      | calf_difference: 3, returned_early: yes                                             | unlikely |
      | tense_calf: yes, pain_site: mid_calf                                                | unlikely |
      | pain_site: whole_leg, heel_raise: painless                                          | unlikely |
      | hard_sore_vein: yes, pain_onset: gradual                                            | unlikely |
      | pain_onset: gradual, pain_site: outer_shin                                          | unlikely |
      | growing_lump: yes, returned_early: yes                                              | unlikely |
      | ease_time: under_5_min, new_to_running: yes                                         | unlikely |
      | pain_site: somewhere_in_calf, run_pattern: since_one_moment, ease_time: hours       | unlikely |
      | pain_onset: sudden, pain_site: somewhere_in_calf, heel_raise: cannot                | unlikely |
      | pain_site: behind_knee, run_pattern: creeps_in, heel_raise: painless                | unlikely |
      | pop_felt: yes, pain_onset: gradual, days_since_onset: 1, course: better             | unlikely |
      | pain_onset: gradual, pain_site: achilles, pain_feel: tight, worse_stretch: relieves | unlikely |

  Scenario Outline: Just enough for: night cramp
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "night_cramp" is at least "<word>"

    Examples:
      | answers                                                         | word   |
      | night_cramp: yes, pain_onset: sudden, pain_feel: cramp, age: 63 | likely |

  Scenario Outline: What speaks against: night cramp
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "night_cramp" is at most "<word>"

    Examples:
      | answers                                        | word     |
      | night_cramp: yes, pain_onset: gradual          | unlikely |
      | walking: limp, night_cramp: yes                | unlikely |
      | night_cramp: yes, ease_time: not_at_all        | unlikely |
      | leg_warm: yes, night_cramp: yes                | unlikely |
      | calf_difference: 3, night_cramp: yes           | unlikely |
      | night_cramp: yes, pain_onset: only_on_effort   | unlikely |
      | pain_site: inner_shin, worse_stretch: relieves | unlikely |
