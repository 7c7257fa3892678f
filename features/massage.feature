Feature: Rest, cold, warmth and massage
  What eases pain is not the same for a fresh strain and for ordinary soreness. Warmth and hands are for soreness. They wait while a clot or a
  fresh tear is not ruled out.

  Scenario: Ordinary soreness is eased by warmth, hands and easy walking
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset            | hours_to_days |
      | days_since_onset      | 2             |
      | pain_site             | whole_calf    |
      | pain_sides            | both          |
      | after_unusual_session | yes           |
      | pain_now              | 4             |
      | worse_stretch         | neither       |
      | walking               | normal        |
    When the consultation is concluded
    Then the condition "delayed_onset_soreness" is at least "likely"
    And the measure "heat" is advised
    And the measure "finger_massage" is advised
    And the measure "ball_massage" is advised
    And the measure "comfortable_walking" is advised
    And the measure "ice" is not advised

  Scenario: The same soreness with the clot questions unanswered keeps hands and warmth off
    Given a runner who answers
      | pain_onset            | hours_to_days |
      | days_since_onset      | 2             |
      | pain_site             | whole_calf    |
      | pain_sides            | both          |
      | after_unusual_session | yes           |
      | pain_now              | 4             |
      | worse_stretch         | neither       |
      | walking               | normal        |
    When the consultation is concluded
    Then the measure "heat" is withheld
    And the measure "finger_massage" is withheld
    And the measure "ball_massage" is withheld
    And the measure "relative_rest" is advised

  Scenario: A fresh strain gets a wrap and cold, and neither heat nor massage
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset       | sudden           |
      | days_since_onset | 1                |
      | pain_site        | upper_inner_calf |
      | effect_on_run    | kept_running     |
      | worse_stretch    | knee_straight    |
      | pain_now         | 4                |
      | walking          | normal           |
      | squeeze_test     | foot_moves       |
    When the consultation is concluded
    Then the measure "elevation" is advised
    And the measure "ice" is advised
    And the measure "heat" is not advised
    And the measure "finger_massage" is not advised

  Scenario Outline: Relief fits the story
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: ordinary soreness
      | rule                                  | answers                                                                                                                                    | fires or not  |
      | soreness-likes-warmth-and-movement    | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: yes                                              | fires         |
      | soreness-likes-warmth-and-movement    | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: no                                               | does not fire |
      | soreness-likes-warmth-and-movement    | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: yes, leg_swollen: yes                            | does not fire |
      | soreness-likes-massage                | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: yes, pain_now: 4                                 | fires         |
      | soreness-likes-massage                | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: yes, pain_now: 5                                 | does not fire |
      | very-sore-muscles-are-only-stroked    | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: yes, pain_now: 5                                 | fires         |
      | very-sore-muscles-are-only-stroked    | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: yes, pain_now: 4                                 | does not fire |
      | ball-only-when-stretching-is-painless | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: yes, worse_stretch: neither                      | fires         |
      | ball-only-when-stretching-is-painless | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: yes, worse_stretch: both                         | does not fire |
      | ball-only-when-stretching-is-painless | pain_onset: hours_to_days, pain_site: whole_calf, pain_sides: both, after_unusual_session: yes                                              | does not fire |

    Examples: the first days of a strain
      | rule                               | answers                                                                                                                       | fires or not  |
      | fresh-strain-is-wrapped-and-raised | pain_onset: sudden, days_since_onset: 3, pain_site: upper_inner_calf, effect_on_run: kept_running                             | fires         |
      | fresh-strain-is-wrapped-and-raised | pain_onset: sudden, days_since_onset: 4, pain_site: upper_inner_calf, effect_on_run: kept_running                             | does not fire |
      | fresh-strain-is-wrapped-and-raised | pain_onset: sudden, pain_site: upper_inner_calf, effect_on_run: kept_running                                                  | does not fire |
      | cold-for-comfort-in-the-first-days | pain_onset: sudden, days_since_onset: 3, pain_site: upper_inner_calf, effect_on_run: kept_running, pain_now: 4                | fires         |
      | cold-for-comfort-in-the-first-days | pain_onset: sudden, days_since_onset: 3, pain_site: upper_inner_calf, effect_on_run: kept_running, pain_now: 3                | does not fire |
      | cold-for-comfort-in-the-first-days | pain_onset: sudden, days_since_onset: 4, pain_site: upper_inner_calf, effect_on_run: kept_running, pain_now: 4                | does not fire |
      | walk-early-after-an-injury         | pain_onset: sudden, days_since_onset: 3, walking: normal                                                                      | fires         |
      | walk-early-after-an-injury         | pain_onset: sudden, days_since_onset: 3, walking: limp                                                                        | does not fire |
      | walk-early-after-an-injury         | pain_onset: sudden, days_since_onset: 4, walking: normal                                                                      | does not fire |

    Examples: rest
      | rule                             | answers                                | fires or not  |
      | rest-from-what-hurts             | pain_now: 3                            | fires         |
      | rest-from-what-hurts             | pain_now: 3, leg_swollen: yes          | does not fire |
      | rest-until-somebody-has-looked   | pain_now: 3, leg_swollen: yes          | fires         |
      | rest-until-somebody-has-looked   | pain_now: 3, leg_swollen: no           | does not fire |

  Scenario: In an emergency the only advice is rest
    Given a runner who answers
      | breathless            | yes           |
      | leg_swollen           | yes           |
      | pain_onset            | hours_to_days |
      | after_unusual_session | yes           |
      | pain_sides            | both          |
      | pain_site             | whole_calf    |
      | one_pair_only         | yes           |
      | hip_strength          | weak          |
    When the consultation is concluded
    Then the triage is "emergency"
    And the measure "rest_until_seen" is advised
    And the measure "relative_rest" is not advised
    And the measure "finger_massage" is not advised
    And the measure "shoe_rotation" is not advised
