"""Inputs for torchref/operations/shape.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import arrays, dims, several_dims


def view(draw):
    if not draw(st.integers(0, 3)):
        return draw(transposed_arrays()), (-1,)
    x = draw(arrays())
    dtype = draw(st.sampled_from([np.int64, np.float32, np.float64, np.complex128]))
    return x, draw(st.sampled_from([another_shape(draw, x.shape)] * 3 + [np.dtype(dtype)]))


def reshape(draw):
    x = draw(arrays())
    return x, another_shape(draw, x.shape)


def view_as(draw):
    x = draw(st.one_of(arrays(), arrays(), transposed_arrays()))
    other = another_shape(draw, x.shape, infer=False)
    return x, draw(arrays(shape=other))


def flatten(draw):
    x = draw(arrays())
    start, end = sorted((draw(dims(x)), draw(dims(x))), key=lambda dim: dim % max(x.ndim, 1))
    return draw(st.sampled_from([(x,), (x, start), (x, start, end)]))


def unflatten(draw):
    x = draw(arrays(min_dims=1))
    dim = draw(dims(x))
    return x, dim, another_shape(draw, x.shape[dim : dim + 1] if dim >= 0 else (x.shape[dim],))


def squeeze(draw):
    if not draw(st.integers(0, 5)):
        return draw(arrays(max_dims=0)), draw(st.integers(-2, 1))
    x = draw(arrays(shape=st.lists(st.sampled_from([1, 1, 0, 3]), max_size=4).map(tuple)))
    return draw(st.sampled_from([(x,), (x, draw(dims(x))), (x, draw(several_dims(x)))]))


def unsqueeze(draw):
    x = draw(arrays())
    return x, draw(st.integers(-x.ndim - 1, x.ndim))


def t(draw):
    return (draw(arrays(max_dims=2)),)


def mT(draw):
    return (draw(arrays(min_dims=2)),)


def permute(draw):
    x = draw(arrays())
    return x, tuple(d - x.ndim if draw(st.booleans()) else d for d in draw(st.permutations(range(x.ndim))))


def movedim(draw):
    x = draw(arrays())
    source = draw(several_dims(x))
    destination = draw(st.permutations(range(x.ndim)))[: len(source)]
    destination = tuple(d - x.ndim if draw(st.booleans()) else d for d in destination)
    return draw(st.sampled_from([(x, source, destination), (x, draw(dims(x)), draw(dims(x)))]))


def expand(draw):
    x = draw(arrays(max_dims=3))
    size = [draw(st.sampled_from([-1, side])) if side != 1 else draw(st.integers(-1, 3)) for side in x.shape]
    return x, (*draw(st.lists(st.integers(-1, 4), max_size=2)), *size)


broadcast_to = expand


def flip(draw):
    x = draw(arrays())
    return x, draw(several_dims(x, min_size=0)) if x.ndim else draw(st.sampled_from([(), (0,), (-1,)]))


def roll(draw):
    x = draw(arrays())
    chosen = draw(several_dims(x))
    if not chosen or draw(st.booleans()):
        return x, draw(st.integers(-5, 5))
    shifts = tuple(draw(st.integers(-5, 5)) for _ in chosen)
    return draw(st.sampled_from([(x, shifts, chosen), (x, shifts[0], chosen[0])]))


def unfold(draw):
    x = draw(arrays())
    dimension = draw(dims(x))
    side = x.shape[dimension] if x.ndim else 1
    return x, dimension, draw(st.integers(0, side)), draw(st.integers(1, 3))


def transposed_arrays():
    """Arrays whose dimensions cannot be merged without a copy."""
    return arrays(min_dims=2, min_side=2, max_side=3, layouts=("transposed",))


def another_shape(draw, shape, infer=True):
    """A shape for as many elements: dimensions merged, reversed, split, or of size 1 put in; one may be negative."""
    size = math.prod(shape)
    divisor = draw(st.sampled_from([d for d in range(1, size + 1) if size % d == 0])) if size else 0
    middle = len(shape) // 2
    made = draw(
        st.sampled_from(
            [
                shape,
                shape[::-1],
                (size,),
                (divisor, size // divisor) if size else (0, 2),
                (*shape[:middle], 1, *shape[middle:]),
                (*shape[:1], math.prod(shape[1:])),
                (math.prod(shape[:middle]), *shape[middle:]),
            ]
        )
    )
    place = draw(st.integers(0, len(made))) if infer else len(made)
    others = math.prod(made[:place] + made[place + 1 :])
    inferred = draw(st.sampled_from([-1, -1, -1, -1, -2]))
    return (*made[:place], inferred, *made[place + 1 :]) if place < len(made) and others else tuple(made)
