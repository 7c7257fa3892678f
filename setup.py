"""The one step of a build that pyproject.toml cannot state: the bundled knowledge, compiled, so that an installed Soleus parses no YAML."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py


class BuildWithCompiledKnowledge(build_py):
    """Copies the packages as ever, then compiles the knowledge among them. An editable install keeps reading the YAML that is edited."""

    def run(self) -> None:
        if self.editable_mode:
            super().run()
            return
        built = Path(self.build_lib) / "soleus"
        shutil.rmtree(built, ignore_errors=True)  # or a file that was deleted since an earlier build would be shipped
        super().run()
        compile_knowledge(built / "kb")


def compile_knowledge(folder: Path) -> None:
    """Check the knowledge in a folder and write its compiled form beside it. A knowledge base with faults stops the build."""
    sys.path.insert(0, str(Path(__file__).parent / "engine"))
    from soleus.knowledge import cache, loading

    checked = loading.check_files(loading.read_files(folder), gaps=())
    if checked.base is None:
        raise SystemExit("\n".join(str(fault) for fault in checked.faults))
    (folder / cache.BUNDLED).write_text(cache.encode(checked.base), encoding="utf-8")


setup(cmdclass={"build_py": BuildWithCompiledKnowledge})
