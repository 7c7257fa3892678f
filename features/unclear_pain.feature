Feature: A pain that stays unclear
  Pain that lasts, grows or stops the running, with too little known or nothing that explains it, is looked at by a clinician. A "no" tells nothing about
  the pain itself, and a plain "somewhere in the calf" is no place.

  Scenario: Three weeks of shin pain that no answer explains are looked at
    Given a runner who answers
      | pain_site        | inner_shin   |
      | pain_sides       | one          |
      | effect_on_run    | kept_running |
      | days_since_onset | 21           |
    When the consultation is concluded
    Then the triage is "clinician"
    And the rule "weeks-of-pain-that-nothing-explains-need-a-clinician" fires

  Scenario: Three weeks of tendon pain with its typical picture can start with self-care
    Given a runner who answers
      | pain_site         | achilles        |
      | pain_onset        | gradual         |
      | morning_stiffness | yes             |
      | run_pattern       | eases_when_warm |
      | walking           | normal          |
      | days_since_onset  | 21              |
    When the consultation is concluded
    Then the triage is "self_care"
    And the rule "weeks-of-pain-that-nothing-explains-need-a-clinician" does not fire

  Scenario: The place of the pain alone is too little for self-care
    Given a runner who answers
      | pain_site | upper_inner_calf |
    When the consultation is concluded
    Then the triage is "clinician"
    And the rule "too-little-is-known" fires

  Scenario: A slow ache that keeps a runner from running is looked at
    Given a runner who answers
      | pain_onset    | gradual          |
      | pain_site     | upper_inner_calf |
      | stops_running | yes              |
      | walking       | normal           |
    When the consultation is concluded
    Then the triage is "clinician"

  Scenario: Both calves sore after a first barefoot run may keep a runner from running for some days
    Given a runner who answers
      | pain_onset            | hours_to_days |
      | after_unusual_session | yes           |
      | pain_sides            | both          |
      | stops_running         | yes           |
      | walking               | normal        |
      | days_since_onset      | 2             |
    When the consultation is concluded
    Then the triage is "self_care"

  Scenario: A painless lump in the calf is looked at
    Given a runner who answers
      | lump      | yes              |
      | pain_site | upper_inner_calf |
      | pain_now  | 0                |
    When the consultation is concluded
    Then the triage is "clinician"

  Scenario: A plain "calf" leaves arteries ahead of overwork where age and health speak for them
    Given a runner who answers
      | pain_site  | somewhere_in_calf |
      | pain_sides | one               |
      | age        | 65                |
      | smoker     | yes               |
    When the consultation is concluded
    Then the condition "peripheral_artery_disease" comes first

  Scenario: A plain "calf" speaks for no clot and against none
    Given a runner who answers
      | pain_site   | somewhere_in_calf |
      | leg_swollen | yes               |
      | pain_sides  | one               |
    When the consultation is concluded
    Then the condition "deep_vein_thrombosis" comes first
    And the triage is "same_day"

  Scenario Outline: Which answers leave a pain unclear
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                 | answers                                                                                  | fires or not  |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | days_since_onset: 15                                                                     | fires         |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | days_since_onset: 14                                                                     | does not fire |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | days_since_onset: 15, course: better                                                     | does not fire |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | days_since_onset: 15, course: worse                                                      | fires         |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | days_since_onset: 15, pain_site: heel_back, pain_onset: gradual                          | fires         |
      | weeks-of-pain-that-nothing-explains-need-a-clinician | days_since_onset: 15, pain_site: heel_back, pain_onset: gradual, tendon_pinch: sore_heel | does not fire |
      | achilles-pain-beyond-six-weeks-needs-a-clinician     | pain_site: achilles, days_since_onset: 43                                                | fires         |
      | achilles-pain-beyond-six-weeks-needs-a-clinician     | pain_site: achilles, days_since_onset: 42                                                | does not fire |
      | achilles-pain-beyond-six-weeks-needs-a-clinician     | tendon_pinch: sore_mid, days_since_onset: 43                                             | fires         |
      | achilles-pain-beyond-six-weeks-needs-a-clinician     | pain_site: mid_calf, days_since_onset: 43                                                | does not fire |
      | pain-that-stops-your-running-needs-a-clinician       | stops_running: yes                                                                       | fires         |
      | pain-that-stops-your-running-needs-a-clinician       | stops_running: no                                                                        | does not fire |
      | pain-that-stops-your-running-needs-a-clinician       | stops_running: yes, pain_onset: gradual                                                  | fires         |
      | pain-that-stops-your-running-needs-a-clinician       | stops_running: yes, pain_onset: sudden                                                   | does not fire |
      | pain-that-stops-your-running-needs-a-clinician       | stops_running: yes, pain_onset: sudden, days_since_onset: 14                             | does not fire |
      | pain-that-stops-your-running-needs-a-clinician       | stops_running: yes, pain_onset: sudden, days_since_onset: 15                             | fires         |
      | pain-that-stops-your-running-needs-a-clinician       | stops_running: yes, pain_onset: sudden, course: worse                                    | fires         |
      | pain-that-stops-your-running-needs-a-clinician       | stops_running: yes, pain_sides: both, after_unusual_session: yes                         | does not fire |
      | pain-that-stops-your-running-needs-a-clinician       | stops_running: yes, pain_sides: one, after_unusual_session: yes                          | fires         |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: sudden                                                                       | fires         |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: gradual                                                                      | does not fire |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: sudden, effect_on_run: had_to_stop                                           | fires         |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: sudden, effect_on_run: kept_running                                          | does not fire |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: sudden, effect_on_run: not_running_then                                      | does not fire |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: sudden, walking: normal                                                      | does not fire |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: sudden, walking: limp                                                        | fires         |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: sudden, kept_running_through: yes                                            | does not fire |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: sudden, muscle_knot: yes                                                     | does not fire |
      | sudden-pain-of-unknown-force-needs-a-clinician       | pain_onset: sudden, night_cramp: yes                                                     | does not fire |

  Scenario Outline: How a pain goes on tells muscle from cramp, overwork and tear
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                    | answers                                                                   | fires or not  |
      | limp-is-not-left-by-a-cramp                             | walking: limp                                                             | fires         |
      | limp-is-not-left-by-a-cramp                             | walking: cannot                                                           | fires         |
      | limp-is-not-left-by-a-cramp                             | walking: normal                                                           | does not fire |
      | slow-pain-at-the-same-point-of-each-run-may-be-overwork | run_pattern: same_distance, pain_onset: gradual                           | fires         |
      | slow-pain-at-the-same-point-of-each-run-may-be-overwork | run_pattern: same_distance, pain_onset: hours_to_days                     | fires         |
      | slow-pain-at-the-same-point-of-each-run-may-be-overwork | run_pattern: same_distance, pain_onset: only_on_effort                    | does not fire |
      | slow-pain-at-the-same-point-of-each-run-may-be-overwork | run_pattern: creeps_in, pain_onset: gradual                               | does not fire |
      | slow-pain-at-the-same-point-of-each-run-may-be-overwork | run_pattern: same_distance, pain_onset: gradual, pain_site: inner_shin    | does not fire |
      | slow-pain-at-the-same-point-of-each-run-may-be-overwork | run_pattern: same_distance, pain_onset: gradual, numb_or_tingling: yes    | does not fire |
      | slow-pain-at-the-same-point-of-each-run-may-be-overwork | run_pattern: same_distance, pain_onset: gradual, cold_foot_on_effort: yes | does not fire |
      | slow-pain-at-the-same-point-of-each-run-may-be-overwork | run_pattern: same_distance, pain_onset: gradual, ease_time: under_5_min   | does not fire |
      | getting-better-fits-a-small-strain-or-overwork          | course: better, days_since_onset: 14                                      | fires         |
      | getting-better-fits-a-small-strain-or-overwork          | course: better, days_since_onset: 15                                      | does not fire |
      | getting-better-fits-a-small-strain-or-overwork          | course: same, days_since_onset: 14                                        | does not fire |
      | getting-better-fits-a-small-strain-or-overwork          | course: better, days_since_onset: 14, pain_site: achilles                 | does not fire |
      | getting-better-fits-a-small-strain-or-overwork          | course: better, days_since_onset: 14, pain_site: behind_knee              | does not fire |
      | no-gap-speaks-against-a-full-tear                       | muscle_gap: no, walking: limp                                             | fires         |
      | no-gap-speaks-against-a-full-tear                       | muscle_gap: no, walking: normal                                           | fires         |
      | no-gap-speaks-against-a-full-tear                       | muscle_gap: no, walking: cannot                                           | does not fire |
      | no-gap-speaks-against-a-full-tear                       | muscle_gap: yes, walking: limp                                            | does not fire |
      | no-gap-speaks-against-a-full-tear                       | muscle_gap: no                                                            | does not fire |
      | pain-that-grows-after-a-tear-may-be-a-bleed             | pain_onset: sudden, course: worse, days_since_onset: 14                   | fires         |
      | pain-that-grows-after-a-tear-may-be-a-bleed             | pain_onset: sudden, course: worse, days_since_onset: 15                   | does not fire |
