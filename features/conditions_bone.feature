Feature: Shin splints and bone stress
  Both hurt along the shin. Shin splints are a band that warms up; bone under stress is one spot that hurts on
  hopping, at night and earlier with each run. Bone stress must be seen from the moment it is possible.

  Scenario: A band on the inner shin that warms up in a new runner is likely shin splints
    Given a runner who answers
      | pain_site      | inner_shin      |
      | pain_onset     | gradual         |
      | run_pattern    | eases_when_warm |
      | new_to_running | yes             |
    When the consultation is concluded
    Then the condition "medial_tibial_stress" comes first
    And the condition "medial_tibial_stress" is at least "likely"

  Scenario: One sore spot that hurts on hopping and earlier each run is likely bone stress
    Given a runner who answers
      | pain_site   | inner_shin       |
      | pain_onset  | gradual          |
      | bone_spot   | yes              |
      | hop         | bone_pain        |
      | run_pattern | earlier_each_run |
    When the consultation is concluded
    Then the finding "bone_stress_signs" is derived
    And the condition "tibial_bone_stress" comes first
    And the condition "tibial_bone_stress" is at least "likely"
    And the triage is at least "clinician"

  Scenario: One sore spot on a shin that grew sore is enough to be seen
    Given a runner who answers
      | pain_site  | inner_shin |
      | pain_onset | gradual    |
      | bone_spot  | yes        |
    When the consultation is concluded
    Then the condition "tibial_bone_stress" is at least "possible"
    And the triage is at least "clinician"

  Scenario: One sore spot that hurts on hopping may be bone stress, wherever the runner felt the pain first
    Given a runner who answers
      | bone_spot | yes       |
      | hop       | bone_pain |
    When the consultation is concluded
    Then the condition "tibial_bone_stress" is at least "possible"
    And the triage is at least "clinician"

  Scenario: A sore spot on the outer bone that hurts on hopping is likely the fibula
    Given a runner who answers
      | pain_site  | outer_shin |
      | pain_onset | gradual    |
      | bone_spot  | yes        |
      | hop        | bone_pain  |
    When the consultation is concluded
    Then the condition "fibular_bone_stress" comes first
    And the condition "fibular_bone_stress" is at least "likely"
    And the condition "tibial_bone_stress" is at most "unlikely"

  Scenario Outline: Signs of shin splints
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                    | answers                                              | fires or not  |
      | shin-pain-that-warms-up-is-shin-splints | pain_site: inner_shin, run_pattern: eases_when_warm  | fires         |
      | shin-pain-that-warms-up-is-shin-splints | pain_site: inner_shin, run_pattern: earlier_each_run | does not fire |
      | shin-pain-that-warms-up-is-shin-splints | pain_site: achilles, run_pattern: eases_when_warm    | does not fire |
      | no-single-sore-spot-fits-shin-splints   | pain_site: inner_shin, bone_spot: no                 | fires         |
      | no-single-sore-spot-fits-shin-splints   | pain_site: inner_shin, bone_spot: yes                | does not fire |
      | no-single-sore-spot-fits-shin-splints   | pain_site: inner_shin                                | does not fire |
      | no-single-sore-spot-fits-shin-splints   | pain_site: outer_shin, bone_spot: no                 | does not fire |
      | new-load-brings-shin-splints            | pain_site: inner_shin, new_to_running: yes           | fires         |
      | new-load-brings-shin-splints            | pain_site: inner_shin, new_to_running: no            | does not fire |
      | new-load-brings-shin-splints            | pain_site: mid_calf, new_to_running: yes             | does not fire |

  Scenario Outline: Signs of bone stress
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                 | answers                                                               | fires or not  |
      | bone-spot-hop-pain-or-night-pain-point-to-bone       | bone_spot: yes                                                        | fires         |
      | bone-spot-hop-pain-or-night-pain-point-to-bone       | hop: bone_pain                                                        | fires         |
      | bone-spot-hop-pain-or-night-pain-point-to-bone       | night_bone_pain: yes                                                  | fires         |
      | bone-spot-hop-pain-or-night-pain-point-to-bone       | hop: sore, bone_spot: no, night_bone_pain: no                         | does not fire |
      | one-sore-spot-on-the-shin-bone                       | bone_spot: yes, pain_site: inner_shin                                 | fires         |
      | one-sore-spot-on-the-shin-bone                       | bone_spot: no, pain_site: inner_shin                                  | does not fire |
      | one-sore-spot-on-the-shin-bone                       | bone_spot: yes, pain_site: outer_shin                                 | does not fire |
      | hop-that-hurts-the-shin-bone                         | hop: bone_pain, pain_site: inner_shin                                 | fires         |
      | hop-that-hurts-the-shin-bone                         | hop: sore, pain_site: inner_shin                                      | does not fire |
      | hop-that-hurts-the-shin-bone                         | hop: bone_pain, pain_site: outer_calf                                 | does not fire |
      | sore-spot-that-hurts-on-a-hop-lies-on-the-shin-bone  | bone_spot: yes, hop: bone_pain                                        | fires         |
      | sore-spot-that-hurts-on-a-hop-lies-on-the-shin-bone  | bone_spot: yes, hop: sore                                             | does not fire |
      | sore-spot-that-hurts-on-a-hop-lies-on-the-shin-bone  | bone_spot: no, hop: bone_pain                                         | does not fire |
      | sore-spot-that-hurts-on-a-hop-lies-on-the-shin-bone  | bone_spot: yes, hop: bone_pain, pain_site: outer_shin                 | does not fire |
      | night-pain-in-the-bone                               | night_bone_pain: yes                                                  | fires         |
      | night-pain-in-the-bone                               | night_bone_pain: no                                                   | does not fire |
      | night-pain-in-the-bone                               | night_bone_pain: yes, pain_site: outer_shin                           | does not fire |
      | pain-earlier-each-run-on-the-shin                    | run_pattern: earlier_each_run, pain_site: front_shin                  | fires         |
      | pain-earlier-each-run-on-the-shin                    | run_pattern: same_distance, pain_site: front_shin                     | does not fire |
      | pain-earlier-each-run-on-the-shin                    | run_pattern: earlier_each_run, pain_site: mid_calf                    | does not fire |
      | pain-earlier-each-run-on-the-shin                    | run_pattern: earlier_each_run, bone_spot: yes                         | fires         |
      | pain-earlier-each-run-on-the-shin                    | run_pattern: earlier_each_run, bone_spot: no                          | does not fire |
      | pain-earlier-each-run-on-the-shin                    | run_pattern: earlier_each_run, bone_spot: yes, pain_site: outer_shin  | does not fire |
      | shin-pain-that-grew-may-be-bone                      | pain_onset: gradual, pain_site: inner_shin                            | fires         |
      | shin-pain-that-grew-may-be-bone                      | pain_onset: sudden, pain_site: inner_shin                             | does not fire |
      | shin-pain-that-grew-may-be-bone                      | pain_onset: gradual, pain_site: outer_shin                            | does not fire |
      | shin-pain-that-lasts-for-days-may-be-bone            | ease_time: days, pain_site: front_shin                                | fires         |
      | shin-pain-that-lasts-for-days-may-be-bone            | ease_time: hours, pain_site: front_shin                               | does not fire |
      | shin-pain-that-lasts-for-days-may-be-bone            | ease_time: days, pain_site: mid_calf                                  | does not fire |
      | shin-pain-that-lasts-for-days-may-be-bone            | ease_time: not_at_all, pain_site: front_shin                          | fires         |
      | bone-risks-with-shin-pain                            | past_bone_stress: yes, pain_site: inner_shin                          | fires         |
      | bone-risks-with-shin-pain                            | past_bone_stress: no, pain_site: inner_shin                           | does not fire |
      | bone-risks-with-shin-pain                            | past_bone_stress: yes, pain_site: mid_calf                            | does not fire |
      | bone-risks-with-shin-pain                            | missed_periods_low_fuel: yes, pain_site: inner_shin                   | fires         |
      | bone-risks-with-shin-pain                            | foot_arch: high, pain_site: inner_shin                                | fires         |
      | bone-risks-with-shin-pain                            | foot_arch: middle, pain_site: inner_shin                              | does not fire |
      | load-rise-before-shin-pain-may-be-bone               | weekly_jump: yes, pain_site: inner_shin                               | fires         |
      | load-rise-before-shin-pain-may-be-bone               | weekly_jump: no, pain_site: inner_shin                                | does not fire |
      | load-rise-before-shin-pain-may-be-bone               | weekly_jump: yes, pain_site: inner_shin, hop: painless, bone_spot: no | does not fire |
      | load-rise-before-shin-pain-may-be-bone               | weekly_jump: yes, pain_site: inner_shin, hop: painless                | fires         |
      | load-rise-before-shin-pain-may-be-bone               | weekly_jump: yes, night_bone_pain: yes                                | fires         |
      | load-rise-before-shin-pain-may-be-bone               | weekly_jump: yes, night_bone_pain: yes, pain_site: outer_shin         | does not fire |
      | load-rise-before-shin-pain-may-be-bone               | weekly_jump: yes, pain_site: inner_shin, bone_spot: no                | fires         |
      | sore-spot-on-the-outer-bone                          | pain_site: outer_shin, bone_spot: yes                                 | fires         |
      | sore-spot-on-the-outer-bone                          | pain_site: outer_shin, bone_spot: no                                  | does not fire |
      | sore-spot-on-the-outer-bone                          | pain_site: inner_shin, bone_spot: yes                                 | does not fire |
      | hop-or-night-pain-in-the-outer-bone                  | pain_site: outer_shin, hop: bone_pain                                 | fires         |
      | hop-or-night-pain-in-the-outer-bone                  | pain_site: outer_calf, night_bone_pain: yes                           | fires         |
      | hop-or-night-pain-in-the-outer-bone                  | pain_site: outer_shin, hop: sore                                      | does not fire |
      | hop-or-night-pain-in-the-outer-bone                  | pain_site: front_shin, hop: bone_pain                                 | does not fire |
      | outer-shin-pain-that-grew-may-be-bone                | pain_onset: gradual, pain_site: outer_shin                            | fires         |
      | outer-shin-pain-that-grew-may-be-bone                | pain_onset: sudden, pain_site: outer_shin                             | does not fire |
      | outer-shin-pain-that-grew-may-be-bone                | pain_onset: gradual, pain_site: outer_calf                            | does not fire |
      | pain-earlier-each-run-or-bone-risk-on-the-outer-shin | pain_site: outer_shin, run_pattern: earlier_each_run                  | fires         |
      | pain-earlier-each-run-or-bone-risk-on-the-outer-shin | pain_site: outer_shin, past_bone_stress: yes                          | fires         |
      | pain-earlier-each-run-or-bone-risk-on-the-outer-shin | pain_site: outer_shin, missed_periods_low_fuel: yes                   | fires         |
      | pain-earlier-each-run-or-bone-risk-on-the-outer-shin | pain_site: outer_shin, past_bone_stress: no                           | does not fire |
      | pain-earlier-each-run-or-bone-risk-on-the-outer-shin | pain_site: inner_shin, past_bone_stress: yes                          | does not fire |
