"""Inputs for torchref/operations/sorting.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, FLOATS, INTEGERS, REALS, arrays, dims, shapes

TIES = [0.0, -0.0, 1.0, -1.0, 0.5, math.inf, -math.inf, math.nan]


def with_ties(draw, dtypes=REALS):
    return draw(st.one_of(arrays(dtypes=dtypes), arrays(dtypes=FLOATS, values=TIES)))


def in_order(draw):
    """Of equal elements any order is right, but with ``stable=True``: seen from 17 elements on."""
    if draw(st.integers(1, 8)) == 1:
        x = draw(arrays(shape=(40,), dtypes=(np.bool_, *REALS)))
        return (x,), {"stable": True, "descending": draw(st.booleans())}
    x = with_ties(draw, (np.bool_, *REALS))
    dim, descending = draw(dims(x)), draw(st.booleans())
    options = {"dim": dim, "descending": descending}
    if draw(st.booleans()):
        options["stable"] = draw(st.booleans())
    calls = [((x,), {}), ((x, dim), {}), ((x, dim, descending), {}), ((x,), options), ((x,), {"stable": True})]
    return draw(st.sampled_from([*calls, ((x,), {"descending": True, **options})]))


sort = argsort = in_order


def topk(draw):
    x = with_ties(draw)
    dim = draw(dims(x))
    k = draw(st.integers(0, x.shape[dim] if x.ndim else 1))
    options = {"dim": dim, "largest": draw(st.booleans()), "sorted": draw(st.booleans())}
    calls = [((x, k, *options.values()), {}), ((x, k, dim), {}), ((x, k), options)]
    return draw(st.sampled_from([*calls, ((x, min([k, *x.shape[-1:]])), {})]))


def unique(draw):
    x = draw(st.one_of(arrays(dtypes=(np.bool_, *REALS)), arrays(dtypes=FLOATS, values=[1.0, 2.0, math.nan, math.inf])))
    options = {"sorted": True, "return_inverse": draw(st.booleans()), "return_counts": draw(st.booleans())}
    calls = [((x,), {}), ((x, *options.values()), {})]
    if x.size and x.ndim and not np.isnan(x).any():
        options["dim"] = draw(dims(x))
        calls += [((x, *options.values()), {})]
    return draw(st.sampled_from([*calls, ((x,), options)]))


def bincount(draw):
    if draw(st.integers(1, 30)) == 1:
        return np.zeros(50_000, np.int64), np.full(50_000, 0.1, np.float32)
    dtype = draw(st.sampled_from(INTEGERS))
    x = draw(arrays(shapes(min_dims=1, max_dims=1, max_side=8), dtypes=(dtype,), values=[0, 1, 2, 2, 5, 9]))
    weights = draw(st.one_of(st.none(), arrays(x.shape, dtypes=DTYPES[:-2])))
    minlength = draw(st.sampled_from([0, 1, 4, 12]))
    calls = [((x,), {}), ((x, weights), {}), ((x, weights, minlength), {}), ((x,), {"minlength": minlength})]
    return draw(st.sampled_from([*calls, ((x,), {"weights": weights, "minlength": minlength})]))


def kthvalue(draw):
    x = with_ties(draw)
    dim = draw(dims(x))
    k, keepdim = draw(st.integers(0, x.shape[dim] + 1 if x.ndim else 1)), draw(st.booleans())
    k = k if x.ndim else 1
    calls = [((x, k, dim), {}), ((x, k, dim, keepdim), {}), ((x, k), {"dim": dim, "keepdim": keepdim})]
    return draw(st.sampled_from([*calls, *[((x, k), {})] * (dim % max(x.ndim, 1) == x.ndim - 1)]))


def msort(draw):
    return (with_ties(draw, (np.bool_, *REALS)),)


def unique_consecutive(draw):
    values = [0, 0, 1, 1, math.nan] if draw(st.booleans()) else [0, 1]
    dtypes = FLOATS if math.nan in values else (np.bool_, *REALS)
    x = draw(st.one_of(arrays(dtypes=dtypes, values=values), arrays(shape=(12,), dtypes=dtypes, values=values)))
    options = {"return_inverse": draw(st.booleans()), "return_counts": draw(st.booleans())}
    if x.size and x.ndim and draw(st.booleans()):
        options["dim"] = draw(dims(x))
    return draw(st.sampled_from([((x,), {}), ((x,), options)]))
