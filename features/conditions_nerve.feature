Feature: Nerves
  Numbness, tingling, a shock on tapping and a weak but painless foot come from a nerve: one pinched in the leg,
  or a root in the lower back.

  Scenario: Back pain, numbness and a weak painless tiptoe are likely a nerve root
    Given a runner who answers
      | back_pain        | yes           |
      | cough_sit_worse  | yes           |
      | numb_or_tingling | yes           |
      | heel_raise       | weak_painless |
    When the consultation is concluded
    Then the finding "nerve_signs" is derived
    And the condition "s1_radiculopathy" comes first
    And the condition "s1_radiculopathy" is at least "very likely"

  Scenario: Tingling along the outer calf from one tapped spot is likely a pinched nerve
    Given a runner who answers
      | pain_site        | outer_calf |
      | numb_or_tingling | yes        |
      | nerve_tap        | yes        |
    When the consultation is concluded
    Then the condition "nerve_entrapment" comes first
    And the condition "nerve_entrapment" is at least "likely"
    And the triage is at least "clinician"

  Scenario Outline: Signs of a nerve
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples:
      | rule                                                | answers                                                             | fires or not  |
      | tingling-shock-or-foot-drop-come-from-a-nerve       | numb_or_tingling: yes                                               | fires         |
      | tingling-shock-or-foot-drop-come-from-a-nerve       | nerve_tap: yes                                                      | fires         |
      | tingling-shock-or-foot-drop-come-from-a-nerve       | foot_drop: yes                                                      | fires         |
      | tingling-shock-or-foot-drop-come-from-a-nerve       | foot_drop: no                                                       | does not fire |
      | back-pain-with-leg-pain-points-to-a-nerve-root      | back_pain: yes                                                      | fires         |
      | back-pain-with-leg-pain-points-to-a-nerve-root      | back_pain: no                                                       | does not fire |
      | worse-on-coughing-or-sitting-points-to-a-nerve-root | cough_sit_worse: yes                                                | fires         |
      | worse-on-coughing-or-sitting-points-to-a-nerve-root | cough_sit_worse: no                                                 | does not fire |
      | numbness-with-back-pain-is-a-nerve-root             | back_pain: yes, numb_or_tingling: yes                               | fires         |
      | numbness-with-back-pain-is-a-nerve-root             | back_pain: no, numb_or_tingling: yes                                | does not fire |
      | numbness-with-back-pain-is-a-nerve-root             | back_pain: yes, numb_or_tingling: no                                | does not fire |
      | numbness-with-back-pain-is-a-nerve-root             | back_pain: yes, foot_drop: yes                                      | fires         |
      | numbness-with-back-pain-is-a-nerve-root             | back_pain: yes, cough_sit_worse: yes, pain_site: whole_leg          | fires         |
      | numbness-with-back-pain-is-a-nerve-root             | back_pain: yes, cough_sit_worse: yes, pain_site: mid_calf           | does not fire |
      | numbness-with-back-pain-is-a-nerve-root             | back_pain: yes, cough_sit_worse: no, pain_site: whole_leg           | does not fire |
      | numbness-along-the-leg-may-be-a-pinched-nerve       | numb_or_tingling: yes                                               | fires         |
      | numbness-along-the-leg-may-be-a-pinched-nerve       | numb_or_tingling: no                                                | does not fire |
      | tingling-on-tapping-one-spot-is-a-pinched-nerve     | nerve_tap: yes                                                      | fires         |
      | tingling-on-tapping-one-spot-is-a-pinched-nerve     | nerve_tap: no                                                       | does not fire |
      | burning-on-the-outer-leg-follows-a-skin-nerve       | pain_feel: burning, pain_site: outer_calf                           | fires         |
      | burning-on-the-outer-leg-follows-a-skin-nerve       | pain_feel: burning, pain_site: mid_calf                             | does not fire |
      | burning-on-the-outer-leg-follows-a-skin-nerve       | pain_feel: tight, pain_site: outer_calf                             | does not fire |
      | burning-on-the-outer-leg-follows-a-skin-nerve       | pain_feel: burning, pain_site: outer_calf, hard_sore_vein: yes      | does not fire |
      | burning-on-the-outer-leg-follows-a-skin-nerve       | pain_feel: burning, pain_site: outer_calf, leg_discoloured: yes     | does not fire |
      | burning-on-the-outer-leg-follows-a-skin-nerve       | pain_feel: burning, pain_site: outer_calf, red_spreading_patch: yes | does not fire |
      | burning-pain-may-be-a-nerve                         | pain_feel: burning                                                  | fires         |
      | burning-pain-may-be-a-nerve                         | pain_feel: dull_ache                                                | does not fire |
      | burning-pain-may-be-a-nerve                         | pain_feel: burning, pain_site: achilles                             | does not fire |
      | burning-pain-may-be-a-nerve                         | pain_feel: burning, hard_sore_vein: yes                             | does not fire |
      | burning-pain-may-be-a-nerve                         | pain_feel: burning, leg_discoloured: yes                            | does not fire |
      | burning-pain-may-be-a-nerve                         | pain_feel: burning, red_spreading_patch: yes                        | does not fire |
      | new-foot-drop-is-a-nerve                            | foot_drop: yes                                                      | fires         |
      | new-foot-drop-is-a-nerve                            | foot_drop: no                                                       | does not fire |
