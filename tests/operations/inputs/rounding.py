"""Inputs for torchref/operations/rounding.py."""

import math

from hypothesis import strategies as st

from tests.operations.generate import DTYPES, REALS, arrays, broadcastable


def round(draw):
    decimals = draw(st.sampled_from([0, 1, 2, -1]))
    return (draw(arrays(dtypes=REALS, values=[0, 0.5, 1.5, 2.5, -0.5, -2.5, 3.14159, -271.828, 15, 25])),), {
        "decimals": decimals
    }


def clamp(draw):
    x = draw(arrays())
    bounds = st.sampled_from([None, -2, 0, 3, 0.5, -1.25, math.inf, math.nan])
    arrays_or_none = st.sampled_from([None, draw(broadcastable(x, dtypes=REALS)), draw(broadcastable(x, dtypes=REALS))])
    return (x, *draw(st.one_of(st.tuples(bounds, bounds), st.tuples(arrays_or_none, arrays_or_none))))


def nan_to_num(draw):
    x = draw(arrays(dtypes=DTYPES))
    if x.dtype.kind in "fc" and x.size:
        x = draw(arrays(shape=x.shape, dtypes=(x.dtype.type,), values=[1, math.nan, math.inf, -math.inf, -2]))
    return draw(st.sampled_from([(x,), (x, 7.0), (x, 7.0, 100.0), (x, 0.0, 100.0, -100.0), (x, 0.0, None, -1.5)]))
