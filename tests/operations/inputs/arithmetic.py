"""Inputs for torchref/operations/arithmetic.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, DTYPES, FLOATS, INTEGERS, NUMBERS, REALS, arrays, broadcastable


def pair(draw, dtypes=DTYPES, numbers=(2, -3, 0.5, 300, 1j), values=None):
    """Two arrays that broadcast, or an array and a number, in either order."""
    x = draw(arrays(dtypes=dtypes, values=values))
    y = draw(st.one_of(*[broadcastable(x, dtypes=dtypes, values=values)] * 2, st.sampled_from(numbers)))
    return (x, y) if draw(st.booleans()) else (y, x)


DYADIC = [0, 1, -1, 0.5, -0.5, 2.25, -3, 7, 10, -20]
"""Numbers whose quotients are not a hair from a whole number: float32 and float64 round them alike."""


def _scaled(draw, dtypes):
    """Two arrays or an array and a number, and a factor, which raises where a fraction meets integers."""
    both = pair(draw, dtypes)
    return both, draw(st.sampled_from([{}, {"alpha": 2}, {"alpha": -1}, {"alpha": 0.5}]))


def add(draw):
    return _scaled(draw, DTYPES)


def sub(draw):
    return _scaled(draw, NUMBERS)


def mul(draw):
    return pair(draw)


def quotient(draw):
    """A divisor of 0 only for floats: of integers it raises."""
    if draw(st.sampled_from([*"small", "large"])) == "large":
        return pair(draw, (np.int64, np.float32), (7.0, 0.1), [3, 0.1, 7, 2147483647])
    x, y = pair(draw, REALS, (2, -3, 0.5, 300), DYADIC)
    if np.result_type(x, y).kind in "iu" and isinstance(y, np.ndarray):
        y[y == 0] = 5
    return x, y


def div(draw):
    mode = draw(st.sampled_from([None, "floor", "trunc"]))
    if mode is None:
        return pair(draw), draw(st.sampled_from([{}, {"rounding_mode": None}]))
    return quotient(draw), {"rounding_mode": mode}


floor_divide = remainder = quotient


def abs(draw):
    return (draw(arrays(dtypes=NUMBERS)),)


neg = abs


def sign(draw):
    return (draw(arrays(dtypes=(np.bool_, *REALS))),)


def sgn(draw):
    return (draw(arrays()),)


def positive(draw):
    return (draw(arrays()),)


def _three(draw, dtypes, values=None):
    """A tensor and two factors that broadcast, of one dtype or of several."""
    x = draw(arrays(dtypes=dtypes, values=values))
    kinds = draw(st.sampled_from([(x.dtype.type,), dtypes]))
    return x, *(draw(broadcastable(x, dtypes=kinds, values=values)) for _ in range(2))


def addcmul(draw):
    return _three(draw, NUMBERS), draw(st.sampled_from([{}, {"value": 2}, {"value": -0.5}, {"value": 1.75}]))


def addcdiv(draw):
    """Divisors that are not 0, now and then integers alone, which raises."""
    x, y, z = _three(draw, (*FLOATS, *COMPLEX, np.int16), [1, 2, -3, 4, 8, -1])
    return (x, y, z), draw(st.sampled_from([{}, {"value": 2}, {"value": -0.5}]))


def fmod(draw):
    """A divisor of 0 only for floats: of integers it raises."""
    x = draw(arrays(dtypes=REALS, values=DYADIC))
    y = draw(st.one_of(broadcastable(x, dtypes=REALS, values=DYADIC), st.sampled_from((2, -3, 0.5, 300))))
    if np.result_type(x, y).kind in "iu" and isinstance(y, np.ndarray):
        y[y == 0] = 5
    return x, y


def gcd(draw):
    x = draw(arrays(dtypes=INTEGERS, values=[0, 1, -1, 2, 4, 6, -9, 12, 18, 30, 100]))
    return x, draw(broadcastable(x, dtypes=INTEGERS, values=[0, 1, -1, 2, 4, 6, -9, 12, 18, 30, 100]))


lcm = gcd


def lerp(draw):
    """Weights on both sides of one half, and beyond 0 and 1."""
    values = [0.0, 1.0, -2.5, 7.0, 100.0]
    x = draw(arrays(dtypes=(np.float16, np.float32, np.float64), values=values))
    end = draw(broadcastable(x, values=values))
    weights = [0.0, 1.0, 0.5, 0.25, 0.75, -1.0, 2.0]
    return x, end, draw(st.one_of(st.sampled_from(weights), broadcastable(x, values=weights)))


def hypot(draw):
    x = draw(arrays(dtypes=(np.float16, np.float32, np.float64)))
    return x, draw(broadcastable(x, dtypes=(x.dtype.type, np.float32)))
