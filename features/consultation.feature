Feature: The consultation
  A consultation asks danger signs first, never guesses an answer, and can be taken back, stopped and resumed. The answers alone decide
  what follows from them, not the order in which they came.

  Scenario: Danger signs come first
    Given a new consultation
    Then the first section is "Danger signs"
    And every question of the first section is a safety question

  Scenario: Red flags are asked whatever was answered before
    Given a new consultation
    When every question is answered with "not sure"
    Then every safety question was asked

  Scenario: "Not sure" is not "no"
    Given a new consultation
    When "clot_signs" is answered with "not sure"
    Then the answer to "leg_swollen" is unknown
    And the result lists "leg_swollen" as an unanswered safety question

  Scenario: A checklist keeps an answer for each of its questions
    Given a new consultation
    When "clot_signs" is answered with "leg_warm: yes, pitting: no"
    Then the answer to "leg_warm" is "yes"
    And the answer to "pitting" is "no"
    And the answer to "leg_swollen" is unknown

  Scenario: Only the rest of a checklist is asked when some of it is known
    Given a consultation that begins with "leg_swollen: no"
    When the questions before "clot_signs" are answered with "not sure"
    Then the next question is "clot_signs"
    And it does not ask for "leg_swollen"

  Scenario: A hop test is not asked of somebody who felt a pop
    Given a consultation that begins with "pop_felt: yes"
    When every question is answered with "not sure"
    Then "hop" was not asked

  Scenario: A hop test is asked when nobody knows whether there was a pop
    Given a new consultation
    When the runner wants to be asked everything
    And every question is answered with "not sure"
    Then "hop" was asked

  Scenario: Going back forgets the last answer and asks it again
    Given a new consultation
    When "emergency_signs" is answered with "dark_urine: yes"
    And the runner goes back
    Then the answer to "dark_urine" is unknown
    And the next question is "emergency_signs"

  Scenario: An answer that is given again replaces the first one
    Given a new consultation
    When "pain_onset" is answered with "gradual"
    And "pain_onset" is answered with "sudden"
    Then the answer to "pain_onset" is "sudden"

  Scenario: An answer that the question does not take is refused, and nothing changes
    Given a consultation that begins with "pain_onset: gradual"
    When "pain_onset" is answered with "purple"
    Then the answer is refused with "purple"
    And the answer to "pain_onset" is "gradual"

  Scenario: The order of the answers does not matter
    Given a consultation that begins with "hip_strength: weak, pain_onset: gradual, leg_swollen: no, age: 44, new_shoes: yes"
    Then the same answers in 20 other orders give the same result, byte for byte

  Scenario: Every result says what it is for
    Given a new consultation
    Then the result says "not a diagnosis"
    And the result says "Not for children under 16"

  Scenario: An emergency ends the questions
    Given a new consultation
    When "emergency_signs" is answered with "breathless: yes"
    Then nothing more is asked, since "emergency"

  Scenario: Somebody in an emergency can still be asked everything
    Given a new consultation
    When "emergency_signs" is answered with "breathless: yes"
    And the runner wants to be asked everything
    Then the next question is "clot_signs"

  Scenario: After the danger signs it asks what can change the result most
    Given a runner in a consultation, with the answers of "new_shoes"
    When the runner is asked until it stops
    Then every safety question was asked
    And "pain_site" was asked before "shoe_changes"
    And fewer than 30 questions were asked

  Scenario: It stops when enough is known, with the level of care of the whole sheet
    Given a runner in a consultation, with the answers of "long_run_jump"
    When the runner is asked until it stops
    Then nothing more is asked, since "settled"
    And being asked everything gives the same level of care

  Scenario: A single-leg test waits until the pain is known to be mild enough
    Given a runner in a consultation, with the answers of "achilles_morning_stiffness"
    When the runner is asked everything until it stops
    Then "pain_now" was asked before "heel_raise"
    And "heel_raise" was asked before "hop"

  Scenario: A runner who is left to treat it alone is asked for the causes too
    Given a runner in a consultation, with the answers of "weak_hips_gradual_ache"
    When the runner is asked until it stops
    Then "hip_strength" was asked
    And "weekly_jump" was asked

  Scenario: A runner who needs help today is not asked for causes
    Given a runner in a consultation, with the answers of "clot_like"
    When the runner is asked until it stops
    Then "weekly_jump" was not asked
    And every safety question was asked

  Scenario: A leg that somebody has to look at today is not tested
    Given a consultation that begins with "calf_difference: 3.5, leg_swollen: no"
    When every question is answered with "not sure"
    Then "worse_stretch" was not asked
    And "heel_raise" was not asked

  Scenario: Not even when everything is asked
    Given a consultation that begins with "leg_warm: yes"
    When the runner wants to be asked everything
    And every question is answered with "not sure"
    Then "worse_stretch" was not asked
    And "hop" was not asked
