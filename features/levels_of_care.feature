Feature: How soon to be seen
  Each danger sign by itself asks for its level of care, whatever else asks for it too: several rules may see the same danger,
  and none of them may lean on the others.

  Scenario Outline: Each danger sign asks for its level of care
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" asks for "<level>"
    And the triage is "<level>"

    Examples: It is an emergency
      | rule                                                 | answers                                | level     |
      | chest-trouble-with-a-sore-leg-is-an-emergency        | breathless: yes                        | emergency |
      | dark-urine-with-sore-muscles-is-an-emergency         | dark_urine: yes                        | emergency |
      | fever-with-a-leg-that-fails-is-an-emergency          | tense_calf: yes, very_ill: yes         | emergency |
      | hard-leg-with-a-second-sign-is-an-emergency          | tense_calf: yes, numb_or_tingling: yes | emergency |
      | numb-saddle-or-bladder-change-is-an-emergency        | saddle_numbness: yes                   | emergency |
      | rising-pain-or-agony-on-toe-movement-is-an-emergency | toe_movement_agony: yes                | emergency |
      | sudden-cold-or-numb-leg-is-an-emergency              | cold_pale_leg: yes                     | emergency |

    Examples: Somebody must look at it today
      | rule                                                              | answers                                                        | level    |
      | ankle-bruise-without-a-sudden-moment-needs-help-today             | ankle_bruise: yes                                              | same_day |
      | bleeding-on-a-blood-thinner-needs-help-today                      | bruise: small, anticoagulant: yes                              | same_day |
      | clot-risk-with-a-disabling-injury-needs-help-today                | oestrogen: yes, pain_onset: sudden, effect_on_run: had_to_stop | same_day |
      | clot-risk-with-unexplained-pain-needs-help-today                  | past_clot: yes                                                 | same_day |
      | full-knee-then-calf-pain-needs-help-today                         | leg_swollen: yes, knee_fullness: yes                           | same_day |
      | getting-worse-after-an-injury-needs-help-today                    | pain_onset: sudden, course: worse                              | same_day |
      | growing-calf-pain-with-a-clot-risk-needs-help-today               | past_clot: yes, course: worse                                  | same_day |
      | one-sided-swelling-warmth-or-colour-needs-help-today              | leg_swollen: yes                                               | same_day |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today   | pain_onset: hours_to_days, pain_sides: one, course: worse      | same_day |
      | pop-with-lost-strength-needs-help-today                           | pop_felt: yes, bruise: large                                   | same_day |
      | red-spreading-skin-or-fever-needs-help-today                      | red_spreading_patch: yes                                       | same_day |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear | pain_onset: sudden, pain_site: achilles                        | same_day |
      | throbbing-without-a-clear-reason-needs-help-today                 | throbbing_pain: yes                                            | same_day |
      | wells-of-two-needs-help-today                                     | pitting: yes, past_clot: yes                                   | same_day |

    Examples: A clinician should look at it within days
      | rule                                                    | answers                    | level     |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician  | fluoroquinolone: yes       | clinician |
      | cold-or-numb-foot-on-effort-needs-a-clinician           | cold_foot_on_effort: yes   | clinician |
      | effort-pain-needs-a-clinician-unless-it-lasts-for-hours | run_pattern: same_distance | clinician |

  Scenario Outline: A condition asks for its level of care once it is likely, a dangerous one as soon as it is possible
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "<condition>" asks for "<level>"
    And the triage is at least "<level>"

    Examples: It is an emergency
      | condition                  | answers                                | level     |
      | acute_compartment_syndrome | tense_calf: yes, numb_or_tingling: yes | emergency |
      | acute_limb_ischaemia       | cold_pale_leg: yes                     | emergency |
      | cauda_equina_syndrome      | saddle_numbness: yes                   | emergency |
      | necrotising_infection      | very_ill: yes, spreading_skin: yes     | emergency |
      | pulmonary_embolism         | breathless: yes                        | emergency |
      | rhabdomyolysis             | dark_urine: yes                        | emergency |

    Examples: Somebody must look at it today
      | condition                   | answers                                                                                       | level    |
      | achilles_rupture            | tendon_gap: yes, pain_onset: sudden                                                           | same_day |
      | cellulitis                  | red_spreading_patch: yes                                                                      | same_day |
      | deep_vein_thrombosis        | leg_swollen: yes                                                                              | same_day |
      | gastrocnemius_strain_3      | leg_swollen: yes, pain_onset: sudden, pain_site: upper_inner_calf, effect_on_run: had_to_stop | same_day |
      | ruptured_bakers_cyst        | knee_fullness: yes, knee_arthritis: yes, ankle_bruise: yes                                    | same_day |
      | ruptured_bakers_cyst        | leg_warm: yes, knee_fullness: yes, knee_arthritis: yes, pain_onset: sudden                    | same_day |
      | superficial_vein_thrombosis | hard_sore_vein: yes                                                                           | same_day |

    Examples: A clinician should look at it within days
      | condition                     | answers                                                                                           | level     |
      | chronic_compartment_syndrome  | numb_or_tingling: yes, run_pattern: same_distance, ease_time: hours                               | clinician |
      | fibular_bone_stress           | bone_spot: yes, pain_site: outer_shin                                                             | clinician |
      | fluoroquinolone_tendon_injury | pain_site: achilles, fluoroquinolone: yes                                                         | clinician |
      | gastrocnemius_strain_2        | pain_onset: sudden, pain_site: upper_inner_calf, worse_stretch: knee_straight                     | clinician |
      | gastrocnemius_strain_2        | walking: limp, pain_onset: sudden, bruise: small                                                  | clinician |
      | haematoma                     | leg_swollen: yes, pain_onset: sudden, course: worse, anticoagulant: yes                           | clinician |
      | haematoma                     | pain_onset: sudden, course: worse, bruise: large, anticoagulant: yes                              | clinician |
      | nerve_entrapment              | numb_or_tingling: yes, nerve_tap: yes                                                             | clinician |
      | peripheral_artery_disease     | pain_onset: only_on_effort, pain_site: mid_calf, run_pattern: same_distance, smoker: yes, age: 62 | clinician |
      | peripheral_artery_disease     | run_pattern: same_distance, ease_time: under_5_min, smoker: yes, age: 62                          | clinician |
      | popliteal_artery_entrapment   | pain_onset: only_on_effort, pain_site: whole_calf, ease_time: under_5_min, age: 26                | clinician |
      | s1_radiculopathy              | back_pain: yes, cough_sit_worse: yes, pain_site: whole_leg                                        | clinician |
      | s1_radiculopathy              | foot_drop: yes, back_pain: yes                                                                    | clinician |
      | soft_tissue_tumour            | growing_lump: yes, course: worse                                                                  | clinician |
      | statin_muscle_symptoms        | pain_site: whole_leg, pain_sides: both, statin: yes, statin_change: yes                           | clinician |
      | tibial_bone_stress            | night_bone_pain: yes                                                                              | clinician |

  Scenario Outline: A condition that is not dangerous and only possible asks for nothing
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "<condition>" does not ask for "<level>"

    Examples:
      | condition                   | answers                                                               | level     |
      | haematoma                   | pain_onset: sudden, course: worse, bruise: large                      | clinician |
      | knee_referred_pain          | knee_arthritis: yes, pain_site: upper_inner_calf                      | clinician |
      | muscle_illness              | thyroid_disease: yes, pain_sides: both                                | clinician |
      | nerve_entrapment            | numb_or_tingling: yes                                                 | clinician |
      | other_tendinopathy          | morning_stiffness: yes, pain_site: outer_shin, tendon_pinch: painless | clinician |
      | peripheral_artery_disease   | run_pattern: same_distance, ease_time: under_5_min                    | clinician |
      | popliteal_artery_entrapment | cold_foot_on_effort: yes, ease_time: under_5_min                      | clinician |
      | ruptured_bakers_cyst        | knee_fullness: yes, pain_onset: sudden                                | same_day  |
      | s1_radiculopathy            | back_pain: yes                                                        | clinician |
      | statin_muscle_symptoms      | statin_change: yes                                                    | clinician |
      | venous_insufficiency        | varicose_veins: yes, run_pattern: unrelated                           | clinician |

  Scenario Outline: What a danger sign makes the other rules think of
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the finding "<finding>" is derived

    Examples:
      | finding                  | answers                                                                                                                        |
      | bakers_rupture_suspected | ankle_bruise: yes                                                                                                              |
      | bakers_rupture_suspected | knee_fullness: yes, pain_onset: sudden                                                                                         |
      | clot_suspected           | active_cancer: yes, bed_rest: yes, pain_onset: gradual, ease_time: under_5_min                                                 |
      | clot_suspected           | family_clot: yes, pain_onset: gradual, run_pattern: same_distance, course: worse                                               |
      | clot_suspected           | leg_immobilised: yes, pop_felt: yes, run_pattern: since_one_moment                                                             |
      | clot_suspected           | pain_onset: hours_to_days, pain_sides: one, course: worse                                                                      |
      | clot_suspected           | pain_onset: sudden, course: worse                                                                                              |
      | clot_suspected           | throbbing_pain: yes                                                                                                            |
      | emergency_flag           | severe_rising_pain: no, tense_calf: yes, toe_movement_agony: no, sudden_numb_weak_leg: no, pain_now: 7                         |
      | emergency_flag           | severe_rising_pain: no, tense_calf: yes, toe_movement_agony: no, sudden_numb_weak_leg: no, very_ill: yes                       |
      | emergency_flag           | spreading_skin: yes                                                                                                            |
      | emergency_flag           | tense_calf: yes                                                                                                                |
      | emergency_flag           | toe_movement_agony: yes                                                                                                        |
      | rupture_suspected        | pain_onset: sudden, effect_on_run: had_to_stop                                                                                 |
      | rupture_suspected        | pain_onset: sudden, pain_site: achilles                                                                                        |
      | rupture_suspected        | pop_felt: yes, tendon_gap: no, muscle_gap: no, weak_push_off: no, foot_hangs_less: no, squeeze_test: foot_moves, bruise: large |
      | rupture_suspected        | squeeze_test: foot_still                                                                                                       |
      | rupture_suspected        | weak_push_off: yes                                                                                                             |
