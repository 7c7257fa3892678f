Feature: Clots in the leg
  A clot can feel like a strained calf, and fit runners get clots too. Any sign on one side, or a risk together with a pain that nothing explains,
  needs help today. Not every ache on one side is called a clot. The Wells score explains, and can only raise the triage.

  Scenario: One swollen leg needs help today, even after a clear strain
    Given a runner who answers
      | leg_swollen   | yes              |
      | pain_onset    | sudden           |
      | effect_on_run | had_to_stop      |
      | pain_site     | upper_inner_calf |
      | walking       | normal           |
    When the consultation is concluded
    Then the triage is "same_day"
    And the finding "clot_suspected" is derived
    And the condition "deep_vein_thrombosis" is at least "possible"

  Scenario: Swelling, warmth and a throb that came over a day look like a clot
    Given a runner who answers
      | leg_swollen    | yes           |
      | leg_warm       | yes           |
      | throbbing_pain | yes           |
      | pain_onset     | hours_to_days |
      | pain_sides     | one           |
      | pain_site      | mid_calf      |
    When the consultation is concluded
    Then the condition "deep_vein_thrombosis" comes first
    And the condition "deep_vein_thrombosis" is at least "likely"
    And the triage is "same_day"
    And the measure "finger_massage" is withheld

  Scenario: Oestrogen and a calf pain that nothing explains need help today
    Given a runner who answers
      | oestrogen  | yes      |
      | pain_site  | mid_calf |
      | pain_sides | one      |
      | walking    | normal   |
    When the consultation is concluded
    Then the triage is "same_day"
    And the condition "deep_vein_thrombosis" is at least "possible"

  Scenario: Oestrogen with a plain tendon story does not
    Given a runner who answers
      | oestrogen   | yes             |
      | pain_onset  | gradual         |
      | pain_site   | achilles        |
      | run_pattern | eases_when_warm |
      | ease_time   | hours           |
      | walking     | normal          |
      | age         | 30              |
    When the consultation is concluded
    Then the finding "clot_suspected" is not derived
    And the triage is "self_care"
    And the finding "clot_not_ruled_out" is derived

  Scenario: A one-sided ache without sign or risk is not called a clot
    Given a runner who answered "no" to every question of "clot_signs, clot_risks"
    And a runner who answers
      | pain_sides | one           |
      | pain_onset | hours_to_days |
      | pain_site  | mid_calf      |
      | walking    | normal        |
    When the consultation is concluded
    Then the finding "clot_suspected" is not derived
    And the condition "deep_vein_thrombosis" is at most "unlikely"

  Scenario: A clot is ruled out by answers only when every sign and every risk is answered with no
    Given a runner who answered "no" to every question of "clot_signs, clot_risks"
    And a runner who answers
      | pain_onset | gradual |
    When the consultation is concluded
    Then the finding "clot_not_ruled_out" is not derived
    And the rule "clot-is-not-ruled-out-until-every-answer-says-no" does not fire

  Scenario: Signs answered with no are not enough while the risks are unanswered
    Given a runner who answered "no" to every question of "clot_signs"
    And a runner who answers
      | pain_onset | gradual |
    When the consultation is concluded
    Then the finding "clot_not_ruled_out" is derived
    And the rule "clot-is-not-ruled-out-until-every-answer-says-no" fires

  Scenario: Risks answered with no are not enough while the signs are unanswered
    Given a runner who answered "no" to every question of "clot_risks"
    And a runner who answers
      | pain_onset | gradual |
    When the consultation is concluded
    Then the finding "clot_not_ruled_out" is derived

  Scenario: One yes among the risks keeps a clot from being ruled out
    Given a runner who answered "no" to every question of "clot_signs, clot_risks"
    And a runner who answers
      | family_clot | yes |
    When the consultation is concluded
    Then the finding "clot_not_ruled_out" is derived

  Scenario: A calf three centimetres thicker keeps a clot from being ruled out
    Given a runner who answered "no" to every question of "clot_signs, clot_risks"
    And a runner who answers
      | calf_difference | 3 |
    When the consultation is concluded
    Then the finding "clot_not_ruled_out" is derived
    And the triage is "same_day"

  Scenario: A calf just under three centimetres thicker does not by itself
    Given a runner who answered "no" to every question of "clot_signs, clot_risks"
    And a runner who answers
      | calf_difference | 2.9     |
      | pain_onset      | gradual |
    When the consultation is concluded
    Then the finding "clot_not_ruled_out" is not derived

  Scenario: A strain that gets worse in its first two weeks needs help today
    Given a runner who answered "no" to every question of "clot_signs, clot_risks"
    And a runner who answers
      | pain_onset       | sudden           |
      | effect_on_run    | kept_running     |
      | pain_site        | upper_inner_calf |
      | walking          | normal           |
      | course           | worse            |
      | days_since_onset | 10               |
    When the consultation is concluded
    Then the triage is "same_day"
    And the finding "worse_after_injury" is derived
    And the condition "deep_vein_thrombosis" is at least "possible"
    And the finding "clot_not_ruled_out" is derived

  Scenario: The same strain getting better does not
    Given a runner who answered "no" to every question of "clot_signs, clot_risks"
    And a runner who answers
      | pain_onset       | sudden           |
      | effect_on_run    | kept_running     |
      | pain_site        | upper_inner_calf |
      | walking          | normal           |
      | course           | better           |
      | days_since_onset | 10               |
    When the consultation is concluded
    Then the finding "worse_after_injury" is not derived
    And the finding "clot_not_ruled_out" is not derived

  Scenario: A Wells score of two needs help today, even with a plain load pattern
    Given a runner who answers
      | past_clot   | yes       |
      | bed_rest    | yes       |
      | pain_onset  | gradual   |
      | run_pattern | creeps_in |
      | walking     | normal    |
    When the consultation is concluded
    Then the finding "wells_dvt_likely" is derived
    And the triage is "same_day"

  Scenario: A Wells score of zero lowers nothing
    Given a runner who answered "no" to every question of "clot_risks"
    And a runner who answers
      | leg_warm | yes    |
      | walking  | normal |
    When the consultation is concluded
    Then the finding "wells_dvt_likely" is not derived
    And the triage is "same_day"
    And the condition "deep_vein_thrombosis" is at least "possible"

  Scenario: The clot questions left open are named
    Given a runner who answers
      | pain_onset | gradual  |
      | pain_site  | mid_calf |
      | walking    | normal   |
    When the consultation is concluded
    Then the safety question "leg_swollen" is unanswered
    And the safety question "past_clot" is unanswered

  Scenario Outline: Which answers speak of a clot, and which do not quite
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: red flags
      | rule                                                 | answers                                                                              | fires or not  |
      | one-sided-swelling-warmth-or-colour-needs-help-today | leg_swollen: yes                                                                     | fires         |
      | one-sided-swelling-warmth-or-colour-needs-help-today | whole_leg_swollen: yes                                                               | fires         |
      | one-sided-swelling-warmth-or-colour-needs-help-today | leg_warm: yes                                                                        | fires         |
      | one-sided-swelling-warmth-or-colour-needs-help-today | leg_discoloured: yes                                                                 | fires         |
      | one-sided-swelling-warmth-or-colour-needs-help-today | hard_sore_vein: yes                                                                  | fires         |
      | one-sided-swelling-warmth-or-colour-needs-help-today | new_veins: yes                                                                       | fires         |
      | one-sided-swelling-warmth-or-colour-needs-help-today | pitting: yes                                                                         | fires         |
      | one-sided-swelling-warmth-or-colour-needs-help-today | calf_difference: 3                                                                   | fires         |
      | one-sided-swelling-warmth-or-colour-needs-help-today | calf_difference: 2.9                                                                 | does not fire |
      | one-sided-swelling-warmth-or-colour-needs-help-today | leg_swollen: no, varicose_veins: yes                                                 | does not fire |
      | growing-red-patch-or-throbbing-is-a-clot-sign        | throbbing_pain: yes                                                                  | fires         |
      | growing-red-patch-or-throbbing-is-a-clot-sign        | red_spreading_patch: yes                                                             | fires         |
      | growing-red-patch-or-throbbing-is-a-clot-sign        | throbbing_pain: no, red_spreading_patch: no                                          | does not fire |
      | throbbing-without-a-clear-reason-needs-help-today    | throbbing_pain: yes                                                                  | fires         |
      | throbbing-without-a-clear-reason-needs-help-today    | throbbing_pain: yes, pain_onset: gradual, run_pattern: creeps_in                     | does not fire |
      | throbbing-without-a-clear-reason-needs-help-today    | throbbing_pain: yes, pain_onset: sudden, effect_on_run: kept_running                 | does not fire |
      | throbbing-without-a-clear-reason-needs-help-today    | throbbing_pain: yes, pain_onset: gradual                                             | fires         |
      | throbbing-without-a-clear-reason-needs-help-today    | throbbing_pain: no                                                                   | does not fire |
      | any-clot-risk-is-noted                               | past_clot: yes                                                                       | fires         |
      | any-clot-risk-is-noted                               | active_cancer: yes                                                                   | fires         |
      | any-clot-risk-is-noted                               | leg_immobilised: yes                                                                 | fires         |
      | any-clot-risk-is-noted                               | bed_rest: yes                                                                        | fires         |
      | any-clot-risk-is-noted                               | recent_surgery: yes                                                                  | fires         |
      | any-clot-risk-is-noted                               | long_travel: yes                                                                     | fires         |
      | any-clot-risk-is-noted                               | long_sitting: yes                                                                    | fires         |
      | any-clot-risk-is-noted                               | oestrogen: yes                                                                       | fires         |
      | any-clot-risk-is-noted                               | pregnant: yes                                                                        | fires         |
      | any-clot-risk-is-noted                               | family_clot: yes                                                                     | fires         |
      | any-clot-risk-is-noted                               | long_travel: no                                                                      | does not fire |
      | clot-risk-with-unexplained-pain-needs-help-today     | long_travel: yes                                                                     | fires         |
      | clot-risk-with-unexplained-pain-needs-help-today     | long_travel: yes, pain_onset: gradual, run_pattern: creeps_in                        | does not fire |
      | clot-risk-with-unexplained-pain-needs-help-today     | long_travel: yes, pain_onset: gradual, run_pattern: creeps_in, ease_time: not_at_all | fires         |
      | clot-risk-with-unexplained-pain-needs-help-today     | long_travel: yes, pain_onset: sudden, effect_on_run: kept_running                    | does not fire |
      | clot-risk-with-unexplained-pain-needs-help-today     | long_travel: yes, pain_onset: sudden, effect_on_run: not_running_then                | fires         |
      | clot-risk-with-unexplained-pain-needs-help-today     | long_travel: yes, pain_onset: hours_to_days                                          | fires         |
      | clot-risk-with-unexplained-pain-needs-help-today     | long_travel: no, pain_onset: hours_to_days                                           | does not fire |
      | clot-risk-with-a-disabling-injury-needs-help-today   | oestrogen: yes, pain_onset: sudden, effect_on_run: had_to_stop                       | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today   | oestrogen: yes, pain_onset: sudden, effect_on_run: kept_running, pop_felt: yes       | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today   | oestrogen: yes, pain_onset: sudden, effect_on_run: kept_running, walking: limp       | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today   | oestrogen: yes, pain_onset: sudden, effect_on_run: kept_running, heel_raise: cannot  | fires         |
      | clot-risk-with-a-disabling-injury-needs-help-today   | oestrogen: yes, pain_onset: sudden, effect_on_run: kept_running, walking: normal     | does not fire |
      | clot-risk-with-a-disabling-injury-needs-help-today   | oestrogen: no, pain_onset: sudden, effect_on_run: had_to_stop                        | does not fire |
      | getting-worse-after-an-injury-needs-help-today       | course: worse, pain_onset: sudden                                                    | fires         |
      | getting-worse-after-an-injury-needs-help-today       | course: worse, pop_felt: yes                                                         | fires         |
      | getting-worse-after-an-injury-needs-help-today       | course: worse, run_pattern: since_one_moment                                         | fires         |
      | getting-worse-after-an-injury-needs-help-today       | course: worse, pain_onset: sudden, days_since_onset: 14                              | fires         |
      | getting-worse-after-an-injury-needs-help-today       | course: worse, pain_onset: sudden, days_since_onset: 15                              | does not fire |
      | getting-worse-after-an-injury-needs-help-today       | course: same, pain_onset: sudden                                                     | does not fire |
      | getting-worse-after-an-injury-needs-help-today       | course: worse, pain_onset: gradual                                                   | does not fire |

    Examples: stories that explain a pain
      | rule                                                    | answers                                                                                 | fires or not  |
      | one-moment-of-effort-is-a-clear-injury                  | pain_onset: sudden, effect_on_run: kept_running                                         | fires         |
      | one-moment-of-effort-is-a-clear-injury                  | pain_onset: sudden, effect_on_run: had_to_stop                                          | fires         |
      | one-moment-of-effort-is-a-clear-injury                  | run_pattern: since_one_moment                                                           | fires         |
      | one-moment-of-effort-is-a-clear-injury                  | pain_onset: sudden, effect_on_run: not_running_then                                     | does not fire |
      | one-moment-of-effort-is-a-clear-injury                  | pain_onset: sudden                                                                      | does not fire |
      | slow-start-with-a-running-pattern-is-a-load-pattern     | pain_onset: gradual, run_pattern: creeps_in                                             | fires         |
      | slow-start-with-a-running-pattern-is-a-load-pattern     | pain_onset: only_on_effort, ease_time: hours                                            | fires         |
      | slow-start-with-a-running-pattern-is-a-load-pattern     | pain_onset: gradual, pain_site: achilles                                                | fires         |
      | slow-start-with-a-running-pattern-is-a-load-pattern     | pain_onset: gradual                                                                     | does not fire |
      | slow-start-with-a-running-pattern-is-a-load-pattern     | pain_onset: hours_to_days, run_pattern: creeps_in                                       | does not fire |
      | slow-start-with-a-running-pattern-is-a-load-pattern     | pain_onset: gradual, run_pattern: creeps_in, ease_time: not_at_all                      | does not fire |
      | slow-start-with-a-running-pattern-is-a-load-pattern     | pain_onset: gradual, run_pattern: unrelated, ease_time: hours                           | does not fire |
      | both-sore-calves-after-a-new-session-are-a-load-pattern | pain_sides: both, after_unusual_session: yes, pain_onset: hours_to_days                 | fires         |
      | both-sore-calves-after-a-new-session-are-a-load-pattern | pain_sides: one, after_unusual_session: yes, pain_onset: hours_to_days                  | does not fire |
      | cramp-that-let-go-leaves-a-good-leg                     | muscle_knot: yes, walking: normal, pop_felt: no, muscle_gap: no                         | fires         |
      | cramp-that-let-go-leaves-a-good-leg                     | night_cramp: yes, ease_time: under_5_min, walking: normal, pop_felt: no, muscle_gap: no | fires         |
      | cramp-that-let-go-leaves-a-good-leg                     | night_cramp: yes, walking: normal, pop_felt: no, muscle_gap: no                         | does not fire |
      | cramp-that-let-go-leaves-a-good-leg                     | muscle_knot: yes, walking: limp, pop_felt: no, muscle_gap: no                           | does not fire |
      | cramp-that-let-go-leaves-a-good-leg                     | muscle_knot: yes, walking: normal, muscle_gap: no                                       | does not fire |
      | cramp-that-let-go-leaves-a-good-leg                     | muscle_knot: yes, walking: normal, pop_felt: no, muscle_gap: no, ease_time: days        | does not fire |
      | cramp-that-let-go-leaves-a-good-leg                     | muscle_knot: yes, walking: normal, pop_felt: no, muscle_gap: no, bruise: small          | does not fire |
      | cramp-that-let-go-leaves-a-good-leg                     | muscle_knot: yes, walking: normal, pop_felt: no, muscle_gap: no, course: worse          | does not fire |
      | cramp-that-let-go-leaves-a-good-leg                     | muscle_knot: yes, walking: normal, pop_felt: no, muscle_gap: no, throbbing_pain: yes    | does not fire |

    Examples: the Wells items
      | rule                                 | answers                            | fires or not  |
      | wells-cancer                         | active_cancer: yes                 | fires         |
      | wells-cancer                         | active_cancer: no                  | does not fire |
      | wells-immobilised-leg                | leg_immobilised: yes               | fires         |
      | wells-immobilised-leg                | leg_immobilised: no                | does not fire |
      | wells-bed-rest-or-surgery            | bed_rest: yes                      | fires         |
      | wells-bed-rest-or-surgery            | bed_rest: no, recent_surgery: no   | does not fire |
      | wells-bed-rest-or-surgery            | recent_surgery: yes                | fires         |
      | wells-bed-rest-or-surgery            | long_sitting: yes                  | does not fire |
      | wells-whole-leg-swollen              | whole_leg_swollen: yes             | fires         |
      | wells-whole-leg-swollen              | leg_swollen: yes                   | does not fire |
      | wells-calf-three-centimetres-thicker | calf_difference: 3                 | fires         |
      | wells-calf-three-centimetres-thicker | calf_difference: 2.9               | does not fire |
      | wells-pitting                        | pitting: yes                       | fires         |
      | wells-pitting                        | pitting: no                        | does not fire |
      | wells-new-veins                      | new_veins: yes                     | fires         |
      | wells-new-veins                      | varicose_veins: yes                | does not fire |
      | wells-earlier-clot                   | past_clot: yes                     | fires         |
      | wells-earlier-clot                   | family_clot: yes                   | does not fire |
      | wells-of-two-needs-help-today        | past_clot: yes, pitting: yes       | fires         |
      | wells-of-two-needs-help-today        | bed_rest: yes, recent_surgery: yes | does not fire |
      | wells-of-two-needs-help-today        | past_clot: yes                     | does not fire |

    Examples: what makes a clot likelier
      | rule                                           | answers                                                                 | fires or not  |
      | clot-red-flag-keeps-a-clot-in-play             | leg_warm: yes                                                           | fires         |
      | clot-red-flag-keeps-a-clot-in-play             | leg_warm: no                                                            | does not fire |
      | one-swollen-leg-is-not-plain-soreness          | leg_swollen: yes                                                        | fires         |
      | one-swollen-leg-is-not-plain-soreness          | whole_leg_swollen: yes                                                  | fires         |
      | one-swollen-leg-is-not-plain-soreness          | calf_difference: 3                                                      | fires         |
      | one-swollen-leg-is-not-plain-soreness          | leg_swollen: no, calf_difference: 2.9                                   | does not fire |
      | warm-or-discoloured-skin-is-not-plain-soreness | leg_warm: yes                                                           | fires         |
      | warm-or-discoloured-skin-is-not-plain-soreness | leg_discoloured: yes                                                    | fires         |
      | warm-or-discoloured-skin-is-not-plain-soreness | leg_warm: no, leg_discoloured: no                                       | does not fire |
      | dent-or-new-veins-point-to-a-blocked-vein      | pitting: yes                                                            | fires         |
      | dent-or-new-veins-point-to-a-blocked-vein      | new_veins: yes                                                          | fires         |
      | dent-or-new-veins-point-to-a-blocked-vein      | pitting: no, new_veins: no                                              | does not fire |
      | throbbing-leg-fits-a-clot                      | throbbing_pain: yes                                                     | fires         |
      | throbbing-leg-fits-a-clot                      | throbbing_pain: no                                                      | does not fire |
      | hours-without-a-reason-fit-a-clot              | pain_onset: hours_to_days                                               | fires         |
      | hours-without-a-reason-fit-a-clot              | pain_onset: gradual                                                     | does not fire |
      | hours-without-a-reason-fit-a-clot              | pain_onset: hours_to_days, after_unusual_session: yes                   | does not fire |
      | hours-without-a-reason-fit-a-clot              | pain_onset: hours_to_days, after_unusual_session: yes, pain_sides: one  | fires         |
      | hours-without-a-reason-fit-a-clot              | pain_onset: hours_to_days, after_unusual_session: yes, pain_sides: both | does not fire |
      | hours-without-a-reason-fit-a-clot              | pain_onset: hours_to_days, run_pattern: since_one_moment                | does not fire |
      | hours-without-a-reason-fit-a-clot              | effect_on_run: not_running_then                                         | fires         |
      | hours-without-a-reason-fit-a-clot              | effect_on_run: kept_running                                             | does not fire |
      | hours-without-a-reason-fit-a-clot              | effect_on_run: not_running_then, pain_onset: gradual                    | does not fire |
      | hours-without-a-reason-fit-a-clot              | effect_on_run: not_running_then, night_cramp: yes                       | does not fire |
      | worse-after-a-strain-may-be-a-clot-or-pressure | course: worse, pain_onset: sudden, days_since_onset: 14                 | fires         |
      | worse-after-a-strain-may-be-a-clot-or-pressure | course: worse, pain_onset: sudden, days_since_onset: 15                 | does not fire |
      | cancer-with-a-clot-sign-makes-a-clot-likelier  | active_cancer: yes, leg_warm: yes                                       | fires         |
      | cancer-with-a-clot-sign-makes-a-clot-likelier  | active_cancer: yes, leg_warm: no                                        | does not fire |
      | cancer-with-a-clot-sign-makes-a-clot-likelier  | active_cancer: no, leg_warm: yes                                        | does not fire |
      | earlier-or-family-clot-makes-a-clot-likelier   | past_clot: yes, leg_warm: yes                                           | fires         |
      | earlier-or-family-clot-makes-a-clot-likelier   | family_clot: yes, leg_warm: yes                                         | fires         |
      | earlier-or-family-clot-makes-a-clot-likelier   | past_clot: yes, leg_warm: no                                            | does not fire |
      | earlier-or-family-clot-makes-a-clot-likelier   | past_clot: no, leg_warm: yes                                            | does not fire |
      | a-leg-kept-still-makes-a-clot-likelier         | leg_immobilised: yes, leg_warm: yes                                     | fires         |
      | a-leg-kept-still-makes-a-clot-likelier         | bed_rest: yes, leg_warm: yes                                            | fires         |
      | a-leg-kept-still-makes-a-clot-likelier         | recent_surgery: yes, leg_warm: yes                                      | fires         |
      | a-leg-kept-still-makes-a-clot-likelier         | leg_immobilised: yes, leg_warm: no                                      | does not fire |
      | a-leg-kept-still-makes-a-clot-likelier         | leg_immobilised: no, leg_warm: yes                                      | does not fire |
      | long-journey-or-sitting-makes-a-clot-likelier  | long_travel: yes, leg_warm: yes                                         | fires         |
      | long-journey-or-sitting-makes-a-clot-likelier  | long_sitting: yes, leg_warm: yes                                        | fires         |
      | long-journey-or-sitting-makes-a-clot-likelier  | long_travel: yes, leg_warm: no                                          | does not fire |
      | long-journey-or-sitting-makes-a-clot-likelier  | long_travel: no, leg_warm: yes                                          | does not fire |
      | long-journey-or-sitting-makes-a-clot-likelier  | long_travel: yes, course: worse, pain_onset: sudden                     | fires         |
      | oestrogen-or-pregnancy-makes-a-clot-likelier   | oestrogen: yes, leg_warm: yes                                           | fires         |
      | oestrogen-or-pregnancy-makes-a-clot-likelier   | pregnant: yes, leg_warm: yes                                            | fires         |
      | oestrogen-or-pregnancy-makes-a-clot-likelier   | oestrogen: yes, leg_warm: no                                            | does not fire |
      | oestrogen-or-pregnancy-makes-a-clot-likelier   | oestrogen: no, leg_warm: yes                                            | does not fire |
