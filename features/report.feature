Feature: A case as one page that a coach can read at a glance
  The page says what the result says, shows how it came about, and invents nothing.

  Scenario: A danger sign that was raised stands with the answers that raised it
    Given a runner with the answers of "clot_like"
    When the page of the case is made
    Then the sign "one-sided-swelling-warmth-or-colour-needs-help-today" is "raised" by "one leg swollen: yes"
    And the banner says "See someone today"

  Scenario: A danger sign that was cleared stands with the answer that cleared it
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the page of the case is made
    Then the sign "ankle-bruise-needs-a-clinician" is "cleared" by "bruise at the ankle: no"

  Scenario: Unknown is never no
    Given a runner with the answers of "all_unknown"
    When the page of the case is made
    Then no sign is "cleared"
    And the page lists every safety question without an answer

  Scenario: The differential shows what speaks for and against
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the page of the case is made
    Then "soleus_strain" has 5 arguments for it and 0 against it

  Scenario: From the picture to the rule and its evidence
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the page of the case is made
    Then the rule "weak-hips-load-the-calf" is drawn from "hip control: “It drops, or I cannot do five”" to "Hips that tire early: possible"
    And its number leads to its text and to the source "bramah-2021"

  Scenario: One answer short
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the page of the case is made
    Then "long-pain-that-does-not-improve-needs-a-clinician" is a near miss for want of "days since it began"

  Scenario: What would change the outcome
    Given a runner with the answers of "weak_hips_gradual_ache"
    When the page of the case is made with what would change it
    Then the page says that one other answer would make it more urgent
