"""Inputs for torchref/operations/reduction.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, FLOATS, REALS, arrays, broadcastable, dims, several_dims

ORDERED = (np.bool_, *REALS)
INEXACT = (*FLOATS, np.complex128)
WITH_NAN = [0.0, 1.0, -1.0, 2.5, 7.0, math.nan, math.inf, -math.inf]


def one_or_several_dims(draw, x):
    """None, one dimension, several, or an empty tuple, which means all."""
    return draw(st.sampled_from([None, draw(dims(x)), draw(several_dims(x)), ()]))


def comparable(draw, dtypes=ORDERED):
    """Numbers with ties, and for floats nan and infinities among them."""
    dtype = draw(st.sampled_from(dtypes))
    return draw(arrays(dtypes=(dtype,), values=WITH_NAN if dtype in FLOATS else None))


def sum(draw):
    x = draw(arrays(dtypes=(*DTYPES, np.uint8, np.int32), values=[0, 1, 2, 3, 7, 100]))
    options = draw(st.sampled_from([{}, {"dtype": np.dtype("float32")}, {"dtype": np.dtype("int64")}]))
    return (x, one_or_several_dims(draw, x), draw(st.booleans())), options if x.dtype.kind != "c" else {}


def prod(draw):
    x = draw(arrays(values=[1, 2, -1, 3, 0, 0.5], max_dims=3, max_side=3))
    some = draw(st.sampled_from([(), (draw(dims(x)), draw(st.booleans()))]))
    options = draw(st.sampled_from([{}, {"dtype": np.dtype("float64")}]))
    return (x, *some), options if x.dtype.kind != "c" else {}


def mean(draw):
    dtype = draw(st.sampled_from([None, np.dtype("float32"), np.dtype("float64"), np.dtype("complex128")]))
    x = draw(arrays(dtypes=INEXACT if dtype is None else ORDERED))
    return (x, one_or_several_dims(draw, x), draw(st.booleans())), {"dtype": dtype}


def var(draw):
    x = draw(arrays(dtypes=INEXACT))
    options = {"correction": draw(st.sampled_from([0, 1, 2, 0.5])), "keepdim": draw(st.booleans())}
    return (x, one_or_several_dims(draw, x)), draw(st.sampled_from([{}, options]))


std = var


def norm(draw):
    x = draw(arrays(dtypes=INEXACT))
    p = draw(st.sampled_from(["fro", 2, 1, 0, 3, 0.5, math.inf, -math.inf, "nuc"]))
    dim = draw(several_dims(x)) if p == "nuc" else one_or_several_dims(draw, x)
    options = draw(st.sampled_from([{}, {"dtype": np.dtype("float64")}]))
    return (x, p, dim, draw(st.booleans())), options if x.dtype.kind != "c" else {}


def logsumexp(draw):
    dtype = draw(st.sampled_from(DTYPES))
    x = draw(arrays(dtypes=(dtype,), values=[0.0, 1.0, -2.5, 1000.0, math.inf, -math.inf] if dtype in FLOATS else None))
    return x, draw(st.sampled_from([draw(dims(x)), draw(several_dims(x))])), draw(st.booleans())


def max(draw):
    x = comparable(draw)
    other = draw(broadcastable(x, dtypes=ORDERED))
    return draw(st.sampled_from([(x,), (x, other), (x, draw(dims(x))), (x, draw(dims(x)), True)]))


min = max


def amax(draw):
    x = comparable(draw)
    return draw(
        st.sampled_from([(x,), (x, draw(dims(x))), (x, draw(several_dims(x)), True), (x, (), draw(st.booleans()))])
    )


amin = amax


def argmax(draw):
    x = comparable(draw, REALS)
    return x, draw(st.sampled_from([None, draw(dims(x))])), draw(st.booleans())


argmin = argmax


def median(draw):
    """Without ties, because torch is free to return the index of any of them."""
    x = draw(arrays(dtypes=REALS))
    x[...] = np.random.default_rng(draw(st.integers(0, 2**16))).permutation(x.size).reshape(x.shape)
    if x.dtype.kind == "f" and x.size and draw(st.booleans()):
        x[tuple(side - 1 for side in x.shape)] = math.nan
    whole = [(x,)] if x.size or x.dtype.kind == "f" else []
    return draw(st.sampled_from([*whole, (x, draw(dims(x)), draw(st.booleans()))]))


def any(draw):
    x = draw(arrays(dtypes=(*DTYPES, np.uint8), values=[0, 0, 0, 1, 2]))
    return x, one_or_several_dims(draw, x), draw(st.booleans())


def all(draw):
    x = draw(arrays(dtypes=(*DTYPES, np.uint8), values=[0, 1, 2, 3, 4, 5]))
    return x, one_or_several_dims(draw, x), draw(st.booleans())
