Feature: Shoes as a cause
  A change of shoes shifts load between knee, calf and foot. It is a good candidate when the pain came after it,
  and no candidate when the pain was there first.

  Scenario: New shoes and a calf pain that grew after them
    Given a runner who answers
      | new_shoes        | yes      |
      | pain_onset       | gradual  |
      | pain_site        | mid_calf |
      | days_since_onset | 14       |
    When the consultation is concluded
    Then the rule "new-shoes-shift-the-load" fires
    And the rule "pain-began-in-the-time-of-the-new-shoes" fires
    And the rule "pain-grew-after-the-new-shoes" fires
    And the rule "new-shoes-and-a-sore-calf-or-tendon" fires
    And the cause "footwear_change" is at least "likely"
    And the cause "footwear_change" comes first

  Scenario: Old shoes do not
    Given a runner who answers
      | new_shoes        | no       |
      | pain_onset       | gradual  |
      | pain_site        | mid_calf |
      | days_since_onset | 14       |
    When the consultation is concluded
    Then the rule "new-shoes-shift-the-load" does not fire
    And the rule "pain-began-in-the-time-of-the-new-shoes" does not fire
    And the rule "pain-grew-after-the-new-shoes" does not fire
    And the rule "new-shoes-and-a-sore-calf-or-tendon" does not fire
    And the cause "footwear_change" is at most "unlikely"

  Scenario: The new pair is named even when nothing else is known
    Given a runner who answers "new_shoes: yes"
    When the consultation is concluded
    Then the cause "footwear_change" is at least "possible"
    And the cause "footwear_change" comes first

  Scenario: A pain older than the shoes did not come from them
    Given a runner who answers
      | new_shoes        | yes      |
      | pain_onset       | sudden   |
      | pain_site        | mid_calf |
      | days_since_onset | 43       |
    When the consultation is concluded
    Then the rule "pain-older-than-the-shoes" fires
    And the cause "footwear_change" is at most "possible"

  Scenario Outline: Rules on shoes
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: New shoes
      | rule                                    | answers                                    | fires or not  |
      | pain-began-in-the-time-of-the-new-shoes | new_shoes: yes, days_since_onset: 42       | fires         |
      | pain-began-in-the-time-of-the-new-shoes | new_shoes: yes, days_since_onset: 43       | does not fire |
      | pain-began-in-the-time-of-the-new-shoes | new_shoes: yes                             | does not fire |
      | pain-older-than-the-shoes               | new_shoes: yes, days_since_onset: 43       | fires         |
      | pain-older-than-the-shoes               | new_shoes: yes, days_since_onset: 42       | does not fire |
      | pain-older-than-the-shoes               | new_shoes: no, days_since_onset: 43        | does not fire |
      | pain-grew-after-the-new-shoes           | new_shoes: yes, pain_onset: gradual        | fires         |
      | pain-grew-after-the-new-shoes           | new_shoes: yes, pain_onset: hours_to_days  | fires         |
      | pain-grew-after-the-new-shoes           | new_shoes: yes, pain_onset: only_on_effort | fires         |
      | pain-grew-after-the-new-shoes           | new_shoes: yes, pain_onset: sudden         | does not fire |
      | new-shoes-and-a-sore-calf-or-tendon     | new_shoes: yes, pain_site: achilles        | fires         |
      | new-shoes-and-a-sore-calf-or-tendon     | new_shoes: yes, pain_site: whole_calf      | fires         |
      | new-shoes-and-a-sore-calf-or-tendon     | new_shoes: yes, pain_site: front_shin      | does not fire |

    Examples: Minimalist shoes
      | rule                                           | answers                                       | fires or not  |
      | minimalist-shoes-load-calf-and-foot            | minimalist_shoes: yes                         | fires         |
      | minimalist-shoes-load-calf-and-foot            | minimalist_shoes: no                          | does not fire |
      | minimalist-shoes-hurt-calf-and-shin            | minimalist_shoes: yes, pain_site: mid_calf    | fires         |
      | minimalist-shoes-hurt-calf-and-shin            | minimalist_shoes: yes, pain_site: inner_shin  | fires         |
      | minimalist-shoes-hurt-calf-and-shin            | minimalist_shoes: yes, pain_site: front_shin  | fires         |
      | minimalist-shoes-hurt-calf-and-shin            | minimalist_shoes: yes, pain_site: outer_shin  | fires         |
      | minimalist-shoes-hurt-calf-and-shin            | minimalist_shoes: yes, pain_site: behind_knee | does not fire |
      | minimalist-shoes-hurt-calf-and-shin            | minimalist_shoes: no, pain_site: mid_calf     | does not fire |
      | distance-and-weight-add-up-in-minimalist-shoes | minimalist_shoes: yes, weekly_distance: 35.1  | fires         |
      | distance-and-weight-add-up-in-minimalist-shoes | minimalist_shoes: yes, weekly_distance: 35    | does not fire |
      | distance-and-weight-add-up-in-minimalist-shoes | minimalist_shoes: yes, body_mass: 71.5        | fires         |
      | distance-and-weight-add-up-in-minimalist-shoes | minimalist_shoes: yes, body_mass: 71.4        | does not fire |
      | distance-and-weight-add-up-in-minimalist-shoes | minimalist_shoes: no, body_mass: 90           | does not fire |

    Examples: A lower heel
      | rule                                   | answers                              | fires or not  |
      | a-lower-heel-stretches-the-calf        | lower_drop: yes                      | fires         |
      | a-lower-heel-stretches-the-calf        | lower_drop: no                       | does not fire |
      | a-lower-heel-stretches-the-calf        | lower_drop: yes, new_to_running: yes | does not fire |
      | a-lower-heel-harms-regular-runners     | lower_drop: yes, new_to_running: no  | fires         |
      | a-lower-heel-harms-regular-runners     | lower_drop: yes, new_to_running: yes | does not fire |
      | a-lower-heel-harms-regular-runners     | lower_drop: yes                      | does not fire |
      | a-lower-heel-harms-regular-runners     | lower_drop: no, new_to_running: no   | does not fire |
      | a-lower-heel-spares-occasional-runners | lower_drop: yes, new_to_running: yes | fires         |
      | a-lower-heel-spares-occasional-runners | lower_drop: yes, new_to_running: no  | does not fire |
      | a-lower-heel-spares-occasional-runners | lower_drop: yes                      | does not fire |
      | a-lower-heel-spares-occasional-runners | lower_drop: no, new_to_running: yes  | does not fire |

    Examples: Worn, single and plated shoes
      | rule                         | answers            | fires or not  |
      | worn-shoes-cushion-less      | worn_shoes: yes    | fires         |
      | worn-shoes-cushion-less      | worn_shoes: no     | does not fire |
      | one-pair-loads-the-same-way  | one_pair_only: yes | fires         |
      | one-pair-loads-the-same-way  | one_pair_only: no  | does not fire |
      | plated-shoes-change-the-step | plated_shoes: yes  | fires         |
      | plated-shoes-change-the-step | plated_shoes: no   | does not fire |

  Scenario Outline: How far a fact about shoes goes
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "<cause>" is at least "<at least>"
    And the cause "<cause>" is at most "<at most>"

    Examples:
      | cause             | answers                                                         | at least | at most  |
      | footwear_change   | new_shoes: yes, days_since_onset: 10                            | likely   | likely   |
      | footwear_change   | new_shoes: yes, pain_onset: gradual, pain_site: achilles        | likely   | likely   |
      | footwear_change   | new_shoes: yes, pain_onset: gradual                             | possible | possible |
      | minimalist_switch | minimalist_shoes: yes                                           | possible | possible |
      | minimalist_switch | minimalist_shoes: yes, pain_site: mid_calf                      | likely   | likely   |
      | minimalist_switch | minimalist_shoes: yes, pain_site: mid_calf, weekly_distance: 50 | likely   | likely   |
      | lower_heel_drop   | lower_drop: yes                                                 | possible | possible |
      | lower_heel_drop   | lower_drop: yes, new_to_running: no                             | possible | possible |
      | worn_out_shoes    | worn_shoes: yes                                                 | possible | possible |
      | single_pair       | one_pair_only: yes                                              | possible | possible |
      | plated_shoe_use   | plated_shoes: yes                                               | possible | possible |

  Scenario: A low heel is not blamed in somebody who has just begun to run
    Given a runner who answers "lower_drop: yes, new_to_running: yes"
    When the consultation is concluded
    Then the cause "lower_heel_drop" is at most "unlikely"
