Feature: Running style and foot shape as a cause
  Landing on the forefoot moves work to the calf, and long strides may add load. Flat feet are often blamed and should not be:
  the rule says so instead of staying silent.

  Scenario: A switch to the forefoot and a calf pain that grew
    Given a runner who answers
      | forefoot_change | yes      |
      | pain_onset      | gradual  |
      | pain_site       | mid_calf |
    When the consultation is concluded
    Then the rule "a-switch-to-the-forefoot-loads-the-calf" fires
    And the cause "forefoot_landing" is at least "likely"
    And the cause "forefoot_landing" comes first

  Scenario: No switch, no blame
    Given a runner who answers
      | forefoot_change | no       |
      | pain_onset      | gradual  |
      | pain_site       | mid_calf |
    When the consultation is concluded
    Then the rule "a-switch-to-the-forefoot-loads-the-calf" does not fire
    And the rule "pain-grew-after-the-switch-to-the-forefoot" does not fire
    And the cause "forefoot_landing" is at most "unlikely"

  Scenario: Flat feet are not to blame for a sore calf
    Given a runner who answers
      | foot_arch | flat     |
      | pain_site | mid_calf |
    When the consultation is concluded
    Then the rule "flat-feet-are-not-to-blame" fires
    And the cause "flat_feet" is at most "unlikely"

  Scenario: At the inner shin a low arch gets a small part, and no more
    Given a runner who answers
      | foot_arch | flat       |
      | pain_site | inner_shin |
    When the consultation is concluded
    Then the rule "flat-feet-are-not-to-blame" does not fire
    And the rule "a-low-arch-may-matter-at-the-inner-shin" fires
    And the cause "flat_feet" is at most "unlikely"

  Scenario Outline: Rules on style
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: Forefoot
      | rule                                       | answers                                          | fires or not  |
      | forefoot-runners-use-the-calf-more         | forefoot_striker: yes                            | fires         |
      | forefoot-runners-use-the-calf-more         | forefoot_striker: no                             | does not fire |
      | forefoot-landing-and-a-sore-calf-or-tendon | forefoot_change: yes, pain_site: deep_low_calf   | fires         |
      | forefoot-landing-and-a-sore-calf-or-tendon | forefoot_striker: yes, pain_site: achilles       | fires         |
      | forefoot-landing-and-a-sore-calf-or-tendon | forefoot_striker: yes, pain_site: front_shin     | does not fire |
      | forefoot-landing-and-a-sore-calf-or-tendon | forefoot_striker: no, pain_site: achilles        | does not fire |
      | forefoot-landing-and-a-sore-calf-or-tendon | forefoot_change: no, pain_site: deep_low_calf    | does not fire |
      | pain-grew-after-the-switch-to-the-forefoot | forefoot_change: yes, pain_onset: gradual        | fires         |
      | pain-grew-after-the-switch-to-the-forefoot | forefoot_change: yes, pain_onset: hours_to_days  | fires         |
      | pain-grew-after-the-switch-to-the-forefoot | forefoot_change: yes, pain_onset: only_on_effort | fires         |
      | pain-grew-after-the-switch-to-the-forefoot | forefoot_change: yes, pain_onset: sudden         | does not fire |

    Examples: Long strides
      | rule                                       | answers                                 | fires or not  |
      | long-strides-load-calf-and-tendon          | long_stride: yes                        | fires         |
      | long-strides-load-calf-and-tendon          | long_stride: no                         | does not fire |
      | long-strides-go-with-repeated-calf-strains | long_stride: yes, past_calf_strain: yes | fires         |
      | long-strides-go-with-repeated-calf-strains | long_stride: yes, episodes: 2           | fires         |
      | long-strides-go-with-repeated-calf-strains | long_stride: yes, episodes: 1           | does not fire |
      | long-strides-go-with-repeated-calf-strains | long_stride: yes, past_calf_strain: no  | does not fire |
      | long-strides-go-with-repeated-calf-strains | long_stride: no, past_calf_strain: yes  | does not fire |

    Examples: Arches and insoles
      | rule                                    | answers                                  | fires or not  |
      | flat-feet-are-not-to-blame              | foot_arch: flat                          | fires         |
      | flat-feet-are-not-to-blame              | foot_arch: middle                        | does not fire |
      | a-low-arch-may-matter-at-the-inner-shin | foot_arch: middle, pain_site: inner_shin | does not fire |
      | a-low-arch-may-matter-at-the-inner-shin | foot_arch: flat, pain_site: mid_calf     | does not fire |
      | insoles-do-not-build-an-arch            | orthoses: yes                            | fires         |
      | insoles-do-not-build-an-arch            | orthoses: no                             | does not fire |

  Scenario Outline: How far a fact about style goes
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the cause "<cause>" is at least "possible"
    And the cause "<cause>" is at most "possible"

    Examples:
      | cause            | answers                                                              |
      | forefoot_landing | forefoot_change: yes                                                 |
      | forefoot_landing | forefoot_striker: yes, pain_onset: gradual, pain_site: deep_low_calf |
      | overstriding     | long_stride: yes                                                     |
      | overstriding     | long_stride: yes, past_calf_strain: yes                              |
