"""Inputs for torchref/operations/linalg.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, arrays, shapes

FIELDS = (np.float32, np.float64, *COMPLEX)
VALUES = [0, 1, -1, 2, 0.5]


def det(draw):
    return (draw(matrices()),)


def inverse(draw):
    x = draw(matrices())
    x += 7 * np.eye(x.shape[-1], dtype=x.dtype)
    return (x,)


def slogdet(draw):
    return (draw(matrices()),)


def matrix_power(draw):
    n = draw(st.integers(-3, 5))
    x = draw(matrices())
    x += 7 * np.eye(x.shape[-1], dtype=x.dtype)
    return x, n


def matrix_exp(draw):
    x = draw(matrices())
    return (np.ascontiguousarray(x) if x.ndim > 3 else x,)


@st.composite
def matrices(draw):
    """Square matrices, also batches of them and empty ones, with values that cancel to little rounding."""
    side = draw(st.integers(0, 4))
    return draw(arrays(shape=(*draw(shapes(max_dims=2)), side, side), dtypes=FIELDS, values=VALUES))
