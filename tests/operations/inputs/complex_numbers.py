"""Inputs for torchref/operations/complex_numbers.py."""

from hypothesis import strategies as st

from tests.operations.generate import COMPLEX, DTYPES, FLOATS, arrays, broadcastable


def complex(draw):
    x = draw(arrays(dtypes=FLOATS))
    return x, draw(broadcastable(x))


def polar(draw):
    return complex(draw)


def imag(draw):
    return (draw(arrays(dtypes=draw(st.sampled_from([COMPLEX, DTYPES])))),)
