"""Inputs for torchref/operations/activations.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, REALS, arrays, dims


def softmax(draw):
    values = [0, 1, -1, 2.5, 1000, -1000, -math.inf]
    x = draw(st.one_of(arrays(dtypes=FLOATS, values=values), arrays(dtypes=(*REALS, np.bool_))))
    dtype = draw(st.sampled_from(FLOATS if x.dtype.kind in "ib" else (None, *FLOATS)))
    return (x, draw(dims(x))) if dtype is None else (x, draw(dims(x)), np.dtype(dtype))


def relu(draw):
    return (draw(arrays(dtypes=REALS)),)
