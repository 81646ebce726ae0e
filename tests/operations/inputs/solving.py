"""Inputs for torchref/operations/solving.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import arrays, broadcastable, shapes
from tests.operations.inputs.linalg import FIELDS, VALUES, matrices


def solve(draw):
    x = _regular(draw)
    left = draw(st.booleans())
    if left and draw(st.booleans()):
        return x, draw(
            arrays(shape=draw(st.sampled_from([x.shape[:-1], x.shape[-1:]])), dtypes=(x.dtype,), values=VALUES)
        )
    return (x, matching(draw, x, left)), {"left": left}


def lstsq(draw):
    rows, columns = draw(st.integers(1, 4)), draw(st.integers(1, 4))
    x = draw(arrays(shape=(*draw(shapes(max_dims=2)), rows, columns), dtypes=FIELDS, values=VALUES))
    x += 7 * np.eye(rows, columns, dtype=x.dtype)
    b = draw(arrays(shape=draw(st.sampled_from([x.shape[:-1], (*x.shape[:-1], 2)])), dtypes=(x.dtype,), values=VALUES))
    return (x, b), {"driver": draw(st.sampled_from([None, "gels", "gelsy", "gelsd", "gelss"]))}


def pinv(draw):
    x = draw(arrays(dtypes=FIELDS, values=VALUES, min_dims=2, max_dims=4))
    hermitian = x.shape[-1] == x.shape[-2] and draw(st.booleans())
    bounds = draw(st.sampled_from([{}, {"rtol": 0.01}, {"atol": 0.01}, {"rtol": 0.01, "atol": 0.02}]))
    return (x,), {**bounds, "hermitian": hermitian}


def solve_triangular(draw):
    x = _regular(draw)
    left = draw(st.booleans())
    options = {"upper": draw(st.booleans()), "left": left, "unitriangular": draw(st.booleans())}
    return (x, matching(draw, x, left)), options


def _regular(draw):
    """Square matrices that are far from singular."""
    x = draw(matrices())
    x += 7 * np.eye(x.shape[-1], dtype=x.dtype)
    return x


def matching(draw, x, left=True):
    """A matrix with as many rows as ``x``, or as many columns, in a batch that broadcasts with that of ``x``."""
    batch = draw(broadcastable(np.ones(x.shape[:-2]))).shape
    other = draw(st.integers(0, 3))
    shape = (*batch, *((x.shape[-1], other) if left else (other, x.shape[-1])))
    return draw(arrays(shape=shape, dtypes=(x.dtype,), values=VALUES))
