"""Inputs for torchref/operations/saving.py."""

import io

from tests.operations.generate import arrays


def save(draw):
    return draw(arrays()), io.BytesIO()
