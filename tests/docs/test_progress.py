"""What a build says while it runs: on a terminal a line that counts along in place, in a file a line a step."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
STEPS = """
import os
from docs.progress import line, say
line.start("en", "reading", 3, "page")
line.step()
for _ in range(2):
    if not os.fork():
        line.step()
        os._exit(0)
    os.wait()
line.start("en", "writing", 0, "page")
line.start("en", "writing", 1, "page")
say("done")
"""


def test_a_file_gets_a_line_a_step():
    done = subprocess.run([sys.executable, "-c", STEPS], cwd=ROOT, capture_output=True, text=True)
    assert done.stdout == "English: reading 3 pages\nEnglish: writing 1 page\ndone\n"


@pytest.mark.parametrize("terminal, counts", [("xterm", True), ("dumb", False)])
def test_a_terminal_gets_one_line_that_counts_the_parts_of_every_process(terminal, counts):
    ours, theirs = os.openpty()
    subprocess.run(
        [sys.executable, "-c", STEPS], cwd=ROOT, stdout=theirs, check=True, env=os.environ | {"TERM": terminal}
    )
    os.close(theirs)
    said = os.read(ours, 10_000).decode()
    os.close(ours)
    if counts:
        shown = said.removeprefix("\033[K").split("\r\033[K")
        assert [words.split()[2] for words in shown[:-1]] == ["3", "1/3", "2/3", "3/3", "1"]
        assert shown[-1] == "done\r\n"
    else:
        assert said == "English: reading 3 pages\r\nEnglish: writing 1 page\r\ndone\r\n"
