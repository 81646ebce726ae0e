"""Inputs for torchref/operations/sorting.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, LAYOUTS, REALS, arrays, dims, laid_out, shapes

TIES = [0.0, -0.0, 1.0, -1.0, 0.5, math.inf, -math.inf, math.nan]


def _distinct(draw):
    """No two elements are equal, so that any correct order is the same; one may be NaN, one infinite."""
    shape = draw(shapes())
    rng = np.random.default_rng(draw(st.integers(0, 2**16)))
    dtype = draw(st.sampled_from(REALS))
    values = rng.permutation(math.prod(shape)) - 5
    x = (values if dtype is np.int64 else values * 0.5).astype(dtype)
    if dtype is not np.int64 and draw(st.booleans()):
        x[values == -5] = math.nan
        x[values == -4] = -math.inf
    return laid_out(x.reshape(shape), draw(st.sampled_from(LAYOUTS)))


def in_order(draw):
    """Equal elements only where ``stable=True`` says what becomes of them."""
    if draw(st.booleans()):
        x = draw(st.one_of(arrays(dtypes=(np.bool_, *REALS)), arrays(dtypes=FLOATS, values=TIES)))
        return (x, draw(dims(x)), draw(st.booleans())), {"stable": True}
    x = _distinct(draw)
    return draw(st.sampled_from([(x,), (x, draw(dims(x))), (x, draw(dims(x)), draw(st.booleans()))])), {}


sort = argsort = in_order


def topk(draw):
    x = _distinct(draw)
    dim = draw(dims(x))
    k = draw(st.integers(0, x.shape[dim] if x.ndim else 1))
    return x, k, dim, draw(st.booleans())


def unique(draw):
    x = draw(st.one_of(arrays(dtypes=(np.bool_, *REALS)), arrays(dtypes=FLOATS, values=[1.0, 2.0, math.nan, math.inf])))
    options = {"return_inverse": draw(st.booleans()), "return_counts": draw(st.booleans())}
    if x.ndim and not np.isnan(x).any() and draw(st.booleans()):
        options["dim"] = draw(dims(x))
    return (x,), options


def bincount(draw):
    x = draw(arrays(shapes(min_dims=1, max_dims=1, max_side=8), dtypes=(np.int32, np.int64), values=[0, 1, 2, 2, 5, 9]))
    weights = draw(st.one_of(st.none(), arrays(x.shape, dtypes=(np.bool_, *REALS))))
    return x, weights, draw(st.sampled_from([0, 1, 4, 12]))
