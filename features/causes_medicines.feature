Feature: Medicines as a cause
  Fluoroquinolone antibiotics can harm tendons, and steroid tablets and age add to that. Statins are blamed far more often
  than they deserve. No rule ever says to stop a medicine.

  Scenario: A fluoroquinolone and pain at the Achilles tendon
    Given a runner who answers
      | fluoroquinolone | yes      |
      | pain_site       | achilles |
    When the consultation is concluded
    Then the rule "fluoroquinolones-weaken-tendons" fires
    And the rule "fluoroquinolone-and-a-sore-tendon" fires
    And the cause "fluoroquinolone_use" is at least "likely"
    And the cause "fluoroquinolone_use" comes first

  Scenario: Steroid tablets on top make it very likely at sixty
    Given a runner who answers "fluoroquinolone: yes, oral_steroid: yes, age: 60, pain_site: achilles"
    When the consultation is concluded
    Then the cause "fluoroquinolone_use" is at least "very likely"

  Scenario: A statin of many years is not blamed
    Given a runner who answers
      | statin        | yes  |
      | statin_change | no   |
      | pain_sides    | both |
    When the consultation is concluded
    Then the rule "statins-are-seldom-to-blame" fires
    And the rule "a-new-statin-and-both-calves" does not fire
    And the cause "statin_use" is at most "unlikely"

  Scenario: A statin that has just begun, and both legs
    Given a runner who answers
      | statin        | yes  |
      | statin_change | yes  |
      | pain_sides    | both |
    When the consultation is concluded
    Then the rule "a-new-statin-and-both-calves" fires
    And the rule "statins-are-seldom-to-blame" does not fire
    And the cause "statin_use" is at least "possible"
    And the cause "statin_use" is at most "possible"

  Scenario Outline: Rules on medicines
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                              | answers                                          | fires or not  |
      | fluoroquinolones-weaken-tendons   | fluoroquinolone: no                              | does not fire |
      | fluoroquinolone-and-a-sore-tendon | fluoroquinolone: yes, pain_site: mid_calf        | does not fire |
      | fluoroquinolone-and-a-sore-tendon | fluoroquinolone: no, pain_site: achilles         | does not fire |
      | fluoroquinolone-with-a-steroid    | fluoroquinolone: yes, oral_steroid: yes          | fires         |
      | fluoroquinolone-with-a-steroid    | fluoroquinolone: yes, oral_steroid: no           | does not fire |
      | fluoroquinolone-with-a-steroid    | fluoroquinolone: no, oral_steroid: yes           | does not fire |
      | fluoroquinolone-from-sixty-on     | fluoroquinolone: yes, age: 60                    | fires         |
      | fluoroquinolone-from-sixty-on     | fluoroquinolone: yes, age: 59                    | does not fire |
      | fluoroquinolone-from-sixty-on     | fluoroquinolone: no, age: 60                     | does not fire |
      | statins-are-seldom-to-blame       | statin: yes                                      | fires         |
      | statins-are-seldom-to-blame       | statin: no                                       | does not fire |
      | statins-are-seldom-to-blame       | statin: yes, statin_change: yes, pain_sides: one | fires         |
      | a-new-statin-and-both-calves      | statin_change: yes, pain_sides: one              | does not fire |

  Scenario: A fluoroquinolone without tendon pain is only possible
    Given a runner who answers "fluoroquinolone: yes, pain_site: mid_calf"
    When the consultation is concluded
    Then the cause "fluoroquinolone_use" is at least "possible"
    And the cause "fluoroquinolone_use" is at most "possible"
