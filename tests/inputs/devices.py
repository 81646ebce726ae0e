"""Inputs for torchref/operations/devices.py."""

from tests.generate import arrays


def device(draw):
    return (draw(arrays()),)
