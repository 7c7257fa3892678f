Feature: How signs and risks of a clot add up
  One sign counts once. A second and a third kind of sign make a clot likelier, a risk does so beside a sign, and a risk alone keeps a clot possible
  without putting it above everything else. None of this lowers the triage: a sign, or a risk with a pain that nothing explains, needs help today.

  Scenario Outline: A single sign and a single risk leave a clot possible, and still need help today
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "deep_vein_thrombosis" is at least "possible"
    And the condition "deep_vein_thrombosis" is at most "possible"
    And the triage is "same_day"

    Examples:
      | answers                          |
      | leg_swollen: yes                 |
      | leg_warm: yes                    |
      | pitting: yes                     |
      | calf_difference: 3               |
      | oestrogen: yes                   |
      | oestrogen: yes, long_travel: yes |

  Scenario: Two risks with a calf pain that is getting better do not outrank a strain, and still need help today
    Given a runner who answers
      | oestrogen        | yes               |
      | long_travel      | yes               |
      | pain_site        | somewhere_in_calf |
      | days_since_onset | 1                 |
      | course           | better            |
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_1" comes first
    And the condition "deep_vein_thrombosis" is at least "possible"
    And the triage is "same_day"

  Scenario: Three kinds of signs that came over hours look like a clot
    Given a runner who answers
      | leg_swollen    | yes           |
      | leg_warm       | yes           |
      | throbbing_pain | yes           |
      | pain_onset     | hours_to_days |
    When the consultation is concluded
    Then the condition "deep_vein_thrombosis" comes first
    And the condition "deep_vein_thrombosis" is at least "likely"

  Scenario Outline: Which answers add up
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                                    | answers                                                                                  | fires or not  |
      | two-kinds-of-clot-signs-make-a-clot-likelier                            | leg_swollen: yes, leg_warm: yes                                                          | fires         |
      | two-kinds-of-clot-signs-make-a-clot-likelier                            | leg_swollen: yes, whole_leg_swollen: yes, calf_difference: 4                             | does not fire |
      | two-kinds-of-clot-signs-make-a-clot-likelier                            | leg_discoloured: yes, pitting: yes                                                       | fires         |
      | two-kinds-of-clot-signs-make-a-clot-likelier                            | throbbing_pain: yes, hard_sore_vein: yes                                                 | fires         |
      | two-kinds-of-clot-signs-make-a-clot-likelier                            | new_veins: yes, calf_difference: 3                                                       | fires         |
      | two-kinds-of-clot-signs-make-a-clot-likelier                            | new_veins: yes, calf_difference: 2.9                                                     | does not fire |
      | two-kinds-of-clot-signs-make-a-clot-likelier                            | leg_swollen: yes, leg_warm: no                                                           | does not fire |
      | three-kinds-of-clot-signs-make-a-clot-likelier-still                    | leg_swollen: yes, leg_warm: yes, throbbing_pain: yes                                     | fires         |
      | three-kinds-of-clot-signs-make-a-clot-likelier-still                    | whole_leg_swollen: yes, leg_discoloured: yes, new_veins: yes                             | fires         |
      | three-kinds-of-clot-signs-make-a-clot-likelier-still                    | calf_difference: 3, pitting: yes, hard_sore_vein: yes                                    | fires         |
      | three-kinds-of-clot-signs-make-a-clot-likelier-still                    | leg_swollen: yes, leg_warm: yes, throbbing_pain: no                                      | does not fire |
      | three-kinds-of-clot-signs-make-a-clot-likelier-still                    | leg_swollen: yes, leg_warm: yes, leg_discoloured: yes                                    | does not fire |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | oestrogen: yes, long_travel: yes                                                         | fires         |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | active_cancer: yes, past_clot: yes                                                       | fires         |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | recent_surgery: yes, family_clot: yes                                                    | fires         |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | pregnant: yes, bed_rest: yes                                                             | fires         |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | leg_immobilised: yes, long_sitting: yes                                                  | fires         |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | oestrogen: yes, pregnant: yes                                                            | does not fire |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | long_travel: yes, long_sitting: yes                                                      | does not fire |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | oestrogen: yes, long_travel: yes, leg_warm: yes                                          | does not fire |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | oestrogen: yes, long_travel: no                                                          | does not fire |
      | several-clot-risks-without-a-sign-weigh-a-little-more                   | oestrogen: yes, long_travel: yes, pain_onset: gradual, run_pattern: creeps_in            | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: one, course: worse                                | fires         |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: one, course: worse, after_unusual_session: yes    | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: one, course: worse, run_pattern: creeps_in        | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: one, course: worse, ease_time: hours              | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: one, course: worse, pain_site: achilles           | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: one, course: worse, run_pattern: since_one_moment | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: one, course: worse, days_since_onset: 15          | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: one, course: worse, days_since_onset: 14          | fires         |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: one, course: same                                 | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: hours_to_days, pain_sides: both, course: worse                               | does not fire |
      | pain-in-one-leg-that-came-over-hours-and-grows-needs-help-today         | pain_onset: gradual, pain_sides: one, course: worse                                      | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one                                               | fires         |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, after_unusual_session: yes                   | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, run_pattern: creeps_in                       | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, ease_time: hours                             | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, pain_site: achilles                          | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, run_pattern: since_one_moment                | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: one, course: better                               | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: hours_to_days, pain_sides: both                                              | does not fire |
      | pain-in-one-leg-that-came-over-hours-without-a-reason-needs-a-clinician | pain_onset: gradual, pain_sides: one                                                     | does not fire |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | past_clot: yes, course: worse                                                            | fires         |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | active_cancer: yes, course: worse                                                        | fires         |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | leg_immobilised: yes, course: worse                                                      | fires         |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | bed_rest: yes, course: worse                                                             | fires         |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | recent_surgery: yes, course: worse                                                       | fires         |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | long_travel: yes, course: worse                                                          | fires         |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | oestrogen: yes, course: worse                                                            | fires         |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | pregnant: yes, course: worse                                                             | fires         |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | family_clot: yes, course: worse                                                          | fires         |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | oestrogen: yes, course: same                                                             | does not fire |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | oestrogen: no, course: worse                                                             | does not fire |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | long_sitting: yes, course: worse                                                         | does not fire |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | oestrogen: yes, course: worse, pain_site: achilles                                       | does not fire |
      | growing-calf-pain-with-a-clot-risk-needs-help-today                     | oestrogen: yes, course: worse, ease_time: 5_to_60_min                                    | does not fire |
