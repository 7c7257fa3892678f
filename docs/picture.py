"""A picture of a real consultation: `soleus consult` runs on a terminal of its own, a sheet answers it, and rich draws what it said.

Three parts are shown: the first question, a question with a self-test, and the top of the closing screen. Three dots stand for what
is left out. It needs a system with terminals (not Windows).
"""

from __future__ import annotations

import os
import pty
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.terminal_theme import TerminalTheme
from rich.text import Text

from soleus import Consultation, KnowledgeBase, Question
from soleus.knowledge.answers import load_answers
from soleus.report.wording import PARTS

COLUMNS = 100
COMMAND = "$ soleus consult"
SHEET = Path(__file__).parents[1] / "examples" / "weak_hips_gradual_ache.yaml"
SHOWN = ("emergency_signs", "hip_strength")
LIST_TOP, LIST_END = 12, 5
"""The lines of the first question that are shown, from its top and from its end: its list is long."""

CLOSING = {PARTS["conditions"]: 5, PARTS["causes"]: 5}
"""The parts of the closing screen that are shown from their top, with how many lines of each."""

EXERCISE, EXERCISE_LINES = "side_lying_hip_abduction", 4
"""The measure of the plan that is shown, and how many lines of it."""

ELLIPSIS = Text("  ...", style="dim")
ESCAPE = re.compile(r"\x1b\[[0-9;]*m")
THEME = TerminalTheme(
    (24, 27, 34),
    (214, 218, 226),
    [(40, 44, 52), (224, 108, 117), (152, 195, 121), (229, 192, 123), (97, 175, 239), (198, 120, 221), (86, 182, 194), (171, 178, 191)],
    [(92, 99, 112), (224, 108, 117), (152, 195, 121), (229, 192, 123), (97, 175, 239), (198, 120, 221), (86, 182, 194), (255, 255, 255)],
)


@dataclass
class Session:
    """A running consultation. `said` gathers what it says, up to the prompt that now waits."""

    descriptor: int
    said: list[str] = field(default_factory=list)

    def wait(self) -> str:
        """What was said until the next prompt, or until the end."""
        text = ""
        while not ESCAPE.sub("", text).endswith("\n> "):
            try:
                part = os.read(self.descriptor, 65536)
            except OSError:  # the other end is closed: the command has ended
                break
            text += part.decode("utf-8")
        self.said.append(text.replace("\r\n", "\n"))
        return self.said[-1]

    def reply(self, text: str) -> None:
        os.write(self.descriptor, f"{text}\n".encode())


def consultation_svg() -> str:
    """The picture as SVG: the same bytes for the same knowledge."""
    console = Console(record=True, width=COLUMNS, file=open(os.devnull, "w"), force_terminal=True, color_system="truecolor")  # noqa: SIM115
    for line in _lines():
        console.print(line, no_wrap=True, crop=True)
    svg = console.export_svg(title="soleus consult", theme=THEME, code_format=_without_remote_fonts(), unique_id="soleus")
    return "\n".join(line.rstrip() for line in svg.splitlines()) + "\n"


def _without_remote_fonts() -> str:
    """rich's frame without the fonts that it would fetch from elsewhere."""
    from rich._export_format import CONSOLE_SVG_FORMAT

    return re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL).replace(
        "font-family: Fira Code, monospace", "font-family: Fira Code, Menlo, Consolas, DejaVu Sans Mono, monospace"
    )


def _lines() -> list[Text]:
    """The lines of the picture."""
    (first, test), closing = _consult()
    return [
        Text(COMMAND, style="bold"),
        *_shortened(_as_text(first), LIST_TOP, LIST_END),
        *_left_out("later"),
        *_as_text(test),
        *_left_out("and at the end"),
        *_top_of_screen(_as_text(closing)),
    ]


def _top_of_screen(lines: list[Text]) -> list[Text]:
    """The box with the level of care, the first lines of the parts that come first, and one exercise of the plan."""
    at = {line.plain.strip(): number for number, line in reversed(list(enumerate(lines)))}
    box = next(number for number, line in enumerate(lines) if line.plain.startswith("╭"))
    shown = lines[box : min(at[part] for part in CLOSING)]
    for part, count in CLOSING.items():
        shown += [*lines[at[part] : at[part] + count], ELLIPSIS, Text("")]
    exercise = at["• " + KnowledgeBase.bundled().measures[EXERCISE].name]
    return [*shown, lines[at[PARTS["plan"]]], ELLIPSIS, *lines[exercise : exercise + EXERCISE_LINES], ELLIPSIS]


def _shortened(lines: list[Text], first: int, last: int) -> list[Text]:
    return [*lines[:first], ELLIPSIS, *lines[-last:]]


def _left_out(words: str) -> list[Text]:
    return [Text(f"  ... {words} ...", style="dim italic"), Text("")]


def _as_text(said: str) -> list[Text]:
    lines = list(Text.from_ansi(said.strip("\n")).split("\n", allow_blank=True))
    for line in lines:
        line.rstrip()
    return lines


def _consult() -> tuple[list[str], str]:
    """What is said for the questions that are shown, their answers included, and what is said at the end."""
    base = KnowledgeBase.bundled()
    answers = load_answers(base, SHEET)
    consultation, shown = Consultation(base), []
    with tempfile.TemporaryDirectory() as home:
        process, session = _start(home)
        said = session.wait()
        while question := consultation.next_question():
            reply, value = _reply(question, answers)
            if question.id in SHOWN:
                shown.append(f"{said.rstrip()} {reply}")
            session.reply(reply)
            said = session.wait().partition("\n")[2]
            consultation = consultation.answer(question.id, value)
        session.reply("")
        closing = session.wait().partition("\n")[2]
        session.reply("")
        process.wait()
    return shown, closing


def _start(home: str) -> tuple[subprocess.Popen[bytes], Session]:
    import fcntl
    import struct
    import termios

    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 200, COLUMNS, 0, 0))
    clean = {name: value for name, value in os.environ.items() if name not in ("NO_COLOR", "COLUMNS", "LINES")}
    folders = {"HOME": home, "XDG_CACHE_HOME": home, "XDG_DATA_HOME": home}
    command = [sys.executable, "-c", "from soleus.cli import main; main()", "consult"]
    environment = {**clean, **folders, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
    process = subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    return process, Session(ours)


def _reply(question: Question, answers: dict[str, Any]) -> tuple[str, Any]:
    """What the person types, and the answer that it means."""
    if question.kind == "checklist":
        true = [str(number) for number, item in enumerate(question.items, 1) if answers.get(item.id)]
        return " ".join(true) or "none", {item.id: bool(answers.get(item.id)) for item in question.items}
    value = answers.get(question.id)
    if value is None:
        return "?", None
    if question.kind == "number":
        return f"{value}", value
    return str([one for one, _ in question.choices].index(value) + 1), value
