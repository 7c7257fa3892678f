Feature: Training load as a cause
  One run far beyond the last month is the load error with the best proof. The weekly 10 % rule and the ratio of the last
  week to the weeks before have not held up in runners, and the rules say so.

  Scenario: A run more than twice as long, and a pain that grew
    Given a runner who answers
      | longest_run_jump | over_100 |
      | pain_onset       | gradual  |
    When the consultation is concluded
    Then the rule "a-run-more-than-twice-as-long" fires
    And the rule "a-long-run-and-a-pain-that-builds" fires
    And the cause "load_spike" is at least "likely"
    And the cause "load_spike" comes first

  Scenario: A run a little longer than usual is only possible
    Given a runner who answers
      | longest_run_jump | 10_to_30 |
      | pain_onset       | gradual  |
    When the consultation is concluded
    Then the rule "a-run-more-than-twice-as-long" does not fire
    And the rule "a-run-longer-than-the-last-month" fires
    And the cause "load_spike" is at least "possible"
    And the cause "load_spike" is at most "possible"
    And the cause "load_spike" comes first

  Scenario: No long run, no spike
    Given a runner who answers
      | longest_run_jump | no_more_than_10 |
      | pain_onset       | gradual         |
    When the consultation is concluded
    Then the rule "a-run-longer-than-the-last-month" does not fire
    And the rule "a-long-run-and-a-pain-that-builds" does not fire
    And the rule "no-run-was-much-longer" fires
    And the cause "load_spike" is at most "unlikely"

  Scenario: More kilometres a week are not to blame in themselves
    Given a runner who answers
      | weekly_jump | yes      |
      | pain_site   | mid_calf |
    When the consultation is concluded
    Then the rule "weekly-distance-is-not-to-blame" fires
    And the rule "weekly-jump-and-inner-shin-pain" does not fire
    And the cause "weekly_increase" is at most "unlikely"

  Scenario: At the inner shin a big weekly jump may play a part
    Given a runner who answers
      | weekly_jump | yes        |
      | pain_site   | inner_shin |
    When the consultation is concluded
    Then the rule "weekly-jump-and-inner-shin-pain" fires
    And the cause "weekly_increase" is at least "possible"
    And the cause "weekly_increase" is at most "possible"

  Scenario Outline: Rules on load
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: The longest run
      | rule                              | answers                                                | fires or not  |
      | a-run-more-than-twice-as-long     | longest_run_jump: 30_to_100                            | does not fire |
      | a-run-longer-than-the-last-month  | longest_run_jump: 30_to_100                            | fires         |
      | a-run-longer-than-the-last-month  | longest_run_jump: over_100                             | does not fire |
      | a-long-run-and-a-pain-that-builds | longest_run_jump: 30_to_100, pain_onset: hours_to_days | fires         |
      | a-long-run-and-a-pain-that-builds | longest_run_jump: 10_to_30, pain_onset: only_on_effort | fires         |
      | a-long-run-and-a-pain-that-builds | longest_run_jump: over_100, pain_onset: sudden         | does not fire |
      | a-long-run-and-a-pain-that-builds | pain_onset: gradual                                    | does not fire |
      | no-run-was-much-longer            | longest_run_jump: 10_to_30                             | does not fire |

    Examples: Weekly distance
      | rule                            | answers                                | fires or not  |
      | weekly-distance-is-not-to-blame | weekly_jump: no                        | does not fire |
      | weekly-jump-and-inner-shin-pain | weekly_jump: no, pain_site: inner_shin | does not fire |

    Examples: Intensity
      | rule                                      | answers                                        | fires or not  |
      | faster-running-loads-the-calf             | more_speed: yes                                | fires         |
      | faster-running-loads-the-calf             | more_speed: no                                 | does not fire |
      | hills-may-load-the-calf                   | more_hills: yes                                | fires         |
      | hills-may-load-the-calf                   | more_hills: no                                 | does not fire |
      | jumps-load-the-tendon                     | jumping_start: yes                             | fires         |
      | jumps-load-the-tendon                     | jumping_start: no                              | does not fire |
      | a-new-hard-session-just-before            | after_unusual_session: yes                     | fires         |
      | a-new-hard-session-just-before            | after_unusual_session: no                      | does not fire |
      | the-hard-session-was-speed-hills-or-jumps | after_unusual_session: yes, more_speed: yes    | fires         |
      | the-hard-session-was-speed-hills-or-jumps | after_unusual_session: yes, more_hills: yes    | fires         |
      | the-hard-session-was-speed-hills-or-jumps | after_unusual_session: yes, jumping_start: yes | fires         |
      | the-hard-session-was-speed-hills-or-jumps | after_unusual_session: yes                     | does not fire |
      | the-hard-session-was-speed-hills-or-jumps | after_unusual_session: no, more_speed: yes     | does not fire |

    Examples: New to running
      | rule                           | answers                                                          | fires or not  |
      | new-runners-are-still-adapting | new_to_running: yes                                              | fires         |
      | new-runners-are-still-adapting | running_years: 0.4                                               | fires         |
      | new-runners-are-still-adapting | running_years: 0.5                                               | does not fire |
      | new-runners-are-still-adapting | new_to_running: no                                               | does not fire |
      | typical-pain-of-a-new-runner   | new_to_running: yes, pain_sides: both, pain_onset: hours_to_days | fires         |
      | typical-pain-of-a-new-runner   | running_years: 0.4, pain_site: inner_shin                        | fires         |
      | typical-pain-of-a-new-runner   | new_to_running: yes, pain_site: achilles                         | fires         |
      | typical-pain-of-a-new-runner   | new_to_running: yes, pain_site: heel_back                        | fires         |
      | typical-pain-of-a-new-runner   | running_years: 0.5, pain_site: inner_shin                        | does not fire |
      | typical-pain-of-a-new-runner   | new_to_running: no, pain_site: achilles                          | does not fire |
      | typical-pain-of-a-new-runner   | new_to_running: yes, pain_site: mid_calf                         | does not fire |
      | typical-pain-of-a-new-runner   | new_to_running: yes, pain_sides: one, pain_onset: hours_to_days  | does not fire |
      | typical-pain-of-a-new-runner   | new_to_running: yes, pain_sides: both, pain_onset: sudden        | does not fire |

    Examples: Soft sand
      | rule                                 | answers                             | fires or not  |
      | soft-sand-makes-the-calf-push-harder | soft_sand: yes                      | fires         |
      | soft-sand-makes-the-calf-push-harder | soft_sand: no                       | does not fire |
      | soft-sand-and-a-sore-tendon          | soft_sand: yes, pain_site: achilles | fires         |
      | soft-sand-and-a-sore-tendon          | soft_sand: yes, pain_site: mid_calf | does not fire |
      | soft-sand-and-a-sore-tendon          | soft_sand: no, pain_site: achilles  | does not fire |

    Examples: Running on through pain
      | rule                                      | answers                                                                                                | fires or not  |
      | running-on-keeps-it-sore                  | kept_running_through: yes                                                                              | fires         |
      | running-on-keeps-it-sore                  | kept_running_through: no                                                                               | does not fire |
      | running-on-above-the-pain-limit           | kept_running_through: yes, pain_now: 6                                                                 | fires         |
      | running-on-above-the-pain-limit           | kept_running_through: yes, pain_now: 5                                                                 | does not fire |
      | running-on-above-the-pain-limit           | kept_running_through: no, pain_now: 6                                                                  | does not fire |
      | a-sore-tendon-bears-running-within-limits | kept_running_through: yes, pain_now: 5, pain_onset: gradual, pain_site: achilles                       | fires         |
      | a-sore-tendon-bears-running-within-limits | kept_running_through: yes, pain_now: 6, pain_onset: gradual, pain_site: achilles                       | does not fire |
      | a-sore-tendon-bears-running-within-limits | kept_running_through: yes, pain_now: 5, pain_onset: hours_to_days, pain_site: achilles                 | does not fire |
      | a-sore-tendon-bears-running-within-limits | kept_running_through: yes, pain_now: 5, pain_onset: gradual, pain_site: mid_calf                       | does not fire |
      | a-sore-tendon-bears-running-within-limits | kept_running_through: no, pain_now: 5, pain_onset: gradual, pain_site: achilles                        | does not fire |
      | a-sore-tendon-bears-running-within-limits | kept_running_through: yes, pain_now: 5, pain_onset: gradual, pain_site: achilles, pop_felt: yes        | does not fire |
      | a-sore-tendon-bears-running-within-limits | kept_running_through: yes, pain_now: 5, pain_onset: gradual, pain_site: achilles, fluoroquinolone: yes | does not fire |

  Scenario Outline: How far a fact about load goes
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "<cause>" is at least "<at least>"
    And the cause "<cause>" is at most "<at most>"

    Examples:
      | cause                | answers                                        | at least | at most  |
      | load_spike           | longest_run_jump: over_100, pain_onset: sudden | possible | possible |
      | load_spike           | longest_run_jump: 30_to_100                    | possible | possible |
      | intensity_jump       | more_speed: yes                                | possible | possible |
      | intensity_jump       | more_hills: yes                                | possible | possible |
      | intensity_jump       | more_speed: yes, after_unusual_session: yes    | likely   | likely   |
      | new_runner           | new_to_running: yes                            | possible | possible |
      | sand_running         | soft_sand: yes, pain_site: achilles            | possible | possible |
      | running_through_pain | kept_running_through: yes, pain_now: 7         | possible | possible |

  Scenario: Running on within the pain limit is not blamed for a sore tendon
    Given a runner who answers "kept_running_through: yes, pain_now: 3, pain_onset: gradual, pain_site: achilles"
    When the consultation is concluded
    Then the cause "running_through_pain" is at most "unlikely"
