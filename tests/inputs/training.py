"""Inputs for torchref/operations/training.py."""

import numpy as np
from hypothesis import strategies as st

from tests.generate import DTYPES, FLOATS, NUMBERS, REALS, arrays, broadcastable, shapes


def Linear(draw):
    dtype = (draw(st.sampled_from(NUMBERS)),)
    before, features, results = draw(shapes(max_dims=3)), draw(st.integers(0, 4)), draw(st.integers(0, 4))
    x = draw(arrays(shape=(*before, features), dtypes=dtype))
    weight = draw(arrays(shape=(results, features), dtypes=dtype))
    return x, weight, draw(st.one_of(st.none(), arrays(shape=(results,), dtypes=dtype)))


def relu(draw):
    return (draw(arrays(dtypes=REALS)),)


def MSELoss(draw):
    x = draw(arrays(dtypes=FLOATS))
    y = draw(broadcastable(x, dtypes=(*FLOATS, np.int64)))
    reduction = draw(st.sampled_from(("mean", "sum", "none", None)))
    return (x, y), {"reduction": reduction} if reduction else {}


def one_hot(draw):
    x = draw(arrays(dtypes=(np.int64,), values=[0, 1, 2, 3]))
    return draw(st.sampled_from([(x,), (x, -1), (x, 4), (x, 6)]))


def pad(draw):
    mode = draw(st.sampled_from(("constant", "constant", "reflect", "replicate", "circular")))
    if mode == "constant":
        x = draw(arrays(dtypes=DTYPES, min_dims=1))
        sides = draw(st.integers(0, x.ndim))
        widths = tuple(draw(st.integers(-2, 3)) for _ in range(2 * sides))
        return draw(st.sampled_from([(x, widths), (x, widths, mode, None), (x, widths, mode, 1)]))
    x = draw(arrays(dtypes=FLOATS, min_dims=2, min_side=1))
    sides = draw(st.integers(1, min(3, x.ndim - 1)))
    return x, tuple(draw(st.integers(0, 3)) for _ in range(2 * sides)), mode
