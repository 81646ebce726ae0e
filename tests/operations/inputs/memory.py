"""Inputs for torchref/operations/memory.py."""

from hypothesis import strategies as st

from tests.operations.generate import DTYPES, arrays, broadcastable, dims


def shape(draw):
    return (draw(arrays()),)


numel = shape


def stride(draw):
    x = draw(arrays())
    x = x if x.size else x.copy()
    return (x, draw(st.sampled_from([None, draw(dims(x))]))) if x.ndim else (x,)


def copy_(draw):
    x = draw(arrays())
    return x, draw(broadcastable(x, dtypes=DTYPES))
