"""Inputs for torchref/operations/saving.py."""

import io

from hypothesis import strategies as st

from tests.operations.generate import arrays


def save(draw):
    return draw(st.one_of(arrays(), st.dictionaries(st.sampled_from("abc"), arrays()))), io.BytesIO()
