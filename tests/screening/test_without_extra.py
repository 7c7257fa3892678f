"""Without the extra `screen` everything else works, and screening says what to install."""

from __future__ import annotations

import subprocess
import sys

import pytest

WITHOUT = "import sys; sys.modules['pyarrow'] = None; "


@pytest.mark.parametrize("call", ["import soleus; soleus.screen", "from soleus.cli import cli; cli(['screen', 'setup.py', '-o', 'out.csv'])"])
def test_it_says_what_to_install(call: str) -> None:
    done = subprocess.run([sys.executable, "-c", WITHOUT + call], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "pip install 'soleus[screen]'" in done.stderr


def test_a_consultation_does_not_need_it() -> None:
    code = "c = Consultation.of(KnowledgeBase.bundled(), {'age': 40}); print(c.next_question().id, c.conclude().triage.level)"
    call = f"from soleus import Consultation, KnowledgeBase; {code}"
    done = subprocess.run([sys.executable, "-c", WITHOUT + call], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
