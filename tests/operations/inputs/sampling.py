"""Inputs for torchref/operations/sampling.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, FLOATS, REALS, arrays, broadcastable, shapes

PROBABILITIES = [0.0, 0.1, 0.5, 0.9, 1.0]
WEIGHTS = [0.0, 0.25, 1.0, 3.0, 100.0]
SPREADS = [0.0, 0.5, 1.0, 10.0]
FRACTIONS = (*FLOATS, *COMPLEX)


def rand(draw):
    size = draw(shapes())
    return draw(st.sampled_from([((size,), {}), ((size,), {"dtype": draw(st.sampled_from(FRACTIONS))})]))


randn = rand


def rand_like(draw):
    x = draw(arrays(dtypes=FRACTIONS))
    return draw(st.sampled_from([((x,), {}), ((draw(arrays()),), {"dtype": draw(st.sampled_from(FRACTIONS))})]))


def randint(draw):
    low = draw(st.integers(-50, 50))
    high = draw(st.integers(low + 1, 100))
    size = draw(shapes())
    args = draw(st.sampled_from([(low, high, size), (abs(high) + 1, size)]))
    dtype = np.dtype(draw(st.sampled_from((np.bool_, *REALS))))
    if dtype.kind in "bu":
        args = (0, 2, size) if dtype.kind == "b" else (abs(low), abs(low) + high - low, size)
    return args, draw(st.sampled_from([{}, {"dtype": dtype}]))


def randperm(draw):
    return (draw(st.integers(0, 20)),), draw(st.sampled_from([{}, {"dtype": draw(st.sampled_from(REALS))}]))


def uniform_(draw):
    low = draw(st.floats(-10, 10))
    x = draw(arrays(dtypes=FLOATS))
    high = low + draw(st.floats(0.1, 10))
    return draw(st.sampled_from([(x,), (x, low, high), (x, min(low, 0))]))


def normal(draw):
    mean = draw(arrays(dtypes=FLOATS))
    std = draw(broadcastable(mean, dtypes=FLOATS, values=SPREADS))
    number, size = draw(st.floats(-5, 5)), draw(shapes())
    dtype = {"dtype": np.dtype(draw(st.sampled_from(FLOATS)))}
    calls = [(mean,), (mean, abs(number)), (mean, std), (number, std), (number, abs(number), size)]
    return draw(st.sampled_from([*((call, {}) for call in calls), ((number, abs(number), size), dtype)]))


def bernoulli(draw):
    x = draw(arrays(dtypes=FLOATS, values=PROBABILITIES))
    like = draw(arrays(dtypes=(np.bool_, *REALS)))
    return draw(st.sampled_from([(x,), (like, draw(st.sampled_from(PROBABILITIES)))]))


def multinomial(draw):
    x = draw(arrays(shapes(min_dims=1, max_dims=2, min_side=1, max_side=5), dtypes=FLOATS, values=WEIGHTS))
    x[..., 0] += 1
    replacement = draw(st.booleans())
    return x, draw(st.integers(1, 8 if replacement else x.shape[-1])), replacement
