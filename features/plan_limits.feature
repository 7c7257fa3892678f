Feature: Where an exercise or a treatment ends
  Each part of a rule is there for a reason. One more answer, or one answer less, switches the advice on or off.

  Scenario Outline: One answer decides
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: muscle and strain
      | rule                                     | answers                                                                           | fires or not  |
      | an-old-strain-keeps-the-calf-strong      | tendon_pinch: sore_heel, past_calf_strain: yes                                    | does not fire |
      | bent-knee-work-for-the-soleus            | pain_sides: both, weekly_jump: yes, heel_raise: painless                          | fires         |
      | bent-knee-work-for-the-soleus            | pain_site: deep_low_calf, run_pattern: creeps_in                                  | fires         |
      | bent-knee-work-for-the-soleus            | pain_site: mid_calf, worse_stretch: knee_bent                                     | fires         |
      | bent-knee-work-for-the-soleus            | worse_stretch: knee_bent                                                          | does not fire |
      | bigger-strain-follows-the-twelve-weeks   | pain_onset: sudden, walking: limp, bruise: small                                  | fires         |
      | calf-muscle-pain-begins-on-two-legs      | leg_swollen: yes, pain_site: mid_calf                                             | does not fire |
      | calf-muscle-pain-begins-on-two-legs      | night_cramp: yes, worse_stretch: relieves, pain_site: mid_calf                    | does not fire |
      | calf-muscle-pain-begins-on-two-legs      | pain_onset: sudden, pain_site: deep_low_calf, pop_felt: yes, pain_sides: both     | fires         |
      | calf-muscle-pain-begins-on-two-legs      | pain_onset: sudden, pain_site: mid_calf, ease_time: under_5_min                   | fires         |
      | calf-muscle-pain-begins-on-two-legs      | pain_onset: sudden, worse_stretch: relieves, pain_site: mid_calf                  | does not fire |
      | calf-muscle-pain-begins-on-two-legs      | pain_site: deep_low_calf                                                          | fires         |
      | calf-muscle-pain-begins-on-two-legs      | pain_site: upper_inner_calf, bruise: large                                        | fires         |
      | calf-muscle-pain-begins-on-two-legs      | pain_site: whole_calf                                                             | fires         |
      | calf-muscle-pain-begins-on-two-legs      | pain_site: whole_calf, pain_sides: both, after_unusual_session: yes               | does not fire |
      | calf-muscle-pain-begins-on-two-legs      | past_calf_strain: yes                                                             | does not fire |
      | cold-for-comfort-in-the-first-days       | pain_onset: sudden, days_since_onset: 2, worse_stretch: relieves, pain_now: 5     | does not fire |
      | cold-for-comfort-in-the-first-days       | pain_onset: sudden, effect_on_run: kept_running, days_since_onset: 2, pain_now: 5 | fires         |
      | cold-for-comfort-in-the-first-days       | pain_onset: sudden, pop_felt: yes, days_since_onset: 2, pain_now: 5               | does not fire |
      | fresh-strain-is-wrapped-and-raised       | pain_onset: sudden, days_since_onset: 2, worse_stretch: relieves                  | does not fire |
      | fresh-strain-is-wrapped-and-raised       | pain_onset: sudden, effect_on_run: kept_running, days_since_onset: 2              | fires         |
      | fresh-strain-is-wrapped-and-raised       | pain_onset: sudden, pop_felt: yes, days_since_onset: 2                            | does not fire |
      | straight-knee-work-for-the-gastrocnemius | pain_onset: sudden, pain_site: mid_calf, effect_on_run: kept_running              | fires         |
      | straight-knee-work-for-the-gastrocnemius | pain_onset: sudden, walking: limp, bruise: small                                  | fires         |
      | straight-knee-work-for-the-gastrocnemius | worse_stretch: knee_straight                                                      | does not fire |
      | strain-starts-with-a-still-hold          | age: 40                                                                           | does not fire |
      | strain-starts-with-a-still-hold          | pain_onset: sudden, pain_site: mid_calf, effect_on_run: kept_running              | fires         |
      | strain-starts-with-a-still-hold          | pain_onset: sudden, walking: limp, bruise: small                                  | fires         |
      | strain-starts-with-a-still-hold          | pain_site: deep_low_calf, worse_stretch: knee_bent                                | fires         |
      | tight-calves-run-less-for-now            | pain_site: whole_calf, more_speed: yes, breathless: yes                           | does not fire |
      | tight-calves-run-less-for-now            | soft_sand: yes                                                                    | does not fire |
      | walk-early-after-an-injury               | breathless: yes, pain_onset: sudden, days_since_onset: 2, walking: normal         | does not fire |

    Examples: soreness, cramp and stretching
      | rule                                  | answers                                                                                            | fires or not  |
      | a-cramp-is-stretched-out              | night_cramp: yes, worse_stretch: relieves, pop_felt: yes                                           | does not fire |
      | a-cramp-is-stretched-out              | pain_onset: sudden, worse_stretch: knee_straight, muscle_knot: yes                                 | does not fire |
      | a-stretch-that-feels-good-is-fine     | pain_site: mid_calf, pain_sides: both, weekly_jump: yes, worse_stretch: relieves                   | fires         |
      | a-stretch-that-feels-good-is-fine     | worse_stretch: relieves                                                                            | does not fire |
      | ball-only-when-stretching-is-painless | pain_sides: both, weekly_jump: yes, heel_raise: painless, worse_stretch: relieves, breathless: yes | does not fire |
      | ball-only-when-stretching-is-painless | pain_site: mid_calf, pain_sides: both, weekly_jump: yes, worse_stretch: relieves                   | fires         |
      | ball-only-when-stretching-is-painless | pain_site: whole_calf, more_speed: yes, worse_stretch: neither                                     | fires         |
      | ball-only-when-stretching-is-painless | worse_stretch: relieves                                                                            | does not fire |
      | soreness-likes-massage                | age: 40                                                                                            | does not fire |
      | soreness-likes-massage                | pain_site: whole_calf, pain_sides: both, after_unusual_session: yes, squeeze_test: foot_still      | does not fire |
      | soreness-likes-warmth-and-movement    | pain_site: whole_calf, pain_sides: both, after_unusual_session: yes, squeeze_test: foot_still      | does not fire |
      | stiff-ankle-stretches-the-big-muscle  | ankle_reach: 6, worse_stretch: both                                                                | does not fire |
      | stiff-ankle-stretches-the-big-muscle  | morning_stiffness: yes, run_pattern: eases_when_warm, ankle_reach: 4                               | does not fire |
      | stiff-ankle-stretches-the-deep-muscle | ankle_reach: 6, worse_stretch: both                                                                | does not fire |
      | stiff-ankle-stretches-the-deep-muscle | morning_stiffness: yes, run_pattern: eases_when_warm, ankle_reach: 4                               | does not fire |
      | stiff-ankle-stretches-the-deep-muscle | pop_felt: yes, ankle_reach: 7                                                                      | does not fire |
      | very-sore-muscles-are-only-stroked    | pain_now: 5                                                                                        | does not fire |

    Examples: tendon, shin and bone
      | rule                                   | answers                                                                                                                | fires or not  |
      | a-medicine-may-be-part-of-it           | breathless: yes, statin_change: yes                                                                                    | does not fire |
      | a-medicine-may-be-part-of-it           | statin_change: yes                                                                                                     | fires         |
      | bone-needs-enough-food                 | walking: cannot, missed_periods_low_fuel: yes                                                                          | does not fire |
      | heel-bone-tendon-stays-on-the-floor    | pain_site: heel_back, pop_felt: yes, squeeze_test: foot_still, tendon_pinch: sore_heel                                 | does not fire |
      | heel-bone-tendon-stays-on-the-floor    | pain_site: heel_back, tendon_pinch: sore_heel, fluoroquinolone: yes                                                    | does not fire |
      | heel-lift-for-the-mid-tendon           | pain_onset: gradual, morning_stiffness: yes, run_pattern: eases_when_warm, breathless: yes                             | does not fire |
      | mid-tendon-is-lowered-over-a-step      | pain_site: achilles, pop_felt: yes, morning_stiffness: yes, run_pattern: eases_when_warm                               | does not fire |
      | mid-tendon-is-lowered-over-a-step      | pain_site: achilles, tendon_pinch: sore_mid, episodes: 2, run_pattern: eases_when_warm                                 | does not fire |
      | returning-tendon-pain-is-trained-heavy | pain_onset: gradual, run_pattern: eases_when_warm, tendon_pinch: sore_heel, morning_stiffness: yes, past_achilles: yes | does not fire |
      | returning-tendon-pain-is-trained-heavy | pain_onset: sudden, pain_site: achilles, morning_stiffness: yes, episodes: 2, run_pattern: eases_when_warm, hop: sore  | does not fire |
      | returning-tendon-pain-is-trained-heavy | pain_site: achilles, morning_stiffness: yes, fluoroquinolone: yes, episodes: 2, run_pattern: eases_when_warm           | does not fire |
      | returning-tendon-pain-is-trained-heavy | past_achilles: yes                                                                                                     | does not fire |
      | returning-tendon-pain-is-trained-heavy | past_achilles: yes, morning_stiffness: yes, run_pattern: eases_when_warm                                               | fires         |
      | shin-and-bone-keep-fit-without-impact  | bone_spot: yes                                                                                                         | fires         |
      | shin-and-bone-keep-fit-without-impact  | pain_onset: gradual, pain_site: outer_shin, run_pattern: earlier_each_run, bone_spot: no                               | fires         |
      | shin-and-bone-keep-fit-without-impact  | pain_onset: gradual, pain_site: outer_shin, run_pattern: earlier_each_run                                              | does not fire |
      | shin-and-bone-keep-fit-without-impact  | pain_site: front_shin, bone_spot: no                                                                                   | fires         |
      | shin-and-bone-keep-fit-without-impact  | pain_site: front_shin                                                                                                  | does not fire |
      | shin-and-bone-keep-fit-without-impact  | pain_site: inner_shin                                                                                                  | fires         |
      | shin-band-pain-runs-less               | breathless: yes, pain_site: inner_shin                                                                                 | does not fire |
      | shin-band-pain-runs-less               | pain_onset: gradual                                                                                                    | does not fire |
      | shin-band-pain-runs-less               | pain_onset: sudden, pain_site: inner_shin                                                                              | does not fire |
      | sore-tendon-begins-on-two-legs         | age: 40                                                                                                                | does not fire |
      | sore-tendon-begins-on-two-legs         | pain_site: achilles, fluoroquinolone: yes                                                                              | does not fire |
      | sore-tendon-begins-on-two-legs         | pain_site: achilles, pop_felt: yes                                                                                     | does not fire |
      | sore-tendon-begins-on-two-legs         | pain_site: heel_back, tendon_pinch: sore_heel                                                                          | does not fire |
      | sore-tendon-runs-back-in-short-bits    | age: 40                                                                                                                | does not fire |
      | sore-tendon-runs-back-in-short-bits    | pain_onset: sudden, pain_site: achilles, morning_stiffness: yes, run_pattern: eases_when_warm, hop: sore               | does not fire |
      | sore-tendon-runs-back-in-short-bits    | pain_site: heel_back, tendon_pinch: sore_heel                                                                          | fires         |

    Examples: the way back to running
      | rule                                       | answers                                                                                   | fires or not  |
      | long-way-back-to-running                   | pain_onset: sudden, walking: limp, bruise: small                                          | fires         |
      | long-way-back-to-running                   | pain_site: deep_low_calf, worse_stretch: knee_bent                                        | fires         |
      | long-way-back-to-running                   | pain_site: inner_shin, run_pattern: eases_when_warm                                       | fires         |
      | long-way-back-to-running                   | returned_early: yes                                                                       | fires         |
      | rope-comes-late                            | heel_raise_count: 8                                                                       | does not fire |
      | rope-comes-late                            | pain_site: whole_calf, tendon_pinch: sore_mid, heel_raise_count: 18                       | does not fire |
      | short-way-back-to-running                  | age: 40                                                                                   | does not fire |
      | short-way-back-to-running                  | pain_onset: gradual, run_pattern: creeps_in, weekly_jump: yes                             | does not fire |
      | short-way-back-to-running                  | pain_onset: sudden, pain_site: mid_calf, effect_on_run: kept_running                      | fires         |
      | short-way-back-to-running                  | pain_onset: sudden, pain_site: mid_calf, effect_on_run: kept_running, returned_early: yes | does not fire |
      | short-way-back-to-running                  | pain_onset: sudden, pain_site: upper_inner_calf, worse_stretch: knee_straight             | does not fire |
      | springs-and-short-runs-come-before-running | age: 40                                                                                   | does not fire |
      | springs-and-short-runs-come-before-running | pain_onset: sudden, pain_site: mid_calf, effect_on_run: kept_running                      | fires         |
      | springs-and-short-runs-come-before-running | pain_onset: sudden, walking: limp, bruise: small                                          | fires         |

    Examples: causes
      | rule                                    | answers                                                                                           | fires or not  |
      | forefoot-landing-is-changed-slowly      | leg_swollen: yes, forefoot_change: yes                                                            | does not fire |
      | insoles-are-for-comfort-only            | breathless: yes, orthoses: yes                                                                    | does not fire |
      | load-jump-plans-the-load                | after_unusual_session: yes                                                                        | fires         |
      | load-jump-plans-the-load                | pain_site: inner_shin, weekly_jump: yes                                                           | fires         |
      | load-jump-plans-the-load                | soft_sand: yes                                                                                    | fires         |
      | new-kind-of-shoe-is-phased-in           | breathless: yes, minimalist_shoes: yes                                                            | does not fire |
      | new-kind-of-shoe-is-phased-in           | lower_drop: yes                                                                                   | fires         |
      | new-kind-of-shoe-is-phased-in           | new_shoes: yes                                                                                    | fires         |
      | new-kind-of-shoe-is-phased-in           | plated_shoes: yes                                                                                 | fires         |
      | no-painkillers-to-keep-running          | leg_swollen: yes, kept_running_through: yes                                                       | does not fire |
      | no-single-leg-stand-yet-begins-with-two | balance: cannot, pain_onset: sudden, days_since_onset: 2                                          | does not fire |
      | no-single-leg-stand-yet-begins-with-two | hip_strength: weak                                                                                | fires         |
      | old-shoes-are-looked-at                 | breathless: yes, worn_shoes: yes                                                                  | does not fire |
      | one-pair-gets-company                   | one_pair_only: yes, heel_raise: weak_painless                                                     | does not fire |
      | poor-sleep-gets-better                  | leg_swollen: yes, poor_sleep: yes                                                                 | does not fire |
      | uneven-legs-train-one-at-a-time         | pain_onset: sudden, days_since_onset: 2, leg_difference: some                                     | does not fire |
      | weak-calf-does-heel-raises              | pain_site: achilles, heel_raise_count: 5, pain_onset: sudden                                      | does not fire |
      | weak-calf-does-heel-raises              | pain_site: heel_back, tendon_pinch: sore_heel, heel_raise_count: 5                                | does not fire |
      | weak-calf-does-heel-raises              | tendon_pinch: sore_mid, morning_stiffness: yes, run_pattern: eases_when_warm, heel_raise_count: 1 | does not fire |
      | weak-hips-go-on-to-harder-work          | hip_strength: weak                                                                                | does not fire |
      | wobbly-balance-trains-on-one-leg        | hip_strength: weak, balance: wobbly                                                               | does not fire |
