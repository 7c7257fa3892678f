Feature: Precautions
  What must not be done, and for whom. A precaution always beats advice. Hands, ball, heat, wrap and stretch wait until a clot is ruled out by
  answers, and nobody exercises while help is needed today.

  Scenario: No hands, ball, heat, wrap or stretch while the clot questions are unanswered
    Given a runner who answered "no" to every question of "emergency_signs"
    And a runner who answers
      | pain_onset            | hours_to_days |
      | pain_sides            | both          |
      | after_unusual_session | yes           |
      | pain_site             | whole_calf    |
      | walking               | normal        |
    When the consultation is concluded
    Then the rule "no-hands-heat-wrap-or-stretch-while-a-clot-is-possible" fires
    And the measure "finger_massage" is withheld
    And the measure "ball_massage" is withheld
    And the measure "heat" is withheld
    And the measure "compression" is withheld
    And the measure "towel_stretch" is withheld

  Scenario: With every sign and risk of a clot answered with no they are free
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset            | hours_to_days |
      | pain_sides            | both          |
      | after_unusual_session | yes           |
      | pain_site             | whole_calf    |
      | walking               | normal        |
      | pain_now              | 3             |
      | bone_spot             | no            |
      | night_bone_pain       | no            |
    When the consultation is concluded
    Then the rule "no-hands-heat-wrap-or-stretch-while-a-clot-is-possible" does not fire
    And the measure "finger_massage" is advised
    And the measure "heat" is advised

  Scenario: Nobody exercises while help is needed today
    Given a runner who answers
      | pitting | yes    |
      | walking | normal |
    When the consultation is concluded
    Then the triage is "same_day"
    And the measure "isometric_hold" is withheld
    And the measure "walk_run_minutes" is withheld
    And the measure "clamshell" is withheld
    And the measure "ankle_rolls" is withheld
    And the measure "comfortable_walking" is withheld

  Scenario: A leg that may be under pressure is neither raised nor wrapped
    Given a runner who answers
      | tense_calf           | yes |
      | severe_rising_pain   | no  |
      | toe_movement_agony   | no  |
      | sudden_numb_weak_leg | no  |
    When the consultation is concluded
    Then the triage is "same_day"
    And the measure "elevation" is withheld
    And the measure "compression" is withheld

  Scenario: A runner who must see a clinician does not run or jump until then
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset          | gradual       |
      | pain_site           | deep_low_calf |
      | walking             | normal        |
      | no_better_two_weeks | yes           |
    When the consultation is concluded
    Then the triage is "clinician"
    And the measure "walk_run_minutes" is withheld
    And the measure "rope_jumps" is withheld

  Scenario: Heat waits on a sudden pain whose day is not known
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset    | sudden           |
      | effect_on_run | kept_running     |
      | pain_site     | upper_inner_calf |
      | walking       | normal           |
    When the consultation is concluded
    Then the finding "fresh_tear_not_ruled_out" is derived
    And the measure "heat" is withheld
    And the measure "finger_massage" is withheld

  Scenario: Jumping waits for 25 heel raises
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset       | gradual       |
      | pain_site        | deep_low_calf |
      | walking          | normal        |
      | heel_raise       | painless      |
      | heel_raise_count | 24            |
      | hop              | painless      |
      | bone_spot        | no            |
      | night_bone_pain  | no            |
    When the consultation is concluded
    Then the rule "no-jumping-before-the-calf-is-strong" fires
    And the measure "rope_jumps" is withheld

  Scenario: With 25 painless heel raises and a painless hop jumping is free
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset       | gradual       |
      | pain_site        | deep_low_calf |
      | walking          | normal        |
      | heel_raise       | painless      |
      | heel_raise_count | 25            |
      | hop              | painless      |
      | bone_spot        | no            |
      | night_bone_pain  | no            |
    When the consultation is concluded
    Then the finding "jump_ready" is derived
    And the rule "no-jumping-before-the-calf-is-strong" does not fire
    And the triage is "self_care"

  Scenario: Pain where the tendon joins the heel never gets a drop below the step
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_site    | heel_back |
      | pain_onset   | gradual   |
      | walking      | normal    |
      | tendon_pinch | sore_heel |
    When the consultation is concluded
    Then the measure "step_heel_raise" is withheld
    And the measure "eccentric_drop" is withheld

  Scenario: Every sign of a tear answered with no, and a slow start, free the calf for load
    Given a runner who answered "no" to every question of "rupture_signs"
    And a runner who answers
      | pain_onset | gradual |
    When the consultation is concluded
    Then the finding "rupture_not_ruled_out" is not derived
    And the rule "rupture-is-not-ruled-out-until-the-signs-are-absent" does not fire
    And the rule "no-loading-while-a-rupture-is-possible" does not fire

  Scenario: A sudden start keeps a tear in play until a helper has squeezed the calf
    Given a runner who answered "no" to every question of "rupture_signs"
    And a runner who answers
      | pain_onset | sudden |
    When the consultation is concluded
    Then the finding "rupture_not_ruled_out" is derived
    And the rule "rupture-is-not-ruled-out-until-the-signs-are-absent" fires
    And the rule "no-loading-while-a-rupture-is-possible" fires
    And the measure "two_leg_heel_raise" is withheld

  Scenario: After the squeeze the foot moves, and a tear no longer holds load back
    Given a runner who answered "no" to every question of "rupture_signs"
    And a runner who answers
      | pain_onset   | sudden     |
      | squeeze_test | foot_moves |
    When the consultation is concluded
    Then the finding "rupture_not_ruled_out" is not derived

  Scenario: The squeeze does not free a runner who felt a pop
    Given a runner who answered "no" to every question of "rupture_signs"
    And a runner who answers
      | pain_onset   | sudden     |
      | squeeze_test | foot_moves |
      | pop_felt     | yes        |
    When the consultation is concluded
    Then the finding "rupture_not_ruled_out" is derived

  Scenario: A heel raise that fails keeps a tear in play
    Given a runner who answered "no" to every question of "rupture_signs"
    And a runner who answers
      | pain_onset | gradual |
      | heel_raise | cannot  |
    When the consultation is concluded
    Then the finding "rupture_not_ruled_out" is derived

  Scenario: The pressure signs answered with no free the leg for load
    Given a runner who answered "no" to every question of "emergency_signs"
    And a runner who answers
      | pain_onset | gradual |
    When the consultation is concluded
    Then the finding "compartment_not_ruled_out" is not derived
    And the rule "compartment-is-not-ruled-out-until-the-signs-are-absent" does not fire
    And the rule "no-loading-or-wrap-while-leg-pressure-is-possible" does not fire

  Scenario: One pressure sign unanswered keeps load back
    Given a runner who answers
      | severe_rising_pain | no      |
      | tense_calf         | no      |
      | toe_movement_agony | no      |
      | pain_onset         | gradual |
    When the consultation is concluded
    Then the finding "compartment_not_ruled_out" is derived
    And the rule "compartment-is-not-ruled-out-until-the-signs-are-absent" fires
    And the rule "no-loading-or-wrap-while-leg-pressure-is-possible" fires
    And the measure "two_leg_heel_raise" is withheld

  Scenario: A leg whose blood flow or pressure is in doubt is neither run on nor wrapped
    Given a runner who answers "pain_onset: only_on_effort, ease_time: under_5_min"
    When the consultation is concluded
    Then the measure "walk_run_minutes" is withheld
    And the measure "compression" is withheld

  Scenario Outline: What is not yet excluded
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: bone, and the first three days
      | rule                                                    | answers                                                                             | fires or not  |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, night_bone_pain: no, pain_site: mid_calf                             | does not fire |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, pain_site: mid_calf                                                  | fires         |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, night_bone_pain: no                                                  | fires         |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, night_bone_pain: no, pain_site: inner_shin                           | fires         |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, night_bone_pain: no, pain_site: inner_shin, hop: sore                | fires         |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, night_bone_pain: no, pain_site: inner_shin, hop: painless            | does not fire |
      | bone-stress-is-not-ruled-out-until-the-signs-are-absent | bone_spot: no, night_bone_pain: no, pain_site: mid_calf, hop: bone_pain             | fires         |
      | tear-counts-as-fresh-until-three-days-have-passed       | pain_onset: sudden                                                                  | fires         |
      | tear-counts-as-fresh-until-three-days-have-passed       | pain_site: mid_calf                                                                 | fires         |
      | tear-counts-as-fresh-until-three-days-have-passed       | pain_onset: sudden, days_since_onset: 3                                             | fires         |
      | tear-counts-as-fresh-until-three-days-have-passed       | pain_onset: sudden, days_since_onset: 4                                             | does not fire |
      | tear-counts-as-fresh-until-three-days-have-passed       | pain_onset: gradual                                                                 | does not fire |
      | tear-counts-as-fresh-until-three-days-have-passed       | pain_onset: sudden, muscle_knot: yes, walking: normal, pop_felt: no, muscle_gap: no | does not fire |
      | pop-or-gap-counts-as-fresh-until-three-days-have-passed | pop_felt: yes, pain_onset: gradual                                                  | fires         |
      | pop-or-gap-counts-as-fresh-until-three-days-have-passed | tendon_gap: yes                                                                     | fires         |
      | pop-or-gap-counts-as-fresh-until-three-days-have-passed | muscle_gap: yes                                                                     | fires         |
      | pop-or-gap-counts-as-fresh-until-three-days-have-passed | pop_felt: yes, days_since_onset: 4                                                  | does not fire |
      | pop-or-gap-counts-as-fresh-until-three-days-have-passed | pop_felt: no                                                                        | does not fire |
      | enough-painless-heel-raises-allow-jumping               | heel_raise_count: 25, heel_raise: painless, hop: painless                           | fires         |
      | enough-painless-heel-raises-allow-jumping               | heel_raise_count: 24, heel_raise: painless, hop: painless                           | does not fire |
      | enough-painless-heel-raises-allow-jumping               | heel_raise_count: 25, heel_raise: sore, hop: painless                               | does not fire |
      | enough-painless-heel-raises-allow-jumping               | heel_raise_count: 25, heel_raise: painless, hop: sore                               | does not fire |
      | enough-painless-heel-raises-allow-jumping               | heel_raise_count: 25, heel_raise: painless                                          | does not fire |

  Scenario Outline: Which answers hold measures back
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: one rule at a time
      | rule                                                        | answers                                                                                 | fires or not  |
      | no-training-until-seen-today                                | walking: cannot                                                                         | fires         |
      | no-training-until-seen-today                                | walking: limp                                                                           | does not fire |
      | nothing-at-home-in-an-emergency                             | breathless: yes                                                                         | fires         |
      | nothing-at-home-in-an-emergency                             | breathless: no, leg_swollen: yes                                                        | does not fire |
      | no-running-until-seen                                       | walking: limp                                                                           | fires         |
      | no-running-until-seen                                       | pain_onset: gradual, pain_site: mid_calf, walking: normal                               | does not fire |
      | no-raised-leg-or-wrap-with-suspected-pressure               | tense_calf: yes                                                                         | fires         |
      | no-raised-leg-or-wrap-with-suspected-pressure               | toe_movement_agony: yes                                                                 | fires         |
      | no-raised-leg-or-wrap-with-suspected-pressure               | tense_calf: no, pain_feel: tight                                                        | does not fire |
      | no-running-while-a-stress-fracture-is-possible              | pain_site: mid_calf, bone_spot: no                                                      | fires         |
      | no-running-while-a-stress-fracture-is-possible              | pain_site: mid_calf, bone_spot: no, night_bone_pain: no                                 | does not fire |
      | no-impact-with-signs-of-a-stress-fracture                   | hop: bone_pain                                                                          | fires         |
      | no-impact-with-signs-of-a-stress-fracture                   | bone_spot: yes                                                                          | fires         |
      | no-impact-with-signs-of-a-stress-fracture                   | hop: sore, bone_spot: no                                                                | does not fire |
      | no-heat-hands-or-stretch-on-a-fresh-tear                    | pain_onset: sudden, days_since_onset: 3                                                 | fires         |
      | no-heat-hands-or-stretch-on-a-fresh-tear                    | pain_onset: sudden, days_since_onset: 4                                                 | does not fire |
      | no-deep-drop-early-after-a-sudden-injury                    | pain_onset: sudden, days_since_onset: 14                                                | fires         |
      | no-deep-drop-early-after-a-sudden-injury                    | pain_onset: sudden, days_since_onset: 15                                                | does not fire |
      | no-deep-drop-early-after-a-sudden-injury                    | run_pattern: since_one_moment, pain_onset: gradual                                      | fires         |
      | no-deep-drop-early-after-a-sudden-injury                    | pain_onset: gradual                                                                     | does not fire |
      | no-running-after-an-injury-until-a-heel-raise-is-painless   | pain_onset: sudden, days_since_onset: 20                                                | fires         |
      | no-running-after-an-injury-until-a-heel-raise-is-painless   | pain_onset: sudden, heel_raise: sore, walking: normal                                   | fires         |
      | no-running-after-an-injury-until-a-heel-raise-is-painless   | pain_onset: sudden, heel_raise: painless, walking: limp                                 | fires         |
      | no-running-after-an-injury-until-a-heel-raise-is-painless   | pain_onset: sudden, heel_raise: painless, walking: normal                               | does not fire |
      | no-running-after-an-injury-until-a-heel-raise-is-painless   | pain_onset: gradual                                                                     | does not fire |
      | no-running-after-an-injury-until-a-heel-raise-is-painless   | pain_onset: sudden, muscle_knot: yes, walking: normal, pop_felt: no, muscle_gap: no     | does not fire |
      | no-loading-above-the-pain-limit                             | pain_now: 6                                                                             | fires         |
      | no-loading-above-the-pain-limit                             | pain_now: 5                                                                             | does not fire |
      | no-stretch-when-every-stretch-hurts                         | worse_stretch: both                                                                     | fires         |
      | no-stretch-when-every-stretch-hurts                         | worse_stretch: knee_bent                                                                | does not fire |
      | no-heel-below-the-step-with-pain-at-the-heel-bone           | pain_site: heel_back                                                                    | fires         |
      | no-heel-below-the-step-with-pain-at-the-heel-bone           | tendon_pinch: sore_heel                                                                 | fires         |
      | no-heel-below-the-step-with-pain-at-the-heel-bone           | pain_site: achilles, tendon_pinch: sore_mid                                             | does not fire |
      | no-training-with-tendon-pain-after-a-fluoroquinolone        | fluoroquinolone: yes, pain_site: achilles                                               | fires         |
      | no-training-with-tendon-pain-after-a-fluoroquinolone        | fluoroquinolone: no, pain_site: achilles                                                | does not fire |
      | no-heat-or-cold-on-numb-skin                                | numb_skin: yes                                                                          | fires         |
      | no-heat-or-cold-on-numb-skin                                | diabetes: yes                                                                           | fires         |
      | no-heat-or-cold-on-numb-skin                                | numb_or_tingling: yes                                                                   | fires         |
      | no-heat-or-cold-on-numb-skin                                | numb_skin: no, diabetes: no, numb_or_tingling: no                                       | does not fire |
      | no-pressing-with-a-blood-thinner-varicose-veins-or-a-bruise | anticoagulant: yes                                                                      | fires         |
      | no-pressing-with-a-blood-thinner-varicose-veins-or-a-bruise | varicose_veins: yes                                                                     | fires         |
      | no-pressing-with-a-blood-thinner-varicose-veins-or-a-bruise | bruise: small                                                                           | fires         |
      | no-pressing-with-a-blood-thinner-varicose-veins-or-a-bruise | numb_skin: yes                                                                          | fires         |
      | no-pressing-with-a-blood-thinner-varicose-veins-or-a-bruise | anticoagulant: no, varicose_veins: no, bruise: none, numb_skin: no                      | does not fire |
      | no-wrap-when-the-arteries-may-be-narrow                     | artery_disease: yes                                                                     | fires         |
      | no-wrap-when-the-arteries-may-be-narrow                     | cold_foot_on_effort: yes                                                                | fires         |
      | no-wrap-when-the-arteries-may-be-narrow                     | age: 60, pain_onset: only_on_effort, ease_time: under_5_min, run_pattern: same_distance | fires         |
      | no-wrap-when-the-arteries-may-be-narrow                     | age: 60, pain_onset: gradual, ease_time: hours, artery_disease: no                      | does not fire |
      | no-cold-on-a-foot-with-poor-blood-flow                      | cold_foot_on_effort: yes                                                                | fires         |
      | no-cold-on-a-foot-with-poor-blood-flow                      | age: 60, pain_onset: only_on_effort, ease_time: under_5_min, run_pattern: same_distance | fires         |
      | no-cold-on-a-foot-with-poor-blood-flow                      | artery_disease: yes, cold_foot_on_effort: no                                            | does not fire |
      | no-raised-or-cooled-leg-when-blood-flow-may-be-cut-off      | cold_pale_leg: yes                                                                      | fires         |
      | no-raised-or-cooled-leg-when-blood-flow-may-be-cut-off      | sudden_numb_weak_leg: yes                                                               | fires         |
      | no-raised-or-cooled-leg-when-blood-flow-may-be-cut-off      | cold_pale_leg: no, cold_foot_on_effort: yes                                             | does not fire |
      | no-heat-or-hands-on-an-infection                            | red_spreading_patch: yes                                                                | fires         |
      | no-heat-or-hands-on-an-infection                            | very_ill: yes                                                                           | fires         |
      | no-heat-or-hands-on-an-infection                            | red_spreading_patch: no, skin_break: yes                                                | does not fire |
      | no-running-with-a-suspected-flow-or-pressure-problem        | pain_onset: only_on_effort                                                              | fires         |
      | no-running-with-a-suspected-flow-or-pressure-problem        | pain_onset: only_on_effort, ease_time: under_5_min                                      | fires         |
      | no-running-with-a-suspected-flow-or-pressure-problem        | pain_onset: only_on_effort, ease_time: hours                                            | does not fire |
