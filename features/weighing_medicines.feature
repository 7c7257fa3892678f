Feature: How signs of a medicine add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.
  Under “What speaks against” some answers do not fit together: runners answer so, and then the word must not get stronger.

  Scenario Outline: Just enough for: tendon injury linked to an antibiotic
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "fluoroquinolone_tendon_injury" is at least "<word>"

    Examples:
      | answers                                            | word   |
      | pain_site: achilles, fluoroquinolone: yes, age: 60 | likely |

  Scenario Outline: Just enough for: muscle ache linked to a statin
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "statin_muscle_symptoms" is at least "<word>"

    Examples:
      | answers                                                                                         | word        |
      | pain_site: whole_leg, run_pattern: unrelated, statin: yes, statin_change: yes                   | likely      |
      | pain_site: whole_leg, pain_sides: both, run_pattern: unrelated, statin: yes, statin_change: yes | very likely |

  Scenario Outline: What speaks against: muscle ache linked to a statin
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "statin_muscle_symptoms" is at most "<word>"

    Examples:
      | answers                                                                                         | word     |
      | pain_site: whole_leg, pain_sides: one, statin_change: yes                                       | unlikely |
      | numb_or_tingling: yes, pain_onset: sudden, pain_site: whole_calf, pain_sides: both, statin: yes | unlikely |
      | night_cramp: yes, statin_change: yes                                                            | unlikely |
      | pain_sides: both, statin: yes, statin_change: no                                                | unlikely |
