"""Inputs for torchref/operations/scans.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import NUMBERS, arrays, dims
from tests.operations.inputs.reduction import many_rows, now_and_then

STEEP = [1e30, 1e-30, 2.0]
"""Factors whose running product leaves the range of float32, and may come back."""


def cumsum(draw, values=None):
    if now_and_then(draw, 30):
        return (draw(many_rows()), 0), {}
    x = draw(arrays(values=values))
    dim = draw(dims(x))
    dtype = np.dtype(draw(st.sampled_from(NUMBERS)))
    calls = [((x, dim), {}), ((x,), {"dim": dim})]
    if x.dtype.kind != "c":
        calls += [((x, dim), {"dtype": dtype})]
    return draw(st.sampled_from(calls))


def cumprod(draw):
    if now_and_then(draw, 30):
        return (draw(arrays(shape=(6,), dtypes=(np.float32,), values=STEEP)), 0), {}
    return cumsum(draw, values=[1, 2, -1, 3, 0.5])


def diff(draw):
    x = draw(arrays(min_dims=1))
    dim = draw(dims(x))
    options = {"n": draw(st.integers(0, 4)), "dim": dim}
    for name in ("prepend", "append"):
        if draw(st.booleans()):
            side = list(x.shape)
            side[dim] = draw(st.integers(0, 2))
            options[name] = draw(arrays(shape=tuple(side), dtypes=(x.dtype.type, x.dtype.type, *NUMBERS)))
    calls = [((x,), {}), ((x, options["n"]), {}), ((x, options["n"], dim), {}), ((x,), options)]
    return draw(st.sampled_from([*calls, ((x, *options.values()), {})] if len(options) == 4 else calls))
