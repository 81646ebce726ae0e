"""Inputs for torchref/operations/dtypes.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, arrays

WIDE = (np.bool_, np.int64, np.float64, np.complex128)


def to(draw):
    x, dtype, copy = draw(arrays()), draw(st.sampled_from(DTYPES)), draw(st.booleans())
    asked = draw(st.sampled_from([(dtype,), (draw(arrays()),), ("cpu", dtype)]))
    calls = [(asked, {}), (asked, {"copy": copy}), ((*asked, not copy, copy), {}), (("cpu",), {"copy": copy})]
    by_name = [("cpu",), {"dtype": dtype}], [(), {"dtype": dtype}], [(), {"device": "cpu", "dtype": dtype}]
    args, options = draw(st.sampled_from([*calls, *by_name]))
    return (x, *args), options


def result_type(draw):
    """Of all pairs of operands, each equally often: Hypothesis prefers the first ones."""
    tensors = [np.zeros(2, dtype) for dtype in DTYPES]
    operands = [*tensors, *(np.zeros((), dtype) for dtype in WIDE), True, 2, 0.5, 1j]
    places = np.random.default_rng(draw(st.integers(0, 2**16))).integers(len(operands), size=2)
    return tuple(operands[place] for place in places)
