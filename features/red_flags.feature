Feature: Red flags
  The danger ladder: answers that need an ambulance, help today, or a clinician within days. A red flag never waits for a diagnosis, and where a
  sign counts only together with others, "not sure" about the others counts as danger.

  Scenario: Coughing blood with a sore calf is an emergency, whatever else is known
    Given a runner who answers
      | coughing_blood | yes      |
      | pain_onset     | gradual  |
      | walking        | normal   |
      | pain_site      | mid_calf |
    When the consultation is concluded
    Then the triage is "emergency"
    And the finding "emergency_flag" is derived

  Scenario: A leg that suddenly turns cold and pale is an emergency
    Given a runner who answers
      | cold_pale_leg | yes      |
      | pain_onset    | gradual  |
      | walking       | normal   |
      | pain_site     | mid_calf |
    When the consultation is concluded
    Then the triage is "emergency"
    And the finding "emergency_flag" is derived

  Scenario: Dark urine after a hard session is an emergency
    Given a runner who answers
      | dark_urine | yes      |
      | pain_onset | gradual  |
      | walking    | normal   |
      | pain_site  | mid_calf |
    When the consultation is concluded
    Then the triage is "emergency"
    And the finding "emergency_flag" is derived

  Scenario: Numb skin between the legs is an emergency
    Given a runner who answers
      | saddle_numbness | yes      |
      | pain_onset      | gradual  |
      | walking         | normal   |
      | pain_site       | mid_calf |
    When the consultation is concluded
    Then the triage is "emergency"
    And the finding "emergency_flag" is derived

  Scenario: A hard calf with agony on toe movement is an emergency
    Given a runner who answers
      | tense_calf         | yes    |
      | toe_movement_agony | yes    |
      | pain_onset         | sudden |
    When the consultation is concluded
    Then the triage is "emergency"
    And the finding "compartment_suspected" is derived
    And the condition "acute_compartment_syndrome" is at least "possible"

  Scenario: A hard calf with the other pressure signs unanswered is an emergency
    Given a runner who answers
      | tense_calf | yes    |
      | walking    | normal |
    When the consultation is concluded
    Then the triage is "emergency"

  Scenario: A hard calf and a clear no to the other pressure signs still needs help today
    Given a runner who answers
      | tense_calf           | yes    |
      | severe_rising_pain   | no     |
      | toe_movement_agony   | no     |
      | sudden_numb_weak_leg | no     |
      | walking              | normal |
    When the consultation is concluded
    Then the triage is "same_day"

  Scenario: Fast-spreading skin is an emergency until fever is answered with no
    Given a runner who answers
      | spreading_skin     | yes    |
      | severe_rising_pain | no     |
      | walking            | normal |
    When the consultation is concluded
    Then the triage is "emergency"

  Scenario: A pop is help today until every sign of a torn tendon is answered with no
    Given a runner who answers
      | pop_felt   | yes              |
      | pain_onset | sudden           |
      | pain_site  | upper_inner_calf |
      | walking    | limp             |
    When the consultation is concluded
    Then the triage is "same_day"
    And the finding "rupture_suspected" is derived

  Scenario: A pop with every sign of a torn tendon answered with no still needs a clinician
    Given a runner who answers
      | pop_felt        | yes              |
      | tendon_gap      | no               |
      | muscle_gap      | no               |
      | weak_push_off   | no               |
      | foot_hangs_less | no               |
      | squeeze_test    | foot_moves       |
      | pain_onset      | sudden           |
      | effect_on_run   | kept_running     |
      | pain_site       | upper_inner_calf |
      | walking         | normal           |
    When the consultation is concluded
    Then the triage is "clinician"
    And the finding "rupture_suspected" is not derived

  Scenario: A runner who tells nothing is sent to a clinician
    Given a runner who answers ""
    When the consultation is concluded
    Then the triage is "clinician"
    And the rule "too-little-is-known" fires

  Scenario: A plain ache with every danger answered with no can start with self-care
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs, pain_story, medicines"
    And a runner who answers
      | pain_onset       | gradual       |
      | pain_site        | deep_low_calf |
      | pain_sides       | one           |
      | walking          | normal        |
      | run_pattern      | creeps_in     |
      | ease_time        | hours         |
      | age              | 35            |
      | calf_difference  | 0             |
      | bone_spot        | no            |
      | course           | same          |
      | days_since_onset | 5             |
      | episodes         | 1             |
      | pain_now         | 2             |
    When the consultation is concluded
    Then the triage is "self_care"

  Scenario Outline: Which answers raise a red flag, and which do not quite
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: help now
      | rule                                                      | answers                                                                                   | fires or not  |
      | chest-trouble-with-a-sore-leg-is-an-emergency             | breathless: yes                                                                           | fires         |
      | chest-trouble-with-a-sore-leg-is-an-emergency             | chest_pain: yes                                                                           | fires         |
      | chest-trouble-with-a-sore-leg-is-an-emergency             | coughing_blood: yes                                                                       | fires         |
      | chest-trouble-with-a-sore-leg-is-an-emergency             | collapsed: yes                                                                            | fires         |
      | chest-trouble-with-a-sore-leg-is-an-emergency             | breathless: no, chest_pain: no, coughing_blood: no, collapsed: no                         | does not fire |
      | rising-pain-or-agony-on-toe-movement-is-an-emergency      | severe_rising_pain: yes                                                                   | fires         |
      | rising-pain-or-agony-on-toe-movement-is-an-emergency      | toe_movement_agony: yes                                                                   | fires         |
      | rising-pain-or-agony-on-toe-movement-is-an-emergency      | severe_rising_pain: no, toe_movement_agony: no, tense_calf: yes                           | does not fire |
      | hard-leg-needs-an-emergency-check-unless-the-pain-is-calm | tense_calf: yes                                                                           | fires         |
      | hard-leg-needs-an-emergency-check-unless-the-pain-is-calm | tense_calf: yes, severe_rising_pain: no, toe_movement_agony: no                           | fires         |
      | hard-leg-needs-an-emergency-check-unless-the-pain-is-calm | tense_calf: yes, severe_rising_pain: no, toe_movement_agony: no, sudden_numb_weak_leg: no | does not fire |
      | hard-leg-needs-an-emergency-check-unless-the-pain-is-calm | tense_calf: no                                                                            | does not fire |
      | hard-leg-with-a-second-sign-is-an-emergency               | tense_calf: yes, numb_or_tingling: yes                                                    | fires         |
      | hard-leg-with-a-second-sign-is-an-emergency               | tense_calf: yes, foot_drop: yes                                                           | fires         |
      | hard-leg-with-a-second-sign-is-an-emergency               | tense_calf: yes, walking: cannot                                                          | fires         |
      | hard-leg-with-a-second-sign-is-an-emergency               | tense_calf: yes, ease_time: not_at_all                                                    | fires         |
      | hard-leg-with-a-second-sign-is-an-emergency               | tense_calf: yes, pain_now: 7                                                              | fires         |
      | hard-leg-with-a-second-sign-is-an-emergency               | tense_calf: yes, pain_now: 6                                                              | does not fire |
      | hard-leg-with-a-second-sign-is-an-emergency               | tense_calf: yes, walking: limp                                                            | does not fire |
      | hard-leg-with-a-second-sign-is-an-emergency               | tense_calf: no, numb_or_tingling: yes                                                     | does not fire |
      | hard-leg-alone-needs-help-today                           | tense_calf: yes                                                                           | fires         |
      | hard-leg-alone-needs-help-today                           | tense_calf: no                                                                            | does not fire |
      | sudden-cold-or-numb-leg-is-an-emergency                   | cold_pale_leg: yes                                                                        | fires         |
      | sudden-cold-or-numb-leg-is-an-emergency                   | sudden_numb_weak_leg: yes                                                                 | fires         |
      | sudden-cold-or-numb-leg-is-an-emergency                   | cold_pale_leg: no, sudden_numb_weak_leg: no, cold_foot_on_effort: yes                     | does not fire |
      | dark-urine-with-sore-muscles-is-an-emergency              | dark_urine: yes                                                                           | fires         |
      | dark-urine-with-sore-muscles-is-an-emergency              | dark_urine: no, after_unusual_session: yes                                                | does not fire |
      | fast-spreading-skin-is-an-emergency-unless-you-are-well   | spreading_skin: yes                                                                       | fires         |
      | fast-spreading-skin-is-an-emergency-unless-you-are-well   | spreading_skin: yes, very_ill: no                                                         | fires         |
      | fast-spreading-skin-is-an-emergency-unless-you-are-well   | spreading_skin: yes, very_ill: no, severe_rising_pain: no                                 | does not fire |
      | fast-spreading-skin-is-an-emergency-unless-you-are-well   | red_spreading_patch: yes                                                                  | does not fire |
      | fever-with-a-leg-that-fails-is-an-emergency               | very_ill: yes, tense_calf: yes                                                            | fires         |
      | fever-with-a-leg-that-fails-is-an-emergency               | very_ill: yes, walking: cannot                                                            | fires         |
      | fever-with-a-leg-that-fails-is-an-emergency               | very_ill: yes, foot_drop: yes                                                             | fires         |
      | fever-with-a-leg-that-fails-is-an-emergency               | very_ill: yes, spreading_skin: yes                                                        | fires         |
      | fever-with-a-leg-that-fails-is-an-emergency               | very_ill: yes, walking: limp                                                              | does not fire |
      | fever-with-a-leg-that-fails-is-an-emergency               | very_ill: no, walking: cannot                                                             | does not fire |
      | red-spreading-skin-or-fever-needs-help-today              | red_spreading_patch: yes                                                                  | fires         |
      | red-spreading-skin-or-fever-needs-help-today              | spreading_skin: yes                                                                       | fires         |
      | red-spreading-skin-or-fever-needs-help-today              | very_ill: yes                                                                             | fires         |
      | red-spreading-skin-or-fever-needs-help-today              | red_spreading_patch: no, leg_discoloured: yes                                             | does not fire |
      | numb-saddle-or-bladder-change-is-an-emergency             | saddle_numbness: yes                                                                      | fires         |
      | numb-saddle-or-bladder-change-is-an-emergency             | bladder_bowel_change: yes                                                                 | fires         |
      | numb-saddle-or-bladder-change-is-an-emergency             | both_legs_weak: yes                                                                       | fires         |
      | numb-saddle-or-bladder-change-is-an-emergency             | saddle_numbness: no, bladder_bowel_change: no, both_legs_weak: no, back_pain: yes         | does not fire |

    Examples: torn tendon or muscle, burst cyst, a leg that fails
      | rule                                                                 | answers                                                                                                                                                       | fires or not  |
      | gap-or-still-foot-needs-help-today                                   | tendon_gap: yes                                                                                                                                               | fires         |
      | gap-or-still-foot-needs-help-today                                   | muscle_gap: yes                                                                                                                                               | fires         |
      | gap-or-still-foot-needs-help-today                                   | foot_hangs_less: yes                                                                                                                                          | fires         |
      | gap-or-still-foot-needs-help-today                                   | squeeze_test: foot_still                                                                                                                                      | fires         |
      | gap-or-still-foot-needs-help-today                                   | squeeze_test: foot_moves                                                                                                                                      | does not fire |
      | pop-needs-help-today-unless-the-tear-signs-are-absent                | pop_felt: yes                                                                                                                                                 | fires         |
      | pop-needs-help-today-unless-the-tear-signs-are-absent                | pop_felt: yes, tendon_gap: no, muscle_gap: no, weak_push_off: no, foot_hangs_less: no                                                                         | fires         |
      | pop-needs-help-today-unless-the-tear-signs-are-absent                | pop_felt: yes, tendon_gap: no, muscle_gap: no, weak_push_off: no, foot_hangs_less: no, squeeze_test: foot_still                                               | fires         |
      | pop-needs-help-today-unless-the-tear-signs-are-absent                | pop_felt: yes, tendon_gap: no, muscle_gap: no, weak_push_off: no, foot_hangs_less: no, squeeze_test: foot_moves                                               | does not fire |
      | pop-needs-help-today-unless-the-tear-signs-are-absent                | pop_felt: no                                                                                                                                                  | does not fire |
      | pop-with-lost-strength-needs-help-today                              | pop_felt: yes, bruise: large                                                                                                                                  | fires         |
      | pop-with-lost-strength-needs-help-today                              | pop_felt: yes, heel_raise: cannot                                                                                                                             | fires         |
      | pop-with-lost-strength-needs-help-today                              | pop_felt: yes, heel_raise: weak_painless                                                                                                                      | fires         |
      | pop-with-lost-strength-needs-help-today                              | pop_felt: yes, walking: cannot                                                                                                                                | fires         |
      | pop-with-lost-strength-needs-help-today                              | pop_felt: yes, bruise: small                                                                                                                                  | does not fire |
      | pop-with-lost-strength-needs-help-today                              | pop_felt: yes, heel_raise: sore                                                                                                                               | does not fire |
      | pop-with-lost-strength-needs-help-today                              | pop_felt: no, bruise: large                                                                                                                                   | does not fire |
      | any-pop-needs-a-clinician                                            | pop_felt: yes                                                                                                                                                 | fires         |
      | any-pop-needs-a-clinician                                            | pop_felt: no, pain_onset: sudden                                                                                                                              | does not fire |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear    | pain_onset: sudden, pain_site: achilles                                                                                                                       | fires         |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear    | pain_onset: sudden, pain_site: heel_back                                                                                                                      | fires         |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear    | pain_onset: sudden, pain_site: achilles, pop_felt: no, tendon_gap: no, weak_push_off: no, foot_hangs_less: no                                                 | does not fire |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear    | pain_onset: sudden, pain_site: achilles, pop_felt: no, tendon_gap: no, weak_push_off: no, foot_hangs_less: no, squeeze_test: foot_still                       | fires         |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear    | pain_onset: gradual, pain_site: achilles                                                                                                                      | does not fire |
      | sudden-pain-at-the-tendon-needs-help-today-unless-tests-are-clear    | pain_onset: sudden, pain_site: mid_calf                                                                                                                       | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, walking: limp                                                                                                                             | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, walking: cannot                                                                                                                           | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, walking: limp, effect_on_run: not_running_then                                                                                            | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: gradual, walking: limp                                                                                                                            | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, walking: limp, pain_site: somewhere_in_calf                                                                                               | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, walking: limp                                                                                                 | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, walking: limp, pain_site: deep_low_calf                                                                       | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, walking: limp, pain_site: upper_inner_calf                                                                    | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, walking: limp, heel_raise: painless, hop: painless                                                            | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, walking: limp, heel_raise: painless, hop: sore                                                                | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: kept_running, walking: limp                                                                                                | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, walking: normal                                                                                               | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, walking: limp, pop_felt: no, tendon_gap: no, weak_push_off: no, foot_hangs_less: no                           | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, walking: limp, pop_felt: no, tendon_gap: no, weak_push_off: no, foot_hangs_less: no, squeeze_test: foot_still | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop                                                                                                                | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, pain_site: deep_low_calf                                                                                      | fires         |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, pain_site: somewhere_in_calf                                                                                  | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: sudden, effect_on_run: had_to_stop, pain_site: whole_calf                                                                                         | does not fire |
      | sudden-pain-that-lames-you-needs-help-today-until-the-place-is-known | pain_onset: gradual, effect_on_run: had_to_stop                                                                                                               | does not fire |
      | lost-push-off-needs-help-today-unless-it-came-slowly                 | weak_push_off: yes                                                                                                                                            | fires         |
      | lost-push-off-needs-help-today-unless-it-came-slowly                 | heel_raise: weak_painless                                                                                                                                     | fires         |
      | lost-push-off-needs-help-today-unless-it-came-slowly                 | weak_push_off: yes, pain_onset: sudden                                                                                                                        | fires         |
      | lost-push-off-needs-help-today-unless-it-came-slowly                 | weak_push_off: yes, pain_onset: gradual                                                                                                                       | does not fire |
      | lost-push-off-needs-help-today-unless-it-came-slowly                 | weak_push_off: no                                                                                                                                             | does not fire |
      | weak-push-off-or-heel-raise-needs-a-clinician                        | weak_push_off: yes, pain_onset: gradual                                                                                                                       | fires         |
      | weak-push-off-or-heel-raise-needs-a-clinician                        | heel_raise: cannot                                                                                                                                            | fires         |
      | weak-push-off-or-heel-raise-needs-a-clinician                        | heel_raise: weak_painless                                                                                                                                     | fires         |
      | weak-push-off-or-heel-raise-needs-a-clinician                        | heel_raise: sore                                                                                                                                              | does not fire |
      | large-bruise-needs-a-clinician                                       | bruise: large                                                                                                                                                 | fires         |
      | large-bruise-needs-a-clinician                                       | bruise: small                                                                                                                                                 | does not fire |
      | bleeding-on-a-blood-thinner-needs-help-today                         | anticoagulant: yes, bruise: small                                                                                                                             | fires         |
      | bleeding-on-a-blood-thinner-needs-help-today                         | anticoagulant: yes, pain_onset: sudden                                                                                                                        | fires         |
      | bleeding-on-a-blood-thinner-needs-help-today                         | anticoagulant: yes, pop_felt: yes                                                                                                                             | fires         |
      | bleeding-on-a-blood-thinner-needs-help-today                         | anticoagulant: yes, course: worse                                                                                                                             | fires         |
      | bleeding-on-a-blood-thinner-needs-help-today                         | anticoagulant: yes, bruise: none, course: better, pain_onset: gradual                                                                                         | does not fire |
      | bleeding-on-a-blood-thinner-needs-help-today                         | anticoagulant: no, bruise: small                                                                                                                              | does not fire |
      | leg-that-cannot-carry-you-needs-help-today                           | walking: cannot                                                                                                                                               | fires         |
      | leg-that-cannot-carry-you-needs-help-today                           | walking: limp                                                                                                                                                 | does not fire |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: yes, leg_swollen: yes                                                                                                                          | fires         |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: yes, leg_warm: yes                                                                                                                             | fires         |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: yes, leg_discoloured: yes                                                                                                                      | fires         |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: yes, pitting: yes                                                                                                                              | fires         |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: yes, ankle_bruise: yes                                                                                                                         | fires         |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: yes, calf_difference: 3                                                                                                                        | fires         |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: yes, pain_onset: sudden                                                                                                                        | fires         |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: yes, pain_onset: hours_to_days                                                                                                                 | fires         |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: yes, pain_onset: gradual, calf_difference: 2.5                                                                                                 | does not fire |
      | full-knee-then-calf-pain-needs-help-today                            | knee_fullness: no, pain_onset: sudden                                                                                                                         | does not fire |
      | ankle-bruise-without-a-sudden-moment-needs-help-today                | ankle_bruise: yes                                                                                                                                             | fires         |
      | ankle-bruise-without-a-sudden-moment-needs-help-today                | ankle_bruise: yes, pain_onset: hours_to_days                                                                                                                  | fires         |
      | ankle-bruise-without-a-sudden-moment-needs-help-today                | ankle_bruise: yes, pain_onset: sudden                                                                                                                         | does not fire |
      | ankle-bruise-without-a-sudden-moment-needs-help-today                | ankle_bruise: no                                                                                                                                              | does not fire |
      | ankle-bruise-needs-a-clinician                                       | ankle_bruise: yes, pain_onset: sudden                                                                                                                         | fires         |
      | ankle-bruise-needs-a-clinician                                       | ankle_bruise: no, bruise: small                                                                                                                               | does not fire |
      | new-foot-drop-needs-help-today                                       | foot_drop: yes                                                                                                                                                | fires         |
      | new-foot-drop-needs-help-today                                       | foot_drop: no, numb_or_tingling: yes                                                                                                                          | does not fire |

    Examples: a clinician within days
      | rule                                                      | answers                                                                                                             | fires or not  |
      | bone-signs-need-a-clinician                               | bone_spot: yes                                                                                                      | fires         |
      | bone-signs-need-a-clinician                               | hop: bone_pain                                                                                                      | fires         |
      | bone-signs-need-a-clinician                               | night_bone_pain: yes                                                                                                | fires         |
      | bone-signs-need-a-clinician                               | bone_spot: no, hop: sore                                                                                            | does not fire |
      | effort-pain-needs-a-clinician-unless-it-lasts-for-hours   | pain_onset: only_on_effort                                                                                          | fires         |
      | effort-pain-needs-a-clinician-unless-it-lasts-for-hours   | run_pattern: same_distance, ease_time: 5_to_60_min                                                                  | fires         |
      | effort-pain-needs-a-clinician-unless-it-lasts-for-hours   | run_pattern: same_distance, ease_time: not_at_all                                                                   | fires         |
      | effort-pain-needs-a-clinician-unless-it-lasts-for-hours   | pain_onset: only_on_effort, ease_time: hours                                                                        | does not fire |
      | effort-pain-needs-a-clinician-unless-it-lasts-for-hours   | pain_onset: gradual, ease_time: under_5_min                                                                         | does not fire |
      | effort-pain-needs-a-clinician-unless-it-lasts-for-hours   | run_pattern: same_distance, ease_time: under_5_min, muscle_knot: yes, walking: normal, pop_felt: no, muscle_gap: no | does not fire |
      | cold-or-numb-foot-on-effort-needs-a-clinician             | cold_foot_on_effort: yes                                                                                            | fires         |
      | cold-or-numb-foot-on-effort-needs-a-clinician             | numb_or_tingling: yes, pain_onset: only_on_effort                                                                   | fires         |
      | cold-or-numb-foot-on-effort-needs-a-clinician             | numb_or_tingling: yes, run_pattern: same_distance, ease_time: hours                                                 | fires         |
      | cold-or-numb-foot-on-effort-needs-a-clinician             | numb_or_tingling: yes, run_pattern: creeps_in                                                                       | does not fire |
      | cold-or-numb-foot-on-effort-needs-a-clinician             | cold_foot_on_effort: no                                                                                             | does not fire |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician    | fluoroquinolone: yes                                                                                                | fires         |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician    | fluoroquinolone: yes, pain_site: achilles                                                                           | fires         |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician    | fluoroquinolone: yes, pain_site: mid_calf                                                                           | fires         |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician    | fluoroquinolone: yes, pain_site: mid_calf, tendon_pinch: painless                                                   | does not fire |
      | antibiotic-with-possible-tendon-pain-needs-a-clinician    | fluoroquinolone: no, pain_site: achilles                                                                            | does not fire |
      | no-better-in-two-weeks-or-a-third-spell-needs-a-clinician | no_better_two_weeks: yes                                                                                            | fires         |
      | no-better-in-two-weeks-or-a-third-spell-needs-a-clinician | episodes: 3                                                                                                         | fires         |
      | no-better-in-two-weeks-or-a-third-spell-needs-a-clinician | episodes: 2                                                                                                         | does not fire |
      | no-better-in-two-weeks-or-a-third-spell-needs-a-clinician | no_better_two_weeks: no                                                                                             | does not fire |
      | long-pain-that-does-not-improve-needs-a-clinician         | course: worse, days_since_onset: 15                                                                                 | fires         |
      | long-pain-that-does-not-improve-needs-a-clinician         | course: worse, days_since_onset: 14                                                                                 | does not fire |
      | long-pain-that-does-not-improve-needs-a-clinician         | course: same, days_since_onset: 15                                                                                  | fires         |
      | long-pain-that-does-not-improve-needs-a-clinician         | course: same, days_since_onset: 14                                                                                  | does not fire |
      | long-pain-that-does-not-improve-needs-a-clinician         | course: same, days_since_onset: 15, kept_running_through: yes                                                       | does not fire |
      | long-pain-that-does-not-improve-needs-a-clinician         | days_since_onset: 42                                                                                                | fires         |
      | long-pain-that-does-not-improve-needs-a-clinician         | days_since_onset: 41                                                                                                | does not fire |
      | long-pain-that-does-not-improve-needs-a-clinician         | days_since_onset: 42, course: better                                                                                | does not fire |
      | strong-pain-or-no-ease-at-rest-needs-a-clinician          | pain_now: 8                                                                                                         | fires         |
      | strong-pain-or-no-ease-at-rest-needs-a-clinician          | pain_now: 7                                                                                                         | does not fire |
      | strong-pain-or-no-ease-at-rest-needs-a-clinician          | ease_time: not_at_all                                                                                               | fires         |
      | strong-pain-or-no-ease-at-rest-needs-a-clinician          | ease_time: days                                                                                                     | does not fire |
      | limp-needs-a-clinician-unless-both-calves-are-just-sore   | walking: limp                                                                                                       | fires         |
      | limp-needs-a-clinician-unless-both-calves-are-just-sore   | walking: limp, pain_sides: both, after_unusual_session: yes, pain_onset: hours_to_days                              | does not fire |
      | limp-needs-a-clinician-unless-both-calves-are-just-sore   | walking: limp, pain_sides: one, after_unusual_session: yes, pain_onset: hours_to_days                               | fires         |
      | limp-needs-a-clinician-unless-both-calves-are-just-sore   | walking: normal                                                                                                     | does not fire |
      | lump-needs-a-clinician                                    | growing_lump: yes                                                                                                   | fires         |
      | lump-needs-a-clinician                                    | lump: yes                                                                                                           | fires         |
      | lump-needs-a-clinician                                    | growing_lump: no, lump: no                                                                                          | does not fire |
      | numb-or-tingling-leg-needs-a-clinician                    | numb_or_tingling: yes                                                                                               | fires         |
      | numb-or-tingling-leg-needs-a-clinician                    | nerve_tap: yes                                                                                                      | fires         |
      | numb-or-tingling-leg-needs-a-clinician                    | numb_or_tingling: no, nerve_tap: no, back_pain: yes                                                                 | does not fire |
      | under-sixteen-needs-a-clinician                           | age: 15                                                                                                             | fires         |
      | under-sixteen-needs-a-clinician                           | age: 16                                                                                                             | does not fire |
      | health-that-raises-the-stakes-needs-a-clinician           | pregnant: yes                                                                                                       | fires         |
      | health-that-raises-the-stakes-needs-a-clinician           | anticoagulant: yes                                                                                                  | fires         |
      | health-that-raises-the-stakes-needs-a-clinician           | recent_surgery: yes                                                                                                 | fires         |
      | health-that-raises-the-stakes-needs-a-clinician           | active_cancer: yes                                                                                                  | fires         |
      | health-that-raises-the-stakes-needs-a-clinician           | past_clot: yes                                                                                                      | fires         |
      | health-that-raises-the-stakes-needs-a-clinician           | long_travel: yes                                                                                                    | does not fire |
      | several-clot-risks-need-a-clinician                       | long_travel: yes, oestrogen: yes                                                                                    | fires         |
      | several-clot-risks-need-a-clinician                       | long_sitting: yes, family_clot: yes                                                                                 | fires         |
      | several-clot-risks-need-a-clinician                       | long_travel: yes                                                                                                    | does not fire |
      | several-clot-risks-need-a-clinician                       | long_travel: yes, oestrogen: no                                                                                     | does not fire |
      | throbbing-leg-needs-a-clinician                           | throbbing_pain: yes, pain_onset: gradual, run_pattern: creeps_in                                                    | fires         |
      | throbbing-leg-needs-a-clinician                           | throbbing_pain: no, pain_feel: throb                                                                                | does not fire |
      | too-little-is-known                                       | age: 40, breathless: no                                                                                             | fires         |
      | too-little-is-known                                       | pain_site: mid_calf                                                                                                 | fires         |
      | too-little-is-known                                       | pain_site: mid_calf, pain_sides: one                                                                                | does not fire |
      | too-little-is-known                                       | pain_site: somewhere_in_calf, pain_sides: one                                                                       | fires         |
      | too-little-is-known                                       | pain_onset: gradual                                                                                                 | fires         |
      | too-little-is-known                                       | pain_onset: gradual, course: same                                                                                   | does not fire |
      | too-little-is-known                                       | pain_onset: gradual, pain_site: somewhere_in_calf                                                                   | fires         |
      | too-little-is-known                                       | run_pattern: creeps_in, ease_time: hours                                                                            | does not fire |
      | too-little-is-known                                       | walking: normal, heel_raise: sore                                                                                   | does not fire |
      | too-little-is-known                                       | walking: normal, effect_on_run: kept_running                                                                        | does not fire |
      | too-little-is-known                                       | walking: normal, worse_stretch: both                                                                                | does not fire |
      | too-little-is-known                                       | pain_sides: both, pain_feel: dull_ache, ease_time: hours                                                            | fires         |
      | too-little-is-known                                       | run_pattern: creeps_in, pain_feel: dull_ache                                                                        | does not fire |
      | too-little-is-known                                       | walking: normal, bone_spot: no, leg_swollen: no                                                                     | fires         |
