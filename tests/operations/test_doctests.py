"""How the examples are run: those of a module in one test, each entry alone, and what fails is said of the entry."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from torchref.content import catalog

ROOT = Path(__file__).parents[2]
MODULE = '''
def first():
    """
    >>> x = torch.ones(2)
    >>> x.sum()
    tensor(3.)
    >>> x.prod()
    tensor(4.)
    """


def second():
    """
    >>> x
    1
    """


def third():
    """
    >>> torch.set_default_dtype(torch.float64)
    >>> open("left.txt", "w").close()
    """


def fourth():
    """
    >>> layer = torch.nn.Linear(1, 1)
    >>> torch.optim.SGD(layer.parameters(), lr=0.1).step()
    >>> import sys
    >>> "torch._inductor" in sys.modules
    False
    """
'''


def run(folder, *options):
    command = [sys.executable, "-m", "pytest", "torchref", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True).stdout


@pytest.fixture
def folder(tmp_path):
    for name in ("conftest.py", "pyproject.toml"):
        shutil.copy(ROOT / name, tmp_path)
    (tmp_path / "torchref").mkdir()
    (tmp_path / "torchref" / "module.py").write_text(MODULE, encoding="utf-8")
    (tmp_path / "torchref" / "none.py").write_text('raise ImportError("has no example")\n', encoding="utf-8")
    return tmp_path


def test_each_entry_that_fails_is_named_with_its_line_and_the_others_run(folder):
    said = run(folder)
    assert "module.py:5: DocTestFailure" in said and "Expected:\n    tensor(3.)\nGot:\n    tensor(2.)\n" in said
    assert "module.py:14: UnexpectedException" in said and "name 'x' is not defined" in said
    lines = [
        "module.first: an example fails",
        "module.second: an example fails",
        "module.third left changed: default dtype",
        "module.third left behind: left.txt",
    ]
    assert {line for line in said.split("\n") if line.startswith("module.")} == set(lines)
    assert not (folder / "left.txt").exists()


def test_what_is_left_behind_fails_by_itself(folder):
    assert "1 failed" in run(folder, "-k", "third") and "1 passed" in run(folder, "-k", "fourth")


def test_every_entry_is_run():
    said = run(ROOT, "--collect-only", "-q")
    counted = [int(number) for number in re.findall(r", (\d+) entries$", said, re.MULTILINE)]
    alone = re.findall(r"^torchref/\S+::\S+$", said, re.MULTILINE)
    assert sum(counted) + len(alone) == len(catalog.entries(catalog.read())) + len(catalog.read_parameters().entries)
