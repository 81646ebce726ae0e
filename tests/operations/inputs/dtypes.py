"""Inputs for torchref/operations/dtypes.py."""

import numpy as np
from hypothesis import strategies as st

from tests.operations.generate import DTYPES, arrays

MANY = (*DTYPES, np.uint8, np.int8, np.int16, np.int32, np.complex64)


def to(draw):
    x = draw(arrays())
    other = draw(st.one_of(st.sampled_from(DTYPES), st.just("cpu"), arrays()))
    return (x, other), {"copy": draw(st.booleans())}


def result_type(draw):
    small = {"dtypes": MANY, "values": [0, 1]}
    operand = st.one_of(arrays(**small), arrays(max_dims=0, **small), st.sampled_from([True, 2, 0.5, 1j]))
    return draw(operand), draw(operand)
