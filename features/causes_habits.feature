Feature: Habits as a cause
  Sleep and warm-up have weak evidence. Stretching and thirst have evidence against them, and the rules tell the runner so.

  Scenario Outline: Rules on habits
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                        | answers                                     | fires or not  |
      | poor-sleepers-report-more-injuries          | poor_sleep: yes                             | fires         |
      | poor-sleepers-report-more-injuries          | poor_sleep: no                              | does not fire |
      | thirst-is-not-proven-to-hurt-calves         | dehydrated_heat: yes                        | fires         |
      | thirst-is-not-proven-to-hurt-calves         | dehydrated_heat: no                         | does not fire |
      | a-missed-warm-up-may-matter-a-little        | missed_warm_up: yes                         | fires         |
      | a-missed-warm-up-may-matter-a-little        | missed_warm_up: no                          | does not fire |
      | stretching-before-a-run-makes-no-difference | stretch_before_runs: yes                    | fires         |
      | stretching-before-a-run-makes-no-difference | stretch_before_runs: no                     | does not fire |
      | socks-are-worn-because-it-hurts             | compression_socks: yes, pain_site: achilles | fires         |
      | socks-are-worn-because-it-hurts             | compression_socks: yes, pain_site: mid_calf | does not fire |
      | socks-are-worn-because-it-hurts             | compression_socks: no, pain_site: achilles  | does not fire |

  Scenario Outline: Weak evidence makes a habit possible at most
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "<cause>" is at least "possible"
    And the cause "<cause>" is at most "possible"

    Examples:
      | cause       | answers             |
      | short_sleep | poor_sleep: yes     |
      | no_warm_up  | missed_warm_up: yes |

  Scenario Outline: What the studies do not support stays unlikely
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "<cause>" is at most "unlikely"

    Examples:
      | cause                  | answers                                     |
      | dehydration            | dehydrated_heat: yes                        |
      | stretching_before_runs | stretch_before_runs: yes                    |
      | compression_sock_use   | compression_socks: yes, pain_site: achilles |
