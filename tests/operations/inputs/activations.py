"""Inputs for torchref/operations/activations.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, REALS, arrays, dims


def softmax(draw):
    """Integers and bools only with the dtype to compute in; at times a column that ``float16`` does not add up."""
    values = [0, 1, -1, 2.5, 1000, -1000, -math.inf]
    x = draw(st.one_of(arrays(dtypes=FLOATS, values=values), arrays(dtypes=(*REALS, np.bool_))))
    if draw(st.sampled_from([*"rows", "column"])) == "column":
        return np.array([[7.65] * 2] + [[0.0] * 2] * 10, draw(st.sampled_from(FLOATS))), 0
    dim, dtype = draw(dims(x)), draw(st.sampled_from((None, *FLOATS) if x.dtype.kind == "f" else FLOATS))
    if dtype is None:
        return draw(st.sampled_from([((x, dim), {}), ((x,), {"dim": dim})]))
    return draw(st.sampled_from([((x, dim, np.dtype(dtype)), {}), ((x, dim), {"dtype": np.dtype(dtype)})]))


def relu(draw):
    return (draw(arrays(dtypes=REALS)),)
