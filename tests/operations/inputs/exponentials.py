"""Inputs for torchref/operations/exponentials.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, INTEGERS, REALS, arrays, broadcastable


def logaddexp(draw):
    values = [0.0, 1.0, -2.5, 10.0, 500.0, -500.0, -math.inf, math.inf]
    x = draw(arrays(dtypes=FLOATS, values=values))
    return x, draw(broadcastable(x, values=values))


logaddexp2 = logaddexp


def logit(draw):
    """Probabilities, 0 and 1, and values that are none."""
    x = draw(arrays(dtypes=(*FLOATS, *INTEGERS, np.bool_), values=[0.0, 1.0, 0.25, 0.5, 0.9, 1.5, -1.0]))
    return (x, *draw(st.sampled_from([(), (None,), (0.125,), (1e-2,)])))


def xlogy(draw):
    values = [0.0, 0.0, 1.0, 2.5, 7.0, -1.0, math.nan, math.inf]
    dtypes, values = draw(st.sampled_from([((np.bool_, *REALS), None), (FLOATS, values)]))
    x = draw(arrays(dtypes=dtypes, values=values))
    y = draw(broadcastable(x, dtypes=(x.dtype.type,) if values else dtypes, values=values))
    return draw(st.sampled_from([(x, y), (y, x), (x, 2), (0, x), (x, 0.5)]))
