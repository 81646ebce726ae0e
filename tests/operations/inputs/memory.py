"""Inputs for torchref/operations/memory.py."""

from tests.operations.generate import DTYPES, arrays, broadcastable


def shape(draw):
    return (draw(arrays()),)


numel = shape


def stride(draw):
    x = draw(arrays())
    return (x if x.size else x.copy(),)


def copy_(draw):
    x = draw(arrays())
    return x, draw(broadcastable(x, dtypes=DTYPES))
