"""Inputs for torchref/operations/statistics.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, REALS, arrays, dims
from tests.operations.inputs.reduction import INEXACT, along, comparable, many_rows, now_and_then, one_or_several_dims


def var(draw):
    if now_and_then(draw, 30):
        return (draw(many_rows()), 0), {}
    if now_and_then(draw, 10):
        return (draw(arrays(shape=(), dtypes=INEXACT)),), {"dim": draw(st.sampled_from([0, -1])), "correction": 0}
    x = draw(arrays(dtypes=INEXACT, values=[60000.0, 0.0] if now_and_then(draw) else None))
    dim, keepdim, unbiased = one_or_several_dims(draw, x), draw(st.booleans()), draw(st.booleans())
    newer = {"correction": draw(st.sampled_from([0, 1, 2, 0.5, 100, None])), "keepdim": keepdim}
    older = {"unbiased": unbiased, "keepdim": keepdim}
    calls = [((x,), {}), ((x,), newer), ((x, dim), newer), ((x,), {"dim": dim, **newer}), ((x, unbiased), {})]
    calls += [((x, dim), older), ((x, dim, unbiased, keepdim), {}), ((x,), {"dim": dim, **older})]
    return draw(st.sampled_from([*calls, ((x,), {"unbiased": unbiased}), ((x, dim), {"keepdim": keepdim})]))


std = var


def median(draw):
    if now_and_then(draw):
        return (draw(arrays(shape=(0,), dtypes=REALS)),)
    if now_and_then(draw, 6):
        return along(draw, draw(arrays(shape=(3, 4), dtypes=FLOATS, values=[1.0, 2.0, 3.0, 4.0, math.nan])), 0)
    x = comparable(draw, REALS)
    return along(draw, x, draw(dims(x)))


def quantile(draw, values=None):
    """One fraction or several, along a dimension or over all, by each rule of interpolation."""
    x = draw(arrays(dtypes=(np.float32, np.float64), values=values, min_side=1))
    q = draw(st.sampled_from([0.0, 0.25, 0.5, 0.8, 1.0, [0.25], [0.0, 0.4, 1.0]]))
    q = np.array(q, x.dtype) if isinstance(q, list) else q
    how = {"interpolation": draw(st.sampled_from(["linear", "lower", "higher", "midpoint", "nearest"]))}
    dim, keepdim = draw(dims(x)), draw(st.booleans())
    calls = [((x, q), {}), ((x, q), how), ((x, q, dim), how), ((x, q, dim, keepdim), how), ((x, q), {"dim": dim})]
    return draw(st.sampled_from([*calls, ((x, q), {"dim": None, "keepdim": keepdim})]))


def nanquantile(draw):
    return quantile(draw, [0.0, 1.0, -1.0, 2.5, 7.0, math.nan])


def mode(draw):
    x = draw(arrays(dtypes=(np.bool_, *REALS), values=[0, 1, 2, 3], min_side=0 if now_and_then(draw) else 1))
    return along(draw, x, draw(dims(x)))


std_mean = var_mean = var


def cov(draw):
    x = draw(arrays(dtypes=(*INEXACT, np.int64), min_dims=1, max_dims=2, min_side=2))
    n = x.shape[-1]
    how_often = np.array(draw(st.lists(st.integers(1, 3), min_size=n, max_size=n)))
    weights = {"fweights": how_often, "aweights": how_often / 4}
    some = {name: weights[name] for name in draw(st.sampled_from([[], ["fweights"], ["aweights"], [*weights]]))}
    return (x,), draw(st.sampled_from([some, {**some, "correction": 0}]))


def corrcoef(draw):
    return (draw(arrays(dtypes=(*INEXACT, np.int64), min_dims=1, max_dims=2, min_side=2)),)
