"""Inputs for torchref/operations/scans.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import NUMBERS, arrays, dims


def cumsum(draw):
    x = draw(arrays())
    return draw(st.sampled_from([((x, draw(dims(x))), {}), ((x, draw(dims(x))), {"dtype": np.float64})]))


def cumprod(draw):
    return cumsum(draw)


def diff(draw):
    x = draw(arrays(min_dims=1))
    dim = draw(dims(x))
    options = {"n": draw(st.integers(0, 4)), "dim": dim}
    for name in ("prepend", "append"):
        if draw(st.booleans()):
            side = list(x.shape)
            side[dim] = draw(st.integers(0, 2))
            options[name] = draw(arrays(shape=tuple(side), dtypes=(x.dtype.type, *NUMBERS)))
    return draw(st.sampled_from([((x,), {}), ((x, options["n"]), {}), ((x,), options)]))
