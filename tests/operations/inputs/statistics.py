"""Inputs for torchref/operations/statistics.py."""

import math

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
