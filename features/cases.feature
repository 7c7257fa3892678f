Feature: Cases are kept as they were
  A coach wants to see later what was said, whatever the runner answers next and whatever the rules say by then.

  Scenario: A concluded consultation is kept
    Given the consultation of "weak_hips_gradual_ache" is kept as "anna"
    Then the case "anna" has 1 version
    And version 1 of "anna" keeps the answer "hip_strength: weak" with its time

  Scenario: A changed answer is a new version, and the old one stays
    Given the consultation of "weak_hips_gradual_ache" is kept as "anna"
    When "anna" is kept again with "leg_swollen: yes"
    Then the case "anna" has 2 versions
    And the triage of version 1 of "anna" is "self_care"
    And the triage of version 2 of "anna" is "same_day"

  Scenario: Nothing new is no new version
    Given the consultation of "weak_hips_gradual_ache" is kept as "anna"
    When "anna" is kept again with the same answers
    Then the case "anna" has 1 version

  Scenario: The list shows what needs a look
    Given the consultation of "weak_hips_gradual_ache" is kept as "anna"
    And the consultation of "clot_like" is kept as "ben"
    Then the list of cases with the triage "same_day" is "ben"
    And the list of cases without a verdict is "anna, ben"

  Scenario: A mild condition that comes first does not hide in the list one that must not be missed
    Given the consultation of "new_shoes" is kept as "anna"
    When "anna" is kept again with "leg_swollen: yes"
    Then the list of cases names the condition "load_related_tightness" first for "anna", and "Blood clot in a deep leg vein (DVT)" as not to be missed

  Scenario: Forget removes every version and every verdict
    Given the consultation of "weak_hips_gradual_ache" is kept as "anna"
    And the consultation of "clot_like" is kept as "ben"
    When "anna" is kept again with "leg_swollen: yes"
    And "anna" is forgotten
    Then there is no case "anna"
    And the case "ben" has 1 version

  Scenario: An import takes a case to another store as it is
    Given the consultation of "weak_hips_gradual_ache" is kept as "anna"
    When every case is exported and imported into another store
    Then the other store has the case "anna" as it was

  Scenario: An import that says something else of a version is refused
    Given the consultation of "weak_hips_gradual_ache" is kept as "anna"
    When every case is exported and imported into another store
    And the other store imports "anna" with the question "hop" never asked
    Then the import is refused because it "differs"
    And the other store has the case "anna" as it was
