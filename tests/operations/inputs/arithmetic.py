"""Inputs for torchref/operations/arithmetic.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, NUMBERS, REALS, arrays, broadcastable


def pair(draw, dtypes=DTYPES, numbers=(2, -3, 0.5), values=None):
    """Two arrays that broadcast, in either order, or an array and a number."""
    x = draw(arrays(dtypes=dtypes, values=values))
    y = draw(broadcastable(x, dtypes=dtypes, values=values))
    return draw(st.sampled_from([(x, y), (y, x), (x, draw(st.sampled_from(numbers)))]))


DYADIC = [0, 1, -1, 0.5, -0.5, 2.25, -3, 7, 10, -20]
"""Numbers whose quotients are not a hair from a whole number: float32 and float64 round them alike."""


def _alpha(draw):
    return draw(st.sampled_from([{}, {"alpha": 2}, {"alpha": -1}, {"alpha": 0.5}]))


def add(draw):
    return pair(draw), _alpha(draw)


def sub(draw):
    return pair(draw, NUMBERS), _alpha(draw)


def mul(draw):
    return pair(draw)


def div(draw):
    mode = draw(st.sampled_from([None, "floor", "trunc"]))
    return pair(draw, REALS, values=DYADIC) if mode else pair(draw), {"rounding_mode": mode}


def floor_divide(draw):
    return pair(draw, REALS, values=DYADIC)


def remainder(draw):
    return pair(draw, REALS, values=DYADIC)


def pow(draw):
    if draw(st.booleans()):
        return pair(draw, (*REALS, np.bool_), values=[0, 1, -1, 2, -2, 3, -3])
    return pair(draw, NUMBERS, values=[1, -1, 2, -2, 3, -3])
