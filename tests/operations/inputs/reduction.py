"""Inputs for torchref/operations/reduction.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, DTYPES, FLOATS, NUMBERS, REALS, arrays, broadcastable, dims, several_dims

INEXACT = (*FLOATS, *COMPLEX)
WITH_NAN = [0.0, 1.0, -1.0, 2.5, 7.0, math.nan, math.inf, -math.inf]


def now_and_then(draw, times=20):
    """True once in so many draws."""
    return draw(st.integers(1, times)) == 1


def one_or_several_dims(draw, x):
    """None, one dimension, several, or an empty tuple, which means all."""
    return draw(st.sampled_from([None, draw(dims(x)), draw(several_dims(x)), ()]))


def along(draw, x, dim):
    """The whole of ``x``, or along ``dim``: what follows stands by position or by keyword."""
    keepdim = draw(st.booleans())
    options = {"dim": dim, "keepdim": keepdim}
    return draw(st.sampled_from([((x,), {}), ((x, dim), {}), ((x, dim, keepdim), {}), ((x,), options)]))


@st.composite
def many_rows(draw):
    """Two columns so long that the order of adding shows in floats that are not wide."""
    dtype, value, rows = draw(st.sampled_from([(np.float16, 1, 5000), (np.float32, 0.1, 200_000)]))
    return np.full((rows, 2), value, dtype)


def comparable(draw, dtypes=(np.bool_, *REALS)):
    """Numbers with ties, and for floats nan and infinities among them; now and then no element."""
    dtype = draw(st.sampled_from(dtypes))
    values = WITH_NAN if dtype in FLOATS and draw(st.booleans()) else None
    return draw(arrays(dtypes=(dtype,), values=values, min_side=0 if now_and_then(draw) else 1))


def sum(draw):
    if now_and_then(draw, 30):
        return (draw(many_rows()), 0), {}
    x = draw(arrays(values=[0, 1, 2, 3, 7, 100]))
    args, options = along(draw, x, one_or_several_dims(draw, x))
    if x.dtype.kind != "c" and draw(st.booleans()):
        options = {**options, "dtype": np.dtype(draw(st.sampled_from(DTYPES)))}
    return args, options


def prod(draw):
    x = draw(arrays(values=[1, 2, -1, 3, 0, 0.5], max_dims=3, max_side=3))
    args, options = along(draw, x, draw(dims(x)))
    if x.dtype.kind != "c" and draw(st.booleans()):
        options = {**options, "dtype": np.dtype(draw(st.sampled_from(NUMBERS)))}
    return args, options


def mean(draw):
    if now_and_then(draw, 30):
        return (draw(many_rows()), 0), {}
    dtype = draw(st.sampled_from([None, *map(np.dtype, INEXACT)]))
    x = draw(arrays(dtypes=INEXACT if dtype is None else DTYPES if dtype.kind == "c" else (np.bool_, *REALS)))
    args, options = along(draw, x, one_or_several_dims(draw, x))
    return args, {**options, "dtype": dtype} if dtype else options


def norm(draw):
    if now_and_then(draw, 30):
        return (draw(many_rows()), 2, 0), {}
    if draw(st.integers(1, 6)) == 1:
        x = draw(arrays(dtypes=(np.float32, np.float64, *COMPLEX), min_dims=2, max_dims=3, min_side=1))
        return (x, "nuc", draw(several_dims(x, 2))[:2], draw(st.booleans())), {}
    values = [300.0, 0.0] if now_and_then(draw) else None
    x = draw(arrays(dtypes=INEXACT, values=values, min_side=0 if now_and_then(draw) else 1))
    p = draw(st.sampled_from(["fro", None, 2, 1, 0, 3, 0.5, -1, -2, math.inf, -math.inf]))
    dim = one_or_several_dims(draw, x)
    if p == "fro" and dim and type(dim) is tuple:
        dim = dim[:2]
    options = {"p": p, "dim": dim, "keepdim": draw(st.booleans())}
    if draw(st.booleans()):
        options["dtype"] = np.dtype(np.complex128 if x.dtype.kind == "c" else np.float64)
    return draw(
        st.sampled_from([((x,), {}), ((x,), options), ((x, p, dim), {}), ((x, p, dim, options["keepdim"]), {})])
    )


def logsumexp(draw):
    dtype = draw(st.sampled_from(DTYPES))
    values = [0.0, 1.0, -2.5, 1000.0, math.inf, -math.inf] if dtype in FLOATS else None
    x = draw(arrays(dtypes=(dtype,), values=values))
    dim, keepdim = draw(st.sampled_from([draw(dims(x)), draw(several_dims(x))])), draw(st.booleans())
    return draw(st.sampled_from([((x, dim), {}), ((x, dim, keepdim), {}), ((x,), {"dim": dim, "keepdim": keepdim})]))


def max(draw):
    x = comparable(draw)
    other = draw(broadcastable(x, dtypes=(x.dtype.type,) if draw(st.booleans()) else (np.bool_, *REALS)))
    return draw(st.sampled_from([((x,), {}), ((x, other), {}), along(draw, x, draw(dims(x)))]))


min = max


def amax(draw):
    x = comparable(draw)
    return along(draw, x, draw(st.sampled_from([draw(dims(x)), draw(several_dims(x)), ()])))


amin = amax


def argmax(draw):
    x = comparable(draw, REALS)
    return along(draw, x, draw(st.sampled_from([None, draw(dims(x)), draw(dims(x))])))


argmin = argmax


def any(draw):
    x = draw(st.one_of(arrays(values=[0, 0, 0, 1, 2]), arrays(dtypes=INEXACT, values=[0, 0, math.nan])))
    return along(draw, x, one_or_several_dims(draw, x))


def all(draw):
    x = draw(arrays(values=[0, 1, 2, 3, 4, 5]))
    return along(draw, x, one_or_several_dims(draw, x))


def aminmax(draw):
    x = comparable(draw)
    options = {"dim": draw(dims(x)), "keepdim": draw(st.booleans())}
    return (x,), draw(st.sampled_from([{}, options, {"dim": options["dim"]}]))


def count_nonzero(draw):
    x = draw(st.one_of(arrays(values=[0, 0, 1, 2]), arrays(dtypes=INEXACT, values=[0, 0, math.nan])))
    dim = one_or_several_dims(draw, x)
    return draw(st.sampled_from([((x,), {}), ((x, dim), {}), ((x,), {"dim": dim})]))


def dist(draw):
    x = draw(arrays(dtypes=(np.float32, np.float64, *COMPLEX), min_side=1))
    return (x, draw(broadcastable(x)), *draw(st.sampled_from([(), (2,), (1,), (0,), (3,), (0.5,), (math.inf,)])))


def sum_to_size(draw):
    x = draw(arrays(min_dims=1))
    kept = tuple(1 if draw(st.booleans()) else n for n in x.shape)
    return x, kept[draw(st.integers(0, x.ndim)) :]
