Feature: Every conclusion can be walked back to the answers
  A coach reads why a rule fired. So each step of the trace names the answers it stood on, or the earlier steps that stood on them.

  Background:
    Given 40 runners with all kinds of answers

  Scenario: A step stands on answers and on earlier steps only
    When their answers are concluded
    Then every step matched answers that were given, with the value that was given, or steps before it
    And every step that matched nothing names what was absent

  Scenario: Nothing is concluded without a step
    When their answers are concluded
    Then each finding, argument, withheld and advised measure was concluded by the step of a rule that names it
    And the triage is the level that its step concluded

  Scenario: A finding is never both derived and denied
    When their answers are concluded
    Then no finding is both derived and known not to hold

  Scenario: Each rule fires once at most, and the strata in their order
    When their answers are concluded
    Then no rule fired twice
    And findings come before arguments, arguments before triage, triage before precautions, precautions before advice

  Scenario: The order in which answers are given leaves no mark
    When their answers are concluded forwards and backwards
    Then both traces are the same, step by step
