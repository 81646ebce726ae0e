"""What the page of ``div`` says kills the process is run here, in a process of its own."""

import platform
import signal
import subprocess
import sys

import pytest

from torchref.content import catalog

DIVIDE = """
import torch
x = torch.tensor([torch.iinfo(torch.{dtype}).min], dtype=torch.{dtype})
for y in (-1, torch.tensor([-1], dtype=torch.{dtype})):
    kept = [x // y, torch.div(x, y, rounding_mode="floor")]
    if "{dtype}" in ("int8", "int16"):
        kept.append(torch.div(x, y, rounding_mode="trunc"))
    assert all(torch.equal(one, x) for one in kept), kept
    assert not torch.remainder(x, y).any() and not torch.fmod(x, y).any()
print("divided", flush=True)
{call}
"""


@pytest.mark.skipif(platform.machine() != "x86_64" or sys.platform == "win32", reason="seen on an x86 CPU, by a signal")
@pytest.mark.parametrize("dtype", ["int8", "int16", "int32", "int64"])
@pytest.mark.parametrize(
    "call", ["torch.div(x, -1", "torch.div(x, y", "x.div_(-1"], ids=["number", "tensor", "in place"]
)
def test_lowest_integer_by_minus_one_rounded_towards_zero(dtype, call):
    script = DIVIDE.format(dtype=dtype, call=f'{call}, rounding_mode="trunc")')
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout == "divided\n", done.stderr
    assert done.returncode == (-signal.SIGFPE if dtype in ("int32", "int64") else 0), done.stderr


def test_page_says_so():
    entry = catalog.entries(catalog.read())["div"]
    (said,) = [text for text in catalog.messages(entry) if "kills the Python process" in text]
    assert "``int32`` or ``int64``" in said and "SIGFPE" in said
