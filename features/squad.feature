Feature: A squad at a glance
  A coach has screened a club and wants to know who needs care today, what is common, and what training went before. What is not known is told.

  Background:
    Given a club with these answers
      | Name | Trainer | breathless | leg_swollen | leg_warm | pain_onset | weekly_distance | more_hills |
      | Ana  | Kim     | no         | no          | no       | gradual    | 30              | yes        |
      | Ben  | Kim     | no         | yes         | yes      |            | 50              | no         |
      | Cem  | Lou     | yes        |             |          |            |                 | yes        |
      | Dora | Lou     | no         | perhaps     | no       | gradual    | 40              | yes        |
      | Eli  | Kim     | no         | no          | no       | gradual    | 70              |            |

  Scenario: The most urgent come first, with what raised it
    When the squad is looked at
    Then the page says "2 of 4 runners must be seen today"
    And they come in the order "Cem, Ben, Ana, Eli"
    And "Ben" was raised by "Swelling, warmth, colour, hard veins or a dent on one side may be a clot"
    And "Ben" has "Blood clot in a deep leg vein (DVT)" among what must not be missed

  Scenario: An open safety question is told in words
    When the squad is looked at
    Then the page says "Safety questions open: it can only be too low"
    And nobody is called fine

  Scenario: Whoever could not be concluded is named, with the reject file
    When the squad is looked at
    Then the page says "1 row could not be concluded: 1 in screened.rejected.csv"
    And "Dora" is left out because of "'perhaps'"

  Scenario: Common causes are counted
    When the squad is looked at
    Then the cause "intensity_jump" is at least possible for 2 runners

  Scenario: By group
    When the squad is looked at by "Trainer"
    Then the group "Lou" has 1 at "emergency" and 0 at "same_day"
    And the group "Kim" has 0 at "emergency" and 1 at "same_day"

  Scenario: How the load is spread, and how many did not say
    When the squad is looked at
    Then the page says "From 30 km to 70 km; the median is 50 km."
    And of "more_hills" 2 said "yes", 1 said "no" and 1 gave no answer

  Scenario: The answers are not in a table that was screened without them
    When the squad is screened without its answers and looked at
    Then the page says "The answers are not in this table."
    And the page says "--with-answers"
    And what rests on the load is counted
