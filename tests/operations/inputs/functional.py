"""Inputs for torchref/operations/functional.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, FLOATS, arrays


def one_hot(draw):
    x = draw(arrays(dtypes=(np.int64,), values=[0, 1, 2, 3]))
    return draw(st.sampled_from([(x,), (x, -1), (x, 4), (x, 6)]))


def pad(draw):
    mode = draw(st.sampled_from(("constant", "constant", "reflect", "replicate", "circular")))
    if mode == "constant":
        x = draw(arrays(dtypes=DTYPES, min_dims=1))
        sides = draw(st.integers(0, x.ndim))
        widths = tuple(draw(st.integers(-2, 3)) for _ in range(2 * sides))
        return draw(st.sampled_from([(x, widths), (x, widths, mode, None), (x, widths, mode, 1)]))
    x = draw(arrays(dtypes=FLOATS, min_dims=2, min_side=1))
    sides = draw(st.integers(1, min(3, x.ndim - 1)))
    least = 0 if mode == "circular" else -2
    return x, tuple(draw(st.integers(least, 3)) for _ in range(2 * sides)), mode
