"""Every file is YAML that follows the knowledge language: `knowledge/reading.py` and `knowledge/shape.py` find what is not."""

from __future__ import annotations

from soleus.knowledge.checks.check import Check

CHECK = Check("unreadable", "form", "Every file and every item is written in the knowledge language")
