Feature: What each precaution leaves alone
  A precaution names everything that the danger behind it forbids, even where another precaution forbids it too.

  Scenario Outline: Each precaution names all that it forbids
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the precaution "<precaution>" leaves alone "<groups>"

    Examples:
      | precaution                                                  | answers                       | groups                                                                                                            |
      | no-hands-heat-wrap-or-stretch-while-a-clot-is-possible      | pain_site: mid_calf           | massage, ball, heat, compression, stretching                                                                      |
      | no-heat-hands-or-stretch-on-a-fresh-tear                    | pain_site: mid_calf           | heat, massage, ball, stretching, running, jumping, deep_drop                                                      |
      | no-heat-or-cold-on-numb-skin                                | numb_or_tingling: yes         | heat, cold                                                                                                        |
      | no-heat-or-hands-on-an-infection                            | red_spreading_patch: yes      | massage, ball, heat, compression                                                                                  |
      | no-heel-below-the-step-with-pain-at-the-heel-bone           | pain_site: heel_back          | deep_drop, stretching                                                                                             |
      | no-impact-with-signs-of-a-stress-fracture                   | bone_spot: yes                | running, jumping, loading, technique                                                                              |
      | no-loading-above-the-pain-limit                             | pain_now: 6                   | loading, jumping, running, stretching                                                                             |
      | no-loading-or-wrap-while-leg-pressure-is-possible           | pain_site: mid_calf           | loading, jumping, running, compression                                                                            |
      | no-loading-while-a-rupture-is-possible                      | pain_site: mid_calf           | loading, jumping, running, deep_drop                                                                              |
      | no-pressing-with-a-blood-thinner-varicose-veins-or-a-bruise | varicose_veins: yes           | ball, massage                                                                                                     |
      | no-raised-leg-or-wrap-with-suspected-pressure               | tense_calf: yes               | elevation, compression, massage, ball, stretching                                                                 |
      | no-raised-or-cooled-leg-when-blood-flow-may-be-cut-off      | cold_pale_leg: yes            | elevation, compression, cold, heat                                                                                |
      | no-running-after-an-injury-until-a-heel-raise-is-painless   | run_pattern: since_one_moment | running, jumping                                                                                                  |
      | no-running-until-seen                                       | walking: limp                 | running, jumping                                                                                                  |
      | no-running-while-a-stress-fracture-is-possible              | pain_site: mid_calf           | running, jumping, loading                                                                                         |
      | no-running-with-a-suspected-flow-or-pressure-problem        | run_pattern: same_distance    | running, jumping, compression                                                                                     |
      | no-training-until-seen-today                                | leg_swollen: yes              | exercise, loading, jumping, running, stretching, mobility, deep_drop, technique, massage, ball, heat, compression |
      | no-training-with-tendon-pain-after-a-fluoroquinolone        | fluoroquinolone: yes          | exercise, loading, jumping, running, stretching, deep_drop                                                        |
      | nothing-at-home-in-an-emergency                             | breathless: yes               | cold, elevation, footwear                                                                                         |
