"""Inputs for torchref/operations/sampling.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, REALS, arrays, broadcastable, shapes

PROBABILITIES = [0.0, 0.1, 0.5, 0.9, 1.0]
WEIGHTS = [0.0, 0.25, 1.0, 3.0, 100.0]
SPREADS = [0.0, 0.5, 1.0, 10.0]
FRACTIONS = (*FLOATS, np.complex128)


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
    return args, draw(st.sampled_from([{}, {"dtype": draw(st.sampled_from(REALS))}]))


def randperm(draw):
    return (draw(st.integers(0, 20)),), draw(st.sampled_from([{}, {"dtype": draw(st.sampled_from(REALS))}]))


def uniform_(draw):
    low = draw(st.floats(-10, 10))
    x = draw(arrays(dtypes=FLOATS))
    return draw(st.sampled_from([(x,), (x, low, low + draw(st.floats(0, 10)))]))


def normal(draw):
    mean = draw(arrays(dtypes=FLOATS))
    std = draw(broadcastable(mean, dtypes=FLOATS, values=SPREADS))
    number, size = draw(st.floats(-5, 5)), draw(shapes())
    choices = [(mean,), (mean, abs(number)), (mean, std), (number, std), (number, abs(number), size)]
    return draw(st.sampled_from(choices))


def bernoulli(draw):
    x = draw(arrays(dtypes=FLOATS, values=PROBABILITIES))
    return draw(st.sampled_from([(x,), (draw(arrays()), draw(st.sampled_from(PROBABILITIES)))]))


def multinomial(draw):
    x = draw(arrays(shapes(min_dims=1, max_dims=2, min_side=1, max_side=5), dtypes=FLOATS, values=WEIGHTS))
    x[..., 0] += 1
    replacement = draw(st.booleans())
    return x, draw(st.integers(1, 8 if replacement else x.shape[-1])), replacement
