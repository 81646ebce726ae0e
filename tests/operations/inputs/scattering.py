"""Inputs for torchref/operations/scattering.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import arrays, dims, filled
from tests.operations.inputs import indexing
from tests.operations.inputs.indexing import FILLS, LAYOUTS, indexed, integers, picked, places


def source_of(draw, x, index):
    """A source as large as the index or larger, or of size 1, which torch does not stretch."""
    grown = tuple(side + draw(st.integers(0, 1)) for side in index.shape)
    shape = picked(draw, index.shape, grown, (1,) * index.ndim)
    return draw(arrays(shape=shape, dtypes=(x.dtype.type,)))


def scatter(draw):
    x, dim, index = indexed(draw, LAYOUTS)
    numbers = {"b": True, "u": 7, "i": 7, "f": 2.5, "c": 1 - 2j}
    if draw(st.booleans()):
        reduce = draw(st.sampled_from([None, "add", "multiply"]))
        return (x, dim, index, numbers[x.dtype.kind]), {"reduce": reduce} if reduce else {}
    if x.ndim == index.ndim > 0 and not draw(st.integers(0, 2)):
        full = np.argsort(np.random.default_rng(draw(st.integers(0, 2**16))).random(x.shape), axis=dim)
        index = full[tuple(slice(draw(st.integers(0, side))) for side in full.shape)]
    return x, dim, index, source_of(draw, x, index)


def scatter_add(draw):
    x, dim, index = indexed(draw, LAYOUTS)
    return x, dim, index, source_of(draw, x, index)


def index_add(draw):
    x = draw(arrays(min_side=1, layouts=LAYOUTS))
    dim = draw(dims(x))
    length = draw(st.integers(0, 5)) if x.ndim else 1
    shape = list(x.shape)
    shape[dim : dim + 1 or None] = [length] if x.ndim else []
    index = places(draw, (length,), x.shape[dim] if x.ndim else 1)
    source = draw(arrays(shape=tuple(shape), dtypes=(x.dtype.type,)))
    alphas = {"b": [True], "u": [2, 3, 0.5], "i": [2, -1, 0.5, -1.7], "f": [2, 0.5], "c": [1, -0.5, 2j]}
    return (x, dim, index, source), draw(st.sampled_from([{}, *({"alpha": alpha} for alpha in alphas[x.dtype.kind])]))


def scatter_reduce(draw):
    x, dim, index = indexed(draw, LAYOUTS)
    x = x.real.copy() if x.dtype.kind == "c" else x
    reduce = picked(draw, "sum", "mean", "prod", "amax", "amin")
    options = draw(st.sampled_from([{}, {"include_self": False}, {"include_self": True}]))
    return (x, dim, index, source_of(draw, x, index), reduce), options


def index_fill(draw):
    x = draw(arrays(min_side=1, layouts=LAYOUTS))
    dim = draw(dims(x))
    side = x.shape[dim] if x.ndim else 1
    index = np.asarray(places(draw, draw(st.sampled_from([(), (1,), (3,), (0,)])), side).astype(np.int64))
    value = draw(st.sampled_from(FILLS[x.dtype.kind]))
    return x, dim, index, draw(st.sampled_from([value, np.array(value)]))


def index_copy(draw):
    x = draw(arrays(min_side=1, layouts=LAYOUTS))
    dim = draw(dims(x))
    side = x.shape[dim] if x.ndim else 1
    chosen = np.random.default_rng(draw(st.integers(0, 2**16))).permutation(side)[: draw(st.integers(0, side))]
    index = chosen if x.ndim else np.zeros(1, np.int64)
    shape = list(x.shape)
    shape[dim : dim + 1 or None] = [len(index)] if x.ndim else []
    return x, dim, index, draw(arrays(shape=tuple(shape), dtypes=(x.dtype.type,)))


def index_put(draw):
    x = draw(arrays(min_dims=1, min_side=1, layouts=LAYOUTS))
    if not draw(st.integers(0, 3)):
        index = (filled(x.shape[: draw(st.integers(1, x.ndim))], np.bool_, draw(st.integers(0, 2**16)), [0, 1]),)
        return x, index, draw(arrays(shape=(), dtypes=(x.dtype.type,)))
    used, shape = draw(st.integers(1, x.ndim)), draw(st.sampled_from([(), (1,), (3,), (2, 2)]))
    if draw(st.booleans()):
        index, options = tuple(integers(draw, shape, side) for side in x.shape[:used]), {"accumulate": True}
    else:
        count = int(np.prod(x.shape[:used]))
        flat = np.random.default_rng(draw(st.integers(0, 2**16))).permutation(count)[: draw(st.integers(0, 4))]
        index, options, shape = np.unravel_index(flat, x.shape[:used]), {}, flat.shape
    values = draw(arrays(shape=draw(st.sampled_from([(), shape + x.shape[used:]])), dtypes=(x.dtype.type,)))
    return (x, index, values), options


def masked_scatter(draw):
    x, mask = indexing.masked_select(draw)
    count = int(np.broadcast_to(mask, np.broadcast_shapes(x.shape, mask.shape)).sum())
    return x, mask, draw(arrays(shape=(count + draw(st.integers(0, 2)),), dtypes=(x.dtype.type,)))


def fill_diagonal_(draw):
    shape = draw(
        st.sampled_from([(2, 2), (3, 2), (7, 2), (2, 5), (3, 3), (4, 1), (2, 2, 2), (3, 3, 3, 3), (0, 3), (5, 3)])
    )
    x = draw(arrays(shape=shape, layouts=LAYOUTS))
    value = draw(st.sampled_from(FILLS[x.dtype.kind]))
    wrap = draw(st.booleans()) if x.ndim == 2 else False
    calls = [((x, value), {}), ((x, value, wrap), {}), ((x, value), {"wrap": wrap})]
    return draw(st.sampled_from(calls))
