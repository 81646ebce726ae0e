"""Inputs for torchref/operations/creation.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, DTYPES, INTEGERS, REALS, AsIs, arrays, shapes

WHOLE = st.integers(-6, 6)
FRACTIONS = st.sampled_from([-2.5, -1.0, 0.1, 0.5, 1.3, 4.1])
OF_PYTHON = (np.bool_, np.int64, np.float64, np.complex128)
FILLING = [0, 1, -3, 7, True, False, 0.5, -2.75, 3.0, 300.5, math.nan, -math.inf]


def asked(draw, dtypes=DTYPES):
    return {"dtype": draw(st.sampled_from(dtypes))} if draw(st.booleans()) else {}


def by_name(draw, given):
    """Arguments of which the first few are given by position, the others by name."""
    place = draw(st.integers(0, len(given)))
    return tuple(given.values())[:place], dict([*given.items()][place:])


def sized(draw):
    size = draw(shapes())
    args, named = draw(st.sampled_from([((size,), {}), (size or ((),), {}), ((), {"size": size})]))
    return args, named | asked(draw)


def data(draw):
    numbers = draw(arrays(dtypes=OF_PYTHON, max_dims=2, max_side=2)).tolist()
    rows = [*draw(arrays(shape=(2, 1), dtypes=(np.int16, np.float64, np.complex128))).view(AsIs)]
    x, exact = draw(arrays()), draw(arrays(dtypes=(np.float64, np.complex128), max_dims=2))
    options = asked(draw)
    calls = [((given,), options) for given in (x, x.view(AsIs), numbers)]
    wide = (numbers,), asked(draw, (np.float64, np.complex128))
    return draw(st.sampled_from([*calls, wide, ((exact.view(AsIs),), {}), ((rows,), {}), ((-1,), {"dtype": np.uint8})]))


def like(draw):
    return (draw(arrays()),), asked(draw)


tensor = as_tensor = data
zeros = ones = empty = sized
zeros_like = ones_like = like


def Tensor(draw):
    x = draw(arrays(dtypes=REALS, min_dims=1))
    return draw(st.sampled_from([(), x.shape, (x.shape,), (x.view(AsIs),), (x.tolist(),)]))


def filled(draw, dtype, first, options):
    """The arguments with a value to fill with; a complex one only where the dtype holds it."""
    more = [1.5 - 2j] if dtype is None or dtype in COMPLEX else []
    args, named = by_name(draw, {"fill_value": draw(st.sampled_from(FILLING + more))})
    return (first, *args), named | options


def full(draw):
    options = asked(draw, (*DTYPES, *INTEGERS))
    return filled(draw, options.get("dtype"), draw(shapes()), options)


def full_like(draw):
    (x,), options = like(draw)
    return filled(draw, options.get("dtype", x.dtype.type), x, options)


def eye(draw):
    sides = draw(st.lists(st.integers(0, 20), min_size=1, max_size=2))
    args, named = by_name(draw, dict(zip("nm", sides, strict=False)))
    return args, named | asked(draw)


def arange(draw):
    number = draw(st.sampled_from([WHOLE, FRACTIONS, st.one_of(WHOLE, FRACTIONS)]))
    start, end, step = draw(number), draw(number), draw(number)
    ahead = (abs(step) if end >= start else -abs(step)) or 1
    given = {"start": start, "end": end, "step": ahead}
    shorter = [{"end": abs(end)}, {"start": start, "end": start + abs(end)}]
    args, named = by_name(draw, draw(st.sampled_from([given, given, *shorter])))
    return args, named | asked(draw, REALS)


def linspace(draw):
    options = asked(draw, DTYPES[1:])
    numbers = [-3, 0, 1, 10, 100, -2.5, 0.1, 7.9]
    number = st.sampled_from(numbers)
    points = st.tuples(number, number, st.integers(0, 12))
    of_complex = points if options.get("dtype") in REALS else st.tuples(number, st.just(1 + 2j), st.integers(0, 12))
    start, end, steps = draw(st.one_of(points, points, of_complex, st.just((-12, 4, 7))))
    as_array = draw(st.sampled_from([np.asarray, lambda value: value]))
    args, named = by_name(draw, {"start": start, "end": as_array(end), "steps": steps})
    return args, named | options
