Feature: The Achilles tendon and its neighbours
  An overloaded tendon is stiff in the morning and warms up. A torn one comes in a moment, may hurt little and may
  still allow a tiptoe, so no painless self-test counts against a tear.

  Scenario: A stiff tendon that warms up and is sore to pinch is very likely mid-portion tendinopathy
    Given a runner who answers
      | pain_site         | achilles        |
      | pain_onset        | gradual         |
      | morning_stiffness | yes             |
      | run_pattern       | eases_when_warm |
      | tendon_pinch      | sore_mid        |
    When the consultation is concluded
    Then the finding "tendon_pain" is derived
    And the condition "achilles_midportion" comes first
    And the condition "achilles_midportion" is at least "very likely"

  Scenario: A sore heel bone that dislikes the stretch is likely insertional
    Given a runner who answers
      | pain_site     | heel_back     |
      | pain_onset    | gradual       |
      | tendon_pinch  | sore_heel     |
      | worse_stretch | knee_straight |
    When the consultation is concluded
    Then the condition "achilles_insertional" comes first
    And the condition "achilles_insertional" is at least "likely"

  Scenario: A kick above the heel and lost push-off are likely a torn tendon
    Given a runner who answers
      | pain_site     | achilles |
      | pain_onset    | sudden   |
      | pop_felt      | yes      |
      | weak_push_off | yes      |
    When the consultation is concluded
    Then the condition "achilles_rupture" comes first
    And the condition "achilles_rupture" is at least "very likely"
    And the triage is at least "same_day"

  Scenario: Push-off lost in one moment keeps a torn tendon possible without a pop
    Given a runner who answers
      | pain_onset    | sudden      |
      | effect_on_run | had_to_stop |
      | weak_push_off | yes         |
    When the consultation is concluded
    Then the condition "achilles_rupture" is at least "possible"
    And the triage is at least "same_day"

  Scenario: A foot that moves on the squeeze test does not clear the tendon
    Given a runner who answers
      | pain_site     | achilles   |
      | pain_onset    | sudden     |
      | pop_felt      | yes        |
      | weak_push_off | yes        |
      | squeeze_test  | foot_moves |
      | heel_raise    | sore       |
    When the consultation is concluded
    Then the condition "achilles_rupture" is at least "very likely"

  Scenario Outline: Signs of an overloaded tendon
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                           | answers                                                                     | fires or not  |
      | pain-on-the-tendon-by-place-or-pinch                           | pain_site: achilles                                                         | fires         |
      | pain-on-the-tendon-by-place-or-pinch                           | pain_site: deep_low_calf                                                    | does not fire |
      | pain-on-the-tendon-by-place-or-pinch                           | tendon_pinch: sore_heel                                                     | fires         |
      | pain-on-the-tendon-by-place-or-pinch                           | tendon_pinch: painless                                                      | does not fire |
      | pain-on-the-tendon-by-place-or-pinch                           | pain_site: heel_back                                                        | fires         |
      | pain-on-the-tendon-by-place-or-pinch                           | tendon_pinch: sore_mid                                                      | fires         |
      | stiff-mornings-that-warm-up-point-to-the-achilles              | morning_stiffness: yes, run_pattern: eases_when_warm                        | fires         |
      | stiff-mornings-that-warm-up-point-to-the-achilles              | morning_stiffness: no, run_pattern: eases_when_warm                         | does not fire |
      | stiff-mornings-that-warm-up-point-to-the-achilles              | morning_stiffness: yes, run_pattern: creeps_in                              | does not fire |
      | stiff-mornings-that-warm-up-point-to-the-achilles              | morning_stiffness: yes, run_pattern: eases_when_warm, pain_site: mid_calf   | does not fire |
      | stiff-mornings-that-warm-up-point-to-the-achilles              | morning_stiffness: yes, run_pattern: eases_when_warm, pain_site: inner_shin | does not fire |
      | morning-stiffness-at-the-tendon                                | morning_stiffness: yes, pain_site: achilles                                 | fires         |
      | morning-stiffness-at-the-tendon                                | morning_stiffness: no, pain_site: achilles                                  | does not fire |
      | morning-stiffness-at-the-tendon                                | morning_stiffness: yes, pain_site: whole_calf                               | does not fire |
      | morning-stiffness-at-the-tendon                                | morning_stiffness: yes, pain_site: front_shin                               | does not fire |
      | tendon-pain-that-warms-up                                      | pain_site: achilles, run_pattern: eases_when_warm                           | fires         |
      | tendon-pain-that-warms-up                                      | pain_site: mid_calf, run_pattern: eases_when_warm                           | does not fire |
      | tendon-pain-that-warms-up                                      | pain_site: achilles, run_pattern: earlier_each_run                          | does not fire |
      | pinch-sore-in-the-middle-of-the-tendon                         | tendon_pinch: sore_mid                                                      | fires         |
      | pinch-sore-in-the-middle-of-the-tendon                         | tendon_pinch: sore_heel                                                     | does not fire |
      | pinch-sore-at-the-heel                                         | tendon_pinch: sore_heel                                                     | fires         |
      | pinch-sore-at-the-heel                                         | tendon_pinch: sore_mid                                                      | does not fire |
      | painless-pinch-speaks-against-achilles-tendinopathy            | tendon_pinch: painless                                                      | fires         |
      | painless-pinch-speaks-against-achilles-tendinopathy            | tendon_pinch: sore_mid                                                      | does not fire |
      | tendon-that-hurts-under-load                                   | pain_site: achilles, heel_raise: sore                                       | fires         |
      | tendon-that-hurts-under-load                                   | pain_site: achilles, hop: sore                                              | fires         |
      | tendon-that-hurts-under-load                                   | pain_site: achilles, hop: painless                                          | does not fire |
      | tendon-that-hurts-under-load                                   | pain_site: mid_calf, heel_raise: sore                                       | does not fire |
      | ankle-bend-or-hills-hurt-the-heel                              | pain_site: heel_back, worse_stretch: both                                   | fires         |
      | ankle-bend-or-hills-hurt-the-heel                              | pain_site: heel_back, worse_stretch: neither                                | does not fire |
      | ankle-bend-or-hills-hurt-the-heel                              | pain_site: heel_back, more_hills: yes                                       | fires         |
      | ankle-bend-or-hills-hurt-the-heel                              | pain_site: heel_back, more_hills: no                                        | does not fire |
      | ankle-bend-or-hills-hurt-the-heel                              | pain_site: achilles, more_hills: yes                                        | does not fire |
      | ankle-bend-or-hills-hurt-the-heel                              | pain_site: heel_back, worse_stretch: knee_straight                          | fires         |
      | ankle-bend-or-hills-hurt-the-heel                              | pain_site: heel_back, worse_stretch: knee_bent                              | fires         |
      | earlier-achilles-pain-comes-back                               | past_achilles: yes                                                          | fires         |
      | earlier-achilles-pain-comes-back                               | past_achilles: no                                                           | does not fire |
      | earlier-achilles-pain-comes-back                               | past_achilles: yes, pain_site: whole_calf                                   | does not fire |
      | earlier-achilles-pain-comes-back                               | past_achilles: yes, pain_site: inner_shin                                   | does not fire |
      | slow-ankle-pain-with-a-painless-achilles-may-be-another-tendon | pain_site: deep_low_calf, tendon_pinch: painless, morning_stiffness: yes    | fires         |
      | slow-ankle-pain-with-a-painless-achilles-may-be-another-tendon | pain_site: outer_shin, tendon_pinch: painless, run_pattern: eases_when_warm | fires         |
      | slow-ankle-pain-with-a-painless-achilles-may-be-another-tendon | pain_site: deep_low_calf, tendon_pinch: sore_mid, morning_stiffness: yes    | does not fire |
      | slow-ankle-pain-with-a-painless-achilles-may-be-another-tendon | pain_site: mid_calf, tendon_pinch: painless, morning_stiffness: yes         | does not fire |
      | slow-ankle-pain-with-a-painless-achilles-may-be-another-tendon | pain_site: deep_low_calf, tendon_pinch: painless, morning_stiffness: no     | does not fire |
      | slow-ankle-pain-with-a-painless-achilles-may-be-another-tendon | pain_site: inner_shin, tendon_pinch: painless, morning_stiffness: yes       | fires         |

  Scenario Outline: Signs of a torn tendon
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                      | answers                                                                                | fires or not  |
      | sudden-pain-at-the-tendon-may-be-a-rupture                | pain_site: achilles, pain_onset: sudden                                                | fires         |
      | sudden-pain-at-the-tendon-may-be-a-rupture                | pain_site: heel_back, pain_onset: sudden                                               | fires         |
      | sudden-pain-at-the-tendon-may-be-a-rupture                | pain_site: achilles, pain_onset: gradual                                               | does not fire |
      | sudden-pain-at-the-tendon-may-be-a-rupture                | pain_site: mid_calf, pain_onset: sudden                                                | does not fire |
      | sudden-pain-that-fades-but-leaves-a-limp-may-be-a-rupture | pain_onset: sudden, ease_time: under_5_min, walking: limp                              | fires         |
      | sudden-pain-that-fades-but-leaves-a-limp-may-be-a-rupture | pain_onset: sudden, ease_time: under_5_min, walking: cannot                            | fires         |
      | sudden-pain-that-fades-but-leaves-a-limp-may-be-a-rupture | pain_onset: sudden, ease_time: under_5_min, walking: normal                            | does not fire |
      | sudden-pain-that-fades-but-leaves-a-limp-may-be-a-rupture | pain_onset: sudden, ease_time: 5_to_60_min, walking: limp                              | does not fire |
      | sudden-pain-that-fades-but-leaves-a-limp-may-be-a-rupture | pain_onset: gradual, ease_time: under_5_min, walking: limp                             | does not fire |
      | sudden-pain-that-fades-but-leaves-a-limp-may-be-a-rupture | pain_onset: sudden, ease_time: under_5_min, walking: limp, pain_site: upper_inner_calf | does not fire |
      | pop-low-in-the-leg-may-be-a-rupture                       | pop_felt: yes, pain_site: deep_low_calf                                                | fires         |
      | pop-low-in-the-leg-may-be-a-rupture                       | pop_felt: yes, pain_site: upper_inner_calf                                             | does not fire |
      | pop-low-in-the-leg-may-be-a-rupture                       | pop_felt: no, pain_site: deep_low_calf                                                 | does not fire |
      | pop-low-in-the-leg-may-be-a-rupture                       | pop_felt: yes, pain_site: achilles                                                     | fires         |
      | pop-low-in-the-leg-may-be-a-rupture                       | pop_felt: yes, pain_site: heel_back                                                    | fires         |
      | foot-still-when-the-calf-is-squeezed-is-a-rupture         | squeeze_test: foot_still                                                               | fires         |
      | foot-still-when-the-calf-is-squeezed-is-a-rupture         | squeeze_test: foot_moves                                                               | does not fire |
      | foot-that-hangs-less-is-a-rupture                         | foot_hangs_less: yes                                                                   | fires         |
      | foot-that-hangs-less-is-a-rupture                         | foot_hangs_less: no                                                                    | does not fire |
      | gap-above-the-heel-is-a-rupture                           | tendon_gap: yes                                                                        | fires         |
      | gap-above-the-heel-is-a-rupture                           | tendon_gap: no                                                                         | does not fire |
      | lost-push-off-after-one-moment-is-a-rupture               | weak_push_off: yes, pain_onset: sudden                                                 | fires         |
      | lost-push-off-after-one-moment-is-a-rupture               | weak_push_off: yes, pop_felt: yes                                                      | fires         |
      | lost-push-off-after-one-moment-is-a-rupture               | weak_push_off: yes, tendon_gap: yes                                                    | fires         |
      | lost-push-off-after-one-moment-is-a-rupture               | weak_push_off: yes, pain_onset: gradual                                                | does not fire |
      | lost-push-off-after-one-moment-is-a-rupture               | weak_push_off: no, pain_onset: sudden                                                  | does not fire |
