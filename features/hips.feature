Feature: Hips
  The seed article says that weak hips are the usual reason for sore calves. The evidence says "perhaps, for some".
  So weak hips are named as a possible reason when the pain grew slowly, and never after a sudden tear.

  Scenario: A pelvis that drops and a pain that grew point to the hips
    Given a runner who answers
      | hip_strength | weak    |
      | pain_onset   | gradual |
    When the consultation is concluded
    Then the rule "weak-hips-load-the-calf" fires
    And the cause "hip_weakness" is at least "possible"
    And the cause "hip_weakness" is at most "possible"
    And the cause "hip_weakness" comes first

  Scenario: A pelvis that wobbles counts as well
    Given a runner who answers
      | hip_strength | shaky   |
      | pain_onset   | gradual |
    When the consultation is concluded
    Then the rule "weak-hips-load-the-calf" fires
    And the cause "hip_weakness" comes first

  Scenario: A steady pelvis does not
    Given a runner who answers
      | hip_strength | steady  |
      | pain_onset   | gradual |
    When the consultation is concluded
    Then the rule "weak-hips-load-the-calf" does not fire
    And the rule "steady-hips-are-not-the-reason" fires
    And the cause "hip_weakness" is at most "unlikely"

  Scenario: A pain that came over a day or two is not blamed on the hips
    Given a runner who answers
      | hip_strength | weak          |
      | pain_onset   | hours_to_days |
    When the consultation is concluded
    Then the rule "weak-hips-load-the-calf" does not fire

  Scenario: Hips that nobody tested are not blamed
    Given a runner who answers
      | pain_onset | gradual |
    When the consultation is concluded
    Then the rule "weak-hips-load-the-calf" does not fire
    And the rule "steady-hips-are-not-the-reason" does not fire

  Scenario: A sudden tear is not the work of the hips
    Given a runner who answers
      | hip_strength | weak    |
      | pain_onset   | gradual |
      | pop_felt     | yes     |
    When the consultation is concluded
    Then the rule "weak-hips-load-the-calf" does not fire

  Scenario Outline: Weak hips and a calf that was strained before are seen together
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "weak-hips-go-with-repeated-calf-strains" <fires or not>

    Examples:
      | answers                                   | fires or not  |
      | hip_strength: weak, past_calf_strain: yes | fires         |
      | hip_strength: shaky, episodes: 2          | fires         |
      | hip_strength: steady, episodes: 2         | does not fire |
      | hip_strength: weak, past_calf_strain: no  | does not fire |
      | hip_strength: weak, episodes: 1           | does not fire |
      | past_calf_strain: yes, episodes: 2        | does not fire |

  Scenario Outline: Even with every sign the hips stay possible, never likely
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "hip_weakness" is at least "possible"
    And the cause "hip_weakness" is at most "possible"

    Examples:
      | answers                                                        |
      | hip_strength: weak, pain_onset: gradual, past_calf_strain: yes |
      | hip_strength: weak, pain_onset: sudden, past_calf_strain: yes  |
