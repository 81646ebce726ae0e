"""Inputs for torchref/operations/layers.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, NUMBERS, arrays, broadcastable, shapes


def Linear(draw):
    dtype = (draw(st.sampled_from(NUMBERS)),)
    before, features, results = draw(shapes(max_dims=3)), draw(st.integers(0, 4)), draw(st.integers(0, 4))
    x = draw(arrays(shape=(*before, features), dtypes=dtype))
    weight = draw(arrays(shape=(results, features), dtypes=dtype))
    return x, weight, draw(st.one_of(st.none(), arrays(shape=(results,), dtypes=dtype)))


def MSELoss(draw):
    x = draw(arrays(dtypes=FLOATS))
    y = draw(broadcastable(x, dtypes=(*FLOATS, np.int64)))
    reduction = draw(st.sampled_from(("mean", "sum", "none", None)))
    return (x, y), {"reduction": reduction} if reduction else {}
