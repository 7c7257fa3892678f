Feature: The engine underneath can be trusted with a person
  Soleus runs its rules on experta, a rule engine for Python. As it comes, experta has faults that would harm a person: a rule
  fires although something forbids it, the answers of one person turn up in the next consultation, and the same answers give
  another order of reasons. Each scenario shows the fault on the plain engine, and that the guarded engine of Soleus does not have it.

  Scenario: What has been forbidden does not happen
    Given six rules of equal rank that each wait for one observation
    When two of them are forbidden after the observation, in 40 fresh engines
    Then the plain engine let a forbidden rule fire at least once
    And the guarded engine never let a forbidden rule fire
    And the guarded engine fired the four other rules each time

  Scenario: One person's fact never reaches the next consultation
    Given a rule that greets Anna and a rule that compares ages
    When Anna's consultation fails on an age that is no number, and the next person's begins, 40 times
    Then the plain engine greeted the next person as Anna at least once
    And the guarded engine refused to go on after the failure each time
    And the guarded engine started anew greeted nobody
    And the guarded engine, had it been emptied and used again, would have greeted nobody

  Scenario: The same answers fire the same rules in the same order, in every process
    Given six rules of equal rank that each wait for one observation
    When they fire in 8 processes with other hash seeds
    Then the plain engine fired them in more than one order
    And the guarded engine fired them in one order

  Scenario: A failed consultation leaves nothing behind in Soleus itself
    Given a runner whose consultation failed on an answer of the wrong kind
    When the next runner's answers are concluded in the same program
    Then the conclusion is the same as in a program that never failed

  Scenario: A withheld measure is never advised, in any order of answers
    Given a runner for whom some advised measures are withheld
    When the same answers are given in 200 shuffled orders, each to a fresh engine
    Then every conclusion is the same, step by step
    And no measure of the plan is withheld
