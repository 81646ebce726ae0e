"""Inputs for torchref/operations/rounding.py."""

import math

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import FLOATS, REALS, arrays, broadcastable


def floor(draw):
    return (draw(arrays(dtypes=REALS)),)


ceil = trunc = floor


def round(draw):
    values = [0, 0.5, 1.5, 2.5, -0.5, -2.5, 3.14159, -271.828, 15, 25, 60000]
    options = draw(st.sampled_from([{}, {"decimals": 0}, {"decimals": 1}, {"decimals": 2}, {"decimals": -1}]))
    dtypes = draw(st.sampled_from([FLOATS, FLOATS, FLOATS, REALS])) if options else REALS
    return (draw(arrays(dtypes=dtypes, values=values)),), options


def clamp(draw):
    """Numbers or arrays as bounds; now and then numbers outside the dtype.

    Also an array and a number, or no bound, which raises.
    """
    kind = draw(st.sampled_from(["numbers", "numbers", "arrays", "arrays", "both", "outside"]))
    x = draw(arrays(dtypes=(np.uint8, np.int8) if kind == "outside" else (np.bool_, *REALS)))
    numbers = st.sampled_from([-2, 300] if kind == "outside" else [-2, 0, 3, 0.5, -1.25, math.inf, math.nan])
    if kind in ("arrays", "both"):
        numbers = broadcastable(x, dtypes=(x.dtype.type, *REALS))
    least, most = draw(numbers), 3 if kind == "both" else draw(numbers)
    return draw(
        st.sampled_from(
            [
                ((x,), {}),
                ((x, least), {}),
                ((x, least, most), {}),
                ((x, None, most), {}),
                ((x,), {"max": most}),
                ((x,), {"min": least, "max": most}),
            ]
        )
    )


def frac(draw):
    return (draw(arrays(dtypes=FLOATS, values=[0.0, 0.5, -0.5, 2.75, -2.75, 2048.0, -0.001])),)
