Feature: Where a danger sign begins and ends
  Pairs of runners who differ in one answer, on both sides of a danger sign. Each line is the smallest story for which that answer decides.

  Scenario Outline: One answer decides
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: A risk for a clot and a calf pain without a clear reason
      | rule                                             | answers                                                                                                 | fires or not  |
      | clot-risk-with-unexplained-pain-needs-help-today | past_clot: yes, pop_felt: no, muscle_gap: no, walking: normal, night_cramp: yes, ease_time: 5_to_60_min | does not fire |

    Examples: Pain in one leg that came over hours or days, without a reason, and gets worse may be a clot
      | rule                                                            | answers                                                                                     | fires or not  |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today | pain_onset: hours_to_days, pain_sides: one, ease_time: under_5_min, course: worse           | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today | pain_onset: hours_to_days, pain_sides: one, ease_time: 5_to_60_min, course: worse           | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today | pain_onset: hours_to_days, pain_sides: one, run_pattern: same_distance, course: worse       | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today | pain_onset: hours_to_days, pain_sides: one, run_pattern: eases_when_warm, course: worse     | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today | pain_onset: hours_to_days, pain_sides: one, run_pattern: earlier_each_run, course: worse    | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today | pain_onset: hours_to_days, pain_sides: one, run_pattern: late_in_hard_effort, course: worse | does not fire |

    Examples: Pain in one leg that came over hours or days, without a reason, should be seen
      | rule                                                                    | answers                                                                                                     | fires or not  |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, ease_time: under_5_min                                          | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, ease_time: 5_to_60_min                                          | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, run_pattern: same_distance                                      | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, run_pattern: eases_when_warm                                    | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, run_pattern: earlier_each_run                                   | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, run_pattern: late_in_hard_effort                                | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pop_felt: no, muscle_gap: no, walking: normal, muscle_knot: yes, pain_onset: hours_to_days, pain_sides: one | does not fire |

    Examples: A calf pain that gets worse, with a risk for a clot, even where running seems to explain it
      | rule                                                | answers                                               | fires or not  |
      | growing-calf-pain-with-a-clot-risk-needs-help-today | past_clot: yes, ease_time: under_5_min, course: worse | does not fire |
      | growing-calf-pain-with-a-clot-risk-needs-help-today | past_clot: yes, ease_time: hours, course: worse       | does not fire |

    Examples: A calf injury that stops you, with a risk for a clot
      | rule                                               | answers                                                                          | fires or not  |
      | clot-risk-with-a-disabling-injury-needs-help-today | oestrogen: yes, effect_on_run: had_to_stop                                       | does not fire |
      | clot-risk-with-a-disabling-injury-needs-help-today | oestrogen: yes, walking: cannot, pain_onset: sudden, effect_on_run: kept_running | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today | bed_rest: yes, pain_onset: sudden, effect_on_run: had_to_stop                    | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today | family_clot: yes, walking: limp, run_pattern: since_one_moment                   | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today | long_travel: yes, run_pattern: since_one_moment, heel_raise: cannot              | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today | recent_surgery: yes, pain_onset: sudden, effect_on_run: had_to_stop              | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today | active_cancer: yes, pop_felt: yes, run_pattern: since_one_moment                 | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today | pregnant: yes, walking: cannot, run_pattern: since_one_moment                    | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today | leg_immobilised: yes, run_pattern: since_one_moment, heel_raise: cannot          | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today | past_clot: yes, run_pattern: since_one_moment, heel_raise: cannot                | fires         |

    Examples: A leg as hard as wood is an emergency unless the other pressure signs are known to be absent
      | rule                                                      | answers                                                           | fires or not |
      | hard-leg-needs-an-emergency-check-unless-the-pain-is-calm | tense_calf: yes, toe_movement_agony: no, sudden_numb_weak_leg: no | fires        |
      | hard-leg-needs-an-emergency-check-unless-the-pain-is-calm | severe_rising_pain: no, tense_calf: yes, sudden_numb_weak_leg: no | fires        |

    Examples: Pain only on effort or at a set distance may be blood flow or pressure, unless it lasts for hours after
      | rule                                                    | answers                                     | fires or not  |
      | effort-pain-needs-a-clinician-unless-it-lasts-for-hours | run_pattern: same_distance, ease_time: days | does not fire |

    Examples: A fluoroquinolone and pain that is or may be at a tendon
      | rule                                                   | answers                                                                   | fires or not  |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician | fluoroquinolone: yes, tendon_pinch: painless                              | fires         |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician | pain_site: upper_inner_calf, fluoroquinolone: yes, tendon_pinch: painless | does not fire |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician | pain_site: outer_calf, fluoroquinolone: yes, tendon_pinch: painless       | does not fire |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician | pain_site: behind_knee, fluoroquinolone: yes, tendon_pinch: painless      | does not fire |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician | pain_site: inner_shin, fluoroquinolone: yes, tendon_pinch: painless       | does not fire |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician | pain_site: front_shin, fluoroquinolone: yes, tendon_pinch: painless       | does not fire |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician | pain_site: outer_shin, fluoroquinolone: yes, tendon_pinch: painless       | does not fire |

    Examples: More than two weeks of pain that is not better and that no condition for self-care explains
      | rule                                                 | answers                                                                                                                                            | fires or not  |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | pain_onset: sudden, days_since_onset: 43, pain_site: mid_calf, worse_stretch: relieves                                                           | does not fire |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | night_cramp: yes, days_since_onset: 15, worse_stretch: relieves                                                                                    | does not fire |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | days_since_onset: 15, pain_site: upper_inner_calf, worse_stretch: knee_straight                                                                    | does not fire |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | days_since_onset: 15, run_pattern: creeps_in, worse_stretch: knee_bent                                                                             | does not fire |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | pain_onset: gradual, days_since_onset: 15, pain_feel: tight, minimalist_shoes: yes, worse_stretch: neither                                         | does not fire |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | after_unusual_session: yes, pain_onset: hours_to_days, days_since_onset: 15, pain_site: whole_calf, pain_sides: both, run_pattern: eases_when_warm | does not fire |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | bone_spot: no, days_since_onset: 15, pain_site: inner_shin, minimalist_shoes: yes                                                                  | does not fire |

    Examples: Two or more risks for a clot with any calf pain
      | rule                                | answers                                  | fires or not |
      | several-clot-risks-need-a-clinician | bed_rest: yes, recent_surgery: yes       | fires        |
      | several-clot-risks-need-a-clinician | past_clot: yes, active_cancer: yes       | fires        |
      | several-clot-risks-need-a-clinician | active_cancer: yes, leg_immobilised: yes | fires        |
      | several-clot-risks-need-a-clinician | bed_rest: yes, pregnant: yes             | fires        |

    Examples: Without two facts about the pain, one of them its place, its beginning, its pattern or the walking, nobody can advise you
      | rule                | answers                                                   | fires or not  |
      | too-little-is-known | pain_site: upper_inner_calf, worse_stretch: knee_straight | does not fire |
      | too-little-is-known | pain_site: deep_low_calf, effect_on_run: kept_running     | does not fire |
      | too-little-is-known | pain_site: outer_calf, pain_feel: burning                 | does not fire |
      | too-little-is-known | pain_site: whole_calf, pain_feel: burning                 | does not fire |
      | too-little-is-known | pain_site: behind_knee, worse_stretch: knee_straight      | does not fire |
      | too-little-is-known | pain_site: achilles, pain_feel: burning                   | does not fire |
      | too-little-is-known | pain_site: heel_back, pain_feel: burning                  | does not fire |
      | too-little-is-known | pain_site: inner_shin, worse_stretch: knee_straight       | does not fire |
      | too-little-is-known | pain_site: front_shin, pain_feel: burning                 | does not fire |
      | too-little-is-known | pain_site: outer_shin, pain_feel: burning                 | does not fire |
      | too-little-is-known | pain_site: whole_leg, pain_feel: burning                  | does not fire |
      | too-little-is-known | pain_site: deep_low_calf, heel_raise: painless            | does not fire |
      | too-little-is-known | pain_site: outer_calf, worse_stretch: knee_straight       | does not fire |
      | too-little-is-known | pain_site: whole_calf, heel_raise: painless               | does not fire |
      | too-little-is-known | pain_site: behind_knee, heel_raise: painless              | does not fire |
      | too-little-is-known | pain_site: achilles, heel_raise: painless                 | does not fire |
      | too-little-is-known | pain_site: heel_back, pain_sides: one                     | does not fire |
      | too-little-is-known | pain_site: front_shin, ease_time: under_5_min             | does not fire |
      | too-little-is-known | pain_site: outer_shin, heel_raise: painless               | does not fire |
      | too-little-is-known | pain_site: whole_leg, effect_on_run: had_to_stop          | does not fire |

    Examples: A pop or kick counts as a large tear until the other signs are known to be absent
      | rule                                                  | answers                                                                                         | fires or not |
      | pop-needs-help-today-unless-the-tear-signs-are-absent | pop_felt: yes, muscle_gap: no, weak_push_off: no, foot_hangs_less: no, squeeze_test: foot_moves | fires        |
      | pop-needs-help-today-unless-the-tear-signs-are-absent | pop_felt: yes, tendon_gap: no, weak_push_off: no, foot_hangs_less: no, squeeze_test: foot_moves | fires        |
      | pop-needs-help-today-unless-the-tear-signs-are-absent | pop_felt: yes, tendon_gap: no, muscle_gap: no, foot_hangs_less: no, squeeze_test: foot_moves    | fires        |
      | pop-needs-help-today-unless-the-tear-signs-are-absent | pop_felt: yes, tendon_gap: no, muscle_gap: no, weak_push_off: no, squeeze_test: foot_moves      | fires        |

    Examples: Sudden pain at the Achilles tendon counts as a tear until the signs are known to be absent
      | rule                                                              | answers                                                                                         | fires or not |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear | pop_felt: no, weak_push_off: no, foot_hangs_less: no, pain_onset: sudden, pain_site: achilles   | fires        |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear | pop_felt: no, tendon_gap: no, foot_hangs_less: no, pain_onset: sudden, pain_site: heel_back     | fires        |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear | tendon_gap: no, weak_push_off: no, foot_hangs_less: no, pain_onset: sudden, pain_site: achilles | fires        |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear | pop_felt: no, tendon_gap: no, weak_push_off: no, pain_onset: sudden, pain_site: achilles        | fires        |

    Examples: A sudden pain that leaves a limp or stops you counts as a torn tendon until it is known to sit elsewhere or to have let you carry on
      | rule                                                                 | answers                                                                                           | fires or not  |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden                                                                                | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, hop: painless                                     | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, pain_site: mid_calf, effect_on_run: had_to_stop                               | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, pain_site: outer_calf, effect_on_run: had_to_stop                             | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, pain_site: behind_knee, effect_on_run: had_to_stop                            | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, pain_site: inner_shin, effect_on_run: had_to_stop                             | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, pain_site: front_shin, effect_on_run: had_to_stop                             | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, pain_site: outer_shin, effect_on_run: had_to_stop                             | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pop_felt: no, tendon_gap: no, foot_hangs_less: no, pain_onset: sudden, effect_on_run: had_to_stop | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pop_felt: no, weak_push_off: no, foot_hangs_less: no, walking: limp, pain_onset: sudden           | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | tendon_gap: no, weak_push_off: no, foot_hangs_less: no, walking: limp, pain_onset: sudden         | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pop_felt: no, tendon_gap: no, weak_push_off: no, walking: limp, pain_onset: sudden                | fires         |

    Examples: A push-off that is gone may be a torn tendon unless it came slowly
      | rule                                                 | answers                                               | fires or not  |
      | lost-push-off-needs-help-today-unless-it-came-slowly | pain_onset: hours_to_days, heel_raise: weak_painless  | does not fire |
      | lost-push-off-needs-help-today-unless-it-came-slowly | pain_onset: only_on_effort, heel_raise: weak_painless | does not fire |

    Examples: A bruise, a sudden injury or a growing pain on a blood thinner may be a bleed
      | rule                                         | answers                           | fires or not |
      | bleeding-on-a-blood-thinner-needs-help-today | bruise: large, anticoagulant: yes | fires        |

    Examples: A slow start, or a squeeze that moves the foot, and no sign of a tear
      | rule                                                | answers                                                                                                                | fires or not  |
      | rupture-is-not-ruled-out-until-the-signs-are-absent | pain_onset: hours_to_days                                                                                              | fires         |
      | rupture-is-not-ruled-out-until-the-signs-are-absent | pop_felt: no, tendon_gap: no, weak_push_off: no, pain_onset: hours_to_days                                             | fires         |
      | rupture-is-not-ruled-out-until-the-signs-are-absent | pop_felt: no, muscle_gap: no, weak_push_off: no, pain_onset: only_on_effort                                            | fires         |
      | rupture-is-not-ruled-out-until-the-signs-are-absent | pop_felt: no, tendon_gap: no, muscle_gap: no, pain_onset: only_on_effort                                               | fires         |
      | rupture-is-not-ruled-out-until-the-signs-are-absent | pop_felt: no, tendon_gap: no, muscle_gap: no, weak_push_off: no, pain_onset: hours_to_days                             | does not fire |
      | rupture-is-not-ruled-out-until-the-signs-are-absent | pop_felt: no, tendon_gap: no, muscle_gap: no, weak_push_off: no, pain_onset: only_on_effort                            | does not fire |
      | rupture-is-not-ruled-out-until-the-signs-are-absent | pop_felt: no, tendon_gap: no, muscle_gap: no, weak_push_off: no, squeeze_test: foot_still, pain_onset: only_on_effort  | fires         |
      | rupture-is-not-ruled-out-until-the-signs-are-absent | pop_felt: no, tendon_gap: no, muscle_gap: no, weak_push_off: no, foot_hangs_less: yes, pain_onset: only_on_effort      | fires         |
      | rupture-is-not-ruled-out-until-the-signs-are-absent | pop_felt: no, tendon_gap: no, muscle_gap: no, weak_push_off: no, pain_onset: only_on_effort, heel_raise: weak_painless | fires         |

    Examples: Rising pain, a hard leg, agony on toe movement and a numb leg have to be answered with no
      | rule                                                    | answers                                                                  | fires or not |
      | compartment-is-not-ruled-out-until-the-signs-are-absent | tense_calf: no, toe_movement_agony: no, sudden_numb_weak_leg: no         | fires        |
      | compartment-is-not-ruled-out-until-the-signs-are-absent | severe_rising_pain: no, tense_calf: no, sudden_numb_weak_leg: no         | fires        |
      | compartment-is-not-ruled-out-until-the-signs-are-absent | severe_rising_pain: no, toe_movement_agony: no, sudden_numb_weak_leg: no | fires        |

    Examples: No sore spot on bone and no night pain, and for shin pain a painless hop
      | rule                                                    | answers                                                    | fires or not  |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | night_bone_pain: no, hop: painless                         | fires         |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, night_bone_pain: no, pain_site: outer_calf  | does not fire |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, night_bone_pain: no, pain_site: whole_calf  | does not fire |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, night_bone_pain: no, pain_site: behind_knee | does not fire |

    Examples: A sudden or unknown start counts as a fresh tear for three days
      | rule                                              | answers                    | fires or not  |
      | tear-counts-as-fresh-until-three-days-have-passed | pain_onset: only_on_effort | does not fire |

    Examples: A pop or a gap counts as a fresh tear for three days
      | rule                                                    | answers                            | fires or not |
      | pop-or-gap-counts-as-fresh-until-three-days-have-passed | pop_felt: yes, days_since_onset: 3 | fires        |

    Examples: A slow start, and a pain that follows the running, explains itself
      | rule                                                | answers                                               | fires or not |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: gradual, run_pattern: same_distance       | fires        |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: gradual, run_pattern: eases_when_warm     | fires        |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: gradual, run_pattern: earlier_each_run    | fires        |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: gradual, run_pattern: late_in_hard_effort | fires        |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: only_on_effort, ease_time: under_5_min    | fires        |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: only_on_effort, ease_time: 5_to_60_min    | fires        |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: gradual, pain_site: heel_back             | fires        |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: gradual, pain_site: inner_shin            | fires        |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: gradual, pain_site: front_shin            | fires        |
      | slow-start-with-a-running-pattern-is-a-load-pattern | pain_onset: gradual, pain_site: outer_shin            | fires        |

    Examples: A cramp that let go within the hour and left normal walking
      | rule                                | answers                                                                                 | fires or not  |
      | cramp-that-let-go-leaves-a-good-leg | pop_felt: no, walking: normal, muscle_knot: yes                                         | does not fire |
      | cramp-that-let-go-leaves-a-good-leg | pop_felt: no, muscle_gap: no, walking: normal, muscle_knot: yes, bruise: large          | does not fire |
      | cramp-that-let-go-leaves-a-good-leg | pop_felt: no, muscle_gap: no, walking: normal, muscle_knot: yes, ease_time: not_at_all  | does not fire |
      | cramp-that-let-go-leaves-a-good-leg | pop_felt: no, muscle_gap: no, walking: normal, ease_time: under_5_min                   | does not fire |
      | cramp-that-let-go-leaves-a-good-leg | pop_felt: no, muscle_gap: no, walking: normal, night_cramp: yes, ease_time: 5_to_60_min | fires         |
