"""Inputs for torchref/operations/decompositions.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import arrays
from tests.operations.inputs.linalg import FIELDS, VALUES, matrices


def cholesky(draw):
    root = draw(matrices())
    x = root @ root.mT.conj() + np.eye(root.shape[-1], dtype=root.dtype)
    upper = draw(st.booleans())
    unread = 5 * np.ones_like(x)
    return (x + (np.tril(unread, -1) if upper else np.triu(unread, 1)),), {"upper": upper}


def eigh(draw):
    return draw(matrices()), draw(st.sampled_from("LU"))


def svd(draw):
    return draw(arrays(dtypes=FIELDS, values=VALUES, min_dims=2, max_dims=4)), draw(st.booleans())


def qr(draw):
    x = draw(arrays(dtypes=FIELDS, values=VALUES, min_dims=2, max_dims=4))
    return x, draw(st.sampled_from(["reduced", "complete", "r"]))
