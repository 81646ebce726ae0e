"""Inputs for torchref/operations/devices.py."""

from tests.operations.generate import arrays


def device(draw):
    return (draw(arrays()),)
