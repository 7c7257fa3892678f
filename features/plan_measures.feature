Feature: What is advised for what
  With every danger question answered with no, these few answers are enough for a measure to stand in the plan.

  Scenario Outline: Enough for a measure
    Given a runner who answered "no" to every question of "emergency_signs, clot_signs, clot_risks, rupture_signs, medicines, pain_story"
    And a runner who answers "<answers>"
    When the consultation is concluded
    Then the measure "<measure>" is advised

    Examples:
      | measure                  | answers                                                                                                                                    |
      | bent_knee_heel_raise     | bone_spot: no, pain_onset: gradual, heel_raise_count: 24, hop: painless                                                                    |
      | bridge                   | pain_onset: gradual, hip_strength: weak                                                                                                    |
      | clamshell                | pain_onset: gradual, hip_strength: weak                                                                                                    |
      | compression              | pain_onset: sudden, days_since_onset: 3                                                                                                    |
      | cross_training           | pain_site: outer_calf, worse_stretch: knee_bent                                                                                            |
      | foot_core                | pain_site: inner_shin                                                                                                                      |
      | leg_swings               | missed_warm_up: yes                                                                                                                        |
      | load_cut                 | bone_spot: no, pain_onset: gradual, pain_site: inner_shin, hop: painless                                                                   |
      | return_check             | bone_spot: no, pain_onset: gradual, ease_time: hours, new_to_running: yes, hop: painless                                                   |
      | return_check             | bone_spot: no, pain_onset: gradual, pain_site: mid_calf, forefoot_change: yes                                                              |
      | return_check             | walking: normal, bone_spot: no, muscle_knot: yes, pain_onset: only_on_effort, ease_time: 5_to_60_min, past_calf_strain: yes, hop: painless |
      | run_throughs             | bone_spot: no, pain_onset: gradual, pain_site: deep_low_calf, heel_raise: sore                                                             |
      | side_plank               | pain_onset: gradual, hip_strength: weak                                                                                                    |
      | step_heel_raise          | bone_spot: no, pain_onset: gradual, pain_site: whole_calf, episodes: 2                                                                     |
      | straight_knee_heel_raise | bone_spot: no, pain_onset: gradual, heel_raise_count: 24, hop: painless                                                                    |
      | strain_programme         | bone_spot: no, pain_onset: gradual, pain_site: deep_low_calf, heel_raise: sore                                                             |
      | walk_run_miles           | bone_spot: no, pain_onset: gradual, pain_site: mid_calf, forefoot_change: yes                                                              |
      | walk_run_minutes         | bone_spot: no, pain_onset: gradual, pain_site: deep_low_calf, heel_raise: sore                                                             |
