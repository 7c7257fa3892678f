Feature: How signs of pain on effort add up
  The fewest answers for which a word changes: with one sign less, or a weaker one, it would be another word.
  Under “What speaks against” some answers do not fit together: runners answer so, and then the word must not get stronger.

  Scenario Outline: Just enough for: pressure in the leg on effort
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "chronic_compartment_syndrome" is at least "<word>"

    Examples:
      | answers                                                                                                           | word        |
      | numb_or_tingling: yes, pain_onset: only_on_effort, pain_sides: both, run_pattern: same_distance, ease_time: hours | very likely |
      | pain_onset: only_on_effort, pain_site: front_shin, run_pattern: same_distance, age: 24                            | likely      |

  Scenario Outline: What speaks against: pressure in the leg on effort
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "chronic_compartment_syndrome" is at most "<word>"

    Examples:
      | answers                                                                          | word     |
      | numb_or_tingling: yes, run_pattern: same_distance, ease_time: not_at_all         | unlikely |
      | pain_onset: only_on_effort, pain_sides: one, run_pattern: same_distance, age: 60 | unlikely |
      | pain_onset: only_on_effort, ease_time: under_5_min                               | unlikely |

  Scenario Outline: Just enough for: narrow leg arteries
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "peripheral_artery_disease" is at least "<word>"

    Examples:
      | answers                                                                      | word     |
      | cold_foot_on_effort: yes, pain_onset: only_on_effort, ease_time: under_5_min | likely   |
      | pain_site: mid_calf, run_pattern: same_distance, age: 50                     | possible |
      | cold_foot_on_effort: yes, run_pattern: earlier_each_run                      | possible |

  Scenario Outline: What speaks against: narrow leg arteries
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "peripheral_artery_disease" is at most "<word>"

    Examples:
      | answers                                                                                                | word     |
      | cold_foot_on_effort: yes, run_pattern: same_distance, age: 39                                          | unlikely |
      | pain_onset: only_on_effort, pain_site: somewhere_in_calf, run_pattern: same_distance, ease_time: hours | unlikely |
      | cold_foot_on_effort: yes, ease_time: days                                                              | unlikely |

  Scenario Outline: Just enough for: squeezed artery behind the knee
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "popliteal_artery_entrapment" is at least "<word>"

    Examples:
      | answers                                                                                                                    | word        |
      | cold_foot_on_effort: yes, pain_onset: only_on_effort, pain_sides: both, run_pattern: same_distance, ease_time: under_5_min | very likely |
      | numb_or_tingling: yes, pain_onset: only_on_effort, pain_site: somewhere_in_calf                                            | possible    |
      | cold_foot_on_effort: yes, age: 39, more_speed: yes                                                                         | possible    |

  Scenario Outline: What speaks against: squeezed artery behind the knee
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "popliteal_artery_entrapment" is at most "<word>"

    Examples:
      | answers                                                                                                                | word     |
      | numb_or_tingling: yes, pain_onset: only_on_effort, pain_sides: both, run_pattern: same_distance, ease_time: hours      | unlikely |
      | cold_foot_on_effort: yes, pain_onset: only_on_effort, age: 50                                                          | unlikely |
      | numb_or_tingling: yes, pain_sides: both, run_pattern: same_distance, cold_foot_on_effort: yes, ease_time: not_at_all   | unlikely |
