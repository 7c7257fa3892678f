Feature: How reasons add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.
  Under “What speaks against” some answers do not fit together: runners answer so, and then the word must not get stronger.

  Scenario Outline: Just enough for: A fluoroquinolone antibiotic
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "fluoroquinolone_use" is at least "<word>"

    Examples:
      | answers                                 | word   |
      | fluoroquinolone: yes, oral_steroid: yes | likely |
      | fluoroquinolone: yes, age: 60           | likely |

  Scenario Outline: What speaks against: A change of shoes
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "footwear_change" is at most "<word>"

    Examples:
      | answers                              | word     |
      | days_since_onset: 43, new_shoes: yes | unlikely |

  Scenario Outline: Just enough for: new to running, or back after a break
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "new_runner" is at least "<word>"

    Examples:
      | answers                                    | word     |
      | pain_site: inner_shin, new_to_running: yes | possible |

  Scenario Outline: Just enough for: an ankle that bends little
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "stiff_ankle" is at least "<word>"

    Examples:
      | answers                              | word     |
      | ankle_reach: 4, ankle_reach_other: 6 | possible |

  Scenario Outline: Just enough for: A calf with too little strength in reserve
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "weak_calf" is at least "<word>"

    Examples:
      | answers                                                                  | word     |
      | heel_raise_count: 25, heel_raise_other: 33                               | possible |
      | pain_sides: one, age: 20, heel_raise_other: 22                           | possible |
      | pain_site: achilles, age: 45, heel_raise_count: 10, heel_raise_other: 18 | likely   |
