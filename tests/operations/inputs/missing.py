"""Inputs for torchref/operations/missing.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, FLOATS, REALS, arrays, broadcastable, dims
from tests.operations.inputs.reduction import along, one_or_several_dims


def isnan(draw):
    values = [0, 1, -2, math.nan, math.inf, -math.inf]
    return (draw(st.one_of(arrays(), arrays(values=values, dtypes=(*FLOATS, *COMPLEX)))),)


isinf = isnan


def nan_to_num(draw):
    x = draw(arrays())
    if x.dtype.kind in "fc":
        x = draw(arrays(shape=x.shape, dtypes=(x.dtype.type,), values=[1, math.nan, math.inf, -math.inf, -2]))
    more = draw(st.sampled_from([(), (None,), (7.0,), (7.0, 100.0), (0.0, 100.0, -100.0), (0.0, None, -1.5)]))
    return (x, *more), {} if more else draw(st.sampled_from([{}, {"nan": 7.0}, {"posinf": 3.0}, {"neginf": -4.0}]))


isfinite = isnan


def isposinf(draw):
    values = [0, 1, -2, math.nan, math.inf, -math.inf]
    return (draw(st.one_of(arrays(), arrays(values=values, dtypes=FLOATS))),)


isneginf = isposinf


def fmax(draw):
    values = draw(st.sampled_from([None, [0, 1, -2, 2.5, math.nan, math.inf, -math.inf]]))
    dtypes = (np.bool_, *REALS) if values is None else FLOATS
    x = draw(arrays(dtypes=dtypes, values=values))
    return x, draw(broadcastable(x, dtypes=dtypes, values=values))


fmin = fmax


WITH_NAN = [0.0, 1.0, -1.0, 2.5, 7.0, math.nan, math.nan]


def nansum(draw):
    x = draw(st.one_of(arrays(dtypes=(np.bool_, *REALS)), arrays(dtypes=FLOATS, values=WITH_NAN)))
    return along(draw, x, one_or_several_dims(draw, x))


def nanmean(draw):
    x = draw(arrays(dtypes=FLOATS, values=WITH_NAN))
    return along(draw, x, one_or_several_dims(draw, x))


def nanmedian(draw):
    x = draw(arrays(dtypes=draw(st.sampled_from([FLOATS, FLOATS, REALS])), values=WITH_NAN[:5], min_side=1))
    if x.dtype.kind == "f":
        x = draw(arrays(shape=x.shape, dtypes=(x.dtype.type,), values=WITH_NAN))
    return along(draw, x, draw(dims(x)))
