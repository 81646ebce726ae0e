"""Inputs for torchref/operations/bitwise.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import INTEGERS, arrays, broadcastable

WHOLE = (np.bool_, *INTEGERS)


def bitwise_and(draw):
    x = draw(arrays(dtypes=WHOLE))
    y = draw(st.one_of(broadcastable(x), broadcastable(x, dtypes=WHOLE), st.sampled_from([0, 1, 6, -3, 300, True])))
    return (x, y) if draw(st.booleans()) else (y, x)


bitwise_or = bitwise_xor = bitwise_and


def bitwise_not(draw):
    return (draw(arrays(dtypes=WHOLE)),)


def bitwise_left_shift(draw):
    """Counts from 0 to one less than the bits of the dtype: elsewhere nothing is promised."""
    x = draw(arrays(dtypes=INTEGERS))
    counts = list(range(x.itemsize * 8))
    return x, draw(st.one_of(broadcastable(x, values=counts), st.sampled_from(counts)))


bitwise_right_shift = bitwise_left_shift
