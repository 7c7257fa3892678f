Feature: The past and the person as a cause
  An earlier calf strain is the best known reason for a new one. Earlier injuries, an early return, age and low energy follow,
  each only where the studies saw it.

  Scenario: An earlier strain, and the calf muscle hurts again
    Given a runner who answers
      | past_calf_strain | yes              |
      | pain_site        | upper_inner_calf |
    When the consultation is concluded
    Then the rule "an-old-calf-strain-comes-back" fires
    And the rule "the-calf-hurts-where-it-was-strained" fires
    And the cause "previous_calf_strain" is at least "likely"
    And the cause "previous_calf_strain" comes first

  Scenario: No earlier strain
    Given a runner who answers
      | past_calf_strain | no               |
      | pain_site        | upper_inner_calf |
    When the consultation is concluded
    Then the rule "an-old-calf-strain-comes-back" does not fire
    And the rule "the-calf-hurts-where-it-was-strained" does not fire
    And the cause "previous_calf_strain" is at most "unlikely"

  Scenario: An early return and the same trouble again
    Given a runner who answers
      | returned_early | yes |
      | episodes       | 2   |
    When the consultation is concluded
    Then the rule "full-running-soon-after-an-injury" fires
    And the rule "early-return-and-the-same-trouble-again" fires
    And the cause "returned_too_early" is at least "likely"
    And the cause "returned_too_early" comes first

  Scenario: Missed periods and a sore spot on the bone
    Given a runner who answers
      | missed_periods_low_fuel | yes |
      | bone_spot               | yes |
    When the consultation is concluded
    Then the rule "low-fuel-weakens-bone" fires
    And the rule "low-fuel-and-a-bone-that-hurts" fires
    And the cause "low_energy_availability" is at least "likely"

  Scenario Outline: Rules on the past and the person
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: Calf strains
      | rule                                 | answers                                    | fires or not  |
      | the-calf-hurts-where-it-was-strained | past_calf_strain: yes, pain_site: achilles | does not fire |
      | the-same-calf-problem-again          | episodes: 2, pain_site: mid_calf           | fires         |
      | the-same-calf-problem-again          | episodes: 1, pain_site: mid_calf           | does not fire |
      | the-same-calf-problem-again          | episodes: 2, pain_site: achilles           | does not fire |

    Examples: An early return
      | rule                                    | answers                                    | fires or not  |
      | full-running-soon-after-an-injury       | returned_early: no                         | does not fire |
      | early-return-and-the-same-trouble-again | returned_early: yes, past_calf_strain: yes | fires         |
      | early-return-and-the-same-trouble-again | returned_early: yes, past_calf_strain: no  | does not fire |
      | early-return-and-the-same-trouble-again | returned_early: yes, episodes: 1           | does not fire |
      | early-return-and-the-same-trouble-again | returned_early: no, episodes: 2            | does not fire |

    Examples: Other earlier injuries
      | rule                                | answers                                       | fires or not  |
      | an-old-achilles-pain-comes-back     | past_achilles: yes, pain_site: achilles       | fires         |
      | an-old-achilles-pain-comes-back     | past_achilles: yes, pain_site: mid_calf       | does not fire |
      | an-old-achilles-pain-comes-back     | past_achilles: no, pain_site: achilles        | does not fire |
      | an-old-ankle-injury-and-a-calf-pain | past_ankle_injury: yes, pain_site: mid_calf   | fires         |
      | an-old-ankle-injury-and-a-calf-pain | past_ankle_injury: yes, pain_site: front_shin | does not fire |
      | an-old-ankle-injury-and-a-calf-pain | past_ankle_injury: no, pain_site: mid_calf    | does not fire |
      | any-earlier-running-injury          | past_running_injury: yes                      | fires         |
      | any-earlier-running-injury          | past_running_injury: no                       | does not fire |

    Examples: Age
      | rule                          | answers                        | fires or not  |
      | calves-and-tendons-over-forty | age: 40, pain_site: mid_calf   | fires         |
      | calves-and-tendons-over-forty | age: 40, pain_site: achilles   | fires         |
      | calves-and-tendons-over-forty | age: 39, pain_site: mid_calf   | does not fire |
      | calves-and-tendons-over-forty | age: 40, pain_site: front_shin | does not fire |

    Examples: Low energy
      | rule                           | answers                                             | fires or not  |
      | low-fuel-weakens-bone          | missed_periods_low_fuel: no                         | does not fire |
      | low-fuel-and-a-bone-that-hurts | missed_periods_low_fuel: yes, past_bone_stress: yes | fires         |
      | low-fuel-and-a-bone-that-hurts | missed_periods_low_fuel: yes, hop: bone_pain        | fires         |
      | low-fuel-and-a-bone-that-hurts | missed_periods_low_fuel: yes, hop: sore             | does not fire |
      | low-fuel-and-a-bone-that-hurts | missed_periods_low_fuel: yes, past_bone_stress: no  | does not fire |
      | low-fuel-and-a-bone-that-hurts | missed_periods_low_fuel: no, bone_spot: yes         | does not fire |

  Scenario Outline: How far a fact about the past goes
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "<cause>" is at least "<at least>"
    And the cause "<cause>" is at most "<at most>"

    Examples:
      | cause                   | answers                                                           | at least | at most  |
      | previous_calf_strain    | past_calf_strain: yes                                             | possible | possible |
      | previous_calf_strain    | past_calf_strain: yes, episodes: 3, pain_site: mid_calf           | likely   | likely   |
      | previous_calf_strain    | episodes: 2, pain_site: mid_calf                                  | possible | possible |
      | returned_too_early      | returned_early: yes                                               | possible | possible |
      | previous_injury         | past_achilles: yes, past_running_injury: yes, pain_site: achilles | likely   | likely   |
      | previous_injury         | past_ankle_injury: yes, pain_site: mid_calf                       | possible | possible |
      | older_age               | age: 50, pain_site: mid_calf                                      | possible | possible |
      | low_energy_availability | missed_periods_low_fuel: yes                                      | possible | possible |

  Scenario: Age stands behind a cause that can be changed
    Given a runner who answers "age: 50, pain_site: mid_calf, hip_strength: weak, pain_onset: gradual"
    When the consultation is concluded
    Then the cause "hip_weakness" comes first
