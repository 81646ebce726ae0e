"""Inputs for torchref/operations/interop.py."""

from hypothesis import strategies as st

from tests.operations.generate import AsIs, arrays


def from_numpy(draw):
    return (draw(arrays()).view(AsIs),)


def numpy(draw):
    return (draw(arrays()),), {"force": draw(st.booleans())}


def item(draw):
    return (draw(arrays(min_side=1, max_side=1)),)
