Feature: Where a precaution begins and ends
  Each line is the smallest story for which one answer decides whether a precaution holds.

  Scenario Outline: One answer decides
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: After a sudden injury, running waits for a painless heel raise and normal walking
      | rule                                                      | answers                       | fires or not |
      | no-running-after-an-injury-until-a-heel-raise-is-painless | run_pattern: since_one_moment | fires        |

    Examples: No jumping before 25 painless heel raises and a painless hop
      | rule                                 | answers | fires or not |
      | no-jumping-before-the-calf-is-strong |         | fires        |

    Examples: No ball or massage with a blood thinner, varicose veins or a bruise
      | rule                                                        | answers       | fires or not |
      | no-pressing-with-a-blood-thinner-varicose-veins-or-a-bruise | bruise: large | fires        |

    Examples: No wrap when the arteries may be narrow
      | rule                                    | answers                           | fires or not |
      | no-wrap-when-the-arteries-may-be-narrow | cold_foot_on_effort: yes, age: 25 | fires        |

    Examples: No cold pack when blood flow to the foot may be poor
      | rule                                   | answers                           | fires or not |
      | no-cold-on-a-foot-with-poor-blood-flow | cold_foot_on_effort: yes, age: 25 | fires        |
