"""Inputs for torchref/operations/floats.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, INTEGERS, REALS, arrays, broadcastable

SIGNED = [0.0, -0.0, 1.0, -1.0, 2.5, -7.0, 1e-3, 100.0]


def copysign(draw):
    dtypes = draw(st.sampled_from([FLOATS, (np.bool_, *REALS)]))
    values = SIGNED if dtypes == FLOATS else None
    x = draw(arrays(dtypes=dtypes, values=values))
    return x, draw(st.one_of(broadcastable(x, dtypes=dtypes, values=values), st.sampled_from([-1, 2, -0.0, 0.5])))


def signbit(draw):
    values = [*SIGNED, math.inf, -math.inf]
    return (draw(st.one_of(arrays(dtypes=FLOATS, values=values), arrays(dtypes=(np.bool_, *REALS)))),)


def frexp(draw):
    return (draw(arrays(dtypes=FLOATS, values=[0.0, 1.0, -0.75, 10.0, 65504.0, -3e-5, 2.0**-20])),)


def ldexp(draw):
    """Exponents as integers, and as fractions, whose power is multiplied."""
    y = draw(arrays(dtypes=draw(st.sampled_from([INTEGERS[2:], FLOATS])), values=[0, 1, -1, 2, 3, -5, 10]))
    return draw(arrays(shape=y.shape, dtypes=REALS)), y


def nextafter(draw):
    x = draw(arrays(dtypes=FLOATS, values=[*SIGNED, math.inf, -math.inf, math.nan]))
    return x, draw(broadcastable(x, dtypes=(x.dtype.type, np.float64), values=[*SIGNED, math.inf, -math.inf]))
