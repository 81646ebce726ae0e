"""Inputs for torchref/operations/trigonometry.py: one array each, which the parameter names give."""

from tests.operations.generate import arrays, broadcastable


def atan2(draw):
    x = draw(arrays())
    return x, draw(broadcastable(x))
