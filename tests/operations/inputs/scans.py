"""Inputs for torchref/operations/scans.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, NUMBERS, arrays, dims
from tests.operations.inputs.reduction import comparable, many_rows, now_and_then

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


def cummax(draw):
    x = comparable(draw)
    return x, draw(dims(x))


cummin = cummax


def logcumsumexp(draw):
    x = draw(arrays(dtypes=FLOATS, values=[0.0, 1.0, -2.5, 50.0, -50.0, -math.inf], min_side=1))
    return x, draw(dims(x))


def trapezoid(draw):
    """Equal steps, other steps, or positions: one vector for all rows, or one for each."""
    y = draw(arrays(dtypes=(*FLOATS[1:], np.int64), min_dims=1, min_side=1))
    dim = draw(dims(y))
    dtype = y.dtype.type if y.dtype.kind == "f" else np.float32
    x = draw(arrays(shape=draw(st.sampled_from([y.shape, (y.shape[dim],)])), dtypes=(dtype,)))
    calls = [((y,), {}), ((y,), {"dim": dim}), ((y,), {"dx": 0.5, "dim": dim}), ((y, x), {"dim": dim})]
    return draw(st.sampled_from(calls))


cumulative_trapezoid = trapezoid


def gradient(draw):
    x = draw(arrays(dtypes=(np.float32, np.float64), min_dims=1, max_dims=3, min_side=3))
    order = {"edge_order": draw(st.sampled_from([1, 2]))}
    dim = draw(dims(x))
    places = np.cumsum(np.arange(1, x.shape[dim] + 1, dtype=x.dtype))
    calls = [((x,), {}), ((x,), order), ((x,), {"dim": dim, **order}), ((x,), {"spacing": 0.5, **order})]
    return draw(st.sampled_from([*calls, ((x,), {"spacing": (places,), "dim": dim, **order})]))
