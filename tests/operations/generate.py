"""Hypothesis strategies for the arguments of operations, and the values that arrays are filled with.

Hypothesis draws shapes, dtypes, memory layouts and dims, which shrink well; values come from a table of awkward
numbers through a seeded generator, which is fifty times as fast as drawing them one by one.
"""

import importlib
import math

import numpy as np
from hypothesis import strategies as st

from torchref.content.catalog import Entry

INTEGERS = (np.uint8, np.int8, np.int16, np.int32, np.int64)
FLOATS = (np.float16, np.float32, np.float64)
COMPLEX = (np.complex64, np.complex128)
REALS = (*INTEGERS, *FLOATS)
NUMBERS = (*REALS, *COMPLEX)
DTYPES = (np.bool_, *NUMBERS)
"""Those that torch and NumPy both have."""
LAYOUTS = ("contiguous", "transposed", "strided", "offset")

MODEST = {
    "b": [False, True],
    "i": [0, 1, -1, 2, 3, -3, 7, 10, -20],
    "f": [0.0, 1.0, -1.0, 0.5, -0.5, 2.0, 3.25, -2.75, 1e-3, 10.0],
    "c": [0, 1, -1, 1j, -1j, 0.5 + 2j, -3.25 - 1j, 2 - 0.125j],
}
"""Kind of dtype -> values on which two correct definitions agree to rounding."""

SPECIAL = {
    "b": [False, True],
    "i": [0, 1, -1, 2, -2, 63, -64, 2**31 - 1, -(2**31), 2**62],
    "f": [0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, -0.5, -2.5, 88.9, -88.9, 1e-30, 1e30, math.nan, math.inf, -math.inf],
    "c": [0, 1, -1, 1j, -1j, 1 + 1j, -2.5 + 0.5j, 3 - 4j, 0.001 - 20j],
}
"""Kind of dtype -> the values at which definitions part; the extremes of the dtype come first."""


class AsIs(np.ndarray):
    """An array that torch too is given as an array: ``x.view(AsIs)``."""


def special_values(dtype: type) -> np.ndarray:
    """The awkward values of a dtype as a 1-d array, the largest and smallest finite ones included."""
    kind = np.dtype(dtype).kind.replace("u", "i")
    if kind == "f":
        with np.errstate(over="ignore"):
            table = np.array(SPECIAL[kind]).astype(dtype)
        return np.append(table, np.array([np.finfo(dtype).max, np.finfo(dtype).min, np.finfo(dtype).tiny]))
    if kind == "i":
        least, most = np.iinfo(dtype).min, np.iinfo(dtype).max
        return np.array([least, most, *(value for value in SPECIAL[kind] if least <= value <= most)], dtype)
    return np.array(SPECIAL[kind], dtype)


def filled(shape: tuple[int, ...], dtype: type, seed: int, values: list | None = None) -> np.ndarray:
    """An array of a shape filled from a list of values, by a seeded draw."""
    table = np.array(MODEST[np.dtype(dtype).kind.replace("u", "i")] if values is None else values).astype(dtype)
    return np.asarray(table[np.random.default_rng(seed).integers(len(table), size=shape)])


def laid_out(array: np.ndarray, layout: str) -> np.ndarray:
    """The same values and shape in another memory layout (strides torch can represent)."""
    if layout == "transposed" and array.ndim:
        return np.ascontiguousarray(array.T).T
    if layout == "strided" and array.ndim:
        wide = np.zeros((*array.shape[:-1], array.shape[-1] * 2), array.dtype)
        wide[..., ::2] = array
        return wide[..., ::2]
    if layout == "offset" and array.ndim:
        tall = np.zeros((array.shape[0] + 1, *array.shape[1:]), array.dtype)
        tall[1:] = array
        return tall[1:]
    return np.ascontiguousarray(array).reshape(array.shape)


def shapes(min_dims: int = 0, max_dims: int = 4, min_side: int = 0, max_side: int = 4):
    """Shapes: 0-d to 4-d, with sides of 0 and 1 among them."""
    return st.lists(st.integers(min_side, max_side), min_size=min_dims, max_size=max_dims).map(tuple)


@st.composite
def arrays(draw, shape=None, dtypes=DTYPES, values=None, layouts=LAYOUTS, **limits):
    """Arrays of a shape (a tuple, a strategy, or any), of one of ``dtypes``, in any of ``layouts``.

    ``values`` replaces the table the array is filled from; ``limits`` go to :func:`shapes`.
    """
    shape = shapes(**limits) if shape is None else shape
    shape = draw(shape) if isinstance(shape, st.SearchStrategy) else shape
    array = filled(shape, draw(st.sampled_from(dtypes)), draw(st.integers(0, 2**16)), values)
    return laid_out(array, draw(st.sampled_from(layouts)))


def dims(x):
    """One dimension of ``x``, counted from either end (0 and -1 for a 0-d array)."""
    n = max(x.ndim, 1)
    return st.integers(-n, n - 1)


@st.composite
def several_dims(draw, x, min_size=1):
    """A tuple of distinct dimensions of ``x``, each counted from either end."""
    chosen = (
        draw(st.lists(st.sampled_from(range(x.ndim)), min_size=min(min_size, x.ndim), unique=True)) if x.ndim else []
    )
    return tuple(d - x.ndim if draw(st.booleans()) else d for d in chosen)


@st.composite
def broadcastable(draw, x, dtypes=None, **options):
    """An array that broadcasts with ``x`` (dimensions dropped from the left, or of size 1), of its dtype by default."""
    shape = tuple(1 if draw(st.integers(0, 3)) == 0 else side for side in x.shape)[draw(st.integers(0, x.ndim)) :]
    return draw(arrays(shape=shape, dtypes=dtypes or (x.dtype.type,), **options))


PARAMETERS = {
    "x": lambda draw, known: draw(arrays()),
    "y": lambda draw, known: draw(broadcastable(known["x"], dtypes=DTYPES)),
    "dim": lambda draw, known: draw(dims(known["x"])),
    "dim0": lambda draw, known: draw(dims(known["x"])),
    "dim1": lambda draw, known: draw(dims(known["x"])),
    "keepdim": lambda draw, known: draw(st.booleans()),
    "dims": lambda draw, known: draw(several_dims(known["x"])),
}
"""Parameter name -> how to draw it, given the parameters drawn before it."""


@st.composite
def arguments(draw, entry: Entry):
    """The arguments of one call of an entry: ``(args, kwargs)``."""
    module = importlib.import_module(f"tests.operations.inputs.{entry.topic}")
    made = getattr(module, entry.function, None)
    if made is not None:
        drawn = made(draw)
        return drawn if len(drawn) == 2 and isinstance(drawn[0], tuple) and isinstance(drawn[1], dict) else (drawn, {})
    known = {}
    for parameter in entry.parameters:
        if parameter not in PARAMETERS:
            raise LookupError(
                f"inputs/{entry.topic}.py needs a function {entry.function}(draw): {parameter!r} has no strategy"
            )
        known[parameter] = PARAMETERS[parameter](draw, known)
    return tuple(known.values()), {}
