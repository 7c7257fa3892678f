Feature: Where the pain is and how it came
  The place and the start of the pain are known even when nothing else is. They alone put the right family of
  conditions first: muscle, tendon, shin, knee or nerve; torn in a moment, or overloaded over weeks.

  Scenario Outline: Place and onset alone put the right condition first
    Given a runner who answers "pain_site: <site>, pain_onset: <onset>"
    When the consultation is concluded
    Then the condition "<condition>" comes first
    And the condition "<condition>" is at least "possible"

    Examples:
      | site             | onset   | condition              |
      | upper_inner_calf | sudden  | gastrocnemius_strain_1 |
      | deep_low_calf    | gradual | soleus_strain          |
      | whole_calf       | gradual | load_related_tightness |
      | achilles         | gradual | achilles_midportion    |
      | achilles         | sudden  | achilles_rupture       |
      | heel_back        | gradual | achilles_insertional   |
      | inner_shin       | gradual | medial_tibial_stress   |
      | front_shin       | gradual | tibial_bone_stress     |

  Scenario Outline: One vague sign makes nothing likely
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the condition "<condition>" is at most "possible"

    Examples:
      | answers                  | condition              |
      | pain_site: whole_calf    | load_related_tightness |
      | pain_site: achilles      | achilles_midportion    |
      | pain_site: inner_shin    | medial_tibial_stress   |
      | pain_onset: sudden       | gastrocnemius_strain_1 |
      | pain_feel: cramp         | exercise_cramp         |
      | worse_stretch: knee_bent | soleus_strain          |
      | numb_or_tingling: yes    | nerve_entrapment       |

  Scenario Outline: Each place and each onset has its own rule
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                   | answers                                                          | fires or not  |
      | upper-inner-calf-points-to-the-big-calf-muscle         | pain_site: upper_inner_calf                                      | fires         |
      | upper-inner-calf-points-to-the-big-calf-muscle         | pain_site: mid_calf                                              | does not fire |
      | mid-calf-may-be-either-calf-muscle                     | pain_site: mid_calf                                              | fires         |
      | mid-calf-may-be-either-calf-muscle                     | pain_site: whole_calf                                            | does not fire |
      | deep-low-calf-points-to-soleus                         | pain_site: deep_low_calf                                         | fires         |
      | deep-low-calf-points-to-soleus                         | pain_site: achilles                                              | does not fire |
      | outer-calf-may-be-soleus-or-a-nerve                    | pain_site: outer_calf                                            | fires         |
      | outer-calf-may-be-soleus-or-a-nerve                    | pain_site: outer_shin                                            | does not fire |
      | whole-calf-points-to-overwork-or-soreness              | pain_site: whole_calf                                            | fires         |
      | whole-calf-points-to-overwork-or-soreness              | pain_site: whole_leg                                             | does not fire |
      | somewhere-in-the-calf-fits-the-calf-muscles            | pain_site: somewhere_in_calf                                     | fires         |
      | somewhere-in-the-calf-fits-the-calf-muscles            | pain_site: whole_calf                                            | does not fire |
      | behind-the-knee-points-to-knee-or-plantaris            | pain_site: behind_knee                                           | fires         |
      | behind-the-knee-points-to-knee-or-plantaris            | pain_site: upper_inner_calf                                      | does not fire |
      | achilles-site-points-to-the-tendon                     | pain_site: achilles                                              | fires         |
      | achilles-site-points-to-the-tendon                     | pain_site: heel_back                                             | does not fire |
      | heel-back-points-to-the-tendon-insertion               | pain_site: heel_back                                             | fires         |
      | heel-back-points-to-the-tendon-insertion               | pain_site: achilles                                              | does not fire |
      | inner-shin-points-to-shin-splints-or-bone              | pain_site: inner_shin                                            | fires         |
      | inner-shin-points-to-shin-splints-or-bone              | pain_site: front_shin                                            | does not fire |
      | front-shin-may-be-the-front-of-the-bone                | pain_site: front_shin                                            | fires         |
      | front-shin-may-be-the-front-of-the-bone                | pain_site: outer_shin                                            | does not fire |
      | outer-shin-points-to-the-outer-bone-or-its-nerve       | pain_site: outer_shin                                            | fires         |
      | outer-shin-points-to-the-outer-bone-or-its-nerve       | pain_site: outer_calf                                            | does not fire |
      | whole-leg-points-beyond-the-calf                       | pain_site: whole_leg                                             | fires         |
      | whole-leg-points-beyond-the-calf                       | pain_site: whole_calf                                            | does not fire |
      | pain-in-the-muscle-is-not-tendon-or-shin               | pain_site: outer_calf                                            | fires         |
      | pain-in-the-muscle-is-not-tendon-or-shin               | pain_site: upper_inner_calf                                      | fires         |
      | pain-in-the-muscle-is-not-tendon-or-shin               | pain_site: outer_shin                                            | does not fire |
      | pain-in-the-muscle-is-not-tendon-or-shin               | pain_site: deep_low_calf                                         | does not fire |
      | pain-in-the-muscle-is-not-tendon-or-shin               | pain_site: somewhere_in_calf                                     | does not fire |
      | low-calf-borders-the-tendon                            | pain_site: deep_low_calf                                         | fires         |
      | low-calf-borders-the-tendon                            | pain_site: mid_calf                                              | does not fire |
      | pain-at-the-knee-is-not-tendon-or-shin                 | pain_site: behind_knee                                           | fires         |
      | pain-at-the-knee-is-not-tendon-or-shin                 | pain_site: whole_leg                                             | does not fire |
      | pain-on-the-shin-is-not-tendon-pain                    | pain_site: front_shin                                            | fires         |
      | pain-on-the-shin-is-not-tendon-pain                    | pain_site: heel_back                                             | does not fire |
      | pain-on-the-shin-is-not-tendon-pain                    | pain_site: inner_shin                                            | fires         |
      | pain-on-the-shin-is-not-tendon-pain                    | pain_site: outer_shin                                            | fires         |
      | pain-on-tendon-or-shin-is-not-in-the-muscle            | pain_site: achilles                                              | fires         |
      | pain-on-tendon-or-shin-is-not-in-the-muscle            | pain_site: deep_low_calf                                         | does not fire |
      | pain-on-tendon-outer-or-front-shin-is-not-shin-splints | pain_site: outer_shin                                            | fires         |
      | pain-on-tendon-outer-or-front-shin-is-not-shin-splints | pain_site: inner_shin                                            | does not fire |
      | pain-on-tendon-outer-or-front-shin-is-not-shin-splints | pain_site: achilles                                              | fires         |
      | pain-on-tendon-outer-or-front-shin-is-not-shin-splints | pain_site: heel_back                                             | fires         |
      | pain-on-tendon-outer-or-front-shin-is-not-shin-splints | pain_site: front_shin                                            | fires         |
      | one-moment-speaks-for-a-strain-or-tear                 | pain_onset: sudden                                               | fires         |
      | one-moment-speaks-for-a-strain-or-tear                 | pain_onset: hours_to_days                                        | does not fire |
      | hours-or-days-fit-soreness-not-a-tear                  | pain_onset: hours_to_days                                        | fires         |
      | hours-or-days-fit-soreness-not-a-tear                  | pain_onset: gradual                                              | does not fire |
      | slow-start-speaks-for-overload                         | pain_onset: gradual                                              | fires         |
      | slow-start-speaks-for-overload                         | pain_onset: only_on_effort                                       | does not fire |
      | slow-start-at-the-tendon-speaks-for-the-achilles       | pain_onset: gradual, pain_site: achilles                         | fires         |
      | slow-start-at-the-tendon-speaks-for-the-achilles       | pain_onset: gradual, morning_stiffness: yes                      | fires         |
      | slow-start-at-the-tendon-speaks-for-the-achilles       | pain_onset: gradual                                              | does not fire |
      | slow-start-at-the-tendon-speaks-for-the-achilles       | pain_onset: sudden, pain_site: achilles                          | does not fire |
      | slow-start-at-the-tendon-speaks-for-the-achilles       | pain_onset: gradual, morning_stiffness: yes, pain_site: mid_calf | does not fire |
      | pain-only-during-effort-does-not-fit-a-strain          | pain_onset: only_on_effort                                       | fires         |
      | pain-only-during-effort-does-not-fit-a-strain          | pain_onset: gradual                                              | does not fire |
      | pain-gone-in-minutes-does-not-fit-a-strain             | ease_time: under_5_min                                           | fires         |
      | pain-gone-in-minutes-does-not-fit-a-strain             | ease_time: 5_to_60_min                                           | does not fire |
      | pain-gone-in-minutes-does-not-fit-a-strain             | ease_time: under_5_min, muscle_knot: yes                         | does not fire |
      | pain-gone-in-minutes-does-not-fit-a-strain             | ease_time: under_5_min, night_cramp: yes                         | does not fire |
      | pain-gone-in-minutes-does-not-fit-a-strain             | ease_time: under_5_min, worse_stretch: relieves                  | does not fire |
      | pain-gone-in-minutes-does-not-fit-a-strain             | ease_time: under_5_min, pain_onset: sudden, walking: limp        | does not fire |
      | pain-gone-in-minutes-does-not-fit-a-strain             | ease_time: under_5_min, pain_onset: sudden, walking: normal      | fires         |
