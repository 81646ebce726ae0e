"""Inputs for torchref/operations/indexing.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, arrays, broadcastable, dims, filled, laid_out, shapes

LAYOUTS = ("contiguous", "transposed", "strided")

FILLS = {
    "b": [True, 0, 2.5],
    "u": [0, 3, 2.9, True],
    "i": [0, -3, 2.9, True],
    "f": [0, -1.5, float("inf"), float("nan")],
    "c": [1, 0.5, 2 - 1j],
}
"""Kind of dtype -> numbers that ``fill_`` and ``masked_fill`` write into it, some of which change on the way."""


def picked(draw, *choices):
    """One of the choices, each as often as any other: Hypothesis repeats itself."""
    return choices[np.random.default_rng(draw(st.integers(0, 2**16))).integers(len(choices))]


def integers(draw, shape, below):
    """An int64 array (sometimes int32) of a shape, with values from 0 up to ``below``."""
    made = np.random.default_rng(draw(st.integers(0, 2**16))).integers(0, below, shape)
    return made.astype(picked(draw, np.int64, np.int64, np.int32))


def places(draw, shape, below):
    """The same, sometimes with values that are negative, which torch does not take."""
    return np.asarray(integers(draw, shape, below) - picked(draw, 0, 0, 1))


def _brackets(draw, x, masks=(np.bool_,)):
    """What may stand between the brackets of ``x``: a plain item or a tuple of items."""
    whole = picked(draw, *["items"] * 4, "a bool", "a mask", "a list", *["from the end"] * 2)
    if whole == "a bool":
        return draw(st.booleans())
    if whole == "a mask" and x.ndim:
        mask = filled(x.shape[:1], draw(st.sampled_from(masks)), draw(st.integers(0, 2**16)), [0, 1])
        return draw(st.sampled_from([mask, [mask]]))
    if whole == "a list" and x.ndim > 1 and x.size:
        return [integers(draw, (2,), x.shape[0]), 0]
    if whole == "from the end" and x.ndim and x.size:
        return None, ..., *[0] * picked(draw, *range(x.ndim)), integers(draw, (2,), x.shape[-1])
    items, left, length, dots = [], list(x.shape), draw(st.integers(1, 3)), False
    while left and (dots or draw(st.integers(0, 4))):
        side = left.pop(0)
        kind = draw(st.sampled_from(["place", "slice", "slice", "none", "list", "range", "array", "mask", "dots"]))
        if kind == "place" and side:
            items.append(draw(st.sampled_from([int, np.int64]))(draw(st.integers(-side, side - 1))))
        elif kind == "slice":
            bound = st.none() | st.integers(-5, 5)
            items.append(slice(draw(bound), draw(bound), draw(st.sampled_from([None, 1, 2, 3]))))
        elif kind == "none":
            items.append(None)
            left.insert(0, side)
        elif kind == "list" and side:
            items.append(draw(st.lists(st.integers(-side, side - 1), min_size=length, max_size=length)))
        elif kind == "range" and side:
            items.append(range(draw(st.integers(0, side - 1)), side))
        elif kind == "array" and side:
            items.append(integers(draw, draw(st.sampled_from([(), (length,), (2, length), (length, 1)])), side))
        elif kind == "mask":
            count = draw(st.integers(1, 1 + min(len(left), 1)))
            mask = filled((side, *left[: count - 1]), np.bool_, draw(st.integers(0, 2**16)))
            left = left[count - 1 :]
            as_list = [mask.tolist()] if mask.ndim == 1 and mask.size else []
            items.append(draw(st.sampled_from([*map(mask.astype, masks), *as_list])))
        elif kind == "dots" and not dots:
            items.append(...)
            left, dots = [side, *left][draw(st.integers(0, len(left))) :], True
        else:
            items.append(slice(None))
    if any(map(np.ndim, items)) and not draw(st.integers(0, 2)):
        return items
    return items[0] if len(items) == 1 and draw(st.booleans()) else tuple(items)


def getitem(draw):
    x = draw(picked(draw, arrays(), arrays(min_dims=2, min_side=1)))
    return x, _brackets(draw, x, masks=(np.bool_, np.uint8))


def setitem(draw):
    x = draw(arrays(layouts=LAYOUTS))
    index = _brackets(draw, x)
    numbers = {"b": True, "u": 7, "i": -7, "f": 2.5, "c": 1 - 2j}
    if draw(st.booleans()):
        return x, index, numbers[x.dtype.kind]
    return (
        x,
        index,
        draw(
            arrays(shape=draw(st.sampled_from([(), (1,), (1, 1), x.shape[1:], x.shape[-1:]])), dtypes=(x.dtype.type,))
        ),
    )


def select(draw):
    x = draw(arrays(min_dims=1, min_side=1))
    dim = draw(dims(x))
    return x, dim, draw(st.integers(-x.shape[dim], x.shape[dim] - 1))


def narrow(draw):
    x = draw(arrays(min_dims=1))
    dim = draw(dims(x))
    side = x.shape[dim]
    start = draw(st.integers(0, side))
    length = draw(st.integers(0, side - start))
    return x, dim, start - side if start < side and draw(st.booleans()) else start, length


def index_select(draw):
    x = draw(arrays(min_side=1))
    dim = draw(dims(x))
    shape = draw(st.sampled_from([(), (1,), (3,), (0,)])) if x.ndim else draw(st.sampled_from([(), (1,)]))
    return x, dim, places(draw, shape, x.shape[dim] if x.ndim else 1)


def masked_select(draw):
    x = draw(arrays())
    pair = x, draw(broadcastable(x, dtypes=(np.bool_,)))
    return (
        pair
        if draw(st.booleans())
        else (draw(broadcastable(x)), filled(x.shape, np.bool_, draw(st.integers(0, 2**16))))
    )


def masked_fill(draw):
    x, mask = masked_select(draw)
    value = draw(st.sampled_from(FILLS[x.dtype.kind]))
    return x, mask, draw(st.sampled_from([value, np.array(value)]))


def where(draw):
    condition = draw(arrays(dtypes=(np.bool_,)))
    number = st.sampled_from([True, 0, -2, 0.5])
    x = draw(number | broadcastable(condition, dtypes=DTYPES))
    y = draw(number | broadcastable(condition, dtypes=DTYPES))
    return draw(st.sampled_from([(condition, x, y), (condition, x, y), (condition, x), (draw(arrays()),)]))


def nonzero(draw):
    return (draw(arrays()),), draw(st.sampled_from([{}, {"as_tuple": False}, {"as_tuple": True}]))


def indexed(draw, layouts):
    """An array, a dim and an index for gather and scatter, some of which torch does not take."""
    shape = draw(shapes(min_side=1)) if draw(st.booleans()) else picked(draw, (3,), (4,), (2, 3), (3, 2))
    x = draw(arrays(shape=shape, layouts=layouts))
    odd = picked(draw, *[""] * 4, "fewer dimensions", "bools", "one below 0", "no elements", "no elements")
    if odd == "fewer dimensions":
        return draw(arrays(shape=(3, 1))), 0, integers(draw, (1,), 3)
    if odd == "bools":
        return draw(arrays(shape=(3,))), 0, np.ones(3, np.bool_)
    if odd == "one below 0":
        return draw(arrays(shape=(3,))), 0, np.array([0, -1])
    if odd == "no elements":
        return draw(arrays(shape=(3,))), picked(draw, 0, 1), np.zeros((0, 2), np.int64)
    dim = draw(dims(x))
    return x, dim, index_of(draw, x, dim)


def index_of(draw, x, dim):
    """An index as large as ``x`` or smaller, any size along ``dim``."""
    shape = [draw(st.sampled_from([side, side, side - 1])) for side in x.shape]
    if shape:
        shape[dim] = picked(draw, *range(5))
    else:
        shape = draw(st.sampled_from([(), (1,)]))
    return places(draw, tuple(shape), x.shape[dim] if x.ndim else 1)


def gather(draw):
    return indexed(draw, LAYOUTS)


def take_along_dim(draw):
    x = draw(arrays(min_side=1))
    if not x.ndim or not draw(st.integers(0, 3)):
        return x, integers(draw, draw(shapes(max_dims=2)), x.size)
    dim = draw(dims(x))
    shape = [draw(st.sampled_from([1, side])) for side in x.shape]
    shape[dim] = draw(st.integers(0, 4))
    small = tuple(slice(draw(st.sampled_from([1, side]))) for side in shape)
    x = x[tuple(slice(None) if d == dim % x.ndim else part for d, part in enumerate(small))]
    return x, integers(draw, tuple(shape), 3 * x.shape[dim]) - x.shape[dim], dim


def fill_(draw):
    x = draw(arrays())
    value = draw(st.sampled_from(FILLS[x.dtype.kind]))
    return x, draw(st.sampled_from([value, np.array(value)]))


def zero_(draw):
    return (laid_out(draw(arrays()), draw(st.sampled_from(LAYOUTS))),)


def take(draw):
    x = draw(arrays(min_side=1, layouts=LAYOUTS))
    made = np.random.default_rng(draw(st.integers(0, 2**16))).integers(-x.size, x.size, draw(shapes(max_dims=2)))
    return x, np.asarray(made)


def unravel_index(draw):
    shape = draw(shapes(min_side=1, max_dims=3))
    size, dtype = int(np.prod(shape)), picked(draw, np.int64, np.int64, np.int32)
    made = np.random.default_rng(draw(st.integers(0, 2**16))).integers(-2, 2 * size, draw(shapes(max_dims=2)))
    return np.asarray(made.astype(dtype) % picked(draw, size, 10**6)), picked(draw, shape, shape, size)
