Feature: A plan that fits the muscle, the tendon and the cause
  Each exercise is there for a reason: the part that hurts, how far it has healed, and what brought it on. A good plan is short enough to do, about
  20 to 30 minutes a day.

  Scenario: A deep ache that hurts with the knee bent is trained with the knee bent
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs, pain_story"
    And a runner who answers
      | pain_onset       | gradual       |
      | days_since_onset | 20            |
      | pain_site        | deep_low_calf |
      | run_pattern      | creeps_in     |
      | worse_stretch    | knee_bent     |
      | heel_raise       | sore          |
      | pain_now         | 2             |
      | walking          | normal        |
      | squeeze_test     | foot_moves    |
      | bone_spot        | no            |
    When the consultation is concluded
    Then the condition "soleus_strain" is at least "likely"
    And the measure "bent_knee_heel_raise" is advised
    And the measure "straight_knee_heel_raise" is not advised

  Scenario: A sharp pain in the upper calf is trained with the knee straight
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs, pain_story"
    And a runner who answers
      | pain_onset       | sudden           |
      | days_since_onset | 5                |
      | pain_site        | upper_inner_calf |
      | effect_on_run    | kept_running     |
      | worse_stretch    | knee_straight    |
      | heel_raise       | sore             |
      | pain_now         | 2                |
      | walking          | normal           |
      | squeeze_test     | foot_moves       |
      | bone_spot        | no               |
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_1" is at least "likely"
    And the measure "straight_knee_heel_raise" is advised
    And the measure "isometric_hold" is advised
    And the measure "step_heel_raise" is not advised

  Scenario: Pain at the heel bone is lowered to the floor and never over a step
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs, pain_story"
    And a runner who answers
      | pain_onset        | gradual   |
      | pain_site         | heel_back |
      | tendon_pinch      | sore_heel |
      | morning_stiffness | yes       |
      | past_calf_strain  | yes       |
      | pain_now          | 2         |
      | walking           | normal    |
      | bone_spot         | no        |
    When the consultation is concluded
    Then the measure "floor_eccentric" is advised
    And the measure "eccentric_drop" is not advised
    And the measure "step_heel_raise" is not advised

  Scenario: Pain in the middle of the tendon is lowered over a step
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs, pain_story"
    And a runner who answers
      | pain_onset        | gradual         |
      | pain_site         | achilles        |
      | tendon_pinch      | sore_mid        |
      | run_pattern       | eases_when_warm |
      | morning_stiffness | yes             |
      | pain_now          | 2               |
      | walking           | normal          |
      | bone_spot         | no              |
    When the consultation is concluded
    Then the measure "eccentric_drop" is advised
    And the measure "heel_lift" is advised
    And the measure "floor_eccentric" is not advised

  Scenario: Pose running does not spare the calf
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs"
    And a runner who answers
      | forefoot_change | yes      |
      | pain_onset      | gradual  |
      | pain_site       | mid_calf |
    When the consultation is concluded
    Then the cause "forefoot_landing" is at least "possible"
    And the measure "gradual_form_change" is advised
    And the measure "rope_jumps" is not advised

  Scenario: Flat feet are not blamed, and insoles are for comfort only
    Given a runner who answers
      | foot_arch  | flat     |
      | pain_onset | gradual  |
      | pain_site  | mid_calf |
    When the consultation is concluded
    Then the cause "flat_feet" is at most "unlikely"
    And the measure "orthoses" is advised

  Scenario: A bone that may be hurt gets no impact
    Given a runner who answers
      | pain_site  | inner_shin |
      | pain_onset | gradual    |
      | bone_spot  | yes        |
      | hop        | bone_pain  |
    When the consultation is concluded
    Then the measure "cross_training" is advised
    And the measure "walk_run_minutes" is not advised
    And the measure "pogo_hops" is not advised
    And the measure "load_cut" is not advised

  Scenario: Nobody is sent to the bike for a shin bone that nobody has felt yet
    Given a runner who answers
      | pain_site  | front_shin |
      | pain_onset | gradual    |
    When the consultation is concluded
    Then the condition "tibial_bone_stress" is at least "possible"
    And the measure "cross_training" is not advised

  Scenario: Without any answer there is still something sensible to do
    Given a runner who answers "age: 40"
    When the consultation is concluded
    Then the measure "relative_rest" is advised
    And the measure "pain_monitoring" is advised

  Scenario Outline: A plan for the sore part
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: a strained or overworked muscle
      | rule                                     | answers                                                                                                                        | fires or not  |
      | strain-starts-with-a-still-hold          | pain_onset: sudden, pain_site: upper_inner_calf, worse_stretch: knee_straight, days_since_onset: 14                             | fires         |
      | strain-starts-with-a-still-hold          | pain_onset: sudden, pain_site: upper_inner_calf, worse_stretch: knee_straight, days_since_onset: 15                             | does not fire |
      | bigger-strain-follows-the-twelve-weeks   | pain_onset: gradual, pain_site: deep_low_calf, worse_stretch: knee_bent                                                         | fires         |
      | bigger-strain-follows-the-twelve-weeks   | pain_onset: gradual, pain_site: deep_low_calf, worse_stretch: knee_straight                                                     | does not fire |
      | calf-muscle-pain-begins-on-two-legs      | pain_onset: gradual, pain_site: deep_low_calf                                                                                   | fires         |
      | calf-muscle-pain-begins-on-two-legs      | pain_onset: gradual, pain_site: achilles                                                                                        | does not fire |
      | calf-muscle-pain-begins-on-two-legs      | pain_onset: gradual, pain_site: deep_low_calf, worse_stretch: knee_bent, heel_raise: weak_painless                              | does not fire |
      | straight-knee-work-for-the-gastrocnemius | pain_site: outer_calf, worse_stretch: knee_straight                                                                             | fires         |
      | straight-knee-work-for-the-gastrocnemius | pain_site: outer_calf, worse_stretch: knee_bent                                                                                 | does not fire |
      | bent-knee-work-for-the-soleus            | pain_site: outer_calf, worse_stretch: knee_bent                                                                                 | fires         |
      | bent-knee-work-for-the-soleus            | pain_site: outer_calf, worse_stretch: knee_straight                                                                             | does not fire |
      | tight-calves-run-less-for-now            | pain_onset: gradual, pain_site: whole_calf, pain_sides: both, more_speed: yes                                                   | fires         |
      | tight-calves-run-less-for-now            | pain_onset: gradual, pain_site: whole_calf, pain_sides: both, more_speed: no                                                    | does not fire |
      | an-old-strain-keeps-the-calf-strong      | past_calf_strain: yes, pain_site: mid_calf                                                                                      | fires         |
      | an-old-strain-keeps-the-calf-strong      | past_calf_strain: no, pain_site: mid_calf                                                                                       | does not fire |
      | an-old-strain-keeps-the-calf-strong      | past_calf_strain: yes, pain_site: mid_calf, pain_onset: sudden, days_since_onset: 2                                             | does not fire |

    Examples: a sore tendon
      | rule                                  | answers                                                                                                               | fires or not  |
      | mid-tendon-is-lowered-over-a-step     | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid, morning_stiffness: yes                               | fires         |
      | mid-tendon-is-lowered-over-a-step     | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_heel, morning_stiffness: yes                              | does not fire |
      | mid-tendon-is-lowered-over-a-step     | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid, morning_stiffness: yes, past_achilles: yes           | does not fire |
      | mid-tendon-is-lowered-over-a-step     | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid, morning_stiffness: yes, fluoroquinolone: yes         | does not fire |
      | returning-tendon-pain-is-trained-heavy | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid, morning_stiffness: yes, episodes: 2                 | fires         |
      | returning-tendon-pain-is-trained-heavy | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid, morning_stiffness: yes, episodes: 1                 | does not fire |
      | heel-lift-for-the-mid-tendon          | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid, morning_stiffness: yes                               | fires         |
      | heel-lift-for-the-mid-tendon          | pain_onset: gradual, pain_site: heel_back, tendon_pinch: sore_mid, morning_stiffness: yes                              | does not fire |
      | heel-bone-tendon-stays-on-the-floor   | pain_onset: gradual, pain_site: heel_back, tendon_pinch: sore_heel, morning_stiffness: yes                             | fires         |
      | heel-bone-tendon-stays-on-the-floor   | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid, morning_stiffness: yes                               | does not fire |
      | sore-tendon-begins-on-two-legs        | pain_onset: gradual, pain_site: achilles, tendon_pinch: painless                                                       | fires         |
      | sore-tendon-begins-on-two-legs        | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid                                                       | does not fire |
      | sore-tendon-runs-back-in-short-bits   | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid, morning_stiffness: yes                               | fires         |
      | sore-tendon-runs-back-in-short-bits   | pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid, morning_stiffness: yes, fluoroquinolone: yes         | does not fire |

    Examples: shin and bone
      | rule                                   | answers                                                                                    | fires or not  |
      | shin-band-pain-runs-less               | pain_onset: gradual, pain_site: inner_shin                                                  | fires         |
      | shin-band-pain-runs-less               | pain_onset: gradual, pain_site: inner_shin, bone_spot: yes                                  | does not fire |
      | shin-band-pain-runs-less               | pain_onset: gradual, pain_site: outer_shin                                                  | does not fire |
      | shin-and-bone-keep-fit-without-impact  | pain_site: outer_shin, hop: bone_pain                                                       | fires         |
      | shin-and-bone-keep-fit-without-impact  | pain_site: mid_calf, hop: painless                                                          | does not fire |
      | bone-needs-enough-food                 | missed_periods_low_fuel: yes                                                                | fires         |
      | bone-needs-enough-food                 | missed_periods_low_fuel: no                                                                 | does not fire |

    Examples: the way back to running
      | rule                                         | answers                                                                                                               | fires or not  |
      | springs-and-short-runs-come-before-running   | pain_onset: gradual, pain_site: deep_low_calf, worse_stretch: knee_bent                                                | fires         |
      | springs-and-short-runs-come-before-running   | pain_onset: gradual, pain_site: deep_low_calf, worse_stretch: knee_bent, bone_spot: yes                                | does not fire |
      | long-way-back-to-running                     | new_to_running: yes                                                                                                    | fires         |
      | long-way-back-to-running                     | new_to_running: no                                                                                                     | does not fire |
      | long-way-back-to-running                     | days_since_onset: 42                                                                                                   | fires         |
      | long-way-back-to-running                     | days_since_onset: 41                                                                                                   | does not fire |
      | short-way-back-to-running                    | pain_onset: gradual, pain_site: whole_calf, pain_sides: both, more_speed: yes, days_since_onset: 41                    | fires         |
      | short-way-back-to-running                    | pain_onset: gradual, pain_site: whole_calf, pain_sides: both, more_speed: yes, days_since_onset: 42                    | does not fire |
      | short-way-back-to-running                    | pain_onset: gradual, pain_site: whole_calf, pain_sides: both, more_speed: yes, new_to_running: yes                     | does not fire |
      | rope-comes-late                              | pain_site: mid_calf, age: 35, heel_raise_count: 12                                                                     | fires         |
      | rope-comes-late                              | pain_site: mid_calf, age: 35, heel_raise_count: 30                                                                     | does not fire |
      | rope-comes-late                              | pain_site: mid_calf, age: 35, heel_raise_count: 12, jumping_start: yes                                                 | does not fire |

  Scenario Outline: A plan for the cause
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: strength
      | rule                                  | answers                                               | fires or not  |
      | weak-hips-start-lying-down            | hip_strength: shaky, pain_onset: gradual              | fires         |
      | weak-hips-start-lying-down            | hip_strength: steady, pain_onset: gradual             | does not fire |
      | weak-hips-go-on-to-harder-work        | hip_strength: weak, pain_onset: gradual               | fires         |
      | weak-hips-go-on-to-harder-work        | hip_strength: shaky, pain_onset: gradual              | does not fire |
      | wobbly-balance-trains-on-one-leg      | balance: wobbly                                       | fires         |
      | wobbly-balance-trains-on-one-leg      | balance: steady                                       | does not fire |
      | wobbly-balance-trains-on-one-leg      | balance: wobbly, pain_onset: sudden, days_since_onset: 3 | does not fire |
      | no-single-leg-stand-yet-begins-with-two | balance: cannot                                     | fires         |
      | no-single-leg-stand-yet-begins-with-two | balance: wobbly                                     | does not fire |
      | no-single-leg-stand-yet-begins-with-two | balance: cannot, walking: cannot                    | does not fire |
      | uneven-legs-train-one-at-a-time       | leg_difference: clear                                 | fires         |
      | uneven-legs-train-one-at-a-time       | leg_difference: same                                  | does not fire |
      | new-runners-gain-from-hip-and-core    | new_to_running: yes                                   | fires         |
      | new-runners-gain-from-hip-and-core    | new_to_running: no                                    | does not fire |
      | weak-calf-does-heel-raises            | age: 35, heel_raise_count: 12                         | fires         |
      | weak-calf-does-heel-raises            | age: 35, heel_raise_count: 30                         | does not fire |
      | weak-feet-train-the-arch              | toe_strength: poor                                    | fires         |
      | weak-feet-train-the-arch              | toe_strength: good                                    | does not fire |

    Examples: load, shoes, form and habits
      | rule                              | answers                                                  | fires or not  |
      | load-jump-plans-the-load          | longest_run_jump: over_100                               | fires         |
      | load-jump-plans-the-load          | longest_run_jump: no_more_than_10                        | does not fire |
      | load-jump-plans-the-load          | longest_run_jump: over_100, leg_swollen: yes             | does not fire |
      | new-kind-of-shoe-is-phased-in     | minimalist_shoes: yes, pain_onset: gradual               | fires         |
      | new-kind-of-shoe-is-phased-in     | minimalist_shoes: no, pain_onset: gradual                | does not fire |
      | one-pair-gets-company             | one_pair_only: yes                                       | fires         |
      | one-pair-gets-company             | one_pair_only: no                                        | does not fire |
      | old-shoes-are-looked-at           | worn_shoes: yes                                          | fires         |
      | old-shoes-are-looked-at           | worn_shoes: no                                           | does not fire |
      | insoles-are-for-comfort-only      | foot_arch: flat                                          | fires         |
      | insoles-are-for-comfort-only      | foot_arch: middle                                        | does not fire |
      | insoles-are-for-comfort-only      | foot_arch: middle, orthoses: yes                         | fires         |
      | forefoot-landing-is-changed-slowly | forefoot_change: yes                                    | fires         |
      | forefoot-landing-is-changed-slowly | forefoot_change: no                                     | does not fire |
      | long-steps-get-quicker            | long_stride: yes                                         | fires         |
      | long-steps-get-quicker            | long_stride: no                                          | does not fire |
      | poor-sleep-gets-better            | poor_sleep: yes                                          | fires         |
      | poor-sleep-gets-better            | poor_sleep: no                                           | does not fire |
      | no-painkillers-to-keep-running    | kept_running_through: yes                                | fires         |
      | no-painkillers-to-keep-running    | kept_running_through: no                                 | does not fire |
      | a-medicine-may-be-part-of-it      | fluoroquinolone: yes, pain_site: achilles                | fires         |
      | a-medicine-may-be-part-of-it      | fluoroquinolone: no, pain_site: achilles                 | does not fire |
      | a-medicine-may-be-part-of-it      | fluoroquinolone: yes, pain_site: mid_calf                | fires         |
      | a-medicine-may-be-part-of-it      | fluoroquinolone: no, pain_site: mid_calf                 | does not fire |
