"""What the two READMEs print was run: every command and every example, compared to the character."""

import doctest
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
READMES = ["README.md", "README.zh-CN.md"]


@pytest.mark.parametrize("name", READMES)
def test_commands_print_what_stands_there(name, tmp_path):
    """Those of ``torchref``, without a site to point to; the one that needs a ``train.py`` shows no output."""
    (block,) = re.findall(r"```console\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    steps = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    assert len(steps) == 4
    environment = {**os.environ, "LC_ALL": "C.UTF-8", "TORCHREF_SITE": str(tmp_path)}
    for step in steps:
        command, _, printed = step.partition("\n")
        if "train.py" in command:
            assert not printed
            continue
        run = command.replace("torchref ", f"{shlex.quote(sys.executable)} -m torchref ", 1)
        finished = subprocess.run(
            ["bash", "-c", run], capture_output=True, text=True, env=environment, cwd=ROOT, timeout=60
        )
        assert finished.stdout == printed, command


@pytest.mark.parametrize("name", READMES)
def test_examples_print_what_stands_there(name, monkeypatch):
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / name).read_text(encoding="utf-8"), re.DOTALL)
    assert blocks
    for block in blocks:
        test = doctest.DocTestParser().get_doctest(block, {}, name, name, 0)
        result = doctest.DocTestRunner(verbose=False).run(test)
        assert result.attempted and not result.failed
