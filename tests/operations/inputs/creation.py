"""Inputs for torchref/operations/creation.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, FLOATS, NUMBERS, REALS, AsIs, arrays, shapes

NUMBER = st.sampled_from([0, 1, -3, 7, True, False, 0.5, -2.75, 3.0, 1.5 - 2j])


def sized(draw, *more, dtypes=DTYPES):
    options = {"dtype": draw(st.sampled_from(dtypes))} if draw(st.booleans()) else {}
    return (draw(st.one_of(shapes(), st.integers(0, 5))), *more), options


def data(draw):
    x = draw(arrays())
    options = {"dtype": draw(st.sampled_from(DTYPES))} if draw(st.booleans()) else {}
    return (draw(st.sampled_from([x, x.view(AsIs), x.tolist()])),), options


def like(draw, *more):
    return (draw(arrays()), *more), {"dtype": draw(st.sampled_from(DTYPES))} if draw(st.booleans()) else {}


tensor = as_tensor = data
zeros = ones = empty = sized
zeros_like = ones_like = like


def Tensor(draw):
    x = draw(arrays(dtypes=REALS, min_dims=1))
    return draw(st.sampled_from([(), x.shape, (x.shape,), (x.view(AsIs),), (x.tolist(),)]))


def full(draw):
    return sized(draw, draw(NUMBER))


def full_like(draw):
    return like(draw, draw(NUMBER))


def eye(draw):
    sides = draw(st.lists(st.integers(0, 20), min_size=1, max_size=2))
    return tuple(sides), {"dtype": draw(st.sampled_from(DTYPES))} if draw(st.booleans()) else {}


def arange(draw):
    number = draw(st.sampled_from([st.integers(-6, 6), st.sampled_from([-2.5, -1.0, 0.1, 0.5, 1.3, 4.1])]))
    start, end, step = draw(number), draw(number), draw(number)
    whole = isinstance(start, int)
    options = {"dtype": draw(st.sampled_from(REALS if whole else [*FLOATS, np.int64]))} if draw(st.booleans()) else {}
    ahead = abs(step) if end >= start else -abs(step)
    return draw(st.sampled_from([(abs(end),), (start, start + abs(end)), (start, end, ahead or 1)])), options


def linspace(draw):
    whole = draw(st.booleans())
    number = st.sampled_from([-3, 0, 1, 10] if whole else [-3, 10, -2.5, 0.1, 1.3, 1 + 2j])
    options = {"dtype": draw(st.sampled_from(NUMBERS if whole else FLOATS))} if draw(st.booleans()) else {}
    steps = st.sampled_from([0, 1, 2, 3, 5, 9]) if options.get("dtype") is np.int64 else st.integers(0, 12)
    return (draw(number), draw(number), draw(steps)), options
