"""Saved cases and a coach's verdicts: the case store, and files that carry cases from one store to another."""
