"""What the pages of ``div`` and ``lcm`` say kills the process is run here, in a process of its own."""

import faulthandler
import multiprocessing
import platform
import re
import signal
import sys

import pytest
import torch

from torchref.content import catalog


def divide(told, dtype, call):
    """Send ``divided`` once what is defined came out right, and then divide as the page warns against."""
    faulthandler.disable()
    lowest = torch.iinfo(dtype).min
    x, minus_one = torch.tensor([lowest], dtype=dtype), torch.tensor([-1], dtype=dtype)
    for y in (-1, minus_one):
        kept = [x // y, torch.div(x, y, rounding_mode="floor")]
        if dtype in (torch.int8, torch.int16):
            kept.append(torch.div(x, y, rounding_mode="trunc"))
        assert all(torch.equal(one, x) for one in kept), kept
        assert not torch.remainder(x, y).any() and not torch.fmod(x, y).any()
    told.send("divided")
    call(x, minus_one)


CALLS = {
    "number": lambda x, _: torch.div(x, -1, rounding_mode="trunc"),
    "tensor": lambda x, minus_one: torch.div(x, minus_one, rounding_mode="trunc"),
    "in place": lambda x, _: x.div_(-1, rounding_mode="trunc"),
}


@pytest.mark.skipif(platform.machine() != "x86_64" or sys.platform == "win32", reason="seen on an x86 CPU, by a signal")
@pytest.mark.parametrize("dtype", [torch.int8, torch.int16, torch.int32, torch.int64], ids=str)
@pytest.mark.parametrize("call", CALLS)
def test_lowest_integer_by_minus_one_rounded_towards_zero(dtype, call):
    fork = multiprocessing.get_context("fork")  # has torch already
    told, tells = fork.Pipe(duplex=False)
    process = fork.Process(target=divide, args=(tells, dtype, CALLS[call]))
    process.start()
    tells.close()
    process.join()
    assert told.poll() and told.recv() == "divided"
    assert process.exitcode == (-signal.SIGFPE if dtype in (torch.int32, torch.int64) else 0)


@pytest.mark.skipif(platform.machine() != "x86_64" or sys.platform == "win32", reason="seen on an x86 CPU, by a signal")
@pytest.mark.parametrize("dtype", [torch.int8, torch.int16, torch.int32, torch.int64], ids=str)
def test_least_common_multiple_of_the_lowest_and_the_highest_integer(dtype):
    lowest, highest = (torch.tensor([n], dtype=dtype) for n in (torch.iinfo(dtype).min, torch.iinfo(dtype).max))
    fork = multiprocessing.get_context("fork")
    process = fork.Process(target=lambda: (faulthandler.disable(), torch.lcm(lowest, highest)))
    process.start()
    process.join()
    assert process.exitcode == (-signal.SIGFPE if dtype in (torch.int32, torch.int64) else 0)


def test_page_says_so():
    for name in ("div", "lcm"):
        entry = catalog.entries(catalog.read())[name]
        (said,) = [text for text in catalog.messages(entry) if re.search("kills? the Python process", text)]
        assert "``int32`` or ``int64``" in said and "SIGFPE" in said
