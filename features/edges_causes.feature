Feature: Where a reason begins and ends
  Each line is the smallest story for which one answer decides whether a reason counts.

  Scenario Outline: One answer decides
    Given a runner who answers "<answers>"
    When the consultation is concluded
    Then the rule "<rule>" <fires or not>

    Examples: Fewer heel raises than people of your age
      | rule                            | answers                                   | fires or not |
      | few-heel-raises-for-age-and-sex | age: 29, heel_raise_count: 22             | fires        |
      | few-heel-raises-for-age-and-sex | age: 39, heel_raise_count: 6              | fires        |
      | few-heel-raises-for-age-and-sex | age: 49, heel_raise_count: 6              | fires        |
      | few-heel-raises-for-age-and-sex | age: 59, heel_raise_count: 6              | fires        |
      | few-heel-raises-for-age-and-sex | age: 69, heel_raise_count: 6              | fires        |
      | few-heel-raises-for-age-and-sex | age: 79, heel_raise_count: 6              | fires        |
      | few-heel-raises-for-age-and-sex | age: 29, sex: male, heel_raise_count: 29  | fires        |
      | few-heel-raises-for-age-and-sex | age: 89, heel_raise_count: 2              | fires        |
      | few-heel-raises-for-age-and-sex | age: 89, sex: female, heel_raise_count: 3 | fires        |
      | few-heel-raises-for-age-and-sex | age: 49, sex: male, heel_raise_count: 19  | fires        |
      | few-heel-raises-for-age-and-sex | age: 39, sex: male, heel_raise_count: 20  | fires        |
      | few-heel-raises-for-age-and-sex | age: 59, sex: male, heel_raise_count: 14  | fires        |
      | few-heel-raises-for-age-and-sex | age: 79, sex: female, heel_raise_count: 7 | fires        |

    Examples: When the calm leg is low too, the pain is not the reason for the low count
      | rule                      | answers                                        | fires or not |
      | the-other-calf-is-low-too | pain_sides: one, age: 29, heel_raise_other: 22 | fires        |
      | the-other-calf-is-low-too | pain_sides: one, age: 39, heel_raise_other: 19 | fires        |
      | the-other-calf-is-low-too | pain_sides: one, age: 49, heel_raise_other: 16 | fires        |
      | the-other-calf-is-low-too | pain_sides: one, age: 59, heel_raise_other: 13 | fires        |
      | the-other-calf-is-low-too | pain_sides: one, age: 69, heel_raise_other: 2  | fires        |
      | the-other-calf-is-low-too | pain_sides: one, age: 79, heel_raise_other: 2  | fires        |
      | the-other-calf-is-low-too | pain_sides: one, age: 89, heel_raise_other: 2  | fires        |
