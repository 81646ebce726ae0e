"""Inputs for torchref/operations/joining.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, arrays, dims, shapes


def _alike(draw, shape, dim=None, max_count=4):
    """A list of arrays of one shape (any size along ``dim``), of dtypes of their own."""
    made = []
    for _ in range(draw(st.integers(1, max_count))):
        sides = list(shape)
        if dim is not None:
            sides[dim] = draw(st.integers(0, 3))
        made.append(draw(arrays(shape=tuple(sides), dtypes=DTYPES)))
    return made


def cat(draw):
    shape = draw(shapes(min_dims=1))
    dim = draw(st.integers(-len(shape), len(shape) - 1))
    tensors = _alike(draw, shape, dim)
    if not draw(st.integers(0, 3)):
        tensors.insert(draw(st.integers(0, len(tensors))), np.zeros(0, np.float32))
    return draw(st.sampled_from([(tensors, dim), (tuple(tensors), dim)]))


def stack(draw):
    shape = draw(shapes())
    return _alike(draw, shape), draw(st.integers(-len(shape) - 1, len(shape)))


def vstack(draw):
    shape = draw(shapes())
    return (_alike(draw, shape, 0 if len(shape) > 1 else None),)


def hstack(draw):
    shape = draw(shapes())
    return (_alike(draw, shape, min(len(shape), 2) - 1 if shape else None),)


def split(draw):
    x = draw(arrays(min_dims=1, max_side=7))
    dim = draw(dims(x))
    size = x.shape[dim]
    if draw(st.booleans()):
        given = draw(st.integers(min(size, 1), 8) | st.just(1))
        return draw(st.sampled_from([(x, given), (x, given, dim)]))
    cuts = draw(st.lists(st.integers(0, size), max_size=3))
    return x, np.diff([0, *(cuts if draw(st.booleans()) else sorted(cuts)), size]).tolist(), dim


def chunk(draw):
    x = draw(arrays(min_dims=1, max_side=7))
    return x, draw(st.integers(1, 8)), draw(dims(x))


def unbind(draw):
    x = draw(arrays(min_dims=1))
    return x, draw(dims(x))


def repeat(draw):
    x = draw(arrays(max_dims=3))
    return x, tuple(draw(st.lists(st.integers(0, 3), min_size=x.ndim, max_size=x.ndim + 2)))


def repeat_interleave(draw):
    kind = draw(st.sampled_from(["counts alone", "flat", "along a dim", "along a dim"]))
    if kind == "counts alone":
        return (draw(arrays(min_dims=1, max_dims=1, dtypes=(np.int32, np.int64), values=[0, 1, 2, 3])),)
    x = draw(arrays(min_dims=1) if kind == "along a dim" else arrays())
    dim = draw(dims(x)) if kind == "along a dim" else None
    length = x.size if dim is None else x.shape[dim]
    counts = np.random.default_rng(draw(st.integers(0, 99))).integers(
        0, 4, draw(st.sampled_from([(), (1,), (length,)]))
    )
    repeats = draw(st.sampled_from([2, 0, 1, counts, counts]))
    size = np.repeat(x, repeats, dim).shape[dim or 0]
    given = draw(st.sampled_from([None, size, size, size + 1]))
    return (x, repeats, dim), {} if given is None else {"output_size": given}


def tile(draw):
    return draw(arrays(max_dims=3)), tuple(draw(st.lists(st.integers(0, 3), max_size=4)))


def meshgrid(draw):
    dtype = draw(st.sampled_from(DTYPES))
    axes = [draw(arrays(max_dims=1, dtypes=(dtype,))) for _ in range(draw(st.integers(1, 3)))]
    given = draw(st.sampled_from([tuple(axes), (axes,), (tuple(axes),)]))
    return given, draw(st.sampled_from([{}, {"indexing": "ij"}, {"indexing": "xy"}]))
