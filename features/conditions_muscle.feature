Feature: Strains, soreness and cramps of the calf
  A strain, an overworked calf, ordinary soreness and a cramp can all feel tight. The moment it began, the place,
  the stretch that hurts and how fast it eases tell them apart. A larger tear must not pass for a small one.

  Scenario: A snap high on the inner calf that stops the run is likely a partial tear
    Given a runner who answers
      | pain_onset    | sudden           |
      | pop_felt      | yes              |
      | effect_on_run | had_to_stop      |
      | pain_site     | upper_inner_calf |
    When the consultation is concluded
    Then the rule "snap-that-stops-you-in-the-upper-inner-calf-is-a-tear" fires
    And the finding "sudden_tear" is derived
    And the condition "gastrocnemius_strain_2" comes first
    And the condition "gastrocnemius_strain_2" is at least "likely"

  Scenario: A twinge high on the inner calf that lets you run on is likely a small strain
    Given a runner who answers
      | pain_onset    | sudden           |
      | effect_on_run | kept_running     |
      | pain_site     | upper_inner_calf |
      | worse_stretch | knee_straight    |
      | heel_raise    | sore             |
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_1" comes first
    And the condition "gastrocnemius_strain_1" is at least "very likely"

  Scenario: A gap, a large bruise and no step is the picture of a full tear
    Given a runner who answers
      | pain_onset | sudden           |
      | pop_felt   | yes              |
      | pain_site  | upper_inner_calf |
      | muscle_gap | yes              |
      | bruise     | large            |
      | walking    | cannot           |
    When the consultation is concluded
    Then the condition "gastrocnemius_strain_3" comes first
    And the condition "gastrocnemius_strain_3" is at least "very likely"
    And the triage is at least "same_day"

  Scenario: A deep ache that creeps in and a stretch that hurts with the knee bent are likely the soleus
    Given a runner who answers
      | pain_onset    | gradual       |
      | pain_site     | deep_low_calf |
      | run_pattern   | creeps_in     |
      | worse_stretch | knee_bent     |
    When the consultation is concluded
    Then the condition "soleus_strain" comes first
    And the condition "soleus_strain" is at least "very likely"
    And the condition "gastrocnemius_strain_1" is at most "unlikely"

  Scenario: Both calves sore in the days after a new session are likely ordinary soreness
    Given a runner who answers
      | pain_sides            | both          |
      | after_unusual_session | yes           |
      | pain_onset            | hours_to_days |
    When the consultation is concluded
    Then the finding "both_calves_after_new_session" is derived
    And the condition "delayed_onset_soreness" comes first
    And the condition "delayed_onset_soreness" is at least "likely"

  Scenario: Two tight calves after a jump in distance are likely overworked
    Given a runner who answers
      | pain_sides  | both       |
      | pain_onset  | gradual    |
      | pain_site   | whole_calf |
      | weekly_jump | yes        |
    When the consultation is concluded
    Then the finding "load_went_up" is derived
    And the condition "load_related_tightness" comes first
    And the condition "load_related_tightness" is at least "likely"

  Scenario: A knot late in a race that a stretch relieves is likely a cramp
    Given a runner who answers
      | pain_onset    | sudden              |
      | muscle_knot   | yes                 |
      | run_pattern   | late_in_hard_effort |
      | worse_stretch | relieves            |
      | effect_on_run | had_to_stop         |
    When the consultation is concluded
    Then the finding "sudden_tear" is not derived
    And the condition "exercise_cramp" comes first
    And the condition "exercise_cramp" is at least "very likely"

  Scenario: A cramp in bed that a stretch relieves is likely a night cramp
    Given a runner who answers
      | night_cramp   | yes      |
      | worse_stretch | relieves |
      | pain_onset    | sudden   |
    When the consultation is concluded
    Then the condition "night_cramp" comes first
    And the condition "night_cramp" is at least "likely"

  Scenario Outline: Findings that the story gives
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                          | answers                                                                  | fires or not  |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pain_onset: sudden, effect_on_run: had_to_stop                           | fires         |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pain_onset: sudden, effect_on_run: kept_running                          | does not fire |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pain_onset: gradual, effect_on_run: had_to_stop                          | does not fire |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pop_felt: yes                                                            | fires         |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pop_felt: no                                                             | does not fire |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pain_onset: sudden, tendon_gap: yes                                      | fires         |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pain_onset: sudden, muscle_gap: yes                                      | fires         |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pain_onset: gradual, muscle_gap: yes                                     | does not fire |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pain_onset: sudden, effect_on_run: had_to_stop, muscle_knot: yes         | does not fire |
      | pop-gap-or-forced-stop-is-a-sudden-injury     | pain_onset: sudden, effect_on_run: had_to_stop, worse_stretch: relieves  | does not fire |
      | sudden-pain-within-three-days-is-fresh        | pain_onset: sudden, days_since_onset: 3                                  | fires         |
      | sudden-pain-within-three-days-is-fresh        | pain_onset: sudden, days_since_onset: 4                                  | does not fire |
      | sudden-pain-within-three-days-is-fresh        | pain_onset: gradual, days_since_onset: 3                                 | does not fire |
      | both-calves-sore-after-a-new-session          | pain_sides: both, after_unusual_session: yes                             | fires         |
      | both-calves-sore-after-a-new-session          | pain_sides: one, after_unusual_session: yes                              | does not fire |
      | both-calves-sore-after-a-new-session          | pain_sides: both, after_unusual_session: no                              | does not fire |
      | both-calves-sore-after-a-new-session          | pain_sides: both, after_unusual_session: yes, pain_onset: sudden         | does not fire |
      | both-calves-sore-after-a-new-session          | pain_sides: both, after_unusual_session: yes, pain_onset: only_on_effort | does not fire |
      | more-or-new-work-raises-the-load              | new_to_running: yes                                                      | fires         |
      | more-or-new-work-raises-the-load              | weekly_jump: yes                                                         | fires         |
      | more-or-new-work-raises-the-load              | longest_run_jump: 10_to_30                                               | fires         |
      | more-or-new-work-raises-the-load              | longest_run_jump: no_more_than_10                                        | does not fire |
      | more-or-new-work-raises-the-load              | more_speed: yes                                                          | fires         |
      | more-or-new-work-raises-the-load              | more_hills: yes                                                          | fires         |
      | more-or-new-work-raises-the-load              | jumping_start: yes                                                       | fires         |
      | more-or-new-work-raises-the-load              | soft_sand: yes                                                           | fires         |
      | more-or-new-work-raises-the-load              | returned_early: yes                                                      | fires         |
      | more-or-new-work-raises-the-load              | weekly_jump: no                                                          | does not fire |
      | more-or-new-work-raises-the-load              | longest_run_jump: 30_to_100                                              | fires         |
      | more-or-new-work-raises-the-load              | longest_run_jump: over_100                                               | fires         |
      | flat-shoes-or-forefoot-running-raise-the-load | minimalist_shoes: yes                                                    | fires         |
      | flat-shoes-or-forefoot-running-raise-the-load | lower_drop: yes                                                          | fires         |
      | flat-shoes-or-forefoot-running-raise-the-load | new_shoes: yes                                                           | fires         |
      | flat-shoes-or-forefoot-running-raise-the-load | forefoot_change: yes                                                     | fires         |
      | flat-shoes-or-forefoot-running-raise-the-load | new_shoes: no                                                            | does not fire |
      | pain-in-the-belly-of-the-calf                 | pain_site: whole_calf                                                    | fires         |
      | pain-in-the-belly-of-the-calf                 | pain_site: upper_inner_calf                                              | fires         |
      | pain-in-the-belly-of-the-calf                 | pain_site: behind_knee                                                   | does not fire |
      | pain-in-the-belly-of-the-calf                 | pain_site: achilles                                                      | does not fire |
      | pain-in-the-belly-of-the-calf                 | pain_site: mid_calf                                                      | fires         |
      | pain-in-the-belly-of-the-calf                 | pain_site: deep_low_calf                                                 | fires         |
      | pain-in-the-belly-of-the-calf                 | pain_site: outer_calf                                                    | fires         |
      | pain-on-the-tendon-the-heel-or-the-shin       | pain_site: achilles                                                      | fires         |
      | pain-on-the-tendon-the-heel-or-the-shin       | pain_site: heel_back                                                     | fires         |
      | pain-on-the-tendon-the-heel-or-the-shin       | pain_site: inner_shin                                                    | fires         |
      | pain-on-the-tendon-the-heel-or-the-shin       | pain_site: front_shin                                                    | fires         |
      | pain-on-the-tendon-the-heel-or-the-shin       | pain_site: outer_shin                                                    | fires         |
      | pain-on-the-tendon-the-heel-or-the-shin       | pain_site: deep_low_calf                                                 | does not fire |
      | pain-on-the-tendon-the-heel-or-the-shin       | pain_site: behind_knee                                                   | does not fire |
      | pain-that-is-not-at-the-tendon                | pain_site: mid_calf                                                      | fires         |
      | pain-that-is-not-at-the-tendon                | pain_site: behind_knee                                                   | fires         |
      | pain-that-is-not-at-the-tendon                | pain_site: inner_shin                                                    | fires         |
      | pain-that-is-not-at-the-tendon                | pain_site: front_shin                                                    | fires         |
      | pain-that-is-not-at-the-tendon                | pain_site: outer_shin                                                    | fires         |
      | pain-that-is-not-at-the-tendon                | pain_site: whole_leg                                                     | fires         |
      | pain-that-is-not-at-the-tendon                | pain_site: achilles                                                      | does not fire |
      | pain-that-is-not-at-the-tendon                | pain_site: heel_back                                                     | does not fire |
      | pain-on-the-outer-calf-or-shin                | pain_site: outer_calf                                                    | fires         |
      | pain-on-the-outer-calf-or-shin                | pain_site: outer_shin                                                    | fires         |
      | pain-on-the-outer-calf-or-shin                | pain_site: mid_calf                                                      | does not fire |
      | pain-on-the-inner-or-front-shin               | pain_site: inner_shin                                                    | fires         |
      | pain-on-the-inner-or-front-shin               | pain_site: front_shin                                                    | fires         |
      | pain-on-the-inner-or-front-shin               | pain_site: outer_shin                                                    | does not fire |

  Scenario Outline: How far a strain goes
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                  | answers                                                                              | fires or not  |
      | pop-points-to-a-partial-or-full-tear                  | pop_felt: yes                                                                        | fires         |
      | pop-points-to-a-partial-or-full-tear                  | pop_felt: no                                                                         | does not fire |
      | snap-that-stops-you-in-the-upper-inner-calf-is-a-tear | pain_site: upper_inner_calf, pop_felt: yes, effect_on_run: kept_running              | does not fire |
      | snap-that-stops-you-in-the-upper-inner-calf-is-a-tear | pain_site: mid_calf, pop_felt: yes, effect_on_run: had_to_stop                       | does not fire |
      | snap-that-stops-you-in-the-upper-inner-calf-is-a-tear | pain_site: upper_inner_calf, pop_felt: no, effect_on_run: had_to_stop                | does not fire |
      | sudden-pain-that-stops-the-run-is-more-than-a-twinge  | pain_onset: sudden, effect_on_run: had_to_stop                                       | fires         |
      | sudden-pain-that-stops-the-run-is-more-than-a-twinge  | pain_onset: gradual, effect_on_run: had_to_stop                                      | does not fire |
      | sudden-pain-that-stops-the-run-is-more-than-a-twinge  | pop_felt: yes, effect_on_run: kept_running                                           | does not fire |
      | sudden-pain-you-can-run-on-with-is-a-small-strain     | pain_onset: sudden, effect_on_run: kept_running                                      | fires         |
      | sudden-pain-you-can-run-on-with-is-a-small-strain     | pain_onset: sudden, effect_on_run: had_to_stop                                       | does not fire |
      | sudden-pain-you-can-run-on-with-is-a-small-strain     | pain_onset: gradual, effect_on_run: kept_running                                     | does not fire |
      | limping-after-a-sudden-pain-is-more-than-a-twinge     | pain_onset: sudden, walking: limp                                                    | fires         |
      | limping-after-a-sudden-pain-is-more-than-a-twinge     | pain_onset: sudden, walking: normal                                                  | does not fire |
      | limping-after-a-sudden-pain-is-more-than-a-twinge     | pain_onset: gradual, walking: limp                                                   | does not fire |
      | no-steps-after-a-sudden-pain-is-a-large-tear          | pain_onset: sudden, walking: cannot                                                  | fires         |
      | no-steps-after-a-sudden-pain-is-a-large-tear          | pain_onset: sudden, walking: limp                                                    | does not fire |
      | no-steps-after-a-sudden-pain-is-a-large-tear          | pain_onset: hours_to_days, walking: cannot                                           | does not fire |
      | gap-in-the-muscle-is-a-large-tear                     | muscle_gap: yes                                                                      | fires         |
      | gap-in-the-muscle-is-a-large-tear                     | muscle_gap: no                                                                       | does not fire |
      | bruise-after-a-sudden-pain-is-a-torn-muscle           | pain_onset: sudden, bruise: small                                                    | fires         |
      | bruise-after-a-sudden-pain-is-a-torn-muscle           | pain_onset: sudden, bruise: large                                                    | fires         |
      | bruise-after-a-sudden-pain-is-a-torn-muscle           | pain_onset: sudden, bruise: none                                                     | does not fire |
      | bruise-after-a-sudden-pain-is-a-torn-muscle           | pain_onset: gradual, bruise: small                                                   | does not fire |
      | large-bruise-is-a-large-tear                          | bruise: large                                                                        | fires         |
      | large-bruise-is-a-large-tear                          | bruise: small                                                                        | does not fire |
      | sore-raise-in-the-calf-fits-a-small-strain            | heel_raise: sore, pain_site: mid_calf                                                | fires         |
      | sore-raise-in-the-calf-fits-a-small-strain            | heel_raise: painless, pain_site: mid_calf                                            | does not fire |
      | sore-raise-in-the-calf-fits-a-small-strain            | heel_raise: sore, pain_site: achilles                                                | does not fire |
      | no-raise-after-a-sudden-pain-is-a-larger-tear         | pain_onset: sudden, heel_raise: cannot                                               | fires         |
      | no-raise-after-a-sudden-pain-is-a-larger-tear         | pain_onset: sudden, heel_raise: sore                                                 | does not fire |
      | no-raise-after-a-sudden-pain-is-a-larger-tear         | pain_onset: gradual, heel_raise: cannot                                              | does not fire |
      | weak-painless-tiptoe-is-not-a-strain                  | heel_raise: weak_painless                                                            | fires         |
      | weak-painless-tiptoe-is-not-a-strain                  | heel_raise: sore                                                                     | does not fire |
      | painless-raise-speaks-against-a-fresh-tear            | heel_raise: painless                                                                 | fires         |
      | painless-raise-speaks-against-a-fresh-tear            | heel_raise: weak_painless                                                            | does not fire |
      | tightness-only-on-stretching-may-be-a-small-strain    | pain_feel: tight, worse_stretch: knee_straight, effect_on_run: kept_running          | fires         |
      | tightness-only-on-stretching-may-be-a-small-strain    | pain_feel: tight, worse_stretch: knee_bent, effect_on_run: not_running_then          | fires         |
      | tightness-only-on-stretching-may-be-a-small-strain    | pain_feel: tight, worse_stretch: neither, effect_on_run: kept_running                | does not fire |
      | tightness-only-on-stretching-may-be-a-small-strain    | pain_feel: sharp, worse_stretch: knee_straight, effect_on_run: kept_running          | does not fire |
      | tightness-only-on-stretching-may-be-a-small-strain    | pain_feel: tight, worse_stretch: knee_straight, effect_on_run: had_to_stop           | does not fire |
      | tightness-only-on-stretching-may-be-a-small-strain    | pain_feel: tight, worse_stretch: both, effect_on_run: kept_running, pain_sides: both | does not fire |
      | tightness-only-on-stretching-may-be-a-small-strain    | pain_feel: tight, worse_stretch: both, effect_on_run: kept_running                   | fires         |
      | earlier-calf-strain-makes-another-more-likely         | past_calf_strain: yes                                                                | fires         |
      | earlier-calf-strain-makes-another-more-likely         | past_calf_strain: no                                                                 | does not fire |
      | earlier-calf-strain-makes-another-more-likely         | past_calf_strain: yes, pain_site: heel_back                                          | does not fire |
      | past-forty-the-calf-is-strained-more-often            | age: 40, pop_felt: yes                                                               | fires         |
      | past-forty-the-calf-is-strained-more-often            | age: 39, pop_felt: yes                                                               | does not fire |
      | past-forty-the-calf-is-strained-more-often            | age: 40, pain_site: mid_calf, pain_onset: gradual                                    | fires         |
      | past-forty-the-calf-is-strained-more-often            | age: 40, pain_site: mid_calf, pain_onset: hours_to_days                              | does not fire |
      | past-forty-the-calf-is-strained-more-often            | age: 40, pain_site: inner_shin, pain_onset: gradual                                  | does not fire |
      | past-forty-the-calf-is-strained-more-often            | age: 40, pain_site: mid_calf, pain_onset: sudden                                     | fires         |
      | pain-that-grows-after-a-tear-may-be-a-bleed           | pop_felt: yes, course: worse                                                         | fires         |
      | pain-that-grows-after-a-tear-may-be-a-bleed           | pop_felt: yes, course: same                                                          | does not fire |
      | pain-that-grows-after-a-tear-may-be-a-bleed           | pop_felt: no, course: worse                                                          | does not fire |
      | blood-thinner-makes-a-bleed-more-likely               | anticoagulant: yes, bruise: small                                                    | fires         |
      | blood-thinner-makes-a-bleed-more-likely               | anticoagulant: yes, pop_felt: yes                                                    | fires         |
      | blood-thinner-makes-a-bleed-more-likely               | anticoagulant: yes, leg_swollen: yes                                                 | fires         |
      | blood-thinner-makes-a-bleed-more-likely               | anticoagulant: yes, bruise: none                                                     | does not fire |
      | blood-thinner-makes-a-bleed-more-likely               | anticoagulant: no, bruise: small                                                     | does not fire |
      | blood-thinner-makes-a-bleed-more-likely               | anticoagulant: yes, bruise: large                                                    | fires         |
      | lasting-swelling-after-a-tear-may-be-a-bleed          | pain_onset: sudden, leg_swollen: yes                                                 | fires         |
      | lasting-swelling-after-a-tear-may-be-a-bleed          | pain_onset: sudden, leg_swollen: no                                                  | does not fire |
      | lasting-swelling-after-a-tear-may-be-a-bleed          | pain_onset: gradual, leg_swollen: yes                                                | does not fire |

  Scenario Outline: Which calf muscle
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                  | answers                                            | fires or not  |
      | pain-on-straight-knee-stretch-points-to-gastrocnemius | worse_stretch: knee_straight                       | fires         |
      | pain-on-straight-knee-stretch-points-to-gastrocnemius | worse_stretch: knee_bent                           | does not fire |
      | pain-on-bent-knee-stretch-points-to-soleus            | worse_stretch: knee_bent                           | fires         |
      | pain-on-bent-knee-stretch-points-to-soleus            | worse_stretch: both                                | does not fire |
      | ache-that-creeps-in-at-steady-pace-points-to-soleus   | run_pattern: creeps_in                             | fires         |
      | ache-that-creeps-in-at-steady-pace-points-to-soleus   | run_pattern: earlier_each_run                      | does not fire |
      | ache-that-creeps-in-at-steady-pace-points-to-soleus   | run_pattern: creeps_in, pain_site: achilles        | does not fire |
      | pain-from-one-moment-on-points-to-gastrocnemius       | run_pattern: since_one_moment                      | fires         |
      | pain-from-one-moment-on-points-to-gastrocnemius       | run_pattern: creeps_in                             | does not fire |
      | pain-from-one-moment-on-points-to-gastrocnemius       | run_pattern: since_one_moment, pain_site: achilles | does not fire |

  Scenario Outline: Overworked, sore or cramped
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                        | answers                                                                         | fires or not  |
      | load-rise-before-a-slow-ache-is-overwork                    | more_hills: yes                                                                 | fires         |
      | load-rise-before-a-slow-ache-is-overwork                    | more_hills: no                                                                  | does not fire |
      | load-rise-before-a-slow-ache-is-overwork                    | more_hills: yes, pain_onset: sudden                                             | does not fire |
      | load-rise-before-a-slow-ache-is-overwork                    | more_hills: yes, pop_felt: yes                                                  | does not fire |
      | load-rise-before-a-slow-ache-is-overwork                    | more_hills: yes, pain_site: inner_shin                                          | does not fire |
      | load-rise-before-a-slow-ache-is-overwork                    | more_hills: yes, pain_site: behind_knee                                         | does not fire |
      | tight-feeling-fits-an-overworked-calf                       | pain_feel: tight, worse_stretch: neither                                        | fires         |
      | tight-feeling-fits-an-overworked-calf                       | pain_feel: tight, worse_stretch: both                                           | does not fire |
      | tight-feeling-fits-an-overworked-calf                       | pain_feel: burning, worse_stretch: neither                                      | does not fire |
      | tight-feeling-fits-an-overworked-calf                       | pain_feel: tight, worse_stretch: relieves                                       | fires         |
      | tightness-gone-within-a-day-is-overwork                     | ease_time: hours, pain_site: whole_calf                                         | fires         |
      | tightness-gone-within-a-day-is-overwork                     | ease_time: days, pain_site: whole_calf                                          | does not fire |
      | tightness-gone-within-a-day-is-overwork                     | ease_time: hours, pain_site: inner_shin                                         | does not fire |
      | pain-that-stays-for-days-is-more-than-tightness             | ease_time: days                                                                 | fires         |
      | pain-that-stays-for-days-is-more-than-tightness             | ease_time: not_at_all                                                           | fires         |
      | pain-that-stays-for-days-is-more-than-tightness             | ease_time: hours                                                                | does not fire |
      | ache-that-does-not-follow-running-is-not-overload           | run_pattern: unrelated                                                          | fires         |
      | ache-that-does-not-follow-running-is-not-overload           | run_pattern: creeps_in                                                          | does not fire |
      | both-calves-after-a-new-session-are-ordinary-soreness       | pain_sides: both, after_unusual_session: yes                                    | fires         |
      | both-calves-after-a-new-session-are-ordinary-soreness       | pain_sides: one, after_unusual_session: yes                                     | does not fire |
      | both-calves-after-a-new-session-are-ordinary-soreness       | pain_sides: both, after_unusual_session: yes, pain_site: inner_shin             | does not fire |
      | soreness-that-eases-once-warm-fits-the-days-after-a-session | after_unusual_session: yes, run_pattern: eases_when_warm, pain_site: whole_calf | fires         |
      | soreness-that-eases-once-warm-fits-the-days-after-a-session | after_unusual_session: no, run_pattern: eases_when_warm, pain_site: whole_calf  | does not fire |
      | soreness-that-eases-once-warm-fits-the-days-after-a-session | after_unusual_session: yes, run_pattern: creeps_in, pain_site: whole_calf       | does not fire |
      | soreness-that-eases-once-warm-fits-the-days-after-a-session | after_unusual_session: yes, run_pattern: eases_when_warm, pain_site: achilles   | does not fire |
      | soreness-beyond-a-week-is-not-ordinary                      | days_since_onset: 8                                                             | fires         |
      | soreness-beyond-a-week-is-not-ordinary                      | days_since_onset: 7                                                             | does not fire |
      | soreness-beyond-a-week-is-not-ordinary                      | no_better_two_weeks: yes                                                        | fires         |
      | soreness-beyond-a-week-is-not-ordinary                      | no_better_two_weeks: no                                                         | does not fire |
      | one-sore-calf-is-not-ordinary-soreness                      | pain_sides: one                                                                 | fires         |
      | one-sore-calf-is-not-ordinary-soreness                      | pain_sides: both                                                                | does not fire |
      | both-calves-fit-overwork-better-than-a-strain               | pain_sides: both                                                                | fires         |
      | both-calves-fit-overwork-better-than-a-strain               | pain_sides: one                                                                 | does not fire |
      | both-calves-fit-overwork-better-than-a-strain               | pain_sides: both, pain_site: achilles                                           | does not fire |
      | hard-knot-that-lets-go-is-a-cramp                           | muscle_knot: yes                                                                | fires         |
      | hard-knot-that-lets-go-is-a-cramp                           | muscle_knot: no                                                                 | does not fire |
      | hard-knot-that-lets-go-is-a-cramp                           | muscle_knot: yes, ease_time: days                                               | does not fire |
      | hard-knot-that-lets-go-is-a-cramp                           | muscle_knot: yes, night_cramp: yes                                              | does not fire |
      | hard-knot-that-lets-go-is-a-cramp                           | muscle_knot: yes, ease_time: not_at_all                                         | does not fire |
      | pain-late-in-a-hard-effort-fits-a-cramp                     | run_pattern: late_in_hard_effort                                                | fires         |
      | pain-late-in-a-hard-effort-fits-a-cramp                     | run_pattern: same_distance                                                      | does not fire |
      | cramp-that-a-stretch-relieves                               | worse_stretch: relieves                                                         | fires         |
      | cramp-that-a-stretch-relieves                               | worse_stretch: neither                                                          | does not fire |
      | cramping-feeling-fits-a-cramp                               | pain_feel: cramp                                                                | fires         |
      | cramping-feeling-fits-a-cramp                               | pain_feel: tight                                                                | does not fire |
      | cramp-in-bed-is-a-night-cramp                               | night_cramp: yes                                                                | fires         |
      | cramp-in-bed-is-a-night-cramp                               | night_cramp: no                                                                 | does not fire |
      | sudden-pain-away-from-running-with-night-cramps             | night_cramp: yes, pain_onset: sudden                                            | fires         |
      | sudden-pain-away-from-running-with-night-cramps             | night_cramp: no, pain_onset: sudden                                             | does not fire |
      | sudden-pain-away-from-running-with-night-cramps             | night_cramp: yes, pain_onset: gradual                                           | does not fire |
      | sudden-pain-away-from-running-with-night-cramps             | night_cramp: yes, pain_onset: sudden, effect_on_run: had_to_stop                | does not fire |
      | sudden-pain-away-from-running-with-night-cramps             | night_cramp: yes, pain_onset: sudden, pop_felt: yes                             | does not fire |
      | sudden-pain-away-from-running-with-night-cramps             | night_cramp: yes, pain_onset: sudden, effect_on_run: kept_running               | does not fire |
      | past-sixty-night-cramps-are-common                          | age: 60, night_cramp: yes                                                       | fires         |
      | past-sixty-night-cramps-are-common                          | age: 59, night_cramp: yes                                                       | does not fire |
      | past-sixty-night-cramps-are-common                          | age: 60, night_cramp: no                                                        | does not fire |
      | swollen-or-discoloured-leg-does-not-fit-soreness            | leg_swollen: yes                                                                | fires         |
      | swollen-or-discoloured-leg-does-not-fit-soreness            | whole_leg_swollen: yes                                                          | fires         |
      | swollen-or-discoloured-leg-does-not-fit-soreness            | pitting: yes                                                                    | fires         |
      | swollen-or-discoloured-leg-does-not-fit-soreness            | leg_warm: yes                                                                   | fires         |
      | swollen-or-discoloured-leg-does-not-fit-soreness            | leg_discoloured: yes                                                            | fires         |
      | swollen-or-discoloured-leg-does-not-fit-soreness            | leg_swollen: no                                                                 | does not fire |
