"""Print options: the same call makes torch and NumPy print the same numbers."""

import re

import numpy as np
import pytest
import torch

from torchref.operations import settings

CALLS = [
    [{"precision": 2}],
    [{"precision": 6}],
    [{"threshold": 5}],
    [{"threshold": 5, "edgeitems": 1}],
    [{"profile": "short"}],
    [{"profile": "short", "precision": 3}],
    [{"profile": "full"}],
    [{"sci_mode": True}],
    [{"sci_mode": False}],
    [{"sci_mode": True, "precision": 2}],
    [{"sci_mode": False}, {"precision": 3}],
    [{"sci_mode": True}, {"precision": 3}],
    [{"profile": "full"}, {"threshold": 5}],
    [{"profile": "full", "sci_mode": False}, {"profile": "default"}],
    [{"linewidth": 30}],
]
ARRAYS = [
    np.arange(8),
    np.arange(1200).reshape(60, 20),
    np.array([1 / 3, 2 / 3], np.float32),
    np.array([1 / 3e5, 2 / 3], np.float32),
    np.array([[1234567.125, 1 / 3]], np.float32),
]


@pytest.mark.parametrize("calls", CALLS, ids=str)
def test_both_print_the_same_numbers(calls):
    kept = vars(torch._tensor_str.PRINT_OPTS).copy()
    try:
        torch.set_printoptions(profile="default")
        with np.printoptions(floatmode="fixed"):
            settings.set_printoptions(profile="default")
            for call in calls:
                torch.set_printoptions(**call)
                settings.set_printoptions(**call)
            options = vars(torch._tensor_str.PRINT_OPTS)
            for name in ("precision", "threshold", "edgeitems", "linewidth"):
                assert np.get_printoptions()[name] == options[name]
            for array in ARRAYS:
                expected = repr(torch.from_numpy(array)).removeprefix("tensor(").removesuffix(")")
                actual = np.array2string(array, separator=", ")
                assert re.sub(r"\s+", "", actual) == re.sub(r"\s+", "", expected)
    finally:
        vars(torch._tensor_str.PRINT_OPTS).update(kept)


def test_lines_break_at_the_same_width():
    with np.printoptions():
        settings.set_printoptions(linewidth=40)
        assert max(map(len, np.array2string(np.arange(100)).split("\n"))) <= 40
