"""What several commands share: their options, and the knowledge that `--kb` names."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from soleus.knowledge.model import KnowledgeBase

kb_option = click.option("--kb", "kb_folder", metavar="DIR", help="Use the knowledge in this folder instead of the one that comes with Soleus.")
json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON.")
plain_option = click.option("--plain", is_flag=True, help="Plain lines: no boxes, no colours, nothing redrawn. For screen readers.")


def load_base(folder: str | None) -> KnowledgeBase:
    """The knowledge in a folder, or the one that comes with Soleus. Raises `KnowledgeError` with everything that is wrong with it."""
    from soleus.knowledge.model import KnowledgeBase

    return KnowledgeBase.bundled() if folder is None else KnowledgeBase.load(folder)
