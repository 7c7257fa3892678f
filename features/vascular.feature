Feature: Vessels, pressure and infection
  What danger or blood flow may be behind a sore leg: clots under the skin, burst cysts, pressure, arteries, infection. A typical picture ends at
  likely or more, one vague sign at most at possible, and no answer argues against a danger.

  Scenario: A tender cord in a red leg with varicose veins fits a clot under the skin
    Given a runner who answers
      | hard_sore_vein  | yes        |
      | leg_discoloured | yes        |
      | leg_warm        | yes        |
      | varicose_veins  | yes        |
      | pain_site       | outer_calf |
    When the consultation is concluded
    Then the condition "superficial_vein_thrombosis" comes first
    And the condition "superficial_vein_thrombosis" is at least "likely"
    And the triage is "same_day"
    And the condition "deep_vein_thrombosis" is at least "possible"

  Scenario: Fullness behind an arthritic knee and then a swollen calf fit a burst cyst, and a clot stays possible
    Given a runner who answers
      | knee_fullness  | yes         |
      | knee_arthritis | yes         |
      | leg_swollen    | yes         |
      | leg_warm       | yes         |
      | pain_onset     | sudden      |
      | pain_site      | behind_knee |
    When the consultation is concluded
    Then the condition "ruptured_bakers_cyst" comes first
    And the condition "ruptured_bakers_cyst" is at least "likely"
    And the triage is "same_day"
    And the condition "deep_vein_thrombosis" is at least "possible"

  Scenario: A growing red patch with fever and broken skin fits a skin infection
    Given a runner who answers
      | red_spreading_patch | yes    |
      | very_ill            | yes    |
      | skin_break          | yes    |
      | leg_swollen         | yes    |
      | spreading_skin      | no     |
      | walking             | normal |
    When the consultation is concluded
    Then the condition "cellulitis" comes first
    And the condition "cellulitis" is at least "likely"
    And the triage is "same_day"

  Scenario: Skin that changes fast in a very ill runner with great pain fits a severe infection
    Given a runner who answers
      | spreading_skin     | yes |
      | very_ill           | yes |
      | severe_rising_pain | yes |
      | skin_break         | yes |
    When the consultation is concluded
    Then the condition "necrotising_infection" comes first
    And the condition "necrotising_infection" is at least "likely"
    And the triage is "emergency"

  Scenario: Rising pain, a hard calf, agony on toe movement and tingling after a tear fit dangerous pressure
    Given a runner who answers
      | severe_rising_pain | yes         |
      | tense_calf         | yes         |
      | toe_movement_agony | yes         |
      | numb_or_tingling   | yes         |
      | pain_onset         | sudden      |
      | effect_on_run      | had_to_stop |
    When the consultation is concluded
    Then the condition "acute_compartment_syndrome" comes first
    And the condition "acute_compartment_syndrome" is at least "likely"
    And the triage is "emergency"

  Scenario: A foot suddenly cold with great pain in a smoker fits a blocked artery
    Given a runner who answers
      | cold_pale_leg      | yes |
      | severe_rising_pain | yes |
      | smoker             | yes |
      | diabetes           | yes |
    When the consultation is concluded
    Then the condition "acute_limb_ischaemia" comes first
    And the condition "acute_limb_ischaemia" is at least "likely"
    And the triage is "emergency"

  Scenario: Dark urine after unusual work in both legs fits muscle breakdown, not plain soreness
    Given a runner who answers
      | dark_urine            | yes           |
      | after_unusual_session | yes           |
      | pain_sides            | both          |
      | pain_onset            | hours_to_days |
    When the consultation is concluded
    Then the condition "rhabdomyolysis" comes first
    And the condition "rhabdomyolysis" is at least "likely"
    And the triage is "emergency"

  Scenario: A numb saddle, a changed bladder and back pain fit squeezed nerves
    Given a runner who answers
      | saddle_numbness      | yes |
      | bladder_bowel_change | yes |
      | back_pain            | yes |
    When the consultation is concluded
    Then the condition "cauda_equina_syndrome" comes first
    And the condition "cauda_equina_syndrome" is at least "likely"
    And the triage is "emergency"

  Scenario: Chest pain and short breath with a swollen leg fit a clot in the lungs
    Given a runner who answers
      | breathless  | yes |
      | chest_pain  | yes |
      | leg_swollen | yes |
    When the consultation is concluded
    Then the condition "pulmonary_embolism" comes first
    And the condition "pulmonary_embolism" is at least "likely"
    And the triage is "emergency"

  Scenario: Tight fronts of both legs at the same distance, gone in half an hour, fit pressure on effort
    Given a runner who answers
      | pain_onset  | only_on_effort |
      | run_pattern | same_distance  |
      | ease_time   | 5_to_60_min    |
      | pain_sides  | both           |
      | pain_site   | front_shin     |
      | age         | 24             |
    When the consultation is concluded
    Then the condition "chronic_compartment_syndrome" comes first
    And the condition "chronic_compartment_syndrome" is at least "likely"
    And the triage is "clinician"

  Scenario: A cold foot and a cramp that goes in seconds in a young runner fit a squeezed artery
    Given a runner who answers
      | pain_onset          | only_on_effort |
      | ease_time           | under_5_min    |
      | cold_foot_on_effort | yes            |
      | numb_or_tingling    | yes            |
      | age                 | 26             |
      | pain_site           | whole_calf     |
    When the consultation is concluded
    Then the condition "popliteal_artery_entrapment" comes first
    And the condition "popliteal_artery_entrapment" is at least "likely"
    And the triage is "clinician"

  Scenario: A calf that hurts at the same distance in a smoker of 62, gone in minutes, fits narrow arteries
    Given a runner who answers
      | pain_onset  | only_on_effort |
      | run_pattern | same_distance  |
      | ease_time   | under_5_min    |
      | age         | 62             |
      | smoker      | yes            |
      | pain_site   | mid_calf       |
    When the consultation is concluded
    Then the condition "peripheral_artery_disease" comes first
    And the condition "peripheral_artery_disease" is at least "likely"
    And the triage is "clinician"

  Scenario: One sign of an emergency already makes it possible
    Given a runner who answers
      | breathless | yes |
    When the consultation is concluded
    Then the condition "pulmonary_embolism" is at least "possible"
    And the condition "pulmonary_embolism" is at most "possible"

  Scenario: A hard calf alone is not yet called dangerous pressure, and still cannot wait
    Given a runner who answers
      | tense_calf           | yes |
      | severe_rising_pain   | no  |
      | toe_movement_agony   | no  |
      | sudden_numb_weak_leg | no  |
    When the consultation is concluded
    Then the condition "acute_compartment_syndrome" is at most "unlikely"
    And the triage is "same_day"

  Scenario: A high blood pressure alone does not make a tendon pain a problem of arteries
    Given a runner who answers
      | age            | 58       |
      | artery_disease | yes      |
      | pain_onset     | gradual  |
      | pain_site      | achilles |
      | walking        | normal   |
    When the consultation is concluded
    Then the condition "peripheral_artery_disease" is at most "unlikely"

  Scenario: Legs with varicose veins that ache whatever the running may be tired by their veins
    Given a runner who answers
      | varicose_veins | yes       |
      | run_pattern    | unrelated |
    When the consultation is concluded
    Then the condition "venous_insufficiency" is at least "possible"
    And the condition "venous_insufficiency" is at most "possible"

  Scenario: Both calves ache in a runner with a slow thyroid
    Given a runner who answers
      | thyroid_disease | yes  |
      | pain_sides      | both |
    When the consultation is concluded
    Then the condition "muscle_illness" is at least "possible"
    And the condition "muscle_illness" is at most "possible"

  Scenario Outline: Which answers speak for which danger
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: veins and the knee
      | rule                                          | answers                                             | fires or not  |
      | tender-cord-is-a-clot-under-the-skin          | hard_sore_vein: yes                                 | fires         |
      | tender-cord-is-a-clot-under-the-skin          | hard_sore_vein: no, varicose_veins: yes             | does not fire |
      | red-warm-cord-is-a-clot-under-the-skin        | hard_sore_vein: yes, leg_warm: yes                  | fires         |
      | red-warm-cord-is-a-clot-under-the-skin        | hard_sore_vein: yes, leg_discoloured: yes           | fires         |
      | red-warm-cord-is-a-clot-under-the-skin        | hard_sore_vein: yes, varicose_veins: yes            | fires         |
      | red-warm-cord-is-a-clot-under-the-skin        | hard_sore_vein: yes                                 | does not fire |
      | red-warm-cord-is-a-clot-under-the-skin        | hard_sore_vein: no, leg_warm: yes                   | does not fire |
      | fullness-behind-the-knee-points-to-a-cyst     | knee_fullness: yes                                  | fires         |
      | fullness-behind-the-knee-points-to-a-cyst     | knee_fullness: no                                   | does not fire |
      | inflamed-knee-feeds-a-cyst                    | knee_arthritis: yes, leg_swollen: yes               | fires         |
      | inflamed-knee-feeds-a-cyst                    | inflammatory_arthritis: yes, pain_site: behind_knee | fires         |
      | inflamed-knee-feeds-a-cyst                    | knee_arthritis: yes, knee_fullness: yes             | fires         |
      | inflamed-knee-feeds-a-cyst                    | knee_arthritis: yes, ankle_bruise: yes              | fires         |
      | inflamed-knee-feeds-a-cyst                    | knee_arthritis: yes, pain_site: mid_calf            | does not fire |
      | inflamed-knee-feeds-a-cyst                    | knee_arthritis: no, leg_swollen: yes                | does not fire |
      | half-moon-bruise-points-to-a-burst-cyst       | ankle_bruise: yes                                   | fires         |
      | half-moon-bruise-points-to-a-burst-cyst       | ankle_bruise: no, bruise: small                     | does not fire |
      | sudden-pain-behind-the-knee-fits-a-burst-cyst | pain_onset: sudden, pain_site: behind_knee          | fires         |
      | sudden-pain-behind-the-knee-fits-a-burst-cyst | pain_onset: hours_to_days, knee_fullness: yes       | fires         |
      | sudden-pain-behind-the-knee-fits-a-burst-cyst | pain_onset: gradual, pain_site: behind_knee         | does not fire |
      | sudden-pain-behind-the-knee-fits-a-burst-cyst | pain_onset: sudden, pain_site: mid_calf             | does not fire |

    Examples: pain that comes with effort
      | rule                                                      | answers                                                                          | fires or not  |
      | only-on-effort-points-to-pressure-or-blood-flow           | pain_onset: only_on_effort                                                       | fires         |
      | only-on-effort-points-to-pressure-or-blood-flow           | pain_onset: gradual                                                              | does not fire |
      | same-distance-points-to-pressure-or-blood-flow            | run_pattern: same_distance                                                       | fires         |
      | same-distance-points-to-pressure-or-blood-flow            | run_pattern: creeps_in                                                           | does not fire |
      | gone-in-minutes-points-to-blood-flow                      | ease_time: under_5_min, pain_onset: only_on_effort                               | fires         |
      | gone-in-minutes-points-to-blood-flow                      | ease_time: under_5_min, run_pattern: same_distance                               | fires         |
      | gone-in-minutes-points-to-blood-flow                      | ease_time: under_5_min, cold_foot_on_effort: yes                                 | fires         |
      | gone-in-minutes-points-to-blood-flow                      | ease_time: 5_to_60_min, pain_onset: only_on_effort                               | does not fire |
      | gone-in-minutes-points-to-blood-flow                      | ease_time: under_5_min, pain_onset: gradual                                      | does not fire |
      | gone-within-the-hour-points-to-pressure                   | ease_time: 5_to_60_min, pain_onset: only_on_effort                               | fires         |
      | gone-within-the-hour-points-to-pressure                   | ease_time: hours, run_pattern: same_distance                                     | fires         |
      | gone-within-the-hour-points-to-pressure                   | ease_time: under_5_min, pain_onset: only_on_effort                               | does not fire |
      | gone-within-the-hour-points-to-pressure                   | ease_time: hours, pain_onset: gradual                                            | does not fire |
      | pain-that-stays-is-not-an-effort-problem                  | ease_time: days                                                                  | fires         |
      | pain-that-stays-is-not-an-effort-problem                  | ease_time: not_at_all                                                            | fires         |
      | pain-that-stays-is-not-an-effort-problem                  | ease_time: hours                                                                 | does not fire |
      | cold-foot-on-effort-points-to-an-artery                   | cold_foot_on_effort: yes                                                         | fires         |
      | cold-foot-on-effort-points-to-an-artery                   | cold_foot_on_effort: no                                                          | does not fire |
      | hills-speed-or-jumps-squeeze-the-artery                   | pain_onset: only_on_effort, more_hills: yes                                      | fires         |
      | hills-speed-or-jumps-squeeze-the-artery                   | cold_foot_on_effort: yes, more_hills: yes                                        | fires         |
      | hills-speed-or-jumps-squeeze-the-artery                   | cold_foot_on_effort: yes, more_speed: yes                                        | fires         |
      | hills-speed-or-jumps-squeeze-the-artery                   | cold_foot_on_effort: yes, jumping_start: yes                                     | fires         |
      | hills-speed-or-jumps-squeeze-the-artery                   | cold_foot_on_effort: no, more_hills: yes                                         | does not fire |
      | both-legs-on-effort-fit-pressure                          | pain_sides: both, pain_onset: only_on_effort                                     | fires         |
      | both-legs-on-effort-fit-pressure                          | pain_sides: both, run_pattern: same_distance                                     | fires         |
      | both-legs-on-effort-fit-pressure                          | pain_sides: one, pain_onset: only_on_effort                                      | does not fire |
      | both-legs-on-effort-fit-pressure                          | pain_sides: both, pain_onset: gradual                                            | does not fire |
      | numbness-on-effort-fits-pressure-or-an-artery             | numb_or_tingling: yes, pain_onset: only_on_effort                                | fires         |
      | numbness-on-effort-fits-pressure-or-an-artery             | numb_or_tingling: yes, run_pattern: same_distance                                | fires         |
      | numbness-on-effort-fits-pressure-or-an-artery             | numb_or_tingling: yes, pain_onset: gradual                                       | does not fire |
      | numbness-on-effort-fits-pressure-or-an-artery             | numb_or_tingling: no, pain_onset: only_on_effort                                 | does not fire |
      | tight-front-or-deep-calf-fits-pressure                    | pain_site: front_shin, pain_onset: only_on_effort                                | fires         |
      | tight-front-or-deep-calf-fits-pressure                    | pain_site: deep_low_calf, run_pattern: same_distance                             | fires         |
      | tight-front-or-deep-calf-fits-pressure                    | pain_site: outer_shin, pain_feel: tight, ease_time: 5_to_60_min                  | fires         |
      | tight-front-or-deep-calf-fits-pressure                    | pain_site: outer_shin, pain_feel: tight, ease_time: hours                        | does not fire |
      | tight-front-or-deep-calf-fits-pressure                    | pain_site: upper_inner_calf, pain_onset: only_on_effort                          | does not fire |
      | under-forty-effort-pain-is-rarely-narrow-arteries         | age: 39, pain_onset: only_on_effort                                              | fires         |
      | under-forty-effort-pain-is-rarely-narrow-arteries         | age: 39, cold_foot_on_effort: yes                                                | fires         |
      | under-forty-effort-pain-is-rarely-narrow-arteries         | age: 39, run_pattern: same_distance                                              | fires         |
      | under-forty-effort-pain-is-rarely-narrow-arteries         | age: 40, pain_onset: only_on_effort                                              | does not fire |
      | under-forty-effort-pain-is-rarely-narrow-arteries         | age: 39, pain_onset: gradual                                                     | does not fire |
      | pressure-is-a-problem-of-the-young                        | age: 30, pain_onset: only_on_effort                                              | fires         |
      | pressure-is-a-problem-of-the-young                        | age: 30, run_pattern: same_distance                                              | fires         |
      | pressure-is-a-problem-of-the-young                        | age: 31, pain_onset: only_on_effort                                              | does not fire |
      | pressure-is-a-problem-of-the-young                        | age: 30, pain_onset: gradual                                                     | does not fire |
      | calf-on-effort-fits-an-artery                             | pain_site: somewhere_in_calf, pain_onset: only_on_effort                         | fires         |
      | calf-on-effort-fits-an-artery                             | pain_site: mid_calf, run_pattern: same_distance                                  | fires         |
      | calf-on-effort-fits-an-artery                             | pain_site: front_shin, pain_onset: only_on_effort                                | does not fire |
      | calf-on-effort-fits-an-artery                             | pain_site: mid_calf, pain_onset: gradual                                         | does not fire |
      | ever-shorter-distances-fit-an-artery                      | run_pattern: earlier_each_run, pain_onset: only_on_effort                        | fires         |
      | ever-shorter-distances-fit-an-artery                      | run_pattern: earlier_each_run, ease_time: under_5_min                            | fires         |
      | ever-shorter-distances-fit-an-artery                      | run_pattern: earlier_each_run, cold_foot_on_effort: yes                          | fires         |
      | ever-shorter-distances-fit-an-artery                      | run_pattern: earlier_each_run, pain_onset: gradual                               | does not fire |
      | ever-shorter-distances-fit-an-artery                      | run_pattern: same_distance, pain_onset: only_on_effort                           | does not fire |
      | ever-shorter-distances-fit-an-artery                      | run_pattern: earlier_each_run, pain_onset: only_on_effort, pain_site: inner_shin | does not fire |
      | one-leg-on-effort-is-seldom-pressure                      | pain_sides: one, pain_onset: only_on_effort                                      | fires         |
      | one-leg-on-effort-is-seldom-pressure                      | pain_sides: one, run_pattern: same_distance                                      | fires         |
      | one-leg-on-effort-is-seldom-pressure                      | pain_sides: both, pain_onset: only_on_effort                                     | does not fire |
      | one-leg-on-effort-is-seldom-pressure                      | pain_sides: one, pain_onset: gradual                                             | does not fire |
      | after-fifty-narrow-arteries-are-likelier                  | age: 50, pain_onset: only_on_effort                                              | fires         |
      | after-fifty-narrow-arteries-are-likelier                  | age: 50, cold_foot_on_effort: yes                                                | fires         |
      | after-fifty-narrow-arteries-are-likelier                  | age: 50, run_pattern: same_distance                                              | fires         |
      | after-fifty-narrow-arteries-are-likelier                  | age: 49, pain_onset: only_on_effort                                              | does not fire |
      | after-fifty-narrow-arteries-are-likelier                  | age: 50, pain_onset: gradual                                                     | does not fire |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | age: 50, smoker: yes                                                             | fires         |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | age: 50, diabetes: yes                                                           | fires         |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | age: 50, artery_disease: yes                                                     | fires         |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | age: 49, smoker: yes                                                             | does not fire |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | age: 50, smoker: no                                                              | does not fire |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | age: 50, smoker: yes, pain_onset: sudden                                         | does not fire |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | age: 50, smoker: yes, pain_site: achilles                                        | does not fire |

    Examples: emergencies
      | rule                                                          | answers                                              | fires or not  |
      | chest-trouble-points-to-a-lung-clot                           | breathless: yes                                      | fires         |
      | chest-trouble-points-to-a-lung-clot                           | breathless: no, leg_swollen: yes                     | does not fire |
      | second-chest-sign-makes-a-lung-clot-likelier                  | breathless: yes, collapsed: yes                      | fires         |
      | second-chest-sign-makes-a-lung-clot-likelier                  | chest_pain: yes, coughing_blood: yes                 | fires         |
      | second-chest-sign-makes-a-lung-clot-likelier                  | breathless: yes, collapsed: no                       | does not fire |
      | chest-trouble-with-a-clot-red-flag-makes-a-lung-clot-likelier | chest_pain: yes, leg_warm: yes                       | fires         |
      | chest-trouble-with-a-clot-red-flag-makes-a-lung-clot-likelier | chest_pain: yes, leg_warm: no                        | does not fire |
      | chest-trouble-with-a-clot-red-flag-makes-a-lung-clot-likelier | chest_pain: no, leg_warm: yes                        | does not fire |
      | pain-out-of-proportion-points-to-leg-pressure                 | severe_rising_pain: yes                              | fires         |
      | pain-out-of-proportion-points-to-leg-pressure                 | severe_rising_pain: no, pain_now: 9                  | does not fire |
      | agony-on-toe-movement-points-to-leg-pressure                  | toe_movement_agony: yes                              | fires         |
      | agony-on-toe-movement-points-to-leg-pressure                  | toe_movement_agony: no, worse_stretch: both          | does not fire |
      | hard-leg-points-to-leg-pressure                               | tense_calf: yes                                      | fires         |
      | hard-leg-points-to-leg-pressure                               | tense_calf: no, pain_feel: tight                     | does not fire |
      | numb-leg-under-pressure-points-to-leg-pressure                | tense_calf: yes, numb_or_tingling: yes               | fires         |
      | numb-leg-under-pressure-points-to-leg-pressure                | severe_rising_pain: yes, sudden_numb_weak_leg: yes   | fires         |
      | numb-leg-under-pressure-points-to-leg-pressure                | tense_calf: no, numb_or_tingling: yes                | does not fire |
      | weak-foot-under-pressure-points-to-leg-pressure               | tense_calf: yes, foot_drop: yes                      | fires         |
      | weak-foot-under-pressure-points-to-leg-pressure               | tense_calf: yes, walking: cannot                     | fires         |
      | weak-foot-under-pressure-points-to-leg-pressure               | tense_calf: yes, walking: limp                       | does not fire |
      | weak-foot-under-pressure-points-to-leg-pressure               | tense_calf: no, foot_drop: yes                       | does not fire |
      | no-ease-at-rest-points-to-leg-pressure                        | tense_calf: yes, ease_time: not_at_all               | fires         |
      | no-ease-at-rest-points-to-leg-pressure                        | tense_calf: yes, ease_time: hours                    | does not fire |
      | no-ease-at-rest-points-to-leg-pressure                        | tense_calf: no, ease_time: not_at_all                | does not fire |
      | injury-or-hard-effort-sets-up-leg-pressure                    | tense_calf: yes, run_pattern: since_one_moment       | fires         |
      | injury-or-hard-effort-sets-up-leg-pressure                    | tense_calf: yes, pop_felt: yes                       | fires         |
      | injury-or-hard-effort-sets-up-leg-pressure                    | tense_calf: yes, after_unusual_session: yes          | fires         |
      | injury-or-hard-effort-sets-up-leg-pressure                    | tense_calf: yes, effect_on_run: had_to_stop          | fires         |
      | injury-or-hard-effort-sets-up-leg-pressure                    | tense_calf: yes, anticoagulant: yes                  | fires         |
      | injury-or-hard-effort-sets-up-leg-pressure                    | tense_calf: yes, effect_on_run: kept_running         | does not fire |
      | injury-or-hard-effort-sets-up-leg-pressure                    | tense_calf: no, after_unusual_session: yes           | does not fire |
      | cold-pale-leg-points-to-lost-blood-flow                       | cold_pale_leg: yes                                   | fires         |
      | cold-pale-leg-points-to-lost-blood-flow                       | cold_pale_leg: no, cold_foot_on_effort: yes          | does not fire |
      | sudden-numb-weak-leg-points-to-lost-blood-flow                | sudden_numb_weak_leg: yes                            | fires         |
      | sudden-numb-weak-leg-points-to-lost-blood-flow                | sudden_numb_weak_leg: no, numb_or_tingling: yes      | does not fire |
      | great-pain-in-a-cold-leg-points-to-lost-blood-flow            | cold_pale_leg: yes, severe_rising_pain: yes          | fires         |
      | great-pain-in-a-cold-leg-points-to-lost-blood-flow            | cold_pale_leg: yes, pain_now: 8                      | fires         |
      | great-pain-in-a-cold-leg-points-to-lost-blood-flow            | cold_pale_leg: yes, pain_now: 7                      | does not fire |
      | great-pain-in-a-cold-leg-points-to-lost-blood-flow            | cold_pale_leg: no, pain_now: 8                       | does not fire |
      | narrow-arteries-set-up-lost-blood-flow                        | cold_pale_leg: yes, smoker: yes                      | fires         |
      | narrow-arteries-set-up-lost-blood-flow                        | cold_pale_leg: yes, diabetes: yes                    | fires         |
      | narrow-arteries-set-up-lost-blood-flow                        | cold_pale_leg: yes, artery_disease: yes              | fires         |
      | narrow-arteries-set-up-lost-blood-flow                        | cold_pale_leg: yes, smoker: no                       | does not fire |
      | narrow-arteries-set-up-lost-blood-flow                        | cold_pale_leg: no, smoker: yes                       | does not fire |
      | several-artery-risks-set-up-lost-blood-flow                   | cold_pale_leg: yes, smoker: yes, diabetes: yes       | fires         |
      | several-artery-risks-set-up-lost-blood-flow                   | cold_pale_leg: yes, smoker: yes, artery_disease: yes | fires         |
      | several-artery-risks-set-up-lost-blood-flow                   | cold_pale_leg: yes, smoker: yes, diabetes: no        | does not fire |
      | several-artery-risks-set-up-lost-blood-flow                   | cold_pale_leg: no, smoker: yes, diabetes: yes        | does not fire |
      | dark-urine-points-to-muscle-breakdown                         | dark_urine: yes                                      | fires         |
      | dark-urine-points-to-muscle-breakdown                         | dark_urine: no, both_legs_weak: yes                  | does not fire |
      | beyond-what-the-session-explains-points-to-muscle-breakdown   | after_unusual_session: yes, dark_urine: yes          | fires         |
      | beyond-what-the-session-explains-points-to-muscle-breakdown   | after_unusual_session: yes, severe_rising_pain: yes  | fires         |
      | beyond-what-the-session-explains-points-to-muscle-breakdown   | after_unusual_session: yes, both_legs_weak: yes      | fires         |
      | beyond-what-the-session-explains-points-to-muscle-breakdown   | after_unusual_session: yes, pain_now: 9              | does not fire |
      | beyond-what-the-session-explains-points-to-muscle-breakdown   | after_unusual_session: no, dark_urine: yes           | does not fire |
      | both-legs-with-dark-urine-fit-muscle-breakdown                | dark_urine: yes, pain_sides: both                    | fires         |
      | both-legs-with-dark-urine-fit-muscle-breakdown                | dark_urine: yes, both_legs_weak: yes                 | fires         |
      | both-legs-with-dark-urine-fit-muscle-breakdown                | dark_urine: yes, pain_sides: one                     | does not fire |
      | both-legs-with-dark-urine-fit-muscle-breakdown                | dark_urine: no, pain_sides: both                     | does not fire |
      | saddle-numbness-points-to-squeezed-nerves                     | saddle_numbness: yes                                 | fires         |
      | saddle-numbness-points-to-squeezed-nerves                     | saddle_numbness: no, numb_or_tingling: yes           | does not fire |
      | bladder-or-bowel-change-points-to-squeezed-nerves             | bladder_bowel_change: yes                            | fires         |
      | bladder-or-bowel-change-points-to-squeezed-nerves             | bladder_bowel_change: no                             | does not fire |
      | both-legs-weak-points-to-squeezed-nerves                      | both_legs_weak: yes                                  | fires         |
      | both-legs-weak-points-to-squeezed-nerves                      | both_legs_weak: no, pain_sides: both                 | does not fire |
      | back-pain-with-a-cauda-sign-fits-squeezed-nerves              | back_pain: yes, saddle_numbness: yes                 | fires         |
      | back-pain-with-a-cauda-sign-fits-squeezed-nerves              | back_pain: yes, bladder_bowel_change: yes            | fires         |
      | back-pain-with-a-cauda-sign-fits-squeezed-nerves              | back_pain: yes, both_legs_weak: yes                  | fires         |
      | back-pain-with-a-cauda-sign-fits-squeezed-nerves              | back_pain: yes, numb_or_tingling: yes                | does not fire |
      | back-pain-with-a-cauda-sign-fits-squeezed-nerves              | back_pain: no, saddle_numbness: yes                  | does not fire |

    Examples: infection
      | rule                                                            | answers                                                      | fires or not  |
      | growing-red-patch-points-to-infection                           | red_spreading_patch: yes                                     | fires         |
      | growing-red-patch-points-to-infection                           | spreading_skin: yes                                          | fires         |
      | growing-red-patch-points-to-infection                           | red_spreading_patch: no, leg_warm: yes                       | does not fire |
      | broken-skin-lets-an-infection-in                                | skin_break: yes, red_spreading_patch: yes                    | fires         |
      | broken-skin-lets-an-infection-in                                | skin_break: yes, spreading_skin: yes                         | fires         |
      | broken-skin-lets-an-infection-in                                | skin_break: yes, leg_warm: yes                               | fires         |
      | broken-skin-lets-an-infection-in                                | skin_break: yes, leg_discoloured: yes                        | fires         |
      | broken-skin-lets-an-infection-in                                | skin_break: yes, leg_swollen: yes                            | does not fire |
      | broken-skin-lets-an-infection-in                                | skin_break: no, leg_warm: yes                                | does not fire |
      | fever-with-a-red-leg-points-to-infection                        | very_ill: yes, leg_swollen: yes                              | fires         |
      | fever-with-a-red-leg-points-to-infection                        | very_ill: yes, leg_warm: yes                                 | fires         |
      | fever-with-a-red-leg-points-to-infection                        | very_ill: yes, leg_discoloured: yes                          | fires         |
      | fever-with-a-red-leg-points-to-infection                        | very_ill: yes, red_spreading_patch: yes                      | fires         |
      | fever-with-a-red-leg-points-to-infection                        | very_ill: yes, spreading_skin: yes                           | fires         |
      | fever-with-a-red-leg-points-to-infection                        | very_ill: yes, throbbing_pain: yes                           | does not fire |
      | fever-with-a-red-leg-points-to-infection                        | very_ill: no, leg_swollen: yes                               | does not fire |
      | fever-with-a-hot-or-red-swollen-leg-is-the-picture-of-infection | very_ill: yes, leg_swollen: yes, leg_warm: yes               | fires         |
      | fever-with-a-hot-or-red-swollen-leg-is-the-picture-of-infection | very_ill: yes, leg_swollen: yes, leg_discoloured: yes        | fires         |
      | fever-with-a-hot-or-red-swollen-leg-is-the-picture-of-infection | very_ill: yes, leg_swollen: yes, red_spreading_patch: yes    | fires         |
      | fever-with-a-hot-or-red-swollen-leg-is-the-picture-of-infection | very_ill: yes, leg_swollen: yes, spreading_skin: yes         | fires         |
      | fever-with-a-hot-or-red-swollen-leg-is-the-picture-of-infection | very_ill: yes, leg_swollen: yes                              | does not fire |
      | fever-with-a-hot-or-red-swollen-leg-is-the-picture-of-infection | very_ill: yes, leg_swollen: no, leg_warm: yes                | does not fire |
      | fever-with-a-hot-or-red-swollen-leg-is-the-picture-of-infection | very_ill: no, leg_swollen: yes, leg_warm: yes                | does not fire |
      | fast-spreading-skin-points-to-severe-infection                  | spreading_skin: yes                                          | fires         |
      | fast-spreading-skin-points-to-severe-infection                  | spreading_skin: no, red_spreading_patch: yes                 | does not fire |
      | pain-beyond-the-skin-points-to-severe-infection                 | severe_rising_pain: yes, spreading_skin: yes                 | fires         |
      | pain-beyond-the-skin-points-to-severe-infection                 | severe_rising_pain: yes, red_spreading_patch: yes            | fires         |
      | pain-beyond-the-skin-points-to-severe-infection                 | severe_rising_pain: yes, very_ill: yes, leg_discoloured: yes | fires         |
      | pain-beyond-the-skin-points-to-severe-infection                 | severe_rising_pain: yes, very_ill: no, leg_discoloured: yes  | does not fire |
      | pain-beyond-the-skin-points-to-severe-infection                 | severe_rising_pain: no, spreading_skin: yes                  | does not fire |
      | fever-with-a-failing-leg-points-to-severe-infection             | very_ill: yes, tense_calf: yes                               | fires         |
      | fever-with-a-failing-leg-points-to-severe-infection             | very_ill: yes, walking: cannot                               | fires         |
      | fever-with-a-failing-leg-points-to-severe-infection             | very_ill: yes, foot_drop: yes                                | fires         |
      | fever-with-a-failing-leg-points-to-severe-infection             | very_ill: yes, walking: limp                                 | does not fire |
      | fever-with-a-failing-leg-points-to-severe-infection             | very_ill: no, walking: cannot                                | does not fire |
