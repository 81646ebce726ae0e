"""Inputs for torchref/operations/comparison.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, DTYPES, FLOATS, REALS, arrays, broadcastable

NUMBERS = (-3, 0, 2, 7, 0.5, -2.75, True)
ORDERED = (np.bool_, *REALS)
ROUNDED = [0, 16777216, 16777217]
"""``float32`` does not hold the last."""


def eq(draw, dtypes=DTYPES):
    special = draw(st.sampled_from(["", "", "", "", "rounds", "wraps"]))
    if special == "rounds":
        x = draw(arrays(dtypes=(np.int32, np.int64), values=ROUNDED, min_side=1))
        return x, draw(broadcastable(x, dtypes=(np.float32,), values=ROUNDED))
    if special == "wraps":
        return draw(arrays(dtypes=(np.uint8,), values=[44, 253])), draw(st.sampled_from([-3, 300]))
    x = draw(arrays(dtypes=dtypes))
    return x, draw(st.one_of(broadcastable(x), broadcastable(x, dtypes=dtypes), st.sampled_from(NUMBERS)))


ne = eq


def lt(draw):
    return eq(draw, ORDERED)


le = gt = ge = lt


def maximum(draw):
    values = draw(st.sampled_from([None, [0, 1, -2, 2.5, math.nan, math.inf, -math.inf]]))
    x = draw(arrays(dtypes=ORDERED if values is None else FLOATS, values=values))
    return x, draw(broadcastable(x, dtypes=ORDERED if values is None else FLOATS, values=values))


minimum = maximum


def equal(draw):
    x = draw(arrays())
    return x, draw(st.one_of(st.just(x.copy()), broadcastable(x), arrays()))


AWKWARD = [0.0, -0.0, 1.0, 1.000001, -1.0, 1.05, 2.5, 1e-9, 2e-9, math.nan, math.inf, -math.inf]
LIMITS = [(1.0, 1.000009), (1.0, 1.000015), (0.0, 9e-9), (0.0, 1.5e-8)]
"""On either side of the default ``rtol``, and of ``atol``."""

TOLERANCES = (
    ((), {}),
    ((0.1,), {}),
    ((0.0, 0.5), {}),
    ((0.0, 0.0, True), {}),
    ((), {"rtol": 0.1}),
    ((), {"atol": 0.5}),
    ((), {"rtol": 0.0}),
    ((), {"atol": 0.0}),
    ((), {"equal_nan": True}),
)


def allclose(draw):
    kind = draw(st.sampled_from([*["any"] * 4, *LIMITS, "rtol", "atol"]))
    if kind in LIMITS:
        one, other = kind
        x = draw(arrays(dtypes=(np.float32, np.float64), values=[one], min_side=1, max_dims=2))
        return x, draw(broadcastable(x, values=[other]))
    if kind in ("rtol", "atol"):
        x = draw(arrays())
        return (x, x.copy()), {kind: -0.4}
    values = draw(st.sampled_from([AWKWARD, AWKWARD, None]))
    x = draw(arrays(values=values, dtypes=DTYPES if values is None else (*FLOATS, *COMPLEX)))
    y = draw(st.one_of(st.just(x.copy()), *[broadcastable(x, values=values)] * 2))
    more, options = draw(st.sampled_from(TOLERANCES))
    return (x, y, *more), options


isclose = allclose


def is_nonzero(draw):
    shape = draw(st.sampled_from([(), (1,), (1, 1), (1, 1, 1), (0,), (2,)]))
    return (draw(arrays(shape=shape, values=[0, 0, 1, -2])),)


def isin(draw):
    x = draw(arrays(dtypes=REALS, values=[0, 1, 2, 3, 7, 10, -3]))
    y = draw(arrays(dtypes=REALS, values=[0, 2, 7, 100, -3]))
    more = draw(st.sampled_from([{}, {}, {"invert": True}, {"invert": False}]))
    return draw(st.sampled_from([((x, y), more), ((x, 2), more), ((3, y), more)]))


def logical_xor(draw):
    x = draw(arrays(values=[0, 0, 1, 2]))
    return x, draw(broadcastable(x, dtypes=DTYPES, values=[0, 0, 1, 2]))
