"""Inputs for torchref/operations/norms.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import arrays, dims, several_dims
from tests.operations.inputs.linalg import FIELDS, VALUES

ORDERS = [1, -1, 2, -2, np.inf, -np.inf, "fro", "nuc"]


def vector_norm(draw):
    x = draw(arrays(dtypes=(np.float16, *FIELDS), values=VALUES, min_side=1))
    dim = draw(st.one_of(st.none(), dims(x), several_dims(x)))
    return (x, draw(st.sampled_from([0, 0.5, 1, 2, 3, -1, np.inf, -np.inf])), dim, draw(st.booleans())), {}


def matrix_norm(draw):
    x = _matrix(draw)
    places = draw(st.permutations(range(x.ndim)))[:2]
    dim = tuple(place - x.ndim if draw(st.booleans()) else place for place in places)
    return (x, draw(st.sampled_from(ORDERS)), dim, draw(st.booleans())), {}


def norm(draw):
    if draw(st.booleans()):
        x = draw(arrays(dtypes=FIELDS, values=VALUES, min_side=1))
        dim = draw(st.one_of(st.none(), dims(x)))
        order = draw(st.sampled_from([0, 1, 3, np.inf])) if x.ndim == 1 or dim is not None else None
        return (x, order, dim, draw(st.booleans())), {}
    x = _matrix(draw)
    pair = tuple(draw(st.permutations(range(x.ndim)))[:2])
    dim = pair if x.ndim > 2 else draw(st.sampled_from([None, pair]))
    return (x, draw(st.sampled_from(ORDERS)), dim, draw(st.booleans())), {}


def matrix_rank(draw):
    x = _matrix(draw)
    hermitian = x.shape[-1] == x.shape[-2] and draw(st.booleans())
    bounds = draw(st.sampled_from([{}, {"rtol": 0.01}, {"atol": 0.01}, {"rtol": 0.01, "atol": 0.02}]))
    return (x,), {**bounds, "hermitian": hermitian}


def cond(draw):
    side = draw(st.integers(1, 4))
    x = draw(arrays(shape=(*draw(st.sampled_from([(), (2,), (2, 3)])), side, side), dtypes=FIELDS, values=VALUES))
    x += 7 * np.eye(side, dtype=x.dtype)
    return x, draw(st.sampled_from([None, *ORDERS]))


def _matrix(draw):
    return draw(arrays(dtypes=FIELDS, values=VALUES, min_dims=2, max_dims=4, min_side=1))
