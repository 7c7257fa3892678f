Feature: Where a sign of a condition begins and ends
  Each line is the smallest story for which one answer decides whether a sign counts.

  Scenario Outline: One answer decides
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: A fingertip-size sore spot on the shin bone speaks for bone stress
      | rule                           | answers        | fires or not |
      | one-sore-spot-on-the-shin-bone | bone_spot: yes | fires        |

    Examples: Bone pain on hopping speaks for bone stress of the shin
      | rule                         | answers        | fires or not |
      | hop-that-hurts-the-shin-bone | hop: bone_pain | fires        |

    Examples: A second kind of sign makes a clot likelier
      | rule                                         | answers                                     | fires or not |
      | two-kinds-of-clot-signs-make-a-clot-likelier | whole_leg_swollen: yes, hard_sore_vein: yes | fires        |

    Examples: A third kind of sign makes a clot likelier still
      | rule                                                 | answers                                                 | fires or not  |
      | three-kinds-of-clot-signs-make-a-clot-likelier-still | hard_sore_vein: yes, pitting: yes, calf_difference: 2.5 | does not fire |

    Examples: Cancer makes a clot likelier
      | rule                                          | answers                                                          | fires or not |
      | cancer-with-a-clot-sign-makes-a-clot-likelier | active_cancer: yes, run_pattern: since_one_moment, course: worse | fires        |

    Examples: An earlier clot, or clots in the family, make a clot likelier
      | rule                                         | answers                                                        | fires or not |
      | earlier-or-family-clot-makes-a-clot-likelier | family_clot: yes, run_pattern: since_one_moment, course: worse | fires        |

    Examples: A cast, days in bed or an operation make a clot likelier
      | rule                                   | answers                                     | fires or not |
      | a-leg-kept-still-makes-a-clot-likelier | bed_rest: yes, pop_felt: yes, course: worse | fires        |

    Examples: Oestrogen and pregnancy make a clot likelier
      | rule                                         | answers                                                     | fires or not |
      | oestrogen-or-pregnancy-makes-a-clot-likelier | pregnant: yes, run_pattern: since_one_moment, course: worse | fires        |

    Examples: More hills, speed or jumps bring out a squeezed artery
      | rule                                    | answers                    | fires or not  |
      | hills-speed-or-jumps-squeeze-the-artery | pain_onset: only_on_effort | does not fire |

    Examples: Tight pain in the front, outer or deep part of the leg is where pressure builds up
      | rule                                   | answers                                       | fires or not  |
      | tight-front-or-deep-calf-fits-pressure | pain_site: outer_shin, ease_time: 5_to_60_min | does not fire |

    Examples: Pain on effort in the calf or behind the knee is where an artery is felt
      | rule                          | answers                                                 | fires or not |
      | calf-on-effort-fits-an-artery | pain_onset: only_on_effort, pain_site: upper_inner_calf | fires        |
      | calf-on-effort-fits-an-artery | pain_onset: only_on_effort, pain_site: whole_calf       | fires        |
      | calf-on-effort-fits-an-artery | pain_onset: only_on_effort, pain_site: behind_knee      | fires        |

    Examples: After 50, who smokes or has diabetes or artery disease may have narrow leg arteries
      | rule                                                      | answers                                         | fires or not  |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | pain_onset: hours_to_days, smoker: yes, age: 50 | does not fire |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | pain_site: heel_back, smoker: yes, age: 50      | does not fire |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | pain_site: inner_shin, smoker: yes, age: 50     | does not fire |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | pain_site: front_shin, smoker: yes, age: 50     | does not fire |
      | smoking-diabetes-or-heart-disease-narrow-the-leg-arteries | pain_site: outer_shin, smoker: yes, age: 50     | does not fire |

    Examples: Pain between knee and tendon at the back is in the calf muscle
      | rule                          | answers                      | fires or not |
      | pain-in-the-belly-of-the-calf | pain_site: somewhere_in_calf | fires        |

    Examples: A known place other than tendon, heel and low calf is away from the tendon
      | rule                           | answers               | fires or not |
      | pain-that-is-not-at-the-tendon | pain_site: outer_calf | fires        |

    Examples: A pain that grows after a tear instead of fading may be a bleed
      | rule                                        | answers                                            | fires or not |
      | pain-that-grows-after-a-tear-may-be-a-bleed | pop_felt: yes, days_since_onset: 15, course: worse | fires        |

    Examples: Pain that is gone minutes after stopping does not fit a strain, soreness or tendon pain
      | rule                                       | answers                                                     | fires or not  |
      | pain-gone-in-minutes-does-not-fit-a-strain | walking: limp, ease_time: under_5_min                       | fires         |
      | pain-gone-in-minutes-does-not-fit-a-strain | walking: cannot, pain_onset: sudden, ease_time: under_5_min | does not fire |

    Examples: Pain in the belly of the calf is not the tendon or the shin
      | rule                                     | answers               | fires or not |
      | pain-in-the-muscle-is-not-tendon-or-shin | pain_site: whole_calf | fires        |
      | pain-in-the-muscle-is-not-tendon-or-shin | pain_site: mid_calf   | fires        |

    Examples: Pain beyond what the red skin explains points to a severe infection
      | rule                                            | answers                                | fires or not  |
      | pain-beyond-the-skin-points-to-severe-infection | severe_rising_pain: yes, very_ill: yes | does not fire |

    Examples: Stiff first steps with pain at the tendon fit Achilles trouble
      | rule                            | answers                | fires or not |
      | morning-stiffness-at-the-tendon | morning_stiffness: yes | fires        |

    Examples: Pain that came over hours, or at rest, without an injury and in one leg or without unusual work fits a clot
      | rule                              | answers                                                     | fires or not  |
      | hours-without-a-reason-fit-a-clot | pain_onset: sudden, effect_on_run: not_running_then         | does not fire |
      | hours-without-a-reason-fit-a-clot | pain_onset: only_on_effort, effect_on_run: not_running_then | does not fire |

    Examples: A Wells score of two or more needs help today
      | rule                          | answers                | fires or not  |
      | wells-of-two-needs-help-today | active_cancer: yes     | does not fire |
      | wells-of-two-needs-help-today | leg_immobilised: yes   | does not fire |
      | wells-of-two-needs-help-today | whole_leg_swollen: yes | does not fire |
      | wells-of-two-needs-help-today | calf_difference: 4     | does not fire |
      | wells-of-two-needs-help-today | pitting: yes           | does not fire |
      | wells-of-two-needs-help-today | new_veins: yes         | does not fire |
