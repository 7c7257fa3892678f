Feature: Where a piece of advice begins and ends
  Each line is the smallest story for which one answer decides whether a rule advises something.

  Scenario Outline: One answer decides
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: A calf that tires early does heel raises
      | rule                       | answers                                      | fires or not |
      | weak-calf-does-heel-raises | morning_stiffness: yes, heel_raise_count: 24 | fires        |

    Examples: A stiff ankle is stretched with a straight knee, if that is painless
      | rule                                 | answers                         | fires or not  |
      | stiff-ankle-stretches-the-big-muscle | pop_felt: yes, ankle_reach: 7.9 | does not fire |

    Examples: A stiff ankle is stretched with a bent knee, if that is painless
      | rule                                  | answers                                                 | fires or not  |
      | stiff-ankle-stretches-the-deep-muscle | pain_onset: sudden, days_since_onset: 0, ankle_reach: 4 | does not fire |

    Examples: A different shoe is brought in step by step
      | rule                          | answers                                 | fires or not  |
      | new-kind-of-shoe-is-phased-in | leg_swollen: yes, minimalist_shoes: yes | does not fire |

    Examples: Old shoes are worth a look
      | rule                    | answers                           | fires or not  |
      | old-shoes-are-looked-at | leg_swollen: yes, worn_shoes: yes | does not fire |

    Examples: Insoles are for comfort and build no arch
      | rule                         | answers                           | fires or not  |
      | insoles-are-for-comfort-only | leg_swollen: yes, foot_arch: flat | does not fire |

    Examples: After a fresh injury, painless walking is the first movement
      | rule                       | answers                                                                    | fires or not  |
      | walk-early-after-an-injury | pain_onset: sudden, days_since_onset: 3                                    | does not fire |
      | walk-early-after-an-injury | leg_swollen: yes, walking: normal, pain_onset: sudden, days_since_onset: 3 | does not fire |
      | walk-early-after-an-injury | walking: normal, pain_onset: sudden, days_since_onset: 3, age: 15          | fires         |

    Examples: When a medicine may be part of it, its prescriber decides
      | rule                         | answers                                          | fires or not  |
      | a-medicine-may-be-part-of-it | leg_swollen: yes, statin_change: yes             | does not fire |

    Examples: In its first days a strain is wrapped and raised
      | rule                               | answers                                                                                                                                                                                                                 | fires or not |
      | fresh-strain-is-wrapped-and-raised | pain_onset: sudden, days_since_onset: 3, bruise: large                                                                                                                                                                  | fires        |
      | fresh-strain-is-wrapped-and-raised | pain_onset: sudden, days_since_onset: 3, pain_site: deep_low_calf                                                                                                                                                       | fires        |
      | fresh-strain-is-wrapped-and-raised | pop_felt: yes, tendon_gap: no, muscle_gap: no, weak_push_off: no, foot_hangs_less: no, squeeze_test: foot_moves, pain_onset: sudden, days_since_onset: 0, pain_site: mid_calf, pain_sides: both, ease_time: under_5_min | fires        |

    Examples: Cold eases a sore fresh strain, and does no more than that
      | rule                               | answers                                                                        | fires or not |
      | cold-for-comfort-in-the-first-days | pain_onset: sudden, days_since_onset: 2, pain_now: 5                           | fires        |
      | cold-for-comfort-in-the-first-days | pain_onset: sudden, days_since_onset: 3, pain_now: 4, bruise: large            | fires        |
      | cold-for-comfort-in-the-first-days | pain_onset: sudden, days_since_onset: 3, pain_site: deep_low_calf, pain_now: 4 | fires        |

    Examples: A strain gets its first load as a hold without movement
      | rule                            | answers                     | fires or not  |
      | strain-starts-with-a-still-hold | pain_site: upper_inner_calf | does not fire |

    Examples: A bigger or deep strain is built up in steps over weeks
      | rule                                   | answers                                                           | fires or not |
      | bigger-strain-follows-the-twelve-weeks | pop_felt: yes, muscle_gap: yes, weak_push_off: yes, bruise: large | fires        |

    Examples: Overloaded calves run less until they settle
      | rule                          | answers                                                 | fires or not  |
      | tight-calves-run-less-for-now | pain_site: whole_calf, new_shoes: yes                   | fires         |
      | tight-calves-run-less-for-now | leg_swollen: yes, pain_site: whole_calf, new_shoes: yes | does not fire |

    Examples: A calf that was strained before keeps training for strength
      | rule                                | answers               | fires or not |
      | an-old-strain-keeps-the-calf-strong | past_calf_strain: yes | fires        |

    Examples: After a strain, hops and short run-throughs come before long runs
      | rule                                       | answers                     | fires or not  |
      | springs-and-short-runs-come-before-running | pain_site: upper_inner_calf | does not fire |

    Examples: A bigger injury, a long break or a new runner takes the ten-week ladder
      | rule                     | answers                                                      | fires or not  |
      | long-way-back-to-running | jumping_start: yes                                           | does not fire |
      | long-way-back-to-running | muscle_gap: yes, bruise: large, worse_stretch: knee_straight | fires         |

    Examples: A light calf problem takes the six-step ladder
      | rule                      | answers                     | fires or not  |
      | short-way-back-to-running | pain_site: upper_inner_calf | does not fire |

    Examples: The skipping rope comes late, for calves that lack strength
      | rule            | answers                                                                                                              | fires or not  |
      | rope-comes-late | bone_spot: yes, pain_site: mid_calf, heel_raise_count: 10                                                            | does not fire |
      | rope-comes-late | pain_onset: sudden, pain_site: outer_calf, pain_sides: one, effect_on_run: had_to_stop, age: 20, heel_raise_other: 5 | does not fire |

    Examples: Ordinary soreness is eased by warmth and light movement
      | rule                               | answers                                                                                | fires or not |
      | soreness-likes-warmth-and-movement | walking: limp, after_unusual_session: yes, pain_onset: hours_to_days, pain_sides: both | fires        |

    Examples: Massage eases ordinary soreness
      | rule                   | answers                                                                                | fires or not  |
      | soreness-likes-massage | pain_onset: hours_to_days                                                              | does not fire |
      | soreness-likes-massage | walking: limp, after_unusual_session: yes, pain_onset: hours_to_days, pain_sides: both | fires         |

    Examples: A very sore muscle is stroked lightly and not kneaded
      | rule                               | answers                                                                                            | fires or not  |
      | very-sore-muscles-are-only-stroked | leg_swollen: yes, after_unusual_session: yes, pain_site: whole_calf, pain_sides: both, pain_now: 5 | does not fire |
      | very-sore-muscles-are-only-stroked | pain_site: whole_calf, pain_now: 5                                                                 | does not fire |
      | very-sore-muscles-are-only-stroked | after_unusual_session: yes, pain_site: whole_calf, pain_sides: both, pain_now: 8                   | fires         |
      | very-sore-muscles-are-only-stroked | pop_felt: no, after_unusual_session: yes, pain_onset: hours_to_days, pain_sides: both, pain_now: 5 | fires         |

    Examples: The ball or roller is for calves that no longer hurt on a stretch
      | rule                                  | answers                                                                          | fires or not  |
      | ball-only-when-stretching-is-painless | pain_site: whole_calf, worse_stretch: neither                                    | does not fire |
      | ball-only-when-stretching-is-painless | leg_swollen: yes, pain_site: whole_calf, more_speed: yes, worse_stretch: neither | does not fire |
      | ball-only-when-stretching-is-painless | pain_site: whole_calf, age: 15, more_speed: yes, worse_stretch: neither          | fires         |

    Examples: A cramp is stretched until it lets go
      | rule                     | answers                                                   | fires or not  |
      | a-cramp-is-stretched-out | muscle_knot: yes, pain_onset: sudden, worse_stretch: both | does not fire |

    Examples: Stretching at bedtime makes night cramps fewer
      | rule                                  | answers                                                                                       | fires or not  |
      | night-cramps-are-stretched-at-bedtime | night_cramp: yes, pain_onset: sudden, pain_feel: cramp, age: 60, worse_stretch: knee_straight | does not fire |
      | night-cramps-are-stretched-at-bedtime | night_cramp: yes, pain_onset: sudden, pain_feel: cramp, age: 60                               | fires         |
      | night-cramps-are-stretched-at-bedtime | night_cramp: yes, pain_onset: sudden, pain_feel: cramp, age: 60, worse_stretch: both          | does not fire |

    Examples: A stretch that feels good may be held long enough to count
      | rule                              | answers                                       | fires or not  |
      | a-stretch-that-feels-good-is-fine | pain_site: whole_calf, worse_stretch: neither | does not fire |

    Examples: Pain in the middle of the Achilles is loaded with slow heel drops
      | rule                              | answers                                                                                                              | fires or not  |
      | mid-tendon-is-lowered-over-a-step | pain_onset: gradual, pain_site: achilles, episodes: 1, tendon_pinch: sore_mid                                        | fires         |
      | mid-tendon-is-lowered-over-a-step | morning_stiffness: yes, pain_onset: gradual, run_pattern: eases_when_warm, tendon_pinch: sore_heel, heel_raise: sore | does not fire |
      | mid-tendon-is-lowered-over-a-step | morning_stiffness: yes, pain_onset: gradual, run_pattern: eases_when_warm, tendon_pinch: sore_heel, hop: sore        | does not fire |

    Examples: A lift under both heels takes load off the middle of the Achilles
      | rule                         | answers                                                                            | fires or not  |
      | heel-lift-for-the-mid-tendon | walking: limp, pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid    | fires         |
      | heel-lift-for-the-mid-tendon | leg_swollen: yes, pain_onset: gradual, pain_site: achilles, tendon_pinch: sore_mid | does not fire |

    Examples: A sore Achilles comes back to running in short bits
      | rule                                | answers                 | fires or not  |
      | sore-tendon-runs-back-in-short-bits | tendon_pinch: sore_heel | does not fire |

    Examples: Pain along the inner shin runs less and trains the foot
      | rule                     | answers                                 | fires or not  |
      | shin-band-pain-runs-less | pain_site: inner_shin                   | fires         |
      | shin-band-pain-runs-less | leg_swollen: yes, pain_site: inner_shin | does not fire |
