Feature: Medicines and rarer sources of calf pain
  A medicine, a lump, the knee, the veins or an illness can be behind calf pain. They are rare, and they need an examination.

  Scenario: Tendon pain on both sides after a fluoroquinolone is likely the medicine
    Given a runner who answers
      | fluoroquinolone | yes           |
      | pain_site       | achilles      |
      | pain_sides      | both          |
      | pain_onset      | hours_to_days |
    When the consultation is concluded
    Then the condition "fluoroquinolone_tendon_injury" comes first
    And the condition "fluoroquinolone_tendon_injury" is at least "likely"
    And the triage is at least "clinician"

  Scenario: Aching legs soon after starting a statin are likely the medicine
    Given a runner who answers
      | statin        | yes       |
      | statin_change | yes       |
      | pain_sides    | both      |
      | pain_site     | whole_leg |
    When the consultation is concluded
    Then the condition "statin_muscle_symptoms" comes first
    And the condition "statin_muscle_symptoms" is at least "likely"

  Scenario: A lump that grows while the pain gets worse is looked at within days
    Given a runner who answers
      | growing_lump | yes   |
      | course       | worse |
    When the consultation is concluded
    Then the condition "soft_tissue_tumour" is at least "possible"
    And the triage is at least "clinician"

  Scenario Outline: Signs of a medicine
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                | answers                                                                | fires or not  |
      | ache-on-both-sides-with-a-statin                    | statin: yes, pain_sides: both                                          | fires         |
      | ache-on-both-sides-with-a-statin                    | statin: yes, pain_sides: one                                           | does not fire |
      | ache-on-both-sides-with-a-statin                    | statin: no, pain_sides: both                                           | does not fire |
      | statin-started-or-raised-lately                     | statin_change: yes                                                     | fires         |
      | statin-started-or-raised-lately                     | statin_change: no                                                      | does not fire |
      | statin-started-or-raised-lately                     | statin_change: yes, statin: no                                         | does not fire |
      | ache-unrelated-to-running-with-a-statin             | statin: yes, run_pattern: unrelated                                    | fires         |
      | ache-unrelated-to-running-with-a-statin             | statin: yes, run_pattern: creeps_in                                    | does not fire |
      | ache-unrelated-to-running-with-a-statin             | statin: no, run_pattern: unrelated                                     | does not fire |
      | aching-calves-or-thighs-with-a-statin               | statin: yes, pain_sides: both, pain_site: whole_calf                   | fires         |
      | aching-calves-or-thighs-with-a-statin               | statin: yes, pain_sides: both, pain_site: mid_calf                     | does not fire |
      | aching-calves-or-thighs-with-a-statin               | statin: yes, pain_sides: one, pain_site: whole_calf                    | does not fire |
      | aching-calves-or-thighs-with-a-statin               | statin: no, pain_sides: both, pain_site: whole_calf                    | does not fire |
      | aching-calves-or-thighs-with-a-statin               | statin: yes, pain_sides: both, pain_site: whole_leg                    | fires         |
      | statin-unchanged-for-months                         | statin: yes, statin_change: no                                         | fires         |
      | statin-unchanged-for-months                         | statin: yes, statin_change: yes                                        | does not fire |
      | statin-unchanged-for-months                         | statin: no, statin_change: no                                          | does not fire |
      | no-statin-no-statin-ache                            | statin: no                                                             | fires         |
      | no-statin-no-statin-ache                            | statin: yes                                                            | does not fire |
      | no-statin-no-statin-ache                            | statin: no, statin_change: yes                                         | does not fire |
      | tendon-pain-after-a-fluoroquinolone                 | fluoroquinolone: yes, pain_site: achilles                              | fires         |
      | tendon-pain-after-a-fluoroquinolone                 | fluoroquinolone: yes, pain_site: inner_shin                            | does not fire |
      | tendon-pain-after-a-fluoroquinolone                 | fluoroquinolone: no, pain_site: achilles                               | does not fire |
      | tendon-pain-after-a-fluoroquinolone                 | fluoroquinolone: yes, pain_site: whole_calf, morning_stiffness: yes    | fires         |
      | tendon-pain-after-a-fluoroquinolone                 | fluoroquinolone: yes, pain_site: whole_calf, morning_stiffness: no     | does not fire |
      | tendon-pain-after-a-fluoroquinolone                 | fluoroquinolone: yes, pain_site: deep_low_calf, morning_stiffness: yes | fires         |
      | tendon-pain-after-a-fluoroquinolone                 | fluoroquinolone: yes, pain_site: inner_shin, morning_stiffness: yes    | does not fire |
      | both-tendons-or-quick-onset-after-a-fluoroquinolone | fluoroquinolone: yes, pain_site: achilles, pain_sides: both            | fires         |
      | both-tendons-or-quick-onset-after-a-fluoroquinolone | fluoroquinolone: yes, pain_site: achilles, pain_onset: hours_to_days   | fires         |
      | both-tendons-or-quick-onset-after-a-fluoroquinolone | fluoroquinolone: yes, pain_site: achilles, pain_sides: one             | does not fire |
      | both-tendons-or-quick-onset-after-a-fluoroquinolone | fluoroquinolone: no, pain_site: achilles, pain_sides: both             | does not fire |
      | both-tendons-or-quick-onset-after-a-fluoroquinolone | fluoroquinolone: yes, pain_site: mid_calf, pain_sides: both            | does not fire |
      | steroid-or-age-adds-to-a-fluoroquinolone            | fluoroquinolone: yes, pain_site: achilles, age: 60                     | fires         |
      | steroid-or-age-adds-to-a-fluoroquinolone            | fluoroquinolone: yes, pain_site: achilles, age: 59                     | does not fire |
      | steroid-or-age-adds-to-a-fluoroquinolone            | fluoroquinolone: yes, pain_site: achilles, oral_steroid: yes           | fires         |
      | steroid-or-age-adds-to-a-fluoroquinolone            | fluoroquinolone: no, pain_site: achilles, oral_steroid: yes            | does not fire |
      | steroid-or-age-adds-to-a-fluoroquinolone            | fluoroquinolone: yes, pain_site: mid_calf, oral_steroid: yes           | does not fire |
      | no-fluoroquinolone-speaks-against-a-drug-tendon     | fluoroquinolone: no                                                    | fires         |
      | no-fluoroquinolone-speaks-against-a-drug-tendon     | fluoroquinolone: yes                                                   | does not fire |
      | no-fluoroquinolone-speaks-against-a-drug-tendon     | pain_site: achilles                                                    | does not fire |

  Scenario Outline: Rarer sources
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                               | answers                                                               | fires or not  |
      | growing-lump-must-be-looked-at                     | growing_lump: yes                                                     | fires         |
      | growing-lump-must-be-looked-at                     | growing_lump: no                                                      | does not fire |
      | lump-may-be-fluid-blood-or-a-growth                | lump: yes                                                             | fires         |
      | lump-may-be-fluid-blood-or-a-growth                | lump: no                                                              | does not fire |
      | lump-without-an-injury-is-not-a-strain             | growing_lump: yes, pain_onset: gradual                                | fires         |
      | lump-without-an-injury-is-not-a-strain             | growing_lump: yes, pain_onset: sudden                                 | does not fire |
      | lump-without-an-injury-is-not-a-strain             | lump: yes, pain_onset: gradual                                        | fires         |
      | lump-without-an-injury-is-not-a-strain             | lump: no, growing_lump: no, pain_onset: gradual                       | does not fire |
      | lump-without-an-injury-is-not-a-strain             | growing_lump: yes, pain_onset: hours_to_days                          | fires         |
      | lump-without-an-injury-is-not-a-strain             | growing_lump: yes, course: worse                                      | fires         |
      | lump-without-an-injury-is-not-a-strain             | growing_lump: yes, course: same                                       | does not fire |
      | lump-without-an-injury-is-not-a-strain             | growing_lump: yes, days_since_onset: 15                               | fires         |
      | lump-without-an-injury-is-not-a-strain             | growing_lump: yes, days_since_onset: 14                               | does not fire |
      | lump-without-an-injury-is-not-a-strain             | growing_lump: no, days_since_onset: 15                                | does not fire |
      | lump-with-pain-at-night-points-to-a-growth         | lump: yes, night_bone_pain: yes                                       | fires         |
      | lump-with-pain-at-night-points-to-a-growth         | growing_lump: yes, night_bone_pain: yes                               | fires         |
      | lump-with-pain-at-night-points-to-a-growth         | lump: yes, night_bone_pain: no                                        | does not fire |
      | lump-with-pain-at-night-points-to-a-growth         | lump: no, night_bone_pain: yes                                        | does not fire |
      | worn-knee-with-pain-behind-it                      | knee_arthritis: yes, pain_site: behind_knee                           | fires         |
      | worn-knee-with-pain-behind-it                      | knee_arthritis: no, pain_site: behind_knee                            | does not fire |
      | worn-knee-with-pain-behind-it                      | knee_arthritis: yes, pain_site: achilles                              | does not fire |
      | worn-knee-with-pain-behind-it                      | knee_arthritis: yes, pain_site: behind_knee, pop_felt: yes            | does not fire |
      | worn-knee-with-pain-behind-it                      | knee_arthritis: yes, pain_site: upper_inner_calf                      | fires         |
      | heavy-aching-legs-with-varicose-veins              | varicose_veins: yes, run_pattern: unrelated                           | fires         |
      | heavy-aching-legs-with-varicose-veins              | varicose_veins: no, run_pattern: unrelated                            | does not fire |
      | heavy-aching-legs-with-varicose-veins              | varicose_veins: yes, run_pattern: creeps_in                           | does not fire |
      | ache-on-both-sides-with-a-thyroid-or-joint-illness | thyroid_disease: yes, pain_sides: both                                | fires         |
      | ache-on-both-sides-with-a-thyroid-or-joint-illness | thyroid_disease: yes, pain_sides: one                                 | does not fire |
      | ache-on-both-sides-with-a-thyroid-or-joint-illness | thyroid_disease: no, pain_sides: both                                 | does not fire |
      | ache-on-both-sides-with-a-thyroid-or-joint-illness | inflammatory_arthritis: yes, pain_sides: both, run_pattern: unrelated | fires         |
      | ache-on-both-sides-with-a-thyroid-or-joint-illness | inflammatory_arthritis: yes, pain_sides: both, run_pattern: creeps_in | does not fire |
      | ache-on-both-sides-with-a-thyroid-or-joint-illness | inflammatory_arthritis: no, pain_sides: both, run_pattern: unrelated  | does not fire |
      | ache-that-does-not-follow-running-with-an-illness  | run_pattern: unrelated, thyroid_disease: yes                          | fires         |
      | ache-that-does-not-follow-running-with-an-illness  | run_pattern: unrelated, inflammatory_arthritis: yes                   | fires         |
      | ache-that-does-not-follow-running-with-an-illness  | run_pattern: unrelated, thyroid_disease: no                           | does not fire |
      | ache-that-does-not-follow-running-with-an-illness  | run_pattern: creeps_in, thyroid_disease: yes                          | does not fire |
