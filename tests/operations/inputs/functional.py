"""Inputs for torchref/operations/functional.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, arrays


def one_hot(draw):
    """Now and then with a negative class, which raises."""
    values = draw(st.sampled_from([*[[0, 1, 2, 3]] * 5, [0, 1, -2]]))
    x = draw(arrays(dtypes=(np.int64,), values=values))
    calls = [((x, 4), {}), ((x,), {"num_classes": 6})]
    return draw(st.sampled_from([*calls, ((x,), {}), ((x, -1), {})] if x.size else calls))


def pad(draw):
    """Now and then for one dimension more than there are, which raises."""
    mode = draw(st.sampled_from(("constant", "constant", "constant", "reflect", "replicate", "circular", "too many")))
    if mode == "too many":
        x = draw(arrays(max_dims=1))
        return x, (1, 1) * (x.ndim + 1)
    if mode != "constant":
        return repeated(draw, mode)
    x = draw(arrays(min_dims=1))
    widths = []
    for side in x.shape[: -1 - draw(st.integers(0, x.ndim)) : -1]:
        before = draw(st.integers(-2, 3))
        widths += [max(before, -side), draw(st.integers(max(-2, -side - min(before, 0)), 3))]
    value = draw(st.sampled_from([None, 0, 1, 2.5, 7]))
    calls = [((x, tuple(widths)), {}), ((x, tuple(widths), mode, value), {})]
    return draw(st.sampled_from([*calls, ((x, tuple(widths)), {"value": value})]))


def repeated(draw, mode):
    """A call of the modes that repeat elements: 1 to 3 dimensions of at most 5, by as much as each allows.

    Where ``circular`` cuts off one side and pads the other by more than what is left, torch 2.13 returns memory that
    was never written.
    """
    sides = draw(st.integers(1, 3))
    x = draw(arrays(dtypes=FLOATS, min_dims=sides + 1, max_dims=min(sides + 2, 5), min_side=2, max_side=5))
    most = {"reflect": -1, "replicate": 1, "circular": 0}[mode]
    widths = []
    for side in x.shape[: -1 - sides : -1]:
        least = 0 if mode == "circular" else 1 - side
        before = draw(st.integers(least, side + most))
        widths += [before, draw(st.integers(max(least, 1 - side - min(before, 0)), side + most))]
    return draw(st.sampled_from([((x, tuple(widths), mode), {}), ((x, tuple(widths)), {"mode": mode})]))
