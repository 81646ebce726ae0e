"""Inputs for torchref/operations/bitwise.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import arrays, broadcastable, filled, laid_out


def two_integers(draw):
    x = draw(arrays(dtypes=(np.bool_, np.int32, np.int64)))
    y = draw(st.one_of(broadcastable(x, dtypes=(np.bool_, np.int32, np.int64)), st.sampled_from([0, 1, 6, -3, True])))
    return draw(st.sampled_from([(x, y), (y, x)])) if isinstance(y, np.ndarray) or type(y) is int else (x, y)


bitwise_and = bitwise_or = bitwise_xor = two_integers


def bitwise_not(draw):
    return (draw(arrays(dtypes=(np.bool_, np.int32, np.int64))),)


def shift(draw):
    """Counts from 0 to one less than the bits of the dtype: elsewhere nothing is promised."""
    x = draw(arrays(dtypes=(np.int32, np.int64)))
    places = filled(x.shape, x.dtype.type, draw(st.integers(0, 99)), list(range(x.itemsize * 8)))
    places = laid_out(places, draw(st.sampled_from(["contiguous", "transposed", "strided", "offset"])))
    return x, draw(st.sampled_from([places, places[:1] if places.ndim else places, draw(st.integers(0, 31))]))


bitwise_left_shift = bitwise_right_shift = shift
