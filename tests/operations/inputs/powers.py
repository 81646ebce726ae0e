"""Inputs for torchref/operations/powers.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, DTYPES, FLOATS, INTEGERS
from tests.operations.inputs.arithmetic import pair


def pow(draw):
    """Powers of all kinds; integers are raised to negative ones as well, where they stand in an array."""
    if draw(st.booleans()):
        return pair(draw, (*INTEGERS, np.bool_), (2, -3, 0.5, 300), [0, 1, -1, 2, -2, 3, -3, 7])
    return pair(draw, (*FLOATS, *COMPLEX, np.int16), (2, -3, 0.5), [1, -1, 2, -2, 3, -3, 0.5])


def float_power(draw):
    return pair(draw, DTYPES, (2, -3, 0.5), [1, -1, 2, -2, 3, -3, 0.5])
