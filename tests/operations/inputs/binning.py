"""Inputs for torchref/operations/binning.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import REALS, arrays, filled

VALUES = [0, 1, 2, 2.5, 3, 5, 7, 10, np.inf, -np.inf, np.nan]
FLOATS = (np.float32, np.float64)


def some(draw, dtype, **limits):
    """Values between and on the boundaries, some of which are not finite."""
    return draw(arrays(dtypes=(dtype,), values=VALUES if np.dtype(dtype).kind == "f" else [0, 1, 2, 3, 5, 7], **limits))


def in_order(draw, shape, dtype):
    """Boundaries in ascending order, some of which are equal."""
    return np.sort(filled(shape, dtype, draw(st.integers(0, 2**16)), [0, 1, 2, 2, 3, 5]), -1)


def sides(draw, **more):
    """Options that ``bucketize`` and ``searchsorted`` share, and more."""
    chosen = {"right": True, "out_int32": True, **more}
    return {key: value for key, value in chosen.items() if draw(st.booleans())}


def bucketize(draw):
    dtype = draw(st.sampled_from(REALS))
    boundaries = in_order(draw, draw(st.integers(0, 6)), draw(st.sampled_from([dtype, np.int64, np.float32])))
    return (draw(st.sampled_from([some(draw, dtype), 2, 2.5])), boundaries), sides(draw)


def searchsorted(draw):
    dtype = draw(st.sampled_from(REALS))
    other = draw(st.sampled_from([dtype, np.int64, np.float32]))
    values = some(draw, dtype, min_dims=1)
    shape = draw(st.sampled_from([(), values.shape[:-1]]))
    sequence = in_order(draw, (*shape, draw(st.integers(1, 6))), other)
    options = sides(draw, side="right")
    if draw(st.booleans()):
        sequence = sequence[..., ::-1].copy()
        options["sorter"] = np.argsort(sequence, -1, stable=True)
    if not shape and draw(st.booleans()):
        values = draw(st.sampled_from([2, 2.5]))
    return (sequence, values), options


def histc(draw):
    values = draw(st.sampled_from([VALUES, VALUES[:8], [1, 2, 3, 4], [2]]))
    x = draw(arrays(dtypes=FLOATS, values=values))
    bins, (low, high) = draw(st.sampled_from([1, 2, 4, 5])), draw(st.sampled_from([(0, 4), (0, 10), (1, 1), (3, 2)]))
    calls = [((x, bins, low, high), {}), ((x, bins), {"min": low, "max": high}), ((x, bins), {}), ((x,), {})]
    return draw(st.sampled_from(calls))


def histogram(draw):
    dtype = draw(st.sampled_from(FLOATS))
    x = draw(arrays(dtypes=(dtype,), values=draw(st.sampled_from([VALUES, VALUES[:8], [2]]))))
    options = {"weight": draw(arrays(shape=x.shape, dtypes=(dtype,))), "density": True}
    options = {key: value for key, value in options.items() if draw(st.booleans())}
    if draw(st.booleans()):
        return (x, np.unique(in_order(draw, 5, dtype))), options
    given = {"range": draw(st.sampled_from([(0.0, 4.0), (1.0, 11.0), (2.0, 2.0)]))} if draw(st.booleans()) else {}
    return (x, draw(st.sampled_from([1, 2, 4, 5]))), options | given


def histogramdd(draw):
    dtype, n = draw(st.sampled_from(FLOATS)), draw(st.integers(1, 3))
    shape = (*draw(st.sampled_from([(0,), (1,), (5,), (2, 3)])), n)
    x = filled(shape, dtype, draw(st.integers(0, 2**16)), VALUES[: draw(st.sampled_from([8, 11]))])
    options = {"weight": draw(arrays(shape=shape[:-1], dtypes=(dtype,))), "density": True}
    options = {key: value for key, value in options.items() if draw(st.booleans())}
    if draw(st.booleans()):
        return (x, [np.unique(in_order(draw, 5, dtype)) for _ in range(n)]), options
    given = {"range": [0.0, 4.0] * n} if draw(st.booleans()) else {}
    return (x, draw(st.sampled_from([2, [2, 4, 1][:n]]))), options | given
