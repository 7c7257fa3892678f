Feature: Stretching and ankle movement
  A stretch eases a cramp and gives a stiff ankle a little range, when it is held long enough. It prevents neither soreness nor injury, and nobody
  stretches through pain.

  Scenario: A calf that is comfortable on a stretch may be stretched
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset    | gradual    |
      | pain_site     | whole_calf |
      | pain_sides    | both       |
      | more_speed    | yes        |
      | worse_stretch | neither    |
      | heel_raise    | painless   |
      | pain_now      | 2          |
    When the consultation is concluded
    Then the measure "towel_stretch" is advised

  Scenario: No stretching through pain
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset    | gradual    |
      | pain_site     | whole_calf |
      | pain_sides    | both       |
      | more_speed    | yes        |
      | worse_stretch | both       |
      | heel_raise    | painless   |
      | pain_now      | 2          |
      | ankle_reach   | 5          |
    When the consultation is concluded
    Then the measure "towel_stretch" is not advised
    And the measure "wall_stretch_straight" is not advised
    And the measure "wall_stretch_bent" is not advised

  Scenario: Stretching the muscle that does not hurt is fine
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset       | gradual       |
      | days_since_onset | 20            |
      | pain_site        | mid_calf      |
      | worse_stretch    | knee_straight |
      | ankle_reach      | 5             |
      | pain_now         | 2             |
    When the consultation is concluded
    Then the measure "wall_stretch_bent" is advised
    And the measure "wall_stretch_straight" is not advised

  Scenario: Stretching before runs is not blamed, and a warm-up takes its place
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | stretch_before_runs | yes      |
      | pain_onset          | gradual  |
      | pain_site           | mid_calf |
      | worse_stretch       | neither  |
    When the consultation is concluded
    Then the cause "stretching_before_runs" is at most "unlikely"
    And the measure "warm_up" is advised

  Scenario: A stiff ankle with pain at the heel bone is not stretched
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | pain_onset        | gradual   |
      | pain_site         | heel_back |
      | morning_stiffness | yes       |
      | tendon_pinch      | sore_heel |
      | ankle_reach       | 5         |
    When the consultation is concluded
    Then the measure "wall_stretch_straight" is not advised
    And the measure "ankle_rolls" is advised

  Scenario: A cramp is stretched, but not while the clot questions are open
    Given a runner who answers
      | muscle_knot   | yes                 |
      | pain_onset    | sudden              |
      | run_pattern   | late_in_hard_effort |
      | ease_time     | under_5_min         |
      | worse_stretch | relieves            |
      | walking       | normal              |
    When the consultation is concluded
    Then the measure "cramp_stretch" is withheld

  Scenario Outline: A stretch has a reason
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: cramps
      | rule                               | answers                                                                                                    | fires or not  |
      | a-cramp-is-stretched-out           | muscle_knot: yes, pain_onset: sudden, run_pattern: late_in_hard_effort                                      | fires         |
      | a-cramp-is-stretched-out           | muscle_knot: no, pain_onset: sudden, run_pattern: late_in_hard_effort                                       | does not fire |
      | a-cramp-is-stretched-out           | night_cramp: yes, ease_time: under_5_min, pain_feel: cramp, worse_stretch: relieves                         | fires         |
      | a-cramp-is-stretched-out           | night_cramp: yes, ease_time: under_5_min, pain_feel: cramp, worse_stretch: both                             | does not fire |
      | night-cramps-are-stretched-at-bedtime | night_cramp: yes, ease_time: under_5_min, worse_stretch: relieves                                        | fires         |
      | night-cramps-are-stretched-at-bedtime | night_cramp: no, ease_time: under_5_min, worse_stretch: relieves                                         | does not fire |
      | night-cramps-are-stretched-at-bedtime | night_cramp: yes, ease_time: under_5_min, worse_stretch: knee_straight                                   | does not fire |

    Examples: comfort and stiff ankles
      | rule                                  | answers                                                                                                  | fires or not  |
      | a-stretch-that-feels-good-is-fine     | pain_onset: gradual, pain_site: whole_calf, pain_sides: both, more_speed: yes, worse_stretch: neither     | fires         |
      | a-stretch-that-feels-good-is-fine     | pain_onset: gradual, pain_site: whole_calf, pain_sides: both, more_speed: yes, worse_stretch: both        | does not fire |
      | a-stretch-that-feels-good-is-fine     | pain_onset: gradual, pain_site: whole_calf, pain_sides: both, more_speed: yes                             | does not fire |
      | stiff-ankle-stretches-the-big-muscle  | ankle_reach: 7.5, worse_stretch: knee_bent                                                                | fires         |
      | stiff-ankle-stretches-the-big-muscle  | ankle_reach: 7.5, worse_stretch: knee_straight                                                            | does not fire |
      | stiff-ankle-stretches-the-big-muscle  | ankle_reach: 8, worse_stretch: knee_bent                                                                  | does not fire |
      | stiff-ankle-stretches-the-big-muscle  | ankle_reach: 7.5, worse_stretch: knee_bent, pain_onset: sudden, days_since_onset: 3                       | does not fire |
      | stiff-ankle-stretches-the-deep-muscle | ankle_reach: 7.5, worse_stretch: knee_straight                                                            | fires         |
      | stiff-ankle-stretches-the-deep-muscle | ankle_reach: 7.5, worse_stretch: knee_bent                                                                | does not fire |
      | stiff-ankle-stretches-the-deep-muscle | ankle_reach: 8, worse_stretch: knee_straight                                                              | does not fire |
      | stiff-ankle-rolls-gently              | ankle_reach: 7.5                                                                                          | fires         |
      | stiff-ankle-rolls-gently              | ankle_reach: 8                                                                                            | does not fire |

    Examples: warming up in place of stretching
      | rule                               | answers                  | fires or not  |
      | warm-up-in-place-of-long-stretching | stretch_before_runs: yes | fires         |
      | warm-up-in-place-of-long-stretching | stretch_before_runs: no  | does not fire |
      | warm-up-in-place-of-long-stretching | missed_warm_up: yes      | fires         |
      | warm-up-in-place-of-long-stretching | missed_warm_up: no       | does not fire |
